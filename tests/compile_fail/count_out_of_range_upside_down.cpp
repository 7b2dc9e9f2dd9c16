// SPDX-License-Identifier: MIT
// A group is recommended to have more than it may.
// section: count_out_of_range
// names: talk recommended_size
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using formation = conditions<at_least<2, role::participant>, recommended_size<role::participant, 12, 10>>;
#else
  using formation = conditions<at_least<2, role::participant>, recommended_size<role::participant, 10, 12>>;
#endif
};
static_assert(well_formed<talk>());
