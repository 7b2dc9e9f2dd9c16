// SPDX-License-Identifier: MIT
// A declaration lacks its lead.
// section: protocol_incomplete
// names: talk lead
#include "circle.hpp"

using namespace balint;

#ifdef MISUSE
struct talk {
  static constexpr std::string_view name = "talk";
  using offices = circle::offices;
  using formation = circle::formation;
  using order = circle::order;
  using throughout = circle::throughout;
};
#else
struct talk {
  static constexpr std::string_view name = "talk";
  using offices = circle::offices;
  using lead = circle::lead;
  using formation = circle::formation;
  using order = circle::order;
  using throughout = circle::throughout;
};
#endif
static_assert(well_formed<talk>());
