// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A text that is kept back until its beginning is known, in bounded memory: what does not fit goes to a temporary file.
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

/// Keeps text back.
class spool {
 public:
  /// Adds text; false: there is no room on disk.
  bool add(std::string_view text) {
    if (!file_ && text_.size() + text.size() <= most) {
      text_ += text;
      return true;
    }
    if (!file_) {
      file_.reset(std::tmpfile());
      if (!file_ || !put(text_)) return false;
      text_.clear();
    }
    return put(text);
  }
  /// Writes all of it to a stream and starts anew; false: it could not be written.
  bool pour(std::FILE* into) {
    bool good = std::fwrite(text_.data(), 1, text_.size(), into) == text_.size();
    if (file_) {
      std::rewind(file_.get());
      char block[1U << 16U];
      for (std::size_t n = 0; (n = std::fread(block, 1, sizeof block, file_.get())) > 0;) {
        good = std::fwrite(block, 1, n, into) == n && good;
      }
      good = std::ferror(file_.get()) == 0 && good;
    }
    text_.clear();
    file_.reset();
    return good;
  }
  [[nodiscard]] bool empty() const noexcept { return text_.empty() && !file_; }

 private:
  static constexpr std::size_t most = std::size_t{1} << 20U;
  struct close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };
  bool put(std::string_view text) { return std::fwrite(text.data(), 1, text.size(), file_.get()) == text.size(); }

  std::string text_;
  std::unique_ptr<std::FILE, close> file_;
};
