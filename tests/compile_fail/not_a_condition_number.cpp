// SPDX-License-Identifier: MIT
// A clause has a condition that is none.
// section: not_a_condition
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<role::participant, act::reflect, int>>>;
#else
  using order = sequence<in<stage::closing, each<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
