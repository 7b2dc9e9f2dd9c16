// SPDX-License-Identifier: MIT
/// @file
/// A menu for each person: what they may do now, by number, and why not the rest. A script chooses; with --interactive,
/// you.
#include <balint/balint.hpp>
#include <balint/text/menu_message.hpp>
#include <balint/text/message.hpp>
#include <balint/words/read_event.hpp>

#include <fmt/core.h>

#include <cstddef>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using namespace balint;
using meeting = session<student_group>;

/// What the script says; two of its lines are on nobody's menu.
constexpr auto script =
    "p1 present_case; p2 propose; p2 present_case; p3 pass; lead advance; p1 vote p2; p2 vote p1; p3 vote p2;"
    "lead select_case p2; p2 accept_case; lead advance; p2 tell_story; p3 ask; p2 answer; lead flag confidentiality;"
    "lead advance; lead remind confidentiality; lead advance; p1 propose; p3 propose; lead advance; p1 assess 2;"
    "p1 forecast 2; p1 assess 1; p3 forecast 1; lead advance; p2 self_assess; lead close";

/// Of the rules, this example offers those that a person has to watch because no machine can; any can be named.
bool is_offered(const event<student_group>& e) {
  return target_of<student_group>(e.act) != target_kind::rule ||
         rules_of<student_group>::holding[e.target_as<rule_id>().index] == held::by_person;
}

//! [menu]
/// What a person may do now, by number, and why not the rest of what belongs to stages or is theirs to do.
void print_menu(const meeting& now, person_id who, const pseudonyms& names) {
  const auto all = menu_of(now, who);
  int number = 0;
  for (const auto& entry : all) {
    for (const auto& choice : entry.choices) {
      if (is_offered(choice)) fmt::print("  {:2} {}\n", ++number, choice_message<student_group>(choice, names));
    }
  }
  for (const auto& entry : all) {
    const bool is_explained = entry.has_home || entry.who_may.contains(who);
    if (!entry.is_legal() && is_explained) fmt::print("     {}\n", message<student_group>(entry, names));
  }
}
//! [menu]

/// Applies what stands at a number of somebody's menu; false: nothing does.
bool choose(meeting& now, person_id who, std::size_t number) {
  const auto all = menu_of(now, who);
  for (const auto& entry : all) {
    for (const auto& choice : entry.choices) {
      if (is_offered(choice) && --number == 0) return now.apply(choice).has_value();
    }
  }
  return false;
}

/// Handles a line; whether it did something. `p1` shows the menu of p1, `p1 2` and `p1 vote p2` choose from it.
bool handle(meeting& now, const cast<student_group>& people, const std::string& line) {
  std::istringstream words(line);
  std::string by, act, on;
  words >> by >> act >> on;
  const auto who = people.find(by);
  if (who != nobody && act.empty()) return print_menu(now, who, {people.names()}), true;
  if (std::size_t number = 0; std::istringstream(act) >> number && number > 0) return choose(now, who, number);
  const auto said = read_event(people, {.by = by, .act = act, .on = on});
  if (!said) return fmt::print("  {}\n", said.error().message()), false;
  const auto done = now.apply(*said);
  if (!done) fmt::print("  {}\n", message(done.error(), {people.names()}));
  return done.has_value();
}

}  // namespace

int main(int argc, char** argv) {
  const auto people = cast<student_group>::of(
      {{"p1", {"participant"}}, {"p2", {"participant"}}, {"p3", {"participant"}}, {"lead", {"leader"}}});
  if (!people) return 1;
  meeting now{people->group()};
  if (argc > 1 && std::string_view(argv[1]) == "--interactive") {
    fmt::print("p1 shows the menu of p1; p1 2 chooses from it\n");
    for (std::string line; !now.is_over() && std::getline(std::cin, line);) handle(now, *people, line);
    return 0;
  }
  std::size_t missed = 0;
  std::istringstream lines(script);
  for (std::string line; std::getline(lines, line, ';');) {
    if (!handle(now, *people, line)) ++missed;
  }
  fmt::print("{} lines did nothing; the session is {}\n", missed,
             now.end() == ending::closed ? "closed" : "not closed");
  return missed == 2 && now.end() == ending::closed ? 0 : 1;
}
