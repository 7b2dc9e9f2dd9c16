// SPDX-License-Identifier: MIT
// A clause upholds what is no rule.
// section: not_a_rule
// names: talk leader
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<role::participant, act::reflect, upholds<role::leader>>>>;
#else
  using order = sequence<in<stage::closing, each<role::participant, act::reflect, upholds<rule::voluntary>>>>;
#endif
};
static_assert(well_formed<talk>());
