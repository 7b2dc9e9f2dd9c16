// SPDX-License-Identifier: MIT
// A rule is listed twice.
// section: rule_twice
// names: talk respect
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using rules = rule::catalogue::with<rule::respect>;
#else
  using rules = rule::catalogue::with<rule::no_advice>;
#endif
};
static_assert(well_formed<talk>());
