// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a session shows when one looks back, and the advisories that follow. No score, no rank, nothing about anybody's
/// worth.
#include <balint/group/advisory.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/protocol/session_advisories.hpp>
#include <balint/session/session.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/time.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint {

/// What the conditions of `P::session_advisories` are asked about.
template <protocol P>
class session_facts {
 public:
  /// Looks back on a state.
  constexpr explicit session_facts(const session_state<P>& remembered) noexcept : state_(remembered) {}

  /// Those who passed in any stage.
  [[nodiscard]] constexpr person_set passers() const noexcept {
    std::uint64_t who = 0;
    for (const auto in_stage : state_.passed) who |= in_stage;
    return person_set{who};
  }
  /// The authors of options that were weighed, and by nobody else.
  [[nodiscard]] constexpr person_set authors_alone() const noexcept {
    person_set who;
    for (std::size_t i = 0; i < state_.options; ++i) {
      const auto alone = state_.weighed_by_author[i / 64] & ~state_.weighed_by_other[i / 64];
      if (((alone >> (i % 64)) & 1U) != 0) who.insert({state_.authors[i]});
    }
    return who;
  }
  /// How many options only their author weighed.
  [[nodiscard]] constexpr std::int64_t options_weighed_by_author_alone() const noexcept {
    std::int64_t n = 0;
    for (std::size_t i = 0; i < state_.weighed_by_author.size(); ++i)
      n += std::popcount(state_.weighed_by_author[i] & ~state_.weighed_by_other[i]);
    return n;
  }
  /// Whether the session came to its end.
  [[nodiscard]] constexpr bool is_closed() const noexcept {
    return state_.ended == static_cast<std::uint8_t>(ending::closed);
  }
  /// Whether two different times were stated.
  [[nodiscard]] constexpr bool is_timed() const noexcept {
    return state_.first_at != unstated && state_.first_at != state_.last_at;
  }
  /// How many turns were let go by.
  [[nodiscard]] constexpr std::int64_t passes() const noexcept {
    std::int64_t n = 0;
    for (const auto in_stage : state_.passed) n += std::popcount(in_stage);
    return n;
  }
  /// How many options a leader proposed who owed none.
  [[nodiscard]] constexpr std::int64_t options_of_leader() const noexcept { return state_.by_leader; }
  /// How many options the presenter proposed.
  [[nodiscard]] constexpr std::int64_t options_of_presenter() const noexcept { return state_.by_presenter; }
  /// Whether a leader who grades weighed an option.
  [[nodiscard]] constexpr bool leader_weighed() const noexcept { return state_.leader_weighed != 0; }
  /// The stages that were cut short, bit i for the i-th.
  [[nodiscard]] constexpr std::uint64_t cut_short() const noexcept { return state_.cut; }
  /// The longest time between two events that state one.
  [[nodiscard]] constexpr time_span longest_silence() const noexcept { return state_.longest_silence; }
  /// How long nobody was present of those who have to attend.
  [[nodiscard]] constexpr time_span unattended() const noexcept { return state_.unattended; }
  /// From the first time stated to the last.
  [[nodiscard]] constexpr time_span length() const noexcept { return state_.last_at - state_.first_at; }
  /// Whether the discussion was brought back at least once.
  [[nodiscard]] constexpr bool was_refocused() const noexcept {
    for (std::size_t i = 0; i < act_count<P>; ++i) {
      if (detail::table_of<P>.acts[i].does == effect::refocuses && ((state_.happened >> i) & 1U) != 0) return true;
    }
    return false;
  }

 private:
  session_state<P> state_;
};

namespace detail {
template <typename P, typename... Conditions, typename List>
constexpr void add_advisories(declare::conditions<Conditions...>, const session_facts<P>& facts, List& into) {
  const auto add = [&]<typename Condition>() {
    if (const breach found = Condition::in(facts); found.broken) {
      into.push_back({.code = Condition::advises,
                      .who = found.who,
                      .was = found.was,
                      .from = found.from,
                      .to = found.to,
                      .stages = found.stages,
                      .is_silence = found.is_silence});
    }
  };
  (add.template operator()<Conditions>(), ...);
}
}  // namespace detail

/// The advisories about a session, as far as it went.
template <protocol P, typename Observer>
[[nodiscard]] constexpr balint::advisories<P> advisories_of(const session<P, Observer>& past) {
  balint::advisories<P> advisories;
  if constexpr (requires { typename P::session_advisories; }) {
    detail::add_advisories<P>(typename P::session_advisories{}, session_facts<P>(past.snapshot().state), advisories);
  }
  return advisories;
}

}  // namespace balint
