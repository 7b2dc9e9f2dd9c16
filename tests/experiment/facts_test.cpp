// SPDX-License-Identifier: MIT
#include <balint/experiment/facts.hpp>
#include <tests/support.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace facts_test {

namespace act = balint::act;
namespace ex = balint::experiment;
using P = balint::student_group;
using balint::person_id;

const auto people = support::formed<P>().formed().value();

ex::session_facts<P> of_turns(const std::vector<person_id>& who) {
  ex::session_facts<P> facts(people);
  std::int64_t at = 0;
  for (const auto one : who)
    facts.on_event(balint::event<P>::of<act::present_case>(one, balint::instant{at += 1000}), balint::stage_id<P>{0});
  return facts;
}

TEST(SessionFacts, CountTurnsOfWhoSpeaksAndNotTheirActs) {
  const auto facts = of_turns({support::anna, support::anna, support::boris, support::anna, support::clara});
  EXPECT_EQ(facts.turns(), 4U);
  EXPECT_EQ(facts.of(support::anna).turns, 2U);
  EXPECT_EQ(facts.of(support::anna).events, 3U);
  EXPECT_EQ(facts.in(balint::stage_id<P>{0}).milliseconds, 5000);
  // Of the third and the fourth turn, the third is of who had the first.
  EXPECT_EQ(facts.aba(), 500'000);
  EXPECT_EQ(of_turns({support::anna, support::boris}).aba(), 0);
}
TEST(SessionFacts, HaveTheGiniOfTurns) {
  EXPECT_EQ(of_turns({}).gini(), 0);
  // One person has all: (n - 1) / n.
  const auto n = static_cast<std::int64_t>(people.size());
  EXPECT_EQ(of_turns({support::anna}).gini(), (n - 1) * 1'000'000 / n);
  std::vector<person_id> everybody;
  for (std::size_t i = 0; i < people.size(); ++i) everybody.push_back({static_cast<std::uint8_t>(i)});
  EXPECT_EQ(of_turns(everybody).gini(), 0);
}
TEST(SessionFacts, CountPassesAndRefusals) {
  ex::session_facts<P> facts(people);
  facts.on_event(balint::event<P>::of<act::pass>(support::boris, balint::instant{5}), balint::stage_id<P>{2});
  facts.on_refused(balint::event<P>::of<act::vote>(support::clara, balint::case_id{support::anna}));
  EXPECT_EQ(facts.passes(), 1U);
  EXPECT_EQ(facts.of(support::boris).passes, 1U);
  EXPECT_EQ(facts.of(support::clara).refused, 1U);
  EXPECT_EQ(facts.in(balint::stage_id<P>{2}).milliseconds, 5);
}
TEST(SessionFacts, HaveAValueForEachMetric) {
  const auto metrics = ex::session_metrics<P>();
  EXPECT_EQ(metrics.size(), 11 + P::order::size);
  std::vector<std::int64_t> values(metrics.size(), -1);
  const auto facts = of_turns({support::anna, support::boris});
  facts.values(
      {.why = balint::simulation::stop::truncated_by_time, .length = {7}, .events = 2, .silences = 3, .refused = 4},
      values);
  const auto value = [&](const std::string& name) {
    for (std::size_t i = 0; i < metrics.size(); ++i) {
      if (metrics[i].name == name) return values[i];
    }
    return std::int64_t{-2};
  };
  EXPECT_EQ(value("minutes"), 7);
  EXPECT_EQ(value("events"), 2);
  EXPECT_EQ(value("turns"), 2);
  EXPECT_EQ(value("silences"), 3);
  EXPECT_EQ(value("refused"), 4);
  EXPECT_EQ(value("closed"), 0);
  EXPECT_EQ(value("terminated"), 0);
  EXPECT_EQ(value("truncated"), 1);
  EXPECT_EQ(value("minutes_" + std::string(P::order::names[0])), 2000);
}

}  // namespace facts_test
