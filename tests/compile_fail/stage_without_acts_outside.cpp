// SPDX-License-Identifier: MIT
// A stage says who is outside, and nobody does anything.
// section: stage_without_acts
// names: talk story
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::story, outside<role::participant>>, in<stage::closing, each_at_least_once<role::participant, act::reflect>>>;
#else
  using order = sequence<in<stage::story, outside<role::participant>, may<role::leader, act::ask>>, in<stage::closing, each_at_least_once<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
