// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The file that a report is written to: nothing half-written ever stands under its name.
#include <fmt/format.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

/// Standard output, or a file that is written beside its name and gets it at the end. What is no regular file, such as
/// a device or a pipe, is written to as it is.
class report_file {
 public:
  /// Opens it; without a name it is standard output.
  explicit report_file(const std::string& name) {
    if (name.empty()) {
      stream_ = stdout;
      return;
    }
    struct stat about {};
    const bool is_there = stat(name.c_str(), &about) == 0;
    if (is_there && !S_ISREG(about.st_mode)) {
      stream_ = std::fopen(name.c_str(), "wb");
    } else {
      name_ = behind_links(name);
      beside_ = name_ + ".XXXXXX";
      const int file = mkstemp(beside_.data());
      if (file >= 0) {
        const auto mask = umask(0);
        umask(mask);
        stream_ = fchmod(file, is_there ? about.st_mode & 0777U : 0666U & ~mask) == 0 ? fdopen(file, "wb") : nullptr;
        if (stream_ == nullptr) close(file);
      } else {
        beside_.clear();
      }
    }
    if (stream_ == nullptr) error_ = std::strerror(errno);
  }
  report_file(const report_file&) = delete;
  report_file& operator=(const report_file&) = delete;
  /// Takes away what did not get its name.
  ~report_file() {
    if (stream_ != nullptr && stream_ != stdout) std::fclose(stream_);
    if (!beside_.empty()) unlink(beside_.c_str());
  }

  /// The stream to write to; null: see `error`.
  [[nodiscard]] std::FILE* stream() const noexcept { return stream_; }
  [[nodiscard]] const std::string& error() const noexcept { return error_; }
  /// Whether one of these logs is what the report would stand in the place of.
  [[nodiscard]] bool would_replace(const std::vector<std::string>& logs) const {
    struct stat report {};
    if (name_.empty() || stat(name_.c_str(), &report) != 0) return false;
    for (const auto& log : logs) {
      struct stat about {};
      if (stat(log.c_str(), &about) == 0 && about.st_dev == report.st_dev && about.st_ino == report.st_ino) return true;
    }
    return false;
  }
  /// Ends the report and gives the file its name; false: it could not be written.
  [[nodiscard]] bool finish() {
    bool is_good = std::fflush(stream_) == 0 && std::ferror(stream_) == 0;
    if (beside_.empty()) return is_good;
    is_good = fsync(fileno(stream_)) == 0 && is_good;
    is_good = std::fclose(stream_) == 0 && is_good;
    stream_ = nullptr;
    if (!is_good || std::rename(beside_.c_str(), name_.c_str()) != 0) return false;
    beside_.clear();
    return true;
  }

 private:
  /// Where a name leads: a link stays a link.
  [[nodiscard]] static std::string behind_links(const std::string& name) {
    char path[PATH_MAX];
    return realpath(name.c_str(), path) == nullptr ? name : std::string(path);
  }

  std::FILE* stream_ = nullptr;
  std::string name_;
  std::string beside_;
  std::string error_;
};
