// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Rows of comma-separated values as RFC 4180 defines them, one after the other, in bounded memory.
#include <balint/log/line_reader.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace balint::detail {

/// Reads rows. A quoted cell may hold commas, quotes (doubled) and line ends; lines end in CRLF or LF.
class csv_row {
 public:
  /// What asking for a row came to.
  enum class result : std::uint8_t { row, end, too_long, unreadable, quote_inside, behind_quote, unclosed, bare_return };

  explicit csv_row(std::FILE* from) : lines_(from) {}

  /// The next row; its cells live until the next call.
  [[nodiscard]] result next() {
    std::string_view line;
    if (const auto got = take(line); got != result::row) return got;
    number_ = lines_.number();
    if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);  // Spreadsheets write it.
    cells_.clear();
    if (std::memchr(line.data(), '"', line.size()) != nullptr) return split_quoted(line);
    return split(without_return(line));
  }
  /// The cells of the row.
  [[nodiscard]] const std::vector<std::string_view>& cells() const noexcept { return cells_; }
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

  [[nodiscard]] result split(std::string_view line) {
    const char* cell = line.data();
    const char* const end = cell + line.size();
    bool has_return = false;
    for (const char* c = cell; c != end; ++c) {
      if (*c > ',') continue;
      has_return = has_return || *c == '\r';
      if (*c != ',') continue;
      cells_.emplace_back(cell, static_cast<std::size_t>(c - cell));
      cell = c + 1;
    }
    cells_.emplace_back(cell, static_cast<std::size_t>(end - cell));
    return has_return ? result::bare_return : result::row;
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
      cells_.emplace_back(plain_.data() + begin, plain_.size() - begin);
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
      if (row[i] != '"') return result::behind_quote;
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
  std::vector<std::string_view> cells_;
  std::string text_;
  std::string plain_;
  std::uint64_t number_ = 0;
};

}  // namespace balint::detail
