// SPDX-License-Identifier: MIT
// A stage is in the place of an act.
// section: not_an_act
// names: talk closing
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, stage::closing>>>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, act::answer>>>;
#endif
};
static_assert(well_formed<talk>());
