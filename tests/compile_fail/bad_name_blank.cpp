// SPDX-License-Identifier: MIT
// The name of an act cannot be written in a log.
// section: bad_name
// names: talk nod_twice
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct nod_twice : act_on<> {
  static constexpr std::string_view name = "nod twice", source = "house";
};

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, nod_twice>>>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, act::answer>>>;
#endif
};
static_assert(well_formed<talk>());
