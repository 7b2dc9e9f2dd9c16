// SPDX-License-Identifier: MIT
// An act is listed as an office.
// section: not_a_role
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using offices = declare::offices<role::participant, role::leader, act::reflect>;
#else
  using offices = declare::offices<role::participant, role::leader, role::deputy>;
#endif
};
static_assert(well_formed<talk>());
