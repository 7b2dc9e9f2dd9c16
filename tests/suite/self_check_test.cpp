// SPDX-License-Identifier: MIT
// The suite is in order, and each check of it can fail.
#include "tests/suite/self_check.hpp"

#include <gmock/gmock.h>

#include <fstream>

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
                     words(one, "breaches"), one["not_in_traces"].error() == simdjson::SUCCESS});
  }
  return found;
}

judgement clean() { return {"in_progress", 0, {}, {}, std::vector<std::string>{}}; }
judgement broken(const std::string& code) {
  return {"departs", 0, {{1, "departure", code, "roles", "story", 1, ""}}, {}, std::vector<std::string>{}};
}
judgement named(const std::string& rule) {
  auto says = clean();
  says.breaches = {{1, rule, ""}};
  return says;
}
trace one(const std::string& name, const judgement& says) { return {name, "{}", {"{}"}, says}; }
/// A case that meets and breaks R-1.
test_case good() {
  return {"p/a", "title", "cases/p/a.json", {"R-1"}, {one("p/a", clean()), one("p/a#broken", broken("absent"))}};
}
const requirements needs{{"R-1", {"absent"}, {}, {}, false}};

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
  EXPECT_THAT(both_ways({good()}, {{"R-1", {"absent", "repeated"}, {}, {}, false}}),
              ElementsAre("no trace breaks R-1 by repeated"));
  EXPECT_THAT(both_ways({good()}, {{"R-1", {}, {"passed"}, {}, false}}), ElementsAre("no trace breaks R-1 by passed"));
  auto advised = good();
  advised.traces[0].expected.advisories = {"passed"};
  EXPECT_THAT(both_ways({advised}, {{"R-1", {}, {"passed"}, {}, false}}), ElementsAre("no trace meets R-1"));
  auto told = good();
  told.traces.push_back(one("p/a#told", named("respect")));
  const requirements of_respect{{"R-1", {}, {}, {"respect"}, false}};
  EXPECT_THAT(both_ways({told}, of_respect), IsEmpty());
  EXPECT_THAT(both_ways({good()}, of_respect), ElementsAre("no trace breaks R-1 by respect"));
  told.traces = {told.traces.back()};
  EXPECT_THAT(both_ways({told}, of_respect), ElementsAre("no trace meets R-1"));
  EXPECT_THAT(both_ways({}, {{"R-1", {}, {}, {}, true}}), IsEmpty());
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
  auto told = lonely;
  told.traces.push_back(one("p/a#told", named("respect")));
  EXPECT_THAT(mutants_of_positives({good(), negative, advised, told}), IsEmpty());
}

TEST(Suite, FindsTheFirstDifference) {
  using conformance::difference;
  EXPECT_EQ(difference(clean(), clean()), "");
  EXPECT_EQ(difference(broken("absent"), clean()), "not found: event 1: absent (departure, roles, in story)");
  EXPECT_EQ(difference(clean(), broken("absent")),
            "found, though nothing is wrong: event 1: absent (departure, roles, in story)");
  EXPECT_EQ(
      difference(broken("absent"), broken("repeated")),
      "expected event 1: absent (departure, roles, in story); found event 1: repeated (departure, roles, in story)");
  auto ended = clean();
  ended.verdict = "terminated";
  EXPECT_EQ(difference(clean(), ended), "expected the verdict in_progress; found terminated");
  auto advised = clean();
  advised.advisories = {"passed"};
  EXPECT_EQ(difference(clean(), advised), "expected the advisories []; found [passed]");
  advised.advisories = std::nullopt;
  EXPECT_EQ(difference(clean(), advised), "");
}
TEST(Suite, ComparesEveryPartOfAFinding) {
  using conformance::difference;
  const auto differs_by = [](auto change) {
    auto other = broken("absent");
    change(other.findings[0]);
    return difference(broken("absent"), other) != "";
  };
  using conformance::finding;
  EXPECT_FALSE(differs_by([](finding&) {}));
  EXPECT_TRUE(differs_by([](finding& f) { f.about = "record"; }));
  EXPECT_TRUE(differs_by([](finding& f) { f.rule.clear(); }));
  EXPECT_TRUE(differs_by([](finding& f) { f.stage.clear(); }));
  EXPECT_TRUE(differs_by([](finding& f) { f.times = 2; }));
  EXPECT_TRUE(differs_by([](finding& f) { f.event = 2; }));
  auto owing = broken("absent");
  owing.findings[0].owed = "propose by p1";
  EXPECT_EQ(difference(broken("absent"), owing),
            "event 1: absent (departure, roles, in story): expected that is owed ; found propose by p1");
  EXPECT_EQ(difference(owing, broken("absent")), "") << "what an answer does not say is not compared";
}
TEST(Suite, ComparesFaultsOfTheRecordAndBreaches) {
  using conformance::difference;
  auto faulty = clean();
  faulty.record_faults = 2;
  EXPECT_EQ(difference(clean(), faulty), "expected 0 faults of the record; found 2");
  auto answered = named("respect");
  answered.breaches[0].answered = "4";
  EXPECT_EQ(difference(named("respect"), answered),
            "expected the breaches [respect at event 1, not answered]; found [respect at event 1, answered by 4]");
  EXPECT_EQ(difference(named("respect"), clean()),
            "expected the breaches [respect at event 1, not answered]; found []");
}
TEST(Suite, ReadsAJudgement) {
  simdjson::dom::parser parser;
  const auto read = [&](const char* text) { return conformance::to_judgement(parser.parse(std::string(text))); };
  const auto whole =
      read(R"({"verdict":"departs","record_faults":1,"findings":[{"event":2,"class":"record","code":"absent",)"
           R"("rule":null,"stage":"story","times":1}],"breaches":[{"event":1,"rule":"respect","answered":3},)"
           R"({"event":4,"rule":"live","answered":"terminated"},{"event":5,"rule":"live","answered":null}]})");
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->record_faults, 1U);
  EXPECT_EQ(whole->findings.at(0).about, "record");
  EXPECT_EQ(whole->findings.at(0).rule, "");
  EXPECT_THAT(whole->breaches,
              ElementsAre(conformance::breach{1, "respect", "3"}, conformance::breach{4, "live", "terminated"},
                          conformance::breach{5, "live", ""}));
  EXPECT_EQ(read(R"({"verdict":"departs","findings":[{"event":2,"code":"absent","times":1}]})").error(),
            "a finding without \"event\", \"class\", \"code\" or \"times\"");
  EXPECT_EQ(read(R"({"verdict":"departs","findings":[],"breaches":[{"event":2}]})").error(),
            "a breach without \"event\" or \"rule\"");
  EXPECT_EQ(read(R"({"verdict":"rule_violation","findings":[]})").error(), "no \"verdict\", or one that is none");
}
TEST(Suite, IsOfTheFormatThatIsRead) {
  const auto path = std::filesystem::path(testing::TempDir()) / "suite_of_format_1.json";
  std::ofstream(path)
      << R"({"format":1,"id":"p/a","title":"t","requirements":[],"header":{},"events":[],"expected":{}})";
  EXPECT_EQ(conformance::read_case(path).error(),
            path.string() + ": not of format 2, which is the one that is read here");
}

}  // namespace self_check_test
