// SPDX-License-Identifier: MIT
// A clause is in the place of a condition.
// section: not_a_condition
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, may<role::participant, act::ask>, each<role::participant, act::reflect, may<role::participant, act::ask>>>>;
#else
  using order = sequence<in<stage::closing, may<role::participant, act::ask>, each<role::participant, act::reflect, after<act::ask>>>>;
#endif
};
static_assert(well_formed<talk>());
