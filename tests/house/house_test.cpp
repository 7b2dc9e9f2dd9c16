// SPDX-License-Identifier: MIT
// The house: where a header may live, what it may include, how it opens. Each rule is held against the headers of the
// project, and shown to fail on a small tree that breaks it.
#include <tests/house/house.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
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

const house::plan& the_plan() {
  static const house::plan all = house::plan_in(source);
  return all;
}
// A small house with two rooms on floor 1.
const house::plan& small() {
  static const house::plan all = house::read_plan(R"(
set(balint_floors
  # folder   floor component needs packages
  "words      0    balint    -     -"
  "left       1    balint    -     -"
  "right      1    balint    -     -"
  "tools      2    tools     -     fmt"
  "log        3    log       -     -"
  "log/csv    4    csv       log   -"
  "log/both   5    both      csv   SQLite,ZLIB")
set(balint_packages
  "fmt    fmt::fmt   fmt/"
  "SQLite x::x       sqlite3.h"
  "ZLIB   ZLIB::ZLIB zlib.h,zconf.h")
)");
  return all;
}

TEST(Plan, IsReadFromTheTableOfCMake) {
  ASSERT_EQ(small().rooms.size(), 7U);
  EXPECT_EQ(small().rooms[6].folder, "log/both");
  EXPECT_EQ(small().rooms[6].floor, 5);
  EXPECT_EQ(small().rooms[6].component, "both");
  EXPECT_THAT(small().rooms[6].needs, ElementsAre("csv"));
  EXPECT_THAT(small().rooms[6].packages, ElementsAre("SQLite", "ZLIB"));
  EXPECT_THAT(small().rooms[0].packages, IsEmpty());
  EXPECT_THAT(small().headers_of.at("ZLIB"), ElementsAre("zlib.h", "zconf.h"));
}
TEST(Plan, FindsTheRoomOfAHeaderAndOfItsPrivateOnes) {
  EXPECT_EQ(small().of("balint/log/csv/a.hpp")->folder, "log/csv");
  EXPECT_EQ(small().of("balint/log/csv/detail/a.hpp")->folder, "log/csv");
  EXPECT_EQ(small().of("balint/log/a.hpp")->folder, "log");
  EXPECT_EQ(small().of("balint/log/xes/a.hpp"), nullptr);
  EXPECT_EQ(small().of("balint/balint.hpp"), nullptr);
}
TEST(Plan, LetsAComponentSeeTheCoreAndWhatItNeeds) {
  EXPECT_TRUE(small().may_see("both", "log"));
  EXPECT_TRUE(small().may_see("tools", "balint"));
  EXPECT_FALSE(small().may_see("log", "tools"));
  EXPECT_FALSE(small().may_see("csv", "both"));
}
TEST(Plan, HasARoomForEveryFolderAndNoRoomIsEmpty) {
  EXPECT_GT(the_plan().rooms.size(), 12U);
  for (const auto& room : the_plan().rooms) {
    EXPECT_TRUE(std::ranges::any_of(headers(), [&](const auto& one) { return the_plan().of(one.first) == &room; }))
        << room.folder;
    for (const auto& package : room.packages) EXPECT_TRUE(the_plan().headers_of.contains(package)) << package;
  }
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
  EXPECT_THAT(house::floors(small(), {{"balint/misc/a.hpp", ""}, {"balint/loose.hpp", ""}}),
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
TEST(Core, MayKeepThingsInContainersAboveFloor3WhereTheOneIncludeLeavesThemOut) {
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
       {"balint/vocabulary/event.hpp", "balint/protocols/student_group.hpp", "balint/protocols/staff_group.hpp",
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
  EXPECT_THAT(with("using namespace declare;\n"), testing::SizeIs(1));
  EXPECT_THAT(with("namespace {\n}\n"), ElementsAre("balint/group/a.hpp has an anonymous namespace"));
  EXPECT_THAT(with("namespace\n{\n}\n"), testing::SizeIs(1));
  EXPECT_THAT(with("namespace{}\n"), testing::SizeIs(1));
  EXPECT_THAT(with("namespace balint { using std::array; namespace x = y; }\n"), IsEmpty());
}
TEST(Namespaces, OfDeclarationsOpenTheirWordsAlone) {
  const auto with = [](const std::string& text) { return house::namespaces({{"balint/protocols/a.hpp", text}}); };
  EXPECT_THAT(with("using namespace declare;\n"), IsEmpty());
  EXPECT_THAT(with("using namespace declare;\nusing namespace std;\n"), testing::SizeIs(1));
  EXPECT_THAT(with("using namespace std;\nusing namespace declare;\n"), testing::SizeIs(1));
  EXPECT_THAT(with("using namespace declared;\n"), testing::SizeIs(1));
}

TEST(Tests, MirrorTheHeadersPathForPath) {
  EXPECT_THAT(house::tests_mirror(headers(), house::files_below(source / "tests")), IsEmpty());
}
TEST(Tests, AreMissedWhereAHeaderHasNone) {
  const tree three{{"balint/group/a.hpp", ""}, {"balint/group/b.hpp", ""}, {"balint/group/detail/c.hpp", ""}};
  EXPECT_THAT(house::tests_mirror(three, {"group/a_test.cpp", "protocol/b_test.cpp"}),
              ElementsAre("balint/group/b.hpp has no test: tests/group/b_test.cpp",
                          "balint/group/detail/c.hpp has no test: tests/group/detail/c_test.cpp"));
  EXPECT_THAT(house::tests_mirror({{"balint/balint.hpp", ""}, {"balint/version.hpp", ""}}, {}), IsEmpty());
}

TEST(Folders, AreSmall) { EXPECT_THAT(house::folders(headers()), IsEmpty()); }
TEST(Folders, AreTooLargeWithFifteenHeadersOrTooManyLines) {
  tree many;
  for (int i = 0; i < 14; ++i) many["balint/group/" + std::to_string(i) + ".hpp"] = "int x;\n";
  many["balint/group/detail/a.hpp"] = "int x;\n";
  EXPECT_THAT(house::folders(many), IsEmpty());
  many["balint/group/b.hpp"] = "";
  EXPECT_THAT(house::folders(many), ElementsAre("balint/group has 15 headers, more than 14"));
  std::string text;
  for (int i = 0; i < 900; ++i) text += "int x;\n";
  tree long_one{{"balint/group/a.hpp", text}, {"balint/group/b.hpp", text}, {"balint/group/detail/c.hpp", text}};
  EXPECT_THAT(house::folders(long_one), IsEmpty());
  long_one["balint/group/d.hpp"] = "int x;\n";
  EXPECT_THAT(house::folders(long_one), ElementsAre("balint/group has 1801 lines, more than 1800"));
}

TEST(PrivateCode, IsInANamespaceCalledDetail) { EXPECT_THAT(house::private_code(headers()), IsEmpty()); }
TEST(PrivateCode, IsBrokenByWhatIsPublic) {
  const auto in_detail = [](const std::string& text) {
    return house::private_code({{"balint/group/detail/a.hpp", "#pragma once\n" + text}});
  };
  EXPECT_THAT(in_detail("namespace balint::detail {\n}\n"), IsEmpty());
  EXPECT_THAT(in_detail("namespace balint {\n}\n"),
              ElementsAre("balint/group/detail/a.hpp has code outside balint::detail"));
  EXPECT_THAT(in_detail("namespace balint::detail {\n}\nnamespace balint {\n}\n"), testing::SizeIs(1));
  EXPECT_THAT(in_detail("int x;\n"), testing::SizeIs(1));
  EXPECT_THAT(house::private_code({{"balint/group/a.hpp", "namespace balint {\n}\n"}}), IsEmpty());
}

TEST(Friends, AreOfTheSameFolder) { EXPECT_THAT(house::friends(headers()), IsEmpty()); }
TEST(Friends, AreBrokenByAClassOfAnotherFolder) {
  const auto with = [](const std::string& where, const std::string& line) {
    return house::friends({{"balint/session/a.hpp", "class a {\n" + line + "\n};\n"}, {where, "class judge {\n};\n"}});
  };
  EXPECT_THAT(with("balint/conformance/b.hpp", "  friend class detail::judge<P>;"),
              ElementsAre("balint/session/a.hpp befriends judge of another folder"));
  EXPECT_THAT(with("balint/conformance/b.hpp", "  friend struct judge;"), testing::SizeIs(1));
  EXPECT_THAT(with("balint/session/detail/b.hpp", "  friend class detail::judge<P>;"), IsEmpty());
  EXPECT_THAT(with("balint/conformance/b.hpp", "  friend bool operator==(const a&, const a&) = default;"), IsEmpty());
}

}  // namespace
