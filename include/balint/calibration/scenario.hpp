// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Estimates as a part of a scenario file: policies with parameters, and where these come from.
#include <balint/calibration/calibrate.hpp>
#include <balint/calibration/detail/number_text.hpp>
#include <balint/calibration/estimate.hpp>
#include <balint/calibration/limits.hpp>
#include <balint/calibration/parameters.hpp>
#include <balint/calibration/recorded_sessions.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/simulation/policies/talking.hpp>
#include <balint/vocabulary/id.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace balint::calibration {

/// The TOML of a policy `estimated` with what was estimated from a file, and of one for everybody who has a rate,
/// called as the person is but for points; with the provenance of each number. What was not estimated is left to the
/// defaults, and what cannot be is listed in comments. With people of several groups, those of the first group that has
/// rates are taken.
template <protocol P>
[[nodiscard]] std::string scenario_of(const estimates<P>& found, std::string_view file) {
  std::string from = "\"estimated(";
  for (const char c : file) {
    if (c == '"' || c == '\\') from += '\\';
    from += c;
  }
  from += ")\"";
  std::string values;
  std::string sources;
  const auto add = [&](std::string_view key, double value) {
    values += std::string(key) + " = " + detail::toml_of(value) + '\n';
    sources += "source." + std::string(key) + " = " + from + '\n';
  };
  const std::pair<std::string_view, const std::optional<estimate>*> all[]{
      {"again", &found.again},   {"recent", &found.recent},     {"open", &found.open},    {"asked", &found.asked},
      {"passes", &found.passes}, {"declines", &found.declines}, {"leaves", &found.leaves}};
  for (const auto& [key, one] : all) {
    if (*one) add(key, (*one)->value);
  }
  bool is_any_length = false;
  for (std::size_t i = 0; i < act_count<P>; ++i) {
    const act_id<P> act{static_cast<std::uint16_t>(i)};
    const auto length = length_of(found, act);
    if (!length) continue;
    is_any_length = true;
    values += "median." + std::string(name_of<P>(act)) + " = " + detail::toml_of(length->median / 1000) + '\n';
    values += "spread." + std::string(name_of<P>(act)) + " = " + detail::toml_of(length->spread) + '\n';
  }
  if (is_any_length) sources += "source.median = " + from + "\nsource.spread = " + from + '\n';

  std::string text = "# " + std::to_string(found.sessions) + " sessions, " + std::to_string(found.turns) +
                     " free turns. These cannot be estimated from records, and are assumed:\n";
  for (const auto& one : not_identifiable) text += "# - " + std::string(one.name) + ": " + std::string(one.why) + '\n';
  text += "[policies.estimated]\n" + values + sources;
  std::string plays = "\n[play]\neverybody = \"estimated\"\n";
  // The base is the default's: the level of rates is not identified, and people differ from it by what was estimated.
  const double base = std::round(simulation::talking<P>{}.base.factors_of_two / 9.454846064) / 10'000;
  for (const auto& one : found.rates) {
    if (one.who.group != found.rates.front().who.group) continue;
    auto policy = one.who.person;  // a point would part a key
    std::ranges::replace(policy, '.', '_');
    text += "\n[policies." + policy + "]\nlike = \"estimated\"\nbase = " + detail::toml_of(base + one.more.value) +
            "\nsource.base = " + from + '\n';
    const std::string_view quote = policy == one.who.person ? "" : "\"";
    plays.append(quote).append(one.who.person).append(quote) += " = \"" + policy + "\"\n";
  }
  return text + plays;
}

}  // namespace balint::calibration
