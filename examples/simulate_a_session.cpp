// SPDX-License-Identifier: MIT
/// @file
/// A session is simulated, replayed alone, and forked at its fortieth event. Simulated sessions are no evidence about
/// people.
#include <balint/balint.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/session_name.hpp>
#include <balint/simulation/simulated_session.hpp>

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <vector>

namespace simulation = balint::simulation;
namespace role = balint::role;
using protocol = balint::student_group;
using balint::consent;

int main() {
  using person = balint::person<protocol>;
  const std::array people{
      person::as<role::leader>("lead", {}, "teacher"), person::as<role::participant>("s1", consent::given),
      person::as<role::participant>("s2", consent::given), person::as<role::participant>("s3", consent::given),
      person::as<role::participant>("s4", consent::given)};
  const auto group = balint::form<protocol>(people).formed().value();

  //! [simulate]
  simulation::each_person<simulation::conduct<protocol>> players;  // everybody is willing, and
  players.plays[1] = simulation::often_speaking<protocol>();       // s1 speaks often
  players.plays[2] = simulation::seldom_speaking<protocol>();      // s2 seldom

  std::vector<balint::event<protocol>> events;
  const auto keep = [&](const balint::event<protocol>& e) { events.push_back(e); };
  const auto result = simulation::simulate_session<protocol>(group, players, {.seed = 1, .session = 7}, keep);
  //! [simulate]
  fmt::print("{}: {}, {} events, {} minutes\n", simulation::session_name(0x1234ABCD, 7).text(), name_of(result.why),
             result.events, result.length.in_minutes());
  if (result.why != simulation::stop::closed || events.size() < 40) return 1;

  //! [fork]
  simulation::simulated_session<protocol> now(group, {.seed = 1, .session = 7});
  while (now.result().events < 40) now.step(players, [](const auto&) {});

  std::array<std::int64_t, 3> minutes{};
  for (std::uint16_t future = 1; future <= 3; ++future) {
    auto other = now;
    other.fork(future);
    minutes[future - 1U] = other.run(players, [](const auto&) {}).length.in_minutes();
  }
  //! [fork]
  fmt::print("three other futures: {}, {} and {} minutes\n", minutes[0], minutes[1], minutes[2]);
  return 0;
}
