// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The attributes of XES logs that are the library's own: docs/reference/balint.xesext describes them.
#include <balint/log/detail/person_fields.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace balint::detail::xes {

/// Whether a namespace is that of XES, which a log may give a prefix: of the standard, or of the program before it.
[[nodiscard]] constexpr bool is_namespace(std::string_view uri) noexcept {
  if (uri.ends_with('/')) uri.remove_suffix(1);
  return uri == "http://www.xes-standard.org" || uri == "http://code.deckfour.org/xes";
}

inline constexpr std::string_view extension = "urn:balint:xesext:1";
inline constexpr std::string_view version = "balint:version";
inline constexpr std::string_view protocol = "balint:protocol";
inline constexpr std::string_view people = "balint:people";
inline constexpr std::string_view person = "balint:person";

/// What the keys of the library's own attributes begin with.
inline constexpr std::string_view own = "balint:";

/// The key of a field of a person, which is an attribute of `person`.
[[nodiscard]] inline std::string key_of(person_field field) {
  return std::string(own).append(person_field_names[static_cast<std::size_t>(field)]);
}
/// The field of a person that a key names; the id is no attribute, it is the value of `person`.
[[nodiscard]] constexpr std::optional<person_field> find_field(std::string_view key) noexcept {
  if (!key.starts_with(own)) return std::nullopt;
  const auto field = find_person_field(key.substr(own.size()));
  return field == person_field::id ? std::nullopt : field;
}

}  // namespace balint::detail::xes
