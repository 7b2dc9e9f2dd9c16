// SPDX-License-Identifier: MIT
// A role is in the place of an act that comes before.
// section: not_an_act
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<role::participant, act::reflect, after<role::leader>>>>;
#else
  using order = sequence<in<stage::closing, may<role::leader, act::ask>, each<role::participant, act::reflect, after<act::ask>>>>;
#endif
};
static_assert(well_formed<talk>());
