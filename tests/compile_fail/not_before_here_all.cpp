// SPDX-License-Identifier: MIT
// An act waits for everybody to do what nobody owes.
// section: not_before_here
// expect-computed: balint: in circle, 'answer' depends on an act that its stage lacks, or that not each owes: name another [not_before_here]
// names: talk answer
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
