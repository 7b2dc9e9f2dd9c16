// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The case that is worked on: presented late, selected, and selected anew.
#include <balint/alignment/detail/presence.hpp>
#include <balint/alignment/detail/turns.hpp>
#include <balint/alignment/detail/votes.hpp>
#include <balint/alignment/search/detail/move_log.hpp>
#include <balint/alignment/search/detail/moves.hpp>
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <balint/alignment/search/detail/search_context.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace balint::detail {

/// The pass of somebody in a stage that stays.
template <protocol P>
[[nodiscard]] entry_id pass_of(const search_context<P>& c, const partial_alignment<P>& d, person_id who,
                               std::size_t stage) {
  entry_id found = no_entry;
  const auto last = stage == d.stage() ? d.last : d.stage_end[stage];
  const auto first = stage == 0 ? no_entry : d.stage_end[stage - 1];
  c.log.each_back(d.last, first, [&](entry_id i, const move_entry<P>& one, bool stays) {
    if (i <= last && stays && one.what.by == who && table_of<P>.acts[one.what.act.index].does == effect::passes)
      found = i;
    return found == no_entry;
  });
  return found;
}
/// A pass of this stage goes after all; false: there is none.
template <protocol P>
bool take_back_pass(search_context<P>& c, partial_alignment<P>& d, person_id who) {
  const auto pass = pass_of(c, d, who, d.stage());
  if (pass == no_entry) return false;
  let_go(c, d, pass);
  auto s = d.now.remembered();
  s.passed[s.stage] &= ~bit(who.index);
  set_state(d, s);
  return true;
}
/// The case of somebody comes in where an earlier stage was left in which they passed, or had no turn as it was cut
/// short; a pass goes.
template <protocol P>
bool make_case_earlier(search_context<P>& c, partial_alignment<P>& d, person_id owner, std::size_t stage) {
  const auto making = act_with_effect<P>(effect::makes_case);
  auto s = d.now.remembered();
  if (((d.could_present & ~s.cases_out) >> owner.index & 1U) == 0) return false;
  if (((s.passed[stage] >> owner.index) & 1U) != 0) {
    const auto pass = pass_of(c, d, owner, stage);
    if (pass == no_entry) return false;
    let_go(c, d, pass);
  }
  move_on_earlier_model(c, d, stage, raw_event<P>({.by = owner, .act = making}));
  d.could_present &= ~bit(owner.index);
  s.passed[stage] &= ~bit(owner.index);
  s.cases |= bit(owner.index);
  s.happened |= bit(making.index);
  if (const auto slot = table_of<P>.acts[making.index].slot; slot != none) s.did[slot] |= bit(owner.index);
  set_state(d, s);
  return true;
}
/// The case of somebody comes in, instead of their pass where there was one; false: it cannot.
template <protocol P>
bool make_case(search_context<P>& c, partial_alignment<P>& d, person_id owner) {
  const auto making = act_with_effect<P>(effect::makes_case);
  if (making.index >= search_traits<P>::acts) return false;
  const std::size_t home = table_of<P>.acts[making.index].home;
  if (home > d.stage()) return false;
  if (home < d.stage()) return make_case_earlier(c, d, owner, home);
  const bool has_passed = ((d.now.remembered().passed[d.stage()] >> owner.index) & 1U) != 0;
  if (has_passed && !take_back_pass(c, d, owner)) return false;
  return move_on_model(c, d, raw_event<P>({.by = owner, .act = making}));
}

/// Whether somebody becomes the presenter in this stage.
template <protocol P>
[[nodiscard]] bool selects_here(const partial_alignment<P>& d) {
  return ((search_traits<P>::selecting_stages >> d.stage()) & 1U) != 0;
}
/// Whether a case is selected in P: by the acting leader, and not taken by its owner.
template <protocol P>
[[nodiscard]] constexpr bool has_selection() {
  return act_with_effect<P>(effect::selects_case).index < search_traits<P>::acts;
}
/// Whose case could be the one that is worked on.
template <protocol P>
[[nodiscard]] std::uint64_t possible_presenters(const partial_alignment<P>& d) {
  const auto present = d.now.remembered().present;
  auto who = d.now.open_cases() | (d.could_present & present);
  for (const auto& row : table_of<P>.acts) {
    if (row.does == effect::makes_case && row.home == d.stage()) who |= d.now.fitting(row.who) & present;
  }
  return who;
}
/// The ways to undo a selection.
template <protocol P>
[[nodiscard]] alternatives<P> undo_selection(search_context<P>& c, const partial_alignment<P>& from) {
  alternatives<P> found;
  const person_id presenter{from.now.remembered().presenter};
  for (const auto how : {effect::declines_case, effect::withdraws}) {
    auto d = from;
    if (move_on_model(c, d, raw_event<P>({.by = presenter, .act = act_with_effect<P>(how)})) && !c.is_too_dear(d))
      found.push_back(std::move(d));
  }
  return found;
}
/// The ways to have all that a selection of the case of x asks for: turns, votes, and that its owner does not lead.
template <protocol P>
[[nodiscard]] alternatives<P> prepare_selection(search_context<P>& c, const partial_alignment<P>& from, person_id x) {
  alternatives<P> found;
  constexpr auto after_all = table_of<P>.acts[act_with_effect<P>(effect::selects_case).index].after_all;
  auto ways = after_all == none ? alternatives<P>{from} : discharge_turns(c, from, x.index);
  add_votes_to_be_void(c, ways, x);
  for (const auto& done : ways) {
    for (const auto& able : hand_on(c, done, x)) append(found, support_case(c, able, x, most_declined));
  }
  return found;
}
/// The ways to make the owner of a case the presenter, in a protocol that selects.
template <protocol P>
[[nodiscard]] alternatives<P> select(search_context<P>& c, const partial_alignment<P>& from, person_id x) {
  alternatives<P> found;
  if constexpr (has_selection<P>()) {
    auto d = from;
    d.revisable &= ~bit(x.index);
    const auto presenter = d.now.remembered().presenter;
    if (presenter == x.index) return {d};
    for (auto& open : presenter == nobody.index ? alternatives<P>{d} : undo_selection(c, d)) {
      if (!open.now.is_open_case(x.index) && !make_case(c, open, x)) continue;
      for (auto& ready : prepare_selection(c, open, x)) {
        const auto selecting = act_with_effect<P>(effect::selects_case);
        if (ensure_leader(c, ready) &&
            move_on_model(c, ready,
                          raw_event<P>({.by = ready.now.acting_leader(), .act = selecting, .target = x.index})) &&
            !c.is_too_dear(ready))
          found.push_back(std::move(ready));
      }
    }
  }
  return found;
}
/// The ways to select another case before a vote is given that is not owed.
template <protocol P>
[[nodiscard]] alternatives<P> select_before(search_context<P>& c, const partial_alignment<P>& from,
                                            const event<P>& vote) {
  alternatives<P> found;
  if (!has_selection<P>() || !selects_here(from) || from.now.remembered().presenter != nobody.index ||
      owes_turn(from, vote.by.index))
    return found;
  for (auto x = possible_presenters(from) & ~bit(raw_target(vote)); x != 0; x &= x - 1)
    append(found, select(c, from, first_of(x)));
  return found;
}

}  // namespace balint::detail
