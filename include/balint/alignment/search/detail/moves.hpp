// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Making moves in a partial alignment, with their costs and with all that follows for what can still be revised.
#include <balint/alignment/search/detail/move.hpp>
#include <balint/alignment/search/detail/move_log.hpp>
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <balint/alignment/search/detail/search_context.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::detail {

template <protocol P>
void note(search_context<P>& c, partial_alignment<P>& d, move_entry<P> one) {
  one.before = d.last;
  d.last = c.log.add(one);
}
/// Gives the session of a partial alignment another state.
template <protocol P>
void set_state(partial_alignment<P>& d, const session_state<P>& to) {
  d.now = engine<P>(d.now.people(), to);
}

template <protocol P>
void note_revision(search_context<P>& c, partial_alignment<P>& d, entry_id about, const event<P>& into = {}) {
  note(c, d, {.about = about, .at = c.rest.position(), .what = into, .kind = entry_kind::revision});
}
/// An event of the trace that stayed goes after all. The state is the caller's.
template <protocol P>
void let_go(search_context<P>& c, partial_alignment<P>& d, entry_id about) {
  d.cost = add_costs(d.cost, move_costs<P>::on_log(c.log[about].what.act));
  note_revision(c, d, about);
}
/// An event of the trace that went stays after all. The state is the caller's.
template <protocol P>
void let_stay(search_context<P>& c, partial_alignment<P>& d, entry_id about) {
  d.cost -= move_costs<P>::on_log(c.log[about].what.act);
  note_revision(c, d, about);
}
/// The turn that came in for somebody is another act of theirs. The state is the caller's.
template <protocol P>
void revise_turn(search_context<P>& c, partial_alignment<P>& d, std::size_t who, const event<P>& into) {
  d.cost = add_costs(d.cost - move_costs<P>::on_model(c.log[d.turn[who]].what.act), move_costs<P>::on_model(into.act));
  note_revision(c, d, d.turn[who], into);
  d.revisable &= ~bit(who);
  d.could_vote &= ~bit(who);
  d.could_propose &= ~bit(who);
}
/// An event comes in where an earlier stage was left. The state is the caller's.
template <protocol P>
void move_on_earlier_model(search_context<P>& c, partial_alignment<P>& d, std::size_t stage, const event<P>& e) {
  d.cost = add_costs(d.cost, move_costs<P>::on_model(e.act));
  note(c, d, {.about = d.stage_end[stage], .at = c.rest.position(), .what = e, .kind = entry_kind::on_earlier_model});
}

/// What becomes of the options when the stage that makes them is left: who could have made more, and how many may go.
template <protocol P>
void settle_options(partial_alignment<P>& d) {
  using traits = search_traits<P>;
  const auto& s = d.now.remembered();
  const auto owing =
      d.now.fitting(traits::owed_by_each(s.stage, effect::makes_option)) & s.present & ~s.passed[s.stage];
  if (const auto making = act_with_effect<P>(effect::makes_option); making.index < traits::acts)
    d.option_makers = d.now.fitting(table_of<P>.acts[making.index].who) & s.present;
  d.removable_options = 0;
  for (std::size_t who = 0; who < d.now.people().size(); ++who) {
    const std::uint16_t bound = d.options_made[who] != 0 && ((owing >> who) & 1U) != 0 ? 1 : 0;
    d.removable_options = static_cast<std::uint16_t>(d.removable_options + d.options_made[who] - bound);
  }
}
/// Turns of this stage that came in stay what they are: they may be all that shows that it was worked in.
template <protocol P>
void settle_turns(partial_alignment<P>& d) {
  for (auto rest = d.revisable; rest != 0; rest &= rest - 1) {
    const auto who = static_cast<std::size_t>(std::countr_zero(rest));
    if (d.stage() == 0 || d.turn[who] > d.stage_end[d.stage() - 1]) d.revisable &= ~bit(who);
  }
}
/// Notes that the stage is left, complete or cut short, and what of it can still be revised.
template <protocol P>
void end_stage(search_context<P>& c, partial_alignment<P>& d, effect how) {
  using traits = search_traits<P>;
  if (how == effect::cuts_short) settle_turns(d);
  note(c, d, {.at = c.rest.position(), .kind = entry_kind::stage_end});
  d.stage_end[d.stage()] = d.last;
  const auto& s = d.now.remembered();
  const auto making = act_with_effect<P>(effect::makes_case);
  if (making.index < traits::acts && table_of<P>.acts[making.index].home == s.stage) {
    const auto without_turn = d.now.fitting(table_of<P>.acts[making.index].who) & s.present;  // it was cut short
    d.could_present = (s.passed[s.stage] | without_turn) & ~s.cases & ~d.revisable;
  }
  if (s.stage == traits::last_option) settle_options(d);
  if (s.stage >= traits::last_each) d.revisable = 0;
  if (s.stage >= traits::last_case) d.could_present = 0;
  if (s.stage >= traits::last_weighing) {
    d.could_propose = 0;
    d.removable_options = 0;
    d.options_made = {};
  }
  d.times_weighed = {};
}
/// Whether an event is about a case that came in instead of dropping out.
template <protocol P>
[[nodiscard]] bool needs_revisable_case(const search_context<P>& c, const partial_alignment<P>& d, const event<P>& e) {
  constexpr const auto& t = table_of<P>;
  if (t.acts[e.act.index].target != target_kind::case_of || raw_target(e) >= max_people ||
      !d.is_revisable(raw_target(e)))
    return false;
  return t.acts[c.log[d.turn[raw_target(e)]].what.act.index].does == effect::makes_case;
}
/// An event takes effect, and somebody it shows in the room cannot have dropped out.
template <protocol P>
void take_effect(const search_context<P>& c, partial_alignment<P>& d, const event<P>& e) {
  const auto& row = table_of<P>.acts[e.act.index];
  d.revisable &= ~bit(e.by.index);
  if (row.target == target_kind::person || needs_revisable_case(c, d, e)) d.revisable &= ~bit(raw_target(e));
  if (row.does == effect::selects_case || leaves_stage(row.does)) d.could_vote = 0;
  if (row.does == effect::makes_option) ++d.options_made[e.by.index];
  if (row.weighing != none && raw_target(e) >= 1 && raw_target(e) <= d.times_weighed.size())
    ++d.times_weighed[raw_target(e) - 1U];
  d.now.accept(e);
}
/// Whether it may be worth it to revise later that an event of this act stays.
[[nodiscard]] constexpr bool may_be_revised(const act_row& row) noexcept {
  return row.does == effect::selects_case || row.does == effect::supports_case || row.does == effect::makes_option ||
         row.does == effect::passes || row.weighing != none;
}
/// Whether it decides something that an event stays: somebody was in the room who could as well have dropped out.
template <protocol P>
[[nodiscard]] bool is_binding(const search_context<P>& c, const partial_alignment<P>& d, const event<P>& e) {
  using traits = search_traits<P>;
  if (needs_revisable_case(c, d, e)) return true;
  return d.is_revisable(e.by.index) && d.stage() < traits::last_each && traits::turns_after(d.stage()) >= 2;
}

/// The next event of the trace stays; the session has to accept it.
template <protocol P>
void move_synchronously(search_context<P>& c, partial_alignment<P>& d) {
  const auto& e = c.rest.next();
  const auto& row = table_of<P>.acts[e.act.index];
  if (leaves_stage(row.does)) end_stage(c, d, row.does);
  if (may_be_revised(row)) note(c, d, {.at = c.rest.position(), .what = e, .kind = entry_kind::synchronous});
  d.cost = add_costs(d.cost, move_costs<P>::synchronous(e.act, c.problem.aim()));
  take_effect(c, d, e);
}
/// The next event of the trace goes, which may be protected.
template <protocol P>
void move_on_log(search_context<P>& c, partial_alignment<P>& d) {
  const auto& e = c.rest.next();
  note(c, d, {.at = c.rest.position(), .what = e, .kind = entry_kind::on_log});
  d.cost = add_costs(d.cost, move_costs<P>::on_log(e.act));
}
/// An event comes in; false: the session does not accept it, and nothing has changed.
template <protocol P>
bool move_on_model(search_context<P>& c, partial_alignment<P>& d, const event<P>& e) {
  if (d.now.why_not(e) != no_refusal) return false;
  if (const auto does = table_of<P>.acts[e.act.index].does; leaves_stage(does)) end_stage(c, d, does);
  note(c, d, {.at = c.rest.position(), .what = e, .kind = entry_kind::on_model});
  d.cost = add_costs(d.cost, move_costs<P>::on_model(e.act));
  take_effect(c, d, e);
  return true;
}

}  // namespace balint::detail
