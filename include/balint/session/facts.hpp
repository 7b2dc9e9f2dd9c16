// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a session shows when one looks back, and the advisories that follow. No score, no rank, nothing about anybody's
/// worth.
#include <balint/group/advisory.hpp>
#include <balint/protocol/session_advisories.hpp>
#include <balint/session/session.hpp>
#include <balint/vocabulary/short_list.hpp>

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
  [[nodiscard]] constexpr person_set passers() const noexcept { return person_set{state_.ever_passed}; }
  /// The authors of options that were weighed, and by nobody else.
  [[nodiscard]] constexpr person_set authors_alone() const noexcept {
    person_set who;
    for (std::size_t i = 0; i < state_.options; ++i) {
      bool weighed = false;
      for (const auto& slot : state_.weighed) weighed = weighed || ((slot[i / 64] >> (i % 64)) & 1U) != 0;
      if (weighed && ((state_.weighed_by_other[i / 64] >> (i % 64)) & 1U) == 0) who.insert({state_.authors[i]});
    }
    return who;
  }
  /// Whether the session came to its end.
  [[nodiscard]] constexpr bool is_closed() const noexcept {
    return state_.ended == static_cast<std::uint8_t>(ending::closed);
  }
  /// Whether two different times were stated.
  [[nodiscard]] constexpr bool is_timed() const noexcept {
    return state_.first_at != unstated && state_.first_at != state_.last_at;
  }
  /// From the first time stated to the last.
  [[nodiscard]] constexpr time_span length() const noexcept { return state_.last_at - state_.first_at; }
  /// Whether the discussion was brought back at least once.
  [[nodiscard]] constexpr bool was_refocused() const noexcept {
    const auto act = detail::act_with_effect<P>(effect::refocuses);
    return act.index < act_count<P> && ((state_.happened >> act.index) & 1U) != 0;
  }

 private:
  session_state<P> state_;
};

namespace detail {
template <typename P, typename... Conditions, typename List>
constexpr void add_advisories(declare::conditions<Conditions...>, const session_facts<P>& facts, List& into) {
  const auto add = [&]<typename Condition>() {
    if (const breach found = Condition::in(facts); found.broken) into.push_back({Condition::advises, found.who});
  };
  (add.template operator()<Conditions>(), ...);
}
}  // namespace detail

/// The advisories about a session, as far as it went.
template <protocol P, typename Observer>
[[nodiscard]] constexpr short_list<advisory, advisory_count> advisories_of(const session<P, Observer>& past) {
  short_list<advisory, advisory_count> advisories;
  if constexpr (requires { typename P::session_advisories; }) {
    detail::add_advisories<P>(typename P::session_advisories{}, session_facts<P>(past.snapshot().state), advisories);
  }
  return advisories;
}

}  // namespace balint
