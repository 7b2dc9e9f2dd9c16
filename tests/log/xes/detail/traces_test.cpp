// SPDX-License-Identifier: MIT
// Traces and events block by block: what a block gave, and that names of a trace come before its events.
#include <balint/log/xes/detail/traces.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/log/reading.hpp"

namespace traces_test {

using balint::detail::xes_traces;

const std::string named = "<string key=\"concept:name\" value=\"s1\"/><string key=\"balint:protocol\" value=\"p\"/>";
const std::string one_event =
    "<event><string key=\"concept:name\" value=\"ask\"/><string key=\"org:resource\" value=\"a\"/></event>";

/// Everything that the blocks of a log give.
struct all_traces {
  std::vector<xes_traces::what> items;
  std::vector<balint::header_record> headers;
  std::string texts, found;
  std::uint64_t left_out = 0;

  explicit all_traces(std::string xml, balint::xes_mapping mapping = {}) {
    const support::text_file file(std::move(xml));
    xes_traces traces(file.get(), std::move(mapping));
    while (traces.read_block()) {
      for (const auto& item : traces.items) items.push_back(item.is);
      for (const auto& header : traces.headers) headers.push_back(header);
      texts += traces.texts;
    }
    EXPECT_EQ(traces.is_good(), traces.fault().found.empty());
    found = traces.fault().found;
    left_out = traces.left_out();
  }
};

TEST(XesTraces, GiveAHeaderItsEventsAndAnEnd) {
  using enum xes_traces::what;
  const all_traces log("<log><trace>" + named + one_event + one_event + "</trace><trace>" + named + "</trace></log>");
  EXPECT_THAT(log.items, testing::ElementsAre(header, event, event, end, header, end));
  ASSERT_EQ(log.headers.size(), 2U);
  EXPECT_EQ(log.headers[0].session, "s1");
  EXPECT_EQ(log.headers[0].protocol, "p");
  EXPECT_EQ(log.texts, "askaaska");
}
TEST(XesTraces, TakeFromTheMappingWhatATraceDoesNotSay) {
  balint::xes_mapping mapping;
  mapping.is_foreign = true;
  mapping.protocol = "q";
  mapping.people = {{.id = "x", .offices = {"leader"}}};
  const all_traces log("<log><trace><string key=\"concept:name\" value=\"our group\"/></trace></log>", mapping);
  ASSERT_EQ(log.headers.size(), 1U) << log.found;
  EXPECT_EQ(log.headers[0], (balint::header_record{.protocol = "q", .session = "trace-1", .people = mapping.people}));
}
TEST(XesTraces, LeaveNobodyOfTheTraceBefore) {
  const std::string people =
      "<list key=\"balint:people\"><values><string key=\"balint:person\" value=\"a\"><string key=\"balint:offices\" "
      "value=\"leader\"/></string></values></list>";
  const all_traces log("<log><trace>" + named + people + "</trace><trace>" + named + "</trace><trace>" + named +
                       people + people + "</trace></log>");
  ASSERT_EQ(log.headers.size(), 3U) << log.found;
  EXPECT_EQ(log.headers[0].people.size(), 1U);
  EXPECT_EQ(log.headers[1].people.size(), 0U);
  EXPECT_EQ(log.headers[2].people.size(), 2U);
}
TEST(XesTraces, RefuseElementsThatAreOutOfPlace) {
  EXPECT_EQ(all_traces("<trace/>").found, "the element \"trace\"");
  EXPECT_EQ(all_traces("<log><event/></log>").found, "an event outside any trace");
  EXPECT_EQ(all_traces("<log><trace>" + named + "<trace/></trace></log>").found, "a trace inside a trace");
  EXPECT_EQ(all_traces("<log><trace>" + named + "<event><event/></event></trace></log>").found,
            "an event inside an event");
  EXPECT_EQ(all_traces("<log><trace>" + named + one_event + named + "</trace></log>").found,
            "an attribute after the events of a trace");
  EXPECT_EQ(all_traces("<log><trace>" + named + named + "</trace></log>").found, "a second concept:name");
  EXPECT_EQ(all_traces("<log><trace/></log>").found, "a trace without concept:name");
  EXPECT_EQ(all_traces("<log><trace><string key=\"concept:name\" value=\"s\"/></trace></log>").found,
            "a trace without balint:protocol");
  EXPECT_EQ(all_traces("<log><int key=\"balint:version\" value=\"2\"/></log>").found, "format version \"2\"");
}
TEST(XesTraces, RefuseElementsThatAreTooDeep) {
  std::string deep = "<log><trace>" + named;
  for (int i = 0; i < 62; ++i) deep += "<list key=\"x\">";
  const auto closed = [&](std::string text, int lists) {
    for (int i = 0; i < lists; ++i) text += "</list>";
    return text + "</trace></log>";
  };
  EXPECT_EQ(all_traces(closed(deep, 62)).found, "");
  EXPECT_EQ(all_traces(closed(deep + "<list key=\"x\">", 63)).found, "elements in elements, more than 64 deep");
}

}  // namespace traces_test
