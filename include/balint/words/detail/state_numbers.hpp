// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The numbers of a session's state, one after the other: what is written of it, and read again.
#include <balint/session/state.hpp>
#include <balint/vocabulary/plain_array.hpp>
#include <balint/vocabulary/time.hpp>

#include <concepts>
#include <cstddef>

namespace balint::detail {

template <std::integral Number, typename F>
constexpr void each_number_in(Number& one, F& f) {
  f(one);
}
template <std::integral Number, typename F>
constexpr void each_number_in(const Number& one, F& f) {
  f(one);
}
template <typename Array, typename F>
  requires requires(Array& all) { all.items; }
constexpr void each_number_in(Array& all, F& f) {
  for (auto& one : all) each_number_in(one, f);
}

/// Calls f with every number of a state, to read or to write, always in this order.
template <typename State, typename F>
constexpr void each_number(State& s, F f) {
  const auto put = [&f](auto&... parts) { (each_number_in(parts, f), ...); };
  put(s.first_at.since_epoch, s.last_at.since_epoch, s.entered_at.since_epoch);
  put(s.longest_silence.milliseconds, s.unattended.milliseconds);
  put(s.present, s.gone, s.leaders, s.happened, s.cases, s.cases_out, s.open_flags, s.worked, s.cut);
  put(s.passed, s.did, s.excused, s.weighed, s.weighed_by_author, s.weighed_by_other);
  put(s.votes, s.authors, s.options, s.by_leader, s.by_presenter);
  put(s.stage, s.ended, s.presenter, s.begun, s.leader_weighed, s.spare);
}

/// How many bytes the numbers of a state take: all of it, as it has no padding.
template <typename P>
inline constexpr std::size_t state_bytes = [] {
  std::size_t bytes = 0;
  const session_state<P> any{};
  each_number(any, [&bytes](const auto& one) { bytes += sizeof(one); });
  return bytes;
}();

}  // namespace balint::detail
