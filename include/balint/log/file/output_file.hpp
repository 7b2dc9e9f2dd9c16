// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A file that gets its name once it is whole: nobody ever finds half a log or half a report. For POSIX systems.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace balint {

/// Writes to a new file beside the one that is wanted, and renames it on `keep`; a file that is not kept is removed.
///
/// What the name had stays as it was until then. A link stays a link: the file that it leads to is replaced, which
/// keeps its permissions. A device, a pipe or another thing that is no regular file is written to as it is. The new
/// file has a name that no other has, so that an interrupted program leaves nothing that stops the next.
class output_file {
 public:
  /// Opens the file; without a name it is standard output.
  explicit output_file(const std::filesystem::path& name = {}) {
    if (name.empty()) {
      stream_ = stdout;
      return;
    }
    struct stat there{};
    const bool is_there = ::stat(name.c_str(), &there) == 0;
    if (is_there && !S_ISREG(there.st_mode)) {
      stream_ = std::fopen(name.c_str(), "wb");
    } else {
      name_ = end_of_links(name);
      open_beside(is_there ? there.st_mode & permissions : usual_permissions, is_there);
    }
    if (stream_ == nullptr) error_ = errno;
  }
  /// One writer for one file.
  output_file(const output_file&) = delete;
  /// One writer for one file.
  output_file& operator=(const output_file&) = delete;
  /// Removes what was not kept.
  ~output_file() {
    if (stream_ != nullptr && stream_ != stdout) std::fclose(stream_);
    remove_beside();
  }

  /// Whether everything went well so far.
  [[nodiscard]] bool is_good() const noexcept { return error_ == 0; }
  /// What did not, for a person.
  [[nodiscard]] std::string why() const { return std::strerror(error_); }
  /// The stream to write to; null: the file could not be opened, or it has been kept.
  [[nodiscard]] std::FILE* stream() const noexcept { return stream_; }
  /// Whether `keep` would replace this file: a program that reads it should refuse to write here.
  [[nodiscard]] bool replaces(const std::filesystem::path& other) const {
    struct stat mine{};
    struct stat its{};
    return !name_.empty() && ::stat(name_.c_str(), &mine) == 0 && ::stat(other.c_str(), &its) == 0 &&
           mine.st_dev == its.st_dev && mine.st_ino == its.st_ino;
  }

  /// Writes a piece; false: it could not.
  bool write(std::string_view piece) {
    if (is_good() && std::fwrite(piece.data(), 1, piece.size(), stream_) != piece.size()) fail();
    return is_good();
  }
  /// Gives the file its name once all of it is on the disk; false: it could not, and what the name had is as it was.
  [[nodiscard]] bool keep() {
    if (!is_good() || stream_ == nullptr) return false;
    if (std::ferror(stream_) != 0 || std::fflush(stream_) != 0) fail();
    if (beside_.empty()) return is_good();
    if (is_good() && ::fsync(::fileno(stream_)) != 0) fail();
    if (std::fclose(std::exchange(stream_, nullptr)) != 0) fail();
    if (is_good() && std::rename(beside_.c_str(), name_.c_str()) != 0) fail();
    if (is_good()) beside_.clear();
    remove_beside();
    return is_good();
  }

 private:
  static constexpr ::mode_t permissions = 0777;
  static constexpr ::mode_t usual_permissions = 0666;

  /// Remembers the first thing that went wrong.
  void fail() noexcept {
    if (error_ == 0) error_ = errno == 0 ? EIO : errno;
  }
  /// Where a name leads, whether or not there is a file yet.
  [[nodiscard]] static std::filesystem::path end_of_links(std::filesystem::path name) {
    constexpr int most = 40;  // As many as Linux follows.
    std::error_code none;
    for (int i = 0; i < most && std::filesystem::is_symlink(name, none); ++i) {
      const auto target = std::filesystem::read_symlink(name, none);
      if (none) break;
      name = target.is_absolute() ? target : name.parent_path() / target;
    }
    return name;
  }
  /// Opens a file beside the wanted one, under a name that no other has.
  void open_beside(::mode_t mode, bool is_exact) {
    int file = -1;
    for (unsigned n = 0; file < 0; ++n) {
      beside_ = name_;
      beside_ += "." + std::to_string(::getpid()) + "-" + std::to_string(n) + ".part";
      file = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      if (file < 0 && errno != EEXIST) return beside_.clear();
    }
    if (!is_exact || ::fchmod(file, mode) == 0) stream_ = ::fdopen(file, "wb");
    if (stream_ == nullptr) ::close(file);
  }
  void remove_beside() noexcept {
    if (!beside_.empty()) ::unlink(beside_.c_str());
    beside_.clear();
  }

  std::FILE* stream_ = nullptr;
  std::filesystem::path name_;    ///< What `keep` replaces; empty for what is written to as it is.
  std::filesystem::path beside_;  ///< The new file.
  int error_ = 0;
};

}  // namespace balint
