// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A lower bound from the order of stages: what the events from a position on, and the way to the end, cost at least a
/// session that is in some stage.
#include <balint/alignment/search/detail/alignment_problem.hpp>
#include <balint/alignment/search/detail/move.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace balint::detail {

/// Who may ever do each act: the acting leader and the presenter may be others then, but no office is given later.
template <typename P>
class ever_able {
 public:
  static constexpr std::size_t acts = table<P>::act_count;

  explicit ever_able(const group<P>& people) {
    constexpr auto lead = P::offices::template index<typename P::lead::office>;
    const auto everybody = people.people().bits();
    const auto presenting = holders(people, candidates<P>, everybody, 0);
    auto leading = people.holders(lead).bits() | stand_ins(people, typename P::lead{});
    for (const auto& row : table_of<P>.acts) {
      if (row.does == effect::hands_over) leading |= holders(people, row.heirs, 0, presenting);
      if (row.does == effect::takes_lead) leading |= holders(people, row.who, 0, presenting);
    }
    for (std::size_t i = 0; i < acts; ++i) able_[i] = holders(people, table_of<P>.acts[i].who, leading, presenting);
  }

  /// Whether somebody may ever do an act of P.
  [[nodiscard]] bool operator()(person_id who, act_id<P> act) const noexcept {
    return who.index < max_people && ((able_[act.index] >> who.index) & 1U) != 0;
  }

 private:
  [[nodiscard]] static std::uint64_t holders(const group<P>& people, std::uint16_t terms, std::uint64_t leading,
                                             std::uint64_t presenting) {
    constexpr auto lead = P::offices::template index<typename P::lead::office>;
    std::uint64_t who = 0;
    for (; terms != 0; terms &= static_cast<std::uint16_t>(terms - 1U)) {
      const auto base = table_of<P>.terms.rows[static_cast<std::size_t>(std::countr_zero(terms))].base;
      if (base == lead) who |= leading;
      if (base < P::offices::size) who |= people.holders(base).bits();
      if (base == P::offices::size) who |= presenting;
      if (base == P::offices::size + 1) who |= people.people().bits();
    }
    return who;
  }
  template <typename Office, typename... StandIns>
  [[nodiscard]] static std::uint64_t stand_ins(const group<P>& people, declare::led_by<Office, StandIns...>) {
    return (std::uint64_t{0} | ... | people.template holders<StandIns>().bits());
  }

  std::array<std::uint64_t, acts> able_{};
};

/// The bound for every position of a trace and every stage. An event that stays needs a stage that is open to it and
/// somebody who may ever do it; whatever else a session asks for is left out, so that no alignment costs less.
template <protocol P>
class order_bound {
 public:
  static constexpr std::size_t stages = table<P>::stage_count;

  explicit order_bound(const alignment_problem<P>& of)
      : problem_(of), able_(of.people()), least_((of.size() + 1) * stages) {
    for (std::size_t s = stages; s-- > 0;) at(of.size(), s) = least_to_end(s);
    for (std::size_t i = of.size(); i-- > 0;) {
      for (std::size_t s = stages; s-- > 0;) at(i, s) = least_from(i, s);
    }
  }

  /// What the events from a position on cost at least, and the way to the end, in a session that is in a stage.
  [[nodiscard]] std::uint32_t least(std::size_t from, std::size_t stage) const noexcept {
    return least_[from * stages + stage];
  }

 private:
  static constexpr std::uint32_t advance = move_costs<P>::on_model(act_with_effect<P>(effect::advances));
  static constexpr std::uint32_t close = move_costs<P>::on_model(act_with_effect<P>(effect::closes));

  [[nodiscard]] std::uint32_t& at(std::size_t from, std::size_t stage) { return least_[from * stages + stage]; }
  /// What it costs at least to end as the aligned trace does, from a stage, when all was read.
  [[nodiscard]] std::uint32_t least_to_end(std::size_t s) const {
    switch (problem_.aim()) {
      case ending::running: return 0;
      case ending::closed: return close + advance * static_cast<std::uint32_t>(stages - 1 - s);
      case ending::terminated: break;
    }
    return out_of_reach;
  }
  /// The cheapest of: the event goes, it stays, the session goes on to the next stage before it.
  [[nodiscard]] std::uint32_t least_from(std::size_t i, std::size_t s) const {
    auto best = add_costs(problem_.removal_cost_of(i), least(i + 1, s));
    best = (std::min)(best, if_it_stays(i, s));
    if (s + 1 < stages) best = (std::min)(best, add_costs(advance, least(i, s + 1)));
    return best;
  }
  [[nodiscard]] std::uint32_t if_it_stays(std::size_t i, std::size_t s) const {
    const auto& e = problem_.trace()[i];
    if (!problem_.may_stay(e.act) || !able_(e.by, e.act)) return out_of_reach;
    const auto& row = table_of<P>.acts[e.act.index];
    if (((row.stages >> s) & 1U) == 0) return out_of_reach;
    if (row.does == effect::closes || row.does == effect::terminates) return problem_.removal_cost(i + 1);
    return least(i + 1, leaves_stage(row.does) ? s + 1 : s);
  }

  const alignment_problem<P>& problem_;
  ever_able<P> able_;
  std::vector<std::uint32_t> least_;
};

}  // namespace balint::detail
