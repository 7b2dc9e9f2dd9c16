// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The staff group: teachers lead themselves through the six stages; a supervisor is present.
#include <balint/protocols/pedagogical.hpp>
#include <balint/vocabulary/profession.hpp>

namespace balint::protocols {

using namespace declare;

/// The pedagogical Balint group for teaching staff; its leader is a member. @source VAR-2, VAR-3
struct staff_group {
  static constexpr std::string_view name = "staff_group", source = "VAR-2";
  using offices = pedagogical::group_offices;
  using lead = led_by<role::leader, role::deputy>;
  using presented_by = role::presenter;
  using formation = pedagogical::group_conditions<
      comes_from_within<role::leader, role::participant>,
      supervised_by<role::supervisor>,
      professed<role::supervisor, profession::psychologist, profession::methodologist>,
      less_experienced_at_most_one_in<role::participant, 5>>::with<does_not_grade<role::leader>>;
  using order = pedagogical::six_stages;
  using throughout =
      pedagogical::acts_throughout<either<role::deputy, role::participant>, attended_by<role::supervisor>>;
  using session_advisories = pedagogical::session_advisories;
};

}  // namespace balint::protocols

namespace balint {
using protocols::staff_group;
}  // namespace balint
