// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Deliveries: what the coming of an event or of a header amounts to, where many sessions are followed as they go.
#include <balint/vocabulary/detail/name_at.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

/// What a delivery came to. None of them is a finding: they speak of what carried the events, not of the session.
enum class delivery : std::uint8_t {
  in_order,         ///< Taken.
  gap,              ///< Judged, although events before it have not come.
  after_end,        ///< Judged, although the session was over.
  late,             ///< Not judged: its place was passed.
  duplicate,        ///< Not judged: it came before.
  second_header,    ///< Not taken: the session is known already.
  unknown_session,  ///< Not judged: no header came, or the session was forgotten.
};

/// The name of what a delivery came to, as reports write it.
[[nodiscard]] constexpr std::string_view name_of(delivery d) noexcept {
  constexpr std::string_view names[]{"in_order",  "gap",           "after_end",      "late",
                                     "duplicate", "second_header", "unknown_session"};
  return detail::name_at(names, std::size(names), static_cast<std::size_t>(d));
}

/// Whether what was delivered was taken: an event judged, a session opened.
[[nodiscard]] constexpr bool is_taken(delivery d) noexcept { return d <= delivery::after_end; }

/// The number of an event that carries none.
inline constexpr std::uint64_t unnumbered = 0;

namespace detail {

/// Follows the numbers of a session's events, 1, 2, … in the order in which they were recorded. It remembers which of
/// the last 64 have come; what is older and comes again is taken for late.
class numbering {
 public:
  /// The next delivery: `in_order`, `gap`, `late` or `duplicate`. An event without a number is always in order.
  constexpr delivery take(std::uint64_t number) noexcept {
    if (number == unnumbered) return delivery::in_order;
    if (number > last_) {
      const auto ahead = number - last_;
      came_ = (ahead < window ? came_ << ahead : 0) | 1U;
      last_ = number;
      skipped_ += ahead - 1;
      return ahead == 1 ? delivery::in_order : delivery::gap;
    }
    const auto behind = last_ - number;
    if (behind >= window) return delivery::late;
    const auto place = std::uint64_t{1} << behind;
    if ((came_ & place) != 0) return delivery::duplicate;
    came_ |= place;
    return delivery::late;
  }
  /// How many events did not come in their place.
  [[nodiscard]] constexpr std::uint64_t skipped() const noexcept { return skipped_; }

 private:
  static constexpr std::uint64_t window = 64;
  std::uint64_t last_ = 0;
  std::uint64_t came_ = 0;  ///< Bit i: the event with the number `last_ - i` came.
  std::uint64_t skipped_ = 0;
};

}  // namespace detail
}  // namespace balint
