// SPDX-License-Identifier: MIT
// A stage owes a case, and nobody presents one.
// section: obligation_unmeetable
// expect-computed: balint: in circle, 'presentation' is owed but nobody can do it: let an office do it, or do first what it needs [obligation_unmeetable]
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::presentation, at_least_one<case_id>>>;
#else
  using order = sequence<
      in<stage::presentation, at_least_one<case_id>, may<role::participant, act::present_case>>>;
#endif
};
static_assert(well_formed<talk>());
