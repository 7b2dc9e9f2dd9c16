// SPDX-License-Identifier: MIT
// Nobody may end the session (RUL-4).
// section: no_way_out
// expect-computed: balint: in circle, 'closing' cannot be ended at once: let an office terminate throughout [no_way_out]
// names: talk closing
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using throughout = declare::throughout<
      may<role::leader, act::advance>,
      may<role::leader, act::close>>;
#else
  using throughout = declare::throughout<
      may<role::leader, act::advance>,
      may<role::leader, act::close>,
      may<role::leader, act::terminate>>;
#endif
};
static_assert(well_formed<talk>());
