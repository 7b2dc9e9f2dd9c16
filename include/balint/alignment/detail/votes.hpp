// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Votes: revised so that a case can be selected, which no other case may exceed.
#include <balint/alignment/detail/presence.hpp>
#include <balint/alignment/detail/turns.hpp>
#include <balint/alignment/search/detail/move_log.hpp>
#include <balint/alignment/search/detail/moves.hpp>
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <balint/alignment/search/detail/search_context.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace balint::detail {

/// A vote since the last selection, or a pass instead of one: it stays, or went as its voter had voted.
struct ballot {
  entry_id entry = no_entry;
  person_id by = nobody;
  person_id owner = nobody;  ///< Whose case it is for; nobody: it is a pass.
  bool stays = false;
};
using ballots = std::vector<ballot>;

/// The ballot that an entry of the log is; without an entry where it is none that can be revised.
template <protocol P>
[[nodiscard]] ballot ballot_at(const partial_alignment<P>& d, entry_id i, const move_entry<P>& one, bool stays) {
  const bool could_stay = one.kind == entry_kind::synchronous ||
                          (one.kind == entry_kind::on_log && one.what.at == unstated);  // or it may be out of time
  if (!could_stay || one.what.act.index >= search_traits<P>::acts || one.what.by.index >= d.now.people().size())
    return {};
  const auto does = table_of<P>.acts[one.what.act.index].does;
  if (does == effect::passes) return {stays ? no_entry : i, one.what.by, nobody, false};
  if (does != effect::supports_case || !d.now.is_open_case(raw_target(one.what))) return {};
  return {i, one.what.by, {static_cast<std::uint8_t>(raw_target(one.what))}, stays};
}
/// The ballots of this stage since the last selection, in the order of the trace.
template <protocol P>
[[nodiscard]] ballots ballots_of(const search_context<P>& c, const partial_alignment<P>& d) {
  ballots all;
  const auto first = d.stage() == 0 ? no_entry : d.stage_end[d.stage() - 1];
  c.log.each_back(d.last, first, [&](entry_id i, const move_entry<P>& one, bool stays) {
    if (stays && table_of<P>.acts[one.what.act.index].does == effect::selects_case) return false;
    if (const auto vote = ballot_at(d, i, one, stays); vote.entry != no_entry) all.push_back(vote);
    return true;
  });
  std::reverse(all.begin(), all.end());
  return all;
}

/// How many votes a case has.
template <protocol P>
[[nodiscard]] std::size_t votes_for(const session_state<P>& s, person_id owner) {
  return static_cast<std::size_t>(
      std::count(s.votes.begin(), s.votes.end(), static_cast<std::uint8_t>(owner.index + 1)));
}
/// The open cases that have more votes than that of x.
template <protocol P>
[[nodiscard]] std::uint64_t exceeding(const partial_alignment<P>& d, person_id x) {
  const auto& s = d.now.remembered();
  std::uint64_t set = 0;
  for (auto rest = d.now.open_cases(); rest != 0; rest &= rest - 1) {
    const auto y = first_of(rest);
    if (votes_for(s, y) > votes_for(s, x)) set |= bit(y.index);
  }
  return set;
}
/// Whether somebody owes a vote in this stage, given or not.
template <protocol P>
[[nodiscard]] bool has_to_vote(const partial_alignment<P>& d, person_id who) {
  const auto terms = search_traits<P>::owed_by_each(d.stage(), effect::supports_case);
  return ((d.now.fitting(terms) >> who.index) & 1U) != 0;
}
/// Remembers in a state for whose case somebody voted; nobody: they did not.
template <protocol P>
void set_vote(session_state<P>& s, person_id who, person_id owner) {
  const bool has_voted = owner != nobody;
  s.votes[who.index] = has_voted ? static_cast<std::uint8_t>(owner.index + 1) : std::uint8_t{0};
  constexpr auto voting = act_with_effect<P>(effect::supports_case).index;
  if constexpr (voting < search_traits<P>::acts) {
    constexpr auto slot = table_of<P>.acts[voting].slot;
    if constexpr (slot != none) s.did[slot] = has_voted ? s.did[slot] | bit(who.index) : s.did[slot] & ~bit(who.index);
  }
}

/// A pass that came in becomes a vote for x.
template <protocol P>
void turn_pass_into_vote(search_context<P>& c, partial_alignment<P>& d, person_id p, person_id x) {
  const auto voting = act_with_effect<P>(effect::supports_case);
  auto s = d.now.remembered();
  revise_turn(c, d, p.index, raw_event<P>({.by = p, .act = voting, .target = x.index}));
  s.passed[s.stage] &= ~bit(p.index);
  set_vote<P>(s, p, x);
  s.happened |= bit(voting.index);
  set_state(d, s);
}
/// Passes that came in become votes for x, as long as it has too few.
template <protocol P>
void turn_passes_into_votes(search_context<P>& c, partial_alignment<P>& d, person_id x) {
  for (auto who = d.could_vote & d.now.remembered().passed[d.stage()]; who != 0 && exceeding(d, x) != 0; who &= who - 1)
    turn_pass_into_vote(c, d, first_of(who), x);
}
/// Where x declines later, passes that came in are votes for x as well, of those who have another turn to come: such a
/// vote is void then, and the turn is owed.
template <protocol P>
void add_votes_to_be_void(search_context<P>& c, alternatives<P>& ways, person_id x) {
  constexpr std::size_t voting = act_with_effect<P>(effect::supports_case).index;
  constexpr std::size_t passing = act_with_effect<P>(effect::passes).index;
  constexpr std::size_t declining = act_with_effect<P>(effect::declines_case).index;
  constexpr auto acts = search_traits<P>::acts;
  if constexpr (voting < acts && passing < acts && declining < acts) {
    if (c.rest.of(x.index, declining) == 0) return;
    alternatives<P> more;
    for (auto d : ways) {
      const auto before = d.could_vote;
      for (auto rest = before & d.now.remembered().passed[d.stage()]; rest != 0; rest &= rest - 1) {
        const auto who = first_of(rest);
        if (c.rest.of(who.index, voting) + c.rest.of(who.index, passing) != 0) turn_pass_into_vote(c, d, who, x);
      }
      if (d.could_vote != before) more.push_back(std::move(d));
    }
    append(ways, std::move(more));
  }
}
/// Whether it helps x that one ballot stays instead of another of the same voter, which exceeds it.
template <protocol P>
[[nodiscard]] bool helps_instead(const partial_alignment<P>& d, const ballot& other, const ballot& mine, person_id x,
                                 bool only_for_x) {
  if (other.stays || other.by != mine.by || other.owner == mine.owner) return false;
  if (only_for_x) return other.owner == x;
  if (other.owner == nobody) return has_to_vote(d, mine.by);
  const auto& s = d.now.remembered();
  return votes_for(s, other.owner) < votes_for(s, x);
}
/// A ballot goes, and another of the same voter stays.
template <protocol P>
void exchange(search_context<P>& c, partial_alignment<P>& d, ballot& mine, ballot& other) {
  auto s = d.now.remembered();
  let_go(c, d, mine.entry);
  let_stay(c, d, other.entry);
  set_vote<P>(s, mine.by, other.owner);
  if (other.owner == nobody) s.passed[s.stage] |= bit(mine.by.index);
  set_state(d, s);
  mine.stays = false;
  other.stays = true;
}
/// Ballots that went stay instead of others of the same voters that exceed x.
template <protocol P>
void exchange_ballots(search_context<P>& c, partial_alignment<P>& d, ballots& votes, person_id x) {
  for (const bool only_for_x : {true, false}) {
    for (auto& mine : votes) {
      if (!mine.stays || mine.owner == nobody || ((exceeding(d, x) >> mine.owner.index) & 1U) == 0) continue;
      const auto other = std::find_if(votes.begin(), votes.end(),
                                      [&](const ballot& one) { return helps_instead(d, one, mine, x, only_for_x); });
      if (other != votes.end()) exchange(c, d, mine, *other);
    }
  }
}

/// A vote goes.
template <protocol P>
void take_back_vote(search_context<P>& c, partial_alignment<P>& d, const ballot& mine) {
  auto s = d.now.remembered();
  let_go(c, d, mine.entry);
  set_vote<P>(s, mine.by, nobody);
  set_state(d, s);
}
/// So many people who need not vote, or did not yet, vote for x; false: there are not so many.
template <protocol P>
bool more_votes(search_context<P>& c, partial_alignment<P>& d, person_id x, std::size_t n) {
  constexpr auto voting = act_with_effect<P>(effect::supports_case);
  for (std::uint8_t who = 0; n != 0; ++who) {
    if (who >= c.problem.people().size()) return false;
    if (move_on_model(c, d, raw_event<P>({.by = {who}, .act = voting, .target = x.index}))) --n;
  }
  return true;
}
/// Whether it helps x that a vote is given to it instead.
template <protocol P>
[[nodiscard]] bool can_change(const partial_alignment<P>& d, const ballot& mine, person_id x) {
  const auto& s = d.now.remembered();
  if (!mine.stays || mine.owner == x || ((s.present >> mine.by.index) & 1U) == 0) return false;
  constexpr auto slot = table_of<P>.acts[act_with_effect<P>(effect::supports_case).index].slot;
  if (((s.did[slot] >> mine.by.index) & 1U) == 0) return false;
  for (auto rest = d.now.open_cases(); rest != 0; rest &= rest - 1) {
    if (votes_for(s, first_of(rest)) > votes_for(s, mine.owner)) return false;
  }
  return d.now.is_open_case(mine.owner.index);
}
/// Votes of the case that has most are given to x, one by one, until no case exceeds it. Where it is enough that the
/// last one goes, that is a way too.
template <protocol P>
void change_votes(search_context<P>& c, partial_alignment<P> d, person_id x, const ballots& votes,
                  alternatives<P>& found) {
  constexpr auto voting = act_with_effect<P>(effect::supports_case);
  for (const auto& mine : votes) {
    if (exceeding(d, x) == 0 || c.is_too_dear(d)) break;
    if (!can_change(d, mine, x)) continue;
    take_back_vote(c, d, mine);
    if (exceeding(d, x) == 0) {
      for (auto& abstains : discharge_turns(c, d, x.index)) {
        if (!c.is_too_dear(abstains)) found.push_back(std::move(abstains));
      }
    }
    if (!move_on_model(c, d, raw_event<P>({.by = mine.by, .act = voting, .target = x.index}))) return;
  }
  if (exceeding(d, x) == 0 && !c.is_too_dear(d)) found.push_back(std::move(d));
}
/// More people vote for x, more and more of them, and then votes change.
template <protocol P>
void add_and_change_votes(search_context<P>& c, const partial_alignment<P>& from, person_id x, const ballots& votes,
                          alternatives<P>& found) {
  for (std::size_t more = 0; more <= c.problem.people().size(); ++more) {
    auto d = from;
    if (!more_votes(c, d, x, more) || c.is_too_dear(d)) return;
    const bool is_enough = exceeding(d, x) == 0;
    change_votes(c, std::move(d), x, votes, found);
    if (is_enough) return;
  }
}

/// Owners of these cases withdraw; false: one of them cannot.
template <protocol P>
bool withdraw_all(search_context<P>& c, partial_alignment<P>& d, std::uint64_t owners) {
  for (; owners != 0; owners &= owners - 1) {
    const auto leaves = raw_event<P>({.by = first_of(owners), .act = act_with_effect<P>(effect::withdraws)});
    if (leaves.act.index >= search_traits<P>::acts) return false;
    if (d.is_revisable(leaves.by.index) && leave_instead(c, d, leaves)) continue;
    if (!move_on_model(c, d, leaves)) return false;
  }
  return true;
}
/// Owners of these cases withdraw, votes that nobody owed go, and then votes change.
template <protocol P>
void outvote(search_context<P>& c, const partial_alignment<P>& from, person_id x, std::uint64_t out,
             const ballots& votes, alternatives<P>& found) {
  constexpr std::size_t most_unowed = 4;
  constexpr auto voting = act_with_effect<P>(effect::supports_case);
  if constexpr (voting.index < search_traits<P>::acts && table_of<P>.acts[voting.index].slot != none) {
    auto gone_out = from;
    if (!withdraw_all(c, gone_out, out)) return;
    // Anyone who voted for a case that is out votes again.
    auto ways = out == 0 ? alternatives<P>{gone_out} : discharge_turns(c, gone_out, x.index);
    if (ways.empty()) return;
    auto d = std::move(ways.front());
    ballots unowed;
    for (const auto& one : votes) {
      if (one.stays && one.owner != x && d.now.is_open_case(one.owner.index) && !has_to_vote(from, one.by))
        unowed.push_back(one);
    }
    for (std::size_t gone = 0; gone <= unowed.size() && gone <= most_unowed; ++gone) {
      if (gone != 0) {
        if (exceeding(d, x) == 0) break;
        take_back_vote(c, d, unowed[gone - 1]);
      }
      add_and_change_votes(c, d, x, votes, found);
    }
  }
}
/// The same with each set of owners who withdraw, or with all of them where they are many.
template <protocol P>
void outvote_each(search_context<P>& c, const partial_alignment<P>& from, person_id x, std::uint64_t owners,
                  const ballots& votes, alternatives<P>& found) {
  constexpr int most_owners = 3;
  if (std::popcount(owners) > most_owners) return outvote(c, from, x, owners, votes, found);
  for (auto out = owners; out != 0; out = (out - 1) & owners) outvote(c, from, x, out, votes, found);
}

/// How many cases may be selected and declined before another one is selected.
inline constexpr int most_declined = 2;

/// A case is selected, and its owner declines; false: that cannot be.
template <protocol P>
bool select_and_decline(search_context<P>& c, partial_alignment<P>& d, person_id owner) {
  const auto selecting = act_with_effect<P>(effect::selects_case);
  const auto declining = act_with_effect<P>(effect::declines_case);
  return declining.index < search_traits<P>::acts && ensure_leader(c, d) &&
         move_on_model(c, d, raw_event<P>({.by = d.now.acting_leader(), .act = selecting, .target = owner.index})) &&
         move_on_model(c, d, raw_event<P>({.by = owner, .act = declining}));
}
/// The ways to have no case with more votes than that of x, with as few changes of votes as possible. So many cases may
/// be selected and declined before.
template <protocol P>
[[nodiscard]] alternatives<P> support_case(search_context<P>& c, const partial_alignment<P>& from, person_id x,
                                           int may_decline) {
  alternatives<P> found;
  if (exceeding(from, x) == 0) return {from};
  auto d = from;
  auto votes = ballots_of(c, d);
  turn_passes_into_votes(c, d, x);
  exchange_ballots(c, d, votes, x);
  // That owners withdraw may spare them other turns: it is tried although votes alone would do.
  outvote_each(c, from, x, exceeding(from, x), ballots_of(c, from), found);
  const auto ahead = exceeding(d, x);
  if (ahead == 0) {
    found.push_back(std::move(d));
    return found;
  }
  outvote_each(c, d, x, ahead, votes, found);
  outvote(c, d, x, 0, votes, found);
  if (may_decline == 0) return found;
  for (auto rest = ahead; rest != 0; rest &= rest - 1) {
    auto one = d;
    if (!select_and_decline(c, one, first_of(rest)) || c.is_too_dear(one)) continue;
    for (const auto& anew : discharge_turns(c, one, x.index))  // the person who voted for it votes again
      append(found, support_case(c, anew, x, may_decline - 1));
  }
  return found;
}

}  // namespace balint::detail
