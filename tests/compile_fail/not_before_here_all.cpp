// SPDX-License-Identifier: MIT
// An act waits for everybody to do what nobody owes.
// section: not_before_here
// expect-computed: balint: in circle, 'answer' waits for no act of its stage: name one [not_before_here]
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, may<role::participant, act::ask>,
         once<role::leader, act::answer, after_all<act::ask>>>>;
#else
  using order = sequence<
      in<stage::story, each<role::participant, act::ask>,
         once<role::leader, act::answer, after_all<act::ask>>>>;
#endif
};
static_assert(well_formed<talk>());
