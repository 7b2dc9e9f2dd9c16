// SPDX-License-Identifier: MIT
// A condition on the group is about an office that there is not.
// section: role_unknown
// names: talk supervisor
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using formation = conditions<at_least<2, role::participant>, somebody<role::supervisor>>;
#else
  using formation = conditions<at_least<2, role::participant>, somebody<role::leader>>;
#endif
};
static_assert(well_formed<talk>());
