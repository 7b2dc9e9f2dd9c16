// SPDX-License-Identifier: MIT
// An act waits for an act of another stage.
// section: not_before_here
// expect-computed: balint: in circle, 'reflect' depends on an act that its stage lacks, or that not each owes: name another [not_before_here]
// names: talk reflect
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, may<role::participant, act::ask>>,
      in<stage::closing, may<role::participant, act::reflect, after<act::ask>>>>;
#else
  using order = sequence<
      in<stage::story, may<role::participant, act::ask>>,
      in<stage::closing, may<role::participant, act::respond>,
         may<role::participant, act::reflect, after<act::respond>>>>;
#endif
};
static_assert(well_formed<talk>());
