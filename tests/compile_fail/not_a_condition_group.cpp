// SPDX-License-Identifier: MIT
// An office is in the place of a condition on the group.
// section: not_a_condition
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using formation = conditions<at_least<2, role::participant>, role::leader>;
#else
  using formation = conditions<at_least<2, role::participant>, somebody<role::leader>>;
#endif
};
static_assert(well_formed<talk>());
