// SPDX-License-Identifier: MIT
#include "records.hpp"

#include <tests/support.hpp>

#include <balint/protocols/student_group.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace records_test {

using P = balint::student_group;
using balint::deviation::kind;
using testing::HasSubstr;

std::uint32_t weight(const balint::deviation::planting& so, kind what) {
  return so.weights[static_cast<std::size_t>(what)];
}

TEST(PlantingOf, PlantsNothingWhereNothingIsWanted) {
  const auto so = planting_of({});
  EXPECT_EQ(so.controls, balint::random::probability::always());
  for (std::size_t i = 1; i < so.weights.size(); ++i) EXPECT_EQ(so.weights[i], 0U);
}
TEST(PlantingOf, LeavesTheRestAsControls) {
  const auto so = planting_of({.kinds = {{"lost_vote", 0.25}, {"clock_back", 0.5}}, .most = 1, .clock_minutes = 3});
  EXPECT_EQ(so.controls, balint::random::probability::of(1, 4));
  EXPECT_EQ(weight(so, kind::clock_back), 2 * weight(so, kind::lost_vote));
  EXPECT_EQ(weight(so, kind::lost_case), 0U);
  EXPECT_EQ(so.clock, balint::time_span::minutes(3));
}
TEST(PlantingOf, SpreadsWhicheverOverAllKinds) {
  const auto so = planting_of({.kinds = {{"lost_vote", 0.3}}, .any = 0.7});
  EXPECT_EQ(so.controls, balint::random::probability::never());
  EXPECT_GT(weight(so, kind::lost_case), 0U);
  EXPECT_EQ(weight(so, kind::lost_case), weight(so, kind::consent_refused));
  EXPECT_GT(weight(so, kind::lost_vote), 30 * weight(so, kind::lost_case));
}

TEST(OutsiderOf, IsNobodyOfTheGroup) {
  auto people = support::people_of<P>();
  EXPECT_EQ(outsider_of<P>(people), "outsider");
  people[0].id = "outsider";
  people[1].id = "outsider_";
  EXPECT_EQ(outsider_of<P>(people), "outsider__");
}

TEST(AppendSession, WritesWhatNoSessionAccepts) {
  const auto people = support::people_of<P>();
  using event = balint::event<P>;
  const auto vote = balint::act_id_of<balint::act::vote, P>;
  const std::vector<event> events{
      balint::detail::raw_event<P>({.at = {1'000}, .by = balint::nobody, .act = vote, .target = 1}),
      balint::detail::raw_event<P>({.by = {0}, .act = {static_cast<std::uint16_t>(balint::act_count<P>)}})};
  std::string log;
  append_session<P>(log, "sim-00000000-1", std::span<const balint::person<P>>(people), std::span<const event>(events));
  EXPECT_THAT(log, HasSubstr("\"session\":\"sim-00000000-1\""));
  EXPECT_THAT(log, HasSubstr("\"by\":\"outsider\",\"act\":\"vote\",\"case\":\"" + std::string(people[1].id) + '"'));
  EXPECT_THAT(log, HasSubstr("{\"by\":\"" + std::string(people[0].id) + "\",\"act\":\"unknown_word\"}\n"));
}

}  // namespace records_test
