// SPDX-License-Identifier: MIT
// An act stands in two stages.
// section: act_twice
// expect-computed: balint: in circle, 'ask' stands in two places: leave one, or name a second act [act_twice]
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, may<role::participant, act::ask>>,
      in<stage::closing, may<role::participant, act::ask>>>;
#else
  using order = sequence<
      in<stage::story, may<role::participant, act::ask>>,
      in<stage::closing, may<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
