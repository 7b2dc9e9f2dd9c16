// SPDX-License-Identifier: MIT
// The name of a protocol is not known to the compiler.
// section: protocol_incomplete
// names: talk name
#include "circle.hpp"

using namespace balint;

struct talk {
#ifdef MISUSE
  std::string_view name = "talk";
#else
  static constexpr std::string_view name = "talk";
#endif
  using offices = circle::offices;
  using lead = circle::lead;
  using formation = circle::formation;
  using order = circle::order;
  using throughout = circle::throughout;
};
static_assert(well_formed<talk>());
