// SPDX-License-Identifier: MIT
#pragma once
/// Groups and events out of bytes: mostly such that a session gets far, sometimes any.
#include <array>
#include <balint/balint.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "tests/fuzz/bytes.hpp"

namespace fuzz {

/// 65 pseudonyms, one more than a group can have.
[[nodiscard]] inline std::string_view pseudonym(std::size_t i) {
  static constexpr auto letters = [] {
    std::array<std::array<char, 2>, balint::max_people + 1> two{};
    for (std::size_t n = 0; n < two.size(); ++n) {
      two[n] = {static_cast<char>('a' + n / 10), static_cast<char>('0' + n % 10)};
    }
    return two;
  }();
  return {letters[i % letters.size()].data(), 2};
}

/// A roster that is mostly one of two to five participants, who leads, stand-ins and a supervisor; else any offices for
/// up to 65 people, some of them twice.
template <balint::protocol P>
std::vector<balint::person<P>> people_from(bytes& in) {
  std::vector<balint::person<P>> people;
  const auto add = [&](std::uint32_t offices) {
    people.push_back({.id = pseudonym(people.size()), .offices = {offices}, .agrees = balint::consent::given});
  };
  const auto office = [](std::string_view name) {
    balint::office_set<P> one;
    (void)one.insert(name);
    return one.bits;
  };
  const unsigned shape = in.byte();
  if (shape % 8 == 7) {
    const auto n = in.below(balint::max_people + 2);
    const std::array<std::uint32_t, 4> offices{in.byte(), in.byte(), in.byte(), in.byte()};
    constexpr std::uint32_t known = (1U << P::offices::size) - 1;
    for (std::size_t i = 0; i < n; ++i) add(offices[i % 4] & known);
    if (shape >= 128 && n > 1) people.back().id = people.front().id;
    return people;
  }
  constexpr bool takes_part = std::same_as<P, balint::case_consultation> || std::same_as<P, balint::staff_group>;
  const auto participants = 2 + shape % 4;
  for (unsigned i = 0; i < participants; ++i) add(office("participant"));
  if (takes_part) people.back().offices.bits |= office(P::lead::office::name);
  if (!takes_part) add(office(P::lead::office::name));
  if ((shape & 16U) != 0) people.front().offices.bits |= office("deputy") | office("co_leader");
  if ((shape & 32U) != 0) add(office("deputy") | office("co_leader"));
  if ((shape & 64U) == 0) add(office("supervisor"));
  return people;
}

/// Somebody of a set, or `nobody` if it is empty.
[[nodiscard]] inline balint::person_id one_of(balint::person_set some, std::size_t which) {
  if (some.empty()) return balint::nobody;
  which %= some.size();
  for (const auto who : some) {
    if (which-- == 0) return who;
  }
  return balint::nobody;
}

/// A legal event of somebody, with that act if one is named.
template <balint::protocol P>
balint::event<P> legal_event(const balint::session<P>& now, balint::person_id who, balint::act_id<P> act, bytes& in) {
  std::vector<balint::event<P>> legal;
  if (who.index < now.people().size()) {
    now.each_legal_event(who, [&](const balint::event<P>& e) {
      if (act.index >= balint::act_count<P> || e.act == act) legal.push_back(e);
    });
  }
  return legal.empty() ? balint::detail::raw_event<P>({.by = who, .act = act}) : legal[in.below(legal.size())];
}

/// What leads on: something that is owed, else the end of the stage.
template <balint::protocol P>
balint::event<P> owed_event(const balint::session<P>& now, bytes& in) {
  const auto owed = now.first_owed();
  const auto effect = [](balint::effect does) { return balint::detail::act_with_effect<P>(does); };
  switch (owed.owes) {
    case balint::debt::an_act: return legal_event(now, one_of(owed.by, in.byte()), owed.act, in);
    case balint::debt::a_case:
      return legal_event(now, one_of(owed.by, in.byte()), effect(balint::effect::makes_case), in);
    case balint::debt::an_option:
      return legal_event(now, one_of(owed.by, in.byte()), effect(balint::effect::makes_option), in);
    case balint::debt::nothing: break;
  }
  const bool is_last = now.stage().index + std::size_t{1} == P::order::size;
  return balint::detail::raw_event<P>(
      {.by = now.acting_leader(), .act = effect(is_last ? balint::effect::closes : balint::effect::advances)});
}

/// The next event.
template <balint::protocol P>
balint::event<P> event_from(const balint::session<P>& now, bytes& in) {
  const unsigned way = in.byte();
  const auto any = [&]() -> balint::event<P> {
    const auto by = in.below(now.people().size() + 2);
    const balint::act_id<P> act{static_cast<std::uint16_t>(in.below(balint::act_count<P> + 2))};
    const auto target = (way & 4U) != 0 ? in.word() : in.byte() % 12U;
    const bool is_nobody = by > now.people().size();
    return balint::detail::raw_event<P>(
        {.by = is_nobody ? balint::nobody : balint::person_id{static_cast<std::uint8_t>(by)},
         .act = act,
         .target = static_cast<std::uint16_t>(target)});
  };
  const auto all_acts = balint::act_id<P>{0xFFFF};
  auto e = way % 4 == 0   ? any()
           : way % 4 == 1 ? legal_event(now, one_of(now.people().people(), in.byte()), all_acts, in)
                          : owed_event(now, in);
  const auto last = now.snapshot().state.last_at;
  const auto lately = last == balint::before_all ? balint::instant{1'000'000} : last;
  switch (way >> 3U & 7U) {
    case 1: e.at = lately + balint::time_span::minutes(in.byte()); break;
    case 2: e.at = lately + balint::time_span{-std::int64_t{in.byte()}}; break;
    case 3: e.at = {std::numeric_limits<std::int64_t>::max() - in.byte() % 3}; break;
    case 4: e.at = {std::numeric_limits<std::int64_t>::min() + in.byte() % 3}; break;
    default: break;
  }
  return e;
}

/// Calls f<P>(rest of the bytes) with the protocol that the first byte names.
template <typename F>
void with_protocol(std::span<const std::uint8_t> all, F f) {
  bytes in(all);
  switch (in.below(5)) {
    case 0: return f.template operator()<balint::student_group>(in);
    case 1: return f.template operator()<balint::staff_group>(in);
    case 2: return f.template operator()<balint::classical_group>(in);
    case 3: return f.template operator()<balint::case_consultation>(in);
    default: return f.template operator()<balint::led_staff_group>(in);
  }
}

}  // namespace fuzz
