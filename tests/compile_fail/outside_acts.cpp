// SPDX-License-Identifier: MIT
// Whoever is outside the circle acts.
// section: outside_acts
// expect-computed: balint: in circle, 'hypothesise' is an act of somebody outside: remove the act or the outside<...> [outside_acts]
// names: talk hypothesise
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::casting, once<role::participant, act::take_case>>,
      in<stage::hypotheses, outside<role::presenter>,
         some<either<role::participant, role::presenter>, act::hypothesise>>>;
#else
  using order = sequence<
      in<stage::casting, once<role::participant, act::take_case>>,
      in<stage::hypotheses, outside<role::presenter>,
         some<but<role::participant, role::presenter>, act::hypothesise>>>;
#endif
};
static_assert(well_formed<talk>());
