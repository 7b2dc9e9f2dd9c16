// SPDX-License-Identifier: MIT
// An act has no name.
// section: bad_name
// names: talk silence
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct silence : act_on<> {
  static constexpr std::string_view name = "", source = "house";
};

struct talk : circle {
#ifdef MISUSE
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, silence>>>;
#else
  using order = sequence<in<stage::closing, each_at_least_once<role::participant, act::reflect>, may<role::leader, act::answer>>>;
#endif
};
static_assert(well_formed<talk>());
