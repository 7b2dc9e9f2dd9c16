// SPDX-License-Identifier: MIT
// A stage owes something that is neither a case nor an option.
// section: not_a_clause
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, at_least_one<person_id>>>;
#else
  using order = sequence<in<stage::closing, each<role::participant, act::present_case>, at_least_one<case_id>>>;
#endif
};
static_assert(well_formed<talk>());
