// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The staff group before it is handed over: teachers learn the six stages with a leader.
#include <balint/protocol/formation.hpp>
#include <balint/protocol/who.hpp>
#include <balint/protocols/pedagogical.hpp>
#include <balint/vocabulary/role.hpp>

#include <string_view>

namespace balint {

/// The pedagogical Balint group for teaching staff in the phase before the hand-over; its leader comes from outside or
/// is a member. @source VAR-7
struct led_staff_group {
  static constexpr std::string_view name = "led_staff_group", source = "VAR-7";
  using offices = pedagogical::group_offices;
  using lead = pedagogical::group_lead;
  using presented_by = role::presenter;
  // clang-format off
  using formation = pedagogical::group_conditions<>::
      with<declare::less_experienced_at_most_one_in<role::participant, 5>,
           declare::office_on_record<role::supervisor>, declare::does_not_grade<role::leader>>;
  // clang-format on
  using order = pedagogical::six_stages;
  using throughout = pedagogical::acts_throughout<declare::either<role::deputy, role::participant>>;
  using session_advisories = pedagogical::session_advisories;
};

}  // namespace balint
