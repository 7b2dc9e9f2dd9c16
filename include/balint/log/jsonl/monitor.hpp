// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Judges a JSON Lines stream of many live sessions, line by line. A line that cannot be read is reported, and harms no
/// other.
#include <balint/conformance/breach.hpp>
#include <balint/conformance/finding.hpp>
#include <balint/group/form.hpp>
#include <balint/log/detail/encoding.hpp>
#include <balint/log/detail/resolve.hpp>
#include <balint/log/file/line_reader.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/jsonl/detail/keys.hpp>
#include <balint/log/jsonl/detail/line.hpp>
#include <balint/log/jsonl/detail/plain_line.hpp>
#include <balint/log/record_source.hpp>
#include <balint/log/word.hpp>
#include <balint/monitoring/delivery.hpp>
#include <balint/monitoring/monitor.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocols/all.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace balint {

/// The pseudonyms of a session's people, by position, in little memory.
class pseudonym_list {
 public:
  pseudonym_list() = default;
  /// Copies them out of a roster.
  template <protocol P>
  explicit pseudonym_list(const roster<P>& people) {
    std::size_t length = 0;
    for (std::uint8_t i = 0; i < people.size(); ++i) length += people[person_id{i}].id.size();
    text_.reserve(length);
    ends_.reserve(people.size());
    for (std::uint8_t i = 0; i < people.size(); ++i) {
      text_ += people[person_id{i}].id;
      ends_.push_back(text_.size());
    }
  }

  /// How many there are: at most 64.
  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
  /// The pseudonym of somebody in the group.
  [[nodiscard]] std::string_view operator[](person_id who) const noexcept {
    const std::size_t begin = who.index == 0 ? 0 : ends_[who.index - 1U];
    return std::string_view(text_).substr(begin, ends_[who.index] - begin);
  }
  /// The person of a pseudonym, or `nobody`.
  [[nodiscard]] person_id operator[](std::string_view id) const noexcept {
    for (std::uint8_t i = 0; i < size(); ++i) {
      if ((*this)[person_id{i}] == id) return {i};
    }
    return nobody;
  }
  /// All of them: views that live as long as this list.
  [[nodiscard]] std::vector<std::string_view> all() const {
    std::vector<std::string_view> ids;
    for (std::uint8_t i = 0; i < size(); ++i) ids.push_back((*this)[person_id{i}]);
    return ids;
  }

 private:
  std::string text_;
  std::vector<std::size_t> ends_;  ///< Where each ends in the text.
};

/// What is kept with each session of a stream.
class stream_context {
 public:
  /// Of a session with these people, whose header is in that line.
  stream_context(pseudonym_list who, std::uint64_t of_header) : people(std::move(who)), line(of_header) {}

  /// Who is in it.
  pseudonym_list people;
  /// The line of its header.
  std::uint64_t line = 0;

  /// The person of a pseudonym, or `nobody`.
  [[nodiscard]] person_id find(std::string_view id) const noexcept { return people[id]; }
  /// The id of an act; one that P does not know gets the same id wherever the session names it.
  template <protocol P>
  [[nodiscard]] act_id<P> act(std::string_view name) {
    return acts_.template find<P>(name);
  }

 private:
  detail::unknown_acts acts_;
};

/// The event in which something was found, as its line says it. Its texts live until the next line is taken.
struct as_written {
  /// Who, as written; empty for what concerns a group.
  std::string_view by;
  /// The act, as written; empty for what concerns a group.
  std::string_view act;
  /// The line, from 1.
  std::uint64_t line = 0;
};

/// What a line of a stream came to. Its text lives until the next line is taken.
struct line_taken {
  /// As a delivery.
  delivery came{};
  /// The session it is of.
  std::string_view session;
  /// The number it carries; 0: none.
  std::uint64_t seq = 0;
};

/// Judges a stream of JSON Lines in which the sessions of many groups are interleaved: headers as in a log, and events
/// that also say which session they are of, perhaps with their number in it.
///
/// The sink is called as `sink(session, finding, as_written)`, where `session` is a `live_session` with a
/// `stream_context`, where it can be in the same way with a `named_breach` or `answered_breaches` in place of a
/// finding, and as `sink.ended(session)`.
/// @snippet follow_sessions.cpp stream
template <typename Sink, typename Protocols = all_protocols>
class jsonl_monitor;

/// The one for these protocols.
template <typename Sink, protocol... Ps>
class jsonl_monitor<Sink, protocol_list<Ps...>> {
 public:
  /// Begins without a session; `remembered` is how many are kept after their end.
  explicit jsonl_monitor(Sink sink = {}, std::size_t remembered = 1024)
      : sink_(std::forward<Sink>(sink)), sessions_(passing_on{this}, remembered) {}
  jsonl_monitor(const jsonl_monitor&) = delete;
  jsonl_monitor& operator=(const jsonl_monitor&) = delete;
  ~jsonl_monitor() = default;

  /// Takes a line of that number. A line that cannot be read changes nothing. A blank line comes to nothing, `in_order`
  /// in no session, and the first line may begin with a byte order mark.
  [[nodiscard]] std::expected<line_taken, line_fault> take(std::string_view line, std::uint64_t number) {
    text_.assign(line).append(line_reader::padding, '\0');
    return take_padded(std::string_view(text_).substr(0, line.size()), number);
  }
  /// The same without a copy, for a line that may be read 64 bytes beyond its end, as those of a `line_reader`.
  [[nodiscard]] std::expected<line_taken, line_fault> take_padded(std::string_view line, std::uint64_t number) {
    number_ = number;
    if (number == 1) line = detail::without_mark(line);
    if (detail::is_blank_line(line)) return line_taken{};
    if (plain_.read(line, line_.event)) return apply();
    switch (line_.parse(line)) {
      case record_kind::header: return open();
      case record_kind::event: return apply();
      case record_kind::fault:
        if (number == 1) line_.blame_encoding(line);
        break;
      case record_kind::end: break;
    }
    return std::unexpected(line_.fault());
  }

 private:
  using taken = std::expected<line_taken, line_fault>;

  /// The monitor's sink: adds the line to what is told.
  struct passing_on {
    using context = stream_context;
    jsonl_monitor* self;

    template <typename Live, protocol P>
    void operator()(const Live& where, const finding<P>& found) const {
      const auto& record = self->line_.event;
      self->sink_(where, found, as_written{record.by, record.act, self->number_});
    }
    template <typename Live, typename Word>
      requires(std::same_as<Word, named_breach> || std::same_as<Word, answered_breaches>)
    void operator()(const Live& where, const Word& word) const {
      const auto& record = self->line_.event;
      const as_written written{record.by, record.act, self->number_};
      if constexpr (requires { self->sink_(where, word, written); }) self->sink_(where, word, written);
    }
    template <typename Live>
    void ended(const Live& where) const {
      if constexpr (requires { self->sink_.ended(where); }) self->sink_.ended(where);
    }
  };

 public:
  /// The monitor with its sessions.
  using monitor_type = monitor<passing_on, Ps...>;
  /// The sessions that it follows.
  [[nodiscard]] monitor_type& sessions() noexcept { return sessions_; }
  /// The sessions that it follows, to look at.
  [[nodiscard]] const monitor_type& sessions() const noexcept { return sessions_; }
  /// The sink, which is kept by value unless Sink is a reference.
  [[nodiscard]] std::remove_reference_t<Sink>& sink() noexcept { return sink_; }

 private:
  taken open() {
    const auto& header = line_.header;
    taken result = line_taken{delivery::unknown_session, header.session, unnumbered};
    if (!((header.protocol == Ps::name && (result = open_as<Ps>(), true)) || ...)) {
      return std::unexpected(detail::no_such_protocol<Ps...>(header.protocol));
    }
    return result;
  }
  template <protocol P>
  taken open_as() {
    const auto& header = line_.header;
    const auto people = detail::people_of<P>(header);
    if (!people) return std::unexpected(detail::no_such_office<P>(people.error()));
    const roster<P> all{*people};
    return line_taken{sessions_.open(header.session, form<P>(all), {pseudonym_list(all), number_}), header.session,
                      unnumbered};
  }
  taken apply() {
    const auto& record = line_.event;
    taken result = line_taken{delivery::unknown_session, record.session, record.seq};
    bool is_known_act = false;
    sessions_.visit(record.session, [&]<typename Live>(Live& live) {
      using P = typename Live::protocol_type;
      event<P> e;
      const bool is_fit = detail::resolve<P>(record, live.context(), e);
      is_known_act = e.act.index < act_count<P>;
      if (!is_known_act && !is_word(record.act)) return;
      if (is_fit) {
        result->came = sessions_.apply(live, e, record.seq);
      } else {
        result = std::unexpected(detail::wrong_target(record, target_of<P>(e.act), is_known_act));
      }
    });
    if (!is_known_act && !is_word(record.act)) return std::unexpected(detail::no_word("an act"));
    return result;
  }

  [[no_unique_address]] Sink sink_;
  detail::plain_lines plain_{detail::line_form::stream};
  detail::jsonl_line line_{detail::line_form::stream};
  std::string text_;  ///< The line that was taken, with room behind it.
  std::uint64_t number_ = 0;
  monitor_type sessions_;
};

}  // namespace balint
