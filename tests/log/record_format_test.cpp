// SPDX-License-Identifier: MIT
// What a format has to offer a writer, and what is none.
#include <balint/log/record_format.hpp>

#include <balint/log/csv/format.hpp>
#include <balint/log/jsonl/format.hpp>
#include <balint/log/ocel/format.hpp>
#include <balint/log/xes/format.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace record_format_test {

struct silent_format {
  void open(std::string&) {}
  void begin(std::string&, const header_record&) {}
  void event(std::string&, const event_record&) {}
  void end(std::string&) {}
  void close(std::string&) {}
  std::vector<std::string> losses() const { return {}; }
};
struct loses_without_a_word : silent_format {
  void losses() const {}
};
struct follows_the_session : silent_format {
  void event(std::string&, const event_record&, const event_effect&) {}
};
struct writes_no_event : silent_format {
  void event() {}
};

TEST(RecordFormat, IsWhatWritesRecordsAndSaysWhatItLoses) {
  BALINT_CHECK(record_format<silent_format>);
  BALINT_CHECK(!effect_format<silent_format>);
  BALINT_CHECK(record_format<follows_the_session>);
  BALINT_CHECK(effect_format<follows_the_session>);
  BALINT_CHECK(!record_format<loses_without_a_word>);
  BALINT_CHECK(!record_format<writes_no_event>);
}
TEST(RecordFormat, FollowsTheSessionInOcelAlone) {
  BALINT_CHECK(record_format<jsonl_format> && record_format<csv_format> && record_format<xes_format>);
  BALINT_CHECK(record_format<ocel_format> && effect_format<ocel_format>);
  BALINT_CHECK(!effect_format<jsonl_format> && !effect_format<csv_format> && !effect_format<xes_format>);
}

}  // namespace record_format_test
