// SPDX-License-Identifier: MIT
// A role that nobody can hold leads.
// section: role_unknown
// expect-computed: balint: in circle, 'moderator' is a role that nobody can hold: add it to the offices [role_unknown]
// names: talk moderator
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using lead = led_by<role::moderator>;
#else
  using lead = led_by<role::leader>;
#endif
};
static_assert(well_formed<talk>());
