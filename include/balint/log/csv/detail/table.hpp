// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The rows of a CSV log by the names of their columns, whatever order the first row gives these.
#include <balint/group/person.hpp>
#include <balint/log/csv/detail/columns.hpp>
#include <balint/log/csv/detail/row.hpp>
#include <balint/log/csv/detail/row_fault.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/detail/whole_number.hpp>
#include <balint/log/file/line_reader.hpp>
#include <balint/log/file/log_parts.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/word.hpp>

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

  /// Reads from any source of bytes.
  explicit csv_table(byte_source from) : rows_(std::move(from)) {}
  /// Reads from a stream that is where the part begins.
  explicit csv_table(std::FILE* from, const log_part& part) : rows_(from, part) {
    if (part.columns.empty()) return;
    auto rest = std::exchange(rows_, csv_row(part.columns));
    has_columns_ = read_columns();
    rest.separate_by(rows_.separator());
    rows_ = std::move(rest);
  }

  /// Reads the next row; false: there is none, or a fault.
  [[nodiscard]] bool next() {
    if (!has_columns_) {
      if (!read_columns()) return false;
      has_columns_ = true;
    }
    do {
      if (!read_row()) return false;
      kind_ = rows_.count() == width_ ? find_csv_row_kind(cell(csv_kind)) : csv_row_kind::unknown;
    } while (kind_ == csv_row_kind::unknown && rows_.is_blank());
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
    return (wrong == 0 && !rows_.has_more()) || has_another(wrong);
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

  /// That a cell is filled which a row of this kind does not have; what is no word in it is not shown.
  [[gnu::cold]] bool has_another(std::uint64_t wrong) {
    const auto at = static_cast<std::size_t>(std::countr_zero(wrong));
    if (wrong == 0 || is_nameless(at)) return no("something in a column without a name", "nothing there");
    return no_in(column_at_[at], is_word(rows_[at]) ? quoted(rows_[at]) : "something",
                 "nothing there in the row of kind " + std::string(cell(csv_kind)));
  }
  [[nodiscard]] bool is_nameless(std::size_t at) const noexcept { return place_[column_at_[at]] != at; }

  [[nodiscard]] bool read_row() {
    const auto came = rows_.next();
    return came == csv_row::result::row || (came != csv_row::result::end && read_no_row(came));
  }
  [[gnu::cold]] bool read_no_row(csv_row::result came) {
    fault = *csv_row_fault(came, rows_);
    return false;
  }
  /// Reads the row that names the columns; false: there is none, or a fault.
  [[nodiscard]] bool read_columns() {
    do {
      if (!read_row()) return false;
    } while (rows_.is_blank());
    return name_columns() || blame_encoding();
  }
  /// Says where the log is in another encoding; false.
  bool blame_encoding() {
    if (auto wide = csv_encoding_fault(rows_)) fault = std::move(*wide);
    return false;
  }
  [[nodiscard]] bool name_columns() {
    width_ = rows_.count();
    if (rows_.has_more()) return no("more than " + std::to_string(csv_row::most) + " columns", "those of a log");
    place_.fill(absent);
    for (std::size_t at = 0; at < width_ && at < csv_row::most; ++at) {
      if (!read_column(at)) return false;
    }
    for (const auto needed : {csv_session, csv_kind, csv_by, csv_act}) {
      if (place_[needed] == absent)
        return no("no column \"" + std::string(csv_columns[needed]) + "\"", "a first row that names the columns");
    }
    return true;
  }
  [[nodiscard]] bool read_column(std::size_t at) {
    const auto name = trimmed(rows_[at]);
    if (name.empty()) return true;  // Spreadsheets write such columns beside a table; they hold nothing.
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
      places_[kind] |= std::uint64_t{(csv_cells_of_kind[kind] >> i) & 1U} << at;
    return true;
  }

  csv_row rows_;
  std::array<std::uint8_t, csv_columns.size()> place_{};  ///< Where each column is in a row.
  std::array<csv_column, csv_row::most> column_at_{};     ///< Which column is where, if it has a name.
  std::array<std::uint64_t, 4> places_{};                 ///< The cells that each kind of row may fill, as bits.
  std::size_t width_ = 0;
  csv_row_kind kind_ = csv_row_kind::unknown;
  bool has_columns_ = false;
};

}  // namespace balint::detail
