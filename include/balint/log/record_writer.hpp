// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Writes logs of any format, session by session: what the formats share.
#include <balint/conformance/judge.hpp>
#include <balint/group/form.hpp>
#include <balint/log/detail/raw.hpp>
#include <balint/log/record.hpp>
#include <balint/log/unwritable.hpp>
#include <balint/protocol/lookup.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint {

namespace detail {

/// What an event did, as far as a format wants to know it.
struct raw_effect {
  bool makes_case = false;
  std::uint16_t makes_option = 0;  ///< 0: none.
  std::string_view presenter = {};  ///< Whose case is worked on; empty: nobody's.
};

/// A format: appends what stands in a log to a text.
template <typename F>
concept raw_format = requires(F format, const F& written, std::string& out, const kept_header& header,
                              const raw_event& event) {
  format.open(out);
  format.begin(out, header);
  format.event(out, event, raw_effect{});
  format.end(out);
  format.close(out);
  { written.losses() } -> std::same_as<std::vector<std::string>>;
  { F::follows } -> std::convertible_to<bool>;
};

/// The header as any format writes it.
template <protocol P>
[[nodiscard]] std::expected<kept_header, unwritable> raw_of(const session_header<P>& header) {
  if (!is_pseudonym(header.session)) return std::unexpected(unwritable::no_pseudonym);
  kept_header raw{.protocol = std::string(P::name), .session = std::string(header.session), .people = {}};
  for (const auto& one : header.people) {
    if (!is_pseudonym(one.id)) return std::unexpected(unwritable::no_pseudonym);
    if (one.offices.empty()) return std::unexpected(unwritable::no_office);
    auto& person = raw.people.emplace_back();
    person.id = one.id;
    for (std::size_t i = 0; i < P::offices::size; ++i) {
      if (((one.offices.bits >> i) & 1U) != 0) person.offices.emplace_back(P::offices::names[i]);
    }
    person.profession = one.profession;
    person.agrees = one.agrees;
    person.less_experienced = one.less_experienced;
    person.grades = one.grades;
  }
  return raw;
}

/// The event as any format writes it; its texts are those of the people and of the protocol.
template <protocol P>
[[nodiscard]] std::expected<raw_event, unwritable> raw_of(const event<P>& e, const roster<P>& people) {
  if (e.by.index >= people.size()) return std::unexpected(unwritable::unknown_person);
  if (e.act.index >= act_count<P>) return std::unexpected(unwritable::unknown_act);
  const auto kind = target_of<P>(e.act);
  raw_event raw{.at = e.at,
                .by = people[e.by].id,
                .act = name_of<P>(e.act),
                .name_of_target = {},
                .option = 0,
                .targets = key_for(kind)};
  switch (kind) {
    case target_kind::none: break;
    case target_kind::case_of:
    case target_kind::person:
      if (e.target >= people.size()) return std::unexpected(unwritable::unknown_target);
      raw.name_of_target = people[e.template target_as<person_id>()].id;
      break;
    case target_kind::option:
      if (e.target == 0) return std::unexpected(unwritable::unknown_target);
      raw.option = e.target;
      break;
    case target_kind::rule:
      if (e.target >= rules_of<P>::size) return std::unexpected(unwritable::unknown_target);
      raw.name_of_target = name_of<P>(e.template target_as<rule_id>());
      break;
  }
  return raw;
}

}  // namespace detail

/// Writes a log. It is a visitor of readers, so that `reader.read(writer)` converts; whoever has a session to write
/// calls `auto session = writer(header)`, `session.event(e)` for each event and `session.end()`.
///
/// Sink takes pieces of the log, `bool sink(std::string_view)`; false: it could not.
template <detail::raw_format Format, std::predicate<std::string_view> Sink>
class record_writer {
 public:
  /// Begins a log that goes to a sink.
  explicit record_writer(Sink sink, Format format = Format()) : sink_(std::move(sink)), format_(std::move(format)) {
    format_.open(text_);
  }

  /// Writes one session.
  template <protocol P>
  class session_writer {
   public:
    /// Writes the header.
    session_writer(record_writer& to, const session_header<P>& header)
        : to_(to), people_(header.people), judge_(form<P>(header.people)) {
      const auto raw = detail::raw_of(header);
      if (raw) {
        to_.format_.begin(to_.text_, *raw);
      } else {
        to_.refused_ = raw.error();
      }
    }
    /// One writer for one session.
    session_writer(const session_writer&) = delete;
    /// One writer for one session.
    session_writer& operator=(const session_writer&) = delete;
    ~session_writer() = default;

    /// Writes an event of the session.
    std::expected<void, unwritable> event(const balint::event<P>& e) {
      const auto raw = detail::raw_of(e, people_);
      if (!raw) return std::unexpected(raw.error());
      put(*raw, e);
      return {};
    }
    /// Writes an event of a log as it was read: what the session does not know too.
    void event(const logged_event<P>& logged) { put(*logged.written, logged.event); }
    /// Ends the session.
    void end(bool = true) {
      to_.format_.end(to_.text_);
      to_.flush(enough);
    }

   private:
    void put(const detail::raw_event& raw, const balint::event<P>& e) {
      detail::raw_effect effect;
      if constexpr (Format::follows) {
        const auto cases = judge_.session().cases();
        const auto options = judge_.session().option_count();
        judge_.apply(e);
        const auto& now = judge_.session();
        effect.makes_case = e.by.index < people_.size() && now.cases().contains(e.by) && !cases.contains(e.by);
        if (now.option_count() > options) effect.makes_option = static_cast<std::uint16_t>(now.option_count());
        if (const auto who = now.presenter(); who.index < people_.size()) effect.presenter = people_[who].id;
      }
      to_.format_.event(to_.text_, raw, effect);
      to_.flush(enough);
    }

    record_writer& to_;
    roster<P> people_;
    judge<P> judge_;
  };

  /// Begins a session.
  template <protocol P>
  [[nodiscard]] session_writer<P> operator()(const session_header<P>& header) {
    return {*this, header};
  }

  /// Ends the log; false: not all of it could be written.
  [[nodiscard]] bool finish() {
    format_.close(text_);
    flush(0);
    return is_good_ && !refused_;
  }
  /// Why a session could not be begun: its header is none that a reader would accept.
  [[nodiscard]] std::optional<unwritable> refused() const noexcept { return refused_; }
  /// What of the log the format could not hold, a sentence each.
  [[nodiscard]] std::vector<std::string> losses() const { return format_.losses(); }

 private:
  static constexpr std::size_t enough = std::size_t{1} << 16U;
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
};

}  // namespace balint
