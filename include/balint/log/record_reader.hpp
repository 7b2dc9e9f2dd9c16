// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads logs of any format, session by session: what the formats share. The input is not trusted.
#include <balint/log/detail/raw.hpp>
#include <balint/log/detail/session_index.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/record.hpp>
#include <balint/protocols/all.hpp>

#include <concepts>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace balint {

namespace detail {

/// A format: headers and events one after the other, not yet tied to a protocol.
template <typename S>
concept raw_source = requires(S source, const S& seen) {
  { source.next() } -> std::same_as<raw_kind>;
  { source.header } -> std::same_as<kept_header&>;
  { source.event } -> std::same_as<raw_event&>;
  { source.fault } -> std::same_as<line_fault&>;
  { seen.line() } -> std::same_as<std::uint64_t>;
  { seen.is_inside_session() } -> std::same_as<bool>;
  { seen.left_out() } -> std::same_as<std::uint64_t>;
};

/// That the targets of an event are not the one that its act asks for.
template <protocol P>
[[nodiscard]] line_fault wrong_target_in_record(const raw_event& raw, act_id act) {
  auto fault = wrong_target(raw, key_for(target_of<P>(act)));
  if (fault.expected.starts_with("the key")) fault.expected.replace(0, 7, "the target");
  return fault;
}

}  // namespace detail

/// Reads a log and tells a visitor of each session, as `jsonl_reader` does: `visitor(session_header<P>)` gives back a
/// handler, which gets `event(logged_event<P>)` for each event and `end(whole)` at the session's end.
template <detail::raw_source Source, typename Protocols = all_protocols>
class record_reader;

/// The reader for these protocols.
template <detail::raw_source Source, protocol... Ps>
class record_reader<Source, protocol_list<Ps...>> {
 public:
  /// Reads from a C stream; `file` names it in errors. What the format needs to know follows.
  template <typename... More>
  record_reader(std::FILE* from, std::string file, More&&... more)
      : source_(from, std::forward<More>(more)...), file_(std::move(file)) {}

  /// Reads to the end; gives the number of sessions, or where and why it stopped.
  template <typename Visitor>
  std::expected<std::uint64_t, format_error> read(Visitor&& visitor) {
    next();
    while (!stopped_ && kind_ != detail::raw_kind::end) {
      if (kind_ == detail::raw_kind::event) {
        stop({0, "an event outside any session", "a session with its people before its events"});
        break;
      }
      const std::string name = source_.header.protocol;
      if (!((name == Ps::name && (read_session<Ps>(visitor), true)) || ...)) {
        std::string known;
        ((known += (known.empty() ? "" : ", ") + std::string(Ps::name)), ...);
        stop({0, "the protocol \"" + shown(name) + "\"", "one of " + known});
      }
    }
    if (stopped_) return std::unexpected(error_);
    return sessions_;
  }

  /// How many things the log has that no log of sessions holds: attributes nobody asked for, events that a mapping
  /// leaves out. They were passed over.
  [[nodiscard]] std::uint64_t left_out() const noexcept { return source_.left_out(); }

 private:
  template <protocol P, typename Visitor>
  void read_session(Visitor& visitor) {
    const detail::kept_header kept = std::move(source_.header);
    const detail::raw_header header = kept.raw();
    detail::session_index<P> index;
    if (const auto opened = index.open(header); !opened) {
      std::string known;
      for (const auto office : P::offices::names) known += (known.empty() ? "" : ", ") + std::string(office);
      stop({0, "the office \"" + shown(opened.error()) + "\"", "one of " + known});
      return;
    }
    auto&& handler = visitor(index.header(source_.line()));
    for (next(); !stopped_ && kind_ == detail::raw_kind::event; next()) {
      const auto& raw = source_.event;
      logged_event<P> logged{{}, raw.by, raw.act, source_.line(), &raw};
      if (!resolve<P>(index, raw, logged.event)) {
        handler.end(false);
        return;
      }
      handler.event(std::as_const(logged));
    }
    const bool is_whole = !stopped_ || !source_.is_inside_session();
    handler.end(is_whole);
    if (is_whole) error_.sessions_read = ++sessions_;
  }

  template <protocol P>
  bool resolve(detail::session_index<P>& index, const detail::raw_event& raw, event<P>& e) {
    if (detail::resolve<P>(raw, index, e)) return true;
    stop(detail::wrong_target_in_record<P>(raw, e.act));
    return false;
  }

  void next() {
    kind_ = source_.next();
    if (kind_ == detail::raw_kind::fault) stop(std::move(source_.fault));
  }
  void stop(line_fault why) {
    stopped_ = true;
    error_ = {file_, source_.line(), why.column, std::move(why.found), std::move(why.expected), sessions_};
  }

  Source source_;
  std::string file_;
  detail::raw_kind kind_ = detail::raw_kind::end;
  format_error error_;
  std::uint64_t sessions_ = 0;
  bool stopped_ = false;
};

}  // namespace balint
