// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// An event in words, as people and programs outside say it.
#include <balint/vocabulary/time.hpp>

#include <string_view>

namespace balint {

/// An event in words: `{.by = "anna", .act = "vote", .on = "boris"}`. Its texts are the caller's.
struct event_words {
  /// Who, by name.
  std::string_view by = {};
  /// Which act, by name.
  std::string_view act = {};
  /// What it is done to: the name of a case's owner, of a person or of a rule, or the number of an option; empty for an
  /// act without target.
  std::string_view on = {};
  /// When, or `unstated`.
  instant at = unstated;

  friend bool operator==(const event_words&, const event_words&) = default;
};

}  // namespace balint
