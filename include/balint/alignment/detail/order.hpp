// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The order of stages: completing a stage, going on to a later one, closing, and making an event possible by that.
#include <balint/alignment/detail/cases.hpp>
#include <balint/alignment/detail/obstacles.hpp>
#include <balint/alignment/detail/options.hpp>
#include <balint/alignment/detail/presence.hpp>
#include <balint/alignment/detail/turns.hpp>
#include <balint/alignment/search/detail/dominance.hpp>
#include <balint/alignment/search/detail/move.hpp>
#include <balint/alignment/search/detail/moves.hpp>
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <balint/alignment/search/detail/search_context.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/session/obligation.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace balint::detail {

/// Discharges one thing that the stage owes, other than a case; false: nobody can.
template <protocol P>
bool discharge(search_context<P>& c, partial_alignment<P>& d, const obligation<P>& o) {
  if (o.owes == debt::an_option) return more_options(c, d, 1);
  const bool is_of_option = o.due == quota::per_option;
  if (is_of_option && fewer_options(c, d)) return true;
  const std::uint16_t target = is_of_option ? o.first_option.number : std::uint16_t{0};
  return act_by_anybody(c, d, o.act, target, d.now.fitting(table_of<P>.acts[o.act.index].owed_by));
}
/// Adds the ways to discharge what the stage owes besides turns.
template <protocol P>
void discharge_rest(search_context<P>& c, partial_alignment<P> d, alternatives<P>& found) {
  constexpr int most_owed = 2048;
  for (int n = 0; n < most_owed && !c.is_too_dear(d); ++n) {
    const auto o = d.now.first_owed();
    if (!o) {
      found.push_back(std::move(d));
      return;
    }
    if (o.owes == debt::a_case) {
      for (std::uint8_t who = 0; who < c.problem.people().size(); ++who) {
        if (auto one = d; make_case(c, one, {who})) discharge_rest(c, std::move(one), found);
      }
      return;
    }
    if (!discharge(c, d, o)) return;
  }
}
/// Adds the ways to complete a stage whose presenter, if it selects one, is settled.
template <protocol P>
void complete_settled(search_context<P>& c, const partial_alignment<P>& from, person_id selected,
                      alternatives<P>& found) {
  for (auto& d : discharge_turns(c, from, selected.index)) discharge_rest(c, std::move(d), found);
}
/// Adds the ways to complete a stage in which somebody takes a case.
template <protocol P>
void complete_with_taking(search_context<P>& c, const partial_alignment<P>& from, alternatives<P>& found) {
  constexpr int most_obstacles = 3;
  const bool is_taken = from.now.remembered().presenter != nobody.index;
  if (is_taken) complete_settled(c, from, nobody, found);
  for (const auto& open : is_taken ? undo_selection(c, from) : alternatives<P>{from}) {
    for (std::uint8_t who = 0; who < c.problem.people().size(); ++who) {
      const auto takes = raw_event<P>({.by = {who}, .act = act_with_effect<P>(effect::takes_case)});
      alternatives<P> able;
      get_around(
          c, open, takes, most_obstacles, [&](const auto& d, code why) { return ways_around(c, d, takes, why); }, able);
      prune(c, able, c.most_ways);
      for (auto& d : able) {
        if (move_on_model(c, d, takes)) complete_settled(c, d, nobody, found);
      }
    }
  }
}
/// Every way worth trying to complete the stage.
template <protocol P>
[[nodiscard]] alternatives<P> complete_stage(search_context<P>& c, const partial_alignment<P>& from) {
  alternatives<P> found;
  if (c.is_too_dear(from)) return found;
  if (!selects_here(from)) {
    complete_settled(c, from, nobody, found);
  } else if (!has_selection<P>()) {
    complete_with_taking(c, from, found);
  } else {
    for (auto x = possible_presenters(from); x != 0; x &= x - 1) {
      for (const auto& d : select(c, from, first_of(x))) complete_settled(c, d, first_of(x), found);
    }
  }
  return found;
}

/// Advances or closes; false: it cannot be.
template <protocol P>
bool move_by_leader(search_context<P>& c, partial_alignment<P>& d, effect how) {
  return prepare_move(c, d, how) && ensure_leader(c, d) &&
         move_on_model(c, d, raw_event<P>({.by = d.now.acting_leader(), .act = act_with_effect<P>(how)}));
}
/// Adds the ways to have no more open in this stage than what it owes when it is cut short.
template <protocol P>
void complete_for_cut(search_context<P>& c, partial_alignment<P> d, alternatives<P>& found) {
  constexpr int most_owed = 2048;
  const auto stage = static_cast<std::uint8_t>(d.stage());
  const auto go_on = [&](bool is_done, partial_alignment<P>&& one) {
    if (is_done) complete_for_cut(c, std::move(one), found);
  };
  for (int n = 0; n < most_owed && !c.is_too_dear(d); ++n) {
    const auto o = d.now.first_owed(stage, reach::when_cut);
    if (!o) {
      found.push_back(std::move(d));
      return;
    }
    if (o.owes == debt::a_case) {
      for (std::uint8_t who = 0; who < c.problem.people().size(); ++who) {
        auto one = d;
        go_on(make_case(c, one, {who}), std::move(one));
      }
      return;
    }
    const bool is_turn = o.owes == debt::an_act && is_owed_by_each(o.due);
    if (is_turn) {  // the first that comes in shows that the stage was worked in, and no other is owed
      for (const auto who : o.by) {
        auto one = d;
        go_on(give_turn(c, one, o.act, who, nobody.index), std::move(one));
      }
      return;
    }
    if (table_of<P>.acts[o.act.index].does == effect::selects_case) {
      for (auto x = possible_presenters(d); x != 0; x &= x - 1) {
        for (auto& one : select(c, d, first_of(x))) go_on(true, std::move(one));
      }
      return;
    }
    if (table_of<P>.acts[o.act.index].does == effect::takes_case) return complete_with_taking(c, d, found);
    if (o.due == quota::per_option) {  // weighing one shows that the stage was worked in
      if (!act_by_anybody(c, d, o.act, o.first_option.number, d.now.fitting(table_of<P>.acts[o.act.index].who))) return;
      continue;
    }
    if (!discharge(c, d, o)) return;
  }
}
/// The ways to leave this stage by cutting it short, where that spares anything: before the one whose case it is was
/// selected, every turn is owed all the same.
template <protocol P>
[[nodiscard]] alternatives<P> cut_stage(search_context<P>& c, const partial_alignment<P>& from) {
  alternatives<P> found;
  const bool is_open = selects_here(from) && from.now.remembered().presenter == nobody.index;
  if (!search_traits<P>::cuts_short || is_open || !from.now.owes(static_cast<std::uint8_t>(from.stage()), reach::all))
    return found;
  complete_for_cut(c, from, found);
  std::erase_if(found, [&](auto& d) { return !move_by_leader(c, d, effect::cuts_short) || c.is_too_dear(d); });
  return found;
}
/// Every way worth trying to get to a later stage.
template <protocol P>
[[nodiscard]] alternatives<P> go_to(search_context<P>& c, const partial_alignment<P>& from, std::size_t stage) {
  constexpr auto advance = move_costs<P>::on_model(act_with_effect<P>(effect::advances));
  alternatives<P> now{from};
  while (!now.empty() && now.front().stage() < stage) {
    alternatives<P> next;
    for (const auto& d : now) {
      if (c.lower_bound(add_costs(d.cost, advance), d.stage() + 1U) >= c.cost_limit) continue;
      for (auto& whole : complete_stage(c, d)) {
        if (move_by_leader(c, whole, effect::advances) && !c.is_too_dear(whole)) next.push_back(std::move(whole));
      }
      append(next, cut_stage(c, d));
    }
    prune(c, next, c.most_ways);
    now = std::move(next);
  }
  return now;
}
/// Every way worth trying to close the session.
template <protocol P>
[[nodiscard]] alternatives<P> go_to_close(search_context<P>& c, const partial_alignment<P>& from) {
  alternatives<P> found;
  for (const auto& d : go_to(c, from, search_traits<P>::stages - 1)) {
    for (auto& whole : complete_stage(c, d)) {
      if (move_by_leader(c, whole, effect::closes) && whole.cost < c.cost_limit) found.push_back(std::move(whole));
    }
  }
  return found;
}

/// The ways around what stands against an event by going on to a later stage, or by completing this one.
template <protocol P>
[[nodiscard]] alternatives<P> ways_onward(search_context<P>& c, const partial_alignment<P>& d, const event<P>& e,
                                          code why) {
  using traits = search_traits<P>;
  const auto& row = table_of<P>.acts[e.act.index];
  const bool is_later = row.home != none && row.home > d.stage();
  switch (why) {
    case code::absent: return is_later ? go_to(c, d, row.home) : alternatives<P>{};
    case code::wrong_stage:
      if (row.does == effect::closes) return go_to(c, d, traits::stages - 1);
      return is_later ? go_to(c, d, row.home) : alternatives<P>{};
    case code::nothing_owed: return d.stage() < traits::last_passable ? go_to(c, d, d.stage() + 1U) : alternatives<P>{};
    case code::stage_incomplete: {
      alternatives<P> found;
      if (row.does == effect::cuts_short) {
        complete_for_cut(c, d, found);
      } else {
        found = complete_stage(c, d);
        if (row.does == effect::advances) append(found, cut_stage(c, d));  // it may be the word of the next stage
      }
      return found;
    }
    default: return {};
  }
}
/// Every way worth trying to make an event possible.
template <protocol P>
[[nodiscard]] alternatives<P> enable(search_context<P>& c, const partial_alignment<P>& from, const event<P>& e) {
  constexpr int most_obstacles = 6;
  alternatives<P> found;
  const auto ways = [&](const partial_alignment<P>& d, code why) {
    auto onward = ways_onward(c, d, e, why);
    const auto home = table_of<P>.acts[e.act.index].home;
    const bool waits = why == code::absent && home != none && home > d.stage();
    if (why == code::nothing_owed) append(onward, ways_around(c, d, e, why));
    return onward.empty() && !waits ? ways_around(c, d, e, why) : onward;
  };
  get_around(c, from, e, most_obstacles, ways, found);
  if (found.size() > 1) prune(c, found, c.most_ways);
  return found;
}

}  // namespace balint::detail
