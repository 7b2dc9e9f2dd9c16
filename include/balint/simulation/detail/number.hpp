// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The numbers of players in streams.
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/random/stream.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>

#include <cstddef>
#include <cstdint>

namespace balint::simulation::detail {

/// Numbers everybody by office and by how many with that office come before, so that another participant at the end of
/// a roster moves nobody's stream. Of several offices the leading one counts, else the first of the protocol. Where
/// that needs more than 8 bits, which takes many offices, the places in the roster are the numbers.
template <protocol P>
[[nodiscard]] constexpr plain_array<std::uint8_t, max_people> numbers_of(const group<P>& people) noexcept {
  constexpr std::size_t offices = P::offices::size;
  constexpr std::size_t lead = P::offices::template index<typename P::lead::office>;
  plain_array<std::uint8_t, max_people> numbers{};
  plain_array<std::size_t, offices + 1> before{};
  bool is_too_large = false;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const person_id who{static_cast<std::uint8_t>(i)};
    std::size_t office = 0;
    while (office < offices && !people.holders(office).contains(who)) ++office;
    if (people.holders(lead).contains(who)) office = lead;
    const auto number = before[office]++ * (offices + 1) + office;
    is_too_large = is_too_large || number >= random::no_player;
    numbers[i] = static_cast<std::uint8_t>(number);
  }
  for (std::size_t i = 0; is_too_large && i < people.size(); ++i) numbers[i] = static_cast<std::uint8_t>(i);
  return numbers;
}

}  // namespace balint::simulation::detail
