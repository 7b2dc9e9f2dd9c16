// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Obligations of presence: who has to be in the room and who has to lead, brought about by coming, going and handing
/// over.
#include <balint/alignment/search/detail/moves.hpp>
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <balint/alignment/search/detail/search_context.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::detail {

/// The first person of a set that is not empty.
[[nodiscard]] inline person_id first_of(std::uint64_t who) noexcept {
  return {static_cast<std::uint8_t>(std::countr_zero(who))};
}

/// Brings back one of these people who is away; false: there is none.
template <protocol P>
bool come_back(search_context<P>& c, partial_alignment<P>& d, std::uint64_t who) {
  const auto& s = d.now.remembered();
  who &= ~s.present & ~s.gone;
  return who != 0 &&
         move_on_model(c, d, raw_event<P>({.by = first_of(who), .act = act_with_effect<P>(effect::rejoins)}));
}
/// The lead is taken by one of these people, as nobody leads; false: nobody may.
template <protocol P>
bool take_lead(search_context<P>& c, partial_alignment<P>& d, std::uint64_t who) {
  const auto taking = act_with_effect<P>(effect::takes_lead);
  if (taking.index >= search_traits<P>::acts) return false;
  for (who &= d.now.remembered().present; who != 0; who &= who - 1) {
    if (move_on_model(c, d, raw_event<P>({.by = first_of(who), .act = taking}))) return true;
  }
  return false;
}
/// Sees to it that somebody leads; false: nobody can.
template <protocol P>
bool ensure_leader(search_context<P>& c, partial_alignment<P>& d) {
  if (d.now.acting_leader() != nobody) return true;
  if (come_back(c, d, d.now.remembered().leaders)) return true;
  for (std::uint8_t i = 0; i < c.problem.people().size(); ++i) {
    auto aside = d;
    if (come_back(c, aside, bit(i)) && aside.now.acting_leader() != nobody) {
      d = std::move(aside);
      return true;
    }
  }
  return take_lead(c, d, c.problem.people().people().bits());
}
/// Sees to it that the acting leader can move the session on or close it, but for what the stage owes: every flag is
/// answered, and somebody who has to attend is there; false: it cannot be.
template <protocol P>
bool prepare_move(search_context<P>& c, partial_alignment<P>& d, effect how) {
  for (auto open = d.now.remembered().open_flags; open != 0; open &= open - 1) {
    const auto rule = static_cast<std::uint16_t>(std::countr_zero(open));
    if (!ensure_leader(c, d) ||
        !move_on_model(
            c, d,
            raw_event<P>({.by = d.now.acting_leader(), .act = act_with_effect<P>(effect::reminds), .target = rule})))
      return false;
  }
  const auto& row = table_of<P>.acts[act_with_effect<P>(how).index];
  if (row.attended == 0) return true;
  const auto attending = d.now.fitting(row.attended);
  return (attending & d.now.remembered().present) != 0 || come_back(c, d, attending);
}

/// A case is out in a state: the votes for it are void, and are owed again.
template <protocol P>
void put_out(session_state<P>& s, std::uint8_t owner) {
  s.cases_out |= bit(owner);
  for (std::size_t voter = 0; voter < max_people; ++voter) {
    if (s.votes[voter] != owner + 1) continue;
    s.votes[voter] = 0;
    for (const auto& row : table_of<P>.acts) {
      if (row.does == effect::supports_case && row.slot != none) s.did[row.slot] &= ~bit(voter);
    }
  }
}
/// The turn that came in for somebody was a going, for now or for good; false: it cannot have been.
template <protocol P>
bool leave_instead(search_context<P>& c, partial_alignment<P>& d, const event<P>& going) {
  constexpr const auto& t = table_of<P>;
  const auto who = going.by.index;
  const auto& turn = c.log[d.turn[who]];
  const bool is_for_good = t.acts[going.act.index].does == effect::withdraws;
  if (is_for_good && turn.at != c.rest.position()) return false;  // votes may have been given since
  auto s = d.now.remembered();
  if (turn.what.act.index < t.acts.size() && t.acts[turn.what.act.index].does == effect::makes_case) {
    if ((s.cases & ~bit(who)) == 0) return false;
    s.cases &= ~bit(who);
  }
  s.present &= ~bit(who);
  if (is_for_good) {
    s.gone |= bit(who);
    put_out(s, who);
  }
  revise_turn(c, d, who, going);
  set_state(d, s);
  return true;
}
/// The turn that came in for somebody was dropping out.
template <protocol P>
bool drop_instead(search_context<P>& c, partial_alignment<P>& d, person_id who) {
  return leave_instead(c, d, raw_event<P>({.by = who, .act = act_with_effect<P>(effect::drops)}));
}

/// The ways to hand the lead on where the one who leads owns the case of somebody that is to be selected.
template <protocol P>
[[nodiscard]] alternatives<P> hand_on(search_context<P>& c, const partial_alignment<P>& from, person_id owner) {
  const bool leads = ((from.now.remembered().leaders >> owner.index) & 1U) != 0 || from.now.acting_leader() == owner;
  if (!leads) return {from};
  alternatives<P> found;
  auto led = from;
  const auto handing = act_with_effect<P>(effect::hands_over);
  if (handing.index >= search_traits<P>::acts || !ensure_leader(c, led)) return found;
  for (std::uint8_t heir = 0; heir < c.problem.people().size(); ++heir) {
    auto d = led;
    if (move_on_model(c, d, raw_event<P>({.by = d.now.acting_leader(), .act = handing, .target = heir})) &&
        !c.is_too_dear(d))
      found.push_back(std::move(d));
  }
  return found;
}
/// The ways to have the lead pass to somebody: it falls to them as others drop out, or is handed over.
template <protocol P>
[[nodiscard]] alternatives<P> pass_lead(search_context<P>& c, const partial_alignment<P>& from, person_id to) {
  constexpr int most_in_a_row = 4;
  alternatives<P> found;
  const auto dropping = act_with_effect<P>(effect::drops);
  auto d = from;
  for (int n = 0; n < most_in_a_row && dropping.index < search_traits<P>::acts; ++n) {
    const auto now = d.now.acting_leader();
    if (now == nobody || !move_on_model(c, d, raw_event<P>({.by = now, .act = dropping})) || c.is_too_dear(d)) break;
    if (d.now.acting_leader() != to) continue;
    found.push_back(std::move(d));
    break;
  }
  if (auto taken = from; from.now.acting_leader() == nobody && take_lead(c, taken, bit(to.index)))
    found.push_back(std::move(taken));
  const auto handing = act_with_effect<P>(effect::hands_over);
  if (handing.index >= search_traits<P>::acts || from.now.acting_leader() == nobody) return found;
  auto handed = from;
  if (move_on_model(c, handed, raw_event<P>({.by = handed.now.acting_leader(), .act = handing, .target = to.index})) &&
      !c.is_too_dear(handed))
    found.push_back(std::move(handed));
  return found;
}

}  // namespace balint::detail
