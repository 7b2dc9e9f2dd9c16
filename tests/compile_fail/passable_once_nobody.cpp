// SPDX-License-Identifier: MIT
// Nobody who owes an act may pass it.
// section: passable_once
// names: talk reflect
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
  using throughout = circle::throughout::with<may<role::participant, act::pass>>;
#ifdef MISUSE
  using order = sequence<in<stage::closing, once<role::leader, act::reflect, passable>>>;
#else
  using order = sequence<in<stage::closing, once<role::participant, act::reflect, passable>>>;
#endif
};
static_assert(well_formed<talk>());
