// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The least that a session in some state costs until it is closed, whatever is done with the rest of its trace.
#include <balint/alignment/detail/outlook.hpp>
#include <balint/session/detail/engine.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::detail {

/// What is left of a trace of P from each position on, and what is missing in it.
template <protocol P>
class remainder {
 public:
  static constexpr const table<P>& t = table_of<P>;

  remainder(std::span<const event<P>> trace, const group<P>& people, const outlook<P>& order)
      : size_(trace.size()),
        people_(people.size()),
        order_(order),
        by_((size_ + 1) * people_ * acts),
        of_((size_ + 1) * acts) {
    for (std::size_t i = size_; i-- > 0;) {
      std::copy_n(&by_[(i + 1) * people_ * acts], people_ * acts, &by_[i * people_ * acts]);
      std::copy_n(&of_[(i + 1) * acts], acts, &of_[i * acts]);
      const auto& e = trace[i];
      if (e.act.index >= acts || e.by.index >= people_) continue;
      by_[(i * people_ + e.by.index) * acts + e.act.index] += 1;
      of_[i * acts + e.act.index] += 1;
    }
  }

  /// What a session in this state costs at least from a position on: what no order of stages has room for, and what is
  /// owed and not in the rest.
  [[nodiscard]] std::uint32_t least(const engine<P>& now, std::size_t from) const {
    if (now.is_over()) return static_cast<std::uint32_t>(size_ - from);
    const auto& s = now.remembered();
    std::uint32_t missing = turns(now, from);
    if (missing == 0 && lacks_option(s, from)) missing = 1;
    for (const auto& duty : t.duties) {
      if (duty.stage < s.stage) continue;
      const bool is_here = duty.stage == s.stage;
      if (duty.due == quota::once || duty.due == quota::some) {
        const bool is_done = is_here && ((s.happened >> duty.act) & 1U) != 0;
        missing += !is_done && of(from, duty.act) == 0 ? 1 : 0;
      } else if (duty.due == quota::per_option) {
        const auto owed = is_here ? unweighed(s, t.acts[duty.act].weighing)
                                  : std::max<std::uint32_t>(s.options, is_option_owed(s) ? 1 : 0);
        const auto there = of(from, duty.act);
        missing += owed > there ? owed - there : 0;
      }
    }
    return std::max(order_.least(from, s.stage), superfluous(s, from)) + missing;
  }

 private:
  static constexpr std::size_t acts = table<P>::act_count;

  [[nodiscard]] std::uint32_t of(std::size_t from, std::size_t act) const noexcept { return of_[from * acts + act]; }
  [[nodiscard]] std::uint32_t by(std::size_t from, std::size_t who, std::size_t act) const noexcept {
    return by_[(from * people_ + who) * acts + act];
  }
  [[nodiscard]] bool does(std::size_t from, std::size_t who, effect what) const noexcept {
    const auto act = find_effect<P>(what).index;
    return act < acts && by(from, who, act) != 0;
  }
  /// How much of the rest has to go: what is done twice that nobody does twice, what is of an earlier stage, what is a
  /// finding.
  [[nodiscard]] std::uint32_t superfluous(const state<P>& s, std::size_t from) const {
    std::uint32_t n = 0;
    for (std::size_t act = 0; act < acts; ++act) {
      const auto there = of(from, act);
      if (there == 0) continue;
      const auto& row = t.acts[act];
      const bool is_once = ((row.until >> act) & 1U) != 0 && ((masks_of<P>.selection >> act) & 1U) == 0;
      if (row.does == effect::flags || row.does == effect::terminates || (row.home != none && row.home < s.stage)) {
        n += there;
      } else if (is_once) {
        const bool is_done = row.home == s.stage && ((s.happened >> act) & 1U) != 0;
        n += there - (is_done ? 0 : 1);
      } else if (row.exactly_once) {
        const auto did = row.home == s.stage ? s.did[row.slot] | s.passed : 0;
        for (std::size_t who = 0; who < people_; ++who) {
          const std::uint32_t room = ((did >> who) & 1U) != 0 ? 0 : 1;
          if (const auto his = by(from, who, act); his > room) n += his - room;
        }
      }
    }
    return n;
  }
  /// How many people lack a turn that the rest does not have: to go spares all of them, at the cost of one.
  [[nodiscard]] std::uint32_t turns(const engine<P>& now, std::size_t from) const {
    const auto& s = now.remembered();
    const bool may_change = s.stage == 0 || (masks_of<P>.selecting_stages >> s.stage) != 0;
    std::uint64_t lack = 0;
    std::uint64_t unless_presenter = 0;
    for (const auto& duty : t.duties) {
      if (!is_owed_by_each(duty.due) || duty.stage < s.stage) continue;
      std::uint64_t surely = 0;
      std::uint64_t perhaps = 0;
      owing(now, duty.who, may_change, surely, perhaps);
      auto done = duty.stage == s.stage ? s.did[t.acts[duty.act].slot] | s.passed : 0;
      for (auto who = (surely | perhaps) & s.present & ~done; who != 0; who &= who - 1) {
        const auto p = static_cast<std::size_t>(std::countr_zero(who));
        if (by(from, p, duty.act) != 0 || does(from, p, effect::passes) || does(from, p, effect::drops) ||
            does(from, p, effect::withdraws))
          continue;
        (((surely >> p) & 1U) != 0 ? lack : unless_presenter) |= bit(p);
      }
    }
    const auto others = static_cast<std::uint32_t>(std::popcount(unless_presenter & ~lack));
    return static_cast<std::uint32_t>(std::popcount(lack)) + (others == 0 ? 0 : others - 1);
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
      if (row.base == lead || row.base == P::offices::size || row.except == lead) continue;  // who that is may change
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
  [[nodiscard]] static bool is_option_owed(const state<P>& s) {
    for (std::size_t stage = s.stage; stage < t.stages.size(); ++stage) {
      if (t.stages[stage].needs_option) return true;
    }
    return false;
  }
  [[nodiscard]] bool lacks_option(const state<P>& s, std::size_t from) const {
    constexpr auto making = find_effect<P>(effect::makes_option).index;
    return making < acts && s.options == 0 && is_option_owed(s) && of(from, making) == 0;
  }
  [[nodiscard]] static std::uint32_t unweighed(const state<P>& s, std::size_t slot) {
    std::uint32_t n = s.options;
    for (const auto word : s.weighed[slot]) n -= static_cast<std::uint32_t>(std::popcount(word));
    return n;
  }

  std::size_t size_;
  std::size_t people_;
  const outlook<P>& order_;
  std::vector<std::uint16_t> by_;
  std::vector<std::uint16_t> of_;
};

}  // namespace balint::detail
