// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A small protocol that can work: the declarations of this folder replace one part of it.
#include <balint/protocol/formation.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/protocol/well_formed.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/rule.hpp>
#include <balint/vocabulary/stage.hpp>

#include <string_view>

/// Participants and a leader talk in one stage.
struct circle {
  static constexpr std::string_view name = "circle";
  using offices = balint::declare::offices<balint::role::participant, balint::role::leader>;
  using lead = balint::declare::led_by<balint::role::leader>;
  using presented_by = balint::role::presenter;
  using formation = balint::declare::conditions<balint::declare::at_least<2, balint::role::participant>,
                                                 balint::declare::somebody<balint::role::leader>>;
  using order = balint::declare::sequence<
      balint::declare::in<balint::stage::closing,
                 balint::declare::each_at_least_once<balint::role::participant, balint::act::reflect>>>;
  using throughout = balint::declare::throughout<
      balint::declare::may<balint::role::leader, balint::act::advance>,
      balint::declare::may<balint::role::leader, balint::act::close>,
      balint::declare::may<balint::role::leader, balint::act::terminate>>;
};
static_assert(balint::well_formed<circle>());
