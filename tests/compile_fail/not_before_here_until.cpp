// SPDX-License-Identifier: MIT
// An act ends with an act that the protocol does not know.
// section: not_before_here
// expect-computed: balint: in circle, 'ask' waits for no act of its stage: name one [not_before_here]
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, may<role::participant, act::ask, until<act::respond>>>>;
#else
  using order = sequence<
      in<stage::story, may<role::participant, act::ask, until<act::respond>>,
         may<role::leader, act::respond>>>;
#endif
};
static_assert(well_formed<talk>());
