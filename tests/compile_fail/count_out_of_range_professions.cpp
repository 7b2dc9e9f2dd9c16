// SPDX-License-Identifier: MIT
// A profession is asked for, and there is none that would do.
// section: count_out_of_range
// names: talk professed
#include "circle.hpp"

#include <balint/vocabulary/profession.hpp>

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using formation = conditions<at_least<2, role::participant>, somebody<role::leader>, professed<role::leader>>;
#else
  using formation = conditions<at_least<2, role::participant>, somebody<role::leader>,
                               professed<role::leader, profession::teacher>>;
#endif
};
static_assert(well_formed<talk>());
