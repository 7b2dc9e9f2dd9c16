// SPDX-License-Identifier: MIT
// An act is owed after one of a later stage.
// section: never_due
// expect-computed: balint: in circle, 'invite_back' never comes due: owe it after another act, of its stage, an earlier one or throughout [never_due]
// names: talk invite_back
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::invitation_back, once<role::leader, act::invite_back, owed_after<act::sit_back>>>,
      in<stage::group_work, may<role::participant, act::sit_back>>>;
#else
  using order = sequence<
      in<stage::group_work, may<role::participant, act::sit_back>>,
      in<stage::invitation_back, once<role::leader, act::invite_back, owed_after<act::sit_back>>>>;
#endif
};
static_assert(well_formed<talk>());
