// SPDX-License-Identifier: MIT
// Refusals and what is owed, in words.
#include <balint/words/any_refusal.hpp>

#include "tests/words/casts.hpp"

using namespace balint;
using namespace support;
using students = student_group;

namespace any_refusal_test {

any_refusal refused(const session<students>& now, const event<students>& e) {
  return detail::in_words<students>(now.can(e).error(), casts::students());
}

TEST(AnyRefusal, HasTheWordsOfARefusal) {
  const session<students> now(casts::students().group());
  const auto no = refused(now, event<students>::of<act::vote>({0}, case_id{{1}}));
  EXPECT_FALSE(no.word);
  EXPECT_EQ(no.code, code::wrong_stage);
  EXPECT_EQ(no.rule, "stage_order");
  EXPECT_EQ(no.source, "STG-8");
  EXPECT_EQ(no.act, "vote");
  EXPECT_EQ(no.stage, "presentation");
  EXPECT_FALSE(no.owed);
  EXPECT_EQ(no.legal, (std::vector<std::string_view>{"present_case", "pass", "withdraw", "drop", "flag"}));
  EXPECT_EQ(no.going_on, (std::vector<std::string_view>{"present_case", "pass", "flag"}));
  EXPECT_EQ(no.message(),
            "vote is refused in presentation: wrong_stage (stage_order); can be done now: present_case, pass, flag");
}
TEST(AnyRefusal, HasWhatIsOwed) {
  session<students> now(casts::students().group());
  const auto no = refused(now, event<students>::of<act::advance>({2}));
  ASSERT_TRUE(no.owed);
  EXPECT_EQ(*no.owed,
            (owed_words{
                .owes = debt::an_act, .act = "present_case", .by = {"anna", "boris"}, .rule = "everyone_takes_part"}));
  EXPECT_TRUE(
      no.message().starts_with("advance is refused in presentation: stage_incomplete (everyone_takes_part); still "
                               "open: present_case (anna, boris); can be done now: "))
      << no.message();
}
TEST(AnyRefusal, SaysWhatAWordSays) {
  const any_refusal no{.word = word_error{.field = word_field::act, .given = "vot", .nearest = "vote"}};
  EXPECT_EQ(no.message(), no.word->message());
}
TEST(AnyRefusal, HasNoRuleWhereNoneStandsAgainstIt) {
  session<students> now(casts::students().group());
  EXPECT_TRUE(now.record<act::present_case>({0}));
  const auto no = refused(now, event<students>::of<act::present_case>({0}));
  EXPECT_EQ(no.rule, "");
  EXPECT_EQ(no.message().find('('), std::string::npos);
}

}  // namespace any_refusal_test
