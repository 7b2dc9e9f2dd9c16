// SPDX-License-Identifier: MIT
/// @file
/// Keeps the course of a live session: one line for each act, `anna vote boris`. The group talks face to face or on
/// video, not here. It is saved after every act that was accepted, so that it goes on where it was after whatever ends
/// the program: `chat_room FILE`, then lines on standard input. One terminal, one person: do not project a menu.
#include <balint/protocols/student_group.hpp>
#include <balint/menu/menu.hpp>
#include <balint/text/menu_message.hpp>
#include <balint/text/message.hpp>
#include <balint/words/read_event.hpp>
#include <balint/words/save.hpp>

#include <fmt/core.h>

#include <cstdio>
#include <expected>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>

namespace {

using namespace balint;
using protocol_here = student_group;

/// A session with its people, kept in a file.
class room {
 public:
  /// The room that the file holds, or a new one.
  static std::expected<room, std::string> open(const std::filesystem::path& file) {
    if (std::ifstream saved(file, std::ios::binary); saved) {
      const std::string bytes(std::istreambuf_iterator<char>(saved), {});
      auto loaded = load<protocol_here>(bytes);
      if (!loaded) return std::unexpected(loaded.error().message());
      return room(file, std::move(loaded->people), std::move(loaded->running));
    }
    auto people = cast<protocol_here>::of(
        {{"maria", {"leader"}}, {"anna", {"participant"}}, {"boris", {"participant"}}, {"vera", {"participant"}}});
    if (!people) return std::unexpected(people.error().message());
    session<protocol_here> begun(people->group());
    return room(file, *std::move(people), std::move(begun));
  }

  /// What is answered to a line: `WHO ACT [ON]`, or `WHO` alone, who is shown a menu.
  std::string answer(const std::string& line) {
    std::istringstream words(line);
    std::string by, act, on;
    words >> by >> act >> on;
    if (act.empty()) return menu(by);
    const auto said = read_event(people_, {.by = by, .act = act, .on = on});
    if (!said) return said.error().message();
    if (const auto done = running_.apply(*said); !done) return message(done.error(), {people_.names()});
    return keep() ? "on record" : "on record, but it could not be saved";
  }
  [[nodiscard]] bool is_over() const { return running_.is_over(); }

 private:
  room(std::filesystem::path file, cast<protocol_here> people, session<protocol_here> running)
      : file_(std::move(file)), people_(std::move(people)), running_(std::move(running)) {}

  [[nodiscard]] std::string menu(const std::string& who) const {
    std::string all;
    const auto asker = people_.find(who);
    if (asker == nobody) return "nobody here has that name";
    for (const auto& entry : menu_of(running_, asker)) {
      if (entry.is_legal() || entry.has_home || entry.who_may.contains(asker))
        all += message<protocol_here>(entry, {people_.names()}) + "\n";
    }
    return all;
  }
  /// Writes a new file and gives it the name of the old one: a crash leaves one of the two.
  [[nodiscard]] bool keep() const {
    const auto bytes = save(running_, people_);
    const auto fresh = file_.string() + ".new";
    std::ofstream to(fresh, std::ios::binary);
    if (!bytes || !(to << *bytes).flush()) return false;
    to.close();
    std::error_code no;
    std::filesystem::rename(fresh, file_, no);
    return !no;
  }

  std::filesystem::path file_;
  cast<protocol_here> people_;
  session<protocol_here> running_;
};

}  // namespace

int main(int count, char** values) {
  if (count != 2) {
    fmt::print(stderr, "usage: chat_room FILE; then lines such as: anna present_case\n");
    return 2;
  }
  auto opened = room::open(values[1]);
  if (!opened) {
    fmt::print(stderr, "{}\n", opened.error());
    return 2;
  }
  for (std::string line; !opened->is_over() && std::getline(std::cin, line);) {
    fmt::print("{}\n", opened->answer(line));
    std::fflush(stdout);
  }
  return 0;
}
