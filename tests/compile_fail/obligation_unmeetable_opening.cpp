// SPDX-License-Identifier: MIT
// An act is owed that only comes before all others: once something else was done, it never can be.
// section: obligation_unmeetable
// names: talk open
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, once<role::leader, act::open>, may<role::participant, act::reflect>>>;
#else
  using order = sequence<in<stage::closing, may<role::leader, act::open>, may<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
