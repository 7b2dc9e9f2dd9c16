// SPDX-License-Identifier: MIT
// What a finding carries.
#include <balint/conformance/finding.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace finding_test {

using students = student_group;

constexpr auto first_of(const trace<students>& all) { return judged(all).by.sink()[0]; }

TEST(Finding, NamesTheEventTheCodeTheRuleAndTheStage) {
  constexpr auto f = [] { return first_of(trace<students>().stages(0, 2).add(boris, act::tell_story{}, instant{5})); };
  BALINT_CHECK(f().event == 11 && f().code == code::wrong_role && name_of<students>(f().rule) == "roles");
  BALINT_CHECK(f().stage == stage_id_of<stage::story, students> && f().times == 1);
  BALINT_CHECK(f().what == event<students>::of<act::tell_story>(boris, instant{5}));
  BALINT_CHECK(!f().owed && f().who.empty());
}

TEST(Finding, OfASkipNamesTheStageThatWasLeft) {
  BALINT_CHECK(first_of(trace<students>().add(boris, act::propose{})).stage ==
               stage_id_of<stage::presentation, students>);
}

TEST(Finding, OfStageIncompleteSaysWhatIsOwedAndByWhom) {
  constexpr auto f = [] {
    return first_of(trace<students>().add(anna, act::present_case{}).add(lead, act::advance{}));
  };
  BALINT_CHECK(f().code == code::stage_incomplete && f().rule == f().owed.rule);
  BALINT_CHECK(f().owed.act == act_id_of<act::present_case, students> && f().owed.by.bits() == 0b0110U);
}

TEST(Finding, IsADepartureOrAFaultOfTheRecord) {
  BALINT_CHECK(first_of(trace<students>().add(anna, act::refocus{})).about == finding_class::departure);
  BALINT_CHECK(first_of(trace<students>().add(anna, act::rejoin{})).about == finding_class::record);
}

TEST(Finding, OfAStageSkippedNamesTheStageThatWasLeft_STG8) {
  constexpr auto f = [] { return first_of(trace<students>().add(lead, act::refocus{}).add(lead, act::advance{})); };
  BALINT_CHECK(f().code == code::stage_skipped && f().stage == stage_id_of<stage::presentation, students>);
  BALINT_CHECK(name_of<students>(f().rule) == "stage_order" && f().owed && !f().behind.was_elsewhere);
}

TEST(Finding, OfTheGroupStandsAt0AndSaysWhom) {
  constexpr auto f = [] {
    auto people = people_of<students>();
    people[1].agrees = consent::refused;
    return judged<students>({}, form<students>(people)).by.sink()[0];
  };
  BALINT_CHECK(f().event == 0 && f().code == code::not_voluntary && name_of<students>(f().rule) == "voluntary");
  BALINT_CHECK(f().who.size() == 1 && f().who.contains(boris));
}

TEST(Finding, IsComparable) {
  BALINT_CHECK(finding<students>{} == finding<students>{});
  BALINT_CHECK(!(finding<students>{} == finding<students>{.event = 1}));
}

}  // namespace finding_test
