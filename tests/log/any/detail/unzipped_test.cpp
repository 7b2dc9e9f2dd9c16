// SPDX-License-Identifier: MIT
// Logs in gzip as records, one after the other.
#include <balint/log/any/detail/unzipped.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <balint/log/csv/source.hpp>
#include <balint/log/jsonl/source.hpp>
#include <balint/log/xes/gzip_sink.hpp>
#include <string>

#include "tests/log/reading.hpp"

using namespace balint;
using testing::ElementsAre;

namespace unzipped_test {

std::string packed(std::string_view text) {
  std::string out;
  const auto append = [&out](std::string_view piece) {
    out += piece;
    return true;
  };
  gzip_sink sink(append);
  EXPECT_TRUE(sink(text) && sink.finish());
  return out;
}
template <typename Source>
std::vector<std::string> told(const std::string& bytes) {
  const support::text_file file(bytes);
  EXPECT_TRUE(detail::begins_as_gzip(file.get()));
  detail::unzipped<Source> source(file.get());
  return support::told_by(source);
}

TEST(Unzipped, GivesTheRecordsOfAnyFormat) {
  EXPECT_THAT(told<jsonl_source>(packed(support::header() + "{\"by\":\"anna\",\"act\":\"ask\"}\n")),
              ElementsAre("1 header s1 4", "2 event anna:ask", "end"));
  EXPECT_THAT(told<csv_source>(packed("session,row,by,act\ns,session,,\ns,event,a,ask\n") + std::string(100, '\0')),
              ElementsAre("2 header s 0", "3 event a:ask", "end"));
}
TEST(Unzipped, SaysWhatIsWrongWithTheGzipOrWithTheLog) {
  const auto whole = packed(support::header());
  EXPECT_THAT(told<jsonl_source>(whole.substr(0, whole.size() - 4)).back(),
              testing::HasSubstr("fault the end of the file inside a gzip"));
  EXPECT_THAT(told<jsonl_source>(packed("{\"by\":7}\n")).back(), testing::HasSubstr("1 fault a number"));
}
TEST(Unzipped, KnowsAGzipByItsFirstByteAndTakesNothingAway) {
  const support::text_file file("ab");
  EXPECT_FALSE(detail::begins_as_gzip(file.get()));
  EXPECT_EQ(std::getc(file.get()), 'a');
  const support::text_file empty("");
  EXPECT_FALSE(detail::begins_as_gzip(empty.get()));
}

}  // namespace unzipped_test
