// SPDX-License-Identifier: MIT
// One line of a JSON Lines log, not yet tied to a protocol.
#include <gtest/gtest.h>

#include <balint/log/jsonl/detail/line.hpp>
#include <string>

namespace line_test {

using balint::record_kind;
using balint::target_kind;
using balint::target_kinds;
using balint::detail::jsonl_line;

/// A line with the room after it that the parser asks for.
struct padded {
  std::string text;
  std::size_t size;
  explicit padded(std::string_view line) : text(line), size(line.size()) {
    text.append(simdjson::SIMDJSON_PADDING, '\0');
  }
  operator std::string_view() const { return {text.data(), size}; }
};

TEST(JsonlLine, IsAHeaderOrAnEventByItsFirstKey) {
  jsonl_line line;
  EXPECT_EQ(line.parse(padded(R"({"balint":1,"protocol":"p","session":"s","people":[]})")), record_kind::header);
  EXPECT_EQ(line.parse(padded(R"({"people":[],"session":"s","protocol":"p","balint":1})")), record_kind::header);
  EXPECT_EQ(line.parse(padded(R"({"by":"anna","act":"ask"})")), record_kind::event);
  EXPECT_EQ(line.parse(padded(R"({"rule":"x","by":"anna","act":"ask"})")), record_kind::event);
}

TEST(JsonlLine, ForgetsTheLineBefore) {
  jsonl_line line;
  ASSERT_EQ(line.parse(padded(R"({"by":"anna","act":"vote","case":"boris","at":"1970-01-01T00:00:00Z"})")),
            record_kind::event);
  EXPECT_EQ(line.event.targets, target_kinds::of(target_kind::case_of));
  const padded next(R"({"by":"anna","act":"assess","option":3})");
  ASSERT_EQ(line.parse(next), record_kind::event);
  EXPECT_EQ(line.event.targets, target_kinds::of(target_kind::option));
  EXPECT_EQ(line.event.option, 3);
  EXPECT_EQ(line.event.at, balint::unstated);
  EXPECT_EQ(line.event.by, "anna");
}

TEST(JsonlLine, GoesOnAfterAFault) {
  jsonl_line line;
  const padded good(R"({"by":"anna","act":"ask"})");
  EXPECT_EQ(line.parse(good), record_kind::event);
  for (const std::string_view bad :
       {"", "x", "{", R"({"by":)", "\xFF", R"({"by":"anna","act":"ask)", R"({"by":"anna"}} )"}) {
    EXPECT_EQ(line.parse(padded(bad)), record_kind::fault) << bad;
    EXPECT_FALSE(line.fault().found.empty());
    EXPECT_EQ(line.parse(good), record_kind::event) << bad;
  }
}

TEST(JsonlLine, ShowsNoMoreThanTheBeginningOfALongText) {
  jsonl_line line;
  EXPECT_EQ(line.parse(padded(R"({"by":")" + std::string(500, 'a') + R"(","act":"ask"})")), record_kind::fault);
  EXPECT_LT(line.fault().found.size(), 60U);
}

TEST(JsonlLine, KnowsEveryTargetAtOnce) {
  jsonl_line line;
  ASSERT_EQ(line.parse(padded(R"({"by":"anna","act":"x","case":"a","option":1,"rule":"r","to":"b"})")),
            record_kind::event);
  EXPECT_EQ(line.event.targets,
            target_kinds::of(target_kind::case_of, target_kind::option, target_kind::rule, target_kind::person));
}

// ---- streams --------------------------------------------------------------------------------------------------------

using balint::detail::line_form;

TEST(JsonlLine, OfAStreamSaysWhichSessionItIsOfAndPerhapsItsNumber) {
  jsonl_line line(line_form::stream);
  for (const std::string_view one :
       {R"({"session":"s","seq":7,"by":"anna","act":"ask"})", R"({"by":"anna","seq":7,"act":"ask","session":"s"})"}) {
    const padded text(one);
    ASSERT_EQ(line.parse(text), record_kind::event) << one;
    EXPECT_EQ(line.event.session, "s");
    EXPECT_EQ(line.event.seq, 7U);
    EXPECT_EQ(line.event.by, "anna");
  }
  ASSERT_EQ(line.parse(padded(R"({"session":"s","by":"anna","act":"ask"})")), record_kind::event);
  EXPECT_EQ(line.event.seq, 0U);
}
TEST(JsonlLine, OfAStreamIsAHeaderWhateverItsFirstKey) {
  jsonl_line line(line_form::stream);
  for (const std::string_view one : {R"({"balint":1,"protocol":"p","session":"s","people":[]})",
                                     R"({"session":"s","protocol":"p","balint":1,"people":[]})",
                                     R"({"people":[],"session":"s","protocol":"p","balint":1})"}) {
    const padded text(one);
    ASSERT_EQ(line.parse(text), record_kind::header) << one;
    EXPECT_EQ(line.header.session, "s");
  }
}
TEST(JsonlLine, OfAStreamLacksItsSessionOrHasAWrongNumber) {
  jsonl_line line(line_form::stream);
  struct wrong {
    std::string_view text, found;
  };
  for (const auto& one : {wrong{R"({"by":"anna","act":"ask"})", "an event without \"session\""},
                          {R"({"session":"s"})", "an event without \"by\""},
                          {R"({"session":"s","session":"s","by":"anna","act":"ask"})", "a second \"session\""},
                          {R"({"session":"Anna Smith","by":"anna","act":"ask"})", "\"Anna Smith\""},
                          {R"({"session":"s","seq":0,"by":"anna","act":"ask"})", "a number"},
                          {R"({"session":"s","seq":"7","by":"anna","act":"ask"})", "a text"},
                          {R"({"session":"s","by":"anna","act":"ask","text":"x"})", "the key \"text\""},
                          {R"({"balint":1,"protocol":"p","session":"s","people":[],"seq":1})", "the key \"seq\""}}) {
    EXPECT_EQ(line.parse(padded(one.text)), record_kind::fault) << one.text;
    EXPECT_EQ(line.fault().found, one.found) << one.text;
  }
}
TEST(JsonlLine, HasNothingWhereThereIsNull) {
  jsonl_line line(line_form::stream);
  const padded text(
      R"({"at":null,"session":"s","seq":null,"by":"anna","act":"ask","case":null,"option":null,"rule":null,"to":null})");
  ASSERT_EQ(line.parse(text), record_kind::event) << line.fault().found;
  EXPECT_EQ(line.event, (balint::event_record{.by = "anna", .act = "ask", .session = "s"}));
}
TEST(JsonlLine, HasWholeNumbersHoweverTheyAreWritten) {
  jsonl_line line(line_form::stream);
  ASSERT_EQ(line.parse(padded(R"({"session":"s","seq":3.0,"by":"anna","act":"assess","option":2.0})")),
            record_kind::event);
  EXPECT_EQ(line.event.seq, 3U);
  EXPECT_EQ(line.event.option, 2);
  EXPECT_EQ(line.parse(padded(R"({"balint":1.0,"protocol":"p","session":"s","people":[]})")), record_kind::header);
  for (const std::string_view one :
       {R"({"session":"s","seq":-3.0,"by":"anna","act":"ask"})", R"({"session":"s","seq":0.0,"by":"anna","act":"ask"})",
        R"({"session":"s","seq":3.5,"by":"anna","act":"ask"})"})
    EXPECT_EQ(line.parse(padded(one)), record_kind::fault) << one;
}
TEST(JsonlLine, OfALogSaysNothingOfSessions) {
  jsonl_line line;
  EXPECT_EQ(line.parse(padded(R"({"by":"anna","act":"ask","session":"s"})")), record_kind::fault);
  EXPECT_EQ(line.fault().found, "the key \"session\"");
  EXPECT_EQ(line.parse(padded(R"({"by":"anna","act":"ask","seq":1})")), record_kind::fault);
  EXPECT_EQ(line.fault().expected, "at, by, act, case, option, rule or to");
}

}  // namespace line_test
