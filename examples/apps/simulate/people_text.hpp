// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// People as a scenario lists them.
#include "value.hpp"

#include <balint/log/header_record.hpp>

#include <fmt/format.h>

#include <span>
#include <string>

/// A `[[people]]` of each person, as TOML.
[[nodiscard]] inline std::string people_text(std::span<const balint::person_record> people) {
  std::string out;
  const auto add = [&out](const char* key, const value& what) { out += fmt::format("{} = {}\n", key, what.text()); };
  for (const auto& one : people) {
    out += "\n[[people]]\n";
    add("id", {one.id});
    value::list offices;
    for (const auto& office : one.offices) offices.push_back({office});
    add("offices", {offices});
    if (!one.profession.empty()) add("profession", {one.profession});
    if (one.less_experienced) add("less_experienced", {true});
    if (one.grades) add("grades", {true});
  }
  return out;
}
