// SPDX-License-Identifier: MIT
#include <balint/deviation/plant.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

namespace plant_test {

namespace dev = balint::deviation;
using P = balint::student_group;

/// The n-th session of a labelled set over all protocols; `f(all, disagreements)`.
template <typename F>
void nth(std::uint64_t n, const dev::planting& so, std::size_t how_many, F f) {
  std::size_t at = 0;
  support::each_protocol(balint::all_protocols{}, [&]<typename Q>() {
    if (n % 5 != at++) return;
    const auto one = support::plant_in<Q>(n, so, how_many);
    f(one.all, one.disagreements);
  });
}

// Ground truth: with one deviation a session the judge finds all that has to be found, and nothing in controls.
TEST(PlantOne, IsFoundByTheJudgeInFiveThousandSessions) {
  std::array<std::uint64_t, dev::kind_count> planted{};
  std::uint64_t controls = 0;
  for (std::uint64_t n = 0; n < 5'000; ++n) {
    nth(n, support::evenly(planted), 1, [&](const auto& all, const auto& disagreements) {
      const auto what = all.deviations.empty() ? dev::kind::none : all.deviations[0].what;
      ++planted[static_cast<std::size_t>(what)];
      controls += all.deviations.empty() ? 1U : 0U;
      if (all.deviations.empty()) {
        EXPECT_TRUE(all.expected.must.empty());
        EXPECT_EQ(all.truth, all.recorded);
      }
      for (const auto& line : disagreements) ADD_FAILURE() << n << ' ' << dev::name_of(what) << ": " << line;
    });
  }
  EXPECT_NEAR(static_cast<double>(controls), 1'000, 100);
  for (std::size_t k = 1; k < dev::kind_count; ++k)
    EXPECT_GE(planted[k], 40U) << dev::name_of(static_cast<dev::kind>(k));
}
TEST(PlantSome, IsFoundAsFarAsDeviationsAreApart) {
  std::size_t scored = 0;
  std::size_t all_of_them = 0;
  for (std::uint64_t n = 0; n < 4'000; ++n) {
    nth(n, {}, 3, [&](const auto& all, const auto& disagreements) {
      for (const auto& one : all.deviations) {
        scored += one.is_scored ? 1U : 0U;
        ++all_of_them;
      }
      for (const auto& line : disagreements) ADD_FAILURE() << n << ": " << line;
    });
  }
  EXPECT_GT(scored, 1'000U);
  EXPECT_GT(all_of_them, 2 * scored);
}
TEST(PlantOne, KeepsTheTruthOfARecording) {
  const auto lost = support::plant_in<P>(2, dev::planting::only(dev::kind::lost_vote)).all;
  ASSERT_EQ(lost.deviations.size(), 1U);
  EXPECT_EQ(lost.truth.size(), lost.recorded.size() + 1);
  EXPECT_EQ(lost.deviations[0].place_true, lost.deviations[0].place_recorded);
  EXPECT_TRUE(lost.deviations[0].is_observable);
  const auto done = support::plant_in<P>(2, dev::planting::only(dev::kind::outsider)).all;
  EXPECT_EQ(done.truth, done.recorded);
}
TEST(PlantOne, IsTheSameForTheSameAddress) {
  const auto one = support::plant_in<P>(7, {}).all;
  const auto again = support::plant_in<P>(7, {}).all;
  EXPECT_EQ(one.recorded, again.recorded);
  EXPECT_EQ(one.expected.must, again.expected.must);
}
TEST(PlantOne, SaysWhatCannotBeSeen) {
  const auto lost = support::plant_in<P>(1, dev::planting::only(dev::kind::lost_open)).all;
  ASSERT_EQ(lost.deviations.size(), 1U);
  EXPECT_FALSE(lost.deviations[0].is_observable);
  EXPECT_TRUE(lost.expected.must.empty());
}

}  // namespace plant_test
