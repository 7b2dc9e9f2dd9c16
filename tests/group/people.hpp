// SPDX-License-Identifier: MIT
#pragma once
// Rosters for the tests of forming a group: each begins as one that can be formed without a word.
#include <balint/group/form.hpp>
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/classical_group.hpp>
#include <balint/protocols/led_staff_group.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace people {

using namespace balint;

inline constexpr auto ids = [] {
  std::array<std::array<char, 3>, 80> all{};
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = {'p', static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
  return all;
}();
/// The id of the i-th participant: p00, p01, ….
constexpr std::string_view id(std::size_t i) { return {ids[i].data(), ids[i].size()}; }

/// A roster that is put together step by step.
template <protocol P>
struct list {
  std::array<person<P>, 80> people{};
  std::size_t size = 0;

  constexpr list& add(const person<P>& one) {
    people[size++] = one;
    return *this;
  }
  constexpr person<P>& operator[](std::size_t i) { return people[i]; }
  /// What becomes of it.
  constexpr formation<P> form() const { return balint::form<P>(std::span<const person<P>>(people.data(), size)); }
};

template <protocol P, typename... Offices>
constexpr person<P> agreeing(std::string_view id) {
  return person<P>::template as<Offices...>(id, consent::given);
}

/// N participants who agree, and whoever else the protocol needs; the participants come first. In a staff group and in
/// a case consultation the first of them leads.
template <protocol P>
constexpr list<P> sound(std::size_t participants);

template <>
constexpr list<student_group> sound<student_group>(std::size_t participants) {
  list<student_group> all;
  for (std::size_t i = 0; i < participants; ++i) all.add(agreeing<student_group, role::participant>(id(i)));
  auto leader = agreeing<student_group, role::leader>("lead");
  leader.profession = "teacher";
  return all.add(leader);
}
template <>
constexpr list<staff_group> sound<staff_group>(std::size_t participants) {
  list<staff_group> all;
  if (participants > 0) all.add(agreeing<staff_group, role::participant, role::leader>(id(0)));
  for (std::size_t i = 1; i < participants; ++i) all.add(agreeing<staff_group, role::participant>(id(i)));
  auto watcher = agreeing<staff_group, role::supervisor>("watcher");
  watcher.profession = "psychologist";
  return all.add(watcher);
}
template <>
constexpr list<led_staff_group> sound<led_staff_group>(std::size_t participants) {
  list<led_staff_group> all;
  if (participants > 0) all.add(agreeing<led_staff_group, role::participant, role::leader>(id(0)));
  for (std::size_t i = 1; i < participants; ++i) all.add(agreeing<led_staff_group, role::participant>(id(i)));
  return all.add(agreeing<led_staff_group, role::supervisor>("watcher"));
}
template <>
constexpr list<classical_group> sound<classical_group>(std::size_t participants) {
  list<classical_group> all;
  for (std::size_t i = 0; i < participants; ++i) all.add(agreeing<classical_group, role::participant>(id(i)));
  return all.add(agreeing<classical_group, role::leader>("lead"));
}
template <>
constexpr list<case_consultation> sound<case_consultation>(std::size_t participants) {
  list<case_consultation> all;
  if (participants > 0) all.add(agreeing<case_consultation, role::participant, role::moderator>(id(0)));
  for (std::size_t i = 1; i < participants; ++i) all.add(agreeing<case_consultation, role::participant>(id(i)));
  return all;
}

/// Whether exactly these errors are reported, in this order.
template <protocol P>
constexpr bool fails_with(const formation<P>& result, std::initializer_list<code> expected) {
  return std::ranges::equal(result.errors, expected, {}, &formation_error::code) &&
         result.is_formed() == (expected.size() == 0);
}
/// Whether exactly these advisories are reported, in this order.
template <protocol P>
constexpr bool advises(const formation<P>& result, std::initializer_list<advisory_code> expected) {
  return std::ranges::equal(result.advisories, expected, {}, &advisory::code);
}
/// Whether one error is reported and nothing else, for that rule ("": none), naming these people by the bits of their
/// positions.
template <protocol P>
constexpr bool fails_only_with(const formation<P>& result, code expected, std::string_view rule,
                               std::uint64_t who = 0) {
  return fails_with(result, {expected}) &&
         (rule.empty() ? result.errors[0].rule == no_rule : name_of<P>(result.errors[0].rule) == rule) &&
         result.errors[0].who == person_set{who};
}
/// Whether a group is formed, and one advisory is given, naming these people.
template <protocol P>
constexpr bool is_formed_advising(const formation<P>& result, advisory_code expected, std::uint64_t who = 0) {
  return result.is_formed() && advises(result, {expected}) && result.advisories[0].who == person_set{who};
}
/// Whether a group is formed without a word.
template <protocol P>
constexpr bool is_formed_silently(const formation<P>& result) {
  return result.is_formed() && advises(result, {});
}

}  // namespace people
