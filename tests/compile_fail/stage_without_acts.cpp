// SPDX-License-Identifier: MIT
// Nothing can be done in a stage.
// section: stage_without_acts
// names: talk story
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::story>, in<stage::closing, each_at_least_once<role::participant, act::reflect>>>;
#else
  using order = sequence<in<stage::story, may<role::participant, act::ask>>, in<stage::closing, each_at_least_once<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
