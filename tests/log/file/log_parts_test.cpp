// SPDX-License-Identifier: MIT
// Parts of a log: each begins with a header, together they are the log, and read apart they give what it gives.
#include <gtest/gtest.h>

#include <balint/log/csv/csv.hpp>
#include <balint/log/jsonl/source.hpp>
#include <balint/log/file/log_parts.hpp>
#include <algorithm>
#include <string>
#include <vector>

#include "tests/log/reading.hpp"

using balint::log_part;
using balint::log_parts;
using support::text_file;

namespace log_parts_test {

std::vector<log_part> parts_of(const std::string& text, std::uint64_t size,
                               balint::cut_at where = balint::cut_at::headers) {
  const text_file file(text);
  log_parts cut(file.get(), size, where);
  std::vector<log_part> parts;
  while (const auto part = cut.next()) parts.push_back(*part);
  return parts;
}

std::string session(const std::string& id, int questions) {
  std::string text = R"({"balint":1,"protocol":"student_group","session":")" + id +
                     R"(","people":[{"id":"p1","offices":["participant"]}]})"
                     "\n";
  for (int i = 0; i < questions; ++i)
    text += R"({"by":"p1","act":"ask"})"
            "\n";
  return text;
}

/// What a visitor is told of a part: sessions with the lines of their headers and events.
struct told {
  std::vector<std::string> all;

  struct handler {
    told* to;
    template <typename Event>
    void event(const Event& e) {
      to->all.push_back("event " + std::to_string(e.line));
    }
    void end(bool whole) { to->all.push_back(whole ? "whole" : "broken"); }
  };
  template <balint::protocol P>
  handler operator()(const balint::session_header<P>& header) {
    all.push_back(std::string(header.session) + " " + std::to_string(header.line));
    return {this};
  }
};

TEST(LogParts, OfAnEmptyLogAreNone) { EXPECT_TRUE(parts_of("", 1).empty()); }

TEST(LogParts, BeginWithAHeaderAndAreTogetherTheLog) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += session("s" + std::to_string(i), i % 17);
  for (const std::uint64_t size : {1U, 2U, 100U, 1000U, 5000U, 70'000U, 10'000'000U}) {
    const auto parts = parts_of(text, size);
    std::uint64_t at = 0;
    for (const auto& part : parts) {
      EXPECT_EQ(part.first_byte, at);
      EXPECT_TRUE(text.substr(part.first_byte).starts_with("{\"balint\""));
      EXPECT_EQ(part.lines_before, static_cast<std::uint64_t>(
                                       std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')));
      at += part.bytes;
    }
    EXPECT_EQ(at, text.size());
    EXPECT_EQ(parts.size() == 1, size > text.size()) << size;
    if (size == 1) {
      EXPECT_EQ(parts.size(), 200U);
    }
  }
}

TEST(LogParts, NeverCutASession) {
  const auto text = session("long", 20'000) + session("short", 1);
  const auto parts = parts_of(text, 10);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].bytes, session("long", 20'000).size());
  EXPECT_EQ(parts[1].lines_before, 20'001U);
}

TEST(LogParts, TakeALastLineWithoutAnEnd) {
  auto text = session("one", 1) + session("two", 1);
  text.pop_back();
  const auto parts = parts_of(text, 1);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[1].first_byte + parts[1].bytes, text.size());
}

TEST(LogParts, AreOneWhereNoLineIsAHeaderAsItIsUsuallyWritten) {
  EXPECT_EQ(parts_of("{ \"balint\":1}\n{ \"balint\":1}\n", 1).size(), 1U);
}

TEST(LogParts, ReadApartGiveWhatTheLogGives) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += session("s" + std::to_string(i), i);
  const text_file whole(text);
  told at_once;
  ASSERT_EQ(balint::jsonl_reader<>(whole.get(), "whole").read(at_once), 60U);
  for (const std::uint64_t size : {1U, 777U, 4000U}) {
    told apart;
    for (const auto& part : parts_of(text, size)) {
      const text_file file(text);
      ASSERT_EQ(std::fseek(file.get(), static_cast<long>(part.first_byte), SEEK_SET), 0);
      EXPECT_TRUE(balint::jsonl_reader<>(file.get(), "part", part).read(apart).has_value());
    }
    EXPECT_EQ(apart.all, at_once.all) << size;
  }
}

TEST(LogParts, NumberTheLineOfAFaultAsTheLogDoes) {
  const auto text = session("one", 3) + session("two", 1) + "{\"by\":1}\n";
  const auto parts = parts_of(text, 1);
  ASSERT_EQ(parts.size(), 2U);
  const text_file file(text);
  ASSERT_EQ(std::fseek(file.get(), static_cast<long>(parts[1].first_byte), SEEK_SET), 0);
  told apart;
  const auto read = balint::jsonl_reader<>(file.get(), "log", parts[1]).read(apart);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().line, 7U);
}

TEST(LogParts, AreOneInGzip) {
  std::string packed = "\x1F\x8B\x08";
  for (int i = 0; i < 3; ++i) packed += "\n" + session("s" + std::to_string(i), 3);
  const auto parts = parts_of(packed, 1);
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].bytes, log_part{}.bytes);
}

// ---- CSV ------------------------------------------------------------------------------------------------------------

const std::string columns = "session,row,by,act,rule,protocol,offices\r\n";

std::string rows(const std::string& id, int questions, const std::string& act = "ask,") {
  std::string text = id + ",session,,,,student_group,\r\n" + id + ",person,p1,,,,participant\r\n";
  for (int i = 0; i < questions; ++i) text += id + ",event,p1," + act + ",,\r\n";
  return text;
}
std::vector<log_part> csv_parts(const std::string& text, std::uint64_t size) {
  return parts_of(text, size, balint::cut_at::session_rows);
}
/// What the parts of a log in CSV give, read apart.
told told_of_parts(const std::string& text, std::uint64_t size) {
  told apart;
  for (const auto& part : csv_parts(text, size)) {
    const text_file file(text);
    EXPECT_EQ(std::fseek(file.get(), static_cast<long>(part.first_byte), SEEK_SET), 0);
    const auto read = balint::csv_reader<>(file.get(), "part", part).read(apart);
    if (!read) apart.all.push_back(read.error().message());
  }
  return apart;
}

TEST(LogPartsOfCsv, BeginWithASessionAndAreTogetherTheLog) {
  std::string text = columns;
  for (int i = 0; i < 50; ++i) text += rows("s" + std::to_string(i), i);
  for (const std::uint64_t size : {1U, 100U, 5000U}) {
    const auto parts = csv_parts(text, size);
    std::uint64_t at = 0;
    for (const auto& part : parts) {
      EXPECT_EQ(part.first_byte, at);
      EXPECT_EQ(part.columns, at == 0 ? "" : columns);
      EXPECT_TRUE(at == 0 || text.substr(at).starts_with('s'));
      EXPECT_EQ(part.lines_before, static_cast<std::uint64_t>(
                                       std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')));
      at += part.bytes;
    }
    EXPECT_EQ(at, text.size());
    EXPECT_GT(parts.size(), 2U);
  }
  // The first part is the row of the columns and the first session.
  EXPECT_EQ(csv_parts(text, 1).size(), 51U);
}
TEST(LogPartsOfCsv, ReadApartGiveWhatTheLogGives) {
  std::string text = "\xEF\xBB\xBF" + columns;
  for (int i = 0; i < 60; ++i)
    text +=
        rows("s" + std::to_string(i), i, i % 7 == 0 ? "flag,\"no \"\"rule\"\"\nx,session,\ns1,session,,\"" : "ask,");
  text += rows("last", 2) + "last,event,p1\r\n" + rows("behind", 1);
  const text_file whole(text);
  told at_once;
  const auto read = balint::csv_reader<>(whole.get(), "part").read(at_once);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().sessions_read, 60U);
  for (const std::uint64_t size : {1U, 777U, 4000U, 1'000'000U}) {
    auto apart = told_of_parts(text, size).all;
    // Where there is a fault, who reads parts reports nothing behind it, and adds up the sessions before it.
    const auto fault = std::find_if(apart.begin(), apart.end(),
                                    [](const auto& said) { return said.find("expected") != std::string::npos; });
    ASSERT_NE(fault, apart.end()) << size;
    EXPECT_EQ(fault->substr(0, fault->find(';')), read.error().message().substr(0, read.error().message().find(';')));
    apart.erase(fault, apart.end());
    EXPECT_EQ(apart, at_once.all) << size;
  }
}
TEST(LogPartsOfCsv, AreOneWhereASessionCannotBeToldByItsBeginning) {
  const std::string other =
      "row,session,by,act,protocol,offices\r\nsession,s1,,,student_group,\r\nsession,s2,,,student_group,\r\n";
  EXPECT_EQ(csv_parts(other, 1).size(), 1U);
  EXPECT_EQ(csv_parts("session,row,by,act,protocol", 1).size(), 1U);
  EXPECT_TRUE(csv_parts("", 1).empty());
  // An id of more than 64 letters, and one that is none.
  EXPECT_EQ(csv_parts(columns + rows(std::string(65, 'x'), 1) + rows("a b", 1) + rows("", 1), 1).size(), 1U);
  EXPECT_EQ(csv_parts(columns + rows(std::string(64, 'x'), 1), 1).size(), 2U);
}

}  // namespace log_parts_test
