// SPDX-License-Identifier: MIT
// What is no stage is in the place of one.
// section: not_a_stage
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<int, each_at_least_once<role::participant, act::reflect>>>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
