// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The keys of the lines of a JSON Lines log, and which lines have them.
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/detail/word_index.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace balint::detail {

/// Whether the events of a session follow its header, or each says which session it is of.
enum class line_form : std::uint8_t { log, stream };

/// The keys of lines: those of events, those of headers, and those that only events of a stream have. `session` is of
/// headers, and of events of a stream as well.
enum class line_key : std::uint8_t {
  at,
  by,
  act,
  on_case,
  option,
  rule,
  to,
  balint,
  protocol,
  session,
  people,
  seq,
  unknown
};

/// Their names.
inline constexpr std::array<std::string_view, 12> line_key_names{
    "at", "by", "act", "case", "option", "rule", "to", "balint", "protocol", "session", "people", "seq"};
[[nodiscard]] constexpr std::string_view name_of(line_key key) noexcept {
  return line_key_names[static_cast<std::size_t>(key)];
}

/// The key of that name in lines of a form; `unknown`: there is none.
[[nodiscard]] constexpr line_key find_line_key(std::string_view name, line_form form) noexcept {
  constexpr auto numbers = [] {
    std::array<std::uint64_t, line_key_names.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = name_key(line_key_names[i]);
    return all;
  }();
  const auto number = name_key(name);
  std::size_t i = 0;
  while (i < numbers.size() && (numbers[i] != number || line_key_names[i] != name)) ++i;
  const auto key = static_cast<line_key>(i);
  return key == line_key::seq && form == line_form::log ? line_key::unknown : key;
}

/// Whether a line may do without a key, so that `null` is as if it were absent.
[[nodiscard]] constexpr bool may_be_null(line_key key) noexcept {
  return key == line_key::at || key == line_key::seq || (key >= line_key::on_case && key <= line_key::to);
}

/// The kind of target that a key names; `none` for the others.
[[nodiscard]] constexpr target_kind target_named_by(line_key key) noexcept {
  switch (key) {
    case line_key::on_case: return target_kind::case_of;
    case line_key::option: return target_kind::option;
    case line_key::rule: return target_kind::rule;
    case line_key::to: return target_kind::person;
    default: return target_kind::none;
  }
}

/// Keys that a line has had.
class seen_keys {
 public:
  constexpr void insert(line_key key) noexcept { bits_ |= bit(key); }
  [[nodiscard]] constexpr bool has(line_key key) const noexcept { return (bits_ & bit(key)) != 0; }
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }

 private:
  static constexpr std::uint32_t bit(line_key key) noexcept { return std::uint32_t{1} << static_cast<unsigned>(key); }
  std::uint32_t bits_ = 0;
};

/// The keys that a header must have, in the order in which a message names the first that is missing.
inline constexpr std::array needed_of_header{line_key::balint, line_key::protocol, line_key::session, line_key::people};
/// The keys that an event must have; the last in a stream alone.
inline constexpr std::array needed_of_event{line_key::by, line_key::act, line_key::session};

/// What a line must have.
[[nodiscard]] constexpr std::span<const line_key> needed_keys(bool is_header, line_form form) noexcept {
  if (is_header) return needed_of_header;
  return std::span(needed_of_event).first(form == line_form::stream ? 3 : 2);
}

/// The keys that a line could have had, for a message; of a line that has had none, those of a header as well.
[[nodiscard]] inline std::string wanted_keys(bool is_header, line_form form, bool is_first) {
  constexpr std::string_view header = "balint, protocol, session or people";
  if (is_header) return std::string(header);
  std::string keys = form == line_form::stream ? "session, seq, " : "";
  keys += "at, by, act, case, option, rule or to";
  if (is_first) keys.append(", or in a header ").append(header);
  return keys;
}

}  // namespace balint::detail
