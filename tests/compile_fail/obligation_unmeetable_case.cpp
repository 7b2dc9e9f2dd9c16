// SPDX-License-Identifier: MIT
// A stage owes a case, and nobody presents one.
// section: obligation_unmeetable
// expect-computed: balint: in circle, 'presentation' owes a case or an option that no act makes: add one that does [obligation_unmeetable]
// names: talk presentation
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
