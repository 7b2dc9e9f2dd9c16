// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads JSON Lines logs, session by session, in memory that does not grow with the file. The input is not trusted.
#include <balint/log/detail/session_index.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/jsonl/detail/line.hpp>
#include <balint/log/jsonl/detail/plain_line.hpp>
#include <balint/log/file/line_reader.hpp>
#include <balint/log/record.hpp>
#include <balint/log/resolve.hpp>
#include <balint/protocols/all.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace balint {

/// Reads a JSON Lines log and tells a visitor of each session.
///
/// For every header the reader calls `visitor(session_header<P>)`, which gives back a session handler; the reader calls
/// `handler.event(logged_event<P>)` for each event and `handler.end(whole)` when the session's last event was read:
/// `whole` is false when the reader stopped inside it. Memory is bounded by the longest line, not by the file.
/// @snippet logs.cpp read
template <typename Protocols = all_protocols>
class jsonl_reader;

/// The reader for these protocols.
///
/// @snippet logs.cpp read
template <protocol... Ps>
class jsonl_reader<protocol_list<Ps...>> {
 public:
  /// Reads from a C stream; `file` names it in errors.
  jsonl_reader(std::FILE* from, std::string file) : lines_(from), file_(std::move(file)) {}
  /// Reads a part of a log, the stream standing where it begins; lines are numbered as in the whole log.
  jsonl_reader(std::FILE* from, std::string file, const log_part& part) : lines_(from, part), file_(std::move(file)) {}

  /// Reads to the end; gives the number of sessions, or where and why it stopped.
  template <typename Visitor>
  std::expected<std::uint64_t, format_error> read(Visitor&& visitor) {
    next();
    while (!stopped_ && !at_end_) {
      if (kind_ == detail::line_kind::event) {
        stop({0, "an event before any header", "a header: {\"balint\":1,\"protocol\":…,\"session\":…,\"people\":[…]}"});
        break;
      }
      const std::string_view name = line_.header.protocol;
      if (!((name == Ps::name && (read_session<Ps>(visitor), true)) || ...)) {
        stop(detail::no_such_protocol<Ps...>(name));
      }
    }
    if (stopped_) return std::unexpected(error_);
    return sessions_;
  }

  /// How many bytes were read so far.
  [[nodiscard]] std::uint64_t bytes() const noexcept { return lines_.bytes(); }

 private:
  template <protocol P, typename Visitor>
  void read_session(Visitor& visitor) {
    detail::session_index<P> index;
    if (const auto opened = index.open(line_.header); !opened) {
      stop(detail::no_such_office<P>(opened.error()));
      return;
    }
    auto handler = visitor(index.header(lines_.number()));
    for (next(); !stopped_ && !at_end_ && kind_ == detail::line_kind::event; next()) {
      logged_event<P> logged{{}, {}, {}, lines_.number()};
      if (!detail::resolve<P>(line_.event, index, logged.event)) {
        stop(detail::wrong_target(line_.event, detail::key_for(target_of<P>(logged.event.act))));
        break;
      }
      logged.by = line_.event.by;
      logged.act = line_.event.act;
      logged.written = &line_.event;
      handler.event(std::as_const(logged));
    }
    // A fault in the header of the next session leaves this one whole; any other line that cannot be read is part of
    // it.
    const bool is_whole = !stopped_ || (kind_ == detail::line_kind::fault && line_.began_as_header());
    handler.end(is_whole);
    if (is_whole) error_.sessions_read = ++sessions_;
  }

  void next() {
    std::string_view line;
    switch (lines_.next(line)) {
      case line_reader::result::end: at_end_ = true; return;
      case line_reader::result::unreadable: stop_at(0, 0, "a file that cannot be read", "a readable file"); return;
      case line_reader::result::too_long:
        stop_at(lines_.number() + 1, 0, "a line of more than 1 MiB", "shorter lines");
        return;
      case line_reader::result::line: break;
    }
    if (lines_.bytes() > end_of_block_) begin_block(line);
    kind_ = plain_.read(line, line_.event) ? detail::line_kind::event : line_.parse(line);
    if (kind_ == detail::line_kind::fault) stop(line_.fault);
  }
  /// Lets the plain lines have this line and all that are in memory behind it.
  void begin_block(std::string_view line) {
    const auto behind = lines_.ahead();
    end_of_block_ = lines_.bytes() + behind.size();
    plain_.begin(behind.empty() ? line
                                : std::string_view(line.data(), static_cast<std::size_t>(behind.data() + behind.size() -
                                                                                         line.data())));
  }
  void stop(line_fault why) { stop_at(lines_.number(), why.column, std::move(why.found), std::move(why.expected)); }
  void stop_at(std::uint64_t line, std::uint64_t column, std::string found, std::string expected) {
    stopped_ = true;
    error_ = {file_, line, column, std::move(found), std::move(expected), sessions_};
  }

  line_reader lines_;
  std::string file_;
  detail::plain_lines plain_;
  std::uint64_t end_of_block_ = 0;
  detail::jsonl_line line_;
  detail::line_kind kind_ = detail::line_kind::fault;
  format_error error_;
  std::uint64_t sessions_ = 0;
  bool stopped_ = false;
  bool at_end_ = false;
};

}  // namespace balint
