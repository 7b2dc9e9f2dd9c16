// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What comes of an event that is recorded twice.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/detail/asking.hpp>
#include <balint/deviation/kind.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <cstdint>

namespace balint::deviation::detail {

/// Records an event a second time right after it.
template <protocol P>
place double_it(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  p.reach(i + 1);
  return p.put(i + 1, c[i]);
}

/// An act that is done exactly once.
template <protocol P>
[[nodiscard]] bool double_turn(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const bool is_once = c.row(i).exactly_once || (c.row(i).until & bit(c[i].act.index)) != 0;
  if (!c.is_of_stage(i) || !is_once) return false;
  p.find(double_it(c, i, p), code::repeated, c[i]);
  return true;
}
/// The word that leads on: pressed twice, where the next stage has something owed, or now and then thrice.
template <protocol P>
[[nodiscard]] bool double_advance(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.does(i) != effect::advances && c.does(i) != effect::cuts_short) return false;
  const std::size_t next = c.before(i).stage + std::size_t{1};
  if (next + 1 < P::order::size && !owes_something(c, next, i + 1)) return false;
  p.with.number = 1 + i % 2;
  for (std::uint64_t n = 0; n < p.with.number; ++n)
    p.find(double_it(c, i, p), next + 1 == P::order::size ? code::wrong_stage : code::repeated, c[i]);
  return true;
}
/// A proposal: one more option, which nobody weighs.
template <protocol P>
[[nodiscard]] bool double_option(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  constexpr auto stage = weighing_stage<P>();
  if constexpr (stage == none) return false;
  if (c.does(i) != effect::makes_option || !is_left_whole(c, stage)) return false;
  if (c.before(c.size()).options >= max_options) return false;
  static_cast<void>(double_it(c, i, p));
  leave_short(c, p, stage, true);
  return true;
}
/// An act that may be done again: nothing is found.
template <protocol P>
[[nodiscard]] bool double_free(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto does = c.does(i);
  if (does != effect::none && does != effect::refocuses && does != effect::weighs_option) return false;
  if (c.row(i).exactly_once || (c.row(i).until & bit(c[i].act.index)) != 0) return false;
  static_cast<void>(double_it(c, i, p));
  return true;
}
/// An act throughout that a code of its own answers.
template <protocol P>
[[nodiscard]] bool double_that(const chronicle<P>& c, std::size_t i, plan<P>& p, effect what, code found) {
  if (c.does(i) != what) return false;
  p.find(double_it(c, i, p), found, c[i]);
  return true;
}

/// What comes of doubling, by kind.
template <protocol P>
[[nodiscard]] bool doubled(kind what, const chronicle<P>& c, std::size_t i, plan<P>& p) {
  switch (what) {
    case kind::doubled_turn: return double_turn(c, i, p);
    case kind::doubled_advance: return double_advance(c, i, p);
    case kind::doubled_close: return double_that(c, i, p, effect::closes, code::session_over);
    case kind::doubled_option: return double_option(c, i, p);
    case kind::doubled_free: return double_free(c, i, p);
    case kind::doubled_pass: return double_that(c, i, p, effect::passes, code::nothing_owed);
    case kind::doubled_absence: return double_that(c, i, p, effect::drops, code::absent);
    case kind::doubled_return: return double_that(c, i, p, effect::rejoins, code::not_absent);
    case kind::doubled_open: return double_that(c, i, p, effect::opens, code::repeated);
    default: return false;
  }
}

}  // namespace balint::deviation::detail
