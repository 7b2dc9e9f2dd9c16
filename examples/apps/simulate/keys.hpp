// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The keys of a scenario: the reader, the command line, `--set`, sweeps and the reference all have them from here.
#include "value.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What a key takes.
enum class shape : std::uint8_t {
  text,         ///< A word or a text.
  file,         ///< The name of a file or a folder.
  whole,        ///< A whole number.
  number,       ///< Any number.
  truth,        ///< true or false.
  probability,  ///< A number from 0 to 1.
  seconds,      ///< How many seconds pass on average until it happens, or "never".
  words,        ///< A list of words.
  many,         ///< A list of values, or from, to and step.
  any,          ///< Whatever the key takes that stands after it.
};

/// What a key is part of.
enum class part : std::uint8_t {
  scenario,  ///< It decides what is simulated.
  extent,    ///< It decides how much of it is.
  run,       ///< It decides how it is run and where it is written: nothing of it changes a session.
};

/// A key.
struct key {
  /// Its name; `*` is a name of the scenario's own: of a policy, an office, a person, a stage, an act.
  std::string_view name;
  shape takes = shape::text;
  part of = part::scenario;
  /// What it means, for the reference and the command line.
  std::string_view meaning = {};
  /// What holds where it is left out.
  std::string_view otherwise = {};
  /// The least and the most, of numbers.
  double least = 0;
  double most = 1e9;
  /// Whether the command line has it, too.
  bool is_option = false;
};

/// All keys, in the order of the reference.
[[nodiscard]] std::span<const key> all_keys() noexcept;

/// The key that a name is of, as `policies.calm.base` is of `policies.*.base`; null: there is none.
[[nodiscard]] const key* find_key(std::string_view name) noexcept;

/// The known name that an unknown one most likely stands for; empty: none is near.
[[nodiscard]] std::string nearest_key(std::string_view name);

/// What is wrong with a value of a key; nothing: it is one that the key takes.
[[nodiscard]] std::optional<std::string> fault_of(const key& of, const value& given);

/// The parts of a name: what stands between its dots.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view name);

/// Whether a name is that of an arm itself, which may change nothing: `arms.base`.
[[nodiscard]] bool is_arm(std::string_view name);

/// The keys as a table in Markdown: what the reference has.
[[nodiscard]] std::string keys_in_markdown();
