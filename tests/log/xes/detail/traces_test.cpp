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

  explicit all_traces(std::string xml, balint::log_mapping mapping = {}) {
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
  balint::log_mapping mapping;
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
            "the attribute concept:name after the events of a trace");
  EXPECT_EQ(all_traces("<log><trace>" + named + one_event + "<list key=\"balint:people\"/></trace></log>").found,
            "the attribute balint:people after the events of a trace");
  EXPECT_EQ(all_traces("<log><trace>" + named + "<string key=\"balint:protocol\" value=\"q\"/></trace></log>").found,
            "a second balint:protocol");
  EXPECT_EQ(all_traces("<log><trace>" + named + named + "</trace></log>").found, "a second concept:name");
  EXPECT_EQ(all_traces("<log><trace/></log>").found, "a trace without concept:name");
  EXPECT_EQ(all_traces("<log><trace><string key=\"concept:name\" value=\"s\"/></trace></log>").found,
            "a trace without balint:protocol");
  EXPECT_EQ(all_traces("<log><int key=\"balint:version\" value=\"2\"/></log>").found, "format version \"2\"");
}
TEST(XesTraces, PassOverAttributesThatAreNotNeededWhereverTheyAre) {
  using enum xes_traces::what;
  const std::string cost = "<float key=\"cost:total\" value=\"3\"/>";
  const all_traces log("<log>" + cost + "<trace>" + cost + named + one_event + cost + one_event +
                       "<list key=\"x\"><values>" + cost + "</values></list></trace>" + cost + "</log>");
  EXPECT_EQ(log.found, "");
  EXPECT_THAT(log.items, testing::ElementsAre(header, event, event, end));
  EXPECT_EQ(log.left_out, 5U);
}
TEST(XesTraces, TakeNoNumberForNothing) {
  const all_traces log("<log><trace>" + named +
                       "<event><string key=\"concept:name\" value=\"ask\"/><string key=\"org:resource\" value=\"nan\"/>"
                       "<float key=\"balint:case\" value=\"nan\"/><float key=\"balint:option\" value=\"NaN\"/>"
                       "</event></trace></log>");
  EXPECT_EQ(log.found, "");
  EXPECT_EQ(log.texts, "asknan");
  EXPECT_EQ(log.left_out, 0U);
}
TEST(XesTraces, TakeNothingOfAnotherNamespaceForTheirOwn) {
  using enum xes_traces::what;
  const std::string foreign =
      "<f:string key=\"concept:name\" value=\"other\"/><f:event><string key=\"concept:name\" value=\"x\"/></f:event>"
      "<f:trace/><f:log/><string xmlns=\"urn:g\" key=\"balint:protocol\" value=\"q\"/>";
  const std::string person =
      "<string key=\"balint:person\" value=\"a\"><f:string key=\"balint:offices\" value=\"x\"/>"
      "<string f:key=\"z\" key=\"balint:offices\" f:value=\"y\" value=\"leader\"/></string>";
  for (const std::string space : {"", " xmlns=\"http://www.xes-standard.org/\"", " xmlns=\"urn:any\""}) {
    const all_traces log("<log xmlns:f=\"urn:f\"" + space + ">" + foreign + "<trace>" + foreign + named +
                         "<list key=\"balint:people\"><values>" + person + foreign + "</values><f:values>" + person +
                         "</f:values></list>" + foreign + "<event>" + foreign +
                         "<string key=\"concept:name\" f:value=\"sing\" value=\"ask\"/><string f:key=\"org:resource\" "
                         "key=\"org:resource\" "
                         "value=\"a\"/><f:x><string key=\"org:resource\" value=\"b\"/></f:x></event></trace></log>");
    EXPECT_EQ(log.found, "") << space;
    EXPECT_THAT(log.items, testing::ElementsAre(header, event, end));
    EXPECT_EQ(log.texts, "aska");
    ASSERT_EQ(log.headers.size(), 1U);
    EXPECT_EQ(log.headers[0], (balint::header_record{
                                  .protocol = "p", .session = "s1", .people = {{.id = "a", .offices = {"leader"}}}}));
  }
  const all_traces prefixed(
      "<x:log xmlns:x=\"http://www.xes-standard.org/\"><x:trace><x:string key=\"concept:name\" "
      "value=\"s1\"/><x:string key=\"balint:protocol\" value=\"p\"/></x:trace></x:log>");
  EXPECT_EQ(prefixed.found, "");
  EXPECT_THAT(prefixed.items, testing::ElementsAre(header, end));
  EXPECT_EQ(all_traces("<f:log xmlns:f=\"urn:f\"><f:trace/></f:log>").found, "the element \"log\"");
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
