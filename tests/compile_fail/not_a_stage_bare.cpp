// SPDX-License-Identifier: MIT
// A stage is listed without its clauses.
// section: not_a_stage
// names: talk closing
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<stage::closing>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
