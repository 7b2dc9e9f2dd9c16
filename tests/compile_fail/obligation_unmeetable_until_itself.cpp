// SPDX-License-Identifier: MIT
// Everybody owes what nobody may do after the first.
// section: obligation_unmeetable
// names: talk ask
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each<role::participant, act::ask, until<act::ask>>>>;
#else
  using order = sequence<in<stage::closing, some<role::participant, act::ask, until<act::ask>>>>;
#endif
};
static_assert(well_formed<talk>());
