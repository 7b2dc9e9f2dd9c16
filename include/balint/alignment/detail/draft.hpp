// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A draft: a trace mended as far as one has read, one of many alternatives; and when one draft makes another needless.
#include <balint/alignment/detail/history.hpp>
#include <balint/alignment/detail/outlook.hpp>
#include <balint/session/detail/engine.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::detail {

/// What of P's declaration a search asks again and again.
template <protocol P>
struct shape {
  static constexpr const table<P>& t = table_of<P>;
  static constexpr std::size_t stages = table<P>::stage_count;
  static constexpr std::size_t acts = table<P>::act_count;

  static consteval std::uint8_t last_stage_with(bool (*is)(const act_row&)) {
    std::uint8_t last = 0;
    for (const auto& row : t.acts) {
      if (is(row) && row.home != none && row.home > last) last = row.home;
    }
    return last;
  }
  /// The last stage in which cases are voted for or selected; the last that makes options; the last that weighs them.
  static constexpr std::uint8_t last_case = last_stage_with(
      [](const act_row& r) { return r.target == target_kind::case_of || r.does == effect::declines_case; });
  static constexpr std::uint8_t last_option =
      last_stage_with([](const act_row& r) { return r.does == effect::makes_option; });
  static constexpr std::uint8_t last_weighing = last_stage_with([](const act_row& r) { return r.weighing != none; });
  static constexpr std::uint8_t last_each = [] {
    std::uint8_t last = 0;
    for (const auto& duty : t.duties) {
      if (is_owed_by_each(duty.due) && duty.stage != none && duty.stage > last) last = duty.stage;
    }
    return last;
  }();
  /// In how many stages from one on each owes a turn.
  static constexpr std::size_t turns_after(std::size_t stage) {
    std::uint64_t in = 0;
    for (const auto& duty : t.duties) in |= is_owed_by_each(duty.due) && duty.stage >= stage ? bit(duty.stage) : 0;
    return static_cast<std::size_t>(std::popcount(in));
  }
  /// How many acts an option is owed.
  static constexpr std::uint32_t weighings = [] {
    std::uint32_t n = 0;
    for (const auto& duty : t.duties) n += duty.due == quota::per_option ? 1 : 0;
    return n;
  }();
  /// Acts that, once done, forbid another one: doing them is a choice.
  static constexpr std::uint64_t forbidding = [] {
    std::uint64_t set = 0;
    for (std::size_t i = 0; i < acts; ++i) set |= t.acts[i].until & ~bit(i);
    return set;
  }();
  /// Acts that conditions of a stage or of later ones ask for.
  static constexpr std::array<std::uint64_t, stages> asked_for = [] {
    std::array<std::uint64_t, stages> sets{};
    for (const auto& row : t.acts) {
      for (std::size_t s = 0; s < stages; ++s) {
        if (row.home == none || row.home >= s) sets[s] |= row.after | row.until;
      }
    }
    return sets;
  }();
  static constexpr bool is_choice(std::size_t act) {
    switch (t.acts[act].does) {
      case effect::selects_case:
      case effect::takes_case:
      case effect::accepts_case:
      case effect::declines_case:
      case effect::advances:
      case effect::withdraws:
      case effect::drops:
      case effect::rejoins:
      case effect::hands_over: return true;
      default: return ((forbidding >> act) & 1U) != 0;
    }
  }
  /// Whether all that a search thinks over later is made in an earlier stage than it is used: options before they are
  /// weighed, cases no later than they are voted for; and nothing is weighed in more than one stage.
  static constexpr bool is_covered = [] {
    std::uint8_t first_weighing = 0xFF;
    for (const auto& row : t.acts) {
      if (row.weighing != none && row.home < first_weighing) first_weighing = row.home;
    }
    if (weighings > 2) return false;
    if (first_weighing != 0xFF && (first_weighing <= last_option || first_weighing != last_weighing)) return false;
    std::size_t makers = 0;
    for (const auto& row : t.acts) makers += row.does == effect::makes_option ? 1 : 0;
    return makers <= 1;
  }();
};

/// A trace mended as far as it was read.
template <protocol P>
struct draft {
  engine<P> now;
  std::uint32_t cost = 0;
  std::uint32_t tail = 0;
  /// Whose last turn was put in, and could as well have been a dropping out.
  std::uint64_t loose = 0;
  /// Whose pass was put in since the stage began or a case was selected, and could as well have been another turn.
  std::uint64_t pliant = 0;
  /// Whose pass was put in where options are made, and could as well have been an option.
  std::uint64_t spare = 0;
  /// Who let the turn to present a case go by, and could as well have presented one.
  std::uint64_t lapsed = 0;
  /// Who could make options when that stage was left.
  std::uint64_t makers = 0;
  /// How many options may go at a cost of one.
  std::uint16_t movable = 0;
  /// Where each person's loose turn was put in.
  std::array<std::uint32_t, max_people> turn{};
  /// Where each stage was left.
  std::array<std::uint32_t, shape<P>::stages> left{};
  /// How often each option is weighed in this stage.
  std::array<std::uint16_t, option_capacity<P> == 0 ? 1 : option_capacity<P>> weighed{};
  /// How many options each person made.
  std::array<std::uint16_t, max_people> made{};

  [[nodiscard]] std::size_t stage() const noexcept { return now.remembered().stage; }
  [[nodiscard]] bool is_loose(std::size_t who) const noexcept { return ((loose >> (who & 63U)) & 1U) != 0; }
};

/// What the state of a session lacks for an option: bit i of the answer is counted for each act owed.
template <protocol P>
[[nodiscard]] std::uint32_t lacking(const state<P>& s, std::size_t option) {
  std::uint32_t n = 0;
  for (const auto& duty : table_of<P>.duties) {
    if (duty.due != quota::per_option) continue;
    n += ((s.weighed[table_of<P>.acts[duty.act].weighing][option / 64] >> (option % 64)) & 1U) == 0 ? 1 : 0;
  }
  return n;
}

/// The most that it costs draft `a` to do whatever draft `b` may still do; `out_of_reach` where that is not known. What
/// is more than `most` need not be told exactly.
template <protocol P>
[[nodiscard]] std::uint32_t distance(const draft<P>& a, const draft<P>& b, const outlook<P>& rest, std::uint32_t most) {
  using form = shape<P>;
  constexpr const auto& t = table_of<P>;
  const auto& x = a.now.remembered();
  const auto& y = b.now.remembered();
  if (x.stage != y.stage || x.presenter != y.presenter || x.present != y.present || x.leaders != y.leaders ||
      x.gone != y.gone || x.open_flags != y.open_flags) {
    return out_of_reach;
  }
  if (x.last_at > y.last_at && x.last_at > rest.earliest(rest.position())) return out_of_reach;
  const auto count = [](std::uint64_t set) { return static_cast<std::uint32_t>(std::popcount(set)); };
  std::uint32_t d = 0;
  if (x.stage <= form::last_each) d += count(b.loose & ~a.loose);
  if (x.stage <= form::last_case) {
    if (x.cases_out != y.cases_out || (y.cases & ~x.cases) != 0) return out_of_reach;
    d += count(b.lapsed & ~a.lapsed & ~x.cases);
    for (std::size_t i = 0; i < a.now.people().size(); ++i) {
      d += 2U * static_cast<std::uint32_t>(x.support[i] > y.support[i] ? x.support[i] - y.support[i]
                                                                       : y.support[i] - x.support[i]);
    }
    // Passes put in can still become votes.
    d += count(b.pliant & ~a.pliant) * 2U;
  }
  if (d > most) return d;

  for (std::size_t i = 0; i < form::acts; ++i) {
    const auto& row = t.acts[i];
    if (row.home == none || row.home > x.stage) continue;  // open throughout, or nobody did it yet
    if (row.home < x.stage) {
      const bool is_asked_for = ((form::asked_for[x.stage] >> i) & 1U) != 0;
      if (is_asked_for && (((x.happened ^ y.happened) >> i) & 1U) != 0) return out_of_reach;
      continue;
    }
    const bool has_x = ((x.happened >> i) & 1U) != 0;
    const bool has_y = ((y.happened >> i) & 1U) != 0;
    if (row.slot == none && has_x != has_y) {
      const bool chooses = form::is_choice(i);
      if (chooses) return out_of_reach;
      if (has_y) d += 1;
      if (has_x && (row.until & bit(i)) != 0 && rest.of_anybody(i) != 0) d += 1;
    }
    if (row.slot != none) {
      const auto done_x = x.did[row.slot] | x.passed;
      const auto done_y = y.did[row.slot] | y.passed;
      d += count(done_y & ~done_x);
      for (auto ahead = done_x & ~done_y; ahead != 0; ahead &= ahead - 1) {
        const auto who = static_cast<std::size_t>(std::countr_zero(ahead));
        std::uint32_t to_come = row.exactly_once ? rest.of(who, i) : 0;
        if (to_come != 0 && row.does == effect::supports_case && rest.is_timed()) return out_of_reach;
        constexpr auto passing = find_effect<P>(effect::passes).index;
        if (passing < form::acts) to_come += rest.of(who, passing);
        const bool is_about_cases = row.does == effect::makes_case || row.does == effect::supports_case;
        if (to_come != 0 || (is_about_cases && ((x.passed >> who) & 1U) != 0)) d += 1;
      }
    }
  }
  if (d > most) return d;
  if constexpr (option_capacity<P> != 0) {
    if (x.stage <= form::last_weighing) {
      d += count(b.spare & ~a.spare);
      if (b.movable > a.movable) d += static_cast<std::uint32_t>(b.movable - a.movable);
      if (x.stage <= form::last_option) {
        d += count(y.passed & ~x.passed);
        for (std::size_t i = 0; i < a.now.people().size(); ++i) {
          if (b.made[i] > a.made[i]) d += static_cast<std::uint32_t>(b.made[i] - a.made[i]);
        }
      }
      const std::size_t both = x.options < y.options ? x.options : y.options;
      if (x.options < y.options) d += static_cast<std::uint32_t>(y.options - x.options);
      if (x.options != y.options || x.stage == form::last_weighing) {
        for (std::size_t o = both; o < x.options; ++o) d += lacking<P>(x, o);
        for (std::size_t o = both; o < y.options; ++o) d += form::weighings - lacking<P>(y, o);
        for (std::size_t o = 0; o < both; ++o) {
          for (const auto& duty : t.duties) {
            if (duty.due != quota::per_option) continue;
            const auto slot = t.acts[duty.act].weighing;
            if (((y.weighed[slot][o / 64] & ~x.weighed[slot][o / 64]) >> (o % 64) & 1U) != 0) d += 1;
          }
          if (a.weighed[o] > b.weighed[o] && lacking<P>(x, o) > 1) d += lacking<P>(x, o) - 1;
        }
      }
    }
  }
  return d;
}

}  // namespace balint::detail
