// SPDX-License-Identifier: MIT
// A declaration lacks its order.
// section: protocol_incomplete
// names: talk order
#include "circle.hpp"

using namespace balint;

struct talk {
  static constexpr std::string_view name = "talk";
  using offices = circle::offices;
  using lead = circle::lead;
  using formation = circle::formation;
#ifndef MISUSE
  using order = circle::order;
#endif
  using throughout = circle::throughout;
};
static_assert(well_formed<talk>());
