// SPDX-License-Identifier: MIT
// Every mutant can be made. The rule is held against the project and broken by a small tree.
#include <tests/house/mutants.hpp>
#include <tests/house/project.hpp>
#include <tests/house/tree.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace mutants_test {

using house::tree;
using house::project::headers;
using house::project::source;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string declared = R"(# mutants
mutant first
in group/a.hpp
- int x;
-   int y;
+ int z;
why Because.
by group/a_test compile_fail/b

mutant second
in group/a.hpp
- int v;
survives Nobody sees it.
)";
const tree group{{"balint/group/a.hpp", "int v;\nint x;\n  int y;\n"}};

TEST(Mutants, AreReadAsTheyAreDeclared) {
  const auto all = house::read_mutants(declared);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].name, "first");
  EXPECT_EQ(all[0].header, "group/a.hpp");
  EXPECT_EQ(all[0].text, "int x;\n  int y;");
  EXPECT_THAT(all[0].tests, ElementsAre("group/a_test", "compile_fail/b"));
  EXPECT_THAT(all[1].tests, IsEmpty());
}

TEST(Mutants, Apply) {
  const auto all = house::read_mutants(house::read_file(source / "tests" / "mutation" / "mutants.txt"));
  EXPECT_GE(all.size(), 200U);
  EXPECT_THAT(house::mutants_apply(all, headers(), house::files_below(source / "tests")), IsEmpty());
}
TEST(Mutants, AreBrokenByWhatIsNotThere) {
  const auto with = [](const tree& headers, const std::set<std::string>& tests) {
    return house::mutants_apply(house::read_mutants(declared), headers, tests);
  };
  EXPECT_THAT(with(group, {"group/a_test.cpp", "compile_fail/b.cpp"}), IsEmpty());
  EXPECT_THAT(with(group, {"group/a_test.cpp"}),
              ElementsAre("first is seen by no such test: tests/compile_fail/b.cpp"));
  EXPECT_THAT(with({{"balint/group/b.hpp", ""}}, {"group/a_test.cpp", "compile_fail/b.cpp"}),
              ElementsAre("first is of no header: group/a.hpp", "second is of no header: group/a.hpp"));
  const std::string text = group.at("balint/group/a.hpp");
  EXPECT_THAT(with({{"balint/group/a.hpp", text + "int v;\n"}}, {"group/a_test.cpp", "compile_fail/b.cpp"}),
              ElementsAre("second has a text that is not in group/a.hpp exactly once"));
  EXPECT_THAT(with({{"balint/group/a.hpp", "int v;\n"}}, {"group/a_test.cpp", "compile_fail/b.cpp"}),
              ElementsAre("first has a text that is not in group/a.hpp exactly once"));
}

}  // namespace mutants_test
