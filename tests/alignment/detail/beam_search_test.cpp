// SPDX-License-Identifier: MIT
#include <balint/alignment/detail/beam_search.hpp>

#include "tests/alignment/aligning.hpp"

using namespace balint;
using namespace support;

namespace beam_search_test {

using P = student_group;

/// A beam search of a trace, run to its end.
struct beam_run {
  formation<P> people = formed<P>();
  std::vector<event<P>> trace;
  detail::alignment_problem<P> problem{trace, detail::group_of(people)};
  detail::order_bound<P> order{problem};
  detail::beam_search<P> search;
  beam_run(std::vector<event<P>> all, std::size_t width, std::uint32_t limit = detail::out_of_reach)
      : trace(std::move(all)), search(problem, order, width, limit) {
    search.run();
  }
};

TEST(BeamSearch, KeepsAConformingTrace) {
  const beam_run one(conforming<P>(), 1);
  EXPECT_TRUE(one.search.is_found());
  EXPECT_EQ(one.search.cost(), 0U);
  EXPECT_TRUE(one.search.moves().empty());
  EXPECT_TRUE(one.search.is_thorough());
}
TEST(BeamSearch, FindsWhatIsMissing) {
  const auto whole = conforming<P>();
  const auto story = place_of<P>(whole, "tell_story");
  const beam_run one(without<P>(whole, story), 8);
  EXPECT_EQ(one.search.cost(), 1U);
  EXPECT_EQ(one.search.moves(),
            (std::vector{detail::aligned_move<P>{detail::move_kind::on_model, story, whole[story]}}));
}
TEST(BeamSearch, TakesOutWhatComesAfterTheClose) {
  auto trace = conforming<P>();
  trace.insert(trace.end(), 2, event<P>::of<act::self_assess>(anna));
  const beam_run one(trace, 8);
  EXPECT_EQ(one.search.cost(), 2U);
  ASSERT_EQ(one.search.moves().size(), 2U);
  EXPECT_EQ(one.search.moves()[1].at, trace.size() - 1);
}
TEST(BeamSearch, TakesOutWhatDecidesTooEarly) {
  auto trace = conforming<P>();
  const auto advance = place_of<P>(trace, "advance", 2);
  const auto at = trace.begin() + static_cast<std::ptrdiff_t>(advance);
  trace.insert(at, {event<P>::of<act::advance>(lead), event<P>::of<act::ask>(boris)});
  const beam_run one(trace, 64);
  EXPECT_EQ(one.search.cost(), 1U);  // the first of the two moves was possible, and goes
  ASSERT_EQ(one.search.moves().size(), 1U);
  EXPECT_EQ(one.search.moves()[0].at, advance);
}
TEST(BeamSearch, FindsNothingThatIsNotBelowItsLimit) {
  const auto whole = conforming<P>();
  const auto lacking = without<P>(whole, place_of<P>(whole, "tell_story"));
  const beam_run one(lacking, 8, 1);
  EXPECT_FALSE(one.search.is_found());
  EXPECT_EQ(one.search.cost(), 1U);
  EXPECT_TRUE(one.search.moves().empty());
  EXPECT_TRUE(one.search.is_thorough());
}
TEST(BeamSearch, SaysWhenItGaveUpSomething) {
  auto trace = conforming<P>();
  for (auto& e : trace) {
    if (name_of<P>(e.act) == "vote") detail::set_raw_target(e, boris.index);
  }
  EXPECT_FALSE(beam_run(trace, 1).search.is_thorough());
  EXPECT_TRUE(beam_run(trace, 512).search.is_thorough());
}
TEST(BeamSearch, IsNoDearerWithMoreRoom) {
  auto trace = skipping<P>(conforming<P>(), 1);
  std::swap(trace[1], trace[5]);
  auto before = detail::out_of_reach;
  for (const std::size_t width : {1U, 8U, 64U}) {
    const beam_run one(trace, width);
    EXPECT_LE(one.search.cost(), before);
    before = one.search.cost();
  }
}
TEST(BeamSearch, FindsAnAlignmentThatKeepsNothing) {
  const auto trace = conforming<P>();
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  const detail::order_bound<P> order(problem);
  detail::beam_search<P> search(problem, order, 1);
  search.run_without_trace();
  ASSERT_TRUE(search.is_found());
  const auto moves = search.moves();
  EXPECT_EQ(moves.size(), search.cost());
  for (std::size_t i = 0; i < trace.size(); ++i) {
    EXPECT_EQ(moves[i].kind, detail::move_kind::on_log);
    EXPECT_EQ(moves[i].at, i);
  }
}
TEST(BeamSearch, ReadsOneEventAtATime) {
  const auto trace = conforming<P>();
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  const detail::order_bound<P> order(problem);
  detail::beam_search<P> search(problem, order, 8);
  search.read_next();
  EXPECT_EQ(search.context().rest.position(), 1U);
  EXPECT_EQ(search.beam().size(), 1U);
  while (!search.is_read()) search.read_next();
  EXPECT_GT(search.beam().size(), 1U);  // each move may have been no move
}

}  // namespace beam_search_test
