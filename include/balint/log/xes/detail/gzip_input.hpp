// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A file that may be compressed with gzip, block by block, in memory that does not grow with it.
#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace balint::detail {

/// Reads a C stream; what begins as gzip is decompressed, whatever the file's name.
class gzip_input {
 public:
  /// A gzip may expand to this many times its size, looked at once it is past `free_bytes`. Logs expand
  /// to 20 to 60 times their size, the same event again and again to 300, blanks to 1,000.
  static constexpr std::uint64_t max_expansion = 500;
  /// So much is decompressed before the expansion is looked at.
  static constexpr std::uint64_t free_bytes = std::uint64_t{4} << 20U;

  explicit gzip_input(std::FILE* from) : from_(from), packed_(block) {}
  gzip_input(const gzip_input&) = delete;
  gzip_input& operator=(const gzip_input&) = delete;
  ~gzip_input() {
    if (is_gzip_) inflateEnd(&stream_);
  }

  /// Fills a block; gives its size, 0 at the end. With a fault, see `found`, what was read before is given.
  [[nodiscard]] std::size_t read(std::span<char> into) {
    if (!has_begun_) begin();
    if (!found_.empty()) return 0;
    if (!is_gzip_) return copy(into);
    stream_.next_out = reinterpret_cast<Bytef*>(into.data());
    stream_.avail_out = static_cast<uInt>(into.size());
    while (stream_.avail_out != 0 && found_.empty()) {
      // What zlib has read and not given yet comes before what the file lacks.
      if (stream_.avail_in == 0 && !std::exchange(has_pending_, false) && !fill()) break;
      if (is_between_ && !begin_member()) break;
      const auto before = stream_.avail_out;
      const int state = inflate(&stream_, Z_NO_FLUSH);
      unpacked_ += before - stream_.avail_out;
      has_pending_ = state == Z_OK && stream_.avail_out == 0;
      if (state == Z_STREAM_END) {
        is_between_ = true;
      } else if (state != Z_OK && state != Z_BUF_ERROR) {
        fail("a damaged gzip", "a gzip as it was written");
      }
      if (unpacked_ > free_bytes && unpacked_ / max_expansion > packed_bytes_) {
        fail("a gzip that expands to more than 500 times its size", "a log, which expands far less");
      }
    }
    return into.size() - stream_.avail_out;
  }
  /// What is wrong with the file; empty: nothing.
  [[nodiscard]] const std::string& found() const noexcept { return found_; }
  [[nodiscard]] const std::string& expected() const noexcept { return expected_; }

 private:
  static constexpr std::size_t block = std::size_t{1} << 15U;

  void fail(std::string found, std::string expected) {
    found_ = std::move(found);
    expected_ = std::move(expected);
  }
  /// Reads packed bytes; false: there are none.
  bool load() {
    const auto got = from_ == nullptr ? 0 : std::fread(packed_.data(), 1, packed_.size(), from_);
    if (got < packed_.size() && (from_ == nullptr || std::ferror(from_) != 0))
      fail("a file that cannot be read", "a readable file");
    stream_.next_in = reinterpret_cast<Bytef*>(packed_.data());
    stream_.avail_in = static_cast<uInt>(got);
    packed_bytes_ += got;
    return got != 0 && found_.empty();
  }
  void begin() {
    has_begun_ = true;
    if (!load() || stream_.avail_in < 2 || stream_.next_in[0] != 0x1F || stream_.next_in[1] != 0x8B) return;
    constexpr int gzip_only = 16;
    is_gzip_ = inflateInit2(&stream_, gzip_only + MAX_WBITS) == Z_OK;
    if (!is_gzip_) fail("a gzip that cannot be decompressed", "memory for it");
  }
  bool fill() {
    if (load()) return true;
    if (!is_between_ && found_.empty())
      fail("the end of the file inside a gzip", "the rest of a file that was cut off");
    return false;
  }
  /// A gzip may have several members, one after the other, and zero bytes after the last, as tapes have them.
  bool begin_member() {
    while (is_padded_ || stream_.next_in[0] == 0) {
      is_padded_ = true;
      while (stream_.avail_in != 0 && stream_.next_in[0] == 0) ++stream_.next_in, --stream_.avail_in;
      if (stream_.avail_in != 0) break;
      if (!load()) return false;
    }
    if (is_padded_ || stream_.next_in[0] != 0x1F) {
      fail("something after a gzip", "the end of the file");
      return false;
    }
    is_between_ = false;
    return inflateReset(&stream_) == Z_OK;
  }
  std::size_t copy(std::span<char> into) {
    if (stream_.avail_in == 0 && !load()) return 0;
    const std::size_t n = stream_.avail_in < into.size() ? stream_.avail_in : into.size();
    std::char_traits<char>::copy(into.data(), reinterpret_cast<const char*>(stream_.next_in), n);
    stream_.next_in += n;
    stream_.avail_in -= static_cast<uInt>(n);
    return n;
  }

  std::FILE* from_;
  std::vector<char> packed_;
  z_stream stream_{};
  std::string found_;
  std::string expected_;
  std::uint64_t packed_bytes_ = 0;
  std::uint64_t unpacked_ = 0;
  bool has_begun_ = false;
  bool is_gzip_ = false;
  bool is_between_ = false;
  bool is_padded_ = false;
  bool has_pending_ = false;
};

}  // namespace balint::detail
