// SPDX-License-Identifier: MIT
/// @file
/// Parameters of players are estimated from sessions, and more sessions like these are simulated. The sessions here
/// were simulated themselves, in place of recorded ones. Simulated sessions are no evidence about people.
#include <balint/calibration/calibrate.hpp>
#include <balint/calibration/parameters.hpp>
#include <balint/calibration/recorded_sessions.hpp>
#include <balint/calibration/table.hpp>
#include <balint/group/form.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/simulated_session.hpp>

#include <fmt/core.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace {
namespace calibration = balint::calibration;
namespace role = balint::role;
namespace simulation = balint::simulation;
using protocol = balint::student_group;
using person = balint::person<protocol>;
}  // namespace

int main() {
  const std::vector<std::string> names{"lead", "anna", "boris", "clara", "denis", "elena", "fedor"};
  std::vector<person> people{person::as<role::leader>(names[0], {}, "teacher")};
  for (std::size_t i = 1; i < names.size(); ++i)
    people.push_back(person::as<role::participant>(names[i], balint::consent::given));
  const auto group = balint::form<protocol>(people).formed().value();

  std::vector<std::vector<balint::event<protocol>>> sessions(20);
  for (std::uint64_t i = 0; i < sessions.size(); ++i) {
    (void)simulation::simulate_session<protocol>(group, simulation::everybody{simulation::often_speaking<protocol>()},
                                                 {.seed = 1, .session = i},
                                                 [&](const auto& e) { sessions[i].push_back(e); });
  }

  //! [calibrate]
  calibration::recorded_sessions<protocol> recorded;
  for (const auto& session : sessions) recorded.add("circle", names, group, session);
  const auto found = calibration::calibrate(recorded);
  if (!found) return 1;  // fewer than 120 free turns
  //! [calibrate]
  fmt::print("{} free turns\n{}", found->turns, calibration::table_of(*found));

  //! [simulate]
  simulation::each_person<simulation::conduct<protocol>> players;
  for (std::size_t i = 0; i < names.size(); ++i)
    players.plays[i] = calibration::conduct_of(*found, {"circle", names[i]});
  //! [simulate]
  const auto result = simulation::simulate_session<protocol>(group, players, {.seed = 2}, [](const auto&) {});
  fmt::print("one more: {}, {} minutes\n", name_of(result.why), result.length.in_minutes());
  return result.why == simulation::stop::closed && found->again ? 0 : 1;
}
