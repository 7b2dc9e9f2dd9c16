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
/// The format that the ending of a file's name says.
[[nodiscard]] constexpr std::optional<log_format> format_by_ending(std::string_view file) noexcept {
  constexpr std::array<std::pair<std::string_view, log_format>, 6> endings{{{".jsonl", log_format::jsonl},
                                                                            {".xes", log_format::xes},
                                                                            {".xes.gz", log_format::xes_gz},
                                                                            {".csv", log_format::csv},
                                                                            {".jsonocel", log_format::ocel},
                                                                            {".json", log_format::ocel}}};
  for (const auto& [ending, format] : endings) {
    if (file.ends_with(ending)) return format;
  }
  return std::nullopt;
}

}  // namespace balint
