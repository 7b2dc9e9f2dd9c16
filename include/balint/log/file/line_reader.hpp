// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Lines of a file, one after the other, in memory that does not grow with the file.
#include <balint/log/file/log_parts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace balint {

/// Where bytes come from: puts some at a place, at most so many, and says how many; 0: there are no more; less: it
/// failed. One that gives what has come so far, and does not wait for more, lets lines be read as they are written.
using byte_source = std::function<std::ptrdiff_t(char*, std::size_t)>;

/// Reads lines from a C stream or another source of bytes. Each line may be read 64 bytes beyond its end, as simdjson
/// asks.
class line_reader {
 public:
  /// The longest line that is read, in bytes.
  static constexpr std::size_t max_line = std::size_t{1} << 20U;
  /// How far beyond a line's end one may read.
  static constexpr std::size_t padding = 64;

  /// What asking for a line came to.
  enum class result : std::uint8_t {
    line,        ///< A line, which may be empty.
    end,         ///< There is no more.
    too_long,    ///< The next line is longer than `max_line`.
    unreadable,  ///< The stream failed.
  };

  /// Reads from a stream that stays open as long; takes room as lines need it, at most a little more than 2 MiB.
  explicit line_reader(std::FILE* from) : line_reader(stream(from)) {}
  /// Reads the lines of a part of a log, the stream standing where it begins.
  line_reader(std::FILE* from, const log_part& part) : line_reader(stream(from)) {
    number_ = part.lines_before;
    unread_ = part.bytes;
  }
  /// Reads from any source of bytes.
  explicit line_reader(byte_source from) : from_(std::move(from)), buffer_(first_room + padding) {}

  /// The next line, without its end; valid until the next call.
  [[nodiscard]] result next(std::string_view& line) {
    for (;;) {
      const char* const begin = buffer_.data() + first_;
      const auto unread = last_ - first_;
      if (const void* const end = std::memchr(begin + seen_, '\n', unread - seen_); end != nullptr) {
        const auto length = static_cast<std::size_t>(static_cast<const char*>(end) - begin);
        return length > max_line ? result::too_long : give(line, begin, length, length + 1);
      }
      seen_ = unread;
      if (unread > max_line) return result::too_long;
      if (is_at_end_) return unread == 0 ? result::end : give(line, begin, unread, unread);
      if (!fill()) return result::unreadable;
    }
  }
  /// Leaves a line out that is too long, whatever its length; its number is counted. False: the stream failed.
  bool skip() {
    for (;;) {
      const char* const begin = buffer_.data() + first_;
      const void* const end = std::memchr(begin, '\n', last_ - first_);
      const auto used =
          end == nullptr ? last_ - first_ : static_cast<std::size_t>(static_cast<const char*>(end) - begin) + 1;
      first_ += used;
      bytes_ += used;
      seen_ = 0;
      if (end != nullptr || is_at_end_) break;
      if (!fill()) return false;
    }
    ++number_;
    return true;
  }
  /// The number of the line that was given last, from 1.
  [[nodiscard]] std::uint64_t number() const noexcept { return number_; }
  /// How many bytes were given, line ends included.
  [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }

 private:
  static byte_source stream(std::FILE* from) {
    return [from](char* to, std::size_t most) -> std::ptrdiff_t {
      if (from == nullptr) return -1;  // of a file that could not be opened
      const auto got = std::fread(to, 1, most, from);
      return got < most && std::ferror(from) != 0 ? -1 : static_cast<std::ptrdiff_t>(got);
    };
  }
  result give(std::string_view& line, const char* begin, std::size_t length, std::size_t used) noexcept {
    line = {begin, length};
    first_ += used;
    bytes_ += used;
    seen_ = 0;
    ++number_;
    return result::line;
  }
  bool fill() {
    std::memmove(buffer_.data(), buffer_.data() + first_, last_ - first_);
    last_ -= first_;
    first_ = 0;
    if (last_ + padding == buffer_.size()) buffer_.resize(2 * last_ + padding);
    const auto room = static_cast<std::size_t>(std::min<std::uint64_t>(buffer_.size() - padding - last_, unread_));
    const auto got = from_(buffer_.data() + last_, room);
    if (got < 0) return false;
    last_ += static_cast<std::size_t>(got);
    unread_ -= static_cast<std::uint64_t>(got);
    std::memset(buffer_.data() + last_, 0, padding);
    is_at_end_ = got == 0 || unread_ == 0;
    return true;
  }

  /// Enough for most lines many times over, and little enough to stay near the processor.
  static constexpr std::size_t first_room = std::size_t{1} << 16U;

  byte_source from_;
  std::vector<char> buffer_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::size_t seen_ = 0;
  std::uint64_t number_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t unread_ = log_part{}.bytes;
  bool is_at_end_ = false;
};

}  // namespace balint
