// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The words that messages are made of: a language of the catalogue, or words of your own.
#include <balint/text/catalogue.hpp>
#include <balint/text/language.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace balint {

/// Words of your own: called with a key of the catalogue, they answer with a text, or with nothing where the
/// catalogue's is meant. What a text refers to has to last as long as the call that asks for a message.
template <typename Own>
concept own_words = requires(const Own& own, std::string_view key) {
  { own(key) } -> std::same_as<std::optional<std::string_view>>;
};

/// Where messages take their words from. Every function that makes a text takes one, last: a `language`, or words of
/// your own, `message<P>(refusal, names, my_words)`, which are referred to and not copied.
///
/// Words that count otherwise than English does have a member `form(n)`: the ending of the key for that number,
/// such as `few`. Without it, `one` is the form of 1, and the key itself that of the rest.
/// @snippet own_words.cpp words
class wording {
 public:
  /// The words of the catalogue.
  constexpr wording(language in = language::english) noexcept : in_(in) {}  // NOLINT(google-explicit-constructor)
  /// Words of your own; what they do not say comes from a language of the catalogue.
  template <own_words Own>
    requires(!std::is_function_v<Own> && !std::same_as<Own, wording>)
  constexpr wording(const Own& mine, language rest = language::english) noexcept  // NOLINT
      : own_(&mine),
        say_([](const void* words, std::string_view key) { return (*static_cast<const Own*>(words))(key); }),
        in_(rest) {
    if constexpr (requires(std::uint64_t n) { std::string_view(mine.form(n)); })
      form_ = [](const void* words, std::uint64_t n) {
        return std::string_view(static_cast<const Own*>(words)->form(n));
      };
  }
  /// The same from a function.
  constexpr wording(std::optional<std::string_view> (*mine)(std::string_view),  // NOLINT(google-explicit-constructor)
                    language rest = language::english) noexcept
      : function_(mine), in_(rest) {}

  /// The text of a key, or an empty one if there is none.
  [[nodiscard]] constexpr std::string_view operator()(std::string_view key) const {
    const auto mine = own(key);
    return mine ? *mine : find_phrase(key, in_);
  }
  /// Whether there is a text of a key; one of your own may be empty.
  [[nodiscard]] constexpr bool has(std::string_view key) const { return own(key) || !find_phrase(key, in_).empty(); }
  /// What words of your own say for a key; nothing: they leave it to the catalogue, or there are none.
  [[nodiscard]] constexpr std::optional<std::string_view> own(std::string_view key) const {
    if (say_ != nullptr) return say_(own_, key);
    if (function_ != nullptr) return function_(key);
    return {};
  }
  /// The ending of the keys for that number; empty: the key has none.
  [[nodiscard]] constexpr std::string_view form(std::uint64_t n) const {
    if (form_ != nullptr) return form_(own_, n);
    return n == 1 ? "one" : "";
  }
  /// The language of the catalogue for what is not said in words of your own.
  [[nodiscard]] constexpr language otherwise() const noexcept { return in_; }

 private:
  const void* own_ = nullptr;
  std::optional<std::string_view> (*say_)(const void*, std::string_view) = nullptr;
  std::string_view (*form_)(const void*, std::uint64_t) = nullptr;
  std::optional<std::string_view> (*function_)(std::string_view) = nullptr;
  language in_;
};

/// A word as a person reads it: `say("act", "tell_story")`. A word of a protocol of your own reads as its name with
/// spaces, unless words of your own have it.
[[nodiscard]] inline std::string say(std::string_view kind, std::string_view name, const wording& in = {}) {
  std::string key(kind);
  key += '.';
  key += name;
  if (in.has(key)) return std::string(in(key));
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

}  // namespace balint
