// SPDX-License-Identifier: MIT
#include <balint/vocabulary/code.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace code_test {

using balint::advisory_code;
using balint::code;

template <typename Code>
struct spelling {
  Code value;
  std::string_view name;
};

// The codes in the order in which refusals are looked for and formation errors are reported.
constexpr std::array<spelling<code>, 32> spelled_codes{{
    {code::session_over, "session_over"},
    {code::time_reversed, "time_reversed"},
    {code::unknown_person, "unknown_person"},
    {code::unknown_act, "unknown_act"},
    {code::absent, "absent"},
    {code::wrong_stage, "wrong_stage"},
    {code::wrong_role, "wrong_role"},
    {code::too_early, "too_early"},
    {code::unknown_target, "unknown_target"},
    {code::repeated, "repeated"},
    {code::nothing_owed, "nothing_owed"},
    {code::not_absent, "not_absent"},
    {code::somebody_leads, "somebody_leads"},
    {code::leader_is_presenter, "leader_is_presenter"},
    {code::not_supported, "not_supported"},
    {code::too_many_options, "too_many_options"},
    {code::flag_open, "flag_open"},
    {code::supervisor_absent, "supervisor_absent"},
    {code::stage_incomplete, "stage_incomplete"},
    {code::stage_skipped, "stage_skipped"},
    {code::duplicate_person, "duplicate_person"},
    {code::too_many_people, "too_many_people"},
    {code::too_few_participants, "too_few_participants"},
    {code::no_leader, "no_leader"},
    {code::several_leaders, "several_leaders"},
    {code::supervisor_takes_part, "supervisor_takes_part"},
    {code::leader_takes_part, "leader_takes_part"},
    {code::leader_must_be_member, "leader_must_be_member"},
    {code::no_supervisor, "no_supervisor"},
    {code::supervisor_profession, "supervisor_profession"},
    {code::not_voluntary, "not_voluntary"},
    {code::condition_broken, "condition_broken"},
}};

constexpr std::array<spelling<advisory_code>, 16> spelled_advisories{{
    {advisory_code::group_size, "group_size"},
    {advisory_code::less_experienced_share, "less_experienced_share"},
    {advisory_code::consent_not_declared, "consent_not_declared"},
    {advisory_code::leader_profession, "leader_profession"},
    {advisory_code::supervisor_not_stated, "supervisor_not_stated"},
    {advisory_code::dual_role, "dual_role"},
    {advisory_code::passed, "passed"},
    {advisory_code::own_option_only, "own_option_only"},
    {advisory_code::leader_proposed, "leader_proposed"},
    {advisory_code::presenter_proposed, "presenter_proposed"},
    {advisory_code::leader_weighed, "leader_weighed"},
    {advisory_code::cut_short, "cut_short"},
    {advisory_code::session_length, "session_length"},
    {advisory_code::no_refocus, "no_refocus"},
    {advisory_code::not_live, "not_live"},
    {advisory_code::supervisor_away, "supervisor_away"},
}};

constexpr bool every_code_has_its_name() {
  return balint::code_count == spelled_codes.size() &&
         std::ranges::all_of(spelled_codes, [](const auto& row) { return name_of(row.value) == row.name; });
}
static_assert(every_code_has_its_name());
TEST(Code, HasTheNameTheProtocolSpells) {
  EXPECT_TRUE(every_code_has_its_name());
  for (const auto& [value, name] : spelled_codes) EXPECT_EQ(name_of(value), name);
}

constexpr bool every_advisory_has_its_name() {
  return balint::advisory_count == spelled_advisories.size() &&
         std::ranges::all_of(spelled_advisories, [](const auto& row) { return name_of(row.value) == row.name; });
}
static_assert(every_advisory_has_its_name());
TEST(AdvisoryCode, HasTheNameTheProtocolSpells) {
  EXPECT_TRUE(every_advisory_has_its_name());
  for (const auto& [value, name] : spelled_advisories) EXPECT_EQ(name_of(value), name);
}

// The order is part of the meaning: the first refusal that holds is the answer.
template <typename Rows>
constexpr bool stands_in_order(const Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (static_cast<std::size_t>(rows[i].value) != i) return false;
  }
  return true;
}
static_assert(stands_in_order(spelled_codes) && stands_in_order(spelled_advisories));
TEST(Code, StandsInTheOrderInWhichItIsLookedFor) {
  EXPECT_TRUE(stands_in_order(spelled_codes));
  EXPECT_TRUE(stands_in_order(spelled_advisories));
}

constexpr bool kinds_do_not_overlap() {
  for (const auto& [value, name] : spelled_codes) {
    const bool refusal = value <= code::stage_incomplete;
    const bool formation = value >= code::duplicate_person && value <= code::condition_broken;
    if (is_refusal(value) != refusal || is_formation_error(value) != formation) return false;
  }
  return !is_refusal(code::stage_skipped) && !is_formation_error(code::stage_skipped);
}
static_assert(kinds_do_not_overlap());
TEST(Code, IsARefusalOrAFormationErrorOrOnlyAFinding) { EXPECT_TRUE(kinds_do_not_overlap()); }

using balint::finding_class;
constexpr bool classes_have_the_names_of_reports() {
  return name_of(finding_class::departure) == "departure" && name_of(finding_class::record) == "record";
}
static_assert(classes_have_the_names_of_reports());
TEST(FindingClass, HasTheNameThatReportsWrite) { EXPECT_TRUE(classes_have_the_names_of_reports()); }

constexpr bool a_code_that_is_none_has_a_name_too() {
  using namespace balint;
  return name_of(static_cast<code>(code_count)) == "unknown" && name_of(static_cast<code>(255)) == "unknown" &&
         name_of(static_cast<advisory_code>(advisory_count)) == "unknown";
}
static_assert(a_code_that_is_none_has_a_name_too());
TEST(Code, OfNoneIsNamedUnknown) { EXPECT_TRUE(a_code_that_is_none_has_a_name_too()); }

}  // namespace code_test
