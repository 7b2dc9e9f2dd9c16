// SPDX-License-Identifier: MIT
#include <balint/vocabulary/detail/name_at.hpp>

#include <gtest/gtest.h>

#include <string_view>

namespace name_at_test {

using balint::detail::name_at;

constexpr bool names_are_found() {
  constexpr std::string_view views[]{"a", "b"};
  constexpr const char* texts[]{"c"};
  return name_at(views, std::size(views), 0) == "a" && name_at(views, std::size(views), 1) == "b" &&
         name_at(texts, std::size(texts), 0) == "c";
}
static_assert(names_are_found());
TEST(NameAt, FindsANameByPosition) { EXPECT_TRUE(names_are_found()); }

constexpr bool beyond_the_last_it_answers() {
  constexpr std::string_view views[]{"a", "b"};
  return name_at(views, std::size(views), 2) == "unknown" &&
         name_at(views, std::size(views), ~std::size_t{0}) == "unknown";
}
static_assert(beyond_the_last_it_answers());
TEST(NameAt, AnswersBeyondTheLast) { EXPECT_TRUE(beyond_the_last_it_answers()); }

}  // namespace name_at_test
