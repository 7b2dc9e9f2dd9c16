// SPDX-License-Identifier: MIT
// What lies behind a refusal beyond its code: each code fills what it is about, and nothing else.
#include "tests/support.hpp"

#include <balint/session/evidence.hpp>

using namespace balint;

namespace evidence_test {

using P = student_group;
constexpr person_id p1{0}, p2{1}, p3{2}, p4{3}, lead{4}, sup{5};

constexpr group<P> people() {
  using who = person<P>;
  const std::array all{who::as<role::participant>("p1"), who::as<role::participant>("p2"),
                       who::as<role::participant>("p3"), who::as<role::participant>("p4"),
                       who::as<role::leader>("lead"),    who::as<role::supervisor>("sup")};
  return form<P>(all).formed().value();
}

/// A session in the selection: cases of everybody, one vote for p1's, two for p2's, one for p4's.
constexpr session<P> voted() {
  session<P> s(people());
  for (const auto who : {p1, p2, p3, p4}) (void)s.record<act::present_case>(who);
  (void)s.record<act::advance>(lead);
  (void)s.record<act::vote>(p1, case_id{p2});
  (void)s.record<act::vote>(p2, case_id{p1});
  (void)s.record<act::vote>(p3, case_id{p2});
  (void)s.record<act::vote>(p4, case_id{p4});
  return s;
}

template <typename Act, typename... On>
constexpr evidence behind(const session<P>& now, person_id by, On... on) {
  const auto answer = now.can<Act>(by, on...);
  return answer ? evidence{.votes = 99} : answer.error().behind;
}

TEST(Evidence, CountsTheVotesOfTheCaseAndOfTheOneThatHasMore) {
  constexpr auto of_p1 = behind<act::select_case>(voted(), lead, case_id{p1});
  BALINT_CHECK(of_p1 == evidence{.other = p2, .votes = 1, .other_votes = 2});
  constexpr auto of_p3 = behind<act::select_case>(voted(), lead, case_id{p3});
  BALINT_CHECK(of_p3.votes == 0 && of_p3.other_votes == 2);
}

TEST(Evidence, MeasuresHowFarTheClockRunsBack) {
  constexpr auto at_noon = [] {
    session<P> s(people());
    (void)s.record<act::present_case>(p1, instant{60'000});
    return s;
  }();
  BALINT_CHECK(behind<act::present_case>(at_noon, p2, instant{58'500}) == evidence{.back = {1'500}});
}

TEST(Evidence, TellsWhoIsAwayFromWhoLeftForGood) {
  constexpr auto left = [] {
    session<P> s(people());
    (void)s.record<act::drop>(p1);
    (void)s.record<act::withdraw>(p2);
    return s;
  }();
  BALINT_CHECK(!behind<act::present_case>(left, p1).has_withdrawn);
  BALINT_CHECK(behind<act::present_case>(left, p2).has_withdrawn);
}

TEST(Evidence, SaysWhichRolesAPersonHas) {
  constexpr auto participant = std::uint32_t{1} << P::offices::index<role::participant>;
  constexpr auto supervisor = std::uint32_t{1} << P::offices::index<role::supervisor>;
  constexpr auto presenter = std::uint32_t{1} << P::offices::size;
  BALINT_CHECK(behind<act::advance>(voted(), p3) == evidence{.roles = participant, .is_led = true});
  BALINT_CHECK(behind<act::vote>(voted(), sup, case_id{p2}) == evidence{.roles = supervisor, .is_led = true});
  constexpr auto selected = [] {
    auto s = voted();
    (void)s.record<act::select_case>(lead, case_id{p2});
    return s;
  }();
  BALINT_CHECK(behind<act::advance>(selected, p2) ==
               evidence{.roles = participant | presenter, .other = p2, .is_led = true});
}

TEST(Evidence, TellsAnActDoneBeforeFromAPass) {
  constexpr auto passed = [] {
    session<P> s(people());
    (void)s.record<act::pass>(p1);
    (void)s.record<act::present_case>(p2);
    return s;
  }();
  BALINT_CHECK(behind<act::present_case>(passed, p1).has_passed);
  BALINT_CHECK(!behind<act::present_case>(passed, p2).has_passed);
}

TEST(Evidence, NamesTheRulesWithoutAReminder) {
  constexpr auto respect = rule_of<P, rule::respect>;
  constexpr auto flagged = [] {
    session<P> s(people());
    for (const auto who : {p1, p2, p3, p4}) (void)s.record<act::present_case>(who);
    (void)s.record<act::flag>(p1, rule_of<P, rule::respect>);
    return s;
  }();
  BALINT_CHECK(behind<act::advance>(flagged, lead).rules.contains(respect));
  BALINT_CHECK(behind<act::advance>(flagged, lead).rules.size() == 1);
}

TEST(Evidence, IsNothingBehindACodeThatNeedsNone) {
  session<P> s(people());
  EXPECT_EQ(behind<act::propose>(s, p1), evidence{});
  EXPECT_FALSE(session<P>::has_evidence(code::wrong_stage));
}

TEST(Evidence, GoesIntoFindings) {
  using who = person<P>;
  const std::array all{who::as<role::participant>("p1"), who::as<role::participant>("p2"),
                       who::as<role::participant>("p3"), who::as<role::participant>("p4"),
                       who::as<role::leader>("lead"),    who::as<role::supervisor>("sup")};
  std::array<finding<P>, 4> found{};
  std::size_t n = 0;
  const auto keep = [&](const finding<P>& f) { found[n++] = f; };
  judge<P, decltype(keep)> by(form<P>(all), keep);
  by.apply(event<P>::of<act::present_case>(p1, instant{5'000}));
  by.apply(event<P>::of<act::present_case>(p2, instant{4'000}));
  by.apply(event<P>::of<act::advance>(p3));
  ASSERT_EQ(n, 3U);
  EXPECT_EQ(found[0].behind, evidence{.back = {1'000}});
  EXPECT_EQ(found[1].code, code::wrong_role);
  EXPECT_TRUE(found[1].behind.is_led);
  EXPECT_EQ(found[2].code, code::stage_incomplete);
  EXPECT_EQ(found[2].behind, evidence{});
}

// Whatever is asked, of whomever: no evidence about somebody who is not in the group.
TEST(Evidence, AnswersForNobodyAndForActsThatAreNone) {
  constexpr auto now = [] { return voted(); };
  for (const auto who : {nobody, person_id{64}, person_id{200}}) {
    for (std::uint8_t why = 0; why < code_count; ++why) {
      const auto e = detail::raw_event<P>({.by = who, .act = {0xFFFF}, .target = 0xFFFF});
      EXPECT_EQ(now().evidence_of(static_cast<code>(why), e).roles, 0U);
      EXPECT_FALSE(now().evidence_of(static_cast<code>(why), e).has_withdrawn);
      EXPECT_FALSE(now().evidence_of(static_cast<code>(why), detail::raw_event<P>({.by = who, .act = {0}})).has_passed);
    }
  }
}

}  // namespace evidence_test
