// SPDX-License-Identifier: MIT
// Makes a page for each protocol from its declaration and prose.md.
//
//   protocol_pages SOURCE_DIR write    writes docs/reference/protocols/NAME.md for each protocol
//   protocol_pages SOURCE_DIR check    fails if one differs from what would be written
#include "words.hpp"

#include <balint/log/record.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using namespace protocol_pages;

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The section of prose.md under `# NAME`, without its heading.
std::string prose_of(const std::string& prose, std::string_view name) {
  std::istringstream in(prose);
  std::string text;
  bool is_inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# ")) {
      is_inside = line.substr(2) == name;
    } else if (is_inside) {
      text += line + "\n";
    }
  }
  const auto end = text.find_last_not_of('\n');
  return end == std::string::npos ? std::string() : text.substr(0, end + 1) + "\n\n";
}

template <typename Clause>
std::string act_row() {
  return "| " + code_of<typename Clause::act>() + " | " + who<typename Clause::who>() + " | " + std::string(how_often(Clause::due)) +
         " | " + conditions_of(static_cast<Clause*>(nullptr)) + " | " + std::string(Clause::act::source) + " |\n";
}
constexpr std::string_view act_columns = "| act | who | how often | conditions | source |\n|---|---|---|---|---|\n";

template <typename Stage, typename... Items>
std::string stage_section(in<Stage, Items...>, int number) {
  std::string text = "### " + std::to_string(number) + ". " + say("stage", Stage::name) + "\n\n`" + std::string(Stage::name) +
                     "`, source " + std::string(Stage::source) + ".";
  std::string rows;
  const auto add = [&]<typename Item>() {
    if constexpr (detail::is_clause<Item>) {
      rows += act_row<Item>();
    } else {
      text += " " + beside(Item{});
    }
  };
  (add.template operator()<Items>(), ...);
  return text + "\n\n" + std::string(act_columns) + rows + "\n";
}
template <typename... Ins>
std::string stage_sections(sequence<Ins...>) {
  std::string text;
  int number = 0;
  ((text += stage_section(Ins{}, ++number)), ...);
  return text;
}
template <typename... Clauses>
std::string throughout_table(throughout<Clauses...>) {
  return (std::string(act_columns) + ... + act_row<Clauses>());
}

std::string link(std::string_view code) {
  return "[" + std::string(code) + "](../errors.md#" + std::string(code) + ")";
}
template <typename P, typename Condition>
std::string condition_row(bool errors) {
  if constexpr (requires { Condition::error; }) {
    using rule = typename Condition::rule;
    return errors ? "| " + group_words(Condition{}) + " | " + link(name_of(Condition::error)) + " | " + code_of<rule>() + " | " +
                        std::string(rule::source) + " |\n"
                  : "";
  } else {
    return errors ? "" : "| " + group_words(Condition{}) + " | " + link(name_of(Condition::advises)) + " |\n";
  }
}
template <typename P, typename... Conditions>
std::string condition_rows(conditions<Conditions...>, bool errors) {
  return (std::string() + ... + condition_row<P, Conditions>(errors));
}

template <typename Office, typename... StandIns>
std::string lead_words(led_by<Office, StandIns...>) {
  std::string stand_ins;
  ((stand_ins = joined(stand_ins, ", otherwise a ", role_of<StandIns>())), ...);
  const std::string text = "The lead is the " + role_of<Office>() + "'s while present";
  return stand_ins.empty() ? text + "." : text + ", otherwise that of a " + stand_ins + " who is present and whose case it is not.";
}

constexpr std::string_view how_held(held holds) {
  switch (holds) {
    case held::by_type: return "the declaration: no act exists that breaks it";
    case held::by_machine: return "software, which refuses or reports what would break it";
    case held::by_advisory: return "software, which says in an advisory that it may be broken";
    case held::by_person: return "people, who flag a breach; software cannot detect it";
  }
  return "";
}

template <typename P>
std::string page(const std::string& prose) {
  std::string text = "# The protocol " + std::string(P::name) + "\n" + prose_of(prose, P::name);
  text += "The tables are generated from the declaration in `protocols/" + std::string(P::name) + ".hpp`, source " + std::string(P::source) +
          ".\n[Requirements](../requirements.md) has the sources: an ID such as STG-4 is a statement of the papers, \"domain\" a description\n"
          "of the field, \"house\" a decision of this project.\n\n";
  text += "## Stages\n\n" + stage_sections(typename P::order{});
  text += "## Throughout\n\nOpen in every stage, except that `advance` is open in all but the last and `close` in the last alone. A stage can be left when\n"
          "it is complete and every flag has been answered by a reminder. A `rejoin` needs an absence" +
          std::string(act_of<act::pass, P> ? ", and a `pass` something owed" : "") + ".\n\n" +
          throughout_table(typename P::throughout{}) + "\n";

  std::string offices;
  for (const auto name : P::offices::names) offices = joined(offices, ", ", say("role", name));
  text += "## People\n\nOffices: " + offices + ". The " + say("role", P::presented_by::name) +
          " is the person whose case it is: not an office, but gained in the session. " + lead_words(typename P::lead{}) + "\n\n";
  text += "A group is formed if all of these hold:\n\n| condition | otherwise | rule | source |\n|---|---|---|---|\n" +
          condition_rows<P>(typename P::formation{}, true) + "\n";
  auto thoughts = condition_rows<P>(typename P::formation{}, false);
  if constexpr (requires { typename P::session_advisories; }) thoughts += condition_rows<P>(typename P::session_advisories{}, false);
  text += "An advisory, never an error, is given unless:\n\n| condition | advisory |\n|---|---|\n" + thoughts + "\n";

  text += "## Rules\n\n| rule | held by | source |\n|---|---|---|\n";
  using rules = rules_of<P>;
  for (std::size_t i = 0; i < rules::size; ++i) {
    text += "| " + say("rule", rules::names[i]) + " (`" + std::string(rules::names[i]) + "`) | " + std::string(how_held(rules::holding[i])) +
            " | " + std::string(rules::sources[i]) + " |\n";
  }
  return text;
}

/// Writes or checks one page; whether all is well.
template <typename P>
bool handle(const std::string& folder, const std::string& prose, bool writes) {
  const auto path = folder + std::string(P::name) + ".md";
  if (prose_of(prose, P::name).empty()) {
    std::cerr << "prose.md has no section " << P::name << "\n";
    return false;
  }
  const auto made = page<P>(prose);
  if (writes) return static_cast<bool>(std::ofstream(path, std::ios::binary) << made);
  const auto there = read(path);
  if (there == made) return true;
  std::istringstream has(there);
  std::istringstream wants(made);
  std::string left;
  std::string right;
  do {
    if (!std::getline(has, left)) left = "(the end)";
    if (!std::getline(wants, right)) right = "(the end)";
  } while (left == right && left != "(the end)");
  std::cerr << path << " is not current: build the target protocol_pages_write\n  it says   " << left << "\n  should be " << right << "\n";
  return false;
}

/// Every protocol that a log may name has its page.
template <typename... Ps>
bool handle_all(protocol_list<Ps...>, const std::string& source, bool writes) {
  const auto prose = read(source + "/docs/generators/protocols/prose.md");
  const auto folder = source + "/docs/reference/protocols/";
  bool good = true;
  ((good = handle<Ps>(folder, prose, writes) && good), ...);
  return good;
}

}  // namespace

int main(int count, char** values) {
  const std::string what = count == 3 ? values[2] : "";
  if (what != "check" && what != "write") {
    std::cerr << "protocol_pages SOURCE_DIR check|write\n";
    return 2;
  }
  return handle_all(all_protocols{}, values[1], what == "write") ? 0 : 1;
}
