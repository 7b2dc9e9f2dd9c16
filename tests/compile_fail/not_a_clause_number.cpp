// SPDX-License-Identifier: MIT
// A stage lists what is nothing of a declaration.
// section: not_a_clause
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, int, each_at_least_once<role::participant, act::reflect>>>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
