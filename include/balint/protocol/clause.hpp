// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Clauses: who must or may do which act, how often, and on what conditions. A protocol is declared in them.
#include <balint/protocol/who.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/rule.hpp>

#include <cstdint>

namespace balint {

/// How often an act is owed.
enum class quota : std::uint8_t {
  may,                 ///< Never owed.
  once,                ///< Once, by somebody; never twice.
  some,                ///< At least once, by somebody.
  each,                ///< By everyone present whom it names, exactly once; a pass discharges it.
  each_at_least_once,  ///< By everyone present whom it names, at least once; a pass discharges it.
  per_option,          ///< At least once for every option, by somebody it names; others may, and do not discharge it.
};

namespace declare {

// Conditions apply to the act, no matter who does it: where two clauses name one act, those of both apply.

/// Condition: not before Act has happened.
template <typename Act>
struct after {};
/// Condition: not before everybody present who owes Act has done it or passed.
template <typename Act>
struct after_all {};
/// Condition: not after Act has happened.
template <typename Act>
struct until {};
/// Condition on what is owed: only once Act happened.
template <typename Act>
struct owed_after {};
/// Condition on a `once`: a pass by the person who owes it discharges it.
struct passable {};
/// Condition on `hand_over`: the person must be one of Who.
template <typename Who>
struct to {};
/// Condition: somebody who holds Role must be present.
template <typename Role>
struct attended_by {};
/// The rule that is broken when this clause's obligation is left open, where it is not the usual one of its quota.
template <typename Rule>
struct upholds {};

}  // namespace declare

namespace detail {
template <quota Due>
struct usual_rule {
  using type = rule::everyone_takes_part;
};
template <>
struct usual_rule<quota::once> {
  using type = rule::stage_order;
};
template <>
struct usual_rule<quota::per_option> {
  using type = rule::every_option_weighed;
};
template <typename Usual, typename... Conditions>
struct upheld {
  using type = Usual;
};
template <typename Usual, typename Rule, typename... Rest>
struct upheld<Usual, declare::upholds<Rule>, Rest...> {
  using type = Rule;
};
template <typename Usual, typename First, typename... Rest>
struct upheld<Usual, First, Rest...> : upheld<Usual, Rest...> {};
}  // namespace detail

/// Who must or may do Act, how often, on which conditions. Written as `may`, `once`, `some`, `each`, ….
template <quota Due, typename Who, typename Act, typename... Conditions>
struct clause {
  /// Who must or may.
  using who = Who;
  /// What is done.
  using act = Act;
  /// How often it is owed.
  static constexpr quota due = Due;
  /// The rule that an open obligation breaks.
  using rule = typename detail::upheld<typename detail::usual_rule<Due>::type, Conditions...>::type;
};

namespace declare {

/// Who may do Act, as often as they like.
template <typename Who, typename Act, typename... Conditions>
using may = clause<quota::may, Who, Act, Conditions...>;
/// Act is owed once, by one of Who.
template <typename Who, typename Act, typename... Conditions>
using once = clause<quota::once, Who, Act, Conditions...>;
/// Act is owed at least once, by any of Who.
template <typename Who, typename Act, typename... Conditions>
using some = clause<quota::some, Who, Act, Conditions...>;
/// Act is owed exactly once by everyone present of Who.
template <typename Who, typename Act, typename... Conditions>
using each = clause<quota::each, Who, Act, Conditions...>;
/// Act is owed at least once by everyone present of Who.
template <typename Who, typename Act, typename... Conditions>
using each_at_least_once = clause<quota::each_at_least_once, Who, Act, Conditions...>;
/// Act is owed at least once for every option, by any of Who.
template <typename Who, typename Act, typename... Conditions>
using per_option = clause<quota::per_option, Who, Act, Conditions...>;

/// The stage owes at least one Thing: `case_id` or `option_id`; anything else is refused by `well_formed`.
template <typename Thing>
struct at_least_one {};
/// The stage owes at least one case.
template <>
struct at_least_one<case_id> {
  /// What is owed.
  using thing = case_id;
};
/// The stage owes at least one option.
template <>
struct at_least_one<option_id> {
  /// What is owed.
  using thing = option_id;
};

/// Those who hold Role are outside the circle in this stage: they listen and do nothing.
template <typename Role>
struct outside {
  /// Who is outside.
  using role = Role;
};

}  // namespace declare

namespace detail {
template <typename Item>
concept is_clause = requires {
  typename Item::act;
  Item::due;
};
}  // namespace detail
}  // namespace balint
