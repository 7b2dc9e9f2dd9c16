// SPDX-License-Identifier: MIT
// An act that does not leave a stage is attended.
// section: condition_in_vain
// names: talk ask
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, may<role::participant, act::ask, attended_by<role::leader>>>>;
#else
  using order = sequence<in<stage::closing, may<role::participant, act::ask>>>;
#endif
};
static_assert(well_formed<talk>());
