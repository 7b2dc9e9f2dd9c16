// SPDX-License-Identifier: MIT
/// @file
/// Many rooms on several threads, over HTTP, of any protocol that ships: `service PORT`; `service` talks to itself.
///   PUT  /rooms/ID?protocol=student_group&person=anna:participant,agrees&person=maria:leader   opens a room
///   POST /rooms/ID?by=anna&act=vote&on=boris   does an act
///   GET  /rooms/ID?by=anna   where it is, and what anna may do now; to whoever leads now, the whole state, too
/// An example: it trusts whatever `by` says. Put your own log-in before it.
#include <balint/log/json_text.hpp>
#include <balint/words/any_session.hpp>

#include <httplib.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace {

using namespace balint;

/// What is answered: the status of HTTP, and JSON.
struct reply {
  int status = 200;
  std::string body;
};
reply refused(int status, const std::string& why) { return {status, R"({"error":)" + to_json(why) + "}"}; }

/// Rooms by their ids. One thread at a time is in a room, and any number in different ones.
class rooms {
 public:
  reply open(const std::string& id, const std::string& protocol, const std::vector<person_record>& people) {
    auto begun = any_session<>::open(protocol, people);
    if (!begun) return refused(400, begun.error().message());
    const std::unique_lock all(turn_);
    const auto [at, is_new] = rooms_.try_emplace(id, std::make_shared<room>(*std::move(begun)));
    return is_new ? reply{201, seen_by("", at->second->held)} : refused(409, "there is a room of that id");
  }
  reply apply(const std::string& id, const event_words& said) const {
    return in(id, [&](any_session<>& held) {
      const auto done = held.apply(said);
      if (!done) return refused(done.error().word ? 400 : 409, done.error().message());
      return reply{200, R"({"option":)" + std::to_string(done->number) + "}"};
    });
  }
  reply seen(const std::string& id, const std::string& who) const {
    return in(id, [&](const any_session<>& held) { return reply{200, seen_by(who, held)}; });
  }

 private:
  struct room {
    explicit room(any_session<> begun) : held(std::move(begun)) {}
    std::mutex turn;
    any_session<> held;
  };
  /// What a person may see: where the session is and what to do now. Who passed and voted, only the acting leader.
  static std::string seen_by(const std::string& who, const any_session<>& held) {
    const auto view = held.view();
    const auto name = [&](person_id id) { return id.index < held.names().size() ? held.names()[id.index] : ""; };
    std::string menu;
    for (const auto& one : held.menu(who))
      menu += (menu.empty() ? R"({"act":)" : R"(,{"act":)") + to_json(one.act) + R"(,"on":)" + to_json(one.on) + "}";
    const auto whole = !who.empty() && name(view.leader) == who ? R"(,"view":)" + held.json() : std::string();
    return R"({"stage":)" + to_json(view.stage) + R"(,"presenter":)" + to_json(name(view.presenter)) + R"(,"end":)" +
           to_json(name_of(view.end)) + R"(,"menu":[)" + menu + "]" + whole + "}";
  }
  template <typename F>
  reply in(const std::string& id, F f) const {
    std::shared_lock all(turn_);
    const auto at = rooms_.find(id);
    if (at == rooms_.end()) return refused(404, "there is no room of that id");
    const auto here = at->second;
    all.unlock();
    const std::lock_guard one(here->turn);
    return f(here->held);
  }

  mutable std::shared_mutex turn_;
  std::map<std::string, std::shared_ptr<room>> rooms_;
};

/// `anna:participant` for each person; several offices with commas between, and `agrees` for who agreed to take part.
std::vector<person_record> people_of(const httplib::Request& asked) {
  std::vector<person_record> people;
  for (std::size_t i = 0; i < asked.get_param_value_count("person"); ++i) {
    std::istringstream text(asked.get_param_value("person", i));
    auto& one = people.emplace_back();
    std::getline(text, one.id, ':');
    for (std::string word; std::getline(text, word, ',');)
      word == "agrees" ? static_cast<void>(one.agrees = consent::given) : one.offices.push_back(word);
  }
  return people;
}

void serve(httplib::Server& server, rooms& all) {
  const auto answer = [](auto give) {
    return [give](const httplib::Request& asked, httplib::Response& to) {
      const reply said = give(asked, std::string(asked.matches[1]));
      to.status = said.status;
      to.set_content(said.body, "application/json");
    };
  };
  const auto* const room = "/rooms/([A-Za-z0-9_.-]+)";
  server.Put(room, answer([&all](const auto& asked, const std::string& id) {
               return all.open(id, asked.get_param_value("protocol"), people_of(asked));
             }));
  server.Post(room, answer([&all](const auto& asked, const std::string& id) {
                const auto get = [&](const char* key) { return asked.get_param_value(key); };
                return all.apply(id, {.by = get("by"), .act = get("act"), .on = get("on")});
              }));
  server.Get(room, answer([&all](const auto& of, const auto& id) { return all.seen(id, of.get_param_value("by")); }));
}

/// Clients on several threads: each has a room of its own, and all of them ask in a common one.
int talk_to_itself() {
  rooms all;
  httplib::Server server;
  serve(server, all);
  const int port = server.bind_to_any_port("127.0.0.1");
  const std::jthread serving([&] { server.listen_after_bind(); });
  std::atomic<int> wrong = 0;
  const auto expect = [&wrong](const httplib::Result& came, int status, std::string_view text = "") {
    if (came && came->status == status && came->body.find(text) != std::string::npos) return;
    ++wrong;
    std::fprintf(stderr, "expected %d %s, got %d %s\n", status, std::string(text).c_str(), came ? came->status : 0,
                 came ? came->body.c_str() : "nothing");
  };
  const std::string cast = "?protocol=student_group&person=anna:participant&person=bo:participant&person=maria:leader";
  const auto client = [&](int number) {
    httplib::Client http("127.0.0.1", port);
    const auto own = "/rooms/evening-" + std::to_string(number);
    expect(http.Put(own + cast), 201, R"("stage":"presentation")");
    expect(http.Put(own + cast), 409, "there is a room");
    for (const auto* who : {"anna", "bo"}) expect(http.Post(own + "?act=present_case&by=" + who), 200);
    expect(http.Post(own + "?act=vote&on=anna&by=bo"), 409, "wrong_stage");
    expect(http.Post(own + "?act=votes&by=bo"), 400, "vote");
    expect(http.Post(own + "?act=advance&by=maria"), 200);
    expect(http.Get(own + "?by=bo"), 200, R"({"act":"vote","on":"anna"})");
    for (const auto* who : {"", "?by=carl"})  // a stranger is told nothing of anybody
      expect(http.Get(own + who), 200, R"({"stage":"selection","presenter":"","end":"running","menu":[]})");
    expect(http.Get("/rooms/common?by=maria"), 200, R"("protocol":"student_group")");
    expect(http.Post("/rooms/common?act=refocus&by=maria"), 200);
  };
  httplib::Client("127.0.0.1", port).Put("/rooms/common" + cast);
  {
    std::vector<std::jthread> clients;
    for (int i = 0; i < 6; ++i) clients.emplace_back(client, i);
  }
  server.stop();
  return wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** values) {
  if (count < 2) return talk_to_itself();
  rooms all;
  httplib::Server server;
  serve(server, all);
  return server.listen("127.0.0.1", std::atoi(values[1])) ? 0 : 1;
}
