// SPDX-License-Identifier: MIT
#include <balint/log/any/log_format.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace log_format_test {

TEST(LogFormat, IsFoundByName) {
  for (std::size_t i = 0; i < log_format_names.size(); ++i)
    EXPECT_EQ(find_log_format(log_format_names[i]), static_cast<log_format>(i));
  BALINT_CHECK(find_log_format("xes.gz") == log_format::xes_gz);
  BALINT_CHECK(find_log_format("ocel") == log_format::ocel);
  BALINT_CHECK(!find_log_format(""));
  BALINT_CHECK(!find_log_format("poem"));
}
TEST(LogFormat, IsFoundByTheEndingOfAName) {
  BALINT_CHECK(format_by_ending("a.b/log.jsonl") == log_format::jsonl);
  BALINT_CHECK(format_by_ending("log.xes") == log_format::xes);
  BALINT_CHECK(format_by_ending("log.xes.gz") == log_format::xes_gz);
  BALINT_CHECK(format_by_ending("log.csv") == log_format::csv);
  BALINT_CHECK(format_by_ending("log.json") == log_format::ocel);
  BALINT_CHECK(format_by_ending("log.jsonocel") == log_format::ocel);
  BALINT_CHECK(!format_by_ending("log.txt"));
  BALINT_CHECK(!format_by_ending("jsonl"));
  BALINT_CHECK(!format_by_ending(""));
}
TEST(LogFormat, IsFoundByAnEndingInCapitals) {
  BALINT_CHECK(format_by_ending("LOG.JSONL") == log_format::jsonl);
  BALINT_CHECK(format_by_ending("Log.Csv") == log_format::csv);
  BALINT_CHECK(format_by_ending("LOG.XES.GZ") == log_format::xes_gz);
  BALINT_CHECK(format_by_ending("log.xes.GZ") == log_format::xes_gz);
  BALINT_CHECK(format_by_ending("LOG.JsonOcel") == log_format::ocel);
  BALINT_CHECK(!format_by_ending("LOGJSONL"));
}
TEST(LogFormat, IsFoundWhereTheFileIsPacked) {
  BALINT_CHECK(format_by_ending("log.jsonl.gz") == log_format::jsonl);
  BALINT_CHECK(format_by_ending("X.CSV.GZ") == log_format::csv);
  BALINT_CHECK(format_by_ending("log.json.gz") == log_format::ocel);
  BALINT_CHECK(!format_by_ending("log.gz"));
  BALINT_CHECK(!format_by_ending(".gz"));
  BALINT_CHECK(!format_by_ending("log.csv.gz.gz"));
}
TEST(Ending, IsThatOfANameInAnyCase) {
  BALINT_CHECK(has_ending("X.GZ", ".gz"));
  BALINT_CHECK(has_ending(".gz", ".gz"));
  BALINT_CHECK(has_ending("a", ""));
  BALINT_CHECK(!has_ending("gz", ".gz"));
  BALINT_CHECK(!has_ending("x.gz ", ".gz"));
  BALINT_CHECK(!has_ending("x@gz", "`gz"));
}

}  // namespace log_format_test
