// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Logs of any format that the library reads, told apart by the ending of their names.
#include <balint/log/any/mapping_file.hpp>
#include <balint/log/csv/csv.hpp>
#include <balint/log/file/input_file.hpp>
#include <balint/log/jsonl/jsonl.hpp>
#include <balint/log/xes/xes.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace balint {

/// The formats of a log. OCEL is written only.
enum class log_format : std::uint8_t { jsonl, xes, xes_gz, csv, ocel };

/// Their names on a command line.
inline constexpr std::array<std::string_view, 5> log_format_names{"jsonl", "xes", "xes.gz", "csv", "ocel"};

/// The format of that name.
[[nodiscard]] inline std::optional<log_format> find_log_format(std::string_view name) {
  for (std::size_t i = 0; i < log_format_names.size(); ++i) {
    if (log_format_names[i] == name) return static_cast<log_format>(i);
  }
  return std::nullopt;
}
/// The format that the ending of a file's name says.
[[nodiscard]] inline std::optional<log_format> format_by_ending(std::string_view file) {
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

/// What reading a log came to.
struct log_read {
  /// How many sessions there were, or where and why reading stopped.
  std::expected<std::uint64_t, format_error> sessions;
  /// What the log has that no log of sessions holds.
  std::uint64_t left_out = 0;
};

/// Reads a log of a format that can be read, telling the visitor of each session.
template <typename Visitor>
log_read read_log(log_format format, std::FILE* file, const std::string& name, const xes_mapping& mapping,
                  Visitor&& visitor) {
  const auto with = [&](auto&& reader) {
    log_read done{reader.read(visitor)};
    if constexpr (requires { reader.left_out(); }) done.left_out = reader.left_out();
    return done;
  };
  switch (format) {
    case log_format::xes:
    case log_format::xes_gz: return with(xes_reader<>(file, name, mapping));
    case log_format::csv: return with(csv_reader<>(file, name));
    case log_format::jsonl: return with(jsonl_reader<>(file, name));
    case log_format::ocel: break;
  }
  return {std::unexpected(format_error{name, 0, 0, "a log in OCEL",
                                               "a log in jsonl, xes, xes.gz or csv: OCEL is written only", 0}),
          0};
}

/// Reads a mapping for logs of other programs.
[[nodiscard]] inline std::expected<xes_mapping, std::string> load_mapping(const std::string& name) {
  const auto file = open_input(name);
  if (!file) return std::unexpected(name + ": cannot be opened (" + file.error() + "), expected a mapping in JSON");
  constexpr std::size_t most = std::size_t{1} << 20U;
  std::string text(most + 1, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file->get()));
  if (std::ferror(file->get()) != 0) return std::unexpected(name + ": cannot be read, expected a mapping in JSON");
  if (text.size() > most) return std::unexpected(name + ": found more than 1 MiB, expected a mapping in JSON");
  auto mapping = read_mapping(text, name);
  if (!mapping)
    return std::unexpected(mapping.error().file + ": found " + mapping.error().found + ", expected " +
                           mapping.error().expected);
  return std::move(*mapping);
}

}  // namespace balint
