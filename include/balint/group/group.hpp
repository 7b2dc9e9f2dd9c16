// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A group as a session sees it: how many people, and who holds which office. No names.
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/plain_array.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>

#include <cstddef>
#include <cstdint>

namespace balint {

/// The people of a session of protocol P, by position in the roster. Formed by `form`.
/// @snippet form_group.cpp form
template <protocol P>
class group {
 public:
  /// A group of nobody.
  constexpr group() = default;

  /// How many people there are: 0 to 64.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Everybody.
  [[nodiscard]] constexpr person_set people() const noexcept {
    return person_set{size_ >= max_people ? ~std::uint64_t{0} : (std::uint64_t{1} << size_) - 1};
  }
  /// Those who hold Office.
  template <typename Office>
    requires(P::offices::template has<Office>)
  [[nodiscard]] constexpr person_set holders() const noexcept {
    return holders_[P::offices::template index<Office>];
  }
  /// Those who hold the i-th office of P.
  [[nodiscard]] constexpr person_set holders(std::size_t office) const noexcept { return holders_[office]; }

  /// Adds somebody with these offices, or gives more offices to somebody who is in it already; at most 64 people.
  constexpr void seat(person_id who, std::uint32_t offices) noexcept {
    if (who.index >= max_people) return;
    if (who.index >= size_) size_ = static_cast<std::uint8_t>(who.index + 1);
    for (std::size_t i = 0; i < P::offices::size; ++i) {
      if (((offices >> i) & 1U) != 0) holders_[i].insert(who);
    }
  }
  /// Whoever grades members of the group elsewhere. @source A23
  [[nodiscard]] constexpr person_set grading() const noexcept { return grading_; }
  /// Marks somebody as grading members of the group elsewhere.
  constexpr void mark_grading(person_id who) noexcept { grading_.insert(who); }
  friend constexpr bool operator==(const group&, const group&) = default;

 private:
  plain_array<person_set, P::offices::size> holders_{};
  person_set grading_{};
  std::uint8_t size_ = 0;
};

}  // namespace balint
