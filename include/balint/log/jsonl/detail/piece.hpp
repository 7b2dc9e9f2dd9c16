// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Pieces of JSON: at once where they are short and plain, as nearly all are.
#include <balint/log/json_text.hpp>
#include <balint/log/timestamp.hpp>
#include <balint/vocabulary/time.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace balint::detail {

/// A piece of any texts, at the end of a string.
struct any_piece {
  std::string& out;

  void put(std::string_view text) { out += text; }
  void put_known(std::string_view text) { out += text; }
  void put(instant at) { append_timestamp(out, at); }
  void put(std::uint16_t number) { out += std::to_string(number); }
  void put_quoted(std::string_view text) { append_json(out, text); }
};
/// A piece of short texts in which nothing has to be escaped. It takes a third of the time that `any_piece` takes.
class plain_piece {
 public:
  /// At most `spare` bytes of these until the next text.
  template <std::size_t Size>
  void put(const char (&text)[Size]) noexcept {
    std::memcpy(end_, text, Size - 1);
    end_ += Size - 1;
  }
  void put(instant at) noexcept { end_ = put_timestamp(end_, at); }
  void put(std::uint16_t number) noexcept { end_ = std::to_chars(end_, end_ + 5, number).ptr; }
  void put_known(std::string_view text) noexcept {
    if (has_room(text)) end_ += text.copy(end_, text.size());
  }
  [[gnu::always_inline]] void put_quoted(std::string_view text) noexcept {
    if (!has_room(text)) return;
    char* end = end_;
    bool is_plain = true;
    *end++ = '"';
    for (const char c : text) {
      is_plain &= is_plain_json(c);
      *end++ = c;
    }
    *end++ = '"';
    end_ = end;
    is_plain_ = is_plain;
  }
  /// Whether all that was put is there, as JSON writes it.
  [[nodiscard]] bool is_plain() const noexcept { return is_plain_; }
  /// What was put, if it is plain.
  [[nodiscard]] std::string_view text() const noexcept { return {text_, end_}; }

 private:
  static constexpr std::size_t spare = 64;
  bool has_room(std::string_view text) noexcept {
    is_plain_ &= text.size() + spare < static_cast<std::size_t>(text_ + sizeof text_ - end_);
    return is_plain_;
  }

  char text_[512];
  char* end_ = text_;
  bool is_plain_ = true;
};

/// Appends what `put(piece)` puts.
template <typename Put>
void append_piece(std::string& out, Put put) {
  plain_piece plain;
  put(plain);
  if (plain.is_plain()) {
    out += plain.text();
  } else {
    any_piece any{out};
    put(any);
  }
}

}  // namespace balint::detail
