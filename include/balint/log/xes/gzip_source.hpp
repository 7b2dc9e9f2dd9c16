// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A source of bytes that decompresses a stream.
#include <balint/log/format_error.hpp>
#include <balint/log/xes/detail/gzip_input.hpp>

#include <cstddef>
#include <cstdio>
#include <optional>

namespace balint {

/// Reads a C stream; what begins as gzip is decompressed. It is called as a `byte_source` is, through a reference.
class gzip_source {
 public:
  /// Reads from a stream that stays open as long.
  explicit gzip_source(std::FILE* from) : bytes_(from) {}

  /// Puts some bytes at a place, at most so many, and says how many; 0: there are no more; less: there is a fault.
  [[nodiscard]] std::ptrdiff_t operator()(char* to, std::size_t most) {
    const auto got = most == 0 ? 0 : bytes_.read({to, most});
    return got == 0 && most != 0 && !bytes_.found().empty() ? -1 : static_cast<std::ptrdiff_t>(got);
  }
  /// What is wrong with the stream; nothing: it was read so far.
  [[nodiscard]] std::optional<line_fault> fault() const {
    if (bytes_.found().empty()) return std::nullopt;
    return line_fault{0, bytes_.found(), bytes_.expected()};
  }

 private:
  detail::gzip_input bytes_;
};

}  // namespace balint
