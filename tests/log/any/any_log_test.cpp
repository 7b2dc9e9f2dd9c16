// SPDX-License-Identifier: MIT
// Logs of whichever format, read by the name of the format or by the ending of the file's.
#include <balint/log/any/any_log.hpp>

#include <balint/log/csv/format.hpp>
#include <balint/log/xes/format.hpp>
#include <balint/log/xes/gzip_sink.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/log/any_reading.hpp"
#include "tests/support.hpp"

using namespace balint;
using testing::HasSubstr;

namespace any_log_test {

const std::string one_session = support::header() + R"({"by":"anna","act":"present_case"})" + "\n";

log_read read(const std::string& text, log_format format, std::vector<support::read_session>& sessions,
              log_part part = {}) {
  const support::text_file file(text);
  return read_log({.stream = file.get(), .name = "the log", .format = format, .part = std::move(part)},
                  support::session_keeper{&sessions});
}

TEST(AnyLog, IsReadInTheFormatThatIsNamed) {
  const auto expect_same = [](const std::string& text, log_format format) {
    std::vector<support::read_session> sessions;
    const auto done = read(text, format, sessions);
    EXPECT_EQ(done.sessions, 1U);
    EXPECT_EQ(done.left_out, 0U);
    ASSERT_EQ(sessions.size(), 1U);
    EXPECT_EQ(sessions[0].people, 4U);
    EXPECT_EQ(sessions[0].events.at(0).act, "present_case");
  };
  expect_same(one_session, log_format::jsonl);
  expect_same(support::from_jsonl<csv_format>(one_session), log_format::csv);
  expect_same(support::from_jsonl<xes_format>(one_session), log_format::xes);
  expect_same(support::from_jsonl<xes_format>(one_session), log_format::xes_gz);
}
std::string packed(const std::string& text) {
  std::string out;
  const auto append = [&out](std::string_view piece) {
    out += piece;
    return true;
  };
  gzip_sink sink(append);
  EXPECT_TRUE(sink(text) && sink.finish());
  return out;
}
TEST(AnyLog, MayBePackedWhateverItsFormatIsCalled) {
  const auto csv = packed(support::from_jsonl<csv_format>(one_session));
  const auto jsonl = packed(one_session), xes = packed(support::from_jsonl<xes_format>(one_session));
  std::vector<support::read_session> sessions;
  for (const auto& [bytes, as] :
       {std::pair{jsonl, log_format::jsonl}, {csv, log_format::csv}, {xes, log_format::xes}, {xes, log_format::xes_gz}})
    EXPECT_EQ(read(bytes, as, sessions).sessions, 1U);
  EXPECT_EQ(sessions.size(), 4U);
  EXPECT_EQ(sessions.back().events.at(0).act, "present_case");
  EXPECT_EQ(read(jsonl.substr(0, 50), log_format::jsonl, sessions).sessions.error().found,
            "the end of the file inside a gzip");
}
TEST(AnyLog, InOcelIsNotRead) {
  std::vector<support::read_session> sessions;
  const auto done = read("{}", log_format::ocel, sessions);
  ASSERT_FALSE(done.sessions);
  EXPECT_EQ(
      done.sessions.error().message(),
      "the log: found a log in OCEL, expected a log in jsonl, xes or csv, perhaps packed (.gz): OCEL is written only; "
      "0 sessions were read whole before it");
}
TEST(AnyLog, SaysWhereItCannotBeReadAndWhatItPassedOver) {
  std::vector<support::read_session> sessions;
  EXPECT_THAT(read(one_session + "{", log_format::jsonl, sessions).sessions.error().message(), HasSubstr("the log:3:"));
  auto xes = support::from_jsonl<xes_format>(one_session);
  xes.replace(xes.find("<event>"), 7, "<event><string key=\"more\" value=\"x\"/>");
  EXPECT_EQ(read(xes, log_format::xes, sessions).left_out, 1U);
}
TEST(AnyLog, IsReadInParts) {
  std::vector<support::read_session> sessions;
  EXPECT_EQ(read(one_session, log_format::jsonl, sessions, {.lines_before = 10}).sessions, 1U);
  EXPECT_EQ(sessions.at(0).line, 11U);
  EXPECT_EQ(read("s1,session,,,student_group\n", log_format::csv, sessions,
                 {.lines_before = 20, .columns = "session,row,by,act,protocol\n"})
                .sessions,
            1U);
  EXPECT_EQ(sessions.at(1).line, 21U);
}
TEST(AnyLog, IsReadWithTheMappingThatIsGiven) {
  const support::text_file file("<log><trace><string key=\"concept:name\" value=\"our group\"/></trace></log>");
  log_input log{.stream = file.get(), .name = "theirs.xes", .format = log_format::xes};
  log.mapping.is_foreign = true;
  log.mapping.protocol = "staff_group";
  std::vector<support::read_session> sessions;
  EXPECT_EQ(read_log(log, support::session_keeper{&sessions}).sessions, 1U);
  EXPECT_EQ(sessions.at(0).name, "trace-1");
  EXPECT_EQ(sessions.at(0).protocol, "staff_group");
}
TEST(AnyLog, InCsvIsReadWithAMappingToo) {
  const std::string rows = "Gruppe,act,by\nour group,sagen,anna\n";
  for (const auto& bytes : {rows, packed(rows)}) {
    const support::text_file file(bytes);
    log_input log{.stream = file.get(), .name = "theirs.csv", .format = log_format::csv};
    log.mapping.is_foreign = true;
    log.mapping.attributes.session = "Gruppe";
    log.mapping.protocol = "staff_group";
    log.mapping.acts = {{"sagen", "ask"}};
    std::vector<support::read_session> sessions;
    EXPECT_EQ(read_log(log, support::session_keeper{&sessions}).sessions, 1U);
    EXPECT_EQ(sessions.at(0).name, "trace-1");
    EXPECT_EQ(sessions.at(0).events.at(0).act, "ask");
  }
}
TEST(AnyLog, IsReadOfTheProtocolsThatAreGiven) {
  const support::text_file file(one_session);
  std::vector<support::read_session> sessions;
  const auto done =
      read_log<protocol_list<staff_group>>({.stream = file.get(), .name = "log"}, support::session_keeper{&sessions});
  EXPECT_EQ(done.sessions.error().found, "the protocol \"student_group\"");
}

class AnyLogFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / "balint_any_log";
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  [[nodiscard]] log_read read_file(const std::string& name) {
    return read_log((folder_ / name).string(), support::session_keeper{&sessions_});
  }
  std::filesystem::path folder_;
  std::vector<support::read_session> sessions_;
};

TEST_F(AnyLogFile, IsReadInTheFormatThatItsNameSays) {
  std::ofstream(folder_ / "a.jsonl") << one_session;
  std::ofstream(folder_ / "a.csv", std::ios::binary) << support::from_jsonl<csv_format>(one_session);
  std::ofstream(folder_ / "a.xes", std::ios::binary) << support::from_jsonl<xes_format>(one_session);
  std::ofstream(folder_ / "B.JSONL.gz", std::ios::binary) << packed(one_session);
  for (const auto* name : {"a.jsonl", "a.csv", "a.xes", "B.JSONL.gz"}) EXPECT_EQ(read_file(name).sessions, 1U) << name;
  EXPECT_EQ(sessions_.size(), 4U);
}
TEST_F(AnyLogFile, SaysWhyItCannotBeRead) {
  const auto message = [&](const std::string& name) { return read_file(name).sessions.error().message(); };
  EXPECT_THAT(message("none.csv"), HasSubstr("none.csv: found a file that cannot be opened (No such file"));
  EXPECT_THAT(message("log.txt"), HasSubstr("log.txt: found a name whose ending says no format"));
  std::ofstream(folder_ / "log.json") << "{}";
  EXPECT_THAT(message("log.json"), HasSubstr("OCEL is written only"));
}

}  // namespace any_log_test
