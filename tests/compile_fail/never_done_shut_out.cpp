// SPDX-License-Identifier: MIT
// An act is shut out by what it waits for.
// section: never_done
// names: talk answer
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::participant, act::ask>, may<role::leader, act::answer, after<act::ask>, until<act::ask>>>>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::participant, act::ask>, may<role::leader, act::answer, after<act::ask>>>>;
#endif
};
static_assert(well_formed<talk>());
