// SPDX-License-Identifier: MIT
// Plain events, read in one pass: never what jsonl_line refuses, never anything else than jsonl_line reads.
#include <balint/log/jsonl/detail/line.hpp>
#include <balint/log/jsonl/detail/plain_line.hpp>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace plain_line_test {

using balint::event_record;
using balint::record_kind;
using balint::detail::jsonl_line;
using balint::detail::line_form;
using balint::detail::plain_lines;

/// Lines in one block, with the room after it that the parser asks for.
class block {
 public:
  explicit block(const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
      begins_.push_back(text_.size());
      text_ += line + "\n";
      sizes_.push_back(line.size());
    }
    text_.append(simdjson::SIMDJSON_PADDING, '\0');
  }
  [[nodiscard]] std::string_view operator[](std::size_t i) const { return {text_.data() + begins_[i], sizes_[i]}; }
  [[nodiscard]] std::size_t size() const { return begins_.size(); }

 private:
  std::string text_;
  std::vector<std::size_t> begins_;
  std::vector<std::size_t> sizes_;
};

/// Which lines of a block are plain; each of them has to be the same event to the careful parser.
std::vector<bool> plain_among(const std::vector<std::string>& lines, line_form form = line_form::log) {
  const block all(lines);
  plain_lines plain(form);
  jsonl_line careful(form);
  std::vector<bool> are_plain;
  for (std::size_t i = 0; i < all.size(); ++i) {
    event_record e;
    const bool is_plain = plain.read(all[i], e);
    are_plain.push_back(is_plain);
    if (!is_plain) continue;
    EXPECT_EQ(careful.parse(all[i]), record_kind::event) << lines[i];
    EXPECT_EQ(e, careful.event) << lines[i];
  }
  return are_plain;
}
bool is_plain(const std::string& line) { return plain_among({line})[0]; }

const std::string good = R"({"by":"anna","act":"ask"})";

TEST(PlainLines, ReadWhatMostEventsLookLike) {
  for (const std::string line :
       {R"({"by":"anna","act":"ask"})", R"({"act":"ask","by":"anna"})", R"({ "by" : "anna" , "act" : "ask"})",
        R"({"at":"2026-03-02T16:31:10Z","by":"anna","act":"ask"})",
        R"({"at":"2026-03-02T16:31:10.250Z","by":"a","act":"ask"})", R"({"by":"anna","act":"vote","case":"boris"})",
        R"({"by":"anna","act":"assess","option":12})", R"({"option":0,"by":"anna","act":"assess"})",
        R"({"by":"lead","act":"remind","rule":"voluntary"})", R"({"by":"lead","act":"hand_over","to":"deputy"})",
        R"({"by":"a-1_.Z","act":"no such act"})", R"({"by":"a","act":""})",
        R"({"by":"a","act":"x","case":"b","option":1,"rule":"r"})", R"({"by":"anna","act":"assess","option":9999})"}) {
    EXPECT_TRUE(is_plain(line)) << line;
  }
}

TEST(PlainLines, LeaveWhatIsNoWholeEvent) {
  for (const std::string line : {"",
                                 " ",
                                 "x",
                                 "{",
                                 "}",
                                 "{}",
                                 "[]",
                                 "null",
                                 "7",
                                 R"("by")",
                                 R"({"by":"anna"})",
                                 R"({"act":"ask"})",
                                 R"({"by":"anna","act":"ask")",
                                 R"({"by":"anna","act":"ask)",
                                 R"({"by":"anna","act":})",
                                 R"({"by":"anna",,"act":"ask"})",
                                 R"({"by":"anna" "act":"ask"})",
                                 R"({"by" "anna","act":"ask"})",
                                 R"({"by":"anna","act":"ask",})",
                                 R"({"by":"anna","act":"ask"]})",
                                 R"({"by":"anna","act":"ask"}})",
                                 R"([{"by":"anna","act":"ask"}])",
                                 R"({"by":null,"act":"ask"})",
                                 R"({"by":["anna"],"act":"ask"})",
                                 R"({"by":7,"act":"ask"})",
                                 R"({"by":{"by":"anna"},"act":"ask"})",
                                 R"({"by":"anna","act":true})",
                                 R"({"by":"anna","act":"ask","option":"1"})"}) {
    EXPECT_FALSE(is_plain(line)) << line;
  }
}

TEST(PlainLines, LeaveHeadersToTheCarefulParser) {
  EXPECT_FALSE(is_plain(R"({"balint":1,"protocol":"p","session":"s","people":[]})"));
  EXPECT_FALSE(is_plain(R"({"by":"anna","act":"ask","balint":1})"));
}

TEST(PlainLines, LeaveASecondKey) {
  for (const std::string line :
       {R"({"by":"anna","by":"anna","act":"ask"})", R"({"by":"anna","act":"ask","act":"ask"})",
        R"({"by":"a","act":"vote","case":"b","case":"b"})", R"({"by":"a","act":"assess","option":1,"option":1})",
        R"({"by":"a","act":"remind","rule":"x","rule":"x"})", R"({"by":"a","act":"hand_over","to":"b","to":"b"})",
        R"({"at":"2026-03-02T16:31:10Z","at":"2026-03-02T16:31:10Z","by":"a","act":"ask"})"}) {
    EXPECT_FALSE(is_plain(line)) << line;
  }
}

TEST(PlainLines, LeaveKeysThatTheyDoNotKnow) {
  for (const std::string key :
       {"",       "a",   "b",       "ac",  "At",      "BY",          "bye",   "byy",         "acts",
        "action", "ats", "cases",   "cas", "options", "optio",       "rules", "rul",         "tot",
        "t",      "o",   "content", "by ", " by",     "case\\u0000", "to\\n", "optionoption"}) {
    EXPECT_FALSE(is_plain(R"({"by":"anna","act":"ask",")" + key + R"(":"x"})")) << key;
    EXPECT_FALSE(is_plain(R"({")" + key + R"(":1,"by":"anna","act":"ask"})")) << key;
  }
}

TEST(PlainLines, LeaveEscapesInKeysAndInTexts) {
  for (const std::string line :
       {R"({"b\u0079":"anna","act":"ask"})", R"({"by":"ann\u0061","act":"ask"})", R"({"by":"anna","act":"as\u006b"})",
        R"({"by":"anna","act":"a\"k"})", R"({"by":"anna","act":"ask\\"})", R"({"by":"a","act":"vote","case":"\u0062"})",
        R"({"by":"a","act":"remind","rule":"\u0062"})", R"({"at":"2026-03-02T16:31:10\u005a","by":"a","act":"ask"})"}) {
    EXPECT_FALSE(is_plain(line)) << line;
  }
}

TEST(PlainLines, OfAStreamSayWhichSessionTheyAreOf) {
  const auto is_plain_of_stream = [](const std::string& line) -> bool {
    return plain_among({line}, line_form::stream)[0];
  };
  for (const std::string line :
       {R"({"session":"s","by":"a","act":"ask"})", R"({"seq":1,"session":"s","by":"a","act":"ask"})",
        R"({"session": "s", "seq": 123456789012345678, "by": "a", "act": "vote", "case": "b"})"}) {
    EXPECT_TRUE(is_plain_of_stream(line)) << line;
    EXPECT_FALSE(is_plain(line)) << line;
  }
  for (const std::string line :
       {good.c_str(), R"({"session":"s","seq":0,"by":"a","act":"ask"})",
        R"({"session":"s","seq":01,"by":"a","act":"ask"})",
        R"({"session":"s","seq":1234567890123456789,"by":"a","act":"ask"})",
        R"({"session":"s s","by":"a","act":"ask"})", R"({"session":"s","session":"s","by":"a","act":"ask"})",
        R"({"sessions":"s","by":"a","act":"ask"})", R"({"session":"s","protocol":"p","balint":1,"people":[]})"}) {
    EXPECT_FALSE(is_plain_of_stream(line)) << line;
  }
}

TEST(PlainLines, LeaveBytesThatAreNotShownOrNotAscii) {
  for (const std::string bytes : {"\x1F", "\x01", "\n", "\xC3\xA4", "\xFF", "\x80"}) {
    for (std::size_t n = 0; n < 17; ++n) {
      const auto word = std::string(n, 'x') + bytes;
      EXPECT_FALSE(is_plain(R"({"by":"a","act":")" + word + R"("})")) << n;
      EXPECT_FALSE(is_plain(R"({"by":"a","act":"remind","rule":")" + word + R"(y"})")) << n;
    }
  }
  EXPECT_TRUE(is_plain("{\"by\":\"a\",\"act\":\"\x7F ~!\"}"));
}

TEST(PlainLines, LeaveIdsThatAreNoPseudonyms) {
  EXPECT_TRUE(is_plain(R"({"by":")" + std::string(64, 'a') + R"(","act":"ask"})"));
  for (const auto& id :
       {std::string(), std::string("anna b"), std::string("J\xC3\xBCrgen"), std::string(65, 'a'), std::string("a/b")}) {
    EXPECT_FALSE(is_plain(R"({"by":")" + id + R"(","act":"ask"})")) << id;
    EXPECT_FALSE(is_plain(R"({"by":"a","act":"vote","case":")" + id + R"("})")) << id;
    EXPECT_FALSE(is_plain(R"({"by":"a","act":"hand_over","to":")" + id + R"("})")) << id;
  }
}

TEST(PlainLines, LeaveNamesOfActsThatAreTooLongToBeOne) {
  EXPECT_TRUE(is_plain(R"({"by":"a","act":")" + std::string(64, 'x') + R"("})"));
  EXPECT_FALSE(is_plain(R"({"by":"a","act":")" + std::string(65, 'x') + R"("})"));
}

TEST(PlainLines, LeaveNumbersThatAreNotWrittenAsOptionsAre) {
  for (const std::string number : {"0", "1", "10", "999", "9999"}) {
    EXPECT_TRUE(is_plain(R"({"by":"a","act":"assess","option":)" + number + "}")) << number;
    EXPECT_TRUE(is_plain(R"({"option":)" + number + R"(,"by":"a","act":"assess"})")) << number;
  }
  for (const std::string number :
       {"00",  "01",  "007",  "0000", "10000", "12345", "65535", "65536", "99999999999999999999",
        "-1",  "-0",  "+1",   "1.0",  "1e2",   "1.",    ".1",    "0x1",   "1a",
        "1 2", "1\"", "true", "null", "[1]",   ""}) {
    EXPECT_FALSE(is_plain(R"({"by":"a","act":"assess","option":)" + number + "}")) << number;
    EXPECT_FALSE(is_plain(R"({"option":)" + number + R"(,"by":"a","act":"assess"})")) << number;
  }
}

TEST(PlainLines, ReadTimesAsMostProgramsWriteThemAndLeaveTheRest) {
  const auto at = [](const std::string& time) { return is_plain(R"({"at":")" + time + R"(","by":"a","act":"ask"})"); };
  EXPECT_TRUE(at("2026-03-02T16:31:10Z"));
  EXPECT_TRUE(at("2026-03-02T16:31:10.123Z"));
  EXPECT_TRUE(at("2026-03-02 16:31:10z"));
  EXPECT_TRUE(at("2026-03-02T16:31:10+00:00"));
  EXPECT_TRUE(at("2026-03-02T16:31:10.123+03:00"));
  EXPECT_TRUE(at("2026-03-02T16:31:10.1234Z"));
  EXPECT_TRUE(at("2026-03-02T16:31:10+0000"));
  for (const std::string time :
       {"2026-03-02T16:31:10.1Z", "2026-03-02T16:31:10.12Z", "2026-03-02T16:31:10.Z", "2026-02-30T16:31:10Z",
        "2026-03-02T24:00:00Z", "2026-03-02T16:31:60Z", "2026-03-02T16:31:10", "2026-03-02T16:31:10+00",
        "2026-03-02T16:31Z", "", "Z", "2026-03-02T16:31:10.12aZ", "2026-03-02T16:31:10Z\",\"x"}) {
    EXPECT_FALSE(at(time)) << time;
  }
}

TEST(PlainLines, ReadADayAgainWhenAnotherWasBetween) {
  const auto line = [](const std::string& day) { return R"({"at":")" + day + R"(T16:31:10Z","by":"a","act":"ask"})"; };
  EXPECT_EQ(
      plain_among({line("2026-03-02"), line("2026-03-03"), line("2026-03-02"), line("2026-03-99"), line("2026-03-02")}),
      (std::vector<bool>{true, true, true, false, true}));
}

TEST(PlainLines, TakeWordsOfEachLengthAndLeaveEscapesWhereverTheyAre) {
  for (std::size_t n = 0; n < 80; ++n) {
    const std::string word(n, 'x');
    EXPECT_EQ(is_plain(R"({"by":"a","act":")" + word + R"("})"), n <= 64) << n;
    EXPECT_EQ(is_plain(R"({"by":"a","act":")" + word + R"(","case":"b"})"), n <= 64) << n;
    EXPECT_FALSE(is_plain(R"({"by":"a","act":")" + word + R"(\"x"})")) << n;
    EXPECT_FALSE(is_plain(R"({"by":"a","act":")" + word + R"(\\"})")) << n;
  }
}
TEST(PlainLines, LeaveWhatHasSomethingAfterTheObject) {
  for (const std::string after : {" ", "\t", "\r", ",", "x", "{}", "]", "}", "0", "\"", good.c_str()}) {
    EXPECT_FALSE(is_plain(good + after)) << after;
  }
  EXPECT_TRUE(is_plain(R"({"by":"anna","act":"ask" })"));
}

TEST(PlainLines, LeaveAnObjectThatSpansLines) {
  EXPECT_EQ(plain_among({R"({"by":"anna",)", R"("act":"ask"})"}), (std::vector<bool>{false, false}));
  EXPECT_EQ(plain_among({R"({"by":"an)", R"(na","act":"ask"})"}), (std::vector<bool>{false, false}));
  EXPECT_EQ(plain_among({good + R"({"by":"anna",)", R"("act":"ask"})"}), (std::vector<bool>{false, false}));
}

TEST(PlainLines, ReadOnAfterALineTheyLeftThatWasAWholeObject) {
  EXPECT_EQ(plain_among({good, R"({"by":"anna","act":"as\u006b"})", good, R"({"x":[{"by":"anna"},1]})", good}),
            (std::vector<bool>{true, false, true, false, true}));
}

TEST(PlainLines, ForgetTheLineBefore) {
  const block all({R"({"at":"2026-03-02T16:31:10Z","by":"anna","act":"vote","case":"boris"})",
                   R"({"by":"b","act":"assess","option":3})", good});
  plain_lines plain;
  event_record e;
  ASSERT_TRUE(plain.read(all[0], e));
  EXPECT_NE(e.at, balint::unstated);
  ASSERT_TRUE(plain.read(all[1], e));
  EXPECT_EQ(e.at, balint::unstated);
  EXPECT_TRUE(e.target_name.empty());
  EXPECT_EQ(e.targets, balint::target_kinds::of(balint::target_kind::option));
  ASSERT_TRUE(plain.read(all[2], e));
  EXPECT_EQ(e.option, 0);
  EXPECT_TRUE(e.targets.empty());
}

TEST(PlainLines, AgreeWithTheCarefulParserWhicheverByteIsAnother) {
  const std::string line =
      R"({"at":"2026-03-02T16:31:10.250Z","by":"anna","act":"assess","option":12,"case":"b","to":"c","rule":"d"})";
  ASSERT_TRUE(is_plain(R"({"at":"2026-03-02T16:31:10.250Z","by":"anna","act":"assess","option":12,"case":"b"})"));
  std::size_t plain = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    for (const char other :
         {'"', '\\', '}', '{', ',', ':', ' ', '0', '9', 'a', 'b', 'Z', '\t', '\0', '\x7F', '\xC3', '.', '-'}) {
      auto changed = line;
      changed[i] = other;
      plain += plain_among({good, changed, good})[1] ? 1U : 0U;
    }
  }
  EXPECT_GT(plain, 100U);
  EXPECT_LT(plain, line.size() * 9);
}

}  // namespace plain_line_test
