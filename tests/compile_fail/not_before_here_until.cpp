// SPDX-License-Identifier: MIT
// An act ends with an act that the protocol does not know.
// section: not_before_here
// expect-computed: balint: in circle, 'ask' depends on an act that its stage lacks, or that not each owes: name another [not_before_here]
// names: talk ask
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
