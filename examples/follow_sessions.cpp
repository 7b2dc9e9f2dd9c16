// SPDX-License-Identifier: MIT
/// @file
/// Following several sessions as they go: events of all of them come interleaved, findings are told at once.
#include <balint/balint.hpp>
#include <balint/monitoring/monitor.hpp>
#include <balint/log/jsonl/monitor.hpp>
#include <balint/log/file/line_reader.hpp>

#include <fmt/core.h>

#include <array>
#include <cstdio>
#include <string>
#include <string_view>

namespace {

using namespace balint;

constexpr std::array everybody{person<student_group>::as<role::participant>("p1", consent::given),
                               person<student_group>::as<role::participant>("p2", consent::given),
                               person<student_group>::as<role::leader>("lead")};
constexpr person_id anna{0};
constexpr person_id boris{1};
constexpr person_id lead{2};

int failed(const char* what) {
  fmt::print("not as said: {}\n", what);
  return 1;
}

//! [monitor]
/// Is told what is found, and which sessions are over.
struct desk {
  using context = std::string;  // kept with each session: here, the room
  int findings = 0;

  template <protocol P>
  void operator()(const auto& where, const finding<P>& f) {
    ++findings;
    fmt::print("{} in {}: event {}, {}; so far {}\n", where.id(), where.context(), f.event, name_of(f.code),
               name_of(where.verdict()));
  }
  void ended(const auto& where) const {
    fmt::print("{} in {}: {}\n", where.id(), where.context(), name_of(where.verdict()));
  }
};

/// Two sessions side by side, one of them with numbered events.
bool follow_two() {
  monitor<desk, student_group, staff_group> sessions;
  const auto group = form<student_group>(everybody);
  if (sessions.open("monday", group, "room 1") != delivery::in_order) return false;
  if (sessions.open("tuesday", group, "room 2") != delivery::in_order) return false;

  const auto case_of_anna = event<student_group>::of<act::present_case>(anna);
  if (sessions.apply("monday", case_of_anna, 1) != delivery::in_order) return false;
  if (sessions.apply("tuesday", event<student_group>::of<act::ask>(boris)) != delivery::in_order) return false;
  // Deliveries that are out of order are reported, and are no findings.
  if (sessions.apply("monday", case_of_anna, 1) != delivery::duplicate) return false;
  if (sessions.apply("friday", case_of_anna) != delivery::unknown_session) return false;
  if (sessions.apply("monday", event<student_group>::of<act::terminate>(lead), 2) != delivery::in_order) return false;

  // A question before any story is out of turn, and that is all that is found.
  return sessions.live_count() == 1 && sessions.sink().findings == 1;
}
//! [monitor]

//! [stream]
/// Is told what is found, with the line it was found in.
struct printer {
  template <protocol P>
  void operator()(const auto& where, const finding<P>& f, const as_written& event) const {
    fmt::print("line {}, {}: {} by {}, {}\n", event.line, where.id(), event.act, event.by, name_of(f.code));
  }
};

/// A stream of sessions, line by line; a line that cannot be read harms no other.
bool follow_stream(std::FILE* from) {
  jsonl_monitor<printer> sessions;
  line_reader lines(from);
  bool could_read = true;
  for (std::string_view line; lines.next(line) == line_reader::result::line;) {
    const auto taken = sessions.take_padded(line, lines.number());
    if (!taken)
      fmt::print("line {}: found {}, expected {}\n", lines.number(), taken.error().found, taken.error().expected);
    if (taken && taken->came != delivery::in_order) fmt::print("line {}: {}\n", lines.number(), name_of(taken->came));
    could_read = could_read && taken;
  }
  return could_read;
}
//! [stream]

constexpr std::string_view stream =
    R"({"balint":1,"protocol":"student_group","session":"a","people":[{"id":"p1","offices":["participant"]},{"id":"p2","offices":["participant"]},{"id":"lead","offices":["leader"]}]}
{"session":"a","seq":1,"by":"p1","act":"self_assess"}
{"session":"a","seq":1,"by":"p1","act":"self_assess"}
)";

}  // namespace

int main() {
  if (!follow_two()) return failed("two sessions are followed");
  std::FILE* const file = std::tmpfile();
  if (file == nullptr) return failed("a file can be opened");
  std::fwrite(stream.data(), 1, stream.size(), file);
  std::rewind(file);
  const bool could_read = follow_stream(file);
  std::fputs("{\"session\":\"a\",\"by\":\"p1\",\"act\":\"pass\",\"text\":\"what was said\"}\n", file);
  std::rewind(file);
  const bool could_read_content = follow_stream(file);
  std::fclose(file);
  return could_read && !could_read_content ? 0 : failed("a stream is followed, and has no place for content");
}
