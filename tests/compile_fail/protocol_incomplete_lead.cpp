// SPDX-License-Identifier: MIT
// A declaration lacks its lead.
// section: protocol_incomplete
// names: talk lead
#include "circle.hpp"

using namespace balint;

struct talk {
  static constexpr std::string_view name = "talk";
  using offices = circle::offices;
#ifndef MISUSE
  using lead = circle::lead;
#endif
  using formation = circle::formation;
  using order = circle::order;
  using throughout = circle::throughout;
};
static_assert(well_formed<talk>());
