// SPDX-License-Identifier: MIT
// The plan as it is read, and that the house has a room for every folder.
#include <tests/house/plan.hpp>
#include <tests/house/project.hpp>
#include <tests/house/tree.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace plan_test {

using house::project::headers;
using house::project::the_plan;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Plan, IsReadFromTheTableOfCMake) {
  ASSERT_EQ(house::project::small().rooms.size(), 7U);
  EXPECT_EQ(house::project::small().rooms[6].folder, "log/both");
  EXPECT_EQ(house::project::small().rooms[6].floor, 5);
  EXPECT_EQ(house::project::small().rooms[6].component, "both");
  EXPECT_THAT(house::project::small().rooms[6].needs, ElementsAre("csv"));
  EXPECT_THAT(house::project::small().rooms[6].packages, ElementsAre("SQLite", "ZLIB"));
  EXPECT_THAT(house::project::small().rooms[0].packages, IsEmpty());
  EXPECT_THAT(house::project::small().headers_of.at("ZLIB"), ElementsAre("zlib.h", "zconf.h"));
}
TEST(Plan, FindsTheRoomOfAHeaderAndOfItsPrivateOnes) {
  EXPECT_EQ(house::project::small().of("balint/log/csv/a.hpp")->folder, "log/csv");
  EXPECT_EQ(house::project::small().of("balint/log/csv/detail/a.hpp")->folder, "log/csv");
  EXPECT_EQ(house::project::small().of("balint/log/a.hpp")->folder, "log");
  EXPECT_EQ(house::project::small().of("balint/log/xes/a.hpp"), nullptr);
  EXPECT_EQ(house::project::small().of("balint/balint.hpp"), nullptr);
}
TEST(Plan, LetsAComponentSeeTheCoreAndWhatItNeeds) {
  EXPECT_TRUE(house::project::small().may_see("both", "log"));
  EXPECT_TRUE(house::project::small().may_see("tools", "balint"));
  EXPECT_FALSE(house::project::small().may_see("log", "tools"));
  EXPECT_FALSE(house::project::small().may_see("csv", "both"));
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

}  // namespace plan_test
