// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The rows of a CSV log by the names of their columns, whatever order the first row gives these.
#include <balint/group/person.hpp>
#include <balint/log/csv/detail/columns.hpp>
#include <balint/log/csv/detail/row.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/file/log_parts.hpp>
#include <balint/log/format_error.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace balint::detail {

/// Reads rows and knows their columns. What answers false has a fault, unless there is no more.
class csv_table {
 public:
  line_fault fault;

  /// Reads from a stream that is where the part begins.
  explicit csv_table(std::FILE* from, const log_part& part) : rows_(from, part) {
    if (part.columns.empty()) return;
    auto rest = std::exchange(rows_, csv_row(part.columns));
    has_columns_ = read_columns();
    rows_ = std::move(rest);
  }

  /// Reads the next row; false: there is none, or a fault.
  [[nodiscard]] bool next() {
    if (!has_columns_) {
      if (!read_columns()) return false;
      has_columns_ = true;
    }
    if (!read_row()) return false;
    kind_ = find_csv_row_kind(cell(csv_kind));
    return rows_.count() == width_ || no("a row of " + std::to_string(rows_.count()) + " cells",
                                         std::to_string(width_) + " cells, as in the first row");
  }
  /// Whether there is no fault.
  [[nodiscard]] bool is_good() const noexcept { return fault.found.empty(); }
  /// The line that the row or the fault is in, from 1; 0: the file as a whole.
  [[nodiscard]] std::uint64_t line() const noexcept { return rows_.number(); }

  /// What the row is about.
  [[nodiscard]] csv_row_kind kind() const noexcept { return kind_; }
  /// A cell; one of a column that the log does not have is empty.
  [[nodiscard]] std::string_view cell(csv_column column) const noexcept {
    return place_[column] == absent ? std::string_view() : rows_[place_[column]];
  }
  /// Whether no cell is filled that a row of this kind does not have.
  [[nodiscard]] bool has_only_its_own() {
    const auto wrong = rows_.filled() & ~places_[static_cast<std::size_t>(kind_)];
    if (wrong == 0) return true;
    const auto at = static_cast<std::size_t>(std::countr_zero(wrong));
    return no_in(column_at_[at], quoted(rows_[at]), "nothing there in the row of kind " + std::string(cell(csv_kind)));
  }
  /// Reads a cell that holds a pseudonym.
  [[nodiscard]] bool read_id(csv_column column, std::string_view& into) {
    into = cell(column);
    return is_pseudonym(into) || no_in(column, quoted(into), wanted_pseudonym);
  }

  /// That something is wrong with the row.
  bool no(std::string found, std::string_view wanted) {
    fault = {0, std::move(found), std::string(wanted)};
    return false;
  }
  /// That something is wrong with a cell of the row.
  bool no_in(csv_column column, std::string found, std::string_view wanted) {
    found.append(" in the column ").append(csv_columns[column]);
    return no(std::move(found), wanted);
  }
  /// A cell for a message.
  [[nodiscard]] static std::string quoted(std::string_view cell) { return "\"" + shown(cell) + "\""; }

 private:
  static constexpr std::uint8_t absent = 0xFF;

  [[nodiscard]] bool read_row() {
    switch (rows_.next()) {
      case csv_row::result::row: return true;
      case csv_row::result::end: return false;
      case csv_row::result::too_long: return no("a row of more than 1 MiB", "shorter rows");
      case csv_row::result::unreadable: return no("a file that cannot be read", "a readable file");
      case csv_row::result::quote_inside:
        return no("a quote inside a cell", "the whole cell in quotes, quotes in it doubled");
      case csv_row::result::after_quote: return no("something after a closing quote", "a comma or the end of the line");
      case csv_row::result::unclosed: return no("a quote that is not closed", "the rest of a file that was cut off");
      case csv_row::result::bare_return: return no("a carriage return inside a row", "lines that end in CRLF or LF");
    }
    return false;
  }
  /// Reads the row that names the columns; false: there is none, or a fault.
  [[nodiscard]] bool read_columns() {
    if (!read_row()) return false;
    width_ = rows_.count();
    if (width_ > csv_columns.size())
      return no(std::to_string(width_) + " columns", "at most " + std::to_string(csv_columns.size()));
    place_.fill(absent);
    for (std::size_t at = 0; at < width_; ++at) {
      if (!read_column(at)) return false;
    }
    for (const auto needed : {csv_session, csv_kind, csv_by, csv_act}) {
      if (place_[needed] == absent)
        return no("no column \"" + std::string(csv_columns[needed]) + "\"", "a first row that names the columns");
    }
    return true;
  }
  [[nodiscard]] bool read_column(std::size_t at) {
    const auto name = rows_[at];
    std::size_t i = 0;
    while (i < csv_columns.size() && csv_columns[i] != name) ++i;
    if (i == csv_columns.size()) {
      std::string known;
      for (const auto one : csv_columns) known += (known.empty() ? "" : ", ") + std::string(one);
      return no("the column " + quoted(name), "columns of " + known);
    }
    if (place_[i] != absent) return no("a second column " + quoted(name), "each column once");
    place_[i] = static_cast<std::uint8_t>(at);
    column_at_[at] = static_cast<csv_column>(i);
    for (std::size_t kind = 0; kind < csv_cells_of_kind.size(); ++kind)
      places_[kind] |= ((csv_cells_of_kind[kind] >> i) & 1U) << at;
    return true;
  }

  csv_row rows_;
  std::array<std::uint8_t, csv_columns.size()> place_{};    ///< Where each column is in a row.
  std::array<csv_column, csv_columns.size()> column_at_{};  ///< Which column is where.
  std::array<std::uint32_t, 4> places_{};                   ///< The cells that each kind of row may fill, as bits.
  std::size_t width_ = 0;
  csv_row_kind kind_ = csv_row_kind::unknown;
  bool has_columns_ = false;
};

}  // namespace balint::detail
