// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Forming a group from a roster: every error and every advisory at once.
#include <balint/group/advisory.hpp>
#include <balint/group/group.hpp>
#include <balint/group/person.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/protocol/well_formed.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/detail/word_index.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/rule.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <initializer_list>
#include <span>
#include <string_view>

namespace balint {

/// The people of a roster with an id's entries united: what the conditions of a protocol are asked about.
template <protocol P>
class roster {
 public:
  /// Reads a roster, which has to live as long. Beyond 64 different people nobody more is remembered by position.
  constexpr explicit roster(std::span<const person<P>> people) noexcept : all_(people) {
    for (std::size_t at = 0; at < people.size(); ++at) {
      const auto& entry = people[at];
      const auto i = find(entry.id);
      if (i < size_) {
        is_repeated_ = true;
        repeated_.insert({static_cast<std::uint8_t>(i)});
        unite(people_[i], entry);
      } else if (size_ < max_people) {
        index_.insert(detail::name_key(entry.id), size_);
        people_[size_++] = entry;
        ++counted_;
      } else if (stands_before(at)) {
        is_repeated_ = true;
      } else {
        ++counted_;
      }
    }
  }

  /// How many people are remembered: at most 64.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// How many different people the roster has; beyond its 1,024th entry, an id twice counts twice.
  [[nodiscard]] constexpr std::size_t counted() const noexcept { return counted_; }
  /// Whether an id is listed more than once.
  [[nodiscard]] constexpr bool is_repeated() const noexcept { return is_repeated_; }
  /// Those who are in the roster more than once, among those remembered.
  [[nodiscard]] constexpr person_set repeated() const noexcept { return repeated_; }
  /// The person at a position; at one that is not remembered, somebody without an id and without an office.
  [[nodiscard]] constexpr const person<P>& operator[](person_id id) const noexcept {
    return id.index < size_ ? people_[id.index] : nobody_at_all;
  }
  /// The person of that id, or `nobody`.
  [[nodiscard]] constexpr person_id operator[](std::string_view id) const noexcept {
    const auto i = find(id);
    return i < size_ ? person_id{static_cast<std::uint8_t>(i)} : nobody;
  }

  /// How many hold Office and satisfy a predicate.
  template <typename Office, typename Predicate>
  [[nodiscard]] constexpr std::size_t count_where(Predicate fits) const {
    std::size_t n = 0;
    each([&](const person<P>& one, std::size_t) { n += one.offices.template has<Office>() && fits(one) ? 1U : 0U; });
    return n;
  }
  /// How many hold Office.
  template <typename Office>
  [[nodiscard]] constexpr std::size_t count() const noexcept {
    return count_where<Office>([](const auto&) { return true; });
  }
  /// A breach by those who hold Office and satisfy a predicate.
  template <typename Office, typename Predicate>
  [[nodiscard]] constexpr breach breach_where(Predicate breaks) const {
    breach found;
    each([&](const person<P>& one, std::size_t i) {
      if (!one.offices.template has<Office>() || !breaks(one)) return;
      found.broken = true;
      if (i < max_people) found.who.insert({static_cast<std::uint8_t>(i)});
    });
    return found;
  }

 private:
  /// Calls f with everybody and their position; beyond 64 people the positions mean nothing.
  template <typename F>
  constexpr void each(F f) const {
    for (std::size_t i = 0; i < size_; ++i) f(people_[i], i);
    if (counted_ == size_) return;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (find(all_[i].id) < size_ || stands_before(i)) continue;
      person<P> one = all_[i];
      for (std::size_t k = i + 1; k < compared(); ++k) {
        if (all_[k].id == one.id) unite(one, all_[k]);
      }
      f(one, max_people);
    }
  }
  /// How many entries are compared with each other where there are too many people: enough for any list kept by hand,
  /// few enough that a hostile one costs little.
  [[nodiscard]] constexpr std::size_t compared() const noexcept { return all_.size() < 1024 ? all_.size() : 1024; }
  [[nodiscard]] constexpr bool stands_before(std::size_t i) const noexcept {
    for (std::size_t k = 0; k < i && i < compared(); ++k) {
      if (all_[k].id == all_[i].id) return true;
    }
    return false;
  }
  [[nodiscard]] constexpr std::size_t find(std::string_view id) const noexcept {
    return index_.find(id, size_, [this](std::size_t at) { return people_[at].id; });
  }
  static constexpr void unite(person<P>& one, const person<P>& other) noexcept {
    one.offices.bits |= other.offices.bits;
    if (one.agrees != consent::refused && other.agrees != consent::not_declared) one.agrees = other.agrees;
    if (one.profession.empty()) one.profession = other.profession;
    one.less_experienced = one.less_experienced || other.less_experienced;
    one.grades = one.grades || other.grades;
  }
  static constexpr person<P> nobody_at_all{};

  std::span<const person<P>> all_;
  std::array<person<P>, max_people> people_{};
  detail::word_index<2 * max_people> index_{};
  std::size_t size_ = 0;
  std::size_t counted_ = 0;
  person_set repeated_{};
  bool is_repeated_ = false;
};

namespace detail {
struct formation_access;
}  // namespace detail

/// What came of forming a group: the group, or the errors, and the advisories about it. Only `form` makes one.
///
/// @snippet form_group.cpp form
template <protocol P>
struct formation {
  /// All the errors, those of the entries first, then in the order of the protocol's conditions; none: the group is
  /// formed.
  formation_errors<P> errors{};
  /// All the advisories, in the order of the protocol's conditions.
  balint::advisories<P> advisories{};

  /// Whether the group can hold a session.
  [[nodiscard]] constexpr bool is_formed() const noexcept { return errors.empty(); }
  /// The group, or the first error where it cannot hold a session.
  [[nodiscard]] constexpr std::expected<balint::group<P>, formation_error> formed() const {
    if (!is_formed()) return std::unexpected(errors[0]);
    return group_;
  }
  /// How many people there are, formed or not: 0 to 64.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return group_.size(); }
  /// Whether there are so many people that no event can be judged.
  [[nodiscard]] constexpr bool is_too_large() const noexcept {
    for (const auto& error : errors) {
      if (error.code == code::too_many_people) return true;
    }
    return false;
  }

 private:
  friend struct detail::formation_access;
  constexpr explicit formation(const group<P>& people) noexcept : group_(people) {}

  /// The group as far as it goes: what a judge continues with although there are errors.
  group<P> group_;
};

namespace detail {
/// The group of a formation, formed or not: for judges, who go on with what could not be formed, and for tests.
struct formation_access {
  /// The group as far as it goes.
  template <typename P>
  [[nodiscard]] static constexpr const group<P>& group_of(const formation<P>& formed) noexcept {
    return formed.group_;
  }
  /// A formation without errors.
  template <typename P>
  [[nodiscard]] static constexpr formation<P> of(const group<P>& people) noexcept {
    return formation<P>(people);
  }
};
/// What a judge continues with although there are errors.
template <typename P>
[[nodiscard]] constexpr const group<P>& group_of(const formation<P>& formed) noexcept {
  return formation_access::group_of(formed);
}

/// The code of a broken condition. That there are too few is reported for participants alone, that nobody leads of the
/// lead, that nobody supervises of the supervisor.
template <typename P, typename Condition>
inline constexpr code error_of = [] {
  if constexpr (requires { typename Condition::office; }) {
    using office = typename Condition::office;
    switch (Condition::error) {
      case code::too_few_participants:
        return std::same_as<office, role::participant> ? Condition::error : code::condition_broken;
      case code::no_leader:
      case code::several_leaders:
      case code::leader_takes_part:
      case code::leader_must_be_member:
        return std::same_as<office, typename P::lead::office> ? Condition::error : code::condition_broken;
      case code::supervisor_takes_part:
      case code::no_supervisor:
      case code::supervisor_profession:
        return std::same_as<office, role::supervisor> ? Condition::error : code::condition_broken;
      default: break;
    }
  }
  return Condition::error;
}();

template <typename P, typename Condition>
constexpr void hold_against(const roster<P>& people, std::uint8_t at, formation<P>& result) {
  const breach found = Condition::in(people);
  if (!found.broken) return;
  if constexpr (requires { Condition::error; }) {
    result.errors.push_back({error_of<P, Condition>, rule_of<P, typename Condition::rule>, found.who, at});
  } else {
    result.advisories.push_back(
        {.code = Condition::advises, .who = found.who, .was = found.was, .from = found.from, .to = found.to});
  }
}
template <typename Given, typename P>
inline constexpr bool is_person_of = std::same_as<Given, person<P>>;
/// Says that something is no list of persons of P.
template <typename P, typename Given>
constexpr formation<P> not_formed_of() {
  static_assert(is_person_of<Given, P>,
                "balint: a group is formed of persons of its protocol: give a list of person<P>, or a roster<P> "
                "[not_the_people]");
  return formation_access::of(group_access::of_nobody<P>());
}
template <typename P, typename... Conditions>
constexpr void hold_against_all(declare::conditions<Conditions...>, const roster<P>& people, formation<P>& result) {
  [[maybe_unused]] std::uint8_t at = 0;
  (hold_against<P, Conditions>(people, at++, result), ...);
}
}  // namespace detail

/// Forms a group of protocol P from a roster, reporting every error and every advisory at once.
///
/// An id that is listed twice is an error; its entries are united, so that the rest can still be looked at. So is an id
/// that is no pseudonym, as logs could not carry it, and somebody without an office of P, who could do nothing.
/// @snippet form_group.cpp form
template <protocol P>
[[nodiscard]] constexpr formation<P> form(const roster<P>& all) {
  static_assert(well_formed<P>());
  auto people = detail::group_access::of_nobody<P>();
  person_set nameless;
  person_set idle;
  for (std::uint8_t i = 0; i < max_people && i < all.size(); ++i) {  // which is no more: g++ 14 does not see it
    const person<P>& one = all[person_id{i}];
    detail::group_access::seat(people, {i}, one.offices.bits);
    if (one.grades) detail::group_access::mark_grading(people, {i});
    if (!is_pseudonym(one.id)) nameless.insert({i});
    if (!one.offices.is_of_protocol()) idle.insert({i});
  }
  auto result = detail::formation_access::of(people);
  if (!nameless.empty()) result.errors.push_back({code::condition_broken, no_rule, nameless, pseudonym_condition});
  if (!idle.empty()) result.errors.push_back({code::condition_broken, no_rule, idle, office_condition});
  if (all.is_repeated()) {
    result.errors.push_back({code::duplicate_person, no_rule, all.repeated()});
  }
  if (all.counted() > max_people) {
    result.errors.push_back({code::too_many_people, rule_of<P, rule::closed_group>, {}});
  }
  detail::hold_against_all(typename P::formation{}, all, result);
  return result;
}
/// The same from the people themselves, who have to live as long as the call.
template <protocol P>
[[nodiscard]] constexpr formation<P> form(std::span<const person<P>> people) {
  return form(roster<P>(people));
}
/// The same from people in braces.
template <protocol P, typename One>
  requires(std::same_as<One, person<P>> || std::convertible_to<One, std::string_view> || people_in_some_form<One>)
[[nodiscard]] constexpr formation<P> form(std::initializer_list<One> people) {
  if constexpr (std::same_as<One, person<P>>) {
    return form(roster<P>(std::span(people.begin(), people.size())));
  } else {
    return detail::not_formed_of<P, One>();
  }
}
/// Not from what is no people of P: it does not compile.
template <protocol P, typename People>
  requires(!std::convertible_to<const People&, std::span<const person<P>>>)
[[nodiscard]] constexpr formation<P> form(const People&) {
  return detail::not_formed_of<P, People>();
}

}  // namespace balint
