// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A file that is being written and has no name yet, or a name of its own in the folder where it will be.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace balint::detail {

/// A new file. Where the system can, it has no name until it is whole, so that nothing is left of an interrupted run.
/// Elsewhere it is called `.balint-PROCESS-NUMBER.part`, and is locked: one that nobody has locked any longer was left
/// by an interrupted run, and the next file in that folder removes it.
class part_file {
 public:
  /// Nothing yet.
  part_file() = default;
  /// One owner for one file.
  part_file(const part_file&) = delete;
  /// One owner for one file.
  part_file& operator=(const part_file&) = delete;
  /// Removes the file if it has a name of its own; the code that took the descriptor closes it.
  ~part_file() { remove(); }

  /// Makes the file in a folder; gives its descriptor, or -1, and `errno` says why.
  [[nodiscard]] int make(const std::filesystem::path& folder, ::mode_t mode, bool may_be_nameless = true) {
    folder_ = folder.empty() ? std::filesystem::path(".") : folder;
    clear(folder_);
#ifdef O_TMPFILE
    if (may_be_nameless) {
      file_ = ::open(folder_.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
      if (file_ >= 0 && ::access(in_proc().c_str(), F_OK) == 0) return lock(), file_;
      if (file_ >= 0) ::close(file_);
    }
#endif
    for (;;) {
      do {
        name_ = next_name();
        file_ = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      } while (file_ < 0 && errno == EEXIST);
      if (file_ < 0) return name_.clear(), -1;
      lock();
      // Another program may have removed it before it was locked.
      struct stat mine{};
      if (::fstat(file_, &mine) != 0 || mine.st_nlink != 0) return file_;
      ::close(file_);
    }
  }
  /// Gives the file its name, in place of whatever has it; false: it could not, and `errno` says why.
  [[nodiscard]] bool rename(const std::filesystem::path& name) {
    while (name_.empty()) {
      name_ = next_name();
      if (::linkat(AT_FDCWD, in_proc().c_str(), AT_FDCWD, name_.c_str(), AT_SYMLINK_FOLLOW) == 0) break;
      name_.clear();
      if (errno != EEXIST) return false;
    }
    if (std::rename(name_.c_str(), name.c_str()) != 0) return false;
    name_.clear();
    return true;
  }

 private:
  static constexpr std::string_view before = ".balint-", behind = ".part";

  [[nodiscard]] std::string in_proc() const { return "/proc/self/fd/" + std::to_string(file_); }
  [[nodiscard]] std::filesystem::path next_name() {
    return folder_ /
           (std::string(before) + std::to_string(::getpid()) + "-" + std::to_string(number_++) + std::string(behind));
  }
  void lock() const noexcept {
    while (::flock(file_, LOCK_EX) != 0 && errno == EINTR) {
    }
  }
  void remove() noexcept {
    if (!name_.empty()) ::unlink(name_.c_str());
    name_.clear();
  }
  /// Whether a file may have been made here.
  [[nodiscard]] static bool is_ours(std::string_view name) {
    if (!name.starts_with(before) || !name.ends_with(behind)) return false;
    name.remove_prefix(before.size());
    name.remove_suffix(std::min(name.size(), behind.size()));
    return !name.empty() && name.find_first_not_of("0123456789-") == std::string_view::npos;
  }
  /// Removes what interrupted runs have left in a folder.
  static void clear(const std::filesystem::path& folder) {
    std::error_code failed;
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
      if (!is_ours(at->path().filename().native())) continue;
      const int file = ::open(at->path().c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
      if (file < 0) continue;
      struct stat its{};
      if (::fstat(file, &its) == 0 && S_ISREG(its.st_mode) && ::flock(file, LOCK_EX | LOCK_NB) == 0)
        ::unlink(at->path().c_str());
      ::close(file);
    }
  }

  std::filesystem::path folder_;
  std::filesystem::path name_;  ///< Its own; empty: it has none.
  int file_ = -1;
  unsigned number_ = 0;
};

}  // namespace balint::detail
