// SPDX-License-Identifier: MIT
// An act is listed in two stages.
// section: act_twice
// expect-computed: balint: in circle, 'ask' is listed in two places: remove one of them, or declare a second act [act_twice]
// names: talk ask
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
