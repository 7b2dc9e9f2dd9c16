// SPDX-License-Identifier: MIT
// A declaration lacks one of its parts.
// expect: protocol
// expect: throughout
#include "circle.hpp"

using namespace balint;

struct talk {
  static constexpr std::string_view name = "talk";
  using offices = circle::offices;
  using lead = circle::lead;
  using presented_by = circle::presented_by;
  using formation = circle::formation;
  using order = circle::order;
#ifndef MISUSE
  using throughout = circle::throughout;
#endif
};
static_assert(well_formed<talk>());
