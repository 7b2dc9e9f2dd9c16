// SPDX-License-Identifier: MIT
/// @file
/// Writing a session to a JSON Lines log as it goes, and reading logs back, session by session, to judge them.
#include <balint/balint.hpp>
#include <balint/log/jsonl/jsonl.hpp>

#include <fmt/core.h>

#include <array>
#include <cstdio>
#include <optional>
#include <string>

namespace {

using namespace balint;

constexpr std::array everybody{person<student_group>::as<role::participant>("p1", consent::given),
                               person<student_group>::as<role::participant>("p2", consent::given),
                               person<student_group>::as<role::leader>("lead")};
constexpr person_id anna{0};
constexpr person_id boris{1};
constexpr person_id lead{2};

//! [write]
/// An observer that writes what a session accepts, and nothing else: who did which act, and when.
struct log_writer {
  std::FILE* into;
  const roster<student_group>* people;

  void on_accepted(const event<student_group>& e) const {
    if (const auto line = to_jsonl(e, *people)) std::fputs(line->c_str(), into);
  }
};

/// Writes a session that the leader ends early, which is the leader's right.
bool write_session(std::FILE* into) {
  const auto header = to_jsonl<student_group>("2026-spring-07", everybody);
  if (!header) return false;  // an id that is no pseudonym is not written
  std::fputs(header->c_str(), into);

  const roster<student_group> people{everybody};
  const auto group = form<student_group>(people).formed();
  if (!group) return false;
  session<student_group, log_writer> running{*group, {into, &people}};
  if (!running.record<act::present_case>(anna) || !running.record<act::pass>(boris)) return false;
  return !running.record<act::vote>(anna, case_id{anna}) && running.record<act::terminate>(lead).has_value();
}
//! [write]

//! [read]
/// What the reader is told of one session, of whatever protocol.
template <protocol P>
struct judging {
  judge<P> judged;
  std::size_t& whole_sessions;

  void event(const logged_event<P>& logged) { judged.apply(logged.event); }
  void end(bool is_whole) {
    fmt::print("  {} after {} events\n", name_of(judged.verdict()), judged.position());
    if (is_whole) ++whole_sessions;
  }
};

/// Judges a log of any size; where it cannot be read any further, the error says so, with line and column.
std::optional<format_error> judge_log(std::FILE* from, const char* name, std::size_t& whole_sessions) {
  jsonl_reader<> reader(from, name);
  const auto read = reader.read([&]<protocol P>(const session_header<P>& header) {
    fmt::print("{}: {}, {} people\n", header.session, P::name, header.people.size());
    return judging<P>{judge<P>(form<P>(header.people)), whole_sessions};
  });
  return read ? std::nullopt : std::optional(read.error());
}
//! [read]

int failed(const char* what) {
  fmt::print("not as said: {}\n", what);
  return 1;
}

}  // namespace

int main() {
  std::FILE* const log = std::tmpfile();
  if (log == nullptr) return failed("a file can be opened");
  if (!write_session(log)) return failed("a session is written");
  std::rewind(log);

  std::size_t whole_sessions = 0;
  if (judge_log(log, "own.jsonl", whole_sessions) || whole_sessions != 1) return failed("it is read as it was written");

  // A log is not trusted: what was said has no key, and a line with one is where reading stops.
  std::fseek(log, 0, SEEK_END);
  std::fputs("{\"by\":\"p1\",\"act\":\"pass\",\"text\":\"what was said\"}\n", log);
  std::rewind(log);
  const auto error = judge_log(log, "own.jsonl", whole_sessions);
  std::fclose(log);
  if (!error || error->line != 5 || whole_sessions != 1)
    return failed("the fifth line is refused, and the session is not whole");
  fmt::print("{}\n", error->message());
}
