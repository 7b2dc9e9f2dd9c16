// SPDX-License-Identifier: MIT
// Writing a session that is not read from a log: what a reader would refuse is not written.
#include <balint/log/csv/format.hpp>
#include <balint/log/jsonl/writer.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/xes/format.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/log/any_reading.hpp"
#include "tests/support.hpp"

using namespace balint;
using P = student_group;

namespace record_writer_test {

const std::vector<person<P>> people{person<P>::as<role::participant>("p1", consent::given),
                                    person<P>::as<role::participant>("p2"), person<P>::as<role::leader>("lead")};

TEST(RecordWriter, WritesALiveSession) {
  std::string out;
  record_writer<jsonl_format, support::appending> writer([&out](std::string_view piece) {
    out += piece;
    return true;
  });
  auto session = writer(session_header<P>{"s-1", people});
  EXPECT_TRUE(session.event(event<P>::of<act::present_case>({0})));
  EXPECT_TRUE(session.event(event<P>::of<act::vote>({1}, case_id{{0}})));
  EXPECT_TRUE(session.event(event<P>::of<act::assess>({1}, option_id{2})));
  EXPECT_TRUE(session.event(event<P>::of<act::hand_over>({2}, person_id{1})));
  session.end();
  EXPECT_TRUE(writer.finish());
  std::string expected = to_jsonl<P>("s-1", people).value();
  for (const auto& e :
       {event<P>::of<act::present_case>({0}), event<P>::of<act::vote>({1}, case_id{{0}}),
        event<P>::of<act::assess>({1}, option_id{2}), event<P>::of<act::hand_over>({2}, person_id{1})}) {
    expected += to_jsonl<P>(e, people).value();
  }
  EXPECT_EQ(out, expected);
}

TEST(RecordWriter, RefusesEventsThatNoReaderWouldTake) {
  record_writer<jsonl_format, support::appending> writer([](std::string_view) { return true; });
  auto session = writer(session_header<P>{"s-1", people});
  const auto refused = [&](event<P> e) { return session.event(e).error(); };
  EXPECT_EQ(refused(detail::raw_event<P>({.by = nobody, .act = act_id_of<act::ask, P>})), unwritable::unknown_person);
  EXPECT_EQ(refused(detail::raw_event<P>({.by = {0}, .act = {0xFFFF}})), unwritable::unknown_act);
  EXPECT_EQ(refused(detail::raw_event<P>({.by = {0}, .act = act_id_of<act::vote, P>, .target = 3})),
            unwritable::unknown_target);
  EXPECT_EQ(refused(detail::raw_event<P>({.by = {0}, .act = act_id_of<act::assess, P>, .target = 0})),
            unwritable::unknown_target);
  EXPECT_EQ(refused(detail::raw_event<P>({.by = {0}, .act = act_id_of<act::flag, P>, .target = 200})),
            unwritable::unknown_target);
}

TEST(RecordWriter, RefusesHeadersThatNoReaderWouldTake) {
  const auto refused = [](std::string_view session, const std::vector<person<P>>& who) {
    record_writer<jsonl_format, support::appending> writer([](std::string_view) { return true; });
    writer(session_header<P>{session, who}).end();
    EXPECT_FALSE(writer.finish());
    return writer.refused();
  };
  EXPECT_EQ(refused("Anna's group", people), unwritable::no_pseudonym);
  EXPECT_EQ(refused("s", {person<P>::as<role::leader>("Anna I")}), unwritable::no_pseudonym);
  EXPECT_EQ(refused("s", {{.id = "p1", .offices = {}}}), unwritable::no_office);
}

TEST(RecordWriter, SaysWhenItsSinkFails) {
  int calls = 0;
  record_writer<csv_format, support::appending> writer([&calls](std::string_view) { return ++calls < 2; });
  auto session = writer(session_header<P>{"s-1", people});
  for (int i = 0; i < 20000; ++i) (void)session.event(event<P>::of<act::present_case>({0}));
  session.end();
  EXPECT_FALSE(writer.finish());
  EXPECT_EQ(calls, 2);
}

TEST(RecordWriter, WritesInPieces) {
  std::size_t most = 0, all = 0;
  record_writer<csv_format, support::appending> writer([&](std::string_view piece) {
    most = std::max(most, piece.size());
    all += piece.size();
    return true;
  });
  auto session = writer(session_header<P>{"s-1", people});
  for (int i = 0; i < 20000; ++i) (void)session.event(event<P>::of<act::present_case>({0}));
  session.end();
  EXPECT_TRUE(writer.finish());
  EXPECT_GT(all, 600'000U);
  EXPECT_LT(most, 70'000U);
}

/// What a log came to whose sessions were not written one after the other.
struct written {
  std::string text;
  record_writer<jsonl_format, support::appending> writer{[this](std::string_view piece) {
    text += piece;
    return true;
  }};
};

TEST(RecordWriter, BeginsASessionWhenTheOneBeforeHasEnded) {
  written log;
  auto first = log.writer(session_header<P>{"s-1", people});
  auto second = log.writer(session_header<P>{"s-2", people});
  EXPECT_EQ(log.writer.refused(), unwritable::open_session);
  EXPECT_TRUE(first.event(event<P>::of<act::present_case>({0})));
  EXPECT_EQ(second.event(event<P>::of<act::pass>({1})).error(), unwritable::no_session);
  second.end();
  EXPECT_TRUE(first.event(event<P>::of<act::pass>({1})));
  first.end();
  EXPECT_FALSE(log.writer.finish());
  EXPECT_EQ(std::ranges::count(log.text, '\n'), 3);
  EXPECT_EQ(log.text.find("s-2"), std::string::npos);
}
TEST(RecordWriter, TakesNoEventOfASessionThatWasRefusedOrHasEnded) {
  written log;
  auto refused = log.writer(session_header<P>{"Anna's group", people});
  EXPECT_EQ(refused.event(event<P>::of<act::pass>({1})).error(), unwritable::no_session);
  auto one = log.writer(session_header<P>{"s-1", people});
  one.end();
  EXPECT_EQ(one.event(event<P>::of<act::pass>({1})).error(), unwritable::no_session);
  auto last = log.writer(session_header<P>{"s-2", people});
  EXPECT_FALSE(log.writer.finish());
  EXPECT_EQ(last.event(event<P>::of<act::pass>({1})).error(), unwritable::no_session);
  EXPECT_EQ(std::ranges::count(log.text, '\n'), 2);
}
TEST(RecordWriter, EndsALogThatWasLeft) {
  std::string text;
  {
    record_writer<xes_format, support::appending> writer([&text](std::string_view piece) {
      text += piece;
      return true;
    });
    auto session = writer(session_header<P>{"s-1", people});
    EXPECT_TRUE(session.event(event<P>::of<act::pass>({1})));
  }
  EXPECT_NE(text.find("</trace>"), std::string::npos);
  EXPECT_TRUE(text.ends_with("</log>\n"));
}
TEST(RecordWriter, TakesASinkByReference) {
  struct counting {
    std::size_t bytes = 0;
    bool operator()(std::string_view piece) { return bytes += piece.size(), true; }
  } sink;
  record_writer<jsonl_format, counting&> writer(sink);
  writer(session_header<P>{"s-1", people}).end();
  EXPECT_TRUE(writer.finish());
  EXPECT_GT(sink.bytes, 0U);
}

}  // namespace record_writer_test
