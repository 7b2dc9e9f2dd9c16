// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Edits of a trace: events put in and events taken out, and what a repair is made of.
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint {

/// One change of a trace, of cost 1.
template <typename P>
struct edit {
  /// In or out.
  enum class way : std::uint8_t {
    insert,  ///< `what` comes in before event `at`; one past the last appends.
    remove,  ///< Event `at` goes out; `what` is that event.
  };
  /// Whether it puts an event in or takes one out.
  way does = way::remove;
  /// A 1-based position in the trace as it was read.
  std::uint64_t at = 0;
  /// The event that comes in or goes out; one that comes in has no time.
  balint::event<P> what{};

  friend constexpr bool operator==(const edit&, const edit&) = default;
};

/// The repair of a trace: the changes after which it has no finding.
template <typename P>
struct repair {
  /// False: no change of events mends the trace, as its group cannot be formed or a protected act would have to go.
  bool is_possible = true;
  /// Whether only a protected act would have to go: a flag, a reminder, a termination, a withdrawal or a refusal of the
  /// presenter's that the session accepts.
  bool is_protected = false;
  /// Whether no trace without a finding that ends alike is nearer, or none exists; else the cost is an upper bound.
  bool is_exact = true;
  /// No such trace is nearer than this.
  std::uint64_t at_least = 0;
  /// In the order of the trace; several insertions before one event in the order given.
  std::vector<edit<P>> edits{};

  /// How many changes there are.
  [[nodiscard]] std::uint64_t cost() const noexcept { return edits.size(); }
};

/// The trace after its edits.
template <typename P>
[[nodiscard]] std::vector<event<P>> apply_edits(std::span<const event<P>> trace, std::span<const edit<P>> edits) {
  std::vector<event<P>> after;
  after.reserve(trace.size() + edits.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i <= trace.size(); ++i) {
    bool stays = true;
    for (; next < edits.size() && edits[next].at <= i + 1; ++next) {
      if (edits[next].does == edit<P>::way::insert) {
        after.push_back(edits[next].what);
      } else {
        stays = false;
      }
    }
    if (stays && i < trace.size()) after.push_back(trace[i]);
  }
  return after;
}

}  // namespace balint
