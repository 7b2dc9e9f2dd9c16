// SPDX-License-Identifier: MIT
// A declaration lacks its offices.
// section: protocol_incomplete
// names: talk offices
#include "circle.hpp"

using namespace balint;

struct talk {
  static constexpr std::string_view name = "talk";
#ifndef MISUSE
  using offices = circle::offices;
#endif
  using lead = circle::lead;
  using formation = circle::formation;
  using order = circle::order;
  using throughout = circle::throughout;
};
static_assert(well_formed<talk>());
