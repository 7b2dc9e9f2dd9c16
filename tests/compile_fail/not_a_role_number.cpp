// SPDX-License-Identifier: MIT
// What is no role does an act.
// section: not_a_role
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<int, act::reflect>>>;
#else
  using order = sequence<in<stage::closing, each<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
