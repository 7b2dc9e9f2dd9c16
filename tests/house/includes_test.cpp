// SPDX-License-Identifier: MIT
// What headers may include. Each rule is held against the project and broken by a small tree.
#include <tests/house/includes.hpp>
#include <tests/house/project.hpp>
#include <tests/house/tree.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>

namespace includes_test {

using house::project::headers;
using house::project::small;
using house::project::the_plan;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Includes, AreReadWithTheirBracketsInOrder) {
  EXPECT_THAT(
      house::includes_of("#include <array>\n  #  include \"own.hpp\"  // why\nint include;\n#include <balint/a.hpp>"),
      ElementsAre("<array>", "\"own.hpp\"", "<balint/a.hpp>"));
  EXPECT_THAT(house::includes_of("// #include <array>\n#define x\n"), IsEmpty());
}

TEST(Floors, AreKept) { EXPECT_THAT(house::floors(the_plan(), headers()), IsEmpty()); }
TEST(Floors, AreBrokenByALookUpstairs) {
  EXPECT_THAT(house::floors(small(), {{"balint/words/a.hpp", "#include <balint/left/b.hpp>\n"}}),
              ElementsAre("balint/words/a.hpp includes <balint/left/b.hpp>"));
  EXPECT_THAT(house::floors(small(), {{"balint/log/a.hpp", "#include <balint/log/csv/b.hpp>\n"}}),
              ElementsAre(testing::_));
  EXPECT_THAT(house::floors(small(), {{"balint/log/a.hpp", "#include <balint/log/csv/detail/b.hpp>\n"}}),
              ElementsAre(testing::_));
}
TEST(Floors, AreBrokenByALookAtTheNeighbours) {
  EXPECT_THAT(house::floors(small(), {{"balint/left/a.hpp", "#include <balint/right/b.hpp>\n"}}),
              ElementsAre("balint/left/a.hpp includes <balint/right/b.hpp>"));
}
TEST(Floors, AreBrokenByAComponentThatIsNotNeeded) {
  EXPECT_THAT(house::floors(small(), {{"balint/log/a.hpp", "#include <balint/tools/b.hpp>\n"}}),
              ElementsAre("balint/log/a.hpp includes <balint/tools/b.hpp>, which its component log does not need"));
}
TEST(Floors, AreBrokenByIncludingTheWholeCore) {
  EXPECT_THAT(house::floors(small(), {{"balint/tools/a.hpp", "#include <balint/balint.hpp>\n"}}),
              ElementsAre(testing::_));
}
TEST(Floors, AreBrokenByAFolderThatHasNone) {
  EXPECT_THAT(
      house::floors(small(), {{"balint/misc/a.hpp", ""}, {"balint/loose.hpp", ""}}),
      ElementsAre("balint/loose.hpp is in no folder of the plan", "balint/misc/a.hpp is in no folder of the plan"));
}
TEST(Floors, AreKeptByALookDownstairsAndWithinTheFolder) {
  EXPECT_THAT(house::floors(small(), {{"balint/log/both/a.hpp",
                                       "#include <balint/words/b.hpp>\n#include <balint/log/b.hpp>\n#include "
                                       "<balint/log/both/detail/c.hpp>\n#include <sqlite3.h>\n"},
                                      {"balint/balint.hpp", "#include <balint/left/b.hpp>\n"},
                                      {"balint/left/b.hpp", "#include <balint/version.hpp>\n"}}),
              IsEmpty());
}

TEST(OwnIncludes, AreExistingHeadersInAngleBrackets) { EXPECT_THAT(house::own_includes(headers()), IsEmpty()); }
TEST(OwnIncludes, AreBrokenByQuotesAndByMissingHeaders) {
  EXPECT_THAT(house::own_includes({{"balint/group/a.hpp", "#include \"b.hpp\"\n#include <balint/group/c.hpp>\n"}}),
              ElementsAre("balint/group/a.hpp includes \"b.hpp\"", "balint/group/a.hpp includes <balint/group/c.hpp>"));
}

TEST(Packages, AreNeededInTheirOwnFolderAlone) { EXPECT_THAT(house::packages(the_plan(), headers()), IsEmpty()); }
TEST(Packages, BreakTheCore) {
  EXPECT_THAT(house::packages(small(), {{"balint/words/a.hpp", "#include <fmt/format.h>\n"}}),
              ElementsAre("balint/words/a.hpp includes <fmt/format.h>"));
  EXPECT_THAT(house::packages(small(), {{"balint/words/a.hpp", "#include <stdint.h>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::packages(small(), {{"balint/balint.hpp", "#include <sqlite3.h>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::packages(small(), {{"balint/left/a.hpp", "#include <array>\n#include <cstdint>\n"}}), IsEmpty());
}
TEST(Packages, BreakTheFoldersOfOthers) {
  EXPECT_THAT(house::packages(small(), {{"balint/log/a.hpp", "#include <fmt/format.h>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::packages(small(), {{"balint/log/csv/a.hpp", "#include <zlib.h>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::packages(small(), {{"balint/tools/a.hpp", "#include <fmt/format.h>\n"},
                                        {"balint/log/both/detail/a.hpp", "#include <zlib.h>\n#include <sqlite3.h>\n"}}),
              IsEmpty());
}
TEST(Packages, AreNotReachedFromTheOtherFormats) {
  const auto json = house::reached_from(headers(), "balint/log/jsonl/jsonl.hpp");
  EXPECT_TRUE(json.contains("<simdjson.h>"));
  EXPECT_FALSE(json.contains("<libxml/parser.h>"));
  EXPECT_FALSE(json.contains("<zlib.h>"));
  const auto xes = house::reached_from(headers(), "balint/log/xes/xes.hpp");
  EXPECT_TRUE(xes.contains("<libxml/parser.h>"));
  EXPECT_FALSE(xes.contains("<simdjson.h>"));
  const auto csv = house::reached_from(headers(), "balint/log/csv/csv.hpp");
  EXPECT_TRUE(csv.contains("balint/log/record_reader.hpp"));
  for (const auto* package : {"<simdjson.h>", "<libxml/parser.h>", "<zlib.h>"})
    EXPECT_FALSE(csv.contains(package)) << package;
}

// What has to be found is written without the judge, else comparing the two would show nothing.
TEST(Deviations, NeverReachTheJudge) {
  std::size_t looked_at = 0;
  for (const auto& one : headers()) {
    if (!one.first.starts_with("balint/deviation/")) continue;
    ++looked_at;
    for (const auto& reached : house::reached_from(headers(), one.first))
      EXPECT_FALSE(reached.starts_with("balint/conformance/")) << one.first << " reaches " << reached;
  }
  EXPECT_GT(looked_at, 10U);
  const auto broken = house::reached_from({{"balint/deviation/a.hpp", "#include <balint/group/b.hpp>\n"},
                                           {"balint/group/b.hpp", "#include <balint/conformance/judge.hpp>\n"},
                                           {"balint/conformance/judge.hpp", ""}},
                                          "balint/deviation/a.hpp");
  EXPECT_TRUE(broken.contains("balint/conformance/judge.hpp"));
}

TEST(Core, LeavesOutWhatIsDear) { EXPECT_THAT(house::core_is_cheap(the_plan(), headers()), IsEmpty()); }
TEST(Core, IsBrokenByWhatIsDear) {
  for (const std::string dear :
       {"iostream", "random", "chrono", "functional", "string", "vector", "bitset", "ranges", "variant"}) {
    const auto include = "#include <" + dear + ">\n";
    EXPECT_THAT(house::core_is_cheap(the_plan(), {{"balint/session/a.hpp", include}}),
                ElementsAre("balint/session/a.hpp includes <" + dear + ">"));
    EXPECT_THAT(house::core_is_cheap(the_plan(), {{"balint/log/a.hpp", include}}), IsEmpty());
  }
  EXPECT_THAT(house::core_is_cheap(the_plan(), {{"balint/vocabulary/chrono.hpp", "#include <chrono>\n"}}), IsEmpty());
  EXPECT_THAT(
      house::core_is_cheap(the_plan(), {{"balint/vocabulary/a.hpp", "#include <string_view>\n#include <array>\n"}}),
      IsEmpty());
}
TEST(Core, MayKeepThingsInContainersWhereTheOneIncludeLeavesThemOut) {
  const std::string all = "#include <balint/conformance/a.hpp>\n";
  for (const std::string container : {"functional", "string", "vector", "bitset", "variant"}) {
    const auto include = "#include <" + container + ">\n";
    for (const std::string apart : {"balint/conformance/b.hpp", "balint/alignment/b.hpp"})
      EXPECT_THAT(house::core_is_cheap(the_plan(), {{"balint/balint.hpp", all}, {apart, include}}), IsEmpty());
    EXPECT_THAT(house::core_is_cheap(the_plan(), {{"balint/balint.hpp", all}, {"balint/conformance/a.hpp", include}}),
                ElementsAre("balint/conformance/a.hpp includes <" + container + ">"));
  }
  for (const std::string dear : {"iostream", "random", "chrono"}) {
    for (const std::string apart : {"balint/conformance/b.hpp", "balint/alignment/b.hpp"})
      EXPECT_THAT(house::core_is_cheap(the_plan(), {{apart, "#include <" + dear + ">\n"}}),
                  ElementsAre(apart + " includes <" + dear + ">"));
  }
}

TEST(OneInclude, ReachesTheCoreAndTheJudge) {
  EXPECT_THAT(house::core_in_one_include(the_plan(), headers()), IsEmpty());
  const auto reached = house::reached_from(headers(), "balint/balint.hpp");
  for (const auto* needed :
       {"balint/session/event.hpp", "balint/protocols/student_group.hpp", "balint/protocols/staff_group.hpp",
        "balint/protocols/classical_group.hpp", "balint/protocols/case_consultation.hpp", "balint/group/form.hpp",
        "balint/session/session.hpp", "balint/session/session_at.hpp", "balint/conformance/judge.hpp",
        "balint/version.hpp"}) {
    EXPECT_TRUE(reached.contains(needed)) << needed;
  }
}
TEST(OneInclude, IsBrokenByMoreThanTheCore) {
  const auto reaching = [](const std::string& what) {
    return house::core_in_one_include(the_plan(), {{"balint/balint.hpp", "#include <balint/session/a.hpp>\n"},
                                                   {"balint/session/a.hpp", "#include " + what + "\n"}});
  };
  EXPECT_THAT(reaching("<balint/alignment/b.hpp>"), ElementsAre("balint.hpp reaches balint/alignment/b.hpp"));
  EXPECT_THAT(reaching("<balint/text/b.hpp>"), ElementsAre(testing::_));
  EXPECT_THAT(reaching("<balint/vocabulary/chrono.hpp>"), ElementsAre(testing::_));
  EXPECT_THAT(reaching("<chrono>"), ElementsAre("balint.hpp reaches <chrono>"));
  EXPECT_THAT(reaching("<balint/conformance/judge.hpp>"), IsEmpty());
}

TEST(Cycles, DoNotExist) { EXPECT_THAT(house::no_cycle(headers()), IsEmpty()); }
TEST(Cycles, AreFound) {
  EXPECT_THAT(house::no_cycle({{"balint/group/a.hpp", "#include <balint/group/a.hpp>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::no_cycle({{"balint/group/a.hpp", "#include <balint/group/b.hpp>\n"},
                               {"balint/group/b.hpp", "#include <balint/group/c.hpp>\n"},
                               {"balint/group/c.hpp", "#include <balint/group/a.hpp>\n"}}),
              testing::SizeIs(3));
  EXPECT_THAT(house::no_cycle({{"balint/group/a.hpp", "#include <balint/group/b.hpp>\n#include <balint/group/c.hpp>\n"},
                               {"balint/group/b.hpp", "#include <balint/group/c.hpp>\n"},
                               {"balint/group/c.hpp", ""}}),
              IsEmpty());
}

}  // namespace includes_test
