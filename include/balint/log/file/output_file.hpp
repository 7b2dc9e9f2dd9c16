// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A file that gets its name once it is whole: nobody ever finds half a log or half a report. For POSIX systems.
#include <balint/log/file/detail/part_file.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace balint {

/// Whether an output would go to where an input comes from, whatever their names: the same file, or the same pipe. A
/// program that reads it should refuse to write there. `-` is standard output and standard input.
[[nodiscard]] inline bool is_same_file(const std::filesystem::path& output, const std::filesystem::path& input) {
  struct stat out{};
  struct stat in{};
  const auto look = [](const std::filesystem::path& name, int standard, struct stat& at) {
    return (name == "-" ? ::fstat(standard, &at) : ::stat(name.c_str(), &at)) == 0;
  };
  return look(output, STDOUT_FILENO, out) && look(input, STDIN_FILENO, in) && out.st_dev == in.st_dev &&
         out.st_ino == in.st_ino && (S_ISREG(out.st_mode) || S_ISFIFO(out.st_mode));
}

/// Writes to a new file beside the one that is wanted, and gives it the name on `keep`; one that is not kept is gone.
///
/// What the name had stays as it was until then. A link stays a link: the file that it leads to is replaced, and its
/// permissions are kept. One that may not be written is not replaced. What is no regular file is written to as it is: a
/// device, a pipe, and what is open already (`/dev/stdout`, `/dev/fd/3`). An interrupted program leaves nothing behind,
/// or nothing but what the next one removes.
class output_file {
 public:
  /// Opens the file; `-` is standard output.
  explicit output_file(const std::filesystem::path& name = "-") {
    errno = 0;
    if (name == "-") {
      stream_ = stdout;
    } else if (const auto end = end_of_links(name); end.open_already >= 0) {
      stream_ = open_again(end.open_already);
    } else if (struct stat there{}; ::stat(name.c_str(), &there) != 0) {
      if (errno == ENOENT && !name.empty()) open_beside(end.name, nullptr);
    } else if (!S_ISREG(there.st_mode)) {
      // Without O_CREAT, which some systems refuse of a pipe that is another user's.
      stream_ = to_stream(::open(name.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC));
    } else if ((there.st_mode & anybody_writes) == 0 || ::faccessat(AT_FDCWD, name.c_str(), W_OK, AT_EACCESS) != 0) {
      errno = EACCES;
    } else {
      open_beside(end.name, &there);
    }
    if (stream_ == nullptr) fail();
  }
  /// One writer for one file.
  output_file(const output_file&) = delete;
  /// One writer for one file.
  output_file& operator=(const output_file&) = delete;
  /// Removes what was not kept.
  ~output_file() {
    if (stream_ != nullptr && stream_ != stdout) std::fclose(stream_);
  }

  /// Whether everything went well so far.
  [[nodiscard]] bool is_good() const noexcept { return error_ == 0; }
  /// What did not, for a person.
  [[nodiscard]] std::string why() const { return std::strerror(error_); }
  /// The stream to write to; null: the file could not be opened, or it has been kept.
  [[nodiscard]] std::FILE* stream() const noexcept { return stream_; }

  /// Writes a piece; false: it could not. A file that was kept takes nothing more and stays as it was kept.
  bool write(std::string_view piece) {
    if (stream_ == nullptr) return false;
    if (is_good() && std::fwrite(piece.data(), 1, piece.size(), stream_) != piece.size()) fail();
    return is_good();
  }
  /// Gives the file its name once all of it is on the disk; false: it could not, and what the name had is as it was.
  /// Nothing happens the second time, and the answer is that of the first.
  [[nodiscard]] bool keep() {
    if (stream_ == nullptr) return is_good();
    errno = 0;
    if (std::ferror(stream_) != 0 || std::fflush(stream_) != 0) fail();
    const bool is_beside = !name_.empty();
    if (is_beside && is_good() && ::fsync(::fileno(stream_)) != 0) fail();
    if (is_beside && is_good() && !part_.rename(name_)) fail();
    auto* const stream = std::exchange(stream_, nullptr);
    if (stream != stdout && std::fclose(stream) != 0 && !is_beside) fail();
    return is_good();
  }

 private:
  static constexpr ::mode_t permissions = 0777;
  static constexpr ::mode_t usual_permissions = 0666;
  static constexpr ::mode_t anybody_writes = 0222;
  static constexpr ::mode_t group_permissions = 0070;

  /// Where a name leads, whether or not there is a file yet.
  struct destination {
    std::filesystem::path name;
    int open_already = -1;  ///< The descriptor of this process that it leads to.
  };

  /// Remembers the first thing that went wrong.
  void fail() noexcept {
    if (error_ == 0) error_ = errno == 0 ? EIO : errno;
  }
  [[nodiscard]] static destination end_of_links(std::filesystem::path name) {
    constexpr int most = 40;  // As many as Linux follows.
    std::error_code failed;
    for (int i = 0; i < most; ++i) {
      if (const int open = descriptor_of(name); open >= 0) return {name, open};
      if (!std::filesystem::is_symlink(name, failed)) break;
      const auto target = std::filesystem::read_symlink(name, failed);
      if (failed) break;
      name = target.is_absolute() ? target : name.parent_path() / target;
    }
    return {name};
  }
  /// The descriptor of this process that a name is of, as `/dev/fd/1` and `/proc/self/fd/1`; -1: none.
  [[nodiscard]] static int descriptor_of(const std::filesystem::path& name) {
    const auto last = name.filename().native();
    int number = -1;
    const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), number);
    if (error != std::errc() || end != last.data() + last.size() || number < 0) return -1;
    std::error_code failed;
    const auto folder = std::filesystem::canonical(name.parent_path(), failed);
    if (failed) return -1;
    for (const auto* const ours : {"/dev/fd", "/proc/self/fd", "/proc/thread-self/fd"}) {
      if (std::filesystem::canonical(ours, failed) == folder && !failed) return number;
    }
    return -1;
  }
  /// Opens what is open already, which goes on where it is: nothing that it holds is lost.
  [[nodiscard]] static std::FILE* open_again(int descriptor) {
    const int flags = ::fcntl(descriptor, F_GETFL);
    if (flags >= 0 && (flags & O_ACCMODE) == O_RDONLY) errno = EBADF;
    if (flags < 0 || (flags & O_ACCMODE) == O_RDONLY) return nullptr;
    return to_stream(::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  }
  [[nodiscard]] static std::FILE* to_stream(int file) { return file < 0 ? nullptr : ::fdopen(file, "wb"); }
  /// Opens a new file beside the wanted one, for the same people to read if there is one.
  void open_beside(const std::filesystem::path& name, const struct stat* there) {
    auto mode = there == nullptr ? usual_permissions : there->st_mode & permissions;
    const int file = part_.make(name.parent_path(), mode);
    if (file < 0) return;
    name_ = name;
    if (there != nullptr) {
      // Anyone who may not give a file away leaves its group out rather than let another group read it.
      const bool is_same_group = ::fchown(file, there->st_uid, there->st_gid) == 0 ||
                                 ::fchown(file, static_cast<::uid_t>(-1), there->st_gid) == 0;
      if (!is_same_group) mode &= ~group_permissions;
      errno = 0;
    }
    if (there == nullptr || ::fchmod(file, mode) == 0) stream_ = ::fdopen(file, "wb");
    if (stream_ == nullptr) ::close(file);
  }

  std::FILE* stream_ = nullptr;
  detail::part_file part_;      ///< The new file.
  std::filesystem::path name_;  ///< What it will be called; empty for what is written to as it is.
  int error_ = 0;
};

}  // namespace balint
