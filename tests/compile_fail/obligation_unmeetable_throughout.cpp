// SPDX-License-Identifier: MIT
// An act is owed throughout, in no stage.
// section: obligation_unmeetable
// expect-computed: balint: in circle, 'refocus' is owed, but nobody can do it: let an office do it, or add what it needs before it [obligation_unmeetable]
// names: talk refocus
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using throughout = declare::throughout<
      may<role::leader, act::advance>,
      may<role::leader, act::close>,
      may<role::leader, act::terminate>,
      once<role::leader, act::refocus>>;
#else
  using throughout = declare::throughout<
      may<role::leader, act::advance>,
      may<role::leader, act::close>,
      may<role::leader, act::terminate>,
      may<role::leader, act::refocus>>;
#endif
};
static_assert(well_formed<talk>());
