// SPDX-License-Identifier: MIT
#include <balint/log/jsonl/format.hpp>
#include <balint/log/jsonl/writer.hpp>

#include "tests/log/any_reading.hpp"
#include "tests/support.hpp"

using namespace balint;

namespace format_test {

TEST(JsonlFormat, WritesALogAsItWasRead) {
  std::vector<std::string> losses;
  EXPECT_EQ(support::from_jsonl<jsonl_format>(std::string(support::everything), &losses), support::everything);
  EXPECT_THAT(losses, testing::IsEmpty());
  EXPECT_EQ(support::from_jsonl<jsonl_format>(""), "");
}

TEST(JsonlFormat, WritesTheSameAsToJsonl) {
  const auto people = support::people_of<student_group>();
  std::string plain = to_jsonl<student_group>("s1", people).value();
  for (const auto& e : support::trace<student_group>().whole()) plain += to_jsonl<student_group>(e, people).value();
  EXPECT_EQ(support::from_jsonl<jsonl_format>(plain), plain);
}

}  // namespace format_test
