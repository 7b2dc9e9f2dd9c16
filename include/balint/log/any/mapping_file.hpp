// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads a mapping for XES logs of other programs from JSON: docs/reference/formats.md describes it.
#include <balint/log/any/detail/mapping_parts.hpp>
#include <balint/log/detail/encoding.hpp>
#include <balint/log/file/input_file.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/mapping.hpp>

#include <simdjson.h>

#include <cstddef>
#include <cstdio>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace balint {

/// Reads a mapping from JSON text; `file` names it in errors.
[[nodiscard]] inline std::expected<log_mapping, format_error> read_mapping(std::string_view json, std::string file) {
  simdjson::dom::parser parser;
  simdjson::dom::object all;
  const auto no = [&](std::string found, std::string expected) {
    return std::unexpected(format_error{std::move(file), 0, 0, std::move(found), std::move(expected), 0});
  };
  if (auto wide = detail::wide_encoding_fault(json)) return no(std::move(wide->found), std::move(wide->expected));
  json = detail::without_mark(json);
  if (const auto error = parser.parse(json.data(), json.size(), true).get(all)) {
    return no(std::string("no mapping (") + simdjson::error_message(error) + ")", "one JSON object");
  }
  detail::mapping_parts parts(all);
  if (!parts.is_good()) return no(std::move(parts.fault.found), std::move(parts.fault.expected));
  return std::move(parts.made);
}

/// Reads a mapping from a file of at most 1 MiB; or says, in one line for a person, what is wrong with it.
[[nodiscard]] inline std::expected<log_mapping, std::string> load_mapping(const std::string& name) {
  constexpr std::size_t most = std::size_t{1} << 20U;
  const auto file = open_input(name);
  if (!file) return std::unexpected(name + ": cannot be opened (" + file.error() + "), expected a mapping in JSON");
  std::string text(most + 1, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file->get()));
  if (std::ferror(file->get()) != 0) return std::unexpected(name + ": cannot be read, expected a mapping in JSON");
  if (text.size() > most) return std::unexpected(name + ": found more than 1 MiB, expected a mapping in JSON");
  auto mapping = read_mapping(text, name);
  if (mapping) return std::move(*mapping);
  const auto& why = mapping.error();
  return std::unexpected(why.file + ": found " + why.found + ", expected " + why.expected);
}

}  // namespace balint
