// SPDX-License-Identifier: MIT
// An act is owed for every option and takes none.
// section: obligation_unmeetable
// expect-computed: balint: in circle, 'ask' is owed, but nobody can do it: let an office do it, or add what it needs before it [obligation_unmeetable]
// names: talk ask
#include "circle.hpp"

using namespace balint;
using namespace balint::declare;

struct talk : circle {
#ifdef MISUSE
  using order = sequence<
      in<stage::proposals, may<role::participant, act::propose>>,
      in<stage::assessment, per_option<role::participant, act::ask>>>;
#else
  using order = sequence<
      in<stage::proposals, may<role::participant, act::propose>>,
      in<stage::assessment, per_option<role::participant, act::assess>>>;
#endif
};
static_assert(well_formed<talk>());
