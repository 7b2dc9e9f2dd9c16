// SPDX-License-Identifier: MIT
// A stage is listed twice.
// section: stage_twice
// expect-computed: balint: in circle, 'story' is listed twice: remove one of them [stage_twice]
// names: talk story
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, may<role::participant, act::ask>>,
      in<stage::story, may<role::participant, act::reflect>>>;
#else
  using order = sequence<
      in<stage::story, may<role::participant, act::ask>>,
      in<stage::closing, may<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
