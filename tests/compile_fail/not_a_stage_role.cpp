// SPDX-License-Identifier: MIT
// A role is in the place of a stage.
// section: not_a_stage
// names: talk leader
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<role::leader, each_at_least_once<role::participant, act::reflect>>>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
