// SPDX-License-Identifier: MIT
#include <balint/experiment/schedule.hpp>
#include <tests/experiment/small.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <vector>

namespace schedule_test {

namespace ex = balint::experiment;
using testing::ElementsAre;
using testing::IsEmpty;

void keep(const ex::plan& of, const std::filesystem::path& in, const std::vector<std::uint64_t>& blocks) {
  auto segment = ex::segment_writer::begin(in, ex::identity::of(of));
  ex::block_computer computes(of, small::draws_numbers{&of});
  for (const auto number : blocks) ASSERT_TRUE(segment->append(computes(of.block_at(number))));
}

TEST(Schedule, IsWhatIsMissingOfARange) {
  const small::scratch scratch;
  const auto of = small::numbers(256);
  keep(of, scratch / "a", {3, 4});
  const auto there = ex::archive::open(of, scratch / "a");
  EXPECT_THAT(*ex::schedule(of).next(*there), ElementsAre(0, 1, 2, 5, 6, 7));
  EXPECT_THAT(*ex::schedule(of, {2, 6}).next(*there), ElementsAre(2, 5));
  EXPECT_THAT(*ex::schedule(of, {3, 5}).next(*there), IsEmpty());
  EXPECT_THAT(*ex::schedule(of, {7, 100}).next(*there), ElementsAre(7));
}
TEST(Schedule, GoesToTheNextLookWhereItIsNotPrecise) {
  const small::scratch scratch;
  auto of = small::numbers(1'000);
  of.stop_at = {{.metric = 0, .half_width = 40}};  // A standard deviation of 260 needs 163 of them.
  ex::schedule next(of);
  const auto there = [&] { return *ex::archive::open(of, scratch / "a"); };
  EXPECT_THAT(*next.next(there()), ElementsAre(0, 1));
  keep(of, scratch / "a", {0, 1});
  EXPECT_THAT(*next.next(there()), ElementsAre(2, 3));
  keep(of, scratch / "a", {2, 3});
  EXPECT_THAT(*next.next(there()), ElementsAre(4, 5, 6, 7));
  keep(of, scratch / "a", {4, 5, 6, 7});
  EXPECT_THAT(*next.next(there()), IsEmpty());
  // One that begins anew comes to the same.
  EXPECT_THAT(*ex::schedule(of).next(there()), IsEmpty());
  EXPECT_EQ(ex::sums_of_point(of, there(), 1)->count(), 256U);
}
TEST(Schedule, EndsWithTheMostSessions) {
  const small::scratch scratch;
  auto of = small::numbers(100);
  of.stop_at = {{.metric = 0, .half_width = 0.001}};
  ex::schedule next(of);
  keep(of, scratch / "a", {0, 1});
  EXPECT_THAT(*next.next(*ex::archive::open(of, scratch / "a")), ElementsAre(2, 3));
  keep(of, scratch / "a", {2, 3});
  EXPECT_THAT(*next.next(*ex::archive::open(of, scratch / "a")), IsEmpty());
}
TEST(Schedule, LooksAtNoPartOfTheBlocks) {
  const small::scratch scratch;
  auto of = small::numbers(256);
  of.stop_at = {{.metric = 0, .half_width = 1e9}};
  EXPECT_THAT(*ex::schedule(of, {0, 3}).next(*ex::archive::open(of, scratch / "a")), ElementsAre(0, 1, 2));
}

}  // namespace schedule_test
