// SPDX-License-Identifier: MIT
// Two acts wait for each other.
// section: never_done
// names: talk ask
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, act::ask, after<act::answer>>, may<role::participant, act::answer, after<act::ask>>>>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, act::ask>, may<role::participant, act::answer, after<act::ask>>>>;
#endif
};
static_assert(well_formed<talk>());
