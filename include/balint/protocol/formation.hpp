// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Conditions on who is in the group, as a protocol declares them. `group/form.hpp` checks a roster against them.
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/rule.hpp>
#include <balint/vocabulary/set.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace balint {

/// Whether a condition is broken, and by whom where that is known.
struct breach {
  /// Whether it is broken.
  bool broken = false;
  /// By whom, where that is known.
  person_set who{};
  /// What was, in the unit of the condition.
  std::int64_t was = 0;
  /// What is recommended, from here; of a share: the number of which it is one.
  std::int64_t from = 0;
  /// What is recommended, up to here; of a share: of how many.
  std::int64_t to = 0;
  /// The stages it concerns, bit i for the i-th.
  std::uint64_t stages = 0;
  /// Whether it is about the time between two events, and not about all of the session.
  bool is_silence = false;
};

}  // namespace balint

namespace balint::declare {

/// The conditions of a protocol, in the order in which their errors and advisories are reported.
template <typename... Conditions>
struct conditions {
  /// The same conditions, followed by more.
  template <typename... More>
  using with = conditions<Conditions..., More...>;
};

// A condition of your own has `error` (`code::condition_broken`), `rule`, `in`, and a `text` that says what it asks
// for. Where it makes sure that somebody holds an office, it says so with `using fills = that_office`.

// ---- errors: the group cannot be formed -----------------------------------------------------------------------------

/// At least N holders of Role.
template <std::int64_t N, typename Role>
struct at_least {
  static constexpr unsigned least = static_cast<unsigned>(N);
  static constexpr bool is_in_range = N >= 1 && N <= max_people;
  using office = Role;
  using fills = Role;
  static constexpr code error = code::too_few_participants;
  using rule = balint::rule::everyone_takes_part;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return {people.template count<Role>() < least, {}};
  }
};

/// Somebody holds Office. Together with `no_rival`: exactly one person.
template <typename Office>
struct somebody {
  using office = Office;
  using fills = Office;
  static constexpr code error = code::no_leader;
  using rule = balint::rule::roles;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return {people.template count<Office>() == 0, {}};
  }
};

/// At most one person holds Office.
template <typename Office>
struct no_rival {
  using office = Office;
  static constexpr code error = code::several_leaders;
  using rule = balint::rule::roles;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return {people.template count<Office>() > 1,
            people.template breach_where<Office>([](const auto&) { return true; }).who};
  }
};

/// A holder of Office holds no other office (@source SUP-2).
template <typename Office>
struct holds_no_other_office {
  using office = Office;
  static constexpr code error = code::supervisor_takes_part;
  using rule = balint::rule::roles;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return people.template breach_where<Office>(
        [](const auto& person) { return person.offices.template has_beside<Office>(); });
  }
};

/// No holder of Office holds Other (@source VAR-1).
template <typename Office, typename Other>
struct comes_from_outside {
  using office = Office;
  using other = Other;
  static constexpr code error = code::leader_takes_part;
  using rule = balint::rule::roles;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return people.template breach_where<Office>(
        [](const auto& person) { return person.offices.template has<Other>(); });
  }
};

/// Every holder of Office holds Other as well (@source VAR-2).
template <typename Office, typename Other>
struct comes_from_within {
  using office = Office;
  using other = Other;
  static constexpr code error = code::leader_must_be_member;
  using rule = balint::rule::roles;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return people.template breach_where<Office>(
        [](const auto& person) { return !person.offices.template has<Other>(); });
  }
};

/// Somebody supervises (@source VAR-3).
template <typename Office>
struct supervised_by {
  using office = Office;
  using fills = Office;
  static constexpr code error = code::no_supervisor;
  using rule = balint::rule::supervisor_present;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return {people.template count<Office>() == 0, {}};
  }
};

/// Where a holder of Office states a profession, it is one of Professions (@source VAR-3).
template <typename Office, typename... Professions>
struct professed {
  using office = Office;
  static constexpr bool is_in_range = sizeof...(Professions) > 0;
  static constexpr std::array<std::string_view, sizeof...(Professions)> professions{Professions::name...};
  static constexpr code error = code::supervisor_profession;
  using rule = balint::rule::supervisor_present;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return people.template breach_where<Office>([](const auto& person) {
      return !person.profession.empty() && !((person.profession == Professions::name) || ...);
    });
  }
};

/// At most one in Whole of those who hold Role is less experienced (@source GRP-9).
template <typename Role, std::int64_t Whole>
struct less_experienced_at_most_one_in {
  using office = Role;
  static constexpr bool is_in_range = Whole >= 1 && Whole <= max_people;
  static constexpr advisory_code advises = advisory_code::less_experienced_share;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    const auto few = [](const auto& person) { return person.less_experienced; };
    const auto k = people.template count_where<Role>(few);
    const auto n = people.template count<Role>();
    return {Whole * static_cast<std::int64_t>(k) > static_cast<std::int64_t>(n),
            people.template breach_where<Role>(few).who, static_cast<std::int64_t>(k), Whole,
            static_cast<std::int64_t>(n)};
  }
};

/// Nobody who holds Role has refused (@source GRP-7).
template <typename Role>
struct voluntarily {
  using office = Role;
  static constexpr code error = code::not_voluntary;
  using rule = balint::rule::voluntary;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return people.template breach_where<Role>([](const auto& person) { return person.refuses(); });
  }
};

// ---- advisories: something to think about ---------------------------------------------------------------------------

/// Between Low and High holders of Role are recommended (@source GRP-5).
template <typename Role, std::int64_t Low, std::int64_t High>
struct recommended_size {
  using office = Role;
  static constexpr bool is_in_range = Low >= 0 && Low <= High && High <= max_people;
  static constexpr advisory_code advises = advisory_code::group_size;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    const auto n = static_cast<std::int64_t>(people.template count<Role>());
    return {n < Low || n > High, {}, n, Low, High};
  }
};

/// Every holder of Role has declared consent (@source GRP-7).
template <typename Role>
struct consent_on_record {
  using office = Role;
  static constexpr advisory_code advises = advisory_code::consent_not_declared;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return people.template breach_where<Role>([](const auto& person) { return person.is_undeclared(); });
  }
};

/// The profession of every holder of Office is on record (@source VAR-3).
template <typename Office>
struct profession_on_record {
  using office = Office;
  static constexpr advisory_code advises = advisory_code::supervisor_not_stated;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return people.template breach_where<Office>([](const auto& person) { return person.profession.empty(); });
  }
};

/// Somebody holds Office, as far as the record says (@source VAR-3).
template <typename Office>
struct office_on_record {
  using office = Office;
  static constexpr advisory_code advises = advisory_code::supervisor_not_stated;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return {people.template count<Office>() == 0, {}};
  }
};

/// A holder of Office is one of Professions (@source VAR-1).
template <typename Office, typename... Professions>
struct recommended_profession {
  using office = Office;
  static constexpr advisory_code advises = advisory_code::leader_profession;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return people.template breach_where<Office>(
        [](const auto& person) { return !((person.profession == Professions::name) || ...); });
  }
};

/// No holder of Office also grades members of the group (@source A23).
template <typename Office>
struct does_not_grade {
  using office = Office;
  static constexpr advisory_code advises = advisory_code::dual_role;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return people.template breach_where<Office>([](const auto& person) { return person.grades; });
  }
};

}  // namespace balint::declare
