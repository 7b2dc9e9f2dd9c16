// SPDX-License-Identifier: MIT
// A role that nobody can hold may act while nobody leads.
// section: role_unknown
// names: talk deputy
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using throughout = circle::throughout::with<may<unled<role::deputy>, act::take_lead>>;
#else
  using throughout = circle::throughout::with<may<unled<role::participant>, act::take_lead>>;
#endif
};
static_assert(well_formed<talk>());
