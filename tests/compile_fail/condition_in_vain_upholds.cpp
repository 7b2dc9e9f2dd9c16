// SPDX-License-Identifier: MIT
// What nobody owes upholds a rule.
// section: condition_in_vain
// names: talk ask
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, may<role::participant, act::ask, upholds<rule::respect>>>>;
#else
  using order = sequence<in<stage::closing, once<role::participant, act::ask, upholds<rule::respect>>>>;
#endif
};
static_assert(well_formed<talk>());
