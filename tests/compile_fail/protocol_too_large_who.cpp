// SPDX-License-Identifier: MIT
// A protocol has more than 16 ways to say who.
// section: protocol_too_large
// expect: 16 ways to say who
// names: talk ways_to_say_who
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

#ifdef MISUSE
using guest =
    either<role::participant, role::deputy, role::supervisor, role::co_leader, but<role::participant, role::leader>,
           but<role::participant, role::deputy>, but<role::participant, role::supervisor>,
           but<role::participant, role::co_leader>, but<role::participant, role::presenter>,
           but<role::deputy, role::presenter>, but<role::supervisor, role::presenter>,
           but<role::co_leader, role::presenter>, but<role::deputy, role::leader>, but<role::supervisor, role::leader>,
           but<role::co_leader, role::leader>, role::anyone>;
#else
using guest = but<role::anyone, role::leader>;
#endif

struct talk : circle {
  using offices = declare::offices<role::participant, role::leader, role::deputy, role::supervisor, role::co_leader>;
  using order = sequence<in<stage::closing, may<guest, act::reflect>>>;
};
static_assert(well_formed<talk>());
