// SPDX-License-Identifier: MIT
// A policy plays for nobody in particular.
// section: not_a_policy
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/simulated_session.hpp>

using namespace balint;
using P = student_group;

bool plays(simulation::simulated_session<P>& now) {
#ifdef MISUSE
  return now.step(simulation::willing<P>(), [](const event<P>&) {});
#else
  return now.step(simulation::everybody{simulation::willing<P>()}, [](const event<P>&) {});
#endif
}
