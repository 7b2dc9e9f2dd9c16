// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The attributes of XES logs that are the library's own: docs/reference/balint.xesext describes them.
#include <string_view>

namespace balint::detail::xes {

inline constexpr std::string_view extension = "urn:balint:xesext:1";
inline constexpr std::string_view version = "balint:version";
inline constexpr std::string_view protocol = "balint:protocol";
inline constexpr std::string_view people = "balint:people";
inline constexpr std::string_view person = "balint:person";
inline constexpr std::string_view offices = "balint:offices";
inline constexpr std::string_view consent = "balint:consent";
inline constexpr std::string_view profession = "balint:profession";
inline constexpr std::string_view less_experienced = "balint:less_experienced";
inline constexpr std::string_view grades = "balint:grades";
inline constexpr std::string_view transition = "lifecycle:transition";

}  // namespace balint::detail::xes
