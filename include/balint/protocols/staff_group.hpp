// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The staff group: teachers lead themselves through the six stages; a supervisor is present.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/protocol/session_advisories.hpp>
#include <balint/protocol/who.hpp>
#include <balint/protocols/pedagogical.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/profession.hpp>
#include <balint/vocabulary/role.hpp>

#include <string_view>

namespace balint {

/// The pedagogical Balint group for teaching staff; its leader is a member. @source VAR-2, VAR-3
struct staff_group {
  static constexpr std::string_view name = "staff_group", source = "VAR-2";
  using offices = pedagogical::group_offices;
  using lead = pedagogical::group_lead;
  using presented_by = role::presenter;
  // clang-format off
  using formation = pedagogical::group_conditions<
      declare::comes_from_within<role::leader, role::participant>,
      declare::supervised_by<role::supervisor>,
      declare::professed<role::supervisor, profession::psychologist, profession::methodologist>>::
      with<declare::less_experienced_at_most_one_in<role::participant, 5>,
           declare::profession_on_record<role::supervisor>, declare::does_not_grade<role::leader>>;
  using order = pedagogical::six_stages;
  using throughout = pedagogical::acts_throughout<declare::either<role::deputy, role::participant>,
                                                  declare::attended_by<role::supervisor>>::
      with<declare::may<pedagogical::listener, act::take_lead>>;
  // clang-format on
  using session_advisories = pedagogical::session_advisories::with<declare::attended_throughout>;
};

}  // namespace balint
