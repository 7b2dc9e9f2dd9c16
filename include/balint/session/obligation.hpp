// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a stage still owes, and by whom.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/short_list.hpp>

#include <cstddef>
#include <cstdint>

namespace balint {

/// What kind of thing is owed.
enum class debt : std::uint8_t {
  nothing,    ///< Nothing is owed.
  an_act,     ///< `act` is owed, as often as `due` says.
  a_case,     ///< No case was presented.
  an_option,  ///< No option was proposed.
};

/// Something a stage of P still owes.
template <typename P>
struct obligation {
  /// What kind of thing is owed.
  debt owes = debt::nothing;
  /// The act that is owed, where `owes` is `an_act`.
  act_id<P> act{};
  /// How often it is owed.
  quota due = quota::may;
  /// The rule that would be broken.
  rule_id rule{};
  /// By whom: for an `each` those who still owe it, else those present of whom one may do it.
  person_set by{};
  /// For a `per_option`: how many options lack the act.
  std::uint16_t options = 0;
  /// For a `per_option`: the first option that lacks the act.
  option_id first_option{};

  /// Whether anything is owed.
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return owes != debt::nothing; }
  friend constexpr bool operator==(const obligation&, const obligation&) = default;
};

namespace detail {
/// How much one stage of P can owe at once.
template <typename P>
inline constexpr std::size_t obligation_capacity = [] {
  std::size_t most = 1;
  for (const auto& stage : table_of<P>.stages) {
    const auto n = static_cast<std::size_t>(stage.end_of_owed - stage.first_owed);
    if (n > most) most = n;
  }
  return most;
}();
}  // namespace detail

/// What a stage of P still owes: a short list.
template <protocol P>
using obligations = short_list<obligation<P>, detail::obligation_capacity<P>>;

}  // namespace balint
