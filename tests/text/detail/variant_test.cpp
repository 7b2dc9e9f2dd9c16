// SPDX-License-Identifier: MIT
// Which sentence says what.
#include <balint/balint.hpp>
#include <balint/text/detail/variant.hpp>

#include <gtest/gtest.h>

#include <string>

namespace variant_test {

using namespace balint;
using P = student_group;

template <typename Act>
std::string key(std::string_view kind, code why, evidence behind = {}, pseudonyms names = {}, rule_id rule = no_rule) {
  const detail::fact<P> f{
      .code = why, .rule = rule, .what = detail::raw_event<P>({.by = {0}, .act = act_id_of<Act, P>}), .behind = behind};
  return detail::key_of<P>(kind, f, names);
}

TEST(Variant, ARefusalHasASentenceOfItsOwnWhereTheFindingSpeaksOfWhatHappened) {
  EXPECT_EQ(key<act::advance>("finding", code::stage_incomplete), "finding.stage_incomplete.moves");
  EXPECT_EQ(key<act::advance>("refusal", code::stage_incomplete), "refusal.stage_incomplete");
  EXPECT_EQ(key<act::vote>("refusal", code::too_early), "finding.too_early");
}

TEST(Variant, DependsOnWhatTheActDoes) {
  EXPECT_EQ(key<act::cut_short>("finding", code::stage_incomplete), "finding.stage_incomplete.moves");
  EXPECT_EQ(key<act::close>("finding", code::stage_incomplete), "finding.stage_incomplete.closes");
  EXPECT_EQ(key<act::propose>("finding", code::stage_incomplete), "finding.stage_incomplete");
  EXPECT_EQ(key<act::close>("finding", code::wrong_stage), "finding.wrong_stage.closes");
  EXPECT_EQ(key<act::advance>("finding", code::wrong_stage), "finding.wrong_stage.moves");
  EXPECT_EQ(key<act::vote>("finding", code::wrong_stage), "finding.wrong_stage");
  EXPECT_EQ(key<act::advance>("finding", code::repeated), "finding.repeated.moves");
  EXPECT_EQ(key<act::open>("finding", code::repeated), "finding.repeated.opens");
  EXPECT_EQ(key<act::select_case>("finding", code::repeated), "finding.repeated.selects");
  EXPECT_EQ(key<act::decline_case>("finding", code::repeated), "finding.repeated.settled");
  EXPECT_EQ(key<act::vote>("finding", code::repeated), "finding.repeated");
  EXPECT_EQ(key<act::vote>("finding", code::repeated, {.has_passed = true}), "finding.repeated.passed");
  EXPECT_EQ(key<act::vote>("finding", code::unknown_target), "finding.unknown_target.case");
  EXPECT_EQ(key<act::assess>("finding", code::unknown_target), "finding.unknown_target.option");
  EXPECT_EQ(key<act::hand_over>("finding", code::unknown_target), "finding.unknown_target.person");
}

TEST(Variant, NamesLinesWhereTheyAreKnown) {
  EXPECT_EQ(key<act::flag>("finding", code::unknown_target), "finding.unknown_target.rule");
  EXPECT_EQ(key<act::flag>("finding", code::unknown_target, {}, {.line = 4}), "finding.unknown_target.rule.line");
  EXPECT_EQ(key<act::flag>("finding", code::unknown_act, {}, {.line = 4}), "finding.unknown_act.line");
  EXPECT_EQ(key<act::vote>("finding", code::absent), "finding.absent");
  EXPECT_EQ(key<act::vote>("finding", code::absent, {}, {.earlier_line = 3}), "finding.absent.line");
  EXPECT_EQ(key<act::vote>("finding", code::absent, {.has_withdrawn = true}, {.earlier_line = 3}),
            "finding.absent.left.line");
  EXPECT_EQ(key<act::vote>("refusal", code::absent, {.has_withdrawn = true}, {.earlier_line = 3}),
            "refusal.absent.left");
}

TEST(Variant, KnowsThePresenterWhoListens) {
  const auto presenter = 1U << P::offices::size;
  EXPECT_EQ(key<act::assess>("finding", code::wrong_role, {.roles = presenter | 1U}), "finding.wrong_role.presenter");
  EXPECT_EQ(key<act::assess>("finding", code::wrong_role, {.roles = 1U, .other = {3}}), "finding.wrong_role");
  EXPECT_EQ(key<act::answer>("finding", code::wrong_role, {.roles = 1U}), "finding.wrong_role.nobody_presents");
  EXPECT_EQ(key<act::answer>("finding", code::wrong_role, {.roles = 1U, .other = {3}}), "finding.wrong_role");
  EXPECT_EQ(key<act::advance>("finding", code::wrong_role), "finding.wrong_role.not_leading");
}

TEST(Variant, TellsTheLeadersRightToEndFromAnyOtherEnd) {
  EXPECT_EQ(key<act::vote>("finding", code::session_over), "finding.session_over");
  EXPECT_EQ(key<act::vote>("finding", code::session_over, {}, {}, rule_of<P, rule::leader_may_terminate>),
            "finding.session_over.terminated");
  EXPECT_EQ(key<act::vote>("finding", code::stage_skipped, {.was_elsewhere = true}), "finding.stage_skipped.elsewhere");
}

}  // namespace variant_test
