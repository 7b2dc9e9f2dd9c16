// SPDX-License-Identifier: MIT
// The presenter's role is given as an office.
// section: presenter_is_office
// expect-computed: balint: in circle, 'presenter' is both an office and the role of presented_by: remove one of them [presenter_is_office]
// names: talk presenter
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using offices = declare::offices<role::participant, role::leader, role::presenter>;
#else
  using offices = declare::offices<role::participant, role::leader>;
#endif
};
static_assert(well_formed<talk>());
