// SPDX-License-Identifier: MIT
// XES as it is read: the library's own logs, those of others that follow the standard, and a clear error for the rest.
#include <balint/log/xes/xes.hpp>

#include <zlib.h>

#include <string>
#include <string_view>

#include "tests/log/any_reading.hpp"
#include "tests/support.hpp"

using namespace balint;
using reading = support::any_reading<xes_reader<>>;
using testing::HasSubstr;

namespace xes_test {

const std::string begin = "<log xes.version=\"1849.2016\">\n";
const std::string name = "<string key=\"concept:name\" value=\"s1\"/>";
const std::string trace = "<trace>" + name + "<string key=\"balint:protocol\" value=\"student_group\"/>\n";
const std::string event =
    "<event><string key=\"concept:name\" value=\"present_case\"/><string key=\"org:resource\" "
    "value=\"anna\"/></event>\n";
const std::string end = "</trace></log>";

std::string event_with(const std::string& more) { return event.substr(0, event.size() - 9) + more + "</event>\n"; }

std::string packed(std::string_view text) {
  std::string out;
  const auto append = [&out](std::string_view piece) {
    out += piece;
    return true;
  };
  gzip_sink sink(append);
  EXPECT_TRUE(sink(text));
  EXPECT_TRUE(sink.finish());
  return out;
}

TEST(XesReader, ReadsTracesAndTellsTheLineOfEach) {
  const reading log(
      begin + trace + event + event_with("<date key=\"time:timestamp\" value=\"2026-03-02T17:00:00.5+01:00\"/>") +
      "</trace><trace>" + name + "<string key=\"balint:protocol\" value=\"staff_group\"/></trace></log>\n");
  EXPECT_EQ(log.result, 2U);
  ASSERT_EQ(log.sessions.size(), 2U);
  EXPECT_EQ(log.sessions[0].name, "s1");
  EXPECT_EQ(log.sessions[0].line, 2U);
  ASSERT_EQ(log.sessions[0].events.size(), 2U);
  EXPECT_EQ(log.sessions[0].events[0].line, 3U);
  EXPECT_EQ(log.sessions[0].events[0].at, unstated);
  EXPECT_EQ(log.sessions[0].events[1].line, 4U);
  EXPECT_EQ(log.sessions[0].events[1].at, parse_timestamp("2026-03-02T16:00:00.500Z"));
  EXPECT_TRUE(log.sessions[0].is_whole);
  EXPECT_EQ(log.sessions[1].protocol, "staff_group");
  EXPECT_EQ(log.left_out, 0U);
}

TEST(XesReader, PassesOverWhatItDoesNotNeedAndCountsIt) {
  const reading log(
      "<?xml version=\"1.0\"?><!-- c --><log xes.version=\"1.0\" xmlns=\"http://www.xes-standard.org/\">"
      "<global scope=\"event\"><string key=\"concept:name\" value=\"x\"/></global><string key=\"concept:name\" "
      "value=\"a log\"/><trace>" +
      name + "<string key=\"balint:protocol\" value=\"student_group\"/><string key=\"note\" value=\"a story\"/>" +
      event_with("<string key=\"cost\" value=\"1\"><string key=\"inner\" value=\"2\"/></string>") + end);
  EXPECT_EQ(log.result, 1U) << log.error().message();
  EXPECT_EQ(log.sessions.at(0).events.size(), 1U);
  EXPECT_EQ(log.left_out, 3U);
}

TEST(XesReader, ReadsGzipWhateverTheNameOfOneOrSeveralMembers) {
  const auto whole = begin + trace + event + end;
  EXPECT_EQ(reading(packed(whole)).result, 1U);
  EXPECT_EQ(reading(packed(whole.substr(0, 40)) + packed("") + packed(whole.substr(40))).result, 1U);
}

TEST(XesReader, ReadsAGzipThatExpandsAsLogsDo) {
  std::string log = begin + trace;
  for (int i = 0; i < 50000; ++i) log += event;
  const reading read(packed(log + end));
  EXPECT_EQ(read.result, 1U) << read.error().message();
}

TEST(XesReader, ReadsUtf16AndUtf32AsTheyAreMarked) {
  const auto plain = begin.substr(begin.find("<log")) + trace + event + end;
  const auto wide = [&](std::string mark, std::size_t before, std::size_t after) {
    for (const char c : plain) mark.append(before, '\0').append(1, c).append(after, '\0');
    return mark;
  };
  EXPECT_EQ(reading(wide("\xFF\xFE", 0, 1)).result, 1U);
  EXPECT_EQ(reading(wide("\xFE\xFF", 1, 0)).result, 1U);
  EXPECT_EQ(reading("\xEF\xBB\xBF" + plain).result, 1U);
  const reading latin("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + plain);
  EXPECT_EQ(latin.result, 1U);
  const reading wider(wide(std::string("\xFF\xFE\0\0", 4), 0, 3));
  EXPECT_EQ(wider.error().found, "text in UTF-32");
}

TEST(XesReader, ReadsAGzipWithZeroBytesBehindIt) {
  EXPECT_EQ(reading(packed(begin + trace + event + end) + std::string(1000, '\0')).result, 1U);
}

struct fault {
  std::string_view name;
  std::string text;
  std::uint64_t line;
  std::string_view found;
  std::string_view expected;
  std::uint64_t whole = 0;
  friend std::ostream& operator<<(std::ostream& out, const fault& f) { return out << f.name; }
};
class XesFault : public testing::TestWithParam<fault> {};

TEST_P(XesFault, IsReportedWithItsLine) {
  const reading log(GetParam().text);
  ASSERT_FALSE(log.is_read());
  EXPECT_EQ(log.error().line, GetParam().line);
  EXPECT_THAT(log.error().found, HasSubstr(std::string(GetParam().found)));
  EXPECT_THAT(log.error().expected, HasSubstr(std::string(GetParam().expected)));
  EXPECT_EQ(log.error().sessions_read, GetParam().whole);
  for (const auto& one : log.sessions) EXPECT_EQ(one.ends, 1);
}

const std::string whole_log = begin + trace + event + end;
const std::string bomb =
    "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
    "\"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\n"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n<log xes.version=\"1.0\"><trace><string key=\"concept:name\" "
    "value=\"&c;\"/></trace></log>";
const fault faults[]{
    {"DocumentType", "<!DOCTYPE log>" + whole_log, 1, "DOCTYPE", "none"},
    {"DocumentTypeOfAFile", "\n<!DOCTYPE log SYSTEM \"file:///etc/passwd\">" + whole_log, 2, "DOCTYPE", "none"},
    {"EntityBomb", bomb, 2, "DOCTYPE", "none"},
    {"Entity", begin + trace + "<event><string key=\"concept:name\" value=\"&x;\"/></event>" + end, 3, "broken XML",
     "well-formed"},
    {"TraceWithoutName", begin + "<trace><string key=\"balint:protocol\" value=\"student_group\"/>\n" + event + end, 3,
     "a trace without concept:name", "a name"},
    {"EmptyTraceWithoutName", begin + "<trace></trace></log>", 2, "a trace without concept:name", "a name"},
    {"EventWithoutName", begin + trace + "<event><string key=\"org:resource\" value=\"anna\"/></event>" + end, 3,
     "an event without concept:name", "an act"},
    {"EventWithoutPerson", begin + trace + "<event><string key=\"concept:name\" value=\"ask\"/></event>" + end, 3,
     "an event without org:resource", "who"},
    {"NoProtocol", begin + "<trace>" + name + event + end, 2, "without balint:protocol", "a mapping"},
    {"UnknownProtocol", begin + "<trace>" + name + "<string key=\"balint:protocol\" value=\"knitting\"/></trace></log>",
     2, "\"knitting\"", "student_group"},
    {"NameAsSession", begin + "<trace><string key=\"concept:name\" value=\"Anna's group\"/></trace></log>", 2,
     "\"Anna's group\"", "pseudonym"},
    {"NameAsPerson",
     begin + trace +
         "<event><string key=\"concept:name\" value=\"ask\"/><string key=\"org:resource\" value=\"Anna I\"/></event>" +
         end,
     3, "\"Anna I\"", "a mapping"},
    {"TimeWithoutZone",
     begin + trace + event_with("<date key=\"time:timestamp\" value=\"2026-03-02T16:00:00\"/>") + end, 3,
     "2026-03-02T16:00:00", "with Z or an offset"},
    {"NoSuchDay", begin + trace + event_with("<date key=\"time:timestamp\" value=\"2026-02-30T16:00:00Z\"/>") + end, 3,
     "02-30", "a time"},
    {"ActText",
     begin + trace +
         "<event><string key=\"concept:name\" value=\"Anna tells\"/><string key=\"org:resource\" "
         "value=\"anna\"/></event>" +
         end,
     3, "an act that is no word", "content"},
    {"EmptyTime", begin + trace + event_with("<date key=\"time:timestamp\" value=\"\"/>") + end, 3, "\"\"", "a time"},
    {"OptionWord", begin + trace + event_with("<string key=\"balint:option\" value=\"one\"/>") + end, 3, "\"one\"",
     "the number of an option"},
    {"NameAsCase", begin + trace + event_with("<string key=\"balint:case\" value=\"A B\"/>") + end, 3, "\"A B\"",
     "pseudonym"},
    {"WrongTarget", begin + trace + event_with("<string key=\"balint:case\" value=\"anna\"/>") + end, 3,
     "\"present_case\" with \"case\"", "no target"},
    {"AttributeTwice", begin + trace + event_with("<string key=\"org:resource\" value=\"bo\"/>") + end, 3,
     "a second org:resource", "once"},
    {"NoValue", begin + trace + event_with("<string key=\"balint:rule\"/>") + end, 3, "balint:rule without a value",
     "a value"},
    {"NameTwice", begin + "<trace>" + name + name + "</trace></log>", 2, "a second concept:name", "once"},
    {"AttributeAfterEvents", begin + trace + event + name + end, 4, "the attribute concept:name after the events",
     "before events"},
    {"EventOutsideATrace", begin + event + "</log>", 2, "an event outside any trace", "in traces"},
    {"TraceInATrace", begin + trace + trace + "</trace></trace></log>", 3, "a trace inside a trace", "events"},
    {"EventInAnEvent", begin + trace + "<event>" + event + "</event>" + end, 3, "an event inside an event",
     "attributes"},
    {"OtherVersion", begin + "<int key=\"balint:version\" value=\"2\"/></log>", 2, "format version \"2\"",
     "format version 1"},
    {"NoXml", "anna asks", 1, "broken XML", "well-formed"},
    {"NoLog", "<html><body/></html>", 1, "\"html\"", "the element log"},
    {"Empty", "", 1, "an empty file", "XES"},
    {"EndTagMissing", begin + trace + event + "</trace>", 4, "the end of the file", "cut off", 1},
    {"Mismatch", begin + trace + event + "</log>", 4, "broken XML", "well-formed"},
    {"CutInAnEvent", whole_log.substr(0, whole_log.size() - 40), 3, "the end of the file", "cut off"},
    {"BrokenUtf8", begin + trace + event_with("<string key=\"balint:rule\" value=\"\xFF\"/>") + end, 3, "broken XML",
     "well-formed"},
    {"Deep",
     begin +
         [] {
           std::string s;
           for (int i = 0; i < 100; ++i) s += "<string key=\"a\" value=\"b\">";
           return s;
         }(),
     2, "more than 64 deep", "flat"},
    {"LongTag",
     begin + trace + "<event><string key=\"concept:name\" value=\"" + std::string(2 << 20, 'a') + "\"/></event>" + end,
     3, "a tag of more than 1 MiB", "shorter"},
    {"PersonWithoutOffice",
     begin + "<trace>" + name +
         "<list key=\"balint:people\"><values><string key=\"balint:person\" "
         "value=\"anna\"/></values></list></trace></log>",
     2, "a person without an office", "offices"},
    {"PersonByName",
     begin + "<trace>" + name +
         "<list key=\"balint:people\"><values><string key=\"balint:person\" value=\"Anna "
         "I\"/></values></list></trace></log>",
     2, "\"Anna I\"", "pseudonym"},
    {"ConsentWord",
     begin + "<trace>" + name +
         "<list key=\"balint:people\"><values><string key=\"balint:person\" value=\"anna\"><boolean "
         "key=\"balint:consent\" value=\"perhaps\"/></string></values></list></trace></log>",
     2, "\"perhaps\"", "true or false"},
    {"OfficesTwice",
     begin + "<trace>" + name +
         "<list key=\"balint:people\"><values><string key=\"balint:person\" value=\"anna\"><string "
         "key=\"balint:offices\" value=\"leader\"/><string key=\"balint:offices\" "
         "value=\"leader\"/></string></values></list></trace></log>",
     2, "a second \"offices\"", "once"},
    {"CutGzip", packed(whole_log).substr(0, 100), 2, "the end of the file inside a gzip", "cut off"},
    {"AfterAGzip", packed(whole_log) + "more", 4, "something after a gzip", "the end of the file", 1},
    {"GzipBomb", packed(begin + std::string(8 << 20, ' ')), 2, "a gzip that expands to more than 500 times", "a log"},
};
INSTANTIATE_TEST_SUITE_P(Ieee1849, XesFault, testing::ValuesIn(faults),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(XesFault, OfADamagedGzip) {
  auto log = packed(whole_log);
  log[log.size() - 5] = static_cast<char>(log[log.size() - 5] ^ 0x55);  // In the checksum.
  EXPECT_EQ(reading(log).error().found, "a damaged gzip");
}

TEST(XesFault, OfPeopleWithoutEnd) {
  std::string log = begin + "<trace>" + name + "<list key=\"balint:people\"><values>";
  for (int i = 0; i < 40000; ++i)
    log += "<string key=\"balint:person\" value=\"p" + std::to_string(i) +
           "\"><string key=\"balint:offices\" value=\"participant\"/></string>\n";
  EXPECT_EQ(reading(log).error().found, "people of more than 1 MiB");
}

TEST(XesFault, InsideASessionLeavesItNotWholeAndThoseBeforeWhole) {
  const reading log(begin + trace + event + "</trace>\n" + trace + event + "<event></event>" + end);
  EXPECT_EQ(log.error().sessions_read, 1U);
  ASSERT_EQ(log.sessions.size(), 2U);
  EXPECT_TRUE(log.sessions[0].is_whole);
  EXPECT_EQ(log.sessions[1].events.size(), 1U);
  EXPECT_FALSE(log.sessions[1].is_whole);
}

TEST(XesFault, ShowsNothingOfALogUnfiltered) {
  const reading log(begin + trace +
                    "<event><string key=\"concept:name\" value=\"ask\"/><string key=\"org:resource\" value=\"" +
                    std::string(500, 'x') + "&#10;\"/></event>" + end);
  EXPECT_LT(log.error().found.size(), 80U);
  EXPECT_EQ(log.error().found.find('\n'), std::string::npos);
}

TEST(XesFault, AnyCutAndAnyByteGetsAnAnswer) {
  const auto whole = support::from_jsonl<xes_format>(std::string(support::everything));
  for (std::size_t n = 0; n < whole.size(); ++n) {
    const reading cut(whole.substr(0, n));
    EXPECT_EQ(cut.is_read(), n + 1 == whole.size()) << n;  // Without its last line end it is whole.
    for (const auto& one : cut.sessions) EXPECT_EQ(one.ends, 1);
    auto changed = whole;
    changed[n] = "<>&\"/ x"[n % 7];
    const reading other(changed);
    EXPECT_TRUE(other.is_read() || other.error().line > 0) << n;
    for (const auto& one : other.sessions) EXPECT_EQ(one.ends, 1);
  }
  const auto small = packed(whole);
  for (std::size_t n = 0; n < small.size(); ++n) {
    const reading cut(small.substr(0, n));
    EXPECT_FALSE(cut.is_read()) << n;
  }
}

}  // namespace xes_test
