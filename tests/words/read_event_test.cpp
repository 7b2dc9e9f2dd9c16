// SPDX-License-Identifier: MIT
// Events from words, strictly, and the words of every event.
#include <balint/words/read_event.hpp>

#include "tests/words/casts.hpp"

using namespace balint;
using namespace support;
using students = student_group;

namespace read_event_test {

template <typename P>
class ReadEvent : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(ReadEvent, protocols);

/// Whether an event becomes words, and these the event again.
template <typename P>
bool comes_back(const cast<P>& people, const event<P>& e) {
  const auto words = to_words(people, e);
  if (!words) return false;
  const auto again = read_event(people, *words);
  return again && *again == e;
}

TYPED_TEST(ReadEvent, GivesBackEveryEventOfASession) {
  using P = TypeParam;
  const auto people = casts::cast_of<P>();
  for (const auto& e : trace<P>().whole()) EXPECT_TRUE(comes_back(people, e));
}
TYPED_TEST(ReadEvent, GivesBackEveryEventThatIsEverLegal) {
  using P = TypeParam;
  const auto people = casts::cast_of<P>();
  std::size_t seen = 0;
  session<P> now(people.group());
  for (const auto& e : trace<P>().whole()) {
    for (const auto who : now.people().people()) {
      now.each_legal_event(who, [&](event<P> legal) {
        legal.at = instant{static_cast<std::int64_t>(++seen)};
        EXPECT_TRUE(comes_back(people, legal));
      });
    }
    ASSERT_TRUE(now.apply(e));
  }
  EXPECT_GT(seen, 100U);
}

TEST(ReadEventOfStudents, FindsWhoActAndTarget) {
  const auto people = casts::students();
  EXPECT_EQ(read_event(people, {.by = "anna", .act = "vote", .on = "boris", .at = {7}}),
            (event<students>::of<act::vote>({0}, case_id{{1}}, instant{7})));
  EXPECT_EQ(read_event(people, {.by = "boris", .act = "ask"}), (event<students>::of<act::ask>({1})));
  EXPECT_EQ(read_event(people, {.by = "anna", .act = "assess", .on = "256"}),
            (event<students>::of<act::assess>({0}, option_id{256})));
  EXPECT_EQ(read_event(people, {.by = "lead", .act = "hand_over", .on = "boris"}),
            (event<students>::of<act::hand_over>({2}, person_id{1})));
  EXPECT_EQ(read_event(people, {.by = "lead", .act = "flag", .on = "respect"}),
            (event<students>::of<act::flag>({2}, rule_of<students, rule::respect>)));
}

word_error refused(event_words words) { return read_event(casts::students(), words).error(); }

TEST(ReadEventOfStudents, SaysWhichWordSaysNothing) {
  const auto by = refused({.by = "bors", .act = "vote", .on = "anna"});
  EXPECT_EQ(by.field, word_field::by);
  EXPECT_EQ(by.why, word_fault::unknown);
  EXPECT_EQ(by.given, "bors");
  EXPECT_EQ(by.nearest, "boris");
  EXPECT_EQ(by.known, (std::vector<std::string>{"anna", "boris", "lead"}));
  EXPECT_EQ(refused({.act = "vote", .on = "anna"}).field, word_field::by);

  const auto act = refused({.by = "anna", .act = "vot", .on = "anna"});
  EXPECT_EQ(act.field, word_field::act);
  EXPECT_EQ(act.nearest, "vote");
  EXPECT_EQ(act.known.size(), act_count<students>);

  const auto on = refused({.by = "anna", .act = "vote", .on = "carl"});
  EXPECT_EQ(on.field, word_field::on);
  EXPECT_EQ(on.why, word_fault::unknown);
  EXPECT_EQ(on.target, target_kind::case_of);
  EXPECT_EQ(on.act, "vote");
  EXPECT_EQ(on.known.size(), 3U);

  const auto rule = refused({.by = "anna", .act = "flag", .on = "respec"});
  EXPECT_EQ(rule.field, word_field::on);
  EXPECT_EQ(rule.nearest, "respect");
  EXPECT_EQ(rule.known.size(), rules_of<students>::size);
  EXPECT_EQ(refused({.by = "lead", .act = "hand_over", .on = "respect"}).target, target_kind::person);
}
TEST(ReadEventOfStudents, AsksForATargetWhereTheActHasOneAndOnlyThere) {
  for (const auto* act : {"vote", "assess", "flag", "hand_over"}) {
    EXPECT_EQ(refused({.by = "anna", .act = act}).why, word_fault::missing) << act;
    EXPECT_EQ(refused({.by = "anna", .act = act}).given, "") << act;
  }
  EXPECT_EQ(refused({.by = "anna", .act = "ask", .on = "boris"}).why, word_fault::superfluous);
  EXPECT_EQ(refused({.by = "anna", .act = "ask", .on = "0"}).why, word_fault::superfluous);
}
TEST(ReadEventOfStudents, HoldsOptionsToTheirRange) {
  const auto option = [](std::string_view word) { return refused({.by = "anna", .act = "assess", .on = word}); };
  EXPECT_EQ(option("0").why, word_fault::out_of_range);
  EXPECT_EQ(option("257").why, word_fault::out_of_range);
  EXPECT_EQ(option("65535").why, word_fault::out_of_range);
  EXPECT_EQ(option("one").why, word_fault::no_number);
  EXPECT_EQ(option("-1").why, word_fault::no_number);
  EXPECT_EQ(option("one").target, target_kind::option);
  EXPECT_TRUE(option("one").known.empty());
}

TEST(ToWords, SayWhatCannotBeSaid) {
  const auto people = casts::students();
  const auto no = [&](const event<students>& e) { return to_words(people, e).error(); };
  EXPECT_EQ(no(event<students>::of<act::ask>({3})), unwritable::unknown_person);
  EXPECT_EQ(no(event<students>::of<act::ask>(nobody)), unwritable::unknown_person);
  EXPECT_EQ(no(event<students>::of<act::vote>({0}, case_id{nobody})), unwritable::unknown_target);
  EXPECT_EQ(no(event<students>::of<act::assess>({0}, option_id{0})), unwritable::unknown_target);
  EXPECT_EQ(no(event<students>::of<act::assess>({0}, option_id{257})), unwritable::unknown_target);
  EXPECT_TRUE(to_words(people, event<students>::of<act::assess>({0}, option_id{256})));
}

template <typename T>
concept lends_words = requires(T people, event<students> e) { to_words(static_cast<T&&>(people), e); };
TEST(ToWords, AreNotLentByATemporary) {
  BALINT_CHECK(lends_words<const cast<students>&> && !lends_words<cast<students>&&>);
}

}  // namespace read_event_test
