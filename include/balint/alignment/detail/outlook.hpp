// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is still to come in a trace: counts of the rest, its earliest time, and the least that the rest costs from each
/// stage.
#include <balint/group/group.hpp>
#include <balint/protocol/detail/masks.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/vocabulary/event.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::detail {

/// A cost that no repair has.
inline constexpr std::uint32_t out_of_reach = 0x3FFFFFFF;

/// The rest of a trace of P, from a position that moves forward.
template <typename P>
class outlook {
 public:
  static constexpr std::size_t acts = table<P>::act_count;
  static constexpr std::size_t stages = table<P>::stage_count;

  outlook(std::span<const event<P>> trace, const group<P>& people)
      : trace_(trace),
        able_(who_is_ever_able(people)),
        by_(max_people * acts),
        earliest_(trace.size() + 1, unstated),
        least_((trace.size() + 1) * stages) {
    for (std::size_t i = trace.size(); i-- > 0;) {
      earliest_[i] = std::min(earliest_[i + 1], trace[i].at);
      count(trace[i], 1);
    }
    for (std::size_t s = 0; s < stages; ++s) least_[trace.size() * stages + s] = static_cast<std::uint32_t>(stages - s);
    for (std::size_t i = trace.size(); i-- > 0;) {
      for (std::size_t s = stages; s-- > 0;) least_[i * stages + s] = least_from(i, s);
    }
  }

  /// Goes past the event at the position.
  void pass() { count(trace_[at_++], ~std::uint32_t{0}); }
  /// Whether any event states a time.
  [[nodiscard]] bool is_timed() const noexcept { return earliest_.front() != unstated; }
  [[nodiscard]] std::size_t position() const noexcept { return at_; }
  /// How often somebody does an act in the rest.
  [[nodiscard]] std::uint32_t of(std::size_t who, std::size_t act) const noexcept {
    return by_[(who & 63U) * acts + act];
  }
  /// How often anybody does.
  [[nodiscard]] std::uint32_t of_anybody(std::size_t act) const noexcept { return of_act_[act]; }
  /// How often the rest names a case.
  [[nodiscard]] std::uint32_t of_case(std::size_t owner) const noexcept { return cases_[owner & 63U]; }
  /// How often the rest weighs an option, from 0.
  [[nodiscard]] std::uint32_t of_option(std::size_t option) const noexcept { return options_[option]; }
  /// The earliest time stated from a position on.
  [[nodiscard]] instant earliest(std::size_t from) const noexcept { return earliest_[from]; }
  /// The least that the events from a position on, and the way to the end, cost a session that is in a stage.
  [[nodiscard]] std::uint32_t least(std::size_t from, std::size_t stage) const noexcept {
    return least_[from * stages + stage];
  }

 private:
  void count(const event<P>& e, std::uint32_t by) {
    if (e.act.index >= acts) return;
    of_act_[e.act.index] += by;
    if (e.by.index < max_people) by_[e.by.index * acts + e.act.index] += by;
    const auto& row = table_of<P>.acts[e.act.index];
    if (row.target == target_kind::case_of && e.target < max_people) cases_[e.target] += by;
    if (row.weighing != none && e.target >= 1 && e.target <= max_options) options_[e.target - 1U] += by;
  }
  /// Who may ever do each act: whoever leads now or holds a case may be another then, but no office is given later.
  [[nodiscard]] static std::array<std::uint64_t, acts> who_is_ever_able(const group<P>& people) {
    constexpr auto& t = table_of<P>;
    constexpr auto lead = P::offices::template index<typename P::lead::office>;
    const auto holders = [&](std::uint16_t terms, std::uint64_t leading, std::uint64_t presenting) {
      std::uint64_t who = 0;
      for (; terms != 0; terms &= static_cast<std::uint16_t>(terms - 1U)) {
        const auto base = t.terms.rows[static_cast<std::size_t>(std::countr_zero(terms))].base;
        if (base == lead) who |= leading;
        if (base < P::offices::size) who |= people.holders(base).bits();
        if (base == P::offices::size) who |= presenting;
        if (base == P::offices::size + 1) who |= people.people().bits();
      }
      return who;
    };
    const auto presenting = holders(candidates<P>, people.people().bits(), 0);
    auto leading = people.holders(lead).bits() | stand_ins(people, typename P::lead{});
    for (const auto& row : t.acts) {
      if (row.does == effect::hands_over) leading |= holders(row.heirs, 0, presenting);
    }
    std::array<std::uint64_t, acts> able{};
    for (std::size_t i = 0; i < acts; ++i) able[i] = holders(t.acts[i].who, leading, presenting);
    return able;
  }
  template <typename Office, typename... StandIns>
  [[nodiscard]] static std::uint64_t stand_ins(const group<P>& people, declare::led_by<Office, StandIns...>) {
    return (std::uint64_t{0} | ... | people.template holders<StandIns>().bits());
  }
  [[nodiscard]] std::uint32_t least_from(std::size_t i, std::size_t s) const {
    const auto& e = trace_[i];
    const auto at = [&](std::size_t from, std::size_t stage) { return least_[from * stages + stage]; };
    std::uint32_t removed = 1 + at(i + 1, s);
    std::uint32_t best = removed;
    if (e.act.index < acts && e.by.index < max_people && ((able_[e.act.index] >> e.by.index) & 1U) != 0) {
      const auto& row = table_of<P>.acts[e.act.index];
      if (row.does == effect::advances) {
        if (s + 1 < stages) best = std::min(best, at(i + 1, s + 1));
      } else if (row.does == effect::closes) {
        if (s + 1 == stages) best = std::min(best, static_cast<std::uint32_t>(trace_.size() - i - 1));
      } else if (row.does != effect::terminates && row.does != effect::flags && ((row.stages >> s) & 1U) != 0) {
        best = std::min(best, at(i + 1, s));
      }
    }
    if (s + 1 < stages) best = std::min(best, 1 + at(i, s + 1));
    return best;
  }

  std::span<const event<P>> trace_;
  std::array<std::uint64_t, acts> able_;
  std::vector<std::uint32_t> by_;
  std::vector<instant> earliest_;
  std::vector<std::uint32_t> least_;
  std::array<std::uint32_t, acts> of_act_{};
  std::array<std::uint32_t, max_people> cases_{};
  std::array<std::uint32_t, max_options> options_{};
  std::size_t at_ = 0;
};

}  // namespace balint::detail
