// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Rows of separated values as RFC 4180 defines them, one after the other, in bounded memory.
#include <balint/log/detail/encoding.hpp>
#include <balint/log/file/line_reader.hpp>
#include <balint/log/file/log_parts.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace balint::detail {

/// Reads rows in UTF-8. A quoted cell may hold separators, quotes (doubled) and line ends; lines end in CRLF or LF.
///
/// The first line that is not blank says what separates cells: a comma, a semicolon or a tab, whichever comes first in
/// it, or what follows `sep=`, which spreadsheets write in a line of its own.
class csv_row {
 public:
  /// So many cells of a row can be looked at.
  static constexpr std::size_t most = 64;

  /// What asking for a row came to.
  enum class result : std::uint8_t {
    row,
    end,
    too_long,
    unreadable,
    quote_inside,
    after_quote,
    unclosed,
    bare_return,
    not_utf8
  };

  explicit csv_row(std::FILE* from, const log_part& part = {}) : lines_(from, part) {}
  /// Reads from any source of bytes.
  explicit csv_row(byte_source from) : lines_(std::move(from)) {}
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
    if (number_ == 1) line = without_mark(line);  // Spreadsheets write it.
    if (separator_ == 0) {
      if (const auto got = recognise(line); got != result::row) return got;
    }
    begin_ = line;
    count_ = 0;
    filled_ = 0;
    has_more_ = false;
    if (std::memchr(line.data(), '"', line.size()) != nullptr) return split_quoted(line);
    return split(without_end(line));
  }
  /// How many cells the row has.
  [[nodiscard]] std::size_t count() const noexcept { return count_; }
  /// Whether a cell beyond the first `most` is not empty.
  [[nodiscard]] bool has_more() const noexcept { return has_more_; }
  /// Whether no cell holds anything but blanks, as spreadsheets write the rows below a table.
  [[nodiscard]] bool is_blank() const noexcept {
    bool is_blank = !has_more_;
    for (std::size_t i = 0; i < count_ && i < most; ++i)
      is_blank = is_blank && cells_[i].find_first_not_of(" \t") == std::string_view::npos;
    return is_blank;
  }
  /// The line that the row begins with, to be looked at where there is a fault.
  [[nodiscard]] std::string_view first_line() const noexcept { return begin_; }
  /// What separates cells.
  [[nodiscard]] char separator() const noexcept { return separator_; }
  void separate_by(char separator) noexcept { separator_ = separator; }
  /// A cell of the first `most`.
  [[nodiscard]] std::string_view operator[](std::size_t i) const noexcept { return cells_[i]; }
  /// Bit i: the cell is not empty.
  [[nodiscard]] std::uint64_t filled() const noexcept { return filled_; }
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
  /// Learns from a line what separates cells; goes on to the next where it says nothing else.
  [[gnu::cold]] result recognise(std::string_view& line) {
    const auto text = without_end(line);
    if (const auto said = separator_said(text); said != 0) {
      separator_ = said;
      const auto got = take(line);
      number_ = got == result::row ? lines_.number() : number_;
      return got;
    }
    if (text.find_first_not_of(" \t") == std::string_view::npos) return result::row;
    bool is_quoted = false;
    for (const char c : text) {
      is_quoted ^= c == '"';
      if (!is_quoted && (c == ',' || c == ';' || c == '\t')) {
        separator_ = c;
        return result::row;
      }
    }
    separator_ = ',';
    return result::row;
  }
  /// What a line says that separates cells, as `sep=;`; 0: it says nothing of that.
  static char separator_said(std::string_view line) noexcept {
    if (line.size() > 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    if (line.size() != 5 || line[3] != '=' || line[4] == '"') return 0;
    return (line[0] | 0x20) == 's' && (line[1] | 0x20) == 'e' && (line[2] | 0x20) == 'p' ? line[4] : '\0';
  }
  static std::string_view without_return(std::string_view line) noexcept {
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }
  /// A row without its line end, and without the Ctrl-Z that ends files of DOS up to the end of a block.
  static std::string_view without_end(std::string_view row) noexcept {
    row = without_return(row);
    if (!row.ends_with('\x1A')) return row;
    return without_return(row.substr(0, row.find_last_not_of('\x1A') + 1));
  }

  /// Splits a row without quotes, eight bytes at a time; it may be read eight bytes beyond its end.
  [[nodiscard]] result split(std::string_view line) {
    const char* const end = line.data() + line.size();
    const char* cell = line.data();
    const auto separators = 0x0101010101010101 * std::uint64_t{static_cast<unsigned char>(separator_)};
    std::uint64_t all = 0;
    for (const char* block = cell; block < end; block += 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, block, 8);
      if constexpr (std::endian::native == std::endian::big) bytes = std::byteswap(bytes);
      constexpr std::uint64_t low = 0x7F7F7F7F7F7F7F7F;
      all |= bytes;
      const auto other = bytes ^ separators;
      for (auto found = ~(((other & low) + low) | other | low); found != 0; found &= found - 1) {
        const char* const separator = block + std::countr_zero(found) / 8;
        if (separator >= end) break;
        add(cell, separator);
        cell = separator + 1;
      }
    }
    add(cell, end);
    if ((all & 0x8080808080808080) != 0 && !is_utf8(line)) return result::not_utf8;
    return std::memchr(line.data(), '\r', line.size()) == nullptr ? result::row : result::bare_return;
  }
  void add(const char* begin, const char* end) noexcept {
    if (count_ < most) {
      cells_[count_] = {begin, static_cast<std::size_t>(end - begin)};
      filled_ |= std::uint64_t{begin != end} << count_;
    } else {
      has_more_ = has_more_ || begin != end;
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
    const auto row = without_end(text_);
    if (!is_utf8(row)) return result::not_utf8;
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
      if (i == row.size() || row[i] == separator_) return result::row;
      if (row[i] != '"') return result::after_quote;
      plain_ += '"';
    }
  }
  [[nodiscard]] result copy(std::string_view row, std::size_t& i) {
    const auto cell = row.substr(i, row.find(separator_, i) - i);
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
  std::uint64_t filled_ = 0;
  std::string_view begin_;
  char separator_ = 0;  ///< 0: not known yet.
  bool has_more_ = false;
  std::string text_;
  std::string plain_;
  std::uint64_t number_ = 0;
};

}  // namespace balint::detail
