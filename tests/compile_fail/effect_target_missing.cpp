// SPDX-License-Identifier: MIT
// An act weighs an option and takes none.
// section: effect_target
// expect-computed: balint: in circle, 'weigh' does not take what its effect needs: give it that target [effect_target]
// names: talk weigh
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

#ifdef MISUSE
struct weigh final : act_on<no_target, effect::weighs_option> {
#else
struct weigh final : act_on<option_id, effect::weighs_option> {
#endif
  static constexpr std::string_view name = "weigh", source = "house";
};

struct talk : circle {
  using order = sequence<
      in<stage::proposals, may<role::participant, act::propose>>,
      in<stage::assessment, may<role::participant, weigh>>>;
};
static_assert(well_formed<talk>());
