// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Why words make no event: which word, what was given, what is known.
#include <balint/vocabulary/id.hpp>
#include <balint/words/detail/sentence.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

/// A word of an event.
enum class word_field : std::uint8_t {
  by,   ///< Who.
  act,  ///< Which act.
  on,   ///< The act's target.
};
/// The name of a word of an event.
[[nodiscard]] constexpr std::string_view name_of(word_field field) noexcept {
  constexpr std::string_view names[]{"by", "act", "on"};
  return names[static_cast<std::size_t>(field)];
}

/// What is wrong with a word.
enum class word_fault : std::uint8_t {
  unknown,       ///< Nobody, no act or no rule of that name.
  missing,       ///< The act has a target, and none is given.
  superfluous,   ///< The act has no target, and one is given.
  no_number,     ///< The act is done to an option, and no number is given.
  out_of_range,  ///< The number of an option that no session has.
};
/// The name of what is wrong with a word.
[[nodiscard]] constexpr std::string_view name_of(word_fault why) noexcept {
  constexpr std::string_view names[]{"unknown", "missing", "superfluous", "no_number", "out_of_range"};
  return names[static_cast<std::size_t>(why)];
}

/// Why words make no event.
/// @snippet events_from_words.cpp misspelt
struct word_error {
  /// Which word.
  word_field field{};
  /// What is wrong with it.
  word_fault why{};
  /// What was given.
  std::string given = {};
  /// What could have been given: names of people, acts or rules; `message` lists no people. Of options it is empty:
  /// they are 1 to `max_options`.
  std::vector<std::string> known = {};
  /// The one of them that is spelt most like it; empty: none is near.
  std::string nearest = {};
  /// What the act is done to, where the word is its target.
  target_kind target = target_kind::none;
  /// The act by name, where it is known.
  std::string act = {};

  /// A sentence for a developer.
  [[nodiscard]] std::string message() const {
    const auto range = "options are 1 to " + std::to_string(max_options);
    switch (why) {
      case word_fault::missing: return "on: \"" + act + "\" needs " + std::string(wanted()) + "; none was given";
      case word_fault::superfluous:
        return "on: \"" + act + "\" takes no target, but " + detail::quoted(given) + " was given";
      case word_fault::no_number: return "on: " + detail::quoted(given) + " is not the number of an option; " + range;
      case word_fault::out_of_range: return "on: option " + given + " is out of range; " + range;
      case word_fault::unknown: break;
    }
    const bool is_person = field == word_field::by || (field == word_field::on && target != target_kind::rule);
    return std::string(name_of(field)) + ": " + detail::quoted(given) +
           (field == word_field::act ? " is not an act of the protocol"
            : is_person              ? " is not in the group"
                                     : " is not a rule of the protocol") +
           detail::hint(nearest, is_person ? std::vector<std::string>() : known);
  }

 private:
  [[nodiscard]] std::string_view wanted() const noexcept {
    switch (target) {
      case target_kind::case_of: return "the case of a person";
      case target_kind::option: return "an option, by number";
      case target_kind::rule: return "a rule";
      default: return "a person";
    }
  }
};

}  // namespace balint
