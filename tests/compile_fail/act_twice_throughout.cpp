// SPDX-License-Identifier: MIT
// An act stands in a stage and throughout.
// section: act_twice
// expect-computed: balint: in circle, 'terminate' stands in two places: leave one, or name a second act [act_twice]
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, may<role::leader, act::terminate>>>;
#else
  using order = sequence<
      in<stage::story, may<role::participant, act::ask>>>;
#endif
};
static_assert(well_formed<talk>());
