// SPDX-License-Identifier: MIT
// Nobody closes the last stage.
// section: no_way_on
// expect-computed: balint: in circle, 'closing' is never left: let an office advance and close throughout [no_way_on]
// names: talk closing
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using throughout = declare::throughout<
      may<role::leader, act::advance>,
      may<role::leader, act::terminate>>;
#else
  using throughout = declare::throughout<
      may<role::leader, act::advance>,
      may<role::leader, act::close>,
      may<role::leader, act::terminate>>;
#endif
};
static_assert(well_formed<talk>());
