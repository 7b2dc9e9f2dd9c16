// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What comes of a fault of the roster.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/expectation.hpp>
#include <balint/deviation/kind.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/group/person.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/role.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::deviation::detail {

/// Whether P declares a condition on groups that a code tells of.
template <code What, typename... Conditions>
[[nodiscard]] consteval bool is_declared(declare::conditions<Conditions...>) {
  const auto tells = []<typename Condition>() {
    if constexpr (requires { Condition::error; }) return Condition::error == What;
    return false;
  };
  return (tells.template operator()<Conditions>() || ...);
}

inline constexpr std::size_t extra_length = 8;
inline constexpr auto extra_names = [] {
  std::array<std::array<char, extra_length>, max_people + 1> all{};
  for (std::size_t n = 0; n < all.size(); ++n)
    all[n] = {'e', 'x', 't', 'r', 'a', '-', static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
  return all;
}();
/// A pseudonym of somebody who is in no group.
[[nodiscard]] constexpr std::string_view extra_name(std::size_t i) noexcept {
  return {extra_names[i].data(), extra_length};
}

/// An office of P beside taking part, leading and supervising, as a bit; 0: there is none.
template <protocol P>
[[nodiscard]] constexpr std::uint32_t other_office() noexcept {
  for (std::size_t i = 0; i < P::offices::size; ++i) {
    const auto name = P::offices::names[i];
    if (name != role::participant::name && name != role::supervisor::name && name != P::lead::office::name)
      return std::uint32_t{1} << i;
  }
  return 0;
}
/// An office of P as a bit; 0: P does not have it.
template <protocol P, typename Role>
[[nodiscard]] constexpr std::uint32_t office_bit() noexcept {
  if constexpr (P::offices::template has<Role>) return std::uint32_t{1} << P::offices::template index<Role>;
  return 0;
}

/// Changes a roster as a kind has it and says what is then found; false: it cannot be planted there.
template <protocol P>
[[nodiscard]] bool change_roster(kind what, const chronicle<P>& c, std::uint32_t which, plan<P>& p,
                                 std::vector<person<P>>& people) {
  using conditions = typename P::formation;
  constexpr auto participant = office_bit<P, role::participant>();
  constexpr auto leads = office_bit<P, typename P::lead::office>();
  constexpr auto supervisor = office_bit<P, role::supervisor>();
  constexpr auto other = other_office<P>();
  const auto with = [&](std::uint32_t office) -> person<P>* {
    std::vector<person<P>*> all;
    for (auto& one : people) {
      if ((one.offices.bits & office) != 0) all.push_back(&one);
    }
    return all.empty() ? nullptr : all[which % all.size()];
  };
  const auto found = [&](code why) {
    const auto about = class_of<P>(why, {0xFFFF}, false);
    p.must.push_back({{nowhere, -1}, why, about, 1, {0xFFFF}, false});
    if (about == finding_class::departure) p.worsen(expected_verdict::departs);
    return true;
  };
  const auto found_and_more = [&](code why) {
    p.may_from = {0, -1};
    p.is_verdict_certain = false;
    return found(why);
  };
  const bool moves_about = c.any(0, c.size(), [&](std::size_t j) { return c.changes_people(j); });
  p.is_alone = true;
  if (people.size() >= max_people || people.empty()) return false;
  switch (what) {
    case kind::person_twice: people.push_back(people[which % people.size()]); return found(code::duplicate_person);
    case kind::crowd:
      for (std::size_t n = 0; people.size() <= max_people; ++n)
        people.push_back({.id = extra_name(n), .offices = {participant}, .agrees = consent::given});
      return participant != 0 && found(code::too_many_people);
    case kind::few_participants: {
      if (!is_declared<code::too_few_participants>(conditions{}) || other == 0) return false;
      bool is_first = true;
      for (auto& one : people) {
        if ((one.offices.bits & participant) != 0 && !std::exchange(is_first, false)) one.offices.bits = other;
      }
      return found_and_more(code::too_few_participants);
    }
    case kind::no_leader: {
      auto* leader = with(leads);
      if (!is_declared<code::no_leader>(conditions{}) || leader == nullptr || participant == 0) return false;
      leader->offices.bits = (leader->offices.bits & ~leads) | participant;
      return found_and_more(code::no_leader);
    }
    case kind::second_leader:
      if (!is_declared<code::several_leaders>(conditions{})) return false;
      people.push_back({.id = extra_name(0), .offices = {leads}});
      if (moves_about || is_declared<code::leader_must_be_member>(conditions{}))
        return found_and_more(code::several_leaders);
      return found(code::several_leaders);
    case kind::supervisor_in_circle: {
      auto* one = with(supervisor);
      if (!is_declared<code::supervisor_takes_part>(conditions{}) || one == nullptr || other == 0) return false;
      one->offices.bits |= other;
      return moves_about ? found_and_more(code::supervisor_takes_part) : found(code::supervisor_takes_part);
    }
    case kind::leader_in_circle: {
      auto* leader = with(leads);
      if (!is_declared<code::leader_takes_part>(conditions{}) || leader == nullptr) return false;
      leader->offices.bits |= participant;
      return found_and_more(code::leader_takes_part);
    }
    case kind::leader_from_outside: {
      auto* leader = with(leads);
      if (!is_declared<code::leader_must_be_member>(conditions{}) || leader == nullptr) return false;
      leader->offices.bits &= ~participant;
      return found_and_more(code::leader_must_be_member);
    }
    case kind::no_supervisor:
      if (!is_declared<code::no_supervisor>(conditions{}) || other == 0) return false;
      for (auto& one : people) {
        if ((one.offices.bits & supervisor) != 0) one.offices.bits = (one.offices.bits & ~supervisor) | other;
      }
      return found_and_more(code::no_supervisor);
    case kind::supervisor_profession: {
      auto* one = with(supervisor);
      if (!is_declared<code::supervisor_profession>(conditions{}) || one == nullptr) return false;
      one->profession = "teacher";
      return found(code::supervisor_profession);
    }
    case kind::consent_refused: {
      auto* one = with(participant);
      if (!is_declared<code::not_voluntary>(conditions{}) || one == nullptr) return false;
      one->agrees = consent::refused;
      return found(code::not_voluntary);
    }
    default: return false;
  }
}

}  // namespace balint::deviation::detail
