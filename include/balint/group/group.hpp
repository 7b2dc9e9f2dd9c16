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
#include <type_traits>

namespace balint {

template <protocol P>
class group;
template <protocol P>
class roster;
template <protocol P>
struct formation;
template <protocol P>
struct person;

namespace detail {
struct group_access;
template <typename T>
inline constexpr bool is_people = false;
template <typename P>
inline constexpr bool is_people<group<P>> = true;
template <typename P>
inline constexpr bool is_people<roster<P>> = true;
template <typename P>
inline constexpr bool is_people<formation<P>> = true;
template <typename P>
inline constexpr bool is_people<person<P>> = true;
template <typename T, std::size_t N>
inline constexpr bool is_people<T[N]> = is_people<std::remove_const_t<T>>;
template <typename T>
  requires requires { typename T::value_type; }
inline constexpr bool is_people<T> = is_people<typename T::value_type>;
template <typename T>
  requires requires(const T& people) { people.group(); }
inline constexpr bool is_people<T> = true;
template <typename T, typename P>
inline constexpr bool is_group_of = false;
template <typename P>
inline constexpr bool is_group_of<group<P>, P> = true;
}  // namespace detail

/// People in some form: a group, a formation, a roster, a list of them, or what may hold one of these.
template <typename T>
concept people_in_some_form = detail::is_people<T>;

/// The people of a session of protocol P, by position in the roster. Only `form` makes one, so that a session is held
/// by a group that was formed.
/// @snippet form_group.cpp form
template <protocol P>
class group {
 public:
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
  /// Those who hold the i-th office of P; nobody holds one beyond.
  [[nodiscard]] constexpr person_set holders(std::size_t office) const noexcept {
    return office < P::offices::size ? holders_[office] : person_set{};
  }
  /// Those who grade members of the group elsewhere. @source A23
  [[nodiscard]] constexpr person_set grading() const noexcept { return grading_; }
  friend constexpr bool operator==(const group&, const group&) = default;

 private:
  friend struct detail::group_access;
  constexpr group() = default;

  /// Adds somebody with these offices, or gives more offices to somebody who is in it already; at most 64 people.
  constexpr void seat(person_id who, std::uint32_t offices) noexcept {
    if (who.index >= max_people) return;
    if (who.index >= size_) size_ = static_cast<std::uint8_t>(who.index + 1);
    for (std::size_t i = 0; i < P::offices::size; ++i) {
      if (((offices >> i) & 1U) != 0) holders_[i].insert(who);
    }
  }

  plain_array<person_set, P::offices::size> holders_{};
  person_set grading_{};
  std::uint8_t size_ = 0;
};

namespace detail {
/// Makes groups, formed or not: for `form`, for judges, who go on with what could not be formed, and for tests.
struct group_access {
  /// A group of nobody.
  template <typename P>
  [[nodiscard]] static constexpr group<P> of_nobody() noexcept {
    return {};
  }
  /// Adds somebody with these offices, or gives more offices to somebody who is in it already; at most 64 people.
  template <typename P>
  static constexpr void seat(group<P>& people, person_id who, std::uint32_t offices) noexcept {
    people.seat(who, offices);
  }
  /// Marks somebody as grading members of the group elsewhere.
  template <typename P>
  static constexpr void mark_grading(group<P>& people, person_id who) noexcept {
    people.grading_.insert(who);
  }
};
}  // namespace detail

}  // namespace balint
