// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A text in every language.
#include <balint/text/language.hpp>

#include <array>
#include <string_view>

namespace balint {

/// A text in every language, by key: `act.vote`, `finding.absent`, `advisory.passed`, ….
struct phrase {
  /// What it is the text of.
  std::string_view key;
  /// The text, by language.
  std::array<std::string_view, language_count> in;
};

}  // namespace balint
