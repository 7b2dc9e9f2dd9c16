// SPDX-License-Identifier: MIT
// A policy says with a number how much it wants the floor.
// section: not_a_policy
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/simulated_session.hpp>

using namespace balint;
using P = student_group;

struct listening {
#ifdef MISUSE
  double eagerness(const simulation::view<P>&) const { return 0.5; }
#else
  simulation::eagerness eagerness(const simulation::view<P>&) const { return simulation::eagerness::once_in(2'000); }
#endif
  simulation::choice<P> decide(const simulation::view<P>&, simulation::draws&) const { return {}; }
  std::uint32_t hold(const simulation::view<P>&, simulation::choice<P>, simulation::draws&) const { return 0; }
};
bool plays(simulation::simulated_session<P>& now) {
  return now.step(simulation::everybody<listening>{}, [](const event<P>&) {});
}
