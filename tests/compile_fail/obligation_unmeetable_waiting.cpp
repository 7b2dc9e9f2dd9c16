// SPDX-License-Identifier: MIT
// Two acts wait for each other.
// section: obligation_unmeetable
// expect-computed: balint: in circle, 'ask' is owed, but nobody can do it: let an office do it, or add what it needs before it [obligation_unmeetable]
// names: talk ask
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, once<role::participant, act::ask, after<act::answer>>,
         once<role::leader, act::answer, after<act::ask>>>>;
#else
  using order = sequence<
      in<stage::story, once<role::participant, act::ask>,
         once<role::leader, act::answer, after<act::ask>>>>;
#endif
};
static_assert(well_formed<talk>());
