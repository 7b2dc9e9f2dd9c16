// SPDX-License-Identifier: MIT
// The edits of a repair in words.
#include <gtest/gtest.h>

#include <balint/balint.hpp>
#include <balint/text/repair_message.hpp>
#include <array>
#include <string>
#include <string_view>

using namespace balint;

namespace repair_message_test {

constexpr std::array<std::string_view, 3> names{"lead", "p1", "p2"};

std::string words(edit<student_group>::way does, std::uint64_t at, const event<student_group>& what,
                  std::uint64_t events) {
  return message(edit<student_group>{does, at, what}, events, pseudonyms{names});
}
using way = edit<student_group>::way;

TEST(RepairMessage, SaysWhatIsMissingAndWhereItGoes) {
  const auto text = words(way::insert, 31, event_of<student_group, act::propose>({1}), 40);
  EXPECT_TRUE(text.starts_with("p1 has not proposed")) << text;
  EXPECT_TRUE(text.ends_with("before event 31")) << text;
}

TEST(RepairMessage, SaysThatSomethingGoesBehindTheLastEvent) {
  const auto text = words(way::insert, 41, event_of<student_group, act::close>({0}), 40);
  EXPECT_EQ(text.find("before event"), std::string::npos) << text;
  EXPECT_NE(text.find("lead"), std::string::npos) << text;
}

TEST(RepairMessage, SaysWhatDoesNotBelong) {
  const auto text = words(way::remove, 17, event_of<student_group, act::vote>({2}, case_id{{1}}), 40);
  EXPECT_NE(text.find("event 17"), std::string::npos) << text;
  EXPECT_NE(text.find("p2"), std::string::npos) << text;
  EXPECT_NE(text.find("p1"), std::string::npos) << "the case is p1's: " << text;
}

TEST(RepairMessage, NamesTheOption) {
  const auto text = words(way::insert, 5, event_of<student_group, act::assess>({2}, option_id{4}), 40);
  EXPECT_NE(text.find("option 4"), std::string::npos) << text;
}

}  // namespace repair_message_test
