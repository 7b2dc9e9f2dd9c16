// SPDX-License-Identifier: MIT
// What a log holds, and which protocols a reader knows.
#include <balint/log/record.hpp>
#include <concepts>

#include "tests/log/reading.hpp"
#include "tests/support.hpp"

using namespace balint;

namespace record_test {

TEST(Record, AllProtocolsAreTheFiveOfTheLibrary) {
  BALINT_CHECK(
      std::same_as<all_protocols,
                   protocol_list<student_group, staff_group, led_staff_group, classical_group, case_consultation>>);
}

TEST(Record, AReaderOfOneProtocolKnowsNoOther) {
  const support::text_file file(support::header("staff_group"));
  jsonl_reader<protocol_list<student_group>> reader(file.get(), "log.jsonl");
  std::vector<support::read_session> sessions;
  const auto result = reader.read(support::session_keeper{&sessions});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().found, "the protocol \"staff_group\"");
  EXPECT_EQ(result.error().expected, "one of student_group");
  EXPECT_TRUE(sessions.empty());
}

TEST(Record, NoKeyIsThereForContent_RUL3) { BALINT_CHECK(sizeof(event<student_group>) == 16); }

}  // namespace record_test
