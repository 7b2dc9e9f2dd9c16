// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The rules that findings can name, of all protocols of a log.
#include <balint/conformance/severity.hpp>

#include <string_view>
#include <vector>

/// A rule.
struct known_rule {
  std::string_view name;
  std::string_view source;
  balint::severity severity{};
};

/// Each rule once, in the order of the catalogue, those of single protocols after them.
[[nodiscard]] std::vector<known_rule> all_rules();
