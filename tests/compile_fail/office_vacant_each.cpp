// SPDX-License-Identifier: MIT
// Each of an office owes an act, and the office may be vacant.
// section: office_vacant
// names: talk answer
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
  using offices = declare::offices<role::participant, role::leader, role::deputy>;
  using order = sequence<in<stage::closing, each<role::deputy, act::answer>>>;
#ifdef MISUSE
  using formation = conditions<at_least<2, role::participant>>;
#else
  using formation = conditions<at_least<2, role::participant>, somebody<role::deputy>>;
#endif
};
static_assert(well_formed<talk>());
