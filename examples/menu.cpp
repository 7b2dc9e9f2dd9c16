// SPDX-License-Identifier: MIT
/// @file
/// A session in an event loop: each person has a menu, made of what is legal now, with the reasons of what is not. A
/// script chooses; with --interactive, you.
#include <balint/balint.hpp>
#include <balint/text/menu_message.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace balint;
using meeting = session<student_group>;

constexpr std::array everybody{person<student_group>::as<role::participant>("p1", consent::given),
                               person<student_group>::as<role::participant>("p2", consent::given),
                               person<student_group>::as<role::participant>("p3", consent::given),
                               person<student_group>::as<role::leader>("lead")};
constexpr roster<student_group> people{everybody};
constexpr std::string_view ids_of_everybody[]{"p1", "p2", "p3", "lead"};

/// What the script says; two of its lines are on nobody's menu.
constexpr std::string_view script[]{"p1 present_case",
                                    "p2 propose",
                                    "p2 present_case",
                                    "p3 pass",
                                    "lead advance",
                                    "p1 vote p2",
                                    "p2 vote p1",
                                    "p3 vote p2",
                                    "lead select_case p2",
                                    "p2 accept_case",
                                    "lead advance",
                                    "p2 tell_story",
                                    "p3 ask",
                                    "p2 answer",
                                    "lead flag confidentiality",
                                    "lead advance",
                                    "lead remind confidentiality",
                                    "lead advance",
                                    "p1 propose",
                                    "p3 propose",
                                    "lead advance",
                                    "p1 assess 2",
                                    "p1 forecast 2",
                                    "p1 assess 1",
                                    "p3 forecast 1",
                                    "lead advance",
                                    "p2 self_assess",
                                    "lead close"};

struct choice {
  std::string label;
  event<student_group> what;
};

std::string label_of(const event<student_group>& e) {
  const auto act = name_of<student_group>(e.act);
  switch (target_of<student_group>(e.act)) {
    case target_kind::case_of:
    case target_kind::person: return fmt::format("{} {}", act, people[e.target_as<person_id>()].id);
    case target_kind::option: return fmt::format("{} {}", act, e.target_as<option_id>().number);
    case target_kind::rule: return fmt::format("{} {}", act, name_of<student_group>(e.target_as<rule_id>()));
    case target_kind::none: break;
  }
  return std::string(act);
}

/// Of the rules, a menu offers only those that a person has to watch because no machine can.
bool is_offered(const event<student_group>& e) {
  return target_of<student_group>(e.act) != target_kind::rule ||
         rules_of<student_group>::holding[e.target_as<rule_id>().index] == held::by_person;
}
/// Everything a person may do now.
std::vector<choice> choices_of(const meeting& now, person_id who) {
  std::vector<choice> all;
  for (const auto& entry : menu_of(now, who)) {
    for (const auto& e : entry.choices) {
      if (is_offered(e)) all.push_back({label_of(e), e});
    }
  }
  return all;
}

//! [menu]
/// What a person may do now, by number, and why not the rest of what belongs to stages.
void print_menu(const meeting& now, person_id who, const pseudonyms& names) {
  const auto all = menu_of(now, who);
  int number = 0;
  for (const auto& entry : all) {
    for (const auto& choice : entry.choices) {
      if (is_offered(choice)) fmt::print("  {:2} {}\n", ++number, choice_message<student_group>(choice, names));
    }
  }
  for (const auto& entry : all) {
    if (!entry.is_legal() && entry.has_home) fmt::print("     {}\n", message<student_group>(entry, names));
  }
}
//! [menu]

/// What a line means to a menu: the number of an entry, or its label.
std::optional<choice> choose(const std::vector<choice>& menu, std::string_view said) {
  std::size_t number = 0;
  const auto end = said.data() + said.size();
  if (std::from_chars(said.data(), end, number).ptr == end && number >= 1 && number <= menu.size())
    return menu[number - 1];
  for (const auto& entry : menu) {
    if (entry.label == said) return entry;
  }
  return std::nullopt;
}

std::string ids(person_set who) {
  std::string text;
  for (const auto one : who) text.append(" ").append(people[one].id);
  return text.empty() ? " nobody yet" : text;
}

void show(const meeting& now) {
  fmt::print("[{}] their turn:{}\n", name_of<student_group>(now.stage()), ids(now.may_act()));
  for (const auto& open : now.owed()) {
    if (open.owes == debt::an_act) fmt::print("  owed: {} by{}\n", name_of<student_group>(open.act), ids(open.by));
  }
}

/// Handles one line; whether it chose something. `p1` shows the menu of p1, `p1 2` and `p1 vote p2` choose from it.
bool handle(meeting& now, std::string_view line) {
  const auto gap = std::min(line.find(' '), line.size());
  const auto who = people[line.substr(0, gap)];
  const auto menu = choices_of(now, who);
  const auto said = line.substr(std::min(gap + 1, line.size()));
  if (const auto chosen = choose(menu, said)) return now.apply(chosen->what).has_value();
  if (who == nobody) fmt::print("  not in the group: {}\n", line);
  if (who != nobody && !said.empty()) fmt::print("  not on the menu of {}: {}\n", people[who].id, said);
  if (who != nobody) print_menu(now, who, {.ids = ids_of_everybody});
  return false;
}

/// The event loop: takes lines from a source until it has no more or the session is over; how many chose nothing.
template <typename Source>
std::size_t run(meeting& now, Source next_line) {
  std::size_t missed = 0;
  for (show(now); !now.is_over();) {
    const std::optional<std::string> line = next_line();
    if (!line) break;
    const auto stage = now.stage();
    if (!handle(now, *line)) ++missed;
    if (now.stage() != stage) show(now);
  }
  return missed;
}

}  // namespace

int main(int argc, char** argv) {
  const auto people_here = form<student_group>(everybody).formed();
  if (!people_here) return 1;
  meeting now{*people_here};
  if (argc > 1 && std::string_view(argv[1]) == "--interactive") {
    fmt::print("type who and a number: p1 shows the menu of p1, p1 2 chooses from it\n");
    run(now, [&now, line = std::string()]() mutable -> std::optional<std::string> {
      fmt::print("[{}] > ", name_of<student_group>(now.stage()));
      return std::getline(std::cin, line) ? std::optional(line) : std::nullopt;
    });
    fmt::print("\n");
    return 0;
  }
  std::queue<std::string> inputs;
  for (const auto line : script) inputs.emplace(line);
  const auto missed = run(now, [&inputs]() -> std::optional<std::string> {
    if (inputs.empty()) return std::nullopt;
    std::string line = inputs.front();
    inputs.pop();
    return line;
  });
  fmt::print("{} lines chose nothing; the session is {}\n", missed,
             now.end() == ending::closed ? "closed" : "not closed");
  return missed == 2 && inputs.empty() && now.end() == ending::closed ? 0 : 1;
}
