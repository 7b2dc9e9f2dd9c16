// SPDX-License-Identifier: MIT
// From a session to records, and the reasons not to write something.
#include <balint/log/to_record.hpp>

#include "tests/support.hpp"

using namespace balint;
using students = student_group;

namespace to_record_test {

const std::vector<person<students>> three{
    {.id = "p1", .offices = office_set<students>::of<role::participant, role::deputy>(), .agrees = consent::given},
    person<students>::as<role::participant>("p2", consent::refused, "teacher"),
    {.id = "lead", .offices = office_set<students>::of<role::leader>(), .less_experienced = true, .grades = true}};
const roster<students> everybody{three};

TEST(Unwritable, EveryReasonHasItsName) {
  EXPECT_EQ(name_of(unwritable::no_pseudonym), "no_pseudonym");
  EXPECT_EQ(name_of(unwritable::no_office), "no_office");
  EXPECT_EQ(name_of(unwritable::unknown_person), "unknown_person");
  EXPECT_EQ(name_of(unwritable::unknown_act), "unknown_act");
  EXPECT_EQ(name_of(unwritable::unknown_target), "unknown_target");
  EXPECT_EQ(name_of(unwritable::no_word), "no_word");
}
TEST(ToRecord, NamesProtocolPeopleAndOffices) {
  const header_record expected{
      .protocol = "student_group",
      .session = "s-1",
      .people = {{.id = "p1", .offices = {"participant", "deputy"}, .agrees = consent::given},
                 {.id = "p2", .offices = {"participant"}, .profession = "teacher", .agrees = consent::refused},
                 {.id = "lead", .offices = {"leader"}, .less_experienced = true, .grades = true}}};
  auto got = to_record<students>("s-1", three);
  ASSERT_TRUE(got);
  std::ranges::sort(got->people[0].offices, std::greater());
  EXPECT_EQ(*got, expected);
}
TEST(ToRecord, NamesActAndTarget) {
  const auto record = [](const event<students>& e) { return to_record<students>(e, everybody).value(); };
  EXPECT_EQ(record(event<students>::of<act::ask>({1}, instant{250})),
            (event_record{.at = {250}, .by = "p2", .act = "ask"}));
  EXPECT_EQ(record(event<students>::of<act::vote>({0}, case_id{{1}})),
            (event_record{
                .by = "p1", .act = "vote", .target_name = "p2", .targets = target_kinds::of(target_kind::case_of)}));
  EXPECT_EQ(record(event<students>::of<act::assess>({0}, option_id{3})),
            (event_record{.by = "p1", .act = "assess", .option = 3, .targets = target_kinds::of(target_kind::option)}));
  EXPECT_EQ(
      record(event<students>::of<act::flag>({2}, rule_of<students, rule::respect>)),
      (event_record{
          .by = "lead", .act = "flag", .target_name = "respect", .targets = target_kinds::of(target_kind::rule)}));
  EXPECT_EQ(
      record(event<students>::of<act::hand_over>({2}, person_id{0})),
      (event_record{
          .by = "lead", .act = "hand_over", .target_name = "p1", .targets = target_kinds::of(target_kind::person)}));
}
TEST(ToRecord, MakesNothingOfNames_RUL3) {
  const std::array named{person<students>::as<role::leader>("Anna Lead")};
  EXPECT_EQ(to_record<students>("s", named).error(), unwritable::no_pseudonym);
  EXPECT_EQ(to_record<students>("Anna's group", three).error(), unwritable::no_pseudonym);
  const std::array idle{person<students>{.id = "p1", .offices = {}}};
  EXPECT_EQ(to_record<students>("s", idle).error(), unwritable::no_office);
  auto wordy = three;
  wordy[0].profession = "a teacher of maths";
  EXPECT_EQ(to_record<students>("s", wordy).error(), unwritable::no_word);
}
TEST(ToRecord, MakesNothingOfWhatCannotBe) {
  const auto refused = [](event<students> e) { return to_record<students>(e, everybody).error(); };
  EXPECT_EQ(refused(detail::raw_event<students>({.by = {3}, .act = act_id_of<act::ask, students>})),
            unwritable::unknown_person);
  EXPECT_EQ(refused(detail::raw_event<students>({.by = {0}, .act = {act_count<students>}})), unwritable::unknown_act);
  EXPECT_EQ(refused(detail::raw_event<students>({.by = {0}, .act = act_id_of<act::vote, students>, .target = 3})),
            unwritable::unknown_target);
  EXPECT_EQ(refused(detail::raw_event<students>({.by = {0}, .act = act_id_of<act::assess, students>, .target = 0})),
            unwritable::unknown_target);
  EXPECT_EQ(refused(detail::raw_event<students>(
                {.by = {0}, .act = act_id_of<act::flag, students>, .target = rules_of<students>::size})),
            unwritable::unknown_target);
}

}  // namespace to_record_test
