// SPDX-License-Identifier: MIT
#include <balint/alignment/detail/options.hpp>

#include "tests/alignment/aligning.hpp"

using namespace balint;
using namespace support;

namespace options_test {

using P = student_group;
using names = std::vector<std::string_view>;

/// Boris makes two options more.
std::vector<event<P>> with_more_options() {
  auto trace = conforming<P>();
  const auto end = place_of<P>(trace, "advance", 3);
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(end), 2, event<P>::of<act::propose>(boris));
  return trace;
}

TEST(Options, ComeInWhereTheyAreMade) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "propose"));
  ASSERT_TRUE(detail::more_options(search.c, search.at, 2));
  EXPECT_EQ(search.at.now.remembered().options, 2U);
  EXPECT_EQ(search.put_in(search.at), (names{"propose", "propose"}));
}
TEST(Options, ComeInInsteadOfAPassThatCameIn) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "propose", 1));
  ASSERT_TRUE(detail::give_turns(search.c, search.at, nobody.index));
  ASSERT_EQ(search.at.could_propose, detail::bit(clara.index));
  ASSERT_TRUE(detail::one_more_option(search.c, search.at));
  EXPECT_EQ(search.at.cost, 1U);
  EXPECT_EQ(search.at.could_propose, 0U);
  EXPECT_EQ(search.put_in(search.at), names{"propose"});
}
TEST(Options, ComeInInTheStageBefore) {
  const auto whole = conforming<P>();
  const auto left = place_of<P>(whole, "advance", 3);
  aligning<P> search(whole, left + 1);
  ASSERT_TRUE(detail::one_more_option(search.c, search.at));
  EXPECT_EQ(search.at.now.remembered().options, 3U);
  const auto all = search.moves(search.at);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at, left);
}
TEST(Options, DoNotComeInBeforeTheirStage) {
  aligning<P> search(conforming<P>());
  EXPECT_FALSE(detail::one_more_option(search.c, search.at));
  aligning<classical_group> other(conforming<classical_group>());
  EXPECT_FALSE(detail::one_more_option(other.c, other.at));
}
TEST(Options, GoWhereWeighingThemCostsMore) {
  const auto trace = with_more_options();
  aligning<P> search(trace, place_of<P>(trace, "advance", 3) + 1);
  ASSERT_EQ(search.at.removable_options, 2U);
  EXPECT_EQ(detail::options_too_many(search.at), 2U);
  ASSERT_TRUE(detail::fewer_options(search.c, search.at));
  EXPECT_EQ(search.at.now.remembered().options, 2U);
  EXPECT_EQ(search.at.removable_options, 0U);
  EXPECT_EQ(search.at.cost, 2U);
  EXPECT_FALSE(detail::fewer_options(search.c, search.at));
  for (const auto& one : search.moves(search.at)) EXPECT_EQ(one.what, (event<P>::of<act::propose>(boris)));
}
TEST(Options, StayWhereTheyWereWeighed) {
  auto trace = with_more_options();
  const auto weighing = place_of<P>(trace, "advance", 3) + 1;
  for (std::uint16_t n = 3; n <= 4; ++n) {
    trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(weighing), event<P>::of<act::assess>(boris, option_id{n}));
    trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(weighing),
                 event<P>::of<act::forecast>(clara, option_id{n}));
  }
  const aligning<P> search(trace, weighing + 4);
  EXPECT_EQ(detail::options_too_many(search.at), 0U);
}
TEST(Options, TakeTheirWeighingsWithThem) {
  auto trace = with_more_options();
  const auto weighing = place_of<P>(trace, "advance", 3) + 1;
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(weighing), event<P>::of<act::assess>(boris, option_id{4}));
  aligning<P> search(trace, weighing + 1);
  detail::take_back_options(search.c, search.at, 1);
  EXPECT_EQ(search.at.cost, 2U);
  EXPECT_EQ(search.at.now.remembered().options, 3U);
  EXPECT_EQ(search.at.now.remembered().weighed[0][0], 0U);
}
TEST(Options, AreOwedByThoseWhoDidNotPass) {
  auto trace = conforming<P>();
  trace[place_of<P>(trace, "propose", 1)] = event<P>::of<act::pass>(clara);
  const aligning<P> search(trace, place_of<P>(trace, "advance", 3) + 1);
  EXPECT_EQ(detail::owed_an_option(search.c, search.at, 3), detail::bit(boris.index));
}

}  // namespace options_test
