// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The student group: a teacher leads student teachers through the six stages.
#include <balint/protocol/formation.hpp>
#include <balint/protocols/pedagogical.hpp>
#include <balint/vocabulary/profession.hpp>
#include <balint/vocabulary/role.hpp>

#include <string_view>

namespace balint {

/// The pedagogical Balint group for student teachers; its leader comes from outside. @source DEF-1, VAR-1
struct student_group {
  static constexpr std::string_view name = "student_group", source = "VAR-1";
  using offices = pedagogical::group_offices;
  using lead = pedagogical::group_lead;
  using presented_by = role::presenter;
  // clang-format off
  using formation = pedagogical::group_conditions<declare::comes_from_outside<role::leader, role::participant>>::with<
      declare::recommended_profession<role::leader, profession::teacher, profession::methodologist,
                                      profession::internship_supervisor>,
      declare::does_not_grade<role::leader>>;
  // clang-format on
  using order = pedagogical::six_stages;
  using throughout = pedagogical::acts_throughout<role::deputy>;
  using session_advisories = pedagogical::session_advisories;
};

}  // namespace balint
