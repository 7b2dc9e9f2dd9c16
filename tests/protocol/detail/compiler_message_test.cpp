// SPDX-License-Identifier: MIT
#include <balint/protocols/classical_group.hpp>
#include <balint/protocol/detail/compiler_message.hpp>
#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

#include <string_view>

namespace compiler_message_test {

using namespace balint;

constexpr std::string_view text_of(const detail::compiler_message& m) { return {m.data(), m.size()}; }

// The messages are made at compile time; here each is kept, and compared again while the test runs.
constexpr auto skipping = detail::not_next<student_group, stage::selection, stage::proposals>();
constexpr auto beyond = detail::not_next<student_group, stage::self_assessment, stage::presentation>();
constexpr auto elsewhere = detail::not_here<student_group, stage::story, act::vote>();
constexpr auto foreign = detail::not_here<classical_group, stage::story, act::propose>();
constexpr auto not_this_role = detail::not_yours<student_group, stage::story, act::ask, role::supervisor>();

constexpr bool a_stage_out_of_order_names_the_next() {
  return text_of(skipping) ==
         "balint: in student_group, after 'selection' comes 'story', not 'proposals' [stages_in_order]";
}
static_assert(a_stage_out_of_order_names_the_next());
TEST(Message, SaysWhichStageComesNext) { EXPECT_TRUE(a_stage_out_of_order_names_the_next()) << text_of(skipping); }

constexpr bool after_the_last_comes_the_close() {
  return text_of(beyond) ==
         "balint: in student_group, after 'self_assessment' comes the close, not 'presentation' [stages_in_order]";
}
static_assert(after_the_last_comes_the_close());
TEST(Message, SaysThatTheCloseComesAfterTheLastStage) {
  EXPECT_TRUE(after_the_last_comes_the_close()) << text_of(beyond);
}

constexpr bool an_act_elsewhere_names_its_stage() {
  return text_of(elsewhere) == "balint: in student_group, 'vote' belongs to 'selection', not to 'story' [act_of_stage]";
}
static_assert(an_act_elsewhere_names_its_stage());
TEST(Message, SaysToWhichStageAnActBelongs) { EXPECT_TRUE(an_act_elsewhere_names_its_stage()) << text_of(elsewhere); }

constexpr bool a_foreign_act_is_not_in_the_protocol() {
  return text_of(foreign) ==
         "balint: in classical_group, 'propose' is not an act of the protocol: record one that it has [act_of_stage]";
}
static_assert(a_foreign_act_is_not_in_the_protocol());
TEST(Message, SaysThatTheProtocolDoesNotHaveAnAct) {
  EXPECT_TRUE(a_foreign_act_is_not_in_the_protocol()) << text_of(foreign);
}

constexpr bool a_role_that_may_not_is_named() {
  return text_of(not_this_role) ==
         "balint: in student_group, stage 'story', role 'supervisor' may not 'ask': pass the seat of another role "
         "[role_may_act]";
}
static_assert(a_role_that_may_not_is_named());
TEST(Message, SaysWhichRoleMayNotDoTheAct) { EXPECT_TRUE(a_role_that_may_not_is_named()) << text_of(not_this_role); }

constexpr auto wants_a_case = detail::not_the_target<act::vote>();
constexpr auto wants_nothing = detail::not_the_target<act::ask>();
constexpr bool the_target_is_named() {
  return text_of(wants_a_case) == "balint: 'vote' takes a case_id, then the time if there is one [target_of_act]" &&
         text_of(wants_nothing) == "balint: 'ask' takes no target, then the time if there is one [target_of_act]";
}
static_assert(the_target_is_named());
TEST(Message, SaysWhatAnActIsDoneTo) { EXPECT_TRUE(the_target_is_named()) << text_of(wants_a_case); }

constexpr bool every_kind_of_target_is_described() {
  return detail::describe(target_kind::none) == "no target" && detail::describe(target_kind::case_of) == "a case_id" &&
         detail::describe(target_kind::option) == "an option_id" &&
         detail::describe(target_kind::rule) == "a rule_id" && detail::describe(target_kind::person) == "a person_id";
}
static_assert(every_kind_of_target_is_described());
TEST(Message, DescribesEveryKindOfTarget) { EXPECT_TRUE(every_kind_of_target_is_described()); }

constexpr bool a_text_too_long_is_cut() {
  detail::compiler_message m;
  for (int i = 0; i < 100; ++i) m << "1234567890";
  return m.size() == sizeof(m.text) && m.data()[m.size() - 1] == '0';
}
static_assert(a_text_too_long_is_cut());
TEST(Message, IsCutWhereItsRoomEnds) { EXPECT_TRUE(a_text_too_long_is_cut()); }

constexpr bool questions_answer_as_the_concepts_do() {
  using P = student_group;
  return detail::comes_next<P, stage::selection, stage::story> &&
         !detail::comes_next<P, stage::story, stage::selection> && detail::is_act_here<act::ask, P, stage::story> &&
         !detail::is_act_here<act::ask, P, stage::selection> && detail::is_known<act::ask, P> &&
         !detail::is_known<act::speculate, P> && detail::may_act<role::leader, act::ask, P, stage::story> &&
         !detail::may_act<role::presenter, act::ask, P, stage::story> && detail::is_first<P, stage::presentation> &&
         !detail::is_first<P, stage::selection> && detail::is_last<P, stage::self_assessment> &&
         !detail::is_last<P, stage::assessment>;
}
static_assert(questions_answer_as_the_concepts_do());
TEST(Questions, AnswerAsTheConceptsDo) { EXPECT_TRUE(questions_answer_as_the_concepts_do()); }

constexpr bool only_the_leader_may_leave() {
  using P = student_group;
  return detail::may_leave<role::leader, effect::advances, P> && detail::may_leave<role::leader, effect::closes, P> &&
         detail::may_leave<role::leader, effect::terminates, P> &&
         !detail::may_leave<role::participant, effect::advances, P> &&
         !detail::may_leave<role::supervisor, effect::terminates, P> &&
         !detail::may_leave<role::co_leader, effect::closes, classical_group>;
}
static_assert(only_the_leader_may_leave());
TEST(Questions, RUL4_LetOnlyTheLeaderLeaveAStage) { EXPECT_TRUE(only_the_leader_may_leave()); }

constexpr bool quoting_puts_marks_around() {
  detail::compiler_message m;
  (m << "say ").quote("ask") << ".";
  return text_of(m) == "say 'ask'.";
}
static_assert(quoting_puts_marks_around());
TEST(Message, QuotesNames) { EXPECT_TRUE(quoting_puts_marks_around()); }

}  // namespace compiler_message_test
