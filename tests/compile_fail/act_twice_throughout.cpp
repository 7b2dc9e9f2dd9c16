// SPDX-License-Identifier: MIT
// An act is listed in a stage and throughout.
// section: act_twice
// expect-computed: balint: in circle, 'terminate' is listed in two places: remove one of them, or declare a second act [act_twice]
// names: talk terminate
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
