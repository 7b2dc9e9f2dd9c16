// SPDX-License-Identifier: MIT
// A clause has its parts in the wrong order.
// section: not_a_role
// names: talk reflect
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<act::reflect, role::participant>>>;
#else
  using order = sequence<in<stage::closing, each<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
