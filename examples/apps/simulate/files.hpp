// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Files of results: written whole or not at all, and what cannot be written is said.
#include <balint/log/any/log_format.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

/// Says what cannot be; the exit code.
int complain(const std::string& what);

/// What an output is called in a complaint.
[[nodiscard]] inline std::string name_of_output(const std::string& name) {
  return name == "-" ? "standard output" : name;
}
/// The exit code of what was done, once all of standard output has arrived; says if it has not.
[[nodiscard]] int end_of_output();

/// A folder that is gone when this is.
class temporary_folder {
 public:
  temporary_folder() {
    std::error_code error;
    auto name = (std::filesystem::temp_directory_path(error) / "simulate-XXXXXX").string();
    if (!error && ::mkdtemp(name.data()) != nullptr) name_ = name;
  }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;
  ~temporary_folder() {
    std::error_code ignored;
    if (!name_.empty()) std::filesystem::remove_all(name_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& name() const { return name_; }

 private:
  std::filesystem::path name_;
};

/// Writes a whole file; false: it could not, which is said.
[[nodiscard]] bool write_file(const std::string& name, std::string_view text);
/// Copies a file.
[[nodiscard]] bool copy_file(const std::filesystem::path& from, const std::string& to);
/// Writes a log in JSON Lines in another format, or copies it.
[[nodiscard]] bool write_log(const std::filesystem::path& log, const std::string& to, balint::log_format format,
                             bool is_packed);
