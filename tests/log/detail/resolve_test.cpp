// SPDX-License-Identifier: MIT
// Names to ids: people with their offices, acts, targets, and what is said where they do not fit.
#include <gtest/gtest.h>

#include <balint/log/detail/resolve.hpp>
#include <balint/protocols/student_group.hpp>
#include <string>

using namespace balint;
using P = student_group;

namespace resolve_test {

/// A group of two.
struct two_people {
  detail::unknown_acts acts;
  [[nodiscard]] static person_id find(std::string_view id) {
    return id == "anna" ? person_id{0} : id == "boris" ? person_id{1} : nobody;
  }
  template <protocol Q>
  [[nodiscard]] act_id<P> act(std::string_view name) {
    return acts.find<Q>(name);
  }
};

struct resolved {
  bool fits = false;
  event<P> e;
};
resolved read(std::string_view by, std::string_view act, target_kinds targets = {}, std::string_view target = {},
              std::uint16_t option = 0) {
  const event_record record{.by = by, .act = act, .target_name = target, .option = option, .targets = targets};
  two_people people;
  resolved result;
  result.fits = detail::resolve<P>(record, people, result.e);
  return result;
}
constexpr auto a_case = target_kinds::of(target_kind::case_of);

TEST(Resolve, FindsWhoActAndTarget) {
  const auto vote = read("boris", "vote", a_case, "anna");
  EXPECT_TRUE(vote.fits);
  EXPECT_EQ(vote.e, (detail::raw_event<P>({.by = {1}, .act = act_id_of<act::vote, P>, .target = 0})));
  EXPECT_EQ(detail::raw_target(read("anna", "assess", target_kinds::of(target_kind::option), {}, 3).e), 3);
  EXPECT_EQ(detail::raw_target(read("anna", "flag", target_kinds::of(target_kind::rule), "respect").e),
            (rule_of<P, rule::respect>.index));
  EXPECT_EQ(read("vera", "ask").e.by, nobody);
}
TEST(Resolve, SaysWhenTheTargetIsNotTheActs) {
  EXPECT_FALSE(read("anna", "vote").fits);
  EXPECT_FALSE(read("anna", "ask", a_case, "anna").fits);
  EXPECT_TRUE(read("anna", "dance", a_case, "anna").fits);
  event_record record{.act = "vote"};
  EXPECT_EQ(detail::wrong_target(record, target_kind::case_of).found, "the act \"vote\" without its target");
  EXPECT_EQ(detail::wrong_target(record, target_kind::case_of).expected, "the target \"case\"");
  record.targets = target_kinds::of(target_kind::case_of, target_kind::rule, target_kind::person);
  EXPECT_EQ(detail::wrong_target(record, target_kind::case_of).found, "the act \"vote\" with \"rule\", \"to\"");
  EXPECT_EQ(detail::wrong_target(record, target_kind::case_of).expected, "only \"case\"");
  EXPECT_EQ(detail::wrong_target(record, target_kind::none).expected, "no target");
}
// An event has one name of a target: of an act that nobody knows there is no telling which of two it would be.
TEST(Resolve, TakesOneTargetOfAnUnknownActAtMost) {
  EXPECT_TRUE(read("anna", "dance").fits);
  EXPECT_FALSE(read("anna", "dance", target_kinds::of(target_kind::case_of, target_kind::person), "anna").fits);
  EXPECT_FALSE(read("anna", "dance", target_kinds::of(target_kind::option, target_kind::rule), "respect", 3).fits);
  event_record record{.act = "dance", .targets = target_kinds::of(target_kind::case_of, target_kind::person)};
  EXPECT_EQ(detail::wrong_target(record, target_kind::none, false).found, "the act \"dance\" with \"case\", \"to\"");
  EXPECT_EQ(detail::wrong_target(record, target_kind::none, false).expected, "at most one target");
  record.act = "what Anna said";
  EXPECT_EQ(detail::wrong_target(record, target_kind::none, false).found,
            "the act that is no word with \"case\", \"to\"");
}
TEST(Resolve, FindsAnybodyNamedByNoPseudonym_RUL3) {
  header_record header{.protocol = "student_group", .session = "s", .people = {{.id = "anna", .offices = {"leader"}}}};
  EXPECT_FALSE(detail::fault_of(header));
  header.session = "Anna's group";
  EXPECT_EQ(detail::fault_of(header)->found, "the session \"Anna's group\"");
  header.session = "s";
  header.people.push_back({.id = "Anna I", .offices = {"participant"}});
  EXPECT_EQ(detail::fault_of(header)->found, "the person \"Anna I\"");
  EXPECT_EQ(detail::fault_of(header)->expected, detail::wanted_pseudonym);
  header.people[1] = {.id = "boris"};
  EXPECT_EQ(detail::fault_of(header)->found, "a person without an office");

  event_record e{
      .by = "anna", .act = "Anna dances", .target_name = "any text", .targets = target_kinds::of(target_kind::rule)};
  EXPECT_FALSE(detail::fault_of(e, true));
  e.targets.insert(target_kind::person);
  EXPECT_EQ(detail::fault_of(e, true)->found, "\"any text\"");
  e.targets = a_case;
  EXPECT_TRUE(detail::fault_of(e, true));
  e.target_name = "boris";
  EXPECT_FALSE(detail::fault_of(e, true));
  e.by = "Anna I";
  EXPECT_EQ(detail::fault_of(e, true)->found, "\"Anna I\"");
}
TEST(Resolve, FindsFreeTextThatIsNoWordAndDoesNotShowIt_RUL3) {
  EXPECT_EQ(detail::fault_of({.by = "anna", .act = "Anna dances"}, false)->found, "an act that is no word");
  EXPECT_EQ(detail::fault_of({.by = "anna", .act = "Anna dances"}, false)->expected, detail::wanted_word);
  EXPECT_FALSE(detail::fault_of({.by = "anna", .act = "Anna dances"}, true));
  EXPECT_FALSE(detail::fault_of({.by = "anna", .act = "dance"}, false));
  header_record header{.session = "s",
                       .people = {{.id = "anna", .offices = {"leader"}, .profession = "a teacher of maths"}}};
  EXPECT_EQ(detail::fault_of(header)->found, "a profession that is no word");
  header.people[0].profession = "teacher";
  EXPECT_FALSE(detail::fault_of(header));
  EXPECT_EQ(detail::no_such_office<P>("a king").found, "the office that is no word");
  EXPECT_EQ(detail::no_such_protocol<P>("a game").found, "the protocol that is no word");
}
TEST(Resolve, GivesAnUnknownActTheSameIdEachTime) {
  detail::unknown_acts acts;
  const auto dance = acts.find<P>("dance");
  const auto sing = acts.find<P>("sing");
  EXPECT_GE(dance.index, act_count<P>);
  EXPECT_NE(dance, sing);
  EXPECT_EQ(acts.find<P>("dance"), dance);
  EXPECT_EQ(acts.find<P>("ask"), (act_id_of<act::ask, P>));
}
TEST(Resolve, SaysWhichOfficeOrProtocolThereIsNot) {
  header_record header{
      .people = {{.id = "anna", .offices = {"participant"}, .agrees = consent::refused, .grades = true}}};
  const auto people = detail::people_of<P>(header);
  ASSERT_TRUE(people);
  EXPECT_TRUE(people->front().offices.has<role::participant>());
  EXPECT_EQ(people->front().agrees, consent::refused);
  EXPECT_TRUE(people->front().grades);
  header.people[0].offices = {"participant", "king"};
  EXPECT_EQ(detail::people_of<P>(header).error(), "king");
  EXPECT_EQ(detail::no_such_office<P>("king").found, "the office \"king\"");
  EXPECT_EQ(detail::no_such_protocol<P>("chess").expected, "one of student_group");
}

}  // namespace resolve_test
