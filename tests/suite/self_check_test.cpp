// SPDX-License-Identifier: MIT
// The suite is in order, and each check of it can fail.
#include "tests/suite/self_check.hpp"

#include <gmock/gmock.h>

using namespace suite;
using testing::ElementsAre;
using testing::IsEmpty;

namespace self_check_test {

const std::filesystem::path folder = BALINT_SOURCE_DIR "/tests/suite";

const cases& all() {
  static const cases read = [] {
    auto cases = conformance::read_cases(folder);
    EXPECT_TRUE(cases) << (cases ? "" : cases.error());
    return cases ? *std::move(cases) : suite::cases();
  }();
  return read;
}
std::vector<std::string> words(simdjson::dom::element from, const char* key) {
  std::vector<std::string> found;
  simdjson::dom::array list;
  if (from[key].get(list) != simdjson::SUCCESS) return found;
  for (const auto one : list) found.emplace_back(one.get_string().value());
  return found;
}
requirements required() {
  requirements found;
  simdjson::dom::parser parser;
  const simdjson::dom::array list = parser.load((folder / "requirements.json").string());
  for (const auto one : list) {
    found.push_back({std::string(one["id"].get_string().value()), words(one, "codes"), words(one, "advisories"),
                     one["not_in_traces"].error() == simdjson::SUCCESS});
  }
  return found;
}

judgement clean() { return {"in_progress", {}, std::vector<std::string>{}}; }
judgement broken(const std::string& code) {
  return {"rule_violation", {{1, code, "roles", 1, "", ""}}, std::vector<std::string>{}};
}
trace one(const std::string& name, const judgement& says) { return {name, "{}", {"{}"}, says}; }
/// A case that meets and breaks R-1.
test_case good() {
  return {"p/a", "title", "cases/p/a.json", {"R-1"}, {one("p/a", clean()), one("p/a#broken", broken("absent"))}};
}
const requirements needs{{"R-1", {"absent"}, {}, false}};

TEST(Suite, HasUniqueIds) { EXPECT_THAT(unique_ids(all(), required()), IsEmpty()); }
TEST(Suite, HasUniqueIdsOrSaysSo) {
  auto twice = good();
  twice.traces[1].name = "p/a";
  EXPECT_THAT(unique_ids({twice}, {}), ElementsAre("two traces are p/a"));
  auto elsewhere = good();
  elsewhere.path = "cases/q/a.json";
  EXPECT_THAT(unique_ids({elsewhere}, {}), ElementsAre("cases/q/a.json says that it is p/a"));
  EXPECT_THAT(unique_ids({}, {needs[0], needs[0]}), ElementsAre("two requirements are R-1"));
  EXPECT_THAT(unique_ids({good()}, needs), IsEmpty());
}

TEST(Suite, NamesRequirementsThatThereAre) { EXPECT_THAT(known_requirements(all(), required()), IsEmpty()); }
TEST(Suite, NamesRequirementsThatThereAreOrSaysSo) {
  EXPECT_THAT(known_requirements({good()}, {}), ElementsAre("p/a is of R-1, which is no requirement"));
  EXPECT_THAT(known_requirements({good()}, needs), IsEmpty());
}

TEST(Suite, HasNoEmptyTrace) { EXPECT_THAT(no_empty_trace(all()), IsEmpty()); }
TEST(Suite, HasNoEmptyTraceOrSaysSo) {
  auto empty = good();
  empty.traces[1].events.clear();
  EXPECT_THAT(no_empty_trace({empty}), ElementsAre("p/a#broken is empty"));
  EXPECT_THAT(no_empty_trace({good()}), IsEmpty());
}

TEST(Suite, ShowsEveryRequirementMetAndBroken) { EXPECT_THAT(both_ways(all(), required()), IsEmpty()); }
TEST(Suite, ShowsEveryRequirementMetAndBrokenOrSaysSo) {
  EXPECT_THAT(both_ways({good()}, needs), IsEmpty());
  EXPECT_THAT(both_ways({}, needs), ElementsAre("no trace meets R-1", "no trace breaks R-1 by absent"));
  EXPECT_THAT(both_ways({good()}, {{"R-1", {"absent", "repeated"}, {}, false}}),
              ElementsAre("no trace breaks R-1 by repeated"));
  EXPECT_THAT(both_ways({good()}, {{"R-1", {}, {"passed"}, false}}), ElementsAre("no trace breaks R-1 by passed"));
  auto advised = good();
  advised.traces[0].expected.advisories = {"passed"};
  EXPECT_THAT(both_ways({advised}, {{"R-1", {}, {"passed"}, false}}), ElementsAre("no trace meets R-1"));
  EXPECT_THAT(both_ways({}, {{"R-1", {}, {}, true}}), IsEmpty());
}

TEST(Suite, HasMutantsOfEveryPositiveCase) { EXPECT_THAT(mutants_of_positives(all()), IsEmpty()); }
TEST(Suite, HasMutantsOfEveryPositiveCaseOrSaysSo) {
  auto lonely = good();
  lonely.traces.pop_back();
  EXPECT_THAT(mutants_of_positives({lonely}), ElementsAre("p/a has no variant in which anything is wrong"));
  auto negative = lonely;
  negative.traces[0].expected = broken("absent");
  auto advised = good();
  advised.traces[1].expected = clean();
  advised.traces[1].expected.advisories = {"passed"};
  EXPECT_THAT(mutants_of_positives({good(), negative, advised}), IsEmpty());
}

TEST(Suite, FindsTheFirstDifference) {
  using conformance::difference;
  EXPECT_EQ(difference(clean(), clean()), "");
  EXPECT_EQ(difference(broken("absent"), clean()), "not found: event 1: absent (roles)");
  EXPECT_EQ(difference(clean(), broken("absent")), "found, though nothing is wrong: event 1: absent (roles)");
  EXPECT_EQ(difference(broken("absent"), broken("repeated")),
            "expected event 1: absent (roles); found event 1: repeated (roles)");
  auto ended = clean();
  ended.verdict = "terminated";
  EXPECT_EQ(difference(clean(), ended), "expected the verdict in_progress; found terminated");
  auto other = broken("absent");
  other.findings[0].stage = "story";
  EXPECT_EQ(difference(broken("absent"), other), "event 1: absent (roles): expected the stage \"\"; found \"story\"");
  EXPECT_EQ(difference(other, broken("absent")), "") << "what an answer does not say is not compared";
  auto advised = clean();
  advised.advisories = {"passed"};
  EXPECT_EQ(difference(clean(), advised), "expected the advisories []; found [passed]");
  advised.advisories = std::nullopt;
  EXPECT_EQ(difference(clean(), advised), "");
}

}  // namespace self_check_test
