// SPDX-License-Identifier: MIT
// An act is done to a person (RUL-2).
// section: act_on_person
// expect-computed: balint: in circle, 'praise' is done to a person, as only handing over may be: weigh an option instead [act_on_person]
// names: talk praise
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

#ifdef MISUSE
struct praise final : act_on<person_id> {
#else
struct praise final : act_on<option_id> {
#endif
  static constexpr std::string_view name = "praise", source = "house";
};

struct talk : circle {
  using order = sequence<
      in<stage::proposals, may<role::participant, act::propose>>,
      in<stage::assessment, may<role::participant, praise>>>;
};
static_assert(well_formed<talk>());
