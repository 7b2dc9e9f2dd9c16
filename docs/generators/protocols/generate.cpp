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
  return "| " + code_of<typename Clause::act>() + " | " + who<typename Clause::who>() + " | " +
         std::string(how_often(Clause::due)) + " | " + conditions_of(static_cast<Clause*>(nullptr)) + " | " +
         source_of_act<typename Clause::act>() + " |\n";
}
constexpr std::string_view act_columns = "| act | who | how often | conditions | source |\n|---|---|---|---|---|\n";

template <typename Stage, typename... Items>
std::string stage_section(in<Stage, Items...>, int number) {
  std::string text = "### " + std::to_string(number) + ". " + say("stage", Stage::name) + "\n\n`" +
                     std::string(Stage::name) + "`, source " + std::string(Stage::source) + ".";
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
    return errors ? "| " + group_words(Condition{}) + " | " + link(name_of(Condition::error)) + " | " +
                        code_of<rule>() + " | " + std::string(source_of_condition<P>(Condition::error)) + " |\n"
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
  return stand_ins.empty() ? text + "."
                           : text + ", otherwise that of a " + stand_ins + " who is present and whose case it is not.";
}

// ---- which rules are held, and how ----------------------------------------------------------------------------------

/// Whether a clause makes something owed under a rule.
template <typename Rule, typename Item>
constexpr bool owes_for() {
  if constexpr (detail::is_clause<Item>) {
    return Item::due != quota::may && std::same_as<typename Item::rule, Rule>;
  } else {
    return std::same_as<Rule, rule::everyone_takes_part> &&
           (std::same_as<Item, at_least_one<case_id>> || std::same_as<Item, at_least_one<option_id>>);
  }
}
template <typename Rule, typename Stage, typename... Items>
constexpr bool stage_owes_for(in<Stage, Items...>) {
  return (owes_for<Rule, Items>() || ...);
}
template <typename Rule, typename... Ins>
constexpr bool order_owes_for(sequence<Ins...>) {
  return (stage_owes_for<Rule>(Ins{}) || ...);
}
template <typename Rule, typename Condition>
constexpr bool condition_holds() {
  if constexpr (requires { Condition::error; }) {
    return std::same_as<typename Condition::rule, Rule>;
  } else {
    return false;
  }
}
template <typename Rule, typename... Conditions>
constexpr bool formation_holds(conditions<Conditions...>) {
  return (condition_holds<Rule, Conditions>() || ...);
}
template <typename Condition>
constexpr bool advises(advisory_code what) {
  if constexpr (requires { Condition::advises; }) {
    return Condition::advises == what;
  } else {
    return false;
  }
}
template <typename... Conditions>
constexpr bool any_advises(conditions<Conditions...>, advisory_code what) {
  return (advises<Conditions>(what) || ...);
}
template <typename P>
constexpr bool gives(advisory_code what) {
  if constexpr (requires { typename P::session_advisories; }) {
    if (any_advises(typename P::session_advisories{}, what)) return true;
  }
  return any_advises(typename P::formation{}, what);
}

/// Whether a refusal or a finding of P stands for a rule.
template <typename P, typename Rule>
constexpr bool is_held_by_machine() {
  if (std::same_as<Rule, rule::closed_group> || std::same_as<Rule, rule::stage_order>) return true;
  if (std::same_as<Rule, rule::roles> || order_owes_for<Rule>(typename P::order{})) return true;
  if (formation_holds<Rule>(typename P::formation{})) return true;
  if (std::same_as<Rule, rule::leader_may_terminate>) return act_of<act::terminate, P>;
  if (std::same_as<Rule, rule::leader_enforces>) return act_of<act::flag, P>;
  return std::same_as<Rule, rule::joint_selection> && act_of<act::vote, P>;
}
/// The advisory of P that stands for a rule, by name; none: an empty one.
template <typename P, typename Rule>
constexpr std::string_view advisory_for() {
  const auto one_of = [](auto... all) {
    std::string_view name;
    ((name = name.empty() && gives<P>(all) ? name_of(all) : name), ...);
    return name;
  };
  if (std::same_as<Rule, rule::less_experienced_share>) return one_of(advisory_code::less_experienced_share);
  if (std::same_as<Rule, rule::live>) return one_of(advisory_code::not_live);
  if (std::same_as<Rule, rule::supervisor_present>) return one_of(advisory_code::supervisor_not_stated);
  return {};
}
/// Whether no act of P could break a rule: no act chooses among the options.
template <typename P, typename Rule>
constexpr bool is_held_by_type() {
  return Rule::holds == held::by_type && !act_of<act::decide, P>;
}

/// The rows of the rules that are held, of those that people hold, and of those that a form does not ask for.
struct rule_rows {
  std::string held;
  std::string by_people;
  std::string not_asked;
};
template <typename P, typename Rule>
void add_rule(rule_rows& rows) {
  const auto what = say("rule", Rule::name) + " (`" + std::string(Rule::name) + "`)";
  const auto source = std::string(Rule::source) + (std::same_as<Rule, rule::joint_selection> ? ", house" : "");
  const auto row = [&](const std::string& how) { return "| " + what + " | " + how + " | " + source + " |\n"; };
  const auto advisory = advisory_for<P, Rule>();
  if constexpr (Rule::holds == held::by_person) {
    rows.by_people += "| " + what + " | " + source + " |\n";
  } else if constexpr (is_held_by_machine<P, Rule>()) {
    rows.held += row("software, which refuses or reports what would break it");
  } else if constexpr (is_held_by_type<P, Rule>()) {
    rows.held += row("the declaration: no act exists that breaks it");
  } else if (!advisory.empty()) {
    const std::string more = std::same_as<Rule, rule::live> ? "; order in time is checked, being together is not" : "";
    rows.held += row("software, in the advisory " + link(advisory) + more);
  } else {
    rows.not_asked += "| " + what + " | " + source + " |\n";
  }
}
template <typename P, typename... Rules>
rule_rows rows_of(rule_list<Rules...>) {
  rule_rows rows;
  (add_rule<P, Rules>(rows), ...);
  return rows;
}
template <typename P>
std::string rule_section() {
  const auto rows = rows_of<P>(rules_of<P>{});
  std::string text =
      "## Rules\n\nAnybody may flag a breach of any of these, and the " + role_of<typename P::lead::office>() +
      " may remind the group of it.\n\n"
      "### Held by this protocol\n\n| rule | held by | source |\n|---|---|---|\n" +
      rows.held +
      "\n### Held by people\n\nSoftware cannot detect a breach of these; somebody says so, with a flag.\n\n"
      "| rule | source |\n|---|---|\n" +
      rows.by_people;
  if (rows.not_asked.empty()) return text;
  text += "\n### Not asked of this form\n\n| rule | source |\n|---|---|\n" + rows.not_asked;
  return text;
}

/// What the tables do not say about the acts that are open throughout.
template <typename P>
std::string about_moves() {
  std::string text =
      "Open in every stage, except that `advance` and `cut_short` are open in all but the last and `close` in the "
      "last\n"
      "alone. A stage can be left when it is complete and every flag has been answered by a reminder. `cut_short` "
      "leaves\n"
      "a stage that was worked in although turns are open: the " +
      role_of<typename P::lead::office>() +
      " ends this discussion (RUL-4). `open`\ncomes before everything else, and may be left out. A `rejoin` needs an "
      "absence";
  if (act_of<act::pass, P>) text += ", and a `pass` an open turn";
  if (act_of<act::take_lead, P>) text += ".\nThe lead is taken only while nobody leads";
  return text + ".\n";
}

template <typename P>
std::string page(const std::string& prose) {
  std::string text = "# The protocol " + std::string(P::name) + "\n" + prose_of(prose, P::name);
  text += "The tables are generated from the declaration in `protocols/" + std::string(P::name) + ".hpp`, source " +
          std::string(P::source) +
          ".\n[Requirements](../requirements.md) has the sources: an ID such as STG-4 is a statement of the papers, "
          "\"domain\" a description\n"
          "of the field, \"house\" a decision of this project.\n\n";
  text += "## Stages\n\n" + stage_sections(typename P::order{});
  text += "## Throughout\n\n" + about_moves<P>() + "\n" + throughout_table(typename P::throughout{}) + "\n";

  std::string offices;
  for (const auto name : P::offices::names) offices = joined(offices, ", ", say("role", name));
  text += "## People\n\nOffices: " + offices + ". The " + say("role", P::presented_by::name) +
          " is the person whose case it is: not an office, but gained in the session. " +
          lead_words(typename P::lead{}) + "\n\n";
  text += "A group is formed if all of these hold:\n\n| condition | otherwise | rule | source |\n|---|---|---|---|\n" +
          condition_rows<P>(typename P::formation{}, true) + "\n";
  auto thoughts = condition_rows<P>(typename P::formation{}, false);
  if constexpr (requires { typename P::session_advisories; })
    thoughts += condition_rows<P>(typename P::session_advisories{}, false);
  text += "An advisory, never an error, is given unless:\n\n| condition | advisory |\n|---|---|\n" + thoughts + "\n";

  text += rule_section<P>();
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
  std::cerr << path << " is not current: build the target protocol_pages_write\n  it says   " << left
            << "\n  should be " << right << "\n";
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
