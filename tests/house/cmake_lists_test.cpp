// SPDX-License-Identifier: MIT
// CMake takes headers from the plan alone. The rule is held against the project and broken by a small tree.
#include <tests/house/cmake_lists.hpp>
#include <tests/house/project.hpp>
#include <tests/house/tree.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace cmake_lists_test {

using house::project::source;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(CMake, TakesHeadersFromThePlanAlone) {
  const auto files = house::read_tree(source, house::is_cmake);
  EXPECT_TRUE(files.contains("cmake/components.cmake"));
  EXPECT_TRUE(files.contains("CMakeLists.txt"));
  EXPECT_GT(files.size(), 20U);
  EXPECT_THAT(house::headers_in_cmake(files), IsEmpty());
}
TEST(CMake, IsBrokenByAHeaderThatItNames) {
  const auto in = [](const std::string& path, const std::string& text) {
    return house::headers_in_cmake({{path, text}});
  };
  EXPECT_THAT(in("CMakeLists.txt", "set(headers\n  include/balint/text/message.hpp)\n"),
              ElementsAre("CMakeLists.txt names include/balint/text/message.hpp"));
  EXPECT_THAT(in("cmake/components.cmake", "set(headers ${top}/balint/text/message.hpp)"), testing::SizeIs(1));
  EXPECT_THAT(in("cmake/components.cmake", "file(GLOB headers ${top}/balint/text/*.hpp)"), testing::SizeIs(1));
  EXPECT_THAT(in("a.cmake", "file(GLOB headers \"${top}/balint/${folder}/*.hpp\")"), testing::SizeIs(1));
  EXPECT_THAT(in("a.cmake", "file(GLOB headers include/balint/*.hpp)"), testing::SizeIs(1));
  EXPECT_THAT(in("a.cmake", "file(GLOB_RECURSE headers include/balint/log/*.hpp)"), testing::SizeIs(1));
  EXPECT_THAT(in("cmake/components.cmake",
                 "file(GLOB headers ${top}/balint/${folder}/*.hpp ${top}/balint/${folder}/detail/*.hpp "
                 "${top}/balint/balint.hpp)"),
              IsEmpty());
  EXPECT_THAT(in("a.cmake", "install(FILES ${build}/balint.hpp ${build}/text.hpp)"),
              ElementsAre("a.cmake names ${build}/text.hpp"));
  EXPECT_THAT(in("cmake/amalgamate.cmake", "set(headers balint/text/message.hpp)"), IsEmpty());
  EXPECT_THAT(in("a.cmake", R"(file(STRINGS text found REGEX "circle\\.hpp"))"), IsEmpty());
  EXPECT_THAT(in("a.cmake", "# balint/text/message.hpp\nfile(GLOB_RECURSE headers ${top}/include/balint/*.hpp)"),
              IsEmpty());
}
TEST(CMake, IsBrokenByAPattern) {
  EXPECT_THAT(
      house::headers_in_cmake({{"cmake/components.cmake", "list(FILTER headers EXCLUDE REGEX \"/(text|log)/\")"}}),
      ElementsAre("cmake/components.cmake picks headers by a pattern"));
  EXPECT_THAT(house::headers_in_cmake({{"a.cmake", "list(FILTER sources EXCLUDE REGEX x)"}}), IsEmpty());
}
TEST(CMake, IsBrokenByASetOfHeadersElsewhere) {
  const std::string makes = "target_sources(a INTERFACE FILE_SET HEADERS BASE_DIRS b FILES ${c})";
  EXPECT_THAT(house::headers_in_cmake({{"a.cmake", makes}, {"cmake/components.cmake", makes}}),
              ElementsAre("a.cmake makes a set of headers"));
  EXPECT_THAT(house::headers_in_cmake({{"a.cmake", "install(TARGETS a EXPORT b FILE_SET HEADERS)"}}), IsEmpty());
}

}  // namespace cmake_lists_test
