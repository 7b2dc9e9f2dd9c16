// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Where a report goes: to a stream at once, or kept back until it is its turn, in bounded memory: what does not fit
/// goes to a temporary file.
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

/// Takes text.
class outlet {
 public:
  /// Keeps text back.
  outlet() = default;
  /// Writes text to a stream at once.
  explicit outlet(std::FILE* stream) : stream_(stream) {}

  /// Adds text. What cannot be written is remembered: see `is_good`.
  void add(std::string_view text) {
    is_fresh_ = is_fresh_ && text.empty();
    if (stream_ != nullptr) return put(text, stream_);
    if (!file_ && text_.size() + text.size() <= most) {
      text_ += text;
      return;
    }
    if (!file_) {
      file_.reset(std::tmpfile());
      if (!file_) return void(is_good_ = false);
      put(text_, file_.get());
      text_.clear();
    }
    put(text, file_.get());
  }
  /// Gives what was kept back to another and starts anew.
  void pour(outlet& into) {
    is_good_ = each_block([&into](std::string_view block) { into.add(block); }) && is_good_;
    into.is_good_ = into.is_good_ && is_good_;
    start_anew();
  }
  /// Gives each line of what was kept back, with its end, to somebody and starts anew; whether all could be read.
  template <typename Take>
  [[nodiscard]] bool each_line(Take take) {
    std::string rest;
    const auto feed = [&](std::string_view more) {
      for (auto end = more.find('\n'); end != std::string_view::npos; end = more.find('\n')) {
        rest += more.substr(0, end + 1);
        take(std::string_view(rest));
        rest.clear();
        more.remove_prefix(end + 1);
      }
      rest += more;
    };
    is_good_ = each_block(feed) && is_good_;
    if (!rest.empty()) take(std::string_view(rest));
    start_anew();
    return is_good_;
  }
  /// The stream that is written to at once, if so.
  [[nodiscard]] std::FILE* stream() const noexcept { return stream_; }
  /// Whether nothing was added since it was made or poured.
  [[nodiscard]] bool is_fresh() const noexcept { return is_fresh_; }
  /// Something could not be written.
  void fail() noexcept { is_good_ = false; }
  /// Whether everything could be written so far.
  [[nodiscard]] bool is_good() const noexcept { return is_good_; }

 private:
  static constexpr std::size_t most = std::size_t{1} << 20U;
  struct close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };
  template <typename Take>
  bool each_block(Take take) {
    take(std::string_view(text_));
    if (!file_) return true;
    std::rewind(file_.get());
    char block[1U << 16U];
    for (std::size_t n = 0; (n = std::fread(block, 1, sizeof block, file_.get())) > 0;)
      take(std::string_view(block, n));
    return std::ferror(file_.get()) == 0;
  }
  void start_anew() {
    text_.clear();
    file_.reset();
    is_fresh_ = true;
  }
  void put(std::string_view text, std::FILE* into) {
    is_good_ = std::fwrite(text.data(), 1, text.size(), into) == text.size() && is_good_;
  }

  std::FILE* stream_ = nullptr;
  std::string text_;
  std::unique_ptr<std::FILE, close> file_;
  bool is_fresh_ = true;
  bool is_good_ = true;
};
