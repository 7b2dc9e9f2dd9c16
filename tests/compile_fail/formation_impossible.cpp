// SPDX-License-Identifier: MIT
// The leader is a participant and is none.
// section: formation_impossible
// names: talk comes_from_outside
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using formation = conditions<at_least<2, role::participant>, comes_from_outside<role::leader, role::participant>, comes_from_within<role::leader, role::participant>>;
#else
  using formation = conditions<at_least<2, role::participant>, comes_from_within<role::leader, role::participant>>;
#endif
};
static_assert(well_formed<talk>());
