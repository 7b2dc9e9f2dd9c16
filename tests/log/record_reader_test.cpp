// SPDX-License-Identifier: MIT
// What all formats share when they are read: protocols, offices, acts and targets by name.
#include <balint/log/csv/csv.hpp>
#include <balint/log/record_reader.hpp>

#include "tests/log/any_reading.hpp"
#include "tests/support.hpp"

using namespace balint;

namespace record_reader_test {

/// Says what it is told to say.
struct spoken {
  detail::kept_header header;
  detail::raw_event event;
  line_fault fault;
  std::vector<detail::raw_kind> script;
  std::size_t at = 0;

  spoken(std::FILE*, std::vector<detail::raw_kind> all) : script(std::move(all)) {}
  detail::raw_kind next() {
    header = {.protocol = "student_group", .session = "s", .people = {{.id = "anna", .offices = {"participant"}}}};
    event = {.by = "anna", .act = "ask"};
    fault = {7, "something", "something else"};
    return at < script.size() ? script[at++] : detail::raw_kind::end;
  }
  std::uint64_t line() const { return 10 + at; }
  bool is_inside_session() const { return at > 1; }
  std::uint64_t left_out() const { return 3; }
};
using detail::raw_kind;
using reading = support::any_reading<record_reader<spoken>>;

TEST(RecordReader, TellsSessionsAndEvents) {
  const reading log("x", std::vector{raw_kind::header, raw_kind::event, raw_kind::event, raw_kind::header});
  EXPECT_EQ(log.result, 2U);
  EXPECT_EQ(log.sessions.at(0).events.size(), 2U);
  EXPECT_EQ(log.sessions[0].line, 11U);
  EXPECT_EQ(log.sessions[0].events[1].line, 13U);
  EXPECT_EQ(log.left_out, 3U);
}

TEST(RecordReader, StopsAtAFault) {
  const reading log("x", std::vector{raw_kind::header, raw_kind::event, raw_kind::fault, raw_kind::event});
  EXPECT_EQ(log.error().message(),
            "log:13:7: found something, expected something else; 0 sessions were read whole before it");
  EXPECT_EQ(log.sessions.at(0).events.size(), 1U);
  EXPECT_FALSE(log.sessions[0].is_whole);
}

TEST(RecordReader, RefusesAnEventBeforeASession) {
  EXPECT_EQ(reading("x", std::vector{raw_kind::event}).error().found, "an event outside any session");
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
      *seen += std::string(e.written->act) + ":" + std::string(e.written->name_of_target) + " ";
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

}  // namespace record_reader_test
