// SPDX-License-Identifier: MIT
// A role that nobody can hold is excepted.
// section: role_unknown
// expect-computed: balint: in circle, 'case_giver' is a role that nobody can hold: add it to the offices [role_unknown]
// names: talk case_giver
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, may<but<role::participant, role::case_giver>, act::ask>>>;
#else
  using order = sequence<
      in<stage::story, may<but<role::participant, role::presenter>, act::ask>>>;
#endif
};
static_assert(well_formed<talk>());
