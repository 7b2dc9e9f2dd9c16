// SPDX-License-Identifier: MIT
// An act that nobody owes is owed after another.
// section: never_due
// names: talk respond
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::group_work,
         may<role::leader, act::invite_back>,
         may<role::participant, act::respond, owed_after<act::invite_back>>>>;
#else
  using order = sequence<
      in<stage::group_work,
         may<role::leader, act::invite_back>,
         may<role::participant, act::respond, after<act::invite_back>>>>;
#endif
};
static_assert(well_formed<talk>());
