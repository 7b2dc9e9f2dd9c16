// SPDX-License-Identifier: MIT
// Whoever owes an act is excepted from it.
// section: obligation_unmeetable
// expect-computed: balint: in circle, 'ask' is owed, but nobody can do it: let an office do it, or add what it needs before it [obligation_unmeetable]
// names: talk ask
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, once<but<role::leader, role::leader>, act::ask>>>;
#else
  using order = sequence<
      in<stage::story, once<but<role::leader, role::presenter>, act::ask>>>;
#endif
};
static_assert(well_formed<talk>());
