// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Logs of any format in gzip, whatever the names of their files.
#include <balint/log/event_record.hpp>
#include <balint/log/file/line_reader.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/record_source.hpp>
#include <balint/log/xes/gzip_source.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace balint::detail {

/// Whether a stream begins as gzip, which no log does that is text. What was looked at is there to be read.
[[nodiscard]] inline bool begins_as_gzip(std::FILE* from) {
  constexpr int first_byte = 0x1F;
  if (from == nullptr) return false;
  const int first = std::getc(from);
  if (first != EOF) std::ungetc(first, from);
  return first == first_byte;
}

/// A source that reads what is packed in a stream.
template <typename Source>
class unzipped {
 public:
  template <typename... More>
  explicit unzipped(std::FILE* from, More&&... more)
      : bytes_(from),
        source_(byte_source([this](char* to, std::size_t most) { return bytes_(to, most); }),
                std::forward<More>(more)...) {}
  unzipped(const unzipped&) = delete;
  unzipped& operator=(const unzipped&) = delete;
  ~unzipped() = default;

  [[nodiscard]] record_kind next() {
    const auto kind = source_.next();
    if (kind == record_kind::fault && bytes_.fault()) fault_ = *bytes_.fault();
    return kind;
  }
  [[nodiscard]] header_record& header() noexcept { return source_.header(); }
  [[nodiscard]] const event_record& event() const noexcept { return source_.event(); }
  [[nodiscard]] const line_fault& fault() const noexcept { return fault_.found.empty() ? source_.fault() : fault_; }
  [[nodiscard]] std::uint64_t line() const noexcept { return source_.line(); }
  [[nodiscard]] bool is_inside_session() const noexcept { return source_.is_inside_session(); }
  [[nodiscard]] std::uint64_t left_out() const noexcept { return source_.left_out(); }

 private:
  gzip_source bytes_;
  Source source_;
  line_fault fault_;
};

}  // namespace balint::detail
