// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a session of any protocol answers, in words: a refusal, and what is owed.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/obligation.hpp>
#include <balint/session/refusal.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/detail/sentence.hpp>
#include <balint/words/word_error.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

/// Something that a stage still owes, in words.
struct owed_words {
  /// What kind of thing is owed.
  debt owes = debt::nothing;
  /// The act that is owed; empty where a case or an option is.
  std::string_view act = {};
  /// By whom, by name: those who still owe it, or those of whom one may do it.
  std::vector<std::string> by = {};
  /// For what every option is owed: how many lack it.
  std::size_t options = 0;
  /// For what every option is owed: the first that lacks it.
  option_id first_option = {};
  /// The rule that would be broken.
  std::string_view rule = {};

  friend bool operator==(const owed_words&, const owed_words&) = default;
};

/// Why a session of any protocol does not take what was said: a word that was not understood, or a refusal.
struct any_refusal {
  /// The word that was not understood; then the rest says nothing.
  std::optional<word_error> word = {};
  /// Why the session says no.
  balint::code code{};
  /// The rule that stands against it, by name; empty: none does.
  std::string_view rule = {};
  /// The source of that rule: an ID of the requirements.
  std::string_view source = {};
  /// The act that was refused, by name.
  std::string_view act = {};
  /// The stage that the session is in, by name.
  std::string_view stage = {};
  /// The acts that the same person may do now, by name.
  std::vector<std::string_view> legal = {};
  /// Those of them by which the session goes on with everybody: to leave, or to end it all, is a right and no advice.
  std::vector<std::string_view> going_on = {};
  /// For `stage_incomplete`: the first thing owed.
  std::optional<owed_words> owed = {};

  /// A sentence for a developer. For one that a person reads, `visit` the session and use `message` of the text
  /// component.
  [[nodiscard]] std::string message() const {
    if (word) return word->message();
    std::string text(act);
    text.append(" is refused in ").append(stage).append(": ").append(name_of(code));
    if (!rule.empty()) text.append(" (").append(rule).append(")");
    if (owed && !owed->act.empty()) {
      text.append("; still open: ").append(owed->act);
      if (!owed->by.empty()) text += " (" + detail::in_a_row(owed->by) + ")";
    }
    if (!going_on.empty()) text += "; can be done now: " + detail::in_a_row(detail::owned(going_on));
    return text;
  }
};

namespace detail {

/// An obligation in words.
template <protocol P>
[[nodiscard]] owed_words in_words(const obligation<P>& owed, const cast<P>& people) {
  owed_words words{.owes = owed.owes, .options = owed.options, .first_option = owed.first_option};
  if (owed.owes == debt::an_act) words.act = name_of<P>(owed.act);
  for (const auto who : owed.by) words.by.emplace_back(people.name_of(who));
  if (owed.rule != no_rule) words.rule = name_of<P>(owed.rule);
  return words;
}
/// A refusal in words.
template <protocol P>
[[nodiscard]] any_refusal in_words(const refusal<P>& no, const cast<P>& people) {
  any_refusal words{.code = no.code, .act = name_of<P>(no.refused.act), .stage = name_of<P>(no.stage)};
  if (no.rule != no_rule) {
    words.rule = name_of<P>(no.rule);
    words.source = source_of<P>(no.rule);
  }
  for (const auto act : no.legal) {
    const auto name = words.legal.emplace_back(name_of<P>(act));
    const auto does = table_of<P>.acts[act.index].does;
    if (does != effect::terminates && does != effect::withdraws && does != effect::drops)
      words.going_on.push_back(name);
  }
  if (no.owed) words.owed = in_words<P>(no.owed, people);
  return words;
}

}  // namespace detail
}  // namespace balint
