// SPDX-License-Identifier: MIT
// A declaration lacks its formation.
// section: protocol_incomplete
// names: talk formation
#include "circle.hpp"

using namespace balint;

struct talk {
  static constexpr std::string_view name = "talk";
  using offices = circle::offices;
  using lead = circle::lead;
#ifndef MISUSE
  using formation = circle::formation;
#endif
  using order = circle::order;
  using throughout = circle::throughout;
};
static_assert(well_formed<talk>());
