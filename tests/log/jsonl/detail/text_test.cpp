// SPDX-License-Identifier: MIT
// Records as lines of JSON.
#include <balint/log/jsonl/detail/text.hpp>

#include <gtest/gtest.h>

#include <expected>
#include <string>

using namespace balint;

namespace text_test {

template <typename Record>
std::string line_of(const Record& record) {
  std::string out = "before ";
  detail::append_line(out, record);
  return out;
}

TEST(JsonlText, AppendsAHeader) {
  EXPECT_EQ(line_of(header_record{.protocol = "p", .session = "s", .people = {}}),
            "before {\"balint\":1,\"protocol\":\"p\",\"session\":\"s\",\"people\":[]}\n");
  EXPECT_EQ(
      line_of(header_record{.protocol = "p",
                            .session = "s",
                            .people = {{.id = "a", .offices = {"x", "\"y\""}, .agrees = consent::refused},
                                       {.id = "b",
                                        .offices = {"x"},
                                        .profession = "t\n",
                                        .agrees = consent::given,
                                        .less_experienced = true,
                                        .grades = true}}}),
      "before "
      R"({"balint":1,"protocol":"p","session":"s","people":[{"id":"a","offices":["x","\"y\""],"consent":false},)"
      R"({"id":"b","offices":["x"],"consent":true,"profession":"t\u000a","less_experienced":true,"grades":true}]})"
      "\n");
}
TEST(JsonlText, AppendsAnEventWithEveryTarget) {
  EXPECT_EQ(line_of(event_record{.by = "a", .act = "ask"}), "before {\"by\":\"a\",\"act\":\"ask\"}\n");
  EXPECT_EQ(line_of(event_record{.at = {0},
                                 .by = "a",
                                 .act = "x",
                                 .target_name = "b",
                                 .option = 7,
                                 .targets = target_kinds::of(target_kind::case_of, target_kind::option,
                                                             target_kind::rule, target_kind::person)}),
            R"(before {"at":"1970-01-01T00:00:00Z","by":"a","act":"x","case":"b","option":7,"rule":"b","to":"b"})"
            "\n");
}
TEST(JsonlText, OfWhatIsNotWrittenIsTheReason) {
  const std::expected<event_record, unwritable> good(event_record{.by = "a", .act = "ask"});
  EXPECT_EQ(detail::to_line(good), "{\"by\":\"a\",\"act\":\"ask\"}\n");
  const std::expected<event_record, unwritable> bad(std::unexpect, unwritable::unknown_act);
  EXPECT_EQ(detail::to_line(bad).error(), unwritable::unknown_act);
}

}  // namespace text_test
