// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A lower bound from the state of a session: what it costs at least until the session is closed, whatever is done with
/// the rest of its trace.
#include <balint/alignment/search/detail/alignment_problem.hpp>
#include <balint/alignment/search/detail/move.hpp>
#include <balint/alignment/search/detail/order_bound.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace balint::detail {

/// The bound for each state of a session of P and each position of a trace.
template <protocol P>
class state_bound {
 public:
  static constexpr const table<P>& t = table_of<P>;

  state_bound(const alignment_problem<P>& of, const order_bound<P>& order)
      : problem_(of),
        people_(of.people().size()),
        order_(order),
        by_((of.size() + 1) * people_ * acts),
        of_((of.size() + 1) * acts) {
    for (std::size_t i = of.size(); i-- > 0;) {
      std::copy_n(&by_[(i + 1) * people_ * acts], people_ * acts, &by_[i * people_ * acts]);
      std::copy_n(&of_[(i + 1) * acts], acts, &of_[i * acts]);
      const auto& e = of.trace()[i];
      if (e.act.index >= acts || e.by.index >= people_) continue;
      by_[(i * people_ + e.by.index) * acts + e.act.index] += 1;
      of_[i * acts + e.act.index] += 1;
    }
  }

  /// What a session in this state costs at least from a position on: what must go, as no order of stages has room for
  /// it or it is done too often, and what must come in, as it is owed and not in the rest. No move is counted in both.
  [[nodiscard]] std::uint32_t least(const engine<P>& now, std::size_t from) const {
    if (now.is_over()) return is_aim(now, problem_.aim()) ? problem_.removal_cost(from) : out_of_reach;
    const auto& s = now.remembered();
    const auto order = order_.least(from, s.stage);
    const auto goes = superfluous(s, from);
    if (problem_.aim() != ending::closed) return (std::max)(order, goes);
    // So many of the moves that come in cut their stage short, which spares its turns. Where there is no room for them
    // beside those of the rest, others go.
    const auto once = missing_once(now, from);
    const auto free = of(from, act_with_effect<P>(effect::cuts_short));
    const auto moves = of(from, act_with_effect<P>(effect::advances)) + free;
    const auto room = static_cast<std::uint32_t>(t.stages.size() - 1 - s.stage);
    auto best = out_of_reach;
    for (std::uint32_t cuts = 0; cuts <= (search_traits<P>::cuts_short ? t.stages.size() - 1 : 0); ++cuts) {
      const auto replaced = moves + cuts > room ? moves + cuts - room : 0;
      best = (std::min)(best, (std::max)(order, goes + replaced + cuts) + missing_turns(now, from, cuts + free));
      if (best <= order) break;
    }
    return add_costs(best, once * move_costs<P>::least_on_model());
  }

 private:
  static constexpr std::size_t acts = table<P>::act_count;

  [[nodiscard]] std::uint32_t of(std::size_t from, std::size_t act) const noexcept { return of_[from * acts + act]; }
  [[nodiscard]] std::uint32_t by(std::size_t from, std::size_t who, std::size_t act) const noexcept {
    return by_[(from * people_ + who) * acts + act];
  }
  [[nodiscard]] bool does(std::size_t from, std::size_t who, effect what) const noexcept {
    const auto act = act_with_effect<P>(what).index;
    return act < acts && by(from, who, act) != 0;
  }

  [[nodiscard]] std::uint32_t of(std::size_t from, act_id<P> act) const noexcept {
    return act.index < acts ? of(from, act.index) : 0;
  }

  /// What it costs that events go: done twice what nobody does twice, of an earlier stage, or never in an aligned
  /// trace.
  [[nodiscard]] std::uint32_t superfluous(const session_state<P>& s, std::size_t from) const {
    std::uint32_t cost = 0;
    for (std::uint16_t act = 0; act < acts; ++act) {
      if (const auto n = surplus(s, from, act); n != 0) cost = add_costs(cost, n * move_costs<P>::on_log({act}));
    }
    return cost;
  }
  /// How often an act is in the rest more than it can stay.
  [[nodiscard]] std::uint32_t surplus(const session_state<P>& s, std::size_t from, std::uint16_t act) const {
    const auto there = of(from, act);
    if (there == 0) return 0;
    const auto& row = t.acts[act];
    if (!problem_.may_stay({act}) || (row.home != none && row.home < s.stage)) return there;
    const bool is_once = ((row.until >> act) & 1U) != 0 && ((masks_of<P>.selection >> act) & 1U) == 0;
    if (is_once) {
      const bool is_done = row.home == s.stage && ((s.happened >> act) & 1U) != 0;
      return there - (is_done ? 0 : 1);
    }
    // Where a case is out, the person who voted for it votes again.
    if (!row.exactly_once || row.does == effect::supports_case) return 0;
    const auto did = row.home == s.stage ? s.did[row.slot] | s.passed[s.stage] : 0;
    std::uint32_t n = 0;
    for (std::size_t who = 0; who < people_; ++who) {
      const std::uint32_t room = ((did >> who) & 1U) != 0 ? 0 : 1;
      if (const auto his = by(from, who, act); his > room) n += his - room;
    }
    return n;
  }

  /// How many events have to come in that no cutting short spares: reminders, an option, what is owed once.
  [[nodiscard]] std::uint32_t missing_once(const engine<P>& now, std::size_t from) const {
    const auto& s = now.remembered();
    std::uint32_t n = 0;
    if (of(from, act_with_effect<P>(effect::reminds)) == 0)
      n += static_cast<std::uint32_t>(std::popcount(s.open_flags));
    for (const auto& duty : t.duties) {
      if (duty.stage < s.stage || rank_of(duty.due) != owed_rank::acts) continue;
      if (duty.since != 0 && (duty.since & s.happened) == 0) continue;
      const bool is_done = duty.stage == s.stage && ((s.happened >> duty.act) & 1U) != 0;
      if (is_done || of(from, duty.act) != 0) continue;
      const bool may_pass = duty.passable && ((duty.stage == s.stage && s.passed[s.stage] != 0) ||
                                              of(from, act_with_effect<P>(effect::passes)) != 0);
      n += may_pass ? 0 : 1;
    }
    return n;
  }
  /// How many turns, options and weighings have to come in at least where so many stages are cut short.
  [[nodiscard]] std::uint32_t missing_turns(const engine<P>& now, std::size_t from, std::uint32_t cuts) const {
    const auto& s = now.remembered();
    std::uint64_t cuttable = 0;
    for (const auto& duty : t.duties) {
      const bool is_spared = is_owed_by_each(duty.due) || duty.due == quota::per_option;
      if (is_spared && duty.stage >= s.stage && duty.stage + std::size_t{1} < t.stages.size())
        cuttable |= bit(duty.stage);
    }
    auto best = out_of_reach;
    for (auto cut = cuttable;; cut = (cut - 1) & cuttable) {
      if (static_cast<std::uint32_t>(std::popcount(cut)) <= cuts) best = (std::min)(best, missing_but(now, from, cut));
      if (cut == 0) return best;
    }
  }
  /// The same where these stages are cut short.
  [[nodiscard]] std::uint32_t missing_but(const engine<P>& now, std::size_t from, std::uint64_t cut) const {
    const auto& s = now.remembered();
    std::uint32_t n = turns(now, from, cut);
    // One of the turns that come in may be the option.
    if (n == 0 && lacks_option(s, from)) n = 1;
    for (const auto& duty : t.duties) {
      if (duty.due != quota::per_option || duty.stage < s.stage || ((cut >> duty.stage) & 1U) != 0) continue;
      const auto owed = duty.stage == s.stage ? unweighed(s, t.acts[duty.act].weighing)
                                              : std::max<std::uint32_t>(s.options, is_option_owed(s) ? 1 : 0);
      const auto there = of(from, duty.act);
      n += owed > there ? owed - there : 0;
    }
    return n;
  }
  /// How many people lack a turn that the rest does not have: to go spares all of them, at the cost of one.
  [[nodiscard]] std::uint32_t turns(const engine<P>& now, std::size_t from, std::uint64_t cut) const {
    const auto& s = now.remembered();
    const bool may_change = s.stage == 0 || (search_traits<P>::selecting_stages >> s.stage) != 0;
    std::uint64_t lack = 0;
    std::uint64_t unless_presenter = 0;
    for (const auto& duty : t.duties) {
      if (!is_owed_by_each(duty.due) || duty.stage < s.stage || ((cut >> duty.stage) & 1U) != 0) continue;
      std::uint64_t surely = 0;
      std::uint64_t perhaps = 0;
      owing(now, duty.who, may_change, surely, perhaps);
      const auto done = duty.stage == s.stage ? s.did[t.acts[duty.act].slot] | s.passed[s.stage] : 0;
      for (auto who = (surely | perhaps) & s.present & ~done; who != 0; who &= who - 1) {
        const auto p = static_cast<std::size_t>(std::countr_zero(who));
        if (!has_turn(from, p, duty.act)) (((surely >> p) & 1U) != 0 ? lack : unless_presenter) |= bit(p);
      }
    }
    const auto others = static_cast<std::uint32_t>(std::popcount(unless_presenter & ~lack));
    return static_cast<std::uint32_t>(std::popcount(lack)) + (others == 0 ? 0 : others - 1);
  }
  /// Whether the rest may have what somebody owes, or have them go.
  [[nodiscard]] bool has_turn(std::size_t from, std::size_t who, std::size_t act) const noexcept {
    return by(from, who, act) != 0 || does(from, who, effect::passes) || does(from, who, effect::drops) ||
           does(from, who, effect::withdraws);
  }
  /// Who owes what terms ask for: for certain, and unless it is who becomes the presenter.
  static void owing(const engine<P>& now, std::uint16_t terms, bool may_change, std::uint64_t& surely,
                    std::uint64_t& perhaps) {
    constexpr auto lead = P::offices::template index<typename P::lead::office>;
    const auto holders = [&](std::uint8_t base) -> std::uint64_t {
      if (base < P::offices::size) return now.people().holders(base).bits();
      return base == P::offices::size + 1 ? now.people().people().bits() : 0;
    };
    for (; terms != 0; terms &= static_cast<std::uint16_t>(terms - 1U)) {
      const auto& row = t.terms.rows[static_cast<std::size_t>(std::countr_zero(terms))];
      if (row.base == lead || row.base == P::offices::size || row.except == lead || row.unled)
        continue;  // who that is may change
      const auto who = holders(row.base);
      if (row.except != P::offices::size) {
        surely |= who & ~(row.except == none ? 0 : holders(row.except));
      } else if (may_change) {
        perhaps |= who;
      } else {
        const auto presenter = now.remembered().presenter;
        surely |= who & ~(presenter < max_people ? bit(presenter) : 0);
      }
    }
  }

  [[nodiscard]] static bool is_option_owed(const session_state<P>& s) {
    for (std::size_t stage = s.stage; stage < t.stages.size(); ++stage) {
      if (t.stages[stage].needs_option) return true;
    }
    return false;
  }
  [[nodiscard]] bool lacks_option(const session_state<P>& s, std::size_t from) const {
    constexpr auto making = act_with_effect<P>(effect::makes_option).index;
    return making < acts && s.options == 0 && is_option_owed(s) && of(from, making) == 0;
  }
  [[nodiscard]] static std::uint32_t unweighed(const session_state<P>& s, std::size_t slot) {
    std::uint32_t n = s.options;
    for (const auto word : s.weighed[slot]) n -= static_cast<std::uint32_t>(std::popcount(word));
    return n;
  }

  const alignment_problem<P>& problem_;
  std::size_t people_;
  const order_bound<P>& order_;
  std::vector<std::uint32_t> by_;  ///< By position, person and act.
  std::vector<std::uint32_t> of_;  ///< By position and act.
};

}  // namespace balint::detail
