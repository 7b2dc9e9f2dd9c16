// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Writes logs of any format, session by session: what the formats share.
#include <balint/conformance/judge.hpp>
#include <balint/group/form.hpp>
#include <balint/group/person.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/record.hpp>
#include <balint/log/record_format.hpp>
#include <balint/log/to_record.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace balint {

/// Writes a log. It is a visitor of readers, so that `reader.read(writer)` converts. To write a
/// session of your own, call `auto session = writer(header)`, `session.event(e)` for each event and `session.end()`.
///
/// Sink takes pieces of the log, `bool sink(std::string_view)`; false: it could not.
/// @snippet own_format.cpp write
template <record_format Format, std::predicate<std::string_view> Sink>
class record_writer {
 public:
  /// Begins a log that goes to a sink.
  explicit record_writer(Sink sink, Format format = Format())
      : sink_(std::forward<Sink>(sink)), format_(std::move(format)) {
    text_.reserve(enough + enough / 8);
    format_.open(text_);
  }

  /// Writes one session.
  template <protocol P>
  class session_writer {
   public:
    /// Writes the header. A session of a log begins when the one before has ended.
    session_writer(record_writer& to, const session_header<P>& header)
        : to_(to), people_(header.people), judge_(header.people) {
      const auto record = to_record<P>(header.session, header.people);
      if (to_.is_in_session_ || to_.is_finished_ || !record) {
        to_.refused_ = record ? unwritable::open_session : record.error();
        return;
      }
      to_.format_.begin(to_.text_, *record);
      to_.is_in_session_ = is_open_ = true;
    }
    /// One writer for one session.
    session_writer(const session_writer&) = delete;
    /// One writer for one session.
    session_writer& operator=(const session_writer&) = delete;
    /// Ends a session that was not ended.
    ~session_writer() { close(); }

    /// Writes an event of the session, while it goes on.
    [[nodiscard]] std::expected<void, unwritable> event(const balint::event<P>& e) {
      if (!goes_on()) return std::unexpected(unwritable::no_session);
      const auto record = to_record<P>(e, people_);
      if (!record) return std::unexpected(record.error());
      put(*record, e);
      return {};
    }
    /// Writes an event of a log as it was read: what the session does not know too.
    void event(const logged_event<P>& logged) {
      if (goes_on()) put(*logged.written, logged.event);
    }
    /// Ends the session.
    void end(bool = true) {
      close();
      to_.flush(enough);
    }

   private:
    [[nodiscard]] bool goes_on() const noexcept { return is_open_ && !to_.is_finished_; }
    void close() {
      if (goes_on()) to_.end_session();
      is_open_ = false;
    }
    void put(const event_record& record, const balint::event<P>& e) {
      if constexpr (effect_format<Format>) {
        to_.format_.event(to_.text_, record, effect_of(e));
      } else {
        to_.format_.event(to_.text_, record);
      }
      to_.flush(enough);
    }
    /// What an event does, as the judge of the session sees it.
    event_effect effect_of(const balint::event<P>& e) {
      auto& judge = judge_.judge;
      const auto cases = judge.session().cases();
      const auto options = judge.session().option_count();
      judge.apply(e);
      const auto& now = judge.session();
      event_effect effect;
      effect.makes_case = e.by.index < people_.size() && now.cases().contains(e.by) && !cases.contains(e.by);
      if (now.option_count() > options) effect.makes_option = static_cast<std::uint16_t>(now.option_count());
      if (const auto who = now.presenter(); who.index < people_.size()) effect.presenter = people_[who].id;
      return effect;
    }

    struct judged {
      explicit judged(std::span<const person<P>> people) : judge(form<P>(people)) {}
      balint::judge<P> judge;
    };
    struct not_judged {
      explicit not_judged(std::span<const person<P>> /*people*/) noexcept {}
    };

    record_writer& to_;
    roster<P> people_;
    bool is_open_ = false;
    [[no_unique_address]] std::conditional_t<effect_format<Format>, judged, not_judged> judge_;
  };

  /// One writer for one log.
  record_writer(const record_writer&) = delete;
  /// One writer for one log.
  record_writer& operator=(const record_writer&) = delete;
  /// Ends a log that was not ended: nothing that was written is lost.
  ~record_writer() { (void)finish(); }

  /// Begins a session. One that cannot be begun takes no event; `refused` says why.
  template <protocol P>
  [[nodiscard]] session_writer<P> operator()(const session_header<P>& header) {
    return {*this, header};
  }

  /// Ends the log, and a session that has not ended; false: not all of it could be written.
  [[nodiscard]] bool finish() {
    if (!std::exchange(is_finished_, true)) {
      end_session();
      format_.close(text_);
      flush(0);
    }
    return is_good_ && !refused_;
  }
  /// Why a session could not be begun: its header is none that a reader would accept.
  [[nodiscard]] std::optional<unwritable> refused() const noexcept { return refused_; }
  /// What of the log the format could not hold, a sentence each.
  [[nodiscard]] std::vector<std::string> losses() const { return format_.losses(); }

 private:
  static constexpr std::size_t enough = std::size_t{1} << 16U;
  void end_session() {
    if (std::exchange(is_in_session_, false)) format_.end(text_);
  }
  void flush(std::size_t least) {
    if (text_.size() < least || text_.empty()) return;
    is_good_ = is_good_ && sink_(std::string_view(text_));
    text_.clear();
  }

  Sink sink_;
  Format format_;
  std::string text_;
  std::optional<unwritable> refused_;
  bool is_good_ = true;
  bool is_in_session_ = false;
  bool is_finished_ = false;
};

}  // namespace balint
