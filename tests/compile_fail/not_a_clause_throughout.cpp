// SPDX-License-Identifier: MIT
// Who is outside is said of a stage, not throughout.
// section: not_a_clause
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using throughout = circle::throughout::with<outside<role::participant>>;
#else
  using throughout = circle::throughout::with<may<role::participant, act::pass>>;
#endif
};
static_assert(well_formed<talk>());
