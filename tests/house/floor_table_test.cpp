// SPDX-License-Identifier: MIT
// Documents say of floors and folders what the plan says. The rule is held against the project and broken by a small
// tree.
#include <tests/house/floor_table.hpp>
#include <tests/house/project.hpp>
#include <tests/house/tree.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace floor_table_test {

using house::project::source;
using house::project::the_plan;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(FloorTable, IsReadWithItsColumns) {
  const auto tables =
      house::tables_of("words\n| a | b |\n|---|:-:|\n| 1 | |\n|`2`|3|\n\nwords | words\n\n| c |\n|---|\n");
  ASSERT_THAT(tables, SizeIs(2));
  EXPECT_THAT(tables[0].columns, ElementsAre("a", "b"));
  ASSERT_THAT(tables[0].rows, SizeIs(2));
  EXPECT_EQ(tables[0].rows[0].at("b"), "");
  EXPECT_EQ(tables[0].rows[1].at("a"), "`2`");
  EXPECT_THAT(tables[1].rows, IsEmpty());
}

TEST(FloorTable, OfEveryDocumentIsThePlan) {
  const auto documents = house::read_tree(source, [](std::string_view path) { return path.ends_with(".md"); });
  EXPECT_THAT(house::floor_tables(the_plan(), documents), IsEmpty());
  const auto& contributing = documents.at("CONTRIBUTING.md");
  EXPECT_TRUE(std::ranges::any_of(house::tables_of(contributing), [](const auto& one) {
    return one.has("floor") && one.has("folder") && one.has("component") && one.has("packages");
  }));
}
TEST(FloorTable, IsBrokenByWhatThePlanDoesNotSay) {
  const auto plan = house::read_plan("set(balint_floors\n\"words 0 balint - -\"\n\"log/csv 7 csv log fmt,ZLIB\")");
  const auto with = [&](const std::string& rows) {
    return house::floor_tables(
        plan, {{"a.md", "| floor | folder | what | component | packages |\n|---|---|---|---|---|\n" + rows}});
  };
  const std::string words = "| 0 | `words/` | any | `balint` | - |\n";
  const std::string csv = "| 7 | `log/csv/` | any | `csv` | fmt, ZLIB |\n";
  EXPECT_THAT(with(words + csv), IsEmpty());
  EXPECT_THAT(with(words), ElementsAre("a.md has no row of `log/csv/`"));
  EXPECT_THAT(with(words + csv + "| 8 | `log/any/` | | `any` | - |\n"),
              ElementsAre("a.md has a row of `log/any/`, which is in no plan"));
  EXPECT_THAT(with(words + "| 6 | `log/csv/` | any | `csv` | fmt, ZLIB |\n"),
              ElementsAre("a.md says of `log/csv/`: floor 6, not 7"));
  EXPECT_THAT(with(words + "| 7 | `log/csv/` | any | `log` | fmt |\n"),
              ElementsAre("a.md says of `log/csv/`: component `log`, not `csv`",
                          "a.md says of `log/csv/`: packages fmt, not fmt, ZLIB"));
  EXPECT_THAT(house::floor_tables(plan, {{"a.md", "| floor | who |\n|---|---|\n| 3 | the leader |\n"}}), IsEmpty());
}

}  // namespace floor_table_test
