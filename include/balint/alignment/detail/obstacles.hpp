// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What stands against an event and how to get around it: the ways to make it possible in the stage where a session is.
#include <balint/alignment/detail/cases.hpp>
#include <balint/alignment/detail/options.hpp>
#include <balint/alignment/detail/presence.hpp>
#include <balint/alignment/detail/turns.hpp>
#include <balint/alignment/detail/votes.hpp>
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <balint/alignment/search/detail/search_context.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace balint::detail {

/// A partial alignment as the one way, where something could be done in it.
template <protocol P>
[[nodiscard]] alternatives<P> if_done(bool is_done, partial_alignment<P>&& d) {
  alternatives<P> found;
  if (is_done) found.push_back(std::move(d));
  return found;
}
/// Around `wrong_role`: the lead passes to the person who acts, or their case is selected.
template <protocol P>
[[nodiscard]] alternatives<P> around_wrong_role(search_context<P>& c, const partial_alignment<P>& d,
                                                const event<P>& e) {
  alternatives<P> found;
  const auto& row = table_of<P>.acts[e.act.index];
  if (search_traits<P>::is_for_the_lead(e.act.index) && d.now.acting_leader() != e.by) found = pass_lead(c, d, e.by);
  const bool is_presenters_answer = row.does == effect::accepts_case || row.does == effect::declines_case;
  if (is_presenters_answer && selects_here(d) && d.now.remembered().presenter != e.by.index)
    append(found, select(c, d, e.by));
  return found;
}
/// Around `too_early`: the act that comes before it comes in, or the turns that do.
template <protocol P>
[[nodiscard]] alternatives<P> around_too_early(search_context<P>& c, partial_alignment<P> d, const event<P>& e) {
  constexpr const auto& t = table_of<P>;
  const auto& row = t.acts[e.act.index];
  const auto missing = row.after & ~d.now.remembered().happened;
  if (missing == 0) {
    if (row.does != effect::selects_case) return discharge_turns(c, d, nobody.index);
    const person_id owner{static_cast<std::uint8_t>(raw_target(e))};
    auto ways = discharge_turns(c, d, owner.index);
    add_votes_to_be_void(c, ways, owner);
    return ways;
  }
  const act_id<P> first{static_cast<std::uint16_t>(std::countr_zero(missing))};
  const bool is_its_case = t.acts[first.index].does == effect::makes_case && row.target == target_kind::case_of &&
                           raw_target(e) < c.problem.people().size();
  const bool is_done = is_its_case ? make_case(c, d, {static_cast<std::uint8_t>(raw_target(e))})
                                   : act_by_anybody(c, d, first, 0, d.now.fitting(t.acts[first.index].who));
  return if_done(is_done, std::move(d));
}
/// Around `unknown_target`: the case or the options come in.
template <protocol P>
[[nodiscard]] alternatives<P> around_unknown_target(search_context<P>& c, partial_alignment<P> d, const event<P>& e) {
  const auto kind = table_of<P>.acts[e.act.index].target;
  if (kind == target_kind::case_of && raw_target(e) < c.problem.people().size()) {
    const bool is_done = make_case(c, d, {static_cast<std::uint8_t>(raw_target(e))});
    return if_done(is_done, std::move(d));
  }
  const std::size_t options = d.now.remembered().options;
  if (kind != target_kind::option || raw_target(e) <= options || raw_target(e) > option_capacity<P>) return {};
  const auto n = raw_target(e) - options;
  const auto free = static_cast<std::size_t>(std::popcount(d.could_propose));
  const auto cost = add_costs(d.cost, static_cast<std::uint32_t>(n > free ? n - free : 0));
  const bool is_done = c.lower_bound(cost, d.stage()) < c.cost_limit && more_options(c, d, n);
  return if_done(is_done, std::move(d));
}
/// Whether somebody voted for the case that is selected: undoing the selection voids the vote, and another is owed.
template <protocol P>
[[nodiscard]] bool voted_for_presenter(const partial_alignment<P>& d, person_id who) {
  const auto& s = d.now.remembered();
  return selects_here(d) && s.presenter != nobody.index && s.votes[who.index] == s.presenter + 1;
}
/// Around `repeated`: a selection is undone, or a pass goes.
template <protocol P>
[[nodiscard]] alternatives<P> around_repeated(search_context<P>& c, partial_alignment<P> d, const event<P>& e) {
  const auto& row = table_of<P>.acts[e.act.index];
  const auto& s = d.now.remembered();
  const bool is_selected = s.presenter != nobody.index;
  const bool is_voided = row.does == effect::supports_case && voted_for_presenter(d, e.by);
  if (is_selected && (row.does == effect::selects_case || is_voided)) return undo_selection(c, d);
  const bool has_passed = ((s.passed[s.stage] & ~d.revisable) >> e.by.index & 1U) != 0;
  const bool is_too_late = row.does == effect::supports_case && is_selected;
  if (!row.exactly_once || !has_passed || is_too_late) return {};
  const bool is_done = take_back_pass(c, d, e.by);
  return if_done(is_done, std::move(d));
}

/// The ways around what stands against an event, without leaving the stage.
template <protocol P>
[[nodiscard]] alternatives<P> ways_around(search_context<P>& c, partial_alignment<P> d, const event<P>& e, code why) {
  const auto& row = table_of<P>.acts[e.act.index];
  const auto done = [&](bool is_done) { return if_done(is_done, std::move(d)); };
  switch (why) {
    case code::absent: return done(come_back(c, d, bit(e.by.index)));
    case code::not_absent: return done(d.is_revisable(e.by.index) && drop_instead(c, d, e.by));
    case code::wrong_role: return around_wrong_role(c, d, e);
    case code::leader_is_presenter: return row.does == effect::takes_case ? hand_on(c, d, e.by) : alternatives<P>{};
    case code::flag_open:
    case code::supervisor_absent: return done(prepare_move(c, d, row.does));
    case code::too_early: return around_too_early(c, std::move(d), e);
    case code::unknown_target: return around_unknown_target(c, std::move(d), e);
    case code::repeated: return around_repeated(c, std::move(d), e);
    case code::nothing_owed: return voted_for_presenter(d, e.by) ? undo_selection(c, d) : alternatives<P>{};
    case code::not_supported: return support_case(c, d, {static_cast<std::uint8_t>(raw_target(e))}, most_declined);
    default: return {};
  }
}

/// Adds every way worth trying to make an event possible; `ways(d, why)` gives those around one obstacle, of which
/// there may be so many in a row.
template <protocol P, typename Ways>
void get_around(search_context<P>& c, const partial_alignment<P>& from, const event<P>& e, int most_obstacles,
                const Ways& ways, alternatives<P>& found) {
  if (c.is_too_dear(from)) return;
  const auto why = from.now.why_not(e);
  if (why == no_refusal) {
    found.push_back(from);
    return;
  }
  if (most_obstacles == 0 || e.act.index >= search_traits<P>::acts || e.by.index >= c.problem.people().size()) return;
  for (const auto& d : ways(from, why)) get_around(c, d, e, most_obstacles - 1, ways, found);
}

}  // namespace balint::detail
