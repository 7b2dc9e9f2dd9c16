// SPDX-License-Identifier: MIT
// Three acts wait for each other, one of them for everybody.
// section: never_done
// names: talk ask
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<role::participant, act::ask, after<act::answer>>, may<role::leader, act::reflect, after_all<act::ask>>, may<role::leader, act::answer, after<act::reflect>>>>;
#else
  using order = sequence<in<stage::closing, each<role::participant, act::ask>, may<role::leader, act::reflect, after_all<act::ask>>, may<role::leader, act::answer, after<act::reflect>>>>;
#endif
};
static_assert(well_formed<talk>());
