// SPDX-License-Identifier: MIT
// An act waits for everybody twice, of which one counts.
// section: condition_in_vain
// names: talk answer
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<role::participant, act::ask>, each<role::participant, act::reflect>, may<role::leader, act::answer, after_all<act::ask>, after_all<act::reflect>>>>;
#else
  using order = sequence<in<stage::closing, each<role::participant, act::ask>, each<role::participant, act::reflect, after_all<act::ask>>, may<role::leader, act::answer, after_all<act::reflect>>>>;
#endif
};
static_assert(well_formed<talk>());
