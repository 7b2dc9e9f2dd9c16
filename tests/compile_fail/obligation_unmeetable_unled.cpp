// SPDX-License-Identifier: MIT
// An act is owed that can only be done while nobody leads.
// section: obligation_unmeetable
// names: talk reflect
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, once<unled<role::participant>, act::reflect>>>;
#else
  using order = sequence<in<stage::closing, may<unled<role::participant>, act::reflect>>>;
#endif
};
static_assert(well_formed<talk>());
