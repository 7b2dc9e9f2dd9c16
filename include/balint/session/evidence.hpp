// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What lies behind a refusal beyond its code: numbers and people, for those who put it into words.
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstdint>

namespace balint {

/// The numbers and people behind a code. Each code fills what it is about; the rest keeps its default.
struct evidence {
  /// For `time_reversed`: by how much the clock of the record runs back.
  time_span back{};
  /// For `flag_open`: the rules of which a breach was named and not answered.
  rule_set rules{};
  /// For `wrong_role`: the roles that the person has, bit i for the i-th office of the protocol (the lead's for
  /// the person who leads now), the bit behind the offices for the presenter.
  std::uint32_t roles = 0;
  /// For `not_supported`: the owner of the case with the most votes; for `somebody_leads`: who leads; for
  /// `wrong_role`: the presenter.
  person_id other = nobody;
  /// For `not_supported`: how many votes the case has that was to be selected.
  std::uint8_t votes = 0;
  /// For `not_supported`: how many votes the other one has.
  std::uint8_t other_votes = 0;
  /// For `absent`: whether the person left for good.
  bool has_withdrawn = false;
  /// For `wrong_role`: whether somebody leads.
  bool is_led = false;
  /// For `repeated`: whether the person passed in the stage of the act.
  bool has_passed = false;
  /// For `stage_skipped`: whether acts of the stage took effect while the session was in another one.
  bool was_elsewhere = false;

  friend constexpr bool operator==(const evidence&, const evidence&) = default;
};

}  // namespace balint
