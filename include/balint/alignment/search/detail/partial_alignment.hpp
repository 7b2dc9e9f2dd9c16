// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A partial alignment: a trace aligned as far as it was read, one of many alternatives that the beam search follows.
#include <balint/alignment/search/detail/move_log.hpp>
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/id.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

namespace balint::detail {

/// A count that stays at its most instead of wrapping.
class saturating_count {
 public:
  static constexpr std::uint16_t most = (std::numeric_limits<std::uint16_t>::max)();

  constexpr saturating_count() = default;
  constexpr saturating_count& operator++() noexcept {
    n_ = static_cast<std::uint16_t>(n_ + (n_ == most ? 0 : 1));
    return *this;
  }
  [[nodiscard]] constexpr std::uint32_t value() const noexcept { return n_; }

 private:
  std::uint16_t n_ = 0;
};

/// A trace aligned as far as it was read. What only the end of a stage or a later event shows is revised then; what can
/// still be revised is noted here, as sets of people.
template <protocol P>
struct partial_alignment {
  engine<P> now;  ///< The session after the moves so far.
  std::uint32_t cost = 0;
  entry_id last = no_entry;  ///< The end of its chain of moves.
  /// Whose last turn came in, and could as well have been dropping out.
  std::uint64_t revisable = 0;
  /// Whose pass came in since the stage began or a case was selected, and could as well have been a vote.
  std::uint64_t could_vote = 0;
  /// Whose pass came in where options are made, and could as well have been an option.
  std::uint64_t could_propose = 0;
  /// Who let the turn to present a case go by, or had none as the stage was cut short, and could as well have presented
  /// one.
  std::uint64_t could_present = 0;
  /// Who could make options when that stage was left.
  std::uint64_t option_makers = 0;
  /// How many options may go at a cost of one each.
  std::uint16_t removable_options = 0;
  /// Where each person's last turn came in.
  std::array<entry_id, max_people> turn{};
  /// Where each stage was left.
  std::array<entry_id, search_traits<P>::stages> stage_end{};
  /// How often each option is weighed in this stage. What goes with an option costs at most what weighing all options
  /// costs, so that counts at their most are as good as the true ones.
  std::array<saturating_count, at_least_1(option_capacity<P>)> times_weighed{};
  /// How many options each person made.
  std::array<std::uint16_t, max_people> options_made{};

  [[nodiscard]] std::size_t stage() const noexcept { return now.remembered().stage; }
  /// Whether somebody's last turn came in and could as well have been dropping out.
  [[nodiscard]] bool is_revisable(std::size_t who) const noexcept { return ((revisable >> (who & 63U)) & 1U) != 0; }
};

/// Partial alignments of one trace that have read as much of it.
template <protocol P>
using alternatives = std::vector<partial_alignment<P>>;
/// Adds more alternatives to some.
template <protocol P>
void append(std::vector<partial_alignment<P>>& all, std::vector<partial_alignment<P>>&& more) {
  if (all.empty()) {
    all = std::move(more);
  } else {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
}

/// How many of the acts that an option is owed it lacks; options from 0.
template <protocol P>
[[nodiscard]] std::uint32_t lacking(const session_state<P>& s, std::size_t option) {
  std::uint32_t n = 0;
  for (const auto& duty : table_of<P>.duties) {
    if (duty.due != quota::per_option) continue;
    n += ((s.weighed[table_of<P>.acts[duty.act].weighing][option / 64] >> (option % 64)) & 1U) == 0 ? 1 : 0;
  }
  return n;
}

}  // namespace balint::detail
