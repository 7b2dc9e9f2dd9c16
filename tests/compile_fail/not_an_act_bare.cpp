// SPDX-License-Identifier: MIT
// An act does not say what it is done to.
// section: not_an_act
// names: talk ponder
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct ponder {
  static constexpr std::string_view name = "ponder", source = "house";
};

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, ponder>>>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, act::answer>>>;
#endif
};
static_assert(well_formed<talk>());
