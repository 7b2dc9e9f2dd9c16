// SPDX-License-Identifier: MIT
// A protocol leaves rules of the catalogue out.
// section: rule_unlisted
// expect-computed: balint: in circle, 'everyone_takes_part' is a rule that P::rules does not list: use rule::catalogue::with<...> [rule_unlisted]
// names: talk everyone_takes_part
#include "circle.hpp"

using namespace balint;

struct talk : circle {
#ifdef MISUSE
  using rules = rule_list<rule::no_advice>;
#else
  using rules = rule::catalogue::with<rule::no_advice>;
#endif
};
static_assert(well_formed<talk>());
