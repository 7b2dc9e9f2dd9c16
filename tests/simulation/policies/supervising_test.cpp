// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policies/supervising.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>

namespace supervising_test {

namespace sim = balint::simulation;
using P = balint::staff_group;

std::size_t observations(sim::eagerness observes) {
  std::size_t n = 0;
  for (std::uint64_t session = 0; session < 50; ++session) {
    const sim::conduct<P> one(sim::talking<P>{}, {}, {.observes = observes});
    for (const auto& e :
         support::play<P>(support::formed<P>().formed().value(), sim::everybody{one}, {.session = session}).events)
      n += e.by == support::watcher ? 1U : 0U;
  }
  return n;
}
TEST(Supervising, ObservesAsOftenAsItIsTold) {
  EXPECT_EQ(observations({}), 0U);
  EXPECT_GT(observations(sim::eagerness::once_in(60'000)), observations(sim::eagerness::once_in(600'000)));
}

}  // namespace supervising_test
