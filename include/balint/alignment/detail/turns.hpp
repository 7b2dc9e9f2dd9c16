// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Turns that each owes: given late, and revised to dropping out where that is cheaper.
#include <balint/alignment/detail/presence.hpp>
#include <balint/alignment/search/detail/moves.hpp>
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <balint/alignment/search/detail/search_context.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/session/obligation.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace balint::detail {

/// An act comes in by one of these people, preferably somebody whose turn cannot be revised, with what has to come
/// before it; false: nobody can do it.
template <protocol P>
bool act_by_anybody(search_context<P>& c, partial_alignment<P>& d, act_id<P> act, std::uint16_t target,
                    std::uint64_t who) {
  constexpr const auto& t = table_of<P>;
  if (const auto missing = t.acts[act.index].after & ~d.now.remembered().happened; missing != 0) {
    const act_id<P> first{static_cast<std::uint16_t>(std::countr_zero(missing))};
    if (t.acts[first.index].home != d.stage() || first == act) return false;
    return act_by_anybody(c, d, first, 0, d.now.fitting(t.acts[first.index].who)) &&
           act_by_anybody(c, d, act, target, who);
  }
  const auto here = who & d.now.remembered().present;
  for (const auto set : {here & ~d.revisable, here & d.revisable}) {
    for (auto rest = set; rest != 0; rest &= rest - 1) {
      if (move_on_model(c, d, raw_event<P>({.by = first_of(rest), .act = act, .target = target}))) return true;
    }
  }
  return here == 0 && come_back(c, d, who) && act_by_anybody(c, d, act, target, who);
}

/// Whether somebody owes a turn in this stage.
template <protocol P>
[[nodiscard]] bool owes_turn(const partial_alignment<P>& d, std::size_t who) {
  bool owes = false;
  d.now.each_obligation(static_cast<std::uint8_t>(d.stage()), reach::all, [&](const obligation<P>& o) {
    if (o.owes == debt::an_act && is_owed_by_each(o.due))
      owes = owes || o.by.contains({static_cast<std::uint8_t>(who)});
    return true;
  });
  return owes;
}
/// Whether an act is open to the presenter alone.
template <protocol P>
[[nodiscard]] constexpr bool is_presenters(std::size_t act) {
  constexpr const auto& t = table_of<P>;
  for (auto terms = t.acts[act].who; terms != 0; terms &= static_cast<std::uint16_t>(terms - 1U)) {
    if (t.terms.rows[static_cast<std::size_t>(std::countr_zero(terms))].base != P::offices::size) return false;
  }
  return t.acts[act].who != 0;
}
/// How much the rest of the trace needs somebody.
enum class need : std::uint8_t { not_at_all, somehow, as_presenter };
template <protocol P>
[[nodiscard]] need needed(const search_context<P>& c, std::size_t who) {
  if (c.rest.of_case(who) != 0) return need::as_presenter;
  auto most = need::not_at_all;
  for (std::size_t act = 0; act < search_traits<P>::acts; ++act) {
    if (c.rest.of(who, act) != 0) most = (std::max)(most, is_presenters<P>(act) ? need::as_presenter : need::somehow);
  }
  return most;
}

/// Notes how the turn of somebody that came in last can be revised.
template <protocol P>
void note_turn(partial_alignment<P>& d, person_id who, const act_row& owed, bool is_pass, bool can_drop) {
  using traits = search_traits<P>;
  const bool is_simple = is_pass || owed.does == effect::makes_case || owed.does == effect::none;
  if (is_simple && can_drop && d.stage() < traits::last_each) d.revisable |= bit(who.index);
  d.turn[who.index] = d.last;
  if (is_pass) d.could_vote |= bit(who.index);
  if (is_pass && d.stage() == traits::last_option && owed.does == effect::makes_option)
    d.could_propose |= bit(who.index);
}
/// Gives somebody the turn that they owe: they passed, or did it, or dropped out; false: none of these.
template <protocol P>
bool give_turn(search_context<P>& c, partial_alignment<P>& d, act_id<P> act, person_id who, std::uint8_t selected) {
  constexpr auto passing = act_with_effect<P>(effect::passes);
  constexpr auto dropping = act_with_effect<P>(effect::drops);
  constexpr auto acts = search_traits<P>::acts;
  const auto& row = table_of<P>.acts[act.index];
  const bool can_drop = d.now.acting_leader() != who && who.index != selected && dropping.index < acts;
  const bool is_pass = row.does != effect::makes_case && passing.index < acts &&
                       move_on_model(c, d, raw_event<P>({.by = who, .act = passing}));
  if (!is_pass) {
    std::uint16_t target = 0;
    if (row.target == target_kind::case_of)
      target = selected != nobody.index ? selected : std::uint16_t{first_of(d.now.open_cases()).index};
    if (!act_by_anybody(c, d, act, target, bit(who.index)))
      return move_on_model(c, d, raw_event<P>({.by = who, .act = dropping}));
  }
  note_turn(d, who, row, is_pass, can_drop);
  return !c.is_too_dear(d);
}
/// Gives everybody who owes a turn one, or revises the last one that came in to dropping out; false: it cannot be, or
/// costs too much. The one who is `selected` stays.
template <protocol P>
bool give_turns(search_context<P>& c, partial_alignment<P>& d, std::uint8_t selected) {
  constexpr int most_turns = 1024;
  for (int n = 0; n < most_turns; ++n) {
    const auto o = d.now.first_owed();
    if (o.owes != debt::an_act || !is_owed_by_each(o.due)) return true;
    const person_id who = *o.by.begin();
    if (d.is_revisable(who.index) && who.index != selected && drop_instead(c, d, who)) continue;
    if (!give_turn(c, d, o.act, who, selected)) return false;
  }
  return false;
}

/// The turns are given after the person who leads dropped out, if they owe one.
template <protocol P>
void turns_without_leader(search_context<P>& c, const partial_alignment<P>& from, std::uint8_t selected,
                          alternatives<P>& found) {
  using traits = search_traits<P>;
  const auto drops = raw_event<P>({.by = from.now.acting_leader(), .act = act_with_effect<P>(effect::drops)});
  if (drops.by == nobody || drops.by.index == selected || traits::turns_after(from.stage()) < 2 ||
      drops.act.index >= traits::acts || !owes_turn(from, drops.by.index))
    return;
  auto d = from;
  if (move_on_model(c, d, drops) && give_turns(c, d, selected)) found.push_back(std::move(d));
}
/// The turns are given while more and more of those stay who could have dropped out: first those whom the rest needs
/// as presenters, then those who act again.
template <protocol P>
void turns_of_those_who_stay(search_context<P>& c, const partial_alignment<P>& from, std::uint8_t selected,
                             alternatives<P>& found) {
  constexpr const auto& t = table_of<P>;
  auto stay = from;
  for (const auto how : {need::as_presenter, need::somehow, need::not_at_all}) {
    if (from.revisable == 0) return;
    for (std::size_t who = 0; who < c.problem.people().size(); ++who) {
      if (!stay.is_revisable(who) || who == selected || needed(c, who) != how || !owes_turn(stay, who)) continue;
      const auto does = t.acts[c.log[stay.turn[who]].what.act.index].does;
      if (does != effect::makes_case && stay.stage() != search_traits<P>::last_option) continue;
      stay.revisable &= ~bit(who);
      auto d = stay;
      if (give_turns(c, d, selected)) found.push_back(std::move(d));
    }
  }
}
/// The ways to give everybody who owes a turn one.
template <protocol P>
[[nodiscard]] alternatives<P> discharge_turns(search_context<P>& c, const partial_alignment<P>& from,
                                              std::uint8_t selected) {
  alternatives<P> found;
  auto d = from;
  if (give_turns(c, d, selected)) found.push_back(std::move(d));
  turns_without_leader(c, from, selected, found);
  turns_of_those_who_stay(c, from, selected, found);
  return found;
}

}  // namespace balint::detail
