// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Why a group cannot be formed, in words: a condition says which it is.
#include <balint/group/advisory.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/text/detail/filling.hpp>
#include <balint/text/pseudonyms.hpp>
#include <balint/text/wording.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

namespace detail {

/// What a message needs to know of a condition.
struct condition_words {
  std::string_view text = {};    ///< Its own text.
  balint::code code{};           ///< What it would be called of the lead or of the supervisor.
  std::string_view office = {};  ///< The office it is about.
  std::string_view other = {};   ///< Another office.
  unsigned least = 0;
  std::vector<std::string_view> professions = {};
};

template <typename Condition>
[[nodiscard]] condition_words words_of() {
  condition_words words;
  if constexpr (requires { Condition::error; }) words.code = Condition::error;
  if constexpr (requires { std::string_view(Condition::text); }) words.text = Condition::text;
  if constexpr (requires { Condition::office::name; }) words.office = Condition::office::name;
  if constexpr (requires { Condition::other::name; }) words.other = Condition::other::name;
  if constexpr (requires { Condition::least; }) words.least = Condition::least;
  if constexpr (requires { Condition::professions; })
    words.professions.assign(Condition::professions.begin(), Condition::professions.end());
  return words;
}
/// The words of a condition by its position.
template <template <typename...> typename List, typename... Conditions>
[[nodiscard]] condition_words words_at(List<Conditions...>, std::size_t at) {
  condition_words words;
  std::size_t i = 0;
  ((i++ == at ? void(words = words_of<Conditions>()) : void()), ...);
  return words;
}

/// The key for a condition of your own made of the library's parts.
[[nodiscard]] constexpr std::string_view key_of_condition(code like) noexcept {
  switch (like) {
    case code::too_few_participants: return "condition.at_least";
    case code::no_leader:
    case code::no_supervisor: return "condition.somebody";
    case code::several_leaders: return "condition.no_rival";
    case code::supervisor_takes_part: return "condition.stands_apart";
    case code::leader_takes_part: return "condition.from_outside";
    case code::leader_must_be_member: return "condition.from_within";
    case code::supervisor_profession: return "condition.professed";
    default: return "formation.condition_broken";
  }
}
/// The key, or the one for a protocol where the catalogue has it.
[[nodiscard]] inline std::string key_in(std::string_view key, std::string_view protocol, const wording& in) {
  std::string own(key);
  own += '.';
  own += protocol;
  return !in.has(own) || (in.own(key) && !in.own(own)) ? std::string(key) : own;
}

}  // namespace detail

/// Why a group of P cannot be formed. People who did not agree are counted; their ids are added where asked for.
template <protocol P>
[[nodiscard]] std::string message(const formation_error& error, const pseudonyms& names, naming how = naming::counted,
                                  const wording& in = {}) {
  const auto words = detail::words_at(typename P::formation{}, error.condition);
  const bool is_own = error.code == code::condition_broken && !error.is_of_an_entry();
  const bool is_private = error.code == code::not_voluntary;
  const auto who = error.who.empty() ? std::string(in("word.somebody")) : detail::people(error.who, names, in);
  std::vector<std::string> professions;
  for (const auto one : words.professions) professions.push_back(say("profession", one, in));
  std::string text(words.text);
  if (text.empty()) {
    std::string key = "formation.";
    key += name_of(error.code);
    key = error.condition == pseudonym_condition ? "formation.entry.id"
          : error.condition == office_condition  ? "formation.entry.office"
          : is_own                               ? std::string(detail::key_of_condition(words.code))
                                                 : detail::key_in(key, P::name, in);
    const auto n = error.who.empty() ? 1 : error.who.size();
    text = detail::fill(
        detail::key_for(key, n, in), in, fmt::arg("people", who), fmt::arg("n", detail::in_words(n, in)),
        fmt::arg("most", max_people), fmt::arg("least", words.least),
        fmt::arg("holders", say("roles", words.office, in)), fmt::arg("office", say("role", words.office, in)),
        fmt::arg("other", say("role", words.other, in)), fmt::arg("others", say("roles", words.other, in)),
        fmt::arg("professions", detail::listed(professions, "word.or", in)),
        fmt::arg("protocol", say("protocol", P::name, in)));
  }
  const bool names_people = !error.who.empty() && (is_own || (is_private && how == naming::by_id));
  return names_people ? detail::fill("with_people", in, fmt::arg("text", text), fmt::arg("people", who)) : text;
}

}  // namespace balint
