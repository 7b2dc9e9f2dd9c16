// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Events from words, and back: `read_event` is strict where a reader of logs has to go on.
#include <balint/log/detail/resolve.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/to_record.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/detail/nearest.hpp>
#include <balint/words/detail/option_word.hpp>
#include <balint/words/detail/sentence.hpp>
#include <balint/words/event_words.hpp>
#include <balint/words/word_error.hpp>

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint {

namespace detail {

/// Finds people and acts for `resolve`.
template <protocol P>
struct cast_index {
  const cast<P>& people;

  [[nodiscard]] person_id find(std::string_view id) const noexcept { return people.find(id); }
  template <protocol>
  [[nodiscard]] static act_id<P> act(std::string_view name) noexcept {
    return find_act<P>(name);
  }
};

/// That a word is not among those that are known.
[[nodiscard]] inline word_error unknown_word(word_field field, std::string_view given, std::vector<std::string> known) {
  word_error no{.field = field, .why = word_fault::unknown, .given = std::string(given), .known = std::move(known)};
  no.nearest = nearest_of(given, no.known);
  return no;
}

/// Puts the target of an act into a record; what is wrong with its word is the answer where something is.
template <protocol P>
[[nodiscard]] std::optional<word_error> put_target(const cast<P>& people, std::string_view on, target_kind kind,
                                                   event_record& record) {
  const auto no = [&](word_fault why) {
    return word_error{.field = word_field::on, .why = why, .given = std::string(on)};
  };
  if (kind == target_kind::none) {
    if (on.empty()) return std::nullopt;
    return no(word_fault::superfluous);
  }
  if (kind == target_kind::option) {
    if (on.empty()) return no(word_fault::missing);
    switch (read_option(on, record.option)) {
      case option_reading::no_number: return no(word_fault::no_number);
      case option_reading::out_of_range: return no(word_fault::out_of_range);
      case option_reading::number: return std::nullopt;
    }
  }
  const bool is_rule = kind == target_kind::rule;
  record.target_name = on;
  if (is_rule ? find_rule<P>(on).index < rules_of<P>::size : people.find(on) != nobody) return std::nullopt;
  auto fault = unknown_word(word_field::on, on, is_rule ? owned(rules_of<P>::names) : owned(people.names()));
  if (on.empty()) fault.why = word_fault::missing;
  return fault;
}

}  // namespace detail

/// The event that these words say, or which word was not understood and what is known instead.
/// @snippet events_from_words.cpp read
template <protocol P>
[[nodiscard]] std::expected<event<P>, word_error> read_event(const cast<P>& people, const event_words& words) {
  if (people.find(words.by) == nobody)
    return std::unexpected(detail::unknown_word(word_field::by, words.by, detail::owned(people.names())));
  const auto act = find_act<P>(words.act);
  if (act.index >= act_count<P>) {
    const std::span<const std::string_view> names(detail::acts_of<P>.names, act_count<P>);
    return std::unexpected(detail::unknown_word(word_field::act, words.act, detail::owned(names)));
  }
  const auto kind = target_of<P>(act);
  event_record record{.at = words.at, .by = words.by, .act = words.act, .targets = target_kinds::of(kind)};
  if (auto fault = detail::put_target<P>(people, words.on, kind, record)) {
    fault->target = kind;
    fault->act = words.act;
    return std::unexpected(std::move(*fault));
  }
  event<P> e;
  detail::cast_index<P> index{people};
  (void)detail::resolve<P>(record, index, e);  // the target is the act's: it was put there
  return e;
}

/// The words of an event, which `read_event` makes the same event of, or why there are none. The texts are those of the
/// cast and of the protocol.
/// @snippet events_from_words.cpp back
template <protocol P>
[[nodiscard]] std::expected<event_words, unwritable> to_words(const cast<P>& people, const event<P>& e) {
  const auto record = to_record<P>(e, people.roster());
  if (!record) return std::unexpected(record.error());
  event_words words{.by = record->by, .act = record->act, .on = record->target_name, .at = record->at};
  if (record->targets.has(target_kind::option)) {
    if (record->option > max_options) return std::unexpected(unwritable::unknown_target);
    words.on = detail::option_word(record->option);
  }
  return words;
}
/// Of a temporary, nothing is lent.
template <protocol P>
std::expected<event_words, unwritable> to_words(const cast<P>&&, const event<P>&) = delete;

}  // namespace balint
