// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Rows of comma-separated values as RFC 4180 defines them, one after the other, in bounded memory.
#include <balint/log/file/line_reader.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

namespace balint::detail {

/// Reads rows. A quoted cell may hold commas, quotes (doubled) and line ends; lines end in CRLF or LF.
class csv_row {
 public:
  /// So many cells of a row can be looked at.
  static constexpr std::size_t most = 16;

  /// What asking for a row came to.
  enum class result : std::uint8_t { row, end, too_long, unreadable, quote_inside, after_quote, unclosed, bare_return };

  explicit csv_row(std::FILE* from, const log_part& part = {}) : lines_(from, part) {}
  /// Reads a text that lives as long.
  explicit csv_row(std::string_view text)
      : lines_(byte_source([text](char* to, std::size_t room) mutable {
          const auto got = text.copy(to, room);
          text.remove_prefix(got);
          return static_cast<std::ptrdiff_t>(got);
        })) {}

  /// The next row; its cells live until the next call.
  [[nodiscard]] result next() {
    std::string_view line;
    if (const auto got = take(line); got != result::row) return got;
    number_ = lines_.number();
    if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);  // Spreadsheets write it.
    count_ = 0;
    filled_ = 0;
    if (std::memchr(line.data(), '"', line.size()) != nullptr) return split_quoted(line);
    return split(without_return(line));
  }
  /// How many cells the row has.
  [[nodiscard]] std::size_t count() const noexcept { return count_; }
  /// A cell of the first `most`.
  [[nodiscard]] std::string_view operator[](std::size_t i) const noexcept { return cells_[i]; }
  /// Bit i: the cell is not empty.
  [[nodiscard]] std::uint32_t filled() const noexcept { return filled_; }
  /// The number of the line that the row begins in, from 1.
  [[nodiscard]] std::uint64_t number() const noexcept { return number_; }

 private:
  [[nodiscard]] result take(std::string_view& line) {
    switch (lines_.next(line)) {
      case line_reader::result::line: return result::row;
      case line_reader::result::end: return result::end;
      case line_reader::result::too_long: number_ = lines_.number() + 1; return result::too_long;
      case line_reader::result::unreadable: break;
    }
    number_ = 0;
    return result::unreadable;
  }
  static std::string_view without_return(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  /// Splits a row without quotes, eight bytes at a time; it may be read eight bytes beyond its end.
  [[nodiscard]] result split(std::string_view line) {
    const char* const end = line.data() + line.size();
    const char* cell = line.data();
    for (const char* block = cell; block < end; block += 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, block, 8);
      if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
      constexpr std::uint64_t low = 0x7F7F7F7F7F7F7F7F, commas = 0x2C2C2C2C2C2C2C2C;
      const auto other = bytes ^ commas;
      for (auto found = ~(((other & low) + low) | other | low); found != 0; found &= found - 1) {
        const char* const comma = block + std::countr_zero(found) / 8;
        if (comma >= end) break;
        add(cell, comma);
        cell = comma + 1;
      }
    }
    add(cell, end);
    return std::memchr(line.data(), '\r', line.size()) == nullptr ? result::row : result::bare_return;
  }
  void add(const char* begin, const char* end) noexcept {
    if (count_ < most) {
      cells_[count_] = {begin, static_cast<std::size_t>(end - begin)};
      filled_ |= std::uint32_t{begin != end} << count_;
    }
    ++count_;
  }

  /// A row with a quote somewhere, which may go on for many lines.
  [[nodiscard]] result split_quoted(std::string_view line) {
    bool is_open = has_odd_quotes(line);
    text_ = line;
    while (is_open) {
      switch (const auto got = take(line)) {
        case result::row: break;
        case result::end: return result::unclosed;
        default: return got;
      }
      if (text_.size() + line.size() > line_reader::max_line) return result::too_long;
      is_open = is_open != has_odd_quotes(line);
      text_ += '\n';
      text_ += line;
    }
    const auto row = without_return(text_);
    plain_.clear();
    plain_.reserve(row.size());  // Cells point into it: it must not move.
    for (std::size_t i = 0;; ++i) {
      const auto begin = plain_.size();
      const bool is_quoted = i < row.size() && row[i] == '"';
      if (const auto bad = is_quoted ? unquote(row, ++i) : copy(row, i); bad != result::row) return bad;
      add(plain_.data() + begin, plain_.data() + plain_.size());
      if (i == row.size()) return result::row;
    }
  }
  [[nodiscard]] result unquote(std::string_view row, std::size_t& i) {
    for (;; ++i) {
      const auto quote = row.find('"', i);
      if (quote == std::string_view::npos) return result::unclosed;
      plain_ += row.substr(i, quote - i);
      i = quote + 1;
      if (i == row.size() || row[i] == ',') return result::row;
      if (row[i] != '"') return result::after_quote;
      plain_ += '"';
    }
  }
  [[nodiscard]] result copy(std::string_view row, std::size_t& i) {
    const auto cell = row.substr(i, row.find(',', i) - i);
    if (cell.find('"') != std::string_view::npos) return result::quote_inside;
    if (cell.find('\r') != std::string_view::npos) return result::bare_return;
    plain_ += cell;
    i += cell.size();
    return result::row;
  }
  static bool has_odd_quotes(std::string_view text) {
    bool odd = false;
    for (const char c : text) odd ^= c == '"';
    return odd;
  }

  line_reader lines_;
  std::array<std::string_view, most> cells_{};
  std::size_t count_ = 0;
  std::uint32_t filled_ = 0;
  std::string text_;
  std::string plain_;
  std::uint64_t number_ = 0;
};

}  // namespace balint::detail
