// SPDX-License-Identifier: MIT
// The house: where a header may live, what it may include, how it opens. Each rule is held against the headers of the
// project, and shown to fail on a small tree that breaks it.
#include <tests/house/house.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

namespace {

using house::tree;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::filesystem::path source{BALINT_SOURCE_DIR};

const tree& headers() {
  static const tree all = house::read_headers(source / "include");
  return all;
}

TEST(Headers, AreFound) {
  EXPECT_GT(headers().size(), 30U);
  EXPECT_TRUE(headers().contains("balint/balint.hpp"));
  EXPECT_TRUE(headers().contains("balint/group/form.hpp"));
  EXPECT_FALSE(headers().at("balint/group/form.hpp").empty());
}

TEST(Includes, AreReadWithTheirBracketsInOrder) {
  EXPECT_THAT(
      house::includes_of("#include <array>\n  #  include \"own.hpp\"  // why\nint include;\n#include <balint/a.hpp>"),
      ElementsAre("<array>", "\"own.hpp\"", "<balint/a.hpp>"));
  EXPECT_THAT(house::includes_of("// #include <array>\n#define x\n"), IsEmpty());
}

TEST(Floors, AreKept) { EXPECT_THAT(house::floors(headers()), IsEmpty()); }
TEST(Floors, AreBrokenByALookUpstairs) {
  EXPECT_THAT(house::floors({{"balint/vocabulary/a.hpp", "#include <balint/protocol/b.hpp>\n"}}),
              ElementsAre("balint/vocabulary/a.hpp includes <balint/protocol/b.hpp>"));
  EXPECT_THAT(house::floors({{"balint/protocol/a.hpp", "#include <balint/group/b.hpp>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::floors({{"balint/group/a.hpp", "#include <balint/session/b.hpp>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::floors({{"balint/session/a.hpp", "#include <balint/conformance/b.hpp>\n"}}),
              ElementsAre(testing::_));
  EXPECT_THAT(house::floors({{"balint/conformance/a.hpp", "#include <balint/text/b.hpp>\n"}}), ElementsAre(testing::_));
}
TEST(Floors, AreBrokenByALookAtTheNeighbours) {
  EXPECT_THAT(house::floors({{"balint/simulation/a.hpp", "#include <balint/conformance/b.hpp>\n"}}),
              ElementsAre(testing::_));
  EXPECT_THAT(house::floors({{"balint/conformance/a.hpp", "#include <balint/simulation/b.hpp>\n"}}),
              ElementsAre(testing::_));
  EXPECT_THAT(house::floors({{"balint/log/a.hpp", "#include <balint/text/b.hpp>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::floors({{"balint/testing/a.hpp", "#include <balint/journal/b.hpp>\n"}}), ElementsAre(testing::_));
}
TEST(Floors, AreBrokenByIncludingTheWholeCore) {
  EXPECT_THAT(house::floors({{"balint/text/a.hpp", "#include <balint/balint.hpp>\n"}}), ElementsAre(testing::_));
}
TEST(Floors, AreBrokenByAFolderThatHasNone) {
  EXPECT_THAT(house::floors({{"balint/misc/a.hpp", ""}, {"balint/loose.hpp", ""}}),
              ElementsAre("balint/loose.hpp stands on no floor of the house",
                          "balint/misc/a.hpp stands on no floor of the house"));
}
TEST(Floors, AreKeptByALookDownstairsAndWithinTheFolder) {
  EXPECT_THAT(
      house::floors({{"balint/log/a.hpp",
                      "#include <balint/vocabulary/b.hpp>\n#include <balint/log/b.hpp>\n#include <simdjson.h>\n"},
                     {"balint/balint.hpp", "#include <balint/session/b.hpp>\n"},
                     {"balint/session/b.hpp", "#include <balint/version.hpp>\n"}}),
      IsEmpty());
}

TEST(OwnIncludes, AreExistingHeadersInAngleBrackets) { EXPECT_THAT(house::own_includes(headers()), IsEmpty()); }
TEST(OwnIncludes, AreBrokenByQuotesAndByMissingHeaders) {
  EXPECT_THAT(house::own_includes({{"balint/group/a.hpp", "#include \"b.hpp\"\n#include <balint/group/c.hpp>\n"}}),
              ElementsAre("balint/group/a.hpp includes \"b.hpp\"", "balint/group/a.hpp includes <balint/group/c.hpp>"));
}

TEST(Packages, AreNeededInTheirOwnFolderAlone) { EXPECT_THAT(house::packages(headers()), IsEmpty()); }
TEST(Packages, BreakTheCore) {
  EXPECT_THAT(house::packages({{"balint/simulation/a.hpp", "#include <Random123/philox.h>\n"}}),
              ElementsAre(testing::_));
  EXPECT_THAT(house::packages({{"balint/vocabulary/a.hpp", "#include <fmt/format.h>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::packages({{"balint/vocabulary/a.hpp", "#include <stdint.h>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::packages({{"balint/balint.hpp", "#include <sqlite3.h>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::packages({{"balint/group/a.hpp", "#include <array>\n#include <cstdint>\n"}}), IsEmpty());
}
TEST(Packages, BreakTheFoldersOfOthers) {
  EXPECT_THAT(house::packages({{"balint/log/a.hpp", "#include <fmt/format.h>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::packages({{"balint/text/a.hpp", "#include <simdjson.h>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::packages({{"balint/text/a.hpp", "#include <fmt/format.h>\n"},
                               {"balint/log/jsonl_a.hpp", "#include <simdjson.h>\n"},
                               {"balint/log/detail/xml_a.hpp", "#include <libxml/parser.h>\n"},
                               {"balint/log/detail/gzip_a.hpp", "#include <zlib.h>\n"},
                               {"balint/journal/a.hpp", "#include <sqlite3.h>\n"},
                               {"balint/testing/a.hpp", "#include <gtest/gtest.h>\n#include <gmock/gmock.h>\n"}}),
              IsEmpty());
}

TEST(Packages, BreakTheOtherPartsOfAFolder) {
  EXPECT_THAT(house::packages({{"balint/log/csv_a.hpp", "#include <simdjson.h>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::packages({{"balint/log/jsonl_a.hpp", "#include <libxml/parser.h>\n"}}), ElementsAre(testing::_));
  EXPECT_THAT(house::packages({{"balint/log/record_a.hpp", "#include <zlib.h>\n"}}), ElementsAre(testing::_));
}
TEST(Packages, AreNotReachedFromTheOtherFormats) {
  const auto json = house::reached_from(headers(), "balint/log/jsonl.hpp");
  EXPECT_TRUE(json.contains("<simdjson.h>"));
  EXPECT_FALSE(json.contains("<libxml/parser.h>"));
  EXPECT_FALSE(json.contains("<zlib.h>"));
  const auto xes = house::reached_from(headers(), "balint/log/xes.hpp");
  EXPECT_TRUE(xes.contains("<libxml/parser.h>"));
  EXPECT_FALSE(xes.contains("<simdjson.h>"));
  const auto csv = house::reached_from(headers(), "balint/log/csv.hpp");
  EXPECT_TRUE(csv.contains("balint/log/record_reader.hpp"));
  for (const auto* package : {"<simdjson.h>", "<libxml/parser.h>", "<zlib.h>"})
    EXPECT_FALSE(csv.contains(package)) << package;
}

TEST(Core, LeavesOutWhatIsDear) { EXPECT_THAT(house::core_is_cheap(headers()), IsEmpty()); }
TEST(Core, IsBrokenByWhatIsDear) {
  for (const std::string dear :
       {"iostream", "random", "chrono", "functional", "string", "vector", "bitset", "ranges", "variant"}) {
    const auto include = "#include <" + dear + ">\n";
    EXPECT_THAT(house::core_is_cheap({{"balint/session/a.hpp", include}}),
                ElementsAre("balint/session/a.hpp includes <" + dear + ">"));
    EXPECT_THAT(house::core_is_cheap({{"balint/log/a.hpp", include}}), IsEmpty());
  }
  EXPECT_THAT(house::core_is_cheap({{"balint/vocabulary/chrono.hpp", "#include <chrono>\n"}}), IsEmpty());
  EXPECT_THAT(house::core_is_cheap({{"balint/vocabulary/a.hpp", "#include <string_view>\n#include <array>\n"}}),
              IsEmpty());
}

TEST(Core, MayKeepThingsInContainersOnFloor4WhereTheOneIncludeLeavesThemOut) {
  const std::string all = "#include <balint/conformance/a.hpp>\n";
  for (const std::string container : {"functional", "string", "vector", "bitset", "variant"}) {
    const auto include = "#include <" + container + ">\n";
    EXPECT_THAT(house::core_is_cheap({{"balint/balint.hpp", all}, {"balint/conformance/b.hpp", include}}), IsEmpty());
    EXPECT_THAT(house::core_is_cheap({{"balint/balint.hpp", all}, {"balint/conformance/a.hpp", include}}),
                ElementsAre("balint/conformance/a.hpp includes <" + container + ">"));
  }
  for (const std::string dear : {"iostream", "random", "chrono"}) {
    EXPECT_THAT(house::core_is_cheap({{"balint/conformance/b.hpp", "#include <" + dear + ">\n"}}),
                ElementsAre("balint/conformance/b.hpp includes <" + dear + ">"));
  }
}

TEST(OneInclude, ReachesTheCoreAndTheJudge) {
  EXPECT_THAT(house::core_in_one_include(headers()), IsEmpty());
  const auto reached = house::reached_from(headers(), "balint/balint.hpp");
  for (const auto* needed :
       {"balint/vocabulary/event.hpp", "balint/protocol/student_group.hpp", "balint/protocol/staff_group.hpp",
        "balint/protocol/classical_group.hpp", "balint/protocol/case_consultation.hpp", "balint/group/form.hpp",
        "balint/session/session.hpp", "balint/session/session_at.hpp", "balint/conformance/judge.hpp",
        "balint/version.hpp"}) {
    EXPECT_TRUE(reached.contains(needed)) << needed;
  }
}
TEST(OneInclude, IsBrokenByMoreThanTheCore) {
  const auto reaching = [](const std::string& what) {
    return house::core_in_one_include({{"balint/balint.hpp", "#include <balint/session/a.hpp>\n"},
                                       {"balint/session/a.hpp", "#include " + what + "\n"}});
  };
  EXPECT_THAT(reaching("<balint/simulation/b.hpp>"), ElementsAre("balint.hpp reaches balint/simulation/b.hpp"));
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

const std::string good_opening = "// SPDX-License-Identifier: MIT\n#pragma once\n/// @file\n/// What it is for.\n";

TEST(Openings, AreInOrder) { EXPECT_THAT(house::openings(headers()), IsEmpty()); }
TEST(Openings, AreBrokenByWhateverIsLeftOut) {
  const auto opening = [](const std::string& text) { return house::openings({{"balint/group/a.hpp", text}}); };
  EXPECT_THAT(opening(good_opening), IsEmpty());
  EXPECT_THAT(
      opening("// SPDX-License-Identifier: MIT\n#pragma once\n/// @file\n/// What it is for, in\n/// two lines.\n"),
      IsEmpty());
  EXPECT_THAT(opening("#pragma once\n/// @file\n/// What it is for.\n"),
              testing::Contains("balint/group/a.hpp does not begin with its licence"));
  EXPECT_THAT(opening("// SPDX-License-Identifier: MIT\n/// @file\n/// What it is for.\n"),
              testing::Contains("balint/group/a.hpp has no #pragma once in its second line"));
  EXPECT_THAT(opening("// SPDX-License-Identifier: MIT\n#pragma once\nint x;\n"),
              ElementsAre("balint/group/a.hpp has no @file sentence"));
  EXPECT_THAT(opening("// SPDX-License-Identifier: MIT\n#pragma once\n/// @file\nint x;\n"),
              ElementsAre("balint/group/a.hpp has no @file sentence"));
  EXPECT_THAT(opening("// SPDX-License-Identifier: MIT\n#pragma once\n/// @file\n/// words without an end\n"),
              ElementsAre("balint/group/a.hpp has no @file sentence"));
}
TEST(Openings, AreFollowedByAtMostFiveHundredLinesInAll) {
  std::string text = good_opening;
  for (int i = 0; i < 496; ++i) text += "int x;\n";
  EXPECT_THAT(house::openings({{"balint/group/a.hpp", text}}), IsEmpty());
  EXPECT_THAT(house::openings({{"balint/group/a.hpp", text + "int y;\n"}}),
              ElementsAre("balint/group/a.hpp has more than 500 lines"));
}

TEST(Namespaces, AreNamedAndNotOpenedForAll) { EXPECT_THAT(house::namespaces(headers()), IsEmpty()); }
TEST(Namespaces, AreBrokenByUsingAndAnonymousOnes) {
  const auto with = [](const std::string& text) { return house::namespaces({{"balint/group/a.hpp", text}}); };
  EXPECT_THAT(with("using namespace std;\n"), ElementsAre("balint/group/a.hpp has a using namespace"));
  EXPECT_THAT(with("  using\n  namespace std;\n"), testing::SizeIs(1));
  EXPECT_THAT(with("namespace {\n}\n"), ElementsAre("balint/group/a.hpp has an anonymous namespace"));
  EXPECT_THAT(with("namespace\n{\n}\n"), testing::SizeIs(1));
  EXPECT_THAT(with("namespace{}\n"), testing::SizeIs(1));
  EXPECT_THAT(with("namespace balint { using std::array; namespace x = y; }\n"), IsEmpty());
}

TEST(Tests, MirrorTheHeadersPathForPath) {
  EXPECT_THAT(house::tests_mirror(headers(), house::files_below(source / "tests")), IsEmpty());
}
TEST(Tests, AreMissedWhereAHeaderHasNone) {
  const tree two{{"balint/group/a.hpp", ""}, {"balint/group/b.hpp", ""}};
  EXPECT_THAT(house::tests_mirror(two, {"group/a_test.cpp", "protocol/b_test.cpp"}),
              ElementsAre("balint/group/b.hpp has no test: tests/group/b_test.cpp"));
  EXPECT_THAT(house::tests_mirror(
                  {{"balint/balint.hpp", ""}, {"balint/version.hpp", ""}, {"balint/session/detail/a.hpp", ""}}, {}),
              IsEmpty());
}

}  // namespace
