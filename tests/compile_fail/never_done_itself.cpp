// SPDX-License-Identifier: MIT
// An act waits for itself.
// section: never_done
// names: talk ask
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, act::ask, after<act::ask>>>>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, act::ask, after<act::reflect>>>>;
#endif
};
static_assert(well_formed<talk>());
