// SPDX-License-Identifier: MIT
// A but is about two roles at once.
// section: not_a_role
// names: talk
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<but<either<role::participant, role::leader>, role::presenter>, act::reflect>>>;
#else
  using order = sequence<in<stage::closing, each<either<but<role::participant, role::presenter>, role::leader>, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
