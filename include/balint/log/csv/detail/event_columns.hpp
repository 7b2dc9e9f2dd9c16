// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The rows of another program's CSV log by the attributes that its columns hold.
#include <balint/log/csv/detail/columns.hpp>
#include <balint/log/csv/detail/row.hpp>
#include <balint/log/csv/detail/row_fault.hpp>
#include <balint/log/detail/whole_number.hpp>
#include <balint/log/file/line_reader.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/mapping.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::detail {

/// Reads rows, each an event. An attribute is in the column that has its key for a name, or else in the column that the
/// library's own logs have for it; the session also in the column `case:…`, as data frames name attributes of traces.
class event_columns {
 public:
  line_fault fault;

  /// Reads from a stream; the keys live as long.
  event_columns(std::FILE* from, const log_mapping::keys& keys) : keys_(keys), rows_(from) {}
  /// Reads from any source of bytes.
  event_columns(byte_source from, const log_mapping::keys& keys) : keys_(keys), rows_(std::move(from)) {}

  /// Reads the next row that holds something; false: there is none, or a fault.
  [[nodiscard]] bool next() {
    if (columns_.empty() && !read_columns()) return false;
    if (!read_row()) return false;
    return rows_.count() == columns_.size() || no("a row of " + std::to_string(rows_.count()) + " cells",
                                                  std::to_string(columns_.size()) + " cells, as in the first row");
  }
  /// The line that the row or the fault is in, from 1; 0: the file as a whole.
  [[nodiscard]] std::uint64_t line() const noexcept { return rows_.number(); }
  /// The name of the session that the row is of.
  [[nodiscard]] std::string_view session() const noexcept { return rows_[session_]; }
  /// Calls `take(key, value)` for each cell that is not empty, but for the session's.
  template <typename Take>
  void each_attribute(Take&& take) const {
    for (std::size_t i = 0; i < std::min(columns_.size(), csv_row::most); ++i) {
      if (i != session_ && !rows_[i].empty()) take(std::string_view(columns_[i]), rows_[i]);
    }
  }

 private:
  bool no(std::string found, std::string wanted) {
    fault = csv_encoding_fault(rows_).value_or(line_fault{0, std::move(found), std::move(wanted)});
    return false;
  }
  [[nodiscard]] bool read_row() {
    for (;;) {
      const auto came = rows_.next();
      if (came == csv_row::result::end) return false;
      if (came != csv_row::result::row) {
        fault = *csv_row_fault(came, rows_);
        return false;
      }
      if (!rows_.is_blank()) return true;
    }
  }
  [[nodiscard]] bool read_columns() {
    if (!read_row()) return false;
    for (std::size_t i = 0; i < rows_.count(); ++i)
      columns_.emplace_back(i < csv_row::most ? trimmed(rows_[i]) : std::string_view());
    session_ = session_column();
    if (session_ == columns_.size())
      return no("no column of sessions",
                "a column \"" + keys_.session + "\", or a mapping whose key \"session\" names it");
    const std::array<std::pair<const std::string*, csv_column>, 7> known{{{&keys_.act, csv_act},
                                                                          {&keys_.by, csv_by},
                                                                          {&keys_.at, csv_at},
                                                                          {&keys_.on_case, csv_case},
                                                                          {&keys_.option, csv_option},
                                                                          {&keys_.rule, csv_rule},
                                                                          {&keys_.to, csv_to}}};
    for (const auto& [key, own] : known) {
      if (find(*key) != columns_.size()) continue;
      const auto at = find(csv_columns[own]);
      if (at != columns_.size() && at != session_) columns_[at] = *key;
    }
    for (const auto* needed : {&keys_.act, &keys_.by}) {
      const auto at = find(*needed);
      if (at == columns_.size()) return no("no column \"" + *needed + "\"", "a column for who, and one for the act");
    }
    return true;
  }
  /// The position of a column; their number: there is none.
  [[nodiscard]] std::size_t find(std::string_view name) const noexcept {
    return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), name) - columns_.begin());
  }
  [[nodiscard]] std::size_t session_column() const {
    if (const auto at = find("case:" + keys_.session); at != columns_.size()) return at;
    const auto at = keys_.session == keys_.act ? columns_.size() : find(keys_.session);
    return at != columns_.size() ? at : find(csv_columns[csv_session]);
  }

  const log_mapping::keys& keys_;
  csv_row rows_;
  std::vector<std::string> columns_;
  std::size_t session_ = 0;
};

}  // namespace balint::detail
