// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Rules as empty types: the catalogue that findings, refusals, flags and reminders name.
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

/// How a rule is held.
enum class held : std::uint8_t {
  by_type,      ///< No act exists that breaks it.
  by_machine,   ///< A refusal answers what would break it.
  by_advisory,  ///< An advisory says that it may be broken.
  by_person,    ///< Software cannot detect it: somebody flags it.
};

/// A list of rules: a protocol's catalogue.
template <typename... Rules>
struct rule_list {
  /// How many there are.
  static constexpr std::size_t size = sizeof...(Rules);
  /// Their names, in order.
  static constexpr std::array<std::string_view, size> names{Rules::name...};
  /// Their sources, in order.
  static constexpr std::array<std::string_view, size> sources{Rules::source...};
  /// How each is held, in order.
  static constexpr std::array<held, size> holding{Rules::holds...};
  /// Whether Rule is one of them.
  template <typename Rule>
  static constexpr bool has = (std::same_as<Rule, Rules> || ...);
  /// The position of Rule.
  template <typename Rule>
    requires has<Rule>
  static constexpr std::size_t index = [] {
    std::size_t i = 0;
    (void)((std::same_as<Rule, Rules> || (++i, false)) || ...);
    return i;
  }();
  /// The same list with more rules after it.
  template <typename... More>
  using with = rule_list<Rules..., More...>;
};

}  // namespace balint

/// The rules of the protocols. A rule of your own is one more empty type; a protocol lists it in `rules`.
namespace balint::rule {

using std::string_view_literals::operator""sv;  // of a bare literal, every compiler would count the characters

/// Respect for the opinion of every member; inviolable. @source RUL-1
struct respect final {
  static constexpr std::string_view name = "respect"sv, source = "RUL-1"sv;
  static constexpr held holds = held::by_person;
};
/// No assessment and no criticism of persons; inviolable. @source RUL-2
struct no_criticism final {
  static constexpr std::string_view name = "no_criticism"sv, source = "RUL-2"sv;
  static constexpr held holds = held::by_person;
};
/// What is said stays in the group; inviolable. @source RUL-3
struct confidentiality final {
  static constexpr std::string_view name = "confidentiality"sv, source = "RUL-3"sv;
  static constexpr held holds = held::by_person;
};
/// The leader may end the session at any time; inviolable. @source RUL-4
struct leader_may_terminate final {
  static constexpr std::string_view name = "leader_may_terminate"sv, source = "RUL-4"sv;
  static constexpr held holds = held::by_machine;
};
/// The leader answers for the rules: a flag is answered before the session moves on; inviolable. @source RUL-6
struct leader_enforces final {
  static constexpr std::string_view name = "leader_enforces"sv, source = "RUL-6"sv;
  static constexpr held holds = held::by_machine;
};
/// The story is told from memory, without records. @source STG-10
struct from_memory final {
  static constexpr std::string_view name = "from_memory"sv, source = "STG-10"sv;
  static constexpr held holds = held::by_person;
};
/// The case is the presenter's own. @source PUR-2
struct own_case final {
  static constexpr std::string_view name = "own_case"sv, source = "PUR-2"sv;
  static constexpr held holds = held::by_person;
};
/// Nobody looks for the only right solution: no act ranks or chooses an option. @source PUR-3
struct no_single_solution final {
  static constexpr std::string_view name = "no_single_solution"sv, source = "PUR-3"sv;
  static constexpr held holds = held::by_type;
};
/// Taking part is voluntary. @source GRP-7
struct voluntary final {
  static constexpr std::string_view name = "voluntary"sv, source = "GRP-7"sv;
  static constexpr held holds = held::by_machine;
};
/// The group is closed. @source GRP-3
struct closed_group final {
  static constexpr std::string_view name = "closed_group"sv, source = "GRP-3"sv;
  static constexpr held holds = held::by_machine;
};
/// The stages come in their order, none is left out. @source STG-8
struct stage_order final {
  static constexpr std::string_view name = "stage_order"sv, source = "STG-8"sv;
  static constexpr held holds = held::by_machine;
};
/// Everybody has a turn. @source STG-1, STG-4
struct everyone_takes_part final {
  static constexpr std::string_view name = "everyone_takes_part"sv, source = "STG-1/STG-4"sv;
  static constexpr held holds = held::by_machine;
};
/// Every option is assessed and forecast. @source STG-5
struct every_option_weighed final {
  static constexpr std::string_view name = "every_option_weighed"sv, source = "STG-5"sv;
  static constexpr held holds = held::by_machine;
};
/// Group and leader select the case together. @source STG-2
struct joint_selection final {
  static constexpr std::string_view name = "joint_selection"sv, source = "STG-2"sv;
  static constexpr held holds = held::by_machine;
};
/// Each office does what is its own. @source RUL-5, VAR-1
struct roles final {
  static constexpr std::string_view name = "roles"sv, source = "RUL-5/VAR-1"sv;
  static constexpr held holds = held::by_machine;
};
/// No more than 20 % of the participants are less experienced. @source GRP-9
struct less_experienced_share final {
  static constexpr std::string_view name = "less_experienced_share"sv, source = "GRP-9"sv;
  static constexpr held holds = held::by_advisory;
};
/// A supervisor is present. @source VAR-3
struct supervisor_present final {
  static constexpr std::string_view name = "supervisor_present"sv, source = "VAR-3"sv;
  static constexpr held holds = held::by_machine;
};
/// People meet live, in time. @source REM-1
struct live final {
  static constexpr std::string_view name = "live"sv, source = "REM-1"sv;
  static constexpr held holds = held::by_advisory;
};
/// No advice, no solutions: the classical group stays with the relationship. @source domain 3.1
struct no_advice final {
  static constexpr std::string_view name = "no_advice"sv, source = "domain 3.1"sv;
  static constexpr held holds = held::by_person;
};

/// The rules that every protocol knows, in the order of the catalogue.
using catalogue =
    rule_list<respect, no_criticism, confidentiality, leader_may_terminate, leader_enforces, from_memory, own_case,
              no_single_solution, voluntary, closed_group, stage_order, everyone_takes_part, every_option_weighed,
              joint_selection, roles, less_experienced_share, supervisor_present, live>;

}  // namespace balint::rule
