// SPDX-License-Identifier: MIT
#include <balint/alignment/detail/repair_search.hpp>
#include <gtest/gtest.h>

#include <type_traits>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace repair_search_test {

using P = student_group;

std::vector<event<P>> repeated() {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), trace[0]);
  return without<P>(trace, place_of<P>(trace, "forecast"));
}
bool is_conforming(const std::vector<event<P>>& trace, const repair<P>& mended) {
  return judge_trace<P>(formed<P>(), apply_edits<P>(trace, mended.edits)) == verdict::conforming;
}

TEST(RepairSearch, HasNothingBeforeItTries) {
  const auto people = formed<P>();
  const auto trace = repeated();
  const detail::repair_search<P> search(people, trace);
  EXPECT_FALSE(search.is_found());
  EXPECT_FALSE(search.is_proven());
  EXPECT_FALSE(search.result().is_possible);
}
TEST(RepairSearch, FindsARepairByABeam) {
  const auto people = formed<P>();
  const auto trace = repeated();
  detail::repair_search<P> search(people, trace);
  search.try_beam(64);
  ASSERT_TRUE(search.is_found());
  EXPECT_EQ(search.cost(), 2U);
  EXPECT_TRUE(search.is_thorough());
  EXPECT_TRUE(search.is_exact());  // a plain trace, and nothing was given up
  EXPECT_TRUE(is_conforming(trace, search.result()));
  EXPECT_EQ(search.result().at_least, 2U);
}
TEST(RepairSearch, ProvesARepair) {
  const auto people = formed<P>();
  const auto trace = repeated();
  detail::repair_search<P> search(people, trace);
  search.try_beam(1);
  search.try_proof(100'000);
  EXPECT_TRUE(search.is_proven());
  EXPECT_TRUE(search.result().is_exact);
  EXPECT_EQ(search.result().cost(), 2U);
}
TEST(RepairSearch, FindsTheNearestWhereNoBeamFoundAny) {
  const auto people = formed<P>();
  const auto trace = repeated();
  detail::repair_search<P> search(people, trace);
  search.try_proof(100'000);
  EXPECT_TRUE(search.is_proven());
  EXPECT_EQ(search.cost(), 2U);
  EXPECT_TRUE(is_conforming(trace, search.result()));
}
TEST(RepairSearch, ProvesNothingWithoutRoom) {
  const auto people = formed<P>();
  const auto trace = repeated();
  detail::repair_search<P> search(people, trace);
  search.try_proof(1);
  EXPECT_FALSE(search.is_proven());
  EXPECT_FALSE(search.is_found());
}
TEST(RepairSearch, TakesARepairThatKeepsNothingWhereItIsCheaper) {
  const auto people = formed<P>();
  const auto trace = repeated();
  detail::repair_search<P> search(people, trace);
  search.try_without_trace();
  ASSERT_TRUE(search.is_found());
  EXPECT_GT(search.cost(), trace.size());
  EXPECT_TRUE(is_conforming(trace, search.result()));
  search.try_beam(8);
  EXPECT_EQ(search.cost(), 2U);
  search.try_without_trace();
  EXPECT_EQ(search.cost(), 2U);
}
TEST(RepairSearch, CallsATracePlainInWhichNobodyGoes) {
  auto trace = conforming<P>();
  trace.push_back(detail::raw_event<P>({.by = anna, .act = {0x7000}}));
  EXPECT_TRUE(detail::is_plain<P>(trace));
  for (const auto& e : {event<P>::of<act::drop>(boris), event<P>::of<act::rejoin>(boris),
                        event<P>::of<act::withdraw>(boris), event<P>::of<act::decline_case>(boris)}) {
    auto other = trace;
    other.push_back(e);
    EXPECT_FALSE(detail::is_plain<P>(other));
  }
}
TEST(RepairSearch, GivesMovesAsEdits) {
  const auto e = event<P>::of<act::ask>(boris);
  const std::vector<detail::aligned_move<P>> moves{{detail::move_kind::on_log, 0, e},
                                                   {detail::move_kind::on_model, 2, e}};
  EXPECT_EQ(detail::edits_of<P>(moves),
            (std::vector<edit<P>>{{edit<P>::way::remove, 1, e}, {edit<P>::way::insert, 3, e}}));
}

TEST(RepairSearch, StaysWhereItIs) {
  EXPECT_FALSE(std::is_copy_constructible_v<detail::repair_search<P>>);
  EXPECT_FALSE(std::is_move_constructible_v<detail::repair_search<P>>);
}

}  // namespace repair_search_test
