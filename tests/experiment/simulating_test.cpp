// SPDX-License-Identifier: MIT
#include <balint/experiment/simulating.hpp>
#include <tests/experiment/small_sessions.hpp>

#include <balint/simulation/policies/attempting_illegal_acts.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

namespace simulating_test {

namespace ex = balint::experiment;

const auto plan = small::sessions(64);

ex::session_result empty() {
  return {std::vector<std::int64_t>(plan.metrics.size()), std::vector<std::string>(plan.files.size())};
}
ex::session_result replayed(const ex::slot& which) {
  auto worker = small::simulating(plan)();
  auto result = empty();
  worker(which, result);
  return result;
}

TEST(Simulating, GivesASessionAloneAsInItsBlock) {
  auto worker = small::simulating(plan)();
  std::string all, slice;
  for (std::uint64_t session = 0; session < 32; ++session) {
    for (std::uint32_t arm = 0; arm < 2; ++arm) {
      auto result = empty();
      worker({0, arm, session}, result);
      EXPECT_EQ(result.values, replayed({0, arm, session}).values);
      EXPECT_EQ(result.pieces, replayed({0, arm, session}).pieces);
      EXPECT_EQ(result.values[8], 1);
    }
  }
}
TEST(Simulating, GivesWhatTheSessionGives) {
  const auto result = replayed({0, 0, 7});
  const auto alone =
      support::play<small::P>(small::casts()[0].people, small::casts()[0].players, plan.address_of({0, 0, 7}));
  EXPECT_EQ(result.values[0], alone.result.length.milliseconds);
  EXPECT_EQ(result.values[1], static_cast<std::int64_t>(alone.events.size()));
  EXPECT_EQ(std::ranges::count(result.pieces[2], '\n'), static_cast<std::ptrdiff_t>(alone.events.size()));
  // The stages take all of the time.
  std::int64_t stages = 0;
  for (std::size_t i = 11; i < result.values.size(); ++i) stages += result.values[i];
  EXPECT_EQ(stages, result.values[0]);
}
TEST(Simulating, WritesARowOfEachSessionAndMember) {
  const auto result = replayed({0, 1, 7});
  const auto columns = [](const std::string& text) { return std::ranges::count(text.substr(0, text.find('\n')), ','); };
  EXPECT_TRUE(result.pieces[0].starts_with("0,quieter,7,0,closed,"));
  EXPECT_EQ(columns(result.pieces[0]), columns(plan.files[0].head));
  EXPECT_EQ(std::ranges::count(result.pieces[1], '\n'), static_cast<std::ptrdiff_t>(small::casts()[0].people.size()));
  EXPECT_EQ(columns(result.pieces[1]), columns(plan.files[1].head));
}
TEST(Simulating, TellsWhatWasAttemptedAndRefused) {
  namespace sim = balint::simulation;
  using insistent = sim::everybody<sim::attempting_illegal_acts<small::P, sim::conduct<small::P>>>;
  const ex::cast_of<small::P, insistent> people{
      small::casts()[0].people, {sim::attempting_illegal_acts<small::P, sim::conduct<small::P>>()}, {}};
  const auto cast = [&](std::uint32_t, std::uint32_t) -> const auto& { return people; };
  std::size_t told = 0;
  const auto also = [&told](const ex::simulated<small::P>& one, ex::session_result&) {
    EXPECT_EQ(one.refused.size(), one.came_out.refused);
    balint::plain_array<std::uint32_t, balint::max_people> counts{};
    for (const auto& [what, why] : one.refused) ++counts[what.by.index];
    for (std::uint8_t i = 0; i < one.people.size(); ++i) EXPECT_EQ(one.facts.of({i}).refused, counts[i]);
    told += one.refused.size();
  };
  auto worker = ex::simulate_with<small::P>(plan, cast, also)();
  for (std::uint64_t session = 0; session < 4; ++session) {
    auto result = empty();
    worker({0, 0, session}, result);
  }
  EXPECT_GT(told, 0U);
}
TEST(Simulating, ForksHaveThePastInCommonAndFuturesOfTheirOwn) {
  auto worker = small::simulating(plan)();
  const auto original = replayed({0, 0, 3}).pieces[2];
  std::size_t past = 0;
  for (int i = 0; i < 10; ++i) past = original.find('\n', past) + 1;
  std::set<std::string> futures;
  for (std::uint16_t fork = 1; fork <= 20; ++fork) {
    auto result = empty();
    worker.play({0, 0, 3}, fork, 10, result);
    EXPECT_EQ(result.pieces[2].substr(0, past), original.substr(0, past));
    futures.insert(result.pieces[2]);
    EXPECT_TRUE(result.pieces[0].starts_with("0,willing,3," + std::to_string(fork) + ','));
  }
  EXPECT_EQ(futures.size(), 20U);
}

}  // namespace simulating_test
