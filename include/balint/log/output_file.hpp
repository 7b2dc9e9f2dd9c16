// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A file that is written beside its place and moved there when it is whole: nobody ever finds half a log.
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

/// Writes `NAME.part`, and renames it to `NAME` on `keep`; without that it is removed.
class output_file {
 public:
  /// Begins `NAME.part`.
  explicit output_file(std::filesystem::path name) : name_(std::move(name)), part_(name_) {
    part_ += ".part";
    file_ = std::fopen(part_.c_str(), "wbx");  // x: nobody else is writing it.
    if (file_ == nullptr) error_ = errno;
  }
  /// One writer for one file.
  output_file(const output_file&) = delete;
  /// One writer for one file.
  output_file& operator=(const output_file&) = delete;
  /// Removes what was not kept.
  ~output_file() {
    if (file_ == nullptr) return;
    std::fclose(file_);
    std::error_code ignored;
    std::filesystem::remove(part_, ignored);
  }

  /// Whether everything went well so far.
  [[nodiscard]] bool is_good() const noexcept { return error_ == 0; }
  /// What did not, for a person.
  [[nodiscard]] std::string why() const {
    return error_ == EEXIST ? part_.string() + " is there already: somebody else writes it, or did not finish"
                            : std::strerror(error_);
  }
  /// Writes a piece; false: it could not.
  bool write(std::string_view piece) {
    if (!is_good()) return false;
    if (std::fwrite(piece.data(), 1, piece.size(), file_) != piece.size()) error_ = errno == 0 ? EIO : errno;
    return is_good();
  }
  /// Moves the file to its place, over what was there; false: it could not.
  [[nodiscard]] bool keep() {
    if (!is_good()) return false;
    const bool closed = std::fclose(std::exchange(file_, nullptr)) == 0;
    if (!closed) error_ = errno == 0 ? EIO : errno;
    std::error_code code;
    if (is_good()) std::filesystem::rename(part_, name_, code);
    if (code) error_ = code.value();
    std::error_code ignored;
    if (!is_good()) std::filesystem::remove(part_, ignored);
    return is_good();
  }

 private:
  std::filesystem::path name_;
  std::filesystem::path part_;
  std::FILE* file_ = nullptr;
  int error_ = 0;
};

}  // namespace balint
