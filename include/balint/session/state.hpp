// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The state of a session as plain numbers: what a snapshot holds.
#include <balint/vocabulary/plain_array.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

/// Whether a session is running, and how it ended.
enum class ending : std::uint8_t {
  running,     ///< It has not ended.
  closed,      ///< It came to its end.
  terminated,  ///< The leader ended it, as the leader may at any time. @source RUL-4
};

/// The name of an ending.
[[nodiscard]] constexpr std::string_view name_of(ending how) noexcept {
  constexpr std::string_view names[]{"running", "closed", "terminated"};
  return names[static_cast<std::size_t>(how)];
}

namespace detail {
template <typename P>
inline constexpr std::size_t option_capacity = sizes_of<P>.makes_options ? max_options : 0;
}  // namespace detail

/// All that a session of P remembers. Everything else follows from it and from the group.
template <typename P>
struct session_state {
  /// How many words a set of options has.
  static constexpr std::size_t option_words = detail::at_least_1(detail::option_capacity<P> / 64);
  /// How many authors are remembered.
  static constexpr std::size_t author_count = detail::option_capacity<P> == 0 ? 8 : detail::option_capacity<P>;
  /// How many acts that each owes are remembered.
  static constexpr std::size_t slots = detail::at_least_1(detail::sizes_of<P>.slots);
  /// How many acts that weigh options are remembered.
  static constexpr std::size_t weighings = detail::at_least_1(detail::sizes_of<P>.weighings);

  instant first_at = unstated;     ///< The first time stated by an accepted event.
  instant last_at = before_all;    ///< The last one.
  std::uint64_t present = 0;       ///< Who is in the room.
  std::uint64_t gone = 0;          ///< Who withdrew.
  std::uint64_t leaders = 0;       ///< Who holds the leading office.
  std::uint64_t happened = 0;      ///< Which acts happened; those of a selection are forgotten when it is undone.
  std::uint64_t passed = 0;        ///< Who passed in this stage.
  std::uint64_t ever_passed = 0;   ///< Who passed in any stage.
  std::uint64_t cases = 0;         ///< Whose case was presented.
  std::uint64_t cases_out = 0;     ///< Whose case is out: declined, or its owner withdrew.
  std::uint64_t open_flags = 0;    ///< Which rules have a flag that is not answered.
  plain_array<std::uint64_t, slots> did{};  ///< Who did each act that each owes.
  /// For which options each weighing act was done; bit n stands for option n + 1.
  plain_array<plain_array<std::uint64_t, option_words>, weighings> weighed{};
  plain_array<std::uint64_t, option_words> weighed_by_other{};  ///< Which options somebody but the author weighed.
  plain_array<std::uint8_t, max_people> support{};              ///< How many votes each case has.
  plain_array<std::uint8_t, author_count> authors{};  ///< Who proposed each option.
  std::uint16_t options = 0;        ///< How many options there are.
  std::uint8_t stage = 0;           ///< Where the session is.
  std::uint8_t ended = 0;           ///< An `ending`.
  std::uint8_t presenter = 0xFF;    ///< Whose case it is, or `nobody`.
  std::uint8_t worked = 0;          ///< Whether an act that carries this stage took effect.
  plain_array<std::uint8_t, 2> spare{};  ///< Zero, so that no byte is padding.

  friend constexpr bool operator==(const session_state&, const session_state&) = default;
};

}  // namespace balint
