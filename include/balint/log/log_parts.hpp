// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Parts of a JSON Lines log that can be read by several threads: each begins with the header of a session.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace balint {

/// A part of a log.
struct log_part {
  /// Where it begins, in bytes.
  std::uint64_t first_byte = 0;
  /// How many bytes it has; a log as a whole has as many as there are.
  std::uint64_t bytes = std::numeric_limits<std::uint64_t>::max();
  /// How many lines stand before it.
  std::uint64_t lines_before = 0;
};

/// Cuts a log that can be sought in into parts, each beginning with the header of a session, the first with the log.
///
/// A header that does not begin with `{"balint"` is no place to cut at: a log without any is one part. A session is never
/// cut, however long it is; nothing is kept in memory but a buffer.
class log_parts {
 public:
  /// How many bytes a part has at least, the last one excepted.
  static constexpr std::uint64_t usual_size = std::uint64_t{1} << 20U;

  /// Cuts what can be read from a C stream, from where it stands.
  explicit log_parts(std::FILE* from, std::uint64_t size = usual_size) : from_(from), size_(size), buffer_(std::size_t{1} << 16U) {}

  /// The next part, or nothing at the end. A stream that cannot be read ends; whoever reads the part is told.
  [[nodiscard]] std::optional<log_part> next() {
    log_part part{at_, 0, lines_};
    for (std::uint64_t used = 1; part.bytes < size_ && used != 0; part.bytes += used) used = skip(size_ - part.bytes);
    for (std::uint64_t used = 1; used != 0 && !is_at_header(); part.bytes += used) used = skip_line();
    at_ += part.bytes;
    return part.bytes == 0 ? std::nullopt : std::optional(part);
  }

 private:
  static constexpr std::string_view header = "{\"balint\"";

  [[nodiscard]] bool is_at_header() { return is_at_line_ && ahead(header.size()).starts_with(header); }
  /// At least so many bytes, if there are.
  [[nodiscard]] std::string_view ahead(std::size_t bytes) {
    if (last_ - first_ < bytes) {
      std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(first_), buffer_.begin() + static_cast<std::ptrdiff_t>(last_), buffer_.begin());
      last_ -= first_;
      first_ = 0;
      last_ += std::fread(buffer_.data() + last_, 1, buffer_.size() - last_, from_);
    }
    return {buffer_.data() + first_, last_ - first_};
  }
  /// Skips at most so many bytes; gives how many, 0 at the end.
  [[nodiscard]] std::uint64_t skip(std::uint64_t most) {
    const auto text = ahead(1).substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(most, buffer_.size())));
    if (text.empty()) return 0;
    lines_ += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    is_at_line_ = text.back() == '\n';
    first_ += text.size();
    return text.size();
  }
  /// Skips the rest of a line; gives how many bytes it had, 0 at the end.
  [[nodiscard]] std::uint64_t skip_line() {
    std::uint64_t bytes = 0;
    for (std::uint64_t used = 1; used != 0; bytes += used) {
      const auto end = ahead(1).find('\n');
      used = skip(end == std::string_view::npos ? buffer_.size() : end + 1);
      if (is_at_line_ && used != 0) return bytes + used;
    }
    return bytes;
  }

  std::FILE* from_;
  std::uint64_t size_;
  std::vector<char> buffer_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::uint64_t at_ = 0;
  std::uint64_t lines_ = 0;
  bool is_at_line_ = true;
};

}  // namespace balint
