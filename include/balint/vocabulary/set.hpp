// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A set of at most 64 ids in one word.
#include <balint/vocabulary/id.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint {

/// A set of at most 64 ids; iterating gives them in ascending order.
template <typename Id>
class id_set {
 public:
  /// Walks the set in ascending order.
  class iterator {
   public:
    /// An id.
    using value_type = Id;
    /// The distance of two places.
    using difference_type = std::ptrdiff_t;
    /// The end.
    constexpr iterator() = default;
    /// At the lowest id of those left, given as bits; with none left, the end.
    constexpr explicit iterator(std::uint64_t rest) noexcept : rest_(rest) {}
    /// The id it stands at; not at the end.
    constexpr Id operator*() const noexcept { return id_set::make(static_cast<unsigned>(std::countr_zero(rest_))); }
    /// To the next higher id; not at the end.
    constexpr iterator& operator++() noexcept {
      rest_ &= rest_ - 1;
      return *this;
    }
    /// The same, giving back where it stood.
    constexpr iterator operator++(int) noexcept {
      auto before = *this;
      ++*this;
      return before;
    }
    friend constexpr bool operator==(iterator, iterator) = default;

   private:
    std::uint64_t rest_ = 0;
  };

  /// The empty set.
  constexpr id_set() = default;
  /// From a word whose bit i stands for id i.
  constexpr explicit id_set(std::uint64_t bits) noexcept : bits_(bits) {}

  /// The set as a word: bit i stands for id i.
  [[nodiscard]] constexpr std::uint64_t bits() const noexcept { return bits_; }
  /// Whether nobody and nothing is in it.
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
  /// How many there are.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return static_cast<std::size_t>(std::popcount(bits_)); }
  /// Whether an id is in it; `nobody` is in no set.
  [[nodiscard]] constexpr bool contains(Id id) const noexcept {
    return position(id) < 64 && ((bits_ >> position(id)) & 1U) != 0;
  }
  /// The lowest id.
  [[nodiscard]] constexpr iterator begin() const noexcept { return iterator{bits_}; }
  /// After the highest.
  [[nodiscard]] constexpr iterator end() const noexcept { return iterator{}; }

  /// Adds an id; one beyond the 64th, such as `nobody`, is in no set.
  constexpr void insert(Id id) noexcept {
    if (position(id) < 64) bits_ |= std::uint64_t{1} << position(id);
  }
  friend constexpr bool operator==(id_set, id_set) = default;

 private:
  static constexpr Id make(unsigned i) noexcept { return Id{static_cast<decltype(Id::index)>(i)}; }
  static constexpr unsigned position(Id id) noexcept { return id.index; }
  std::uint64_t bits_ = 0;
};

/// A set of people.
using person_set = id_set<person_id>;
/// A set of acts of protocol P.
template <typename P>
using act_set = id_set<act_id<P>>;
/// A set of rules of one protocol.
using rule_set = id_set<rule_id>;

}  // namespace balint
