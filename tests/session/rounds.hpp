// SPDX-License-Identifier: MIT
#pragma once
/// A protocol that the library does not have, in which what is owed first by the rules has to wait for what is owed
/// after it; and a walk through the sessions of any protocol.
#include <balint/balint.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tests/support.hpp"

namespace rounds {

using word = std::string_view;

struct warm_up final {
  static constexpr word name = "warm_up", source = "house";
};
struct round final {
  static constexpr word name = "round", source = "house";
};
struct light_candle final : balint::act_on<> {
  static constexpr word name = "light_candle", source = "house";
};
struct tell_dream final : balint::act_on<> {
  static constexpr word name = "tell_dream", source = "house";
};
struct thank final : balint::act_on<balint::rule_id> {
  static constexpr word name = "thank", source = "house";
};

/// Each tells a dream, but not before the leader lit the candle; then everybody who told one may be thanked.
struct protocol {
  static constexpr word name = "rounds", source = "house";
  using offices = balint::declare::offices<balint::role::participant, balint::role::leader>;
  using lead = balint::declare::led_by<balint::role::leader, balint::role::participant>;
  using formation = balint::declare::conditions<balint::declare::at_least<2, balint::role::participant>,
                                                balint::declare::somebody<balint::role::leader>>;
  using order = balint::declare::sequence<
      balint::declare::in<
          warm_up, balint::declare::each<balint::role::participant, tell_dream, balint::declare::after<light_candle>>,
          balint::declare::once<balint::role::leader, light_candle>,
          balint::declare::may<balint::role::leader, thank, balint::declare::after<light_candle>,
                               balint::declare::after_all<tell_dream>>>,
      balint::declare::in<round, balint::declare::may<balint::role::participant, balint::act::ask>>>;
  using throughout = balint::declare::throughout<balint::declare::may<balint::role::leader, balint::act::advance>,
                                                 balint::declare::may<balint::role::leader, balint::act::close>,
                                                 balint::declare::may<balint::role::leader, balint::act::terminate>,
                                                 balint::declare::may<balint::role::anyone, balint::act::drop>,
                                                 balint::declare::may<balint::role::anyone, balint::act::rejoin>,
                                                 balint::declare::may<balint::role::leader, balint::act::hand_over,
                                                                      balint::declare::to<balint::role::participant>>>;
};
static_assert(balint::well_formed<protocol>());

/// Anna, Boris and Clara take part, and somebody leads.
constexpr balint::group<protocol> people() {
  using person = balint::person<protocol>;
  constexpr person all[]{person::as<balint::role::participant>("anna"), person::as<balint::role::participant>("boris"),
                         person::as<balint::role::participant>("clara"), person::as<balint::role::leader>("lead")};
  return balint::form<protocol>(all).formed().value();
}

/// The people of a session of P.
template <typename P>
constexpr balint::group<P> group_of() {
  if constexpr (std::same_as<P, protocol>) {
    return people();
  } else {
    return support::formed<P>().formed().value();
  }
}

using protocols = testing::Types<balint::student_group, balint::staff_group, balint::led_staff_group,
                                 balint::classical_group, balint::case_consultation, protocol>;

/// Walks through sessions of P, a choice of what is legal after the other, and calls f(session) in every state. What
/// ends a session or sends somebody away is seldom chosen, so that most sessions come to their end.
template <typename P, typename F>
void walk(std::size_t sessions, F f) {
  std::uint64_t state = 2019;
  const auto pick = [&state](std::size_t n) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U) % n;
  };
  for (std::size_t i = 0; i < sessions; ++i) {
    balint::session<P> now(group_of<P>());
    for (std::size_t step = 0; step < 120; ++step) {
      f(now);
      balint::event<P> all[2048];
      std::size_t n = 0;
      for (const auto who : now.people().people()) {
        now.each_legal_event(who, [&](const balint::event<P>& e) {
          const auto does = balint::detail::table_of<P>.acts[e.act.index].does;
          using balint::effect;
          const bool is_rare = does == effect::terminates || does == effect::withdraws || does == effect::drops ||
                               does == effect::hands_over || does == effect::cuts_short;
          const bool is_common = does == effect::advances || does == effect::closes || does == effect::rejoins;
          if (is_rare && pick(12) != 0) return;
          if (does == effect::flags && pick(40) != 0) return;
          if (does == effect::reminds && !now.open_flags().contains(e.template target_as<balint::rule_id>())) return;
          for (std::size_t k = 0; k < (is_common ? 6U : 1U) && n < 2048; ++k) all[n++] = e;
        });
      }
      if (n == 0) break;
      if (!now.apply(all[pick(n)])) std::abort();
    }
    f(now);
  }
}

}  // namespace rounds
