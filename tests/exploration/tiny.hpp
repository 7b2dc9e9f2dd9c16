// SPDX-License-Identifier: MIT
#pragma once
/// The smallest group work: everybody speaks, then everybody answers. And the same with a duty left out by mistake.
#include <balint/balint.hpp>
#include <string_view>

namespace exploration::tiny {

struct opening final {
  static constexpr std::string_view name = "opening", source = "house";
};
struct reply final {
  static constexpr std::string_view name = "reply", source = "house";
};
struct speak final : balint::act_on<> {
  static constexpr std::string_view name = "speak", source = "house";
};
struct respond final : balint::act_on<> {
  static constexpr std::string_view name = "respond", source = "house";
};

template <typename SecondDuty>
struct declared {
  static constexpr std::string_view name = "tiny", source = "house";
  using offices = balint::declare::offices<balint::role::participant, balint::role::leader>;
  using lead = balint::declare::led_by<balint::role::leader>;
  using formation = balint::declare::conditions<balint::declare::at_least<2, balint::role::participant>>;
  using order =
      balint::declare::sequence<balint::declare::in<opening, balint::declare::each<balint::role::participant, speak>>,
                                balint::declare::in<reply, SecondDuty>>;
  using throughout = balint::declare::throughout<balint::declare::may<balint::role::leader, balint::act::advance>,
                                                 balint::declare::may<balint::role::leader, balint::act::close>,
                                                 balint::declare::may<balint::role::leader, balint::act::terminate>>;
};

/// Everybody speaks, then everybody answers.
using protocol = declared<balint::declare::each<balint::role::participant, respond>>;
/// The answers are only allowed, by mistake.
using lax = declared<balint::declare::may<balint::role::participant, respond>>;

/// Two participants and a leader.
template <typename P>
[[nodiscard]] constexpr balint::group<P> people() {
  auto all = balint::detail::group_access::of_nobody<P>();
  for (const auto i : {std::uint8_t{0}, std::uint8_t{1}})
    balint::detail::group_access::seat(all, {i}, balint::office_set<P>::template of<balint::role::participant>().bits);
  balint::detail::group_access::seat(all, {2}, balint::office_set<P>::template of<balint::role::leader>().bits);
  return all;
}

/// Whether everybody did the act of the stage, counted in the trace that led here.
struct duties {
  template <typename Session>
  constexpr bool operator()(const Session& now, bool) const {
    using P = typename Session::protocol_type;
    for (const auto who : now.people().template holders<balint::role::participant>()) {
      auto aside = now;
      const auto act = now.stage().index == 0 ? balint::find_act<P>("speak") : balint::find_act<P>("respond");
      const auto again = aside.apply(balint::detail::raw_event<P>({.by = who, .act = act}));
      if (again || again.error().code != balint::code::repeated) return false;
    }
    return true;
  }
};

}  // namespace exploration::tiny
