// SPDX-License-Identifier: MIT
// Breaches that somebody named, and their answers: the judge tells its sink, and finds nothing.
#include <balint/conformance/breach.hpp>

#include <vector>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace breach_test {

using students = student_group;
constexpr rule_id respect = rule_of<students, rule::respect>;
constexpr rule_id memory = rule_of<students, rule::from_memory>;

/// Keeps breaches and answers, and counts findings.
struct listening {
  std::vector<named_breach> named;
  std::vector<answered_breaches> answers;
  int findings = 0;
  void operator()(const finding<students>&) { ++findings; }
  void operator()(const named_breach& one) { named.push_back(one); }
  void operator()(const answered_breaches& one) { answers.push_back(one); }
};
listening heard(const trace<students>& all) {
  listening sink;
  judge<students, listening&> by(formed<students>(), sink);
  for (const auto& e : all) by.apply(e);
  return sink;
}

TEST(Breach, NamesTheRuleTheEventAndWhoSaidSo_RUL6) {
  const auto sink = heard(trace<students>().add(anna, act::present_case{}).add(boris, act::flag{}, respect));
  ASSERT_EQ(sink.named.size(), 1U);
  EXPECT_EQ(sink.named[0].event, 2U);
  EXPECT_EQ(sink.named[0].rule, respect);
  EXPECT_EQ(sink.named[0].by, boris);
  EXPECT_TRUE(sink.answers.empty());
  EXPECT_EQ(sink.findings, 0);
}
TEST(Breach, IsAnsweredByAReminderOfItsRule_RUL6) {
  const auto sink = heard(trace<students>().add(boris, act::flag{}, respect).add(lead, act::remind{}, memory));
  ASSERT_EQ(sink.answers.size(), 1U);
  EXPECT_EQ(sink.answers[0].how, breach_answer::reminder);
  EXPECT_EQ(sink.answers[0].rule, memory);
  EXPECT_EQ(sink.answers[0].event, 2U);
}
TEST(Breach, IsAnsweredByTheEndOfTheSession_RUL4) {
  const auto sink = heard(trace<students>().add(boris, act::flag{}, respect).add(lead, act::terminate{}));
  ASSERT_EQ(sink.answers.size(), 1U);
  EXPECT_EQ(sink.answers[0].how, breach_answer::terminated);
  EXPECT_EQ(sink.answers[0].rule, no_rule);
}
TEST(Breach, IsNoneWhereTheFlagIsRefused) {
  const auto sink = heard(trace<students>().add(nobody, act::flag{}, respect).add(anna, act::remind{}, respect));
  EXPECT_TRUE(sink.named.empty() && sink.answers.empty());
  EXPECT_EQ(sink.findings, 2);
}

}  // namespace breach_test
