// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Options: made late, or taken back where weighing them costs more.
#include <balint/alignment/detail/presence.hpp>
#include <balint/alignment/detail/turns.hpp>
#include <balint/alignment/search/detail/move_log.hpp>
#include <balint/alignment/search/detail/moves.hpp>
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <balint/alignment/search/detail/search_context.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace balint::detail {

/// The state has one more option, by somebody.
template <protocol P>
void add_option(partial_alignment<P>& d, person_id author) {
  auto s = d.now.remembered();
  s.authors[s.options++] = author.index;
  s.happened |= bit(act_with_effect<P>(effect::makes_option).index);
  set_state(d, s);
}
/// One more option where an earlier stage was left, by somebody who was in the room then and still is; rather by
/// somebody whose turn cannot be revised. False: there is nobody.
template <protocol P>
bool option_in_earlier_stage(search_context<P>& c, partial_alignment<P>& d) {
  const auto making = act_with_effect<P>(effect::makes_option);
  const auto home = table_of<P>.acts[making.index].home;
  const auto could = d.option_makers & d.now.remembered().present;
  if (could == 0 || home > d.stage()) return false;
  const auto author = first_of((could & ~d.revisable) != 0 ? could & ~d.revisable : could);
  move_on_earlier_model(c, d, home, raw_event<P>({.by = author, .act = making}));
  d.revisable &= ~bit(author.index);
  add_option(d, author);
  return true;
}
/// Makes one more option, instead of a pass that came in where there is one; false: nobody can.
template <protocol P>
bool one_more_option(search_context<P>& c, partial_alignment<P>& d) {
  const auto making = act_with_effect<P>(effect::makes_option);
  if (making.index >= search_traits<P>::acts || d.now.remembered().options >= option_capacity<P>) return false;
  const auto& row = table_of<P>.acts[making.index];
  if (d.could_propose != 0) {
    const auto settled = d.could_propose & ~d.revisable;
    const auto author = first_of(settled != 0 ? settled : d.could_propose);
    revise_turn(c, d, author.index, raw_event<P>({.by = author, .act = making}));
    add_option(d, author);
    return true;
  }
  if (d.stage() == row.home) return act_by_anybody(c, d, making, 0, d.now.fitting(row.who));
  return option_in_earlier_stage(c, d);
}
/// Makes so many more options; false: nobody can.
template <protocol P>
bool more_options(search_context<P>& c, partial_alignment<P>& d, std::size_t n) {
  for (; n != 0; --n) {
    if (!one_more_option(c, d)) return false;
  }
  return true;
}

/// How many of the last options to take back, as they cost more to weigh than to take back; 0: none.
template <protocol P>
[[nodiscard]] std::size_t options_too_many(const partial_alignment<P>& d) {
  const auto& s = d.now.remembered();
  std::uint32_t best = 0, to_weigh = 0, weighed = 0;
  std::size_t fewer = 0;
  for (std::size_t n = 1; n <= d.removable_options && n < s.options; ++n) {
    const std::size_t o = s.options - n;
    to_weigh += lacking<P>(s, o);
    weighed += d.times_weighed[o].value();
    const auto cost = static_cast<std::uint32_t>(n) + weighed;
    if (to_weigh > cost && to_weigh - cost > best) {
      best = to_weigh - cost;
      fewer = n;
    }
  }
  return fewer;
}
/// Who owed an option in the stage that makes them, and did not pass.
template <protocol P>
[[nodiscard]] std::uint64_t owed_an_option(const search_context<P>& c, const partial_alignment<P>& d,
                                           std::size_t stage) {
  std::uint64_t passed = 0;
  const auto first = stage == 0 ? no_entry : d.stage_end[stage - 1];
  for (auto i = d.stage_end[stage]; i != no_entry && i != first; i = c.log[i].before) {
    const auto& one = c.log[i];
    const bool is_event = one.kind == entry_kind::synchronous || one.kind == entry_kind::on_model;
    if (is_event && table_of<P>.acts[one.what.act.index].does == effect::passes) passed |= bit(one.what.by.index);
  }
  return d.now.fitting(search_traits<P>::owed_by_each(stage, effect::makes_option)) & ~passed;
}
/// The events that stayed and go with the last n options: their weighings, and as many options of those who may do
/// with fewer; `options_made` loses these.
template <protocol P>
[[nodiscard]] std::vector<entry_id> events_of_options(const search_context<P>& c, partial_alignment<P>& d,
                                                      std::size_t n) {
  constexpr const auto& t = table_of<P>;
  const std::size_t stage = t.acts[act_with_effect<P>(effect::makes_option).index].home;
  const auto owing = owed_an_option(c, d, stage);
  const auto kept = d.now.remembered().options - n;
  const auto first = stage == 0 ? no_entry : d.stage_end[stage - 1];
  std::vector<entry_id> going;
  c.log.each_back(d.last, first, [&](entry_id i, const move_entry<P>& one, bool stays) {
    if (!stays) return true;
    const auto& row = t.acts[one.what.act.index];
    if (row.weighing != none && raw_target(one.what) > kept) going.push_back(i);
    if (row.does != effect::makes_option || n == 0) return true;
    auto& made = d.options_made[one.what.by.index];
    if (made <= ((owing >> one.what.by.index) & 1U)) return true;
    --made;
    --n;
    going.push_back(i);
    return true;
  });
  return going;
}
/// Takes the last n options back, with what was done about them.
template <protocol P>
void take_back_options(search_context<P>& c, partial_alignment<P>& d, std::size_t n) {
  for (const auto i : events_of_options(c, d, n)) let_go(c, d, i);
  d.removable_options = static_cast<std::uint16_t>(d.removable_options - n);
  auto s = d.now.remembered();
  for (std::size_t o = s.options - n; o < s.options; ++o) {
    for (auto& slot : s.weighed) slot[o / 64] &= ~bit(o % 64);
    s.weighed_by_author[o / 64] &= ~bit(o % 64);
    s.weighed_by_other[o / 64] &= ~bit(o % 64);
    s.authors[o] = 0;
    d.times_weighed[o] = {};
  }
  s.options = static_cast<std::uint16_t>(s.options - n);
  set_state(d, s);
}
/// Takes options back that cost more to weigh than to take back; false: there are none.
template <protocol P>
bool fewer_options(search_context<P>& c, partial_alignment<P>& d) {
  const auto n = options_too_many(d);
  if (n == 0) return false;
  take_back_options(c, d, n);
  return true;
}

}  // namespace balint::detail
