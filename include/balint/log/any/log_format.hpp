// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The formats of logs, by name and by the ending of a file's name.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace balint {

/// The formats of a log. OCEL is written only.
enum class log_format : std::uint8_t {
  jsonl,   ///< JSON Lines.
  xes,     ///< XES.
  xes_gz,  ///< XES, compressed with gzip when it is written; read as `xes`, which knows it by itself.
  csv,     ///< CSV.
  ocel,    ///< OCEL 2.0 in JSON.
};

/// Their names, as on a command line.
inline constexpr std::array<std::string_view, 5> log_format_names{"jsonl", "xes", "xes.gz", "csv", "ocel"};

/// The format of that name.
[[nodiscard]] constexpr std::optional<log_format> find_log_format(std::string_view name) noexcept {
  for (std::size_t i = 0; i < log_format_names.size(); ++i) {
    if (log_format_names[i] == name) return static_cast<log_format>(i);
  }
  return std::nullopt;
}
/// Whether a file's name ends so, in small letters or in capitals, as `LOG.CSV` ends in `.csv`.
[[nodiscard]] constexpr bool has_ending(std::string_view file, std::string_view ending) noexcept {
  if (file.size() < ending.size()) return false;
  const auto end = file.substr(file.size() - ending.size());
  for (std::size_t i = 0; i < ending.size(); ++i) {
    const char small = end[i] >= 'A' && end[i] <= 'Z' ? static_cast<char>(end[i] - 'A' + 'a') : end[i];
    if (small != ending[i]) return false;
  }
  return true;
}
/// The format that the ending of a file's name says, in small letters or in capitals, with `.gz` behind it or without.
[[nodiscard]] constexpr std::optional<log_format> format_by_ending(std::string_view file) noexcept {
  constexpr std::array<std::pair<std::string_view, log_format>, 5> endings{{{".jsonl", log_format::jsonl},
                                                                            {".xes", log_format::xes},
                                                                            {".csv", log_format::csv},
                                                                            {".jsonocel", log_format::ocel},
                                                                            {".json", log_format::ocel}}};
  const bool is_packed = has_ending(file, ".gz");
  if (is_packed) file.remove_suffix(3);
  for (const auto& [ending, format] : endings) {
    if (has_ending(file, ending)) return is_packed && format == log_format::xes ? log_format::xes_gz : format;
  }
  return std::nullopt;
}

}  // namespace balint
