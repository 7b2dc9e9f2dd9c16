// SPDX-License-Identifier: MIT
// The reader of JSON Lines logs on any bytes, and a judge on what it reads. The same bytes read in other pieces give
// the same answer, wherever the reader's buffer ends, and what was read can be written and read again.
#include <algorithm>
#include <balint/conformance/judge.hpp>
#include <balint/log/jsonl/jsonl.hpp>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/round_trip.hpp"
#include "tests/fuzz/words.hpp"

using namespace balint;
using fuzz::can_be_shown;
using fuzz::demand;
using fuzz::text_file;

namespace {

/// What a log was, as text: sessions, events, findings, verdicts; and what of it can be written.
struct transcript {
  std::string said;
  std::string events;     ///< Those that can be written, as they were read.
  std::string rewritten;  ///< The same, written.
  std::uint64_t line = 0, begun = 0, ended = 0, whole = 0;

  void tell(auto... parts) { ((said += to_text(parts), said += ' '), ...), said += '\n'; }

 private:
  static std::string to_text(std::string_view text) { return std::string(text); }
  template <typename Number>
    requires std::is_arithmetic_v<Number>
  static std::string to_text(Number n) {
    return std::to_string(n);
  }
};

template <protocol P>
std::string as_text(const event<P>& e) {
  std::string text = std::to_string(e.at.since_epoch);
  for (const unsigned n : {unsigned{e.by.index}, unsigned{e.act.index}, unsigned{detail::raw_target(e)}}) {
    text += ' ' + std::to_string(n);
  }
  return text + '\n';
}

/// The name of the sessions that fill the reader's buffer up: they are read and not told of.
constexpr std::string_view filler = "filler";

template <protocol P>
class handler {
 public:
  handler(const session_header<P>& header, transcript& to)
      : to_(&to),
        people_(header.people.begin(), header.people.end()),
        judge_(form<P>(people_), telling{&to}),
        is_filler_(header.session == filler) {
    to.tell("session", header.session, header.line);
    demand(header.line > to.line, "lines are read in order");
    demand(to.begun == to.ended, "a session ends before the next begins");
    to.line = header.line;
    ++to.begun;
    if (is_filler_) return;
    for (const auto& one : people_) {
      to.tell(one.id, one.offices.bits, static_cast<int>(one.agrees), one.profession, one.less_experienced, one.grades);
      demand(is_pseudonym(one.id) && !one.offices.empty(), "everybody has a pseudonym and an office");
    }
    const auto line = to_jsonl<P>(header.session, people_);
    demand(line.has_value(), "a header that was read can be written");
    to.rewritten += *line;
    to.events += *line;
  }

  void event(const logged_event<P>& e) {
    to_->tell("event", e.by, e.act, e.line, as_text(e.event));
    demand(e.line > to_->line, "events are read line by line");
    to_->line = e.line;
    ++events_;
    judge_.apply(e.event);
    demand(judge_.position() == events_, "a judge sees each event once");
    if (const auto line = to_jsonl<P>(e.event, people_); line && !is_filler_) {
      to_->rewritten += *line;
      to_->events += as_text(e.event);
    }
  }
  void end(bool whole) {
    to_->tell("end", whole, name_of(judge_.verdict()));
    for (const auto& thought : judge_.advisories()) to_->tell(fuzz::in_words<P>(thought));
    ++to_->ended;
    to_->whole += whole ? 1U : 0U;
  }

 private:
  struct telling {
    transcript* to;
    std::uint64_t last = 0;
    void operator()(const finding<P>& f) {
      to->tell("finding", f.event, f.times, fuzz::in_words<P>(f));
      demand(f.event >= last && f.times >= 1, "findings stand in order");
      last = f.event;
    }
  };
  transcript* to_;
  std::vector<person<P>> people_;
  judge<P, telling> judge_;
  std::uint64_t events_ = 0;
  bool is_filler_;
};

void holds(const format_error& error, std::string_view text, const transcript& all) {
  std::vector<std::string_view> lines;
  for (std::size_t first = 0; first < text.size();) {
    const auto end = std::min(text.find('\n', first), text.size());
    lines.push_back(text.substr(first, end - first));
    first = end + 1;
  }
  demand(error.line >= 1 && error.line <= lines.size(), "a fault stands in a line of the log");
  demand(error.column <= lines[error.line - 1].size() + 1, "a fault stands within its line");
  demand(error.line >= all.line, "a fault stands behind what was read");
  demand(error.sessions_read == all.whole, "as many sessions were read whole as it says");
  demand(!error.found.empty() && !error.expected.empty(), "a fault says what was found and what was expected");
  demand(can_be_shown(error.message()), "what a fault says can be shown");
}

/// Two headers that end `left` bytes before the reader's buffer does.
std::string filled_up(std::size_t left) {
  const auto each = (2 * line_reader::max_line - left) / 2;
  std::string line = R"({"balint":1,"protocol":"student_group","session":"filler","people":[{"id":"p1",)"
                     R"("offices":["participant"]}]})";
  line.append(each - line.size() - 1, ' ').append("\n");
  return line + line;
}

std::expected<std::uint64_t, format_error> read(std::string_view text, std::size_t piece, transcript& into) {
  const text_file file(text, piece);
  jsonl_reader<> reader(file.get(), "log");
  auto result = reader.read([&]<protocol P>(const session_header<P>& header) { return handler<P>(header, into); });
  demand(into.begun == into.ended, "every session that begins ends");
  demand(reader.bytes() <= text.size(), "no more is read than there is");
  into.tell("sessions", result ? *result : result.error().sessions_read, text.size() - reader.bytes());
  if (!result) into.tell(result.error().message());
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  transcript whole, pieces;
  const auto result = read(text, size + 1, whole);
  if (result) {
    demand(*result == whole.begun && whole.whole == whole.begun, "a log that is read has whole sessions alone");
  } else {
    holds(result.error(), text, whole);
  }
  (void)read(text, size < 4096 ? 1 + size % 3 : 61, pieces);
  demand(whole.said == pieces.said, "the same bytes in other pieces are the same log");

  // Where the buffer ends behind the text, and in the middle of it. Dear, so one input in eight.
  if (size % 8 == 0) {
    transcript within, across;
    (void)read(filled_up(2 * size + 64).append(text), 2 * line_reader::max_line, within);
    (void)read(filled_up(2 * (size / 4) + 2).append(text), 1000, across);
    demand(within.said == across.said, "the same bytes across the end of the buffer are the same log");
  }

  transcript again;
  const auto reread = read(whole.rewritten, whole.rewritten.size() + 1, again);
  demand(reread == whole.begun, "what is written can be read");
  demand(again.events == whole.events, "what is written is read as it was written");
  demand(again.rewritten == whole.rewritten, "what is read and written again is the same");
  fuzz::reads_and_comes_back<jsonl_reader<>>(text);
  return 0;
}
