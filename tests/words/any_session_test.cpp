// SPDX-License-Identifier: MIT
// A session of any protocol, opened by name and spoken to in words.
#include <balint/words/any_session.hpp>

#include "tests/words/casts.hpp"

using namespace balint;
using students = student_group;

namespace any_session_test {

const std::vector<person_record> people{{"anna", {"participant"}}, {"boris", {"participant"}}, {"lead", {"leader"}}};

template <typename P>
class AnySession : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(AnySession, protocols);

TYPED_TEST(AnySession, AnswersAsTheSessionOfItsProtocol) {
  using P = TypeParam;
  const auto names = casts::cast_of<P>();
  session<P> typed(names.group());
  const auto records = to_record<P>("s", names.people());
  auto any = any_session<>::open(P::name, records->people);
  ASSERT_TRUE(any) << any.error().message();
  EXPECT_EQ(any->protocol_name(), P::name);
  for (const auto& e : support::trace<P>().whole()) {
    EXPECT_FALSE(any->is_over());
    EXPECT_EQ(any->stage(), name_of<P>(typed.stage()));
    EXPECT_EQ(any->view(), view_of(typed));
    EXPECT_EQ(any->json(), to_json(view_of(typed), names));
    EXPECT_EQ(any->save(), save(typed, names));
    EXPECT_EQ(any->owed().size(), typed.owed().size());
    for (const auto who : typed.people().people()) {
      std::vector<event_words> legal;
      typed.each_legal_event(who, [&](const auto& one) { legal.push_back(to_words(names, one).value()); });
      EXPECT_EQ(any->menu(names.name_of(who)), legal);
    }
    const auto words = to_words(names, e).value();
    EXPECT_TRUE(any->can(words));
    EXPECT_TRUE(any->apply(words));
    EXPECT_TRUE(typed.apply(e));
  }
  EXPECT_TRUE(any->is_over());
  EXPECT_EQ(any->end(), ending::closed);
}
TYPED_TEST(AnySession, IsLoadedWhateverItsProtocol) {
  using P = TypeParam;
  const auto names = casts::cast_of<P>();
  session<P> typed(names.group());
  for (const auto& e : support::trace<P>().stage(0)) ASSERT_TRUE(typed.apply(e));
  const auto back = any_session<>::load(save(typed, names).value());
  ASSERT_TRUE(back) << back.error().message();
  EXPECT_EQ(back->protocol_name(), P::name);
  EXPECT_EQ(back->view(), view_of(typed));
  EXPECT_EQ(back->names()[0], "anna");
  EXPECT_EQ(any_session<>::of(names, typed)->view(), view_of(typed));
}

TEST(AnySessionByName, IsNotOpenedWithoutAProtocolOrAGroup) {
  const auto unknown = any_session<>::open("students_group", people).error();
  EXPECT_EQ(unknown.why, cast_fault::unknown_protocol);
  EXPECT_EQ(unknown.given, "students_group");
  EXPECT_EQ(unknown.nearest, "student_group");
  EXPECT_EQ(unknown.known.size(), 5U);
  EXPECT_EQ(unknown.message(), "\"students_group\" is not a protocol; the nearest is \"student_group\"");
  EXPECT_EQ(any_session<>::open("student_group", {{"anna", {"participant"}}}).error().why, cast_fault::not_formed);
  EXPECT_EQ(any_session<>::protocols().size(), 5U);
}
TEST(AnySessionByName, SaysWhyItDoesNotTakeSomething) {
  auto any = *any_session<>::open("student_group", people);
  const auto word = any.apply({.by = "anna", .act = "vot"}).error();
  ASSERT_TRUE(word.word);
  EXPECT_EQ(word.word->nearest, "vote");
  const auto early = any.apply({.by = "lead", .act = "advance"}).error();
  EXPECT_FALSE(early.word);
  EXPECT_EQ(early.code, code::stage_incomplete);
  ASSERT_TRUE(early.owed);
  EXPECT_EQ(early.owed->by, (std::vector<std::string>{"anna", "boris"}));
  EXPECT_EQ(any.can({.by = "lead", .act = "advance"}).error().code, code::stage_incomplete);
  EXPECT_EQ(any.can({.by = "carl", .act = "advance"}).error().word->field, word_field::by);
  EXPECT_TRUE(any.menu("carl").empty());
}
TEST(AnySessionByName, IsAValue) {
  auto one = *any_session<>::open("student_group", people);
  auto two = one;
  EXPECT_TRUE(one.apply({.by = "anna", .act = "present_case"}));
  EXPECT_TRUE(two.apply({.by = "anna", .act = "present_case"}));
  EXPECT_TRUE(one.apply({.by = "boris", .act = "present_case"}));
  two = one;
  EXPECT_EQ(two.view(), one.view());
  auto& same = two;
  two = same;
  EXPECT_EQ(two.view(), one.view());
}
TEST(AnySessionByName, IsVisitedAsWhatItIs) {
  auto any = *any_session<>::open("student_group", people);
  const auto cases = [](auto& running, const auto& names) {
    using P = typename std::remove_reference_t<decltype(running)>::protocol_type;
    if constexpr (std::same_as<P, students>) {
      EXPECT_TRUE(running.template record<act::present_case>(names.find("anna")));
    }
    return running.cases().size();
  };
  EXPECT_EQ(any.visit(cases), 1U);
  EXPECT_EQ(any.view().cases.size(), 1U);
}
TEST(AnySessionByName, TakesNoSessionOfOtherPeople) {
  const session<students> other(casts::students().group());
  const auto made = any_session<>::of(casts::cast_of<students>(), other);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error(), save_error::other_people);
}

/// A protocol of one's own: the student group under another name.
struct evening : student_group {
  static constexpr std::string_view name = "evening";
};
TEST(AnySessionOfOnesOwn, IsOpenedByName) {
  using mine = any_session<all_protocols::with<evening>>;
  auto any = mine::open("evening", people);
  ASSERT_TRUE(any);
  EXPECT_TRUE(any->apply({.by = "anna", .act = "present_case"}));
  EXPECT_EQ(mine::load(any->save())->protocol_name(), "evening");
  EXPECT_EQ(mine::open("student_group", people)->protocol_name(), "student_group");
  const auto foreign = any_session<>::load(any->save());
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.error().why, load_fault::other_protocol);
  EXPECT_EQ(foreign.error().found, "evening");
  EXPECT_EQ(any_session<>::load("nothing").error().why, load_fault::not_saved);
}

template <typename T>
concept lends_names = requires(T any) { static_cast<T&&>(any).names(); };
template <typename T>
concept lends_a_menu = requires(T any) { static_cast<T&&>(any).menu("anna"); };
TEST(AnySessionByName, LendsNothingOfATemporary) {
  BALINT_CHECK(lends_names<const any_session<>&> && lends_a_menu<const any_session<>&>);
  BALINT_CHECK(!lends_names<any_session<>&&> && !lends_a_menu<any_session<>&&>);
}

}  // namespace any_session_test
