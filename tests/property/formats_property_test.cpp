// SPDX-License-Identifier: MIT
// A log that was converted and converted back is the same, whatever it holds: refused events, strangers, acts and rules
// that nobody knows, texts of any characters that a format has.
#include <gtest/gtest.h>

#include <array>
#include <balint/log/csv/csv.hpp>
#include <balint/log/jsonl/jsonl.hpp>
#include <balint/log/xes/xes.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/log/any_reading.hpp"
#include "tests/property/session_properties.hpp"

using namespace balint;

namespace formats_property_test {

/// A text of whatever may be troublesome, chosen by a number.
std::string awkward(std::uint16_t n) {
  static constexpr std::array<std::string_view, 16> pieces{
      "a", ",", "\"", "\"\"", "\n", "\r", "\r\n", "&", "<", ">", "'", "\t", " ", "ж", "]]>", "\xF0\x9F\x8C\xB1"};
  std::string text = "x";
  for (; n != 0; n /= 16) text += pieces[n % 16];
  return text;
}

/// A word, chosen by a number: acts and professions are words, whoever knows them.
std::string word(std::uint16_t n) {
  std::string text = "w";
  for (; n != 0; n /= 16) text += "abcdefgh_0123xyz"[n % 16];
  return text;
}

/// The log of a script, in JSON Lines: what happens in it, and between the events such as a session never has.
template <typename P>
std::string log_of(const property::script& s) {
  auto people = property::people_of<P>(s);
  std::vector<std::string> professions(people.size());
  for (std::size_t i = 0; i < people.size() && i < s.steps.size(); ++i) {
    people[i].agrees = static_cast<consent>(s.steps[i].way % 3);
    people[i].less_experienced = s.steps[i].time % 2 == 0;
    people[i].grades = s.steps[i].by % 2 == 0;
    if (s.steps[i].act % 2 == 0) professions[i] = word(s.steps[i].target);
    people[i].profession = professions[i];
  }
  auto text = to_jsonl<P>("s-1", people).value();
  session<P> now(detail::group_of(form<P>(people)));
  for (const auto& one : s.steps) {
    auto e = property::chosen(now, one);
    (void)now.apply(e);
    if (e.at != unstated) e.at.since_epoch += one.pick % 1000;
    if (const auto line = to_jsonl<P>(e, people)) text += *line;
    if (one.pick % 5 == 0) text += R"({"by":"stranger","act":)" + to_json(word(one.target)) + "}\n";
    if (one.pick % 7 == 0) text += R"({"by":"p0","act":)" + to_json(word(one.pick)) + R"(,"case":"nobody"})" + "\n";
    if (one.pick % 3 == 0) text += R"({"by":"p0","act":"flag","rule":)" + to_json(awkward(one.pick)) + "}\n";
    if (one.pick % 11 == 0) text += to_jsonl<P>("s-2", people).value();
  }
  return text;
}

/// Whether a log is the same after it was written in a format and read back.
template <typename P, typename Reader, typename Format>
bool comes_back(const property::script& s) {
  const auto log = log_of<P>(s);
  std::vector<std::string> losses;
  const auto there = support::from_jsonl<Format>(log, &losses);
  return losses.empty() && support::as_jsonl<Reader>(there) == log;
}

template <typename P>
class RandomLogInFormats : public testing::Test {};
TYPED_TEST_SUITE(RandomLogInFormats, property::protocols);

TYPED_TEST(RandomLogInFormats, ComesBackFromCsv) {
  EXPECT_TRUE(property::always([](const auto& s) { return comes_back<TypeParam, csv_reader<>, csv_format>(s); }, 100));
}
TYPED_TEST(RandomLogInFormats, ComesBackFromXes) {
  EXPECT_TRUE(property::always([](const auto& s) { return comes_back<TypeParam, xes_reader<>, xes_format>(s); }, 100));
}

/// A format that forgets times.
struct timeless : csv_format {
  void event(std::string& out, event_record e) {
    e.at = unstated;
    csv_format::event(out, e);
  }
};
TEST(FormatsComeBack, CatchesAFormatThatLeavesOutTheTime) {
  EXPECT_TRUE(property::is_caught([](const auto& s) { return comes_back<student_group, csv_reader<>, timeless>(s); }));
}

}  // namespace formats_property_test
