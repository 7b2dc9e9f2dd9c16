// SPDX-License-Identifier: MIT
// A protocol has no stage.
// section: no_stage
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
