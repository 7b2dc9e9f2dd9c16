// SPDX-License-Identifier: MIT
// Options are assessed, and nobody proposes any.
// section: obligation_unmeetable
// expect-computed: balint: in circle, 'assess' is owed, but nobody can do it: let an office do it, or add what it needs before it [obligation_unmeetable]
// names: talk assess
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::assessment, per_option<role::participant, act::assess>>>;
#else
  using order = sequence<
      in<stage::proposals, may<role::participant, act::propose>>,
      in<stage::assessment, per_option<role::participant, act::assess>>>;
#endif
};
static_assert(well_formed<talk>());
