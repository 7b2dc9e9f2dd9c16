// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A file that is read, or standard input.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <expected>
#include <memory>
#include <string>

namespace balint {

/// Closes a file that was opened; standard input is left open, for it is not ours.
struct close_input {
  /// Closes it.
  void operator()(std::FILE* file) const noexcept {
    if (file != stdin) std::fclose(file);
  }
};
/// A file that is open as long as this lives, as the readers of logs take it: `file.get()`.
using input_file = std::unique_ptr<std::FILE, close_input>;

/// Opens a file to be read, `-` being standard input; or says why it cannot be.
[[nodiscard]] inline std::expected<input_file, std::string> open_input(const std::string& name) {
  input_file file(name == "-" ? stdin : std::fopen(name.c_str(), "rb"));
  if (file == nullptr) return std::unexpected(std::string(std::strerror(errno)));
  return file;
}

}  // namespace balint
