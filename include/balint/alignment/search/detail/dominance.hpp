// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// When one partial alignment makes another needless, and which of many are followed.
#include <balint/alignment/search/detail/move.hpp>
#include <balint/alignment/search/detail/partial_alignment.hpp>
#include <balint/alignment/search/detail/search_context.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/vocabulary/effect.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace balint::detail {

/// How much it costs a partial alignment `a` to catch up with another one, `b`, that has read as much of the trace:
/// past what both cost so far, the nearest whole alignment that begins as `a` does costs at most so much more than any
/// that begins as `b` does.
///
/// The argument. Take the moves that bring `b` to its close at the least cost, its revisions among them, and let `a`
/// make the same moves. Each part below names what could stop a move or make it needless, and what `a` does about it
/// instead. The parts are of different events, so their costs add up. Where no answer is known, the cost is out of
/// reach.
///
/// - What every later check reads has to be equal: stage, presenter, who is present, leads or is gone, open flags. A
///   later clock of `a` matters only if an event to come is earlier than it.
/// - Presence: `b` may revise a turn to dropping out at no cost. `a` lets that person drop out now, at one.
/// - Cases: `a` needs every case that `b` has, and has or may still present every case that `b` may, at one more
///   where that is instead of a pass for `a` alone. Each vote that differs is an event that goes and one that comes in,
///   and so is a vote that `b` may still make of a pass.
/// - Acts of this stage: what only `b` has done comes in, at one, or at three if the person who may do it is away,
/// comes back
///   for it and leaves again. Nobody does who is gone. What only `a` has done may still come in the rest, where `b`
///   keeps it: then it goes, at one. If it decides something, or if it is a vote that may be out of time, the cost is
///   out of reach. What is owed only after an act that `a` alone has done comes in, at one, if it is the leader's to
///   do. Acts of earlier stages matter only where a condition to come asks for them.
/// - Options: what `b` may still make or take back, `a` makes or takes back at one more each. Options that only one of
///   them has are weighed, or their weighings go, at one for each act owed. An option that `a` has weighed more often
///   than `b` is dearer to take back: by what it lacks, less the one that taking it back costs at least.
///
/// The beam search drops a partial alignment that another one dominates, so this must never count too little; it may
/// count too much. tests/exploration/dominance_test.cpp holds it against the optimal search, pair by pair.
template <protocol P>
class catch_up {
  using traits = search_traits<P>;

 public:
  catch_up(const search_context<P>& c, const partial_alignment<P>& from, const partial_alignment<P>& with)
      : c_(c), a_(from), b_(with), x_(from.now.remembered()), y_(with.now.remembered()) {}

  /// The cost; what is more than `most` need not be told exactly.
  [[nodiscard]] std::uint32_t cost(std::uint32_t most) const {
    if (!is_comparable()) return out_of_reach;
    auto d = add_costs(of_presence(), of_cases());
    if (d <= most) d = add_costs(d, of_acts());
    if (d <= most) d = add_costs(d, of_options());
    return d;
  }

 private:
  [[nodiscard]] static std::uint32_t count(std::uint64_t set) { return static_cast<std::uint32_t>(std::popcount(set)); }
  [[nodiscard]] static bool has(std::uint64_t set, std::size_t i) { return ((set >> (i & 63U)) & 1U) != 0; }

  [[nodiscard]] bool is_comparable() const {
    if (x_.stage != y_.stage || x_.presenter != y_.presenter || x_.present != y_.present || x_.leaders != y_.leaders ||
        x_.gone != y_.gone || x_.open_flags != y_.open_flags)
      return false;
    return x_.last_at <= y_.last_at || x_.last_at <= c_.problem.earliest(c_.rest.position());
  }
  [[nodiscard]] std::uint32_t of_presence() const {
    return x_.stage <= traits::last_each ? count(b_.revisable & ~a_.revisable) : 0;
  }
  [[nodiscard]] std::uint32_t of_cases() const {
    if (x_.stage > traits::last_case) return 0;
    const auto may_come = b_.could_present & ~a_.could_present;
    if (x_.cases_out != y_.cases_out || ((y_.cases | may_come) & ~x_.cases) != 0) return out_of_reach;
    std::uint32_t d = of_passes_for_cases();
    for (std::size_t voter = 0; voter < a_.now.people().size(); ++voter)
      d += x_.votes[voter] != y_.votes[voter] ? 2U : 0U;
    return d + 2U * count(b_.could_vote & ~a_.could_vote);
  }
  /// Of cases that both may still present, `a` instead of a pass that goes.
  [[nodiscard]] std::uint32_t of_passes_for_cases() const {
    constexpr auto making = act_with_effect<P>(effect::makes_case).index;
    if constexpr (making < traits::acts) {
      const auto home = table_of<P>.acts[making].home;
      return count(b_.could_present & ~y_.passed[home] & x_.passed[home] & ~x_.cases);
    }
    return 0;
  }
  [[nodiscard]] std::uint32_t of_acts() const {
    std::uint32_t d = 0;
    if (traits::cuts_short && has(y_.worked & ~x_.worked, x_.stage) && !works_by_catching_up()) return out_of_reach;
    constexpr auto opening = act_with_effect<P>(effect::opens);
    if (opening.index < traits::acts && x_.begun > y_.begun && c_.rest.of_anybody(opening.index) != 0) d = 1;
    for (std::size_t i = 0; i < traits::acts; ++i) {
      const auto& row = table_of<P>.acts[i];
      if (row.home == none || row.home > x_.stage) continue;  // open throughout, or nobody did it yet
      if (row.home < x_.stage) {
        if (has(traits::asked_for[x_.stage], i) && has(x_.happened ^ y_.happened, i)) return out_of_reach;
        continue;
      }
      d = add_costs(d, row.slot == none ? of_one_act(i) : of_each(i));
      if (has(x_.happened & ~y_.happened, i)) d = add_costs(d, of_what_follows(i));
    }
    return d;
  }
  /// Whether something has to come in anyway by which this stage is worked in, so that it can be cut short.
  [[nodiscard]] bool works_by_catching_up() const {
    for (std::size_t i = 0; i < traits::acts; ++i) {
      const auto& row = table_of<P>.acts[i];
      if (row.home != x_.stage || !row.carries) continue;
      if (row.slot == none
              ? has(y_.happened & ~x_.happened, i)
              : ((y_.did[row.slot] | y_.passed[y_.stage]) & ~(x_.did[row.slot] | x_.passed[x_.stage])) != 0)
        return true;
    }
    return false;
  }
  /// What it costs that an act comes in now: the person who is to do it is here, or comes back for it and leaves again.
  [[nodiscard]] std::uint32_t cost_of_coming_in(std::uint16_t terms) const {
    const auto who = a_.now.fitting(terms);
    if ((who & x_.present) != 0) return 1;
    constexpr bool may_return = act_with_effect<P>(effect::rejoins).index < traits::acts;
    return may_return && (who & ~x_.gone) != 0 ? 3 : out_of_reach;
  }
  /// Of what is owed only after an act that `a` alone has done: the person who leads can do it before the stage is
  /// left.
  [[nodiscard]] std::uint32_t of_what_follows(std::size_t act) const {
    std::uint32_t d = 0;
    for (const auto& duty : table_of<P>.duties) {
      if (has(duty.since, act) && (duty.since & y_.happened) == 0)
        d = add_costs(d, traits::is_for_the_lead(duty.act) ? 1 : out_of_reach);
    }
    return d;
  }
  /// Of an act of this stage of which only whether it happened is remembered.
  [[nodiscard]] std::uint32_t of_one_act(std::size_t act) const {
    const bool has_x = has(x_.happened, act);
    const bool has_y = has(y_.happened, act);
    if (has_x == has_y) return 0;
    if (traits::is_choice(act)) return out_of_reach;
    if (has_y) return cost_of_coming_in(table_of<P>.acts[act].who);
    return has(table_of<P>.acts[act].until, act) && c_.rest.of_anybody(act) != 0 ? 1 : 0;
  }
  /// Of an act of this stage of which it is remembered who did it.
  [[nodiscard]] std::uint32_t of_each(std::size_t act) const {
    const auto& row = table_of<P>.acts[act];
    constexpr auto passing = act_with_effect<P>(effect::passes).index;
    const bool is_about_cases = row.does == effect::makes_case || row.does == effect::supports_case;
    const auto done_x = x_.did[row.slot] | x_.passed[x_.stage];
    const auto done_y = y_.did[row.slot] | y_.passed[y_.stage];
    std::uint32_t d = count(done_y & ~done_x);
    for (auto ahead = done_x & ~done_y; ahead != 0; ahead &= ahead - 1) {
      const auto who = static_cast<std::size_t>(std::countr_zero(ahead));
      std::uint32_t to_come = row.exactly_once ? c_.rest.of(who, act) : 0;
      if (to_come != 0 && row.does == effect::supports_case && c_.problem.is_timed()) return out_of_reach;
      if (passing < traits::acts) to_come += c_.rest.of(who, passing);
      if (to_come != 0 || (is_about_cases && has(x_.passed[x_.stage], who))) d += 1;
    }
    return d;
  }
  [[nodiscard]] std::uint32_t of_options() const {
    if constexpr (option_capacity<P> == 0) return 0;
    if (x_.stage > traits::last_weighing) return 0;
    std::uint32_t d = count(b_.could_propose & ~a_.could_propose);
    if (b_.removable_options > a_.removable_options)
      d += static_cast<std::uint32_t>(b_.removable_options - a_.removable_options);
    if (x_.stage <= traits::last_option) d += of_makers();
    if (x_.options < y_.options) d += static_cast<std::uint32_t>(y_.options - x_.options);
    if (x_.options != y_.options || x_.stage == traits::last_weighing) d = add_costs(d, of_weighings());
    return d;
  }
  [[nodiscard]] std::uint32_t of_makers() const {
    std::uint32_t d = x_.stage == traits::last_option ? count(y_.passed[y_.stage] & ~x_.passed[x_.stage]) : 0;
    for (std::size_t i = 0; i < a_.now.people().size(); ++i) {
      if (b_.options_made[i] > a_.options_made[i])
        d += static_cast<std::uint32_t>(b_.options_made[i] - a_.options_made[i]);
    }
    return d;
  }
  [[nodiscard]] std::uint32_t of_weighings() const {
    std::uint32_t d = 0;
    const std::size_t both = (std::min)(x_.options, y_.options);
    for (std::size_t o = both; o < x_.options; ++o) d += lacking<P>(x_, o);
    for (std::size_t o = both; o < y_.options; ++o) d += traits::weighings - lacking<P>(y_, o);
    for (std::size_t o = 0; o < both; ++o) {
      for (const auto& duty : table_of<P>.duties) {
        if (duty.due != quota::per_option) continue;
        const auto slot = table_of<P>.acts[duty.act].weighing;
        if (has(y_.weighed[slot][o / 64] & ~x_.weighed[slot][o / 64], o % 64))
          d = add_costs(d, cost_of_coming_in(table_of<P>.acts[duty.act].owed_by));
      }
      const auto lacks = lacking<P>(x_, o);
      if (a_.times_weighed[o].value() > b_.times_weighed[o].value() && lacks > 1) d += lacks - 1;
    }
    return d;
  }

  const search_context<P>& c_;
  const partial_alignment<P>& a_;
  const partial_alignment<P>& b_;
  const session_state<P>& x_;
  const session_state<P>& y_;
};

/// What it costs `a` to catch up with `b`, `out_of_reach` where that is not known; exact up to `most` only.
template <protocol P>
[[nodiscard]] std::uint32_t catch_up_cost(const search_context<P>& c, const partial_alignment<P>& a,
                                          const partial_alignment<P>& b, std::uint32_t most = out_of_reach) {
  return catch_up<P>(c, a, b).cost(most);
}

/// Whether one partial alignment is as good as another, whatever comes.
template <protocol P>
[[nodiscard]] bool dominates(const search_context<P>& c, const partial_alignment<P>& a, const partial_alignment<P>& b) {
  return a.cost <= b.cost && catch_up_cost(c, a, b, b.cost - a.cost) <= b.cost - a.cost;
}

/// Leaves out partial alignments that are too dear, those that another one dominates, and those that there is no room
/// for; the rest by what they cost at least, then as they were.
template <protocol P>
void prune(search_context<P>& c, alternatives<P>& all, std::size_t room) {
  std::erase_if(all, [&](const partial_alignment<P>& d) { return c.is_too_dear(d); });
  std::vector<std::pair<std::uint32_t, std::size_t>> order;
  for (std::size_t i = 0; i < all.size(); ++i) order.emplace_back(c.lower_bound(all[i]), i);
  std::sort(order.begin(), order.end());
  alternatives<P> kept;
  for (const auto& [bound, i] : order) {
    const auto& d = all[i];
    if (std::any_of(kept.begin(), kept.end(), [&](const auto& other) { return dominates(c, other, d); })) continue;
    if (kept.size() == room) {
      c.least_pruned = (std::min)(c.least_pruned, bound);
      break;
    }
    kept.push_back(std::move(all[i]));
  }
  all = std::move(kept);
}

}  // namespace balint::detail
