// SPDX-License-Identifier: MIT
/// @file
/// A simulated session gets a fault, with what a conformance checker has to find in it. No judge is asked.
#include <balint/deviation/plant.hpp>
#include <balint/deviation/rows.hpp>
#include <balint/group/form.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/simulated_session.hpp>

#include <fmt/format.h>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace deviation = balint::deviation;
namespace simulation = balint::simulation;
namespace role = balint::role;
using protocol = balint::student_group;
using balint::consent;

int main() {
  using person = balint::person<protocol>;
  const std::array roster{
      person::as<role::leader>("lead", {}, "teacher"), person::as<role::participant>("anna", consent::given),
      person::as<role::participant>("boris", consent::given), person::as<role::participant>("clara", consent::given)};
  const std::span<const person> people(roster);
  const auto group = balint::form<protocol>(people).formed().value();

  const balint::random::address where{.seed = 1, .session = 7};
  std::vector<balint::event<protocol>> session;
  static_cast<void>(
      simulation::simulate_session<protocol>(group, simulation::everybody{simulation::willing<protocol>()}, where,
                                             [&](const balint::event<protocol>& e) { session.push_back(e); }));
  const std::span<const balint::event<protocol>> events(session);

  //! [plant]
  const auto all = deviation::plant_one<protocol>(group, people, events, where);
  //! [plant]
  //! [rows]
  std::string deviations = deviation::deviations_header() + deviation::deviation_rows<protocol>("sim-1", all);
  std::string expected = deviation::expected_header() + deviation::expected_rows("sim-1", all.expected);
  //! [rows]
  fmt::print("{}\n{}", deviations, expected);
  return all.recorded.empty() ? 1 : 0;
}
