// SPDX-License-Identifier: MIT
// Every header has its test, and every test its namespace. Each rule is held against the project and broken by a small
// tree.
#include <tests/house/project.hpp>
#include <tests/house/test_files.hpp>
#include <tests/house/tree.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace test_files_test {

using house::tree;
using house::project::headers;
using house::project::source;
using testing::ElementsAre;
using testing::IsEmpty;

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

TEST(Tests, HaveANamespaceCalledAsTheirFile) {
  const auto tests = house::read_tree(source / "tests", house::is_test);
  EXPECT_GT(tests.size(), 100U);
  EXPECT_THAT(house::test_namespaces(tests), IsEmpty());
}
TEST(Tests, AreBrokenByHelpersThatAnotherFileMayHave) {
  EXPECT_THAT(house::test_namespaces({{"group/a_test.cpp", "#include <a>\nnamespace a_test {\nint helper;\n}"}}),
              IsEmpty());
  EXPECT_THAT(house::test_namespaces({{"group/a_test.cpp", "namespace b_test {\n}\n// namespace a_test {\n"}}),
              ElementsAre("group/a_test.cpp does not open the namespace a_test"));
  EXPECT_THAT(house::test_namespaces({{"group/a_test.cpp", "namespace a_test {\n}\nnamespace {\nint helper;\n}\n"}}),
              ElementsAre("group/a_test.cpp opens a namespace without a name"));
}
TEST(Tests, AreBrokenByTwoFilesOfAProgramCalledTheSame) {
  const std::string text = "namespace a_test {\n}\n";
  EXPECT_THAT(house::test_namespaces({{"group/a_test.cpp", text}, {"group/detail/a_test.cpp", text}}),
              ElementsAre("group/detail/a_test.cpp is called as group/a_test.cpp, which is of the same program"));
  EXPECT_THAT(house::test_namespaces({{"group/a_test.cpp", text}, {"group/more/a_test.cpp", text}}), IsEmpty());
}

}  // namespace test_files_test
