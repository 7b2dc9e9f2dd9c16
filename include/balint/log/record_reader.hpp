// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads logs of any format, session by session: what the formats share. The input is not trusted.
#include <balint/group/person.hpp>
#include <balint/log/detail/resolve.hpp>
#include <balint/log/detail/session_index.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/record.hpp>
#include <balint/log/record_source.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/protocols/all.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/target.hpp>

#include <cstdint>
#include <cstdio>
#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace balint {

/// Reads a log and tells a visitor of each session.
///
/// For every header the reader calls `visitor(session_header<P>)`, which gives back a session handler; the reader calls
/// `handler.event(logged_event<P>)` for each event and `handler.end(whole)` when the session's last event was read:
/// `whole` is false when the reader stopped inside it. What is kept in memory is one session's header.
/// @snippet logs.cpp read
template <record_source Source, typename Protocols = all_protocols>
class record_reader;

/// The reader for these protocols.
/// @snippet logs.cpp read
template <record_source Source, protocol... Ps>
class record_reader<Source, protocol_list<Ps...>> {
 public:
  /// Reads from a C stream; `file` names it in errors. What the format needs to know follows.
  template <typename... More>
  record_reader(std::FILE* from, std::string file, More&&... more)
      : source_(from, std::forward<More>(more)...), file_(std::move(file)) {}

  /// Reads to the end; gives the number of sessions, or where and why it stopped.
  template <typename Visitor>
  [[nodiscard]] std::expected<std::uint64_t, format_error> read(Visitor&& visitor) {
    next();
    while (kind_ == record_kind::header) {
      const bool meets_again = take_header();
      if (!((header_.protocol == Ps::name && (read_session<Ps>(visitor, meets_again), true)) || ...))
        stop(detail::no_such_protocol<Ps...>(header_.protocol));
    }
    if (kind_ == record_kind::event)
      stop({0, "an event outside any session", "a session with its people before its events"});
    if (kind_ == record_kind::fault) return std::unexpected(error_);
    return sessions_;
  }

  /// How many things the log has that no log of sessions holds: attributes nobody asked for, events that a mapping
  /// leaves out. They were passed over.
  [[nodiscard]] std::uint64_t left_out() const noexcept { return source_.left_out(); }
  /// How many bytes were read so far, of a format that counts them.
  [[nodiscard]] std::uint64_t bytes() const noexcept
    requires requires(const Source& seen) { seen.bytes(); }
  {
    return source_.bytes();
  }

 private:
  /// Takes the header that was read. True: the group of the session before meets again, and its people stay.
  bool take_header() {
    auto& next = source_.header();
    const bool meets_again =
        indexes_.index() != 0 && next.protocol == header_.protocol && next.people == header_.people;
    std::swap(header_.session, next.session);
    if (!meets_again) {
      std::swap(header_.protocol, next.protocol);
      std::swap(header_.people, next.people);
    }
    return meets_again;
  }
  /// The people of the header that was taken, by pseudonym; null: it stopped.
  template <protocol P>
  [[nodiscard]] detail::session_index<P>* index_of(bool meets_again) {
    if (meets_again) {
      if (auto fault = detail::fault_of({.session = header_.session})) return stop(std::move(*fault)), nullptr;
      auto& index = std::get<detail::session_index<P>>(indexes_);
      index.open_again(header_);
      return &index;
    }
    if (auto fault = detail::fault_of(header_)) return stop(std::move(*fault)), nullptr;
    auto& index = indexes_.template emplace<detail::session_index<P>>();
    if (const auto opened = index.open(header_); !opened)
      return stop(detail::no_such_office<P>(opened.error())), nullptr;
    return &index;
  }
  template <protocol P, typename Visitor>
  void read_session(Visitor& visitor, bool meets_again) {
    auto* const of_people = index_of<P>(meets_again);
    if (of_people == nullptr) return;
    auto& index = *of_people;
    auto&& handler = visitor(index.header(source_.line()));
    for (next(); kind_ == record_kind::event; next()) {
      const event_record& record = source_.event();
      logged_event<P> logged{{}, record.by, record.act, source_.line(), &record};
      if (!tie(index, record, logged.event)) return handler.end(false);
      handler.event(std::as_const(logged));
    }
    const bool is_whole = kind_ != record_kind::fault || !source_.is_inside_session();
    handler.end(is_whole);
    if (is_whole) error_.sessions_read = ++sessions_;
  }
  /// Ties an event to P; false: it stopped.
  template <protocol P>
  [[nodiscard]] bool tie(detail::session_index<P>& index, const event_record& record, event<P>& e) {
    if (!detail::resolve<P>(record, index, e)) {
      stop(detail::wrong_target(record, target_of<P>(e.act), e.act.index < act_count<P>));
    } else if (e.by == nobody || detail::raw_target(e) == detail::raw(nobody) || e.act.index >= act_count<P>) {
      // Who is in the group has a pseudonym, what the protocol knows is a word; others may not be.
      if (auto fault = detail::fault_of(record, e.act.index < act_count<P>)) stop(std::move(*fault));
    }
    return kind_ != record_kind::fault;
  }

  void next() {
    kind_ = source_.next();
    if (kind_ == record_kind::fault) stop_at_fault();
  }
  [[gnu::cold]] void stop_at_fault() { stop(source_.fault()); }
  [[gnu::cold]] void stop(line_fault why) {
    kind_ = record_kind::fault;
    error_ = {file_, source_.line(), why.column, std::move(why.found), std::move(why.expected), sessions_};
  }

  Source source_;
  std::string file_;
  header_record header_;
  std::variant<std::monostate, detail::session_index<Ps>...> indexes_;  ///< Of the people of the header.
  record_kind kind_ = record_kind::end;
  format_error error_;
  std::uint64_t sessions_ = 0;
};

}  // namespace balint
