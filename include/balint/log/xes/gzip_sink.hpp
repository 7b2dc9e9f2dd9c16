// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A sink that compresses what it is given and hands it on.
#include <zlib.h>

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <utility>

namespace balint {

/// Compresses with gzip into another sink. `finish` writes the end.
template <std::predicate<std::string_view> Sink>
class gzip_sink {
 public:
  /// Compresses into that sink.
  explicit gzip_sink(Sink to) : to_(std::move(to)) {
    constexpr int gzip = 16, memory = 8;
    is_good_ =
        deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip + MAX_WBITS, memory, Z_DEFAULT_STRATEGY) == Z_OK;
  }
  /// One sink is one stream.
  gzip_sink(const gzip_sink&) = delete;
  /// One sink is one stream.
  gzip_sink& operator=(const gzip_sink&) = delete;
  /// Frees the compressor; the end is not written here.
  ~gzip_sink() { deflateEnd(&stream_); }

  /// Takes a piece; false: it could not be handed on.
  bool operator()(std::string_view piece) { return run(piece, Z_NO_FLUSH); }
  /// Writes the end; false: it could not be handed on.
  [[nodiscard]] bool finish() { return run({}, Z_FINISH); }

 private:
  bool run(std::string_view piece, int flush) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
    stream_.avail_in = static_cast<uInt>(piece.size());
    do {
      std::array<char, std::size_t{1} << 14U> packed;
      stream_.next_out = reinterpret_cast<Bytef*>(packed.data());
      stream_.avail_out = static_cast<uInt>(packed.size());
      is_good_ = is_good_ && deflate(&stream_, flush) != Z_STREAM_ERROR;
      const auto size = packed.size() - stream_.avail_out;
      is_good_ = is_good_ && (size == 0 || to_(std::string_view(packed.data(), size)));
    } while (is_good_ && stream_.avail_out == 0);
    return is_good_;
  }

  Sink to_;
  z_stream stream_{};
  bool is_good_ = false;
};

}  // namespace balint
