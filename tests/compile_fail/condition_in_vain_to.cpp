// SPDX-License-Identifier: MIT
// An act without a person as its target is done to somebody.
// section: condition_in_vain
// names: talk reflect
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<role::participant, act::reflect, to<role::leader>>>>;
#else
  using order = sequence<in<stage::closing, each<role::participant, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
