// SPDX-License-Identifier: MIT
// A group needs less than nobody.
// section: count_out_of_range
// names: talk at_least
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using formation = conditions<at_least<-1, role::leader>, at_least<2, role::participant>>;
#else
  using formation = conditions<at_least<1, role::leader>, at_least<2, role::participant>>;
#endif
};
static_assert(well_formed<talk>());
