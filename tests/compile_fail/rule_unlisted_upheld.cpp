// SPDX-License-Identifier: MIT
// A clause upholds a rule that the protocol does not list.
// section: rule_unlisted
// expect-computed: balint: in circle, 'no_advice' is a rule that P::rules does not list: use rule::catalogue::with<...> [rule_unlisted]
// names: talk no_advice
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, some<role::participant, act::ask, upholds<rule::no_advice>>>>;
#else
  using rules = rule::catalogue::with<rule::no_advice>;
  using order = sequence<
      in<stage::story, some<role::participant, act::ask, upholds<rule::no_advice>>>>;
#endif
};
static_assert(well_formed<talk>());
