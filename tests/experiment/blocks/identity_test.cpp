// SPDX-License-Identifier: MIT
#include <balint/experiment/blocks/identity.hpp>
#include <tests/experiment/small.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace identity_test {

namespace ex = balint::experiment;
using testing::HasSubstr;

const auto own = ex::identity::of(small::numbers(10));

TEST(Identity, IsReadAsItIsWritten) {
  auto line = own.line();
  EXPECT_TRUE(line.ends_with('\n'));
  line.pop_back();
  EXPECT_EQ(ex::identity::from(line), own);
  EXPECT_EQ(ex::identity::from(line.substr(1)), std::nullopt);
  EXPECT_EQ(ex::identity::from(line + " more"), std::nullopt);
  EXPECT_EQ(ex::identity::from("balint-segment 1 scenario=x plan=0 streams=1 version=0"), std::nullopt);
  EXPECT_EQ(ex::identity::from(""), std::nullopt);
}
TEST(Identity, IsThatOfEverythingButTheNumberOfSessions) {
  const auto with = [](auto change) {
    auto of = small::numbers(10);
    change(of);
    return ex::identity::of(of);
  };
  EXPECT_EQ(ex::identity::of(small::numbers(20)), own);
  EXPECT_EQ(with([](ex::plan& of) { of.stop_at = {{.metric = 0, .half_width = 1}}; }), own);
  EXPECT_NE(with([](ex::plan& of) { of.scenario = 1; }), own);
  EXPECT_NE(with([](ex::plan& of) { of.seed = 2; }), own);
  EXPECT_NE(with([](ex::plan& of) { of.block_size = 32; }), own);
  EXPECT_NE(with([](ex::plan& of) { of.design.is_independent = true; }), own);
  EXPECT_NE(with([](ex::plan& of) { of.design.points = {{"1"}, {"3"}}; }), own);
  EXPECT_NE(with([](ex::plan& of) { of.design.parameters = {"other"}; }), own);
  EXPECT_NE(with([](ex::plan& of) { of.arms[0] = "none"; }), own);
  EXPECT_NE(with([](ex::plan& of) { of.metrics[0].kind = ex::metric_kind::span; }), own);
  EXPECT_NE(with([](ex::plan& of) { of.files[0].head = "b\n"; }), own);
  EXPECT_NE(with([](ex::plan& of) { of.contrasts = {{0, 1}}; }), own);
}
TEST(Identity, OfAnotherSaysBoth) {
  EXPECT_FALSE(own.differs_from(own));
  auto there = own;
  there.scenario = 0xABCDEF;
  const auto scenario = own.differs_from(there);
  ASSERT_TRUE(scenario);
  EXPECT_EQ(scenario->what, ex::fault::other_scenario);
  EXPECT_THAT(scenario->text, HasSubstr("0000000000abcdef"));
  EXPECT_THAT(scenario->text, HasSubstr(ex::hex_of(own.scenario)));
  const auto fault_with = [&](auto change) {
    auto other = own;
    change(other);
    return own.differs_from(other)->what;
  };
  EXPECT_EQ(fault_with([](ex::identity& of) { of.version = "9"; }), ex::fault::other_version);
  EXPECT_EQ(fault_with([](ex::identity& of) { of.streams += 1; }), ex::fault::other_streams);
  EXPECT_EQ(fault_with([](ex::identity& of) { of.plan += 1; }), ex::fault::other_plan);
}

}  // namespace identity_test
