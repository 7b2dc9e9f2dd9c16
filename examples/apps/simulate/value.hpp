// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A value of a scenario, and where it was given.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// From one number to another in steps: a way to write a list.
struct number_range {
  double from = 0;
  double to = 0;
  double step = 1;
};

/// A value: of one of these kinds.
struct value {
  /// A list of values.
  using list = std::vector<value>;

  std::variant<bool, std::int64_t, double, std::string, list, number_range> is;

  /// Whether it is of a kind.
  template <typename T>
  [[nodiscard]] bool holds() const noexcept {
    return std::holds_alternative<T>(is);
  }
  /// The value of that kind, which it has.
  template <typename T>
  [[nodiscard]] const T& as() const {
    return std::get<T>(is);
  }
  /// Whether it is a number, whole or not.
  [[nodiscard]] bool is_number() const noexcept { return holds<std::int64_t>() || holds<double>(); }
  /// The number that it is; 0 where it is none.
  [[nodiscard]] double number() const {
    if (holds<std::int64_t>()) return static_cast<double>(as<std::int64_t>());
    return holds<double>() ? as<double>() : 0;
  }
  /// As TOML writes it: the same for the same value, however it was written.
  [[nodiscard]] std::string text() const;
};

/// Where a value was given.
struct place {
  /// The file, or the option of the command line.
  std::string name;
  /// The line, from 1; 0: not in a file.
  std::uint32_t line = 0;
  /// The column, from 1.
  std::uint32_t column = 0;

  /// For a complaint: `FILE:LINE:COLUMN`, or the option.
  [[nodiscard]] std::string text() const;
};

/// A value with its place.
struct setting {
  value what;
  place where;
};

/// The values of a scenario by key: names with dots between them, such as `group.participant`.
using settings = std::map<std::string, setting, std::less<>>;

/// The complaints about a scenario, one a line.
using complaints = std::vector<std::string>;
