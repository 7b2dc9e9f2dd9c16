// SPDX-License-Identifier: MIT
// What each owes is called passable: it is without the word.
// section: passable_once
// expect-computed: balint: in circle, 'reflect' is passable in vain: make it owed once, by somebody who may pass [passable_once]
// names: talk reflect
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
  using throughout = circle::throughout::with<may<role::participant, act::pass>>;
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<role::participant, act::reflect, passable>>>;
#else
  using order = sequence<in<stage::closing, once<role::participant, act::reflect, passable>>>;
#endif
};
static_assert(well_formed<talk>());
