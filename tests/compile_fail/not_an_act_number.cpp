// SPDX-License-Identifier: MIT
// A clause is about what is no act.
// section: not_an_act
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<role::participant, int>>>;
#else
  using order = sequence<in<stage::closing, each<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
