// SPDX-License-Identifier: MIT
// An act that advances is listed in a stage.
// section: moves_throughout
// expect-computed: balint: in circle, 'go_on' advances or ends the session: list it in throughout, not in a stage [moves_throughout]
// names: talk go_on
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct go_on final : act_on<no_target, effect::advances> {
  static constexpr std::string_view name = "go_on", source = "house";
};

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::closing,
         each_at_least_once<role::participant, act::reflect>,
         may<role::participant, go_on>>>;
#else
  using throughout = declare::throughout<
      may<role::participant, go_on>,
      may<role::leader, act::close>,
      may<role::leader, act::terminate>>;
#endif
};
static_assert(well_formed<talk>());
