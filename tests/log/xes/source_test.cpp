// SPDX-License-Identifier: MIT
// A XES log as records, one after the other.
#include <balint/log/xes/source.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/log/reading.hpp"

using namespace balint;
using testing::ElementsAre;

namespace source_test {

std::string trace_of(const std::string& session, const std::string& events) {
  return "<trace><string key=\"concept:name\" value=\"" + session +
         "\"/><string key=\"balint:protocol\" value=\"p\"/>\n" + events + "</trace>\n";
}
std::string event_of(const std::string& by, const std::string& act) {
  return "<event><string key=\"concept:name\" value=\"" + act + "\"/><string key=\"org:resource\" value=\"" + by +
         "\"/></event>\n";
}
std::vector<std::string> told(const std::string& traces) {
  const support::text_file file("<log>\n" + traces + "</log>\n");
  xes_source source(file.get());
  return support::told_by(source);
}

TEST(XesSource, GivesHeadersAndEvents) {
  EXPECT_THAT(told(trace_of("s1", event_of("a", "ask") + event_of("b", "reply")) + trace_of("s2", "")),
              ElementsAre("2 header s1 0", "3 event a:ask", "4 event b:reply", "6 header s2 0", "end"));
  EXPECT_THAT(told(""), ElementsAre("end"));
}
TEST(XesSource, SaysWhetherAFaultIsInsideTheSession) {
  EXPECT_THAT(told(trace_of("s1", event_of("a", "ask") + event_of("Anna I", "ask"))),
              ElementsAre("2 header s1 0", "3 event a:ask", "4 fault org:resource \"Anna I\" inside"));
  EXPECT_THAT(told(trace_of("s1", event_of("a", "ask")) + trace_of("Anna's group", event_of("a", "ask"))),
              ElementsAre("2 header s1 0", "3 event a:ask", testing::HasSubstr("fault the session \"Anna's group\"")));
}
TEST(XesSource, GivesEachEventThoughABlockOfTheFileHoldsMany) {
  std::string events;
  for (int i = 0; i < 1000; ++i) events += event_of("p" + std::to_string(i), "ask");
  const auto all = told(trace_of("s1", events));
  ASSERT_EQ(all.size(), 1002U);
  EXPECT_EQ(all[1], "3 event p0:ask");
  EXPECT_EQ(all[1000], "1002 event p999:ask");
}
TEST(XesSource, CountsWhatItPassesOver) {
  const support::text_file file("<log>" + trace_of("s1", "<string key=\"x\" value=\"y\"/>" + event_of("a", "ask")) +
                                "</log>");
  xes_source source(file.get());
  EXPECT_EQ(support::told_by(source).back(), "end");
  EXPECT_EQ(source.left_out(), 1U);
}

}  // namespace source_test
