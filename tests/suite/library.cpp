// SPDX-License-Identifier: MIT
// The library as an implementation that the conformance kit can ask: a request a line on standard input, an answer a
// line on standard output. Beside judging, it holds the faces of a session against each other.
#include <balint/log/jsonl/jsonl.hpp>

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "tests/suite/agreement.hpp"
#include "tests/suite/trace.hpp"

namespace {

using namespace suite;

/// Judges the one session of a request.
struct judging {
  object* answer;
  template <typename P>
  struct handler {
    cast<P> who;
    object* answer;
    trace<P> events;
    void event(const logged_event<P>& e) { events.push_back(e.event); }
    void end(bool) {
      *answer = judgement_of(who, events);
      if (const auto why = disagreement(who.group(), events); !why.empty()) answer->add("error", why);
    }
  };
  template <typename P>
  handler<P> operator()(const session_header<P>& h) const {
    return {cast<P>({h.people.begin(), h.people.end()}), answer, {}};
  }
};

std::string log_of(simdjson::dom::element request) {
  std::string log = simdjson::minify(request["header"].value()) + "\n";
  const simdjson::dom::array events = request["events"];
  for (const auto e : events) log += simdjson::minify(e) + "\n";
  return log;
}

json answer_to(simdjson::dom::element request) {
  object answer;
  auto log = log_of(request);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(fmemopen(log.data(), log.size(), "rb"), &std::fclose);
  jsonl_reader<> reader(file.get(), "request");
  if (const auto read = reader.read(judging{&answer}); !read) answer.add("error", read.error().found);
  return answer.add("case", request["case"].get_string().value()).on_one_line();
}

}  // namespace

int main() {
  simdjson::dom::parser parser;
  for (std::string line; std::getline(std::cin, line);) {
    simdjson::dom::element request;
    if (parser.parse(line).get(request) != simdjson::SUCCESS) return 1;
    std::cout << answer_to(request).text << std::endl;
  }
}
