// SPDX-License-Identifier: MIT
#include <balint/experiment/blocks/archive.hpp>
#include <tests/experiment/small.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <vector>

namespace archive_test {

namespace ex = balint::experiment;
using testing::ElementsAre;

const auto plan = small::numbers(1000);

void keep(const std::filesystem::path& in, const std::vector<std::uint64_t>& blocks, const ex::plan& of = plan) {
  auto segment = ex::segment_writer::begin(in, ex::identity::of(of));
  ex::block_computer computes(of, small::draws_numbers{&of});
  for (const auto number : blocks) ASSERT_TRUE(segment->append(computes(of.block_at(number))));
}
std::vector<std::uint64_t> numbers_in(const ex::archive& of) {
  std::vector<std::uint64_t> all;
  for (const auto number : of.numbers()) all.push_back(number);
  return all;
}

TEST(Archive, HasBlocksInTheirOrderWhereverTheyAre) {
  const small::scratch scratch;
  keep(scratch / "a", {7, 2});
  keep(scratch / "a", {0});
  keep(scratch / "b", {5, 2});
  const std::array both{scratch / "a", scratch / "b"};
  const auto there = ex::archive::open(plan, both);
  ASSERT_TRUE(there);
  EXPECT_THAT(numbers_in(*there), ElementsAre(0, 2, 5, 7));
  EXPECT_EQ(there->size(), 4U);
  EXPECT_TRUE(there->contains(5));
  EXPECT_FALSE(there->contains(6));
  ex::block_computer computes(plan, small::draws_numbers{&plan});
  for (const std::uint64_t number : {0U, 2U, 5U, 7U}) {
    const auto one = there->read(plan, number);
    ASSERT_TRUE(one);
    EXPECT_EQ(*one, computes(plan.block_at(number)));
    EXPECT_EQ(there->sums(plan, number)->count(), 64U);
  }
  EXPECT_EQ(ex::archive::open(plan, scratch / "c")->size(), 0U);
}
TEST(Archive, RefusesWhatIsOfAnotherScenario) {
  const small::scratch scratch;
  auto other = plan;
  other.scenario = 0xABCDEF;
  keep(scratch / "a", {0}, other);
  const auto there = ex::archive::open(plan, scratch / "a");
  ASSERT_FALSE(there);
  EXPECT_EQ(there.error().what, ex::fault::other_scenario);
  EXPECT_THAT(there.error().text, testing::HasSubstr("0000000000abcdef"));
  EXPECT_THAT(there.error().text, testing::HasSubstr(ex::hex_of(plan.scenario)));
}
TEST(Archive, LeavesOutTheLastBlockOfFewerSessions) {
  const small::scratch scratch;
  keep(scratch / "a", {0, 30});  // Of 1000 sessions, block 30 has 40.
  EXPECT_EQ(ex::archive::open(plan, scratch / "a")->size(), 2U);
  EXPECT_EQ(ex::archive::open(small::numbers(2000), scratch / "a")->size(), 1U);
}
TEST(Archive, RefusesWhatIsOfMoreSessions) {
  const small::scratch scratch;
  const auto why = [&](std::uint64_t sessions) {
    const auto there = ex::archive::open(small::numbers(sessions), scratch / "a");
    return there ? std::string() : std::string(name_of(there.error().what)) + ' ' + there.error().text;
  };
  keep(scratch / "a", {30});  // Block 30 has sessions 960 to 999.
  EXPECT_EQ(why(1000), "");
  EXPECT_THAT(why(990), testing::HasSubstr("more_sessions"));  // There, it would have 30.
  EXPECT_THAT(why(960), testing::HasSubstr("more_sessions"));  // There, it would not be.
  EXPECT_THAT(why(10), testing::HasSubstr("results of 1000 sessions or more, and the plan has 10: ask for as many"));
}
TEST(Archive, KnowsNothingOfWhatWasNotIndexed) {
  const small::scratch scratch;
  keep(scratch / "a", {0, 2});
  const auto index = small::text_of(scratch / "a/segments/0.index");
  const auto read = [&](std::size_t size) {
    std::ofstream(scratch / "a/segments/0.index", std::ios::binary) << index.substr(0, size);
    return ex::archive::open(plan, scratch / "a");
  };
  const auto first_line = index.find('\n') + 1;
  const auto second_line = index.find('\n', first_line) + 1;
  for (std::size_t size = 0; size <= index.size(); ++size) {
    const auto there = read(size);
    ASSERT_TRUE(there) << size;
    EXPECT_EQ(there->size(), size < second_line ? 0U : size < index.size() ? 1U : 2U) << size;
  }
}
TEST(Archive, SeesThatABlockIsDamaged) {
  const small::scratch scratch;
  keep(scratch / "a", {0});
  const auto there = ex::archive::open(plan, scratch / "a");
  const auto path = scratch / "a/segments/0.blocks";
  auto bytes = small::text_of(path);
  bytes.back() = '?';
  std::ofstream(path, std::ios::binary) << bytes;
  ASSERT_FALSE(there->read(plan, 0));
  EXPECT_EQ(there->read(plan, 0).error().what, ex::fault::not_read);
  std::ofstream(path, std::ios::binary) << "";
  EXPECT_FALSE(there->read(plan, 0));
  EXPECT_FALSE(there->sums(plan, 0));
  std::ofstream(scratch / "a/segments/0.index") << "what\n";
  EXPECT_FALSE(ex::archive::open(plan, scratch / "a"));
  std::ofstream(scratch / "a/segments/0.index") << ex::identity::of(plan).line() << "0 64 x\n";
  EXPECT_FALSE(ex::archive::open(plan, scratch / "a"));
}

}  // namespace archive_test
