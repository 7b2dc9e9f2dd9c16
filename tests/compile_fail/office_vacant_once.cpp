// SPDX-License-Identifier: MIT
// A group may be formed in which nobody can do what is owed.
// section: office_vacant
// names: talk answer
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
  using offices = declare::offices<role::participant, role::leader, role::deputy>;
#ifdef MISUSE
  using order = sequence<in<stage::closing, once<role::deputy, act::answer>>>;
#else
  using order = sequence<in<stage::closing, once<role::participant, act::answer>>>;
#endif
};
static_assert(well_formed<talk>());
