// SPDX-License-Identifier: MIT
// One event: its attributes, brought to what a log of sessions has.
#include <balint/log/detail/mapped_event.hpp>

#include <gtest/gtest.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <balint/log/timestamp.hpp>

using namespace balint;
using attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

namespace mapped_event_test {

/// An event of these attributes, read with a mapping.
struct event_read {
  std::string texts = "before";
  std::optional<event_record> event;
  line_fault fault;
  std::uint64_t left_out = 0;

  explicit event_read(attributes all, const log_mapping& mapping = {}) {
    detail::mapped_event reader(mapping);
    reader.begin();
    for (const auto& [key, value] : all) reader.attribute(key, value);
    if (const auto made = reader.end(texts)) event = made->of(texts);
    fault = reader.fault;
    left_out = reader.left_out();
  }
};

TEST(MappedEvent, HasNameResourceTimeAndTargets) {
  const event_read all({{"balint:to", "b"},
                        {"time:timestamp", "2026-03-02T17:31:10.25+01:00"},
                        {"concept:name", "any_act"},
                        {"org:resource", "a"},
                        {"balint:option", "7"}});
  ASSERT_TRUE(all.event) << all.fault.found;
  EXPECT_EQ(*all.event, (event_record{.at = *parse_timestamp("2026-03-02T16:31:10.250Z"),
                                      .by = "a",
                                      .act = "any_act",
                                      .target_name = "b",
                                      .option = 7,
                                      .targets = target_kinds::of(target_kind::option, target_kind::person)}));
  EXPECT_EQ(event_read({{"concept:name", "vote"}, {"org:resource", "a"}, {"balint:case", "c"}}).event->targets,
            target_kinds::of(target_kind::case_of));
  EXPECT_EQ(event_read({{"concept:name", "flag"}, {"org:resource", "a"}, {"balint:rule", ""}}).event->targets,
            target_kinds::of(target_kind::rule));
}
TEST(MappedEvent, HasTimesAndNumbersAsXmlSchemaWritesThem) {
  const auto at = [](std::string_view text) {
    const event_read one({{"concept:name", "ask"}, {"org:resource", "a"}, {"time:timestamp", text}});
    return one.event ? one.event->at : unstated;
  };
  EXPECT_EQ(at("2026-03-02T24:00:00Z"), parse_timestamp("2026-03-03T00:00:00Z"));
  EXPECT_EQ(at("2026-03-02T16:00:00.000+0530"), parse_timestamp("2026-03-02T10:30:00Z"));
  EXPECT_EQ(at(" \n2026-03-02T16:00:00Z\t"), parse_timestamp("2026-03-02T16:00:00Z"));
  EXPECT_EQ(at("2026-03-02T16:00:00.123456+01:00"), parse_timestamp("2026-03-02T15:00:00.123Z"));
  EXPECT_EQ(at("2026-03-02T24:00:01Z"), unstated);
  for (const auto* text : {"7", " 7 ", "+7", "7.0"}) {
    const event_read one({{"concept:name", "assess"}, {"org:resource", "a"}, {"balint:option", text}});
    ASSERT_TRUE(one.event) << text;
    EXPECT_EQ(one.event->option, 7);
  }
}
TEST(MappedEvent, SaysWhatIsWrong) {
  const auto found = [](attributes all) {
    const event_read one(all);
    EXPECT_FALSE(one.event);
    return one.fault.found;
  };
  EXPECT_EQ(found({{"org:resource", "a"}}), "an event without concept:name");
  EXPECT_EQ(found({{"concept:name", "ask"}}), "an event without org:resource");
  EXPECT_EQ(found({{"concept:name", "ask"}, {"concept:name", "ask"}}), "a second concept:name");
  EXPECT_EQ(found({{"concept:name", {}}}), "the attribute concept:name without a value");
  EXPECT_EQ(found({{"concept:name", "ask"}, {"org:resource", "Anna I"}}), "org:resource \"Anna I\"");
  EXPECT_EQ(found({{"concept:name", "ask"}, {"org:resource", "a"}, {"balint:case", "Anna I"}}),
            "balint:case \"Anna I\"");
  EXPECT_EQ(found({{"concept:name", "ask"}, {"org:resource", "a"}, {"balint:to", ""}}), "balint:to \"\"");
  EXPECT_EQ(found({{"concept:name", "ask"}, {"org:resource", "a"}, {"balint:option", "7x"}}), "\"7x\"");
  EXPECT_EQ(found({{"concept:name", "ask"}, {"org:resource", "a"}, {"time:timestamp", "2026-03-02T16:31:10"}}),
            "the time \"2026-03-02T16:31:10\"");
}
TEST(MappedEvent, CountsAttributesThatNobodyAskedFor) {
  const event_read own(
      {{"concept:name", "ask"}, {"org:resource", "a"}, {"cost", "7"}, {"lifecycle:transition", "start"}});
  EXPECT_TRUE(own.event);
  EXPECT_EQ(own.left_out, 2U);
}
TEST(MappedEvent, OfAnotherProgramIsReadAsItsMappingSays) {
  log_mapping mapping;
  mapping.is_foreign = true;
  mapping.attributes.by = "who";
  mapping.acts = {{"Abstimmen", "vote"}, {"Pause", ""}};
  mapping.pseudonyms = {{"Anna I", "p1"}};
  const event_read vote({{"concept:name", "Abstimmen"},
                         {"who", "Anna I"},
                         {"balint:case", "Anna I"},
                         {"lifecycle:transition", "Complete"},
                         {"time:timestamp", "1970-01-01T00:00:00.0009Z"}},
                        mapping);
  ASSERT_TRUE(vote.event) << vote.fault.found;
  EXPECT_EQ(*vote.event, (event_record{.at = {0},
                                       .by = "p1",
                                       .act = "vote",
                                       .target_name = "p1",
                                       .targets = target_kinds::of(target_kind::case_of)}));
  for (const auto& all : {attributes{{"concept:name", "Pause"}},
                          {{"concept:name", "Abstimmen"}, {"who", "Anna I"}, {"lifecycle:transition", "start"}}}) {
    const event_read none(all, mapping);
    EXPECT_FALSE(none.event);
    EXPECT_EQ(none.fault.found, "");
    EXPECT_EQ(none.left_out, 1U);
  }
}
TEST(MappedEvent, OfWhichTheTextsGrowKeepsItsPieces) {
  const log_mapping mapping;
  detail::mapped_event reader(mapping);
  std::string texts;
  std::vector<detail::mapped_event_texts> all;
  for (int i = 0; i < 100; ++i) {
    reader.begin();
    reader.attribute("concept:name", "act" + std::to_string(i));
    reader.attribute("org:resource", "p" + std::to_string(i));
    all.push_back(reader.end(texts).value());
  }
  EXPECT_EQ(all[0].of(texts).act, "act0");
  EXPECT_EQ(all[99].of(texts).by, "p99");
}

}  // namespace mapped_event_test
