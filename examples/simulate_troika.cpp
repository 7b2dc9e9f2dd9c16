// SPDX-License-Identifier: MIT
/// @file
/// Troika Consulting is simulated from its declaration alone: nothing in the library knows it.
#include "troika.hpp"

#include <balint/balint.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/simulated_session.hpp>

#include <fmt/format.h>

#include <array>
#include <cstdint>

namespace simulation = balint::simulation;
using protocol = troika::consulting;
using balint::consent;

int main() {
  using person = balint::person<protocol>;
  const std::array people{person::as<troika::client>("p1", consent::given), person::as<troika::consultant>("p2"),
                          person::as<troika::consultant, troika::timekeeper>("p3")};
  const auto formation = balint::form<protocol>(people);
  const auto group = formation.formed().value();

  //! [simulate]
  const simulation::everybody players{simulation::willing<protocol>()};
  std::int64_t minutes = 0;
  std::uint32_t explained = 0;
  for (std::uint64_t session = 0; session < 1'000; ++session) {
    balint::judge<protocol> judge(formation);
    const auto result = simulation::simulate_session<protocol>(
        group, players, {.seed = 1, .session = session}, [&](const balint::event<protocol>& e) {
          judge.apply(e);
          if (e.act == balint::act_id_of<troika::explain, protocol>) ++explained;
        });
    if (result.why != simulation::stop::closed || judge.verdict() != balint::verdict::conforming) return 1;
    minutes += result.length.in_minutes();
  }
  //! [simulate]
  fmt::print("1000 sessions of {} minutes on average; the client explained {} times\n", minutes / 1'000, explained);
  return explained > 0 ? 0 : 1;
}
