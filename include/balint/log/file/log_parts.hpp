// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Parts of a log that can be read by several threads: each begins with a session.
#include <balint/group/person.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint {

/// A part of a log.
struct log_part {
  /// Where it begins, in bytes.
  std::uint64_t first_byte = 0;
  /// How many bytes it has; a log as a whole has as many as there are.
  std::uint64_t bytes = (std::numeric_limits<std::uint64_t>::max)();
  /// How many lines are before it.
  std::uint64_t lines_before = 0;
  /// Of a part of CSV that is not the first: the row that names the columns.
  std::string columns = {};
};

/// How logs are cut, which depends on how a session begins.
enum class cut_at : std::uint8_t {
  headers,       ///< JSON Lines: a line that begins with `{"balint"`.
  session_rows,  ///< CSV whose first columns are `session` and `row`: an id and `session`.
};

/// Cuts a log that can be sought in into parts, each beginning with a session, the first with the log.
///
/// Where no session begins as `cut_at` says, and in gzip, the log is one part. A session is never cut, however long it
/// is, nor is a quoted cell; nothing is kept in memory but a buffer.
class log_parts {
 public:
  /// How many bytes a part has at least, the last one excepted.
  static constexpr std::uint64_t usual_size = std::uint64_t{1} << 20U;

  /// Cuts what can be read from a C stream, from its current position.
  explicit log_parts(std::FILE* from, std::uint64_t size = usual_size, cut_at where = cut_at::headers)
      : from_(from), size_(size), where_(where), buffer_(std::size_t{1} << 16U) {
    if (where == cut_at::session_rows) read_columns();
  }

  /// The next part, or nothing at the end. A stream that cannot be read ends; the reader of the part reports it.
  [[nodiscard]] std::optional<log_part> next() {
    if (is_packed()) return std::exchange(at_, 1) == 0 ? std::optional(log_part{}) : std::nullopt;
    log_part part{at_, 0, lines_, at_ == 0 ? std::string() : columns_};
    for (std::uint64_t used = 1; part.bytes < size_ && used != 0; part.bytes += used) used = skip(size_ - part.bytes);
    for (std::uint64_t used = 1; used != 0 && !is_at_header(); part.bytes += used) used = skip_line();
    at_ += part.bytes;
    return part.bytes == 0 ? std::nullopt : std::optional(part);
  }

 private:
  static constexpr std::string_view header = "{\"balint\"";
  static constexpr std::string_view first_columns = "session,row,";
  static constexpr std::string_view kind = ",session,";
  static constexpr std::size_t longest_id = 64;

  /// Whether the log is in gzip, in which nothing can be found.
  [[nodiscard]] bool is_packed() {
    if (at_ == 0) is_packed_ = ahead(2).starts_with("\x1F\x8B");
    return is_packed_;
  }
  /// Remembers the row of the columns, if they are such that a session's row can be told by its beginning.
  void read_columns() {
    auto text = ahead(buffer_.size());
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto end = text.find('\n');
    if (text.starts_with(first_columns) && end != std::string_view::npos) columns_ = text.substr(0, end + 1);
  }
  [[nodiscard]] bool is_at_header() {
    if (!is_at_line_ || is_quoted_) return false;
    if (where_ == cut_at::headers) return ahead(header.size()).starts_with(header);
    const auto text = ahead(longest_id + kind.size());
    const auto id = text.substr(0, text.find(','));
    return !columns_.empty() && is_pseudonym(id) && text.substr(id.size()).starts_with(kind);
  }
  /// At least so many bytes, if there are.
  [[nodiscard]] std::string_view ahead(std::size_t bytes) {
    if (last_ - first_ < bytes) {
      std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(first_),
                buffer_.begin() + static_cast<std::ptrdiff_t>(last_), buffer_.begin());
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
    if (where_ == cut_at::session_rows) is_quoted_ = is_quoted_ != (std::count(text.begin(), text.end(), '"') % 2 == 1);
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
  cut_at where_;
  std::string columns_;
  std::vector<char> buffer_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::uint64_t at_ = 0;
  std::uint64_t lines_ = 0;
  bool is_at_line_ = true;
  bool is_quoted_ = false;
  bool is_packed_ = false;
};

}  // namespace balint
