// SPDX-License-Identifier: MIT
// A condition on the group is listed twice.
// section: clause_twice
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using formation = conditions<at_least<2, role::participant>, at_least<2, role::participant>>;
#else
  using formation = conditions<at_least<2, role::participant>, somebody<role::leader>>;
#endif
};
static_assert(well_formed<talk>());
