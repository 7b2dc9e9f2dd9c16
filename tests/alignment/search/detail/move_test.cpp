// SPDX-License-Identifier: MIT
#include <balint/alignment/search/detail/move.hpp>
#include <gtest/gtest.h>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace move_test {

using P = student_group;
using costs = detail::move_costs<P>;

TEST(MoveCosts, AreOneForWhateverGoesOrComesIn) {
  for (std::uint16_t act = 0; act < act_count<P>; ++act) {
    EXPECT_EQ(costs::on_log({act}), 1U);
    EXPECT_EQ(costs::on_model({act}), 1U);
  }
  BALINT_CHECK(costs::least_on_model() == 1);
}
TEST(MoveCosts, AreNothingForWhatStays) {
  BALINT_CHECK(costs::synchronous(act_id_of<act::vote, P>, ending::running) == 0);
  BALINT_CHECK(detail::may_stay<P>(act_id_of<act::flag, P>, ending::closed));
}
TEST(MoveCosts, LetNoOtherEndingAndNoForeignActStay) {
  for (const auto aim : {ending::running, ending::closed, ending::terminated}) {
    EXPECT_EQ(detail::may_stay<P>(act_id_of<act::close, P>, aim), aim == ending::closed);
    EXPECT_EQ(detail::may_stay<P>(act_id_of<act::terminate, P>, aim), aim == ending::terminated);
    EXPECT_FALSE(detail::may_stay<P>({act_count<P>}, aim));
  }
}
TEST(Protected, AreRightsAndTheirAnswers) {
  BALINT_CHECK(detail::is_protected<P>(act_id_of<act::flag, P>));
  BALINT_CHECK(detail::is_protected<P>(act_id_of<act::remind, P>));
  BALINT_CHECK(detail::is_protected<P>(act_id_of<act::terminate, P>));
  BALINT_CHECK(detail::is_protected<P>(act_id_of<act::withdraw, P>));
  BALINT_CHECK(detail::is_protected<P>(act_id_of<act::decline_case, P>));
  BALINT_CHECK(!detail::is_protected<P>(act_id_of<act::drop, P>));
  BALINT_CHECK(!detail::is_protected<P>({act_count<P>}));
}
TEST(MoveCosts, StayOutOfReachWhenAdded) {
  BALINT_CHECK(detail::add_costs(2, 3) == 5);
  BALINT_CHECK(detail::add_costs(detail::out_of_reach, detail::out_of_reach) == detail::out_of_reach);
}
TEST(Aim, IsASessionThatEndedAsItIsTo) {
  const auto people = formed<P>();
  detail::engine<P> now(detail::group_of(people));
  EXPECT_FALSE(detail::is_aim(now, ending::closed));
  EXPECT_TRUE(detail::is_aim(now, ending::running));
  auto terminated = now;
  terminated.end(ending::terminated);
  EXPECT_FALSE(detail::is_aim(terminated, ending::closed));
  EXPECT_TRUE(detail::is_aim(terminated, ending::terminated));
  for (const auto& e : conforming<P>()) now.accept(e);
  EXPECT_TRUE(detail::is_aim(now, ending::closed));
}

}  // namespace move_test
