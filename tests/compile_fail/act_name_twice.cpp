// SPDX-License-Identifier: MIT
// Two acts have one name.
// section: act_name_twice
// expect-computed: balint: in circle, 'ask' is the name of two acts: rename one of them [act_name_twice]
// names: talk ask murmur
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct murmur final : act_on<> {
#ifdef MISUSE
  static constexpr std::string_view name = "ask", source = "house";
#else
  static constexpr std::string_view name = "murmur", source = "house";
#endif
};

struct talk : circle {
  using order = sequence<
      in<stage::story, may<role::participant, act::ask>, may<role::participant, murmur>>>;
};
static_assert(well_formed<talk>());
