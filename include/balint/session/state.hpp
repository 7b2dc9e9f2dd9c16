// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The state of a session as plain numbers: what a snapshot holds.
#include <balint/vocabulary/detail/name_at.hpp>
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
  return detail::name_at(names, std::size(names), static_cast<std::size_t>(how));
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
  static constexpr std::size_t turn_slots = detail::at_least_1(detail::sizes_of<P>.turn_slots);
  /// How many acts that weigh options are remembered.
  static constexpr std::size_t weighings = detail::at_least_1(detail::sizes_of<P>.weighings);

  /// A set of options: bit n stands for option n + 1.
  using option_set = plain_array<std::uint64_t, option_words>;

  instant first_at = unstated;      ///< The first time stated by an accepted event.
  instant last_at = before_all;     ///< The last one.
  instant entered_at = before_all;  ///< The last one when this stage was entered; before any: not known.
  time_span longest_silence{};      ///< The longest time between two accepted events that state a time.
  time_span unattended{};           ///< How long nobody was present whom the moves have to be attended by.
  std::uint64_t present = 0;        ///< Who is in the room.
  std::uint64_t gone = 0;           ///< Who withdrew.
  std::uint64_t leaders = 0;        ///< Who holds the leading office.
  std::uint64_t happened = 0;       ///< Which acts happened; those of a selection are forgotten when it is undone.
  std::uint64_t cases = 0;          ///< Whose case was presented.
  std::uint64_t cases_out = 0;      ///< Whose case is out: declined, or its owner withdrew.
  std::uint64_t open_flags = 0;     ///< Which rules have a flag that is not answered.
  std::uint64_t worked = 0;         ///< Which stages were worked in.
  std::uint64_t cut = 0;            ///< Which stages were cut short.
  plain_array<std::uint64_t, P::order::size> passed{};  ///< Who passed in each stage.
  plain_array<std::uint64_t, turn_slots> did{};         ///< Who did each act that each owes.
  plain_array<std::uint64_t, turn_slots> excused{};     ///< Who owes it no longer without having done it.
  plain_array<option_set, weighings> weighed{};         ///< Which options each weighing act was done for.
  option_set weighed_by_author{};                       ///< Which options their author weighed.
  option_set weighed_by_other{};                        ///< Which options somebody else weighed.
  plain_array<std::uint8_t, max_people> votes{};        ///< 1 + whose case each voted for; 0: for none.
  plain_array<std::uint8_t, author_count> authors{};    ///< Who proposed each option.
  std::uint16_t options = 0;                            ///< How many options there are.
  std::uint16_t by_leader = 0;                          ///< How many of them a leader proposed who owed none.
  std::uint16_t by_presenter = 0;                       ///< How many of them the presenter proposed.
  std::uint8_t stage = 0;                               ///< Where the session is.
  std::uint8_t ended = 0;                               ///< An `ending`.
  std::uint8_t presenter = 0xFF;                        ///< Whose case it is, or `nobody`.
  std::uint8_t begun = 0;                               ///< Whether any event was accepted.
  std::uint8_t leader_weighed = 0;                      ///< Whether a leader who grades weighed an option.
  plain_array<std::uint8_t, 5> spare{};                 ///< Zero, so that no byte is padding.

  friend constexpr bool operator==(const session_state&, const session_state&) = default;
};

}  // namespace balint
