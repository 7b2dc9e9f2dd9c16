// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Estimates as a table: the rows of calibration.csv.
#include <balint/calibration/calibrate.hpp>
#include <balint/calibration/detail/number_text.hpp>
#include <balint/calibration/estimate.hpp>
#include <balint/calibration/limits.hpp>
#include <balint/calibration/recorded_sessions.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/id.hpp>

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace balint::calibration {

/// The columns of the table.
inline constexpr std::string_view table_columns =
    "parameter,group,person,act,stage,estimate,error,low,high,n,method,note";

namespace detail {
/// A cell as CSV has it.
[[nodiscard]] inline std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}
/// Whom or what a row is about.
struct row_of {
  std::string_view parameter;
  std::string_view group = "";
  std::string_view person = "";
  std::string_view act = "";
  std::string_view stage = "";
};
inline void add_row(std::string& to, const row_of& about, const estimate* found, std::size_t n, std::string_view method,
                    std::string_view note) {
  for (const auto part : {about.parameter, about.group, about.person, about.act, about.stage}) to += cell(part) + ',';
  if (found != nullptr) {
    for (const double x : {found->value, found->error, found->low, found->high}) to += text_of(x) + ',';
  } else {
    to += ",,,,";
  }
  to += std::to_string(n) + ',' + cell(method) + ',' + cell(note) + '\n';
}
}  // namespace detail

/// The table: its columns, a row of each estimate, one of each that the records are too few for, and one of each that
/// no record shows. Durations are in seconds.
template <protocol P>
[[nodiscard]] std::string table_of(const estimates<P>& found) {
  std::string to = std::string(table_columns) + '\n';
  const auto add = [&](std::string_view name, const std::optional<estimate>& one, std::string_view method) {
    if (one) detail::add_row(to, {name}, &*one, one->n, method, "");
  };
  constexpr std::string_view logit = "conditional logit";
  add("again", found.again, logit);
  add("recent", found.recent, logit);
  add("open", found.open, logit);
  add("asked", found.asked, logit);
  for (const auto& one : found.rates)
    detail::add_row(to, {"rate", one.who.group, one.who.person}, &one.more, one.more.n, logit, "");
  add("spread_of_rates", found.spread_of_rates, "hierarchical conditional logit");
  add("passes", found.passes, "Beta(1/2,1/2)");
  add("declines", found.declines, "Beta(1/2,1/2)");
  add("leaves", found.leaves, "Beta(1/2,1/2)");
  for (const auto& one : found.durations) {
    const detail::row_of about{"log_of_median", "", "", name_of<P>(one.act), name_of<P>(one.stage)};
    estimate seconds = one.log_of_median;
    for (double* part : {&seconds.value, &seconds.low, &seconds.high}) *part -= std::log(1000.0);
    detail::add_row(to, about, &seconds, seconds.n, "lognormal", "pause and talk together, in seconds");
    const estimate spread{one.spread, 0, 0, 0, seconds.n};
    auto row = about;
    row.parameter = "spread";
    for (const auto part : {row.parameter, row.group, row.person, row.act, row.stage}) to += detail::cell(part) + ',';
    to += detail::text_of(spread.value) + ",,,," + std::to_string(spread.n) + ",lognormal,\n";
  }
  for (const auto& one : found.not_estimated) {
    const bool is_of_act = one.act.index < act_count<P>;
    detail::add_row(
        to,
        {one.parameter, one.who.group, one.who.person, is_of_act ? name_of<P>(one.act) : "",
         is_of_act ? name_of<P>(one.stage) : ""},
        nullptr, one.n, "too few",
        std::to_string(one.n) + ' ' + std::string(one.what) + ", and " + std::to_string(one.least) + " are needed");
  }
  for (const auto& one : not_identifiable) detail::add_row(to, {one.name}, nullptr, 0, "not identifiable", one.why);
  return to;
}

}  // namespace balint::calibration
