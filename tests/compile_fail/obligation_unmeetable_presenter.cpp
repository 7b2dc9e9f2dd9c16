// SPDX-License-Identifier: MIT
// The presenter owes the story, and no case was selected.
// section: obligation_unmeetable
// expect-computed: balint: in circle, 'tell_story' is owed, but nobody can do it: let an office do it, or add what it needs before it [obligation_unmeetable]
// names: talk tell_story
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, once<role::presenter, act::tell_story>>>;
#else
  using order = sequence<
      in<stage::casting, once<role::participant, act::take_case>>,
      in<stage::story, once<role::presenter, act::tell_story>>>;
#endif
};
static_assert(well_formed<talk>());
