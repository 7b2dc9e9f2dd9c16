// SPDX-License-Identifier: MIT
// Nobody leads on to the next stage.
// section: no_way_on
// expect-computed: balint: in circle, 'story' is never left: let an office advance and close throughout [no_way_on]
// names: talk story
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::story, may<role::participant, act::ask>>,
      in<stage::closing, may<role::participant, act::reflect>>>;
  using throughout = declare::throughout<
      may<role::leader, act::close>,
      may<role::leader, act::terminate>>;
#else
  using order = sequence<
      in<stage::story, may<role::participant, act::ask>>,
      in<stage::closing, may<role::participant, act::reflect>>>;
  using throughout = declare::throughout<
      may<role::leader, act::advance>,
      may<role::leader, act::close>,
      may<role::leader, act::terminate>>;
#endif
};
static_assert(well_formed<talk>());
