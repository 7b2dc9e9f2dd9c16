// SPDX-License-Identifier: MIT
// A stage lists an act instead of a clause.
// section: not_a_clause
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, act::reflect>>;
#else
  using order = sequence<in<stage::closing, may<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
