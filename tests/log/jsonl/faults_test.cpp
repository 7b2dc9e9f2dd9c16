// SPDX-License-Identifier: MIT
// Every kind of log that cannot be read: where it stops, what was found, what was expected.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "tests/log/reading.hpp"

using support::header;
using support::reading;
using testing::HasSubstr;

namespace faults_test {

/// A line that cannot be read, and what the error says about it.
struct fault {
  std::string_view name;
  std::string_view line;
  std::uint64_t column;  // 0: not known
  std::string_view found;
  std::string_view expected;
  friend std::ostream& operator<<(std::ostream& out, const fault& f) { return out << f.name; }
};
constexpr auto name_of = [](const auto& info) { return std::string(info.param.name); };

/// What every error says, whatever is wrong with the line.
void expect_fault(const reading& log, const fault& f, std::uint64_t line) {
  ASSERT_FALSE(log.is_read());
  EXPECT_EQ(log.error().file, "log.jsonl");
  EXPECT_EQ(log.error().line, line);
  EXPECT_EQ(log.error().column, f.column);
  EXPECT_THAT(log.error().found, HasSubstr(std::string(f.found)));
  EXPECT_THAT(log.error().expected, HasSubstr(std::string(f.expected)));
}

class HeaderFault : public testing::TestWithParam<fault> {};

TEST_P(HeaderFault, StopsTheReading) {
  const reading log(std::string(GetParam().line) + "\n" + header());
  expect_fault(log, GetParam(), 1);
  EXPECT_EQ(log.error().sessions_read, 0U);
  EXPECT_TRUE(log.sessions.empty());
}

TEST_P(HeaderFault, LeavesTheSessionsBeforeWhole) {
  const reading log(header() + header("staff_group", "s2") + std::string(GetParam().line) + "\n");
  expect_fault(log, GetParam(), 3);
  EXPECT_EQ(log.error().sessions_read, 2U);
  ASSERT_EQ(log.sessions.size(), 2U);
  EXPECT_EQ(log.sessions[1].ends, 1);
  EXPECT_TRUE(log.sessions[1].is_whole);
}

constexpr fault header_faults[]{
    {"NoBalint", R"({"protocol":"student_group","session":"s","people":[]})", 0, "without \"balint\"", "\"balint\""},
    {"NoProtocol", R"({"balint":1,"session":"s","people":[]})", 0, "without \"protocol\"", "\"protocol\""},
    {"NoSession", R"({"balint":1,"protocol":"student_group","people":[]})", 0, "without \"session\"", "\"session\""},
    {"NoPeople", R"({"balint":1,"protocol":"student_group","session":"s"})", 0, "without \"people\"", "\"people\""},
    {"Version2", R"({"balint":2,"protocol":"student_group","session":"s","people":[]})", 11, "version 2", "version 1"},
    {"Version0", R"({"balint":0,"protocol":"student_group","session":"s","people":[]})", 11, "version 0", "version 1"},
    {"VersionText", R"({"balint":"1","protocol":"student_group","session":"s","people":[]})", 11, "a text",
     "version 1"},
    {"VersionDecimal", R"({"balint":1.5,"protocol":"student_group","session":"s","people":[]})", 11, "a number",
     "version 1"},
    {"ProtocolNumber", R"({"balint":1,"protocol":7,"session":"s","people":[]})", 24, "a number",
     "the name of a protocol"},
    {"ProtocolUnknown", R"({"balint":1,"protocol":"knitting","session":"s","people":[]})", 0, "\"knitting\"",
     "student_group, staff_group"},
    {"SessionNumber", R"({"balint":1,"protocol":"student_group","session":7,"people":[]})", 50, "a number", "an id"},
    {"SessionName", R"({"balint":1,"protocol":"student_group","session":"Anna I","people":[]})", 50, "\"Anna I\"",
     "pseudonym"},
    {"SessionEmpty", R"({"balint":1,"protocol":"student_group","session":"","people":[]})", 50, "\"\"", "pseudonym"},
    {"PeopleObject", R"({"balint":1,"protocol":"student_group","session":"s","people":{}})", 63, "an object",
     "an array of people"},
    {"PeopleNull", R"({"balint":1,"protocol":"student_group","session":"s","people":null})", 63, "null",
     "an array of people"},
    {"PersonNumber", R"({"balint":1,"protocol":"student_group","session":"s","people":[7]})", 64, "a number",
     "a person"},
    {"PersonWithoutId", R"({"balint":1,"protocol":"student_group","session":"s","people":[{"offices":["leader"]}]})",
     64, "without \"id\"", "a pseudonym"},
    {"PersonWithoutOffices", R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p"}]})", 64,
     "without an office", "one or more offices"},
    {"PersonWithNoOffice",
     R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":[]}]})", 64,
     "without an office", "one or more offices"},
    {"IdNumber", R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":7,"offices":["leader"]}]})",
     70, "a number", "an id"},
    {"IdName",
     R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"Anna I","offices":["leader"]}]})", 70,
     "\"Anna I\"", "pseudonym"},
    {"OfficesText", R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":"leader"}]})",
     84, "a text", "an array of offices"},
    {"OfficeNumber", R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":[7]}]})", 85,
     "a number", "the name of an office"},
    {"OfficeUnknown",
     R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":["king"]}]})", 0, "\"king\"",
     "participant, leader, deputy, supervisor"},
    {"OfficeOfAnotherProtocol",
     R"({"balint":1,"protocol":"case_consultation","session":"s","people":[{"id":"p","offices":["leader"]}]})", 0,
     "\"leader\"", "participant, moderator"},
    {"ConsentNumber",
     R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":["leader"],"consent":1}]})",
     105, "a number", "true or false"},
    {"ProfessionFlag",
     R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":["leader"],"profession":true}]})",
     108, "true or false", "a profession"},
    {"ProfessionText",
     R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":["leader"],"profession":"a teacher"}]})",
     108, "a profession that is no word", "a-z, 0-9 and _"},
    {"IdNull", R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":null,"offices":["leader"]}]})",
     70, "null", "an id"},
    {"OfficesNull", R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":null}]})", 84,
     "null", "an array of offices"},
    {"NoNull",
     R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":["leader"],"consent":nil}]})",
     105, "broken JSON", "one JSON object"},
    {"BalintNull", R"({"balint":null,"protocol":"student_group","session":"s","people":[]})", 11, "null", "version 1"},
    {"GradesText",
     R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":["leader"],"grades":"yes"}]})",
     104, "a text", "true or false"},
};
INSTANTIATE_TEST_SUITE_P(Section6, HeaderFault, testing::ValuesIn(header_faults), name_of);

class EventFault : public testing::TestWithParam<fault> {};

TEST_P(EventFault, StopsTheReadingInsideItsSession) {
  const reading log(header() + header("staff_group", "s2") + R"({"by":"anna","act":"present_case"})" + "\n" +
                    std::string(GetParam().line) + "\n");
  expect_fault(log, GetParam(), 4);
  EXPECT_EQ(log.error().sessions_read, 1U);
  ASSERT_EQ(log.sessions.size(), 2U);
  EXPECT_EQ(log.sessions[1].events.size(), 1U);
  EXPECT_EQ(log.sessions[1].ends, 1);
  EXPECT_FALSE(log.sessions[1].is_whole);
}

constexpr fault event_faults[]{
    {"NoBy", R"({"act":"ask"})", 0, "without \"by\"", "\"by\""},
    {"NoAct", R"({"by":"anna"})", 0, "without \"act\"", "\"act\""},
    {"ByNumber", R"({"by":7,"act":"ask"})", 7, "a number", "an id"},
    {"ByNull", R"({"by":null,"act":"ask"})", 7, "null", "an id"},
    {"ByName", R"({"by":"Anna I","act":"ask"})", 7, "\"Anna I\"", "pseudonym"},
    {"ByEmpty", R"({"by":"","act":"ask"})", 7, "\"\"", "pseudonym"},
    {"By65Bytes", R"({"by":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","act":"ask"})", 7,
     "aaaa", "pseudonym"},
    {"ActNumber", R"({"by":"anna","act":7})", 20, "a number", "the name of an act"},
    {"ActNull", R"({"by":"anna","act":null})", 20, "null", "the name of an act"},
    {"ActText", R"({"by":"anna","act":"Anna tells of her case"})", 0, "an act that is no word", "a-z, 0-9 and _"},
    {"ActObject", R"({"by":"anna","act":{"a":1}})", 20, "an object", "the name of an act"},
    {"AtNumber", R"({"at":7,"by":"anna","act":"ask"})", 7, "a number", "a time"},
    {"AtWord", R"({"at":"now","by":"anna","act":"ask"})", 7, "\"now\"", "RFC 3339"},
    {"AtNoOffset", R"({"at":"2026-03-02T16:31:10.250","by":"anna","act":"ask"})", 7, "10.250", "an offset"},
    {"AtNoSuchDay", R"({"at":"2026-02-30T16:31:10Z","by":"anna","act":"ask"})", 7, "02-30", "RFC 3339"},
    {"CaseNumber", R"({"by":"anna","act":"vote","case":7})", 34, "a number", "an id"},
    {"CaseName", R"({"by":"anna","act":"vote","case":"p q"})", 34, "\"p q\"", "pseudonym"},
    {"OptionText", R"({"by":"anna","act":"assess","option":"1"})", 38, "a text", "the number of an option"},
    {"OptionDecimal", R"({"by":"anna","act":"assess","option":1.5})", 38, "a number", "the number of an option"},
    {"OptionOverflow", R"({"by":"anna","act":"assess","option":1e400})", 38, "a number", "the number of an option"},
    {"OptionFlag", R"({"by":"anna","act":"assess","option":true})", 38, "true or false", "the number of an option"},
    {"RuleNumber", R"({"by":"lead","act":"flag","rule":7})", 34, "a number", "the name of a rule"},
    {"ToArray", R"({"by":"lead","act":"hand_over","to":["boris"]})", 37, "an array", "an id"},
    {"VoteWithoutCase", R"({"by":"anna","act":"vote"})", 0, "\"vote\" without its target", "\"case\""},
    {"AssessWithoutOption", R"({"by":"anna","act":"assess"})", 0, "\"assess\" without its target", "\"option\""},
    {"FlagWithoutRule", R"({"by":"lead","act":"flag"})", 0, "\"flag\" without its target", "\"rule\""},
    {"HandOverWithoutTo", R"({"by":"lead","act":"hand_over"})", 0, "\"hand_over\" without its target", "\"to\""},
    {"VoteOnAnOption", R"({"by":"anna","act":"vote","option":1})", 0, "\"vote\"", "\"case\""},
    {"AskOnACase", R"({"by":"anna","act":"ask","case":"anna"})", 0, "\"ask\" with \"case\"", "no target"},
    {"VoteOnACaseAndAPerson", R"({"by":"anna","act":"vote","case":"anna","to":"boris"})", 0, "\"vote\" with \"to\"",
     "only \"case\""},
    {"EmptyObject", "{}", 0, "an empty object", "a header or an event"},
    {"Array", "[]", 1, "no JSON object", "a JSON object"},
    {"Number", "7", 1, "no JSON object", "a JSON object"},
    {"Null", "null", 1, "no JSON object", "a JSON object"},
    {"Words", "anna asks", 1, "no JSON object", "a JSON object"},
    {"ByteOrderMark", "\xEF\xBB\xBF{\"by\":\"anna\",\"act\":\"ask\"}", 1, "a byte order mark", "a JSON object"},
    {"TwoObjects", R"({"by":"anna","act":"ask"}{"by":"anna","act":"ask"})", 26, "something after",
     "the end of the line"},
    {"BraceAfterwards", R"({"by":"anna","act":"ask"}})", 26, "something after", "the end of the line"},
    {"UnclosedText", R"({"by":"anna","act":"ask)", 0, "broken JSON", "one JSON object"},
    {"InvalidUtf8", "{\"by\":\"an\xFFna\",\"act\":\"ask\"}", 0, "UTF-8", "UTF-8"},
    {"BrokenUtf8", "{\"by\":\"anna\",\"act\":\"\xC3(\"}", 0, "UTF-8", "UTF-8"},
    {"ControlCharacter", "{\"by\":\"anna\",\"act\":\"a\tb\"}", 0, "broken JSON", "one JSON object"},
};
INSTANTIATE_TEST_SUITE_P(Section6, EventFault, testing::ValuesIn(event_faults), name_of);

// ---- broken JSON, wherever it breaks --------------------------------------------------------------------------------

/// A line whose JSON breaks somewhere.
struct broken_line {
  std::string_view name;
  std::string_view line;
  friend std::ostream& operator<<(std::ostream& out, const broken_line& b) { return out << b.name; }
};

class BrokenLine : public testing::TestWithParam<broken_line> {};

TEST_P(BrokenLine, IsBrokenAndNotAnotherThing) {
  for (const auto& before : {header(), header() + header("staff_group", "s2")}) {
    const reading log(before + std::string(GetParam().line) + "\n");
    ASSERT_FALSE(log.is_read());
    EXPECT_THAT(log.error().found, testing::AnyOf(HasSubstr("broken JSON"), HasSubstr("something after")));
    EXPECT_FALSE(log.error().expected.empty());
  }
}

constexpr broken_line broken_lines[]{
    {"NoClosingBrace", R"({"by":"anna","act":"ask")"},
    {"NoValue", R"({"by":"anna","act")"},
    {"NoComma", R"({"by":"anna" "act":"ask"})"},
    {"CommaAtTheEnd", R"({"by":"anna","act":"ask",})"},
    {"WordAfterwards", R"({"by":"anna","act":"ask"} x)"},
    {"CommaAfterwards", R"({"by":"anna","act":"ask"},)"},
    {"BracketAfterwards", R"({"by":"anna","act":"ask"}])"},
    {"SingleQuotes", R"({'by':'anna'})"},
    {"BareKey", R"({by:"anna"})"},
    {"NoSuchEscape", R"({"by":"anna","act":"a\qb"})"},
    {"HalfASurrogate", R"({"by":"anna","act":"a\ud800b"})"},
    {"OneBrace", R"({)"},
};
INSTANTIATE_TEST_SUITE_P(Section6, BrokenLine, testing::ValuesIn(broken_lines), name_of);

// ---- the place of a key ---------------------------------------------------------------------------------------------

TEST(KeyFault, NamesTheKeyThatNoEventHas) {
  const reading log(header() + R"({"by":"anna","act":"ask","text":"what was said"})" + "\n");
  EXPECT_EQ(log.error().found, "the key \"text\"");
  EXPECT_EQ(log.error().expected, "at, by, act, case, option, rule or to");
}

TEST(KeyFault, NamesTheKeyThatNoHeaderHas) {
  const reading log(R"({"balint":1,"protocol":"student_group","session":"s","people":[],"title":"x"})");
  EXPECT_EQ(log.error().found, "the key \"title\"");
  EXPECT_EQ(log.error().expected, "balint, protocol, session or people");
}

TEST(KeyFault, NamesTheKeyThatNoPersonHas_RUL3) {
  const reading log(
      R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":["leader"],"name":"Anna"}]})");
  EXPECT_EQ(log.error().found, "the key \"name\"");
  EXPECT_EQ(log.error().expected, "id, offices, consent, profession, less_experienced or grades");
}

TEST(KeyFault, NamesTheKeyThatComesTwice) {
  EXPECT_EQ(reading(header() + R"({"by":"anna","by":"boris","act":"ask"})").error().found, "a second \"by\"");
  EXPECT_EQ(reading(header() + R"({"by":"anna","act":"vote","case":"anna","case":"anna"})").error().found,
            "a second \"case\"");
  EXPECT_EQ(reading(R"({"balint":1,"balint":1,"protocol":"student_group","session":"s","people":[]})").error().found,
            "a second \"balint\"");
  EXPECT_EQ(
      reading(R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","id":"q"}]})").error().found,
      "a second \"id\"");
  EXPECT_EQ(reading(header() + R"({"by":"anna","b\u0079":"boris","act":"ask"})").error().found, "a second \"by\"");
}

TEST(KeyFault, ANullCountsAsAValueOfItsKey) {
  EXPECT_EQ(reading(header() + R"({"by":"anna","act":"vote","case":null,"case":"anna"})").error().found,
            "a second \"case\"");
  EXPECT_EQ(reading(header() + R"({"by":"anna","act":"ask","at":"2026-03-02T16:00:00Z","at":null})").error().found,
            "a second \"at\"");
  EXPECT_EQ(
      reading(
          R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","consent":null,"consent":true}]})")
          .error()
          .found,
      "a second \"consent\"");
}

TEST(KeyFault, ShowsNoFreeText_RUL3) {
  for (
      const auto* line :
      {R"({"by":"anna","act":"secret words"})", R"({"by":"anna","act":"Secret"})", R"({"by":"anna","act":""})",
       R"({"by":"anna","act":"secret\u0020words","case":"anna"})",
       R"({"balint":1,"protocol":"secret words","session":"s","people":[]})",
       R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":["secret words"]}]})",
       R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":["leader"],"profession":"secret words"}]})"}) {
    const reading log(header() + line);
    ASSERT_FALSE(log.is_read()) << line;
    EXPECT_EQ(log.error().line, 2U);
    EXPECT_THAT(log.error().message(), testing::AllOf(HasSubstr("that is no word"), testing::Not(HasSubstr("ecret"))));
  }
}

TEST(KeyFault, AHeaderHasNoKeyOfAnEventNorTheOtherWayRound) {
  EXPECT_EQ(reading(header() + R"({"by":"anna","act":"ask","balint":1})").error().found, "the key \"balint\"");
  EXPECT_EQ(reading(R"({"balint":1,"by":"anna"})").error().found, "the key \"by\"");
}

TEST(KeyFault, ColumnIsWhereTheKeyIs) {
  EXPECT_EQ(reading(header() + R"({"by":"anna","act":"ask","text":"hello"})").error().column, 26U);
  EXPECT_EQ(reading(header() + R"({"by":"anna","by":"boris","act":"ask"})").error().column, 14U);
  EXPECT_EQ(reading(R"({"title":"x","balint":1})").error().column, 2U);
  EXPECT_EQ(
      reading(R"({"balint":1,"protocol":"student_group","session":"s","people":[{"name":"Anna"}]})").error().column,
      65U);
}

// ---- the file as a whole --------------------------------------------------------------------------------------------

TEST(FileFault, AnEventBeforeAnyHeader) {
  const reading log(R"({"by":"anna","act":"ask"})" + std::string("\n") + header());
  EXPECT_EQ(log.error().line, 1U);
  EXPECT_EQ(log.error().found, "an event before any header");
  EXPECT_THAT(log.error().expected, HasSubstr("a header"));
  EXPECT_TRUE(log.sessions.empty());
}

TEST(FileFault, AByteOrderMarkBehindTheStart) {
  EXPECT_EQ(reading("\n\xEF\xBB\xBF" + header()).error().found, "a byte order mark");
  EXPECT_EQ(reading("\xEF\xBB\xBF\xEF\xBB\xBF" + header()).error().found, "a byte order mark");
}

TEST(FileFault, AnotherEncodingThanUtf8) {
  for (const bool is_marked : {true, false}) {
    std::string wide = is_marked ? "\xFF\xFE" : "";
    for (const char c : header()) wide.append({c, '\0'});
    EXPECT_EQ(reading(wide).error().found, "text in UTF-16");
    EXPECT_EQ(reading(wide).error().expected, "text in UTF-8");
    EXPECT_EQ(reading(wide).error().line, 1U);
  }
  EXPECT_EQ(reading(header() + std::string("\xFF\xFE\x7B\x00", 4)).error().line, 2U);
}

TEST(FileFault, ALineThatIsTooLong) {
  const reading log(header() + header("student_group", "s2") + std::string(balint::line_reader::max_line + 1, ' ') +
                    "\n");
  EXPECT_EQ(log.error().line, 3U);
  EXPECT_THAT(log.error().found, HasSubstr("1 MiB"));
  EXPECT_EQ(log.error().sessions_read, 1U);
}

TEST(FileFault, AFileThatCannotBeRead) {
  std::FILE* const folder = std::fopen(BALINT_SOURCE_DIR, "rb");
  ASSERT_NE(folder, nullptr);
  balint::jsonl_reader<> reader(folder, "a folder");
  std::vector<support::read_session> sessions;
  const auto result = reader.read(support::session_keeper{&sessions});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().file, "a folder");
  EXPECT_EQ(result.error().line, 0U);
  EXPECT_EQ(result.error().found, "a file that cannot be read");
  std::fclose(folder);
}

}  // namespace faults_test
