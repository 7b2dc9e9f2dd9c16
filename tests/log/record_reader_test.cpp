// SPDX-License-Identifier: MIT
// What all formats share when they are read: protocols, offices, acts and targets by name.
#include <balint/log/csv/csv.hpp>
#include <balint/log/record_reader.hpp>

#include "tests/log/any_reading.hpp"
#include "tests/support.hpp"

using namespace balint;

namespace record_reader_test {

/// Gives what it is told to give.
class scripted {
 public:
  scripted(std::FILE*, std::vector<record_kind> all) : script_(std::move(all)) {}
  scripted(std::FILE* from, std::vector<record_kind> all, header_record header, event_record event)
      : scripted(from, std::move(all)) {
    given_ = std::move(header);
    event_ = event;
  }
  record_kind next() {
    header_ = given_;
    return at_ < script_.size() ? script_[at_++] : record_kind::end;
  }
  header_record& header() { return header_; }
  const event_record& event() const { return event_; }
  const line_fault& fault() const { return fault_; }
  std::uint64_t line() const { return 10 + at_; }
  bool is_inside_session() const { return at_ > 1; }
  std::uint64_t left_out() const { return 3; }

 private:
  std::vector<record_kind> script_;
  header_record given_{
      .protocol = "student_group", .session = "s", .people = {{.id = "anna", .offices = {"participant"}}}};
  header_record header_;
  event_record event_{.by = "anna", .act = "ask"};
  line_fault fault_{7, "something", "something else"};
  std::size_t at_ = 0;
};
static_assert(record_source<scripted>);
using reading = support::any_reading<record_reader<scripted>>;

TEST(RecordReader, TellsSessionsAndEvents) {
  const reading log("x", std::vector{record_kind::header, record_kind::event, record_kind::event, record_kind::header});
  EXPECT_EQ(log.result, 2U);
  EXPECT_EQ(log.sessions.at(0).events.size(), 2U);
  EXPECT_EQ(log.sessions[0].line, 11U);
  EXPECT_EQ(log.sessions[0].events[1].line, 13U);
  EXPECT_EQ(log.left_out, 3U);
}

TEST(RecordReader, StopsAtAFault) {
  const reading log("x", std::vector{record_kind::header, record_kind::event, record_kind::fault, record_kind::event});
  EXPECT_EQ(log.error().message(),
            "log:13:7: found something, expected something else; 0 sessions were read whole before it");
  EXPECT_EQ(log.sessions.at(0).events.size(), 1U);
  EXPECT_FALSE(log.sessions[0].is_whole);
}

TEST(RecordReader, RefusesAnEventBeforeASession) {
  EXPECT_EQ(reading("x", std::vector{record_kind::event}).error().found, "an event outside any session");
}

TEST(RecordReader, TellsASessionWholeWhenTheFaultIsInTheNextHeader) {
  struct before_the_next : scripted {
    using scripted::scripted;
    bool is_inside_session() const { return false; }
  };
  const support::any_reading<record_reader<before_the_next>> log(
      "x", std::vector{record_kind::header, record_kind::event, record_kind::fault});
  EXPECT_TRUE(log.sessions.at(0).is_whole);
  EXPECT_EQ(log.error().sessions_read, 1U);
}

TEST(RecordReader, RefusesNamesWhateverTheSourceLetsThrough_RUL3) {
  const header_record good{
      .protocol = "student_group", .session = "s", .people = {{.id = "anna", .offices = {"participant"}}}};
  const auto found = [](header_record header, event_record e) {
    const reading log("x", std::vector{record_kind::header, record_kind::event}, std::move(header), e);
    EXPECT_TRUE(log.sessions.empty() || !log.sessions[0].is_whole || log.is_read());
    return log.error().found;
  };
  const event_record asks{.by = "anna", .act = "ask"};
  EXPECT_EQ(found(good, asks), "");
  auto header = good;
  header.session = "Anna's group";
  EXPECT_EQ(found(header, asks), "the session \"Anna's group\"");
  header = good;
  header.people[0].id = "Anna I";
  EXPECT_EQ(found(header, asks), "the person \"Anna I\"");
  header = good;
  header.people[0].offices = {};
  EXPECT_EQ(found(header, asks), "a person without an office");
  const auto on_case = target_kinds::of(target_kind::case_of);
  EXPECT_EQ(found(good, {.by = "stranger", .act = "ask"}), "");
  EXPECT_EQ(found(good, {.by = "Anna I", .act = "ask"}), "\"Anna I\"");
  EXPECT_EQ(found(good, {.by = "anna", .act = "vote", .target_name = "Boris B", .targets = on_case}), "\"Boris B\"");
  EXPECT_EQ(found(good, {.by = "anna", .act = "dances", .target_name = "Boris B", .targets = on_case}), "\"Boris B\"");
}

TEST(RecordReader, KnowsTheProtocolsItIsGiven) {
  const std::string csv = "session,row,by,act,protocol\ns,session,,,student_group\n";
  EXPECT_EQ((support::any_reading<csv_reader<protocol_list<student_group>>>(csv).result), 1U);
  const support::any_reading<csv_reader<protocol_list<staff_group, classical_group>>> log(csv);
  EXPECT_EQ(log.error().found, "the protocol \"student_group\"");
  EXPECT_EQ(log.error().expected, "one of staff_group, classical_group");
}

/// Tells acts and targets as they were written.
struct teller {
  std::string* seen;
  struct handler {
    std::string* seen;
    template <typename P>
    void event(const logged_event<P>& e) const {
      *seen += std::string(e.written->act) + ":" + std::string(e.written->target_name) + " ";
    }
    void end(bool) const {}
  };
  template <typename P>
  handler operator()(const session_header<P>&) const {
    return {seen};
  }
};

TEST(RecordReader, GivesTheEventAsItWasWrittenToo) {
  std::string seen;
  const support::text_file file(
      "session,row,by,act,protocol,case\ns,session,,,student_group,\ns,event,a,vote,,b\ns,event,a,sing,,c\n");
  csv_reader<> reader(file.get(), "log");
  EXPECT_EQ(reader.read(teller{&seen}), 1U);
  EXPECT_EQ(seen, "vote:b sing:c ");
}

TEST(RecordReader, TellsOfAGroupThatMeetsAgainInAnyFormat) {
  const std::string people = "session,row,by,act,offices,protocol\n";
  const auto session = [](const std::string& id, const std::string& who = "anna") {
    return id + ",session,,,,student_group\n" + id + ",person," + who + ",,participant,\n" + id + ",event," + who +
           ",sing,,\n";
  };
  const support::any_reading<csv_reader<>> log(people + session("s1") + session("s2") + session("s3", "boris") +
                                               session("s4"));
  ASSERT_EQ(log.result, 4U);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(log.sessions[i].name, "s" + std::to_string(i + 1));
    EXPECT_EQ(log.sessions[i].people, 1U);
    EXPECT_EQ(log.sessions[i].events.at(0).who, person_id{0});
    EXPECT_EQ(log.sessions[i].events[0].act_index, act_count<student_group>);
  }
  const support::any_reading<csv_reader<>> bad(people + session("s1") + session("Anna's"));
  EXPECT_FALSE(bad.result);
}

}  // namespace record_reader_test
