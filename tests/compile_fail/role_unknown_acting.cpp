// SPDX-License-Identifier: MIT
// A role that nobody can hold may act.
// section: role_unknown
// expect-computed: balint: in circle, 'deputy' is a role that nobody can hold: add it to the offices [role_unknown]
// names: talk deputy
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, may<either<role::participant, role::deputy>, act::ask>>>;
#else
  using order = sequence<
      in<stage::story, may<either<role::participant, role::leader>, act::ask>>>;
#endif
};
static_assert(well_formed<talk>());
