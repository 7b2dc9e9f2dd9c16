// SPDX-License-Identifier: MIT
// Two acts advance: a moderator's beside the leader's.
// section: effect_twice
// expect-computed: balint: in circle, 'push_on' does what another act does: let either role do the one, and remove the other [effect_twice]
// names: talk push_on
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct push_on final : act_on<no_target, effect::advances> {
  static constexpr std::string_view name = "push_on", source = "house";
};

struct talk : circle {
#ifdef MISUSE
  using throughout = circle::throughout::with<may<role::participant, push_on>>;
#else
  using throughout = declare::throughout<
      may<either<role::leader, role::participant>, push_on>,
      may<role::leader, act::close>,
      may<role::leader, act::terminate>>;
#endif
};
static_assert(well_formed<talk>());
