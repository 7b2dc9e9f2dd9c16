// SPDX-License-Identifier: MIT
// What headers look like. Each rule is held against the project and broken by a small tree.
#include <tests/house/shape.hpp>
#include <tests/house/project.hpp>
#include <tests/house/tree.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace shape_test {

using house::tree;
using house::project::headers;
using testing::ElementsAre;
using testing::IsEmpty;

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
TEST(Namespaces, OfDeclarationsOpenTheirWordsAlone) {
  const auto with = [](const std::string& text) { return house::namespaces({{"balint/protocols/a.hpp", text}}); };
  EXPECT_THAT(with("using namespace declare;\n"), IsEmpty());
  EXPECT_THAT(with("using namespace declare;\nusing namespace std;\n"), testing::SizeIs(1));
  EXPECT_THAT(with("using namespace std;\nusing namespace declare;\n"), testing::SizeIs(1));
  EXPECT_THAT(with("using namespace declared;\n"), testing::SizeIs(1));
  EXPECT_THAT(house::namespaces({{"balint/group/a.hpp", "using namespace declare;\n"}}), testing::SizeIs(1));
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

}  // namespace shape_test
