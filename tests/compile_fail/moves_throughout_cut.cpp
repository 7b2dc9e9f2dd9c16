// SPDX-License-Identifier: MIT
// An act that cuts a stage short is listed in it.
// section: moves_throughout
// names: talk cut_short
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::closing,
         each_at_least_once<role::participant, act::reflect>,
         may<role::leader, act::cut_short>>>;
#else
  using throughout = circle::throughout::with<may<role::leader, act::cut_short>>;
#endif
};
static_assert(well_formed<talk>());
