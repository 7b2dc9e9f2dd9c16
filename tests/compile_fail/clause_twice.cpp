// SPDX-License-Identifier: MIT
// A clause is listed twice.
// section: clause_twice
// names: talk reflect
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, each_at_least_once<role::participant, act::reflect>>>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
