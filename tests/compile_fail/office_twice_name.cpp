// SPDX-License-Identifier: MIT
// Two offices have one name.
// section: office_twice
// names: talk chief
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct chief {
  static constexpr std::string_view name = "leader", source = "house";
};

struct talk : circle {
#ifdef MISUSE
  using offices = declare::offices<role::participant, role::leader, chief>;
#else
  using offices = declare::offices<role::participant, role::leader, role::deputy>;
#endif
};
static_assert(well_formed<talk>());
