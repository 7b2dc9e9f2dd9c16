// SPDX-License-Identifier: MIT
// An office is listed twice.
// section: office_twice
// names: talk leader
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using offices = declare::offices<role::participant, role::leader, role::leader>;
#else
  using offices = declare::offices<role::participant, role::leader>;
#endif
};
static_assert(well_formed<talk>());
