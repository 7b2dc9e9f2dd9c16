// SPDX-License-Identifier: MIT
// The lead is handed over to nobody in particular.
// section: effect_target
// expect-computed: balint: in circle, 'hand_over' does not take what its effect needs: give it that target [effect_target]
// names: talk hand_over
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using throughout = declare::throughout<
      may<role::leader, act::advance>,
      may<role::leader, act::close>,
      may<role::leader, act::terminate>,
      may<role::leader, act::hand_over>>;
#else
  using throughout = declare::throughout<
      may<role::leader, act::advance>,
      may<role::leader, act::close>,
      may<role::leader, act::terminate>,
      may<role::leader, act::hand_over, to<role::participant>>>;
#endif
};
static_assert(well_formed<talk>());
