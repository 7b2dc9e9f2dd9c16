// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The description of an experiment that journals ask for: ODD, and the STRESS checklist; both from the scenario as it
/// was resolved.
#include "scenario.hpp"

#include <balint/experiment/blocks/plan.hpp>

#include <string>

/// The description by the ODD protocol, as Markdown.
[[nodiscard]] std::string odd_text(const experiment& what, const balint::experiment::plan& plan);

/// The STRESS checklist for agent-based simulation, as Markdown.
[[nodiscard]] std::string stress_text(const experiment& what, const balint::experiment::plan& plan);

/// A parameter of a policy that is played, with where its number comes from.
struct played_parameter {
  std::string policy;
  std::string name;
  std::string number;
  std::string source;
};
/// The parameters of everybody who plays in a cell; those of acts and stages only where the scenario gives them.
[[nodiscard]] std::vector<played_parameter> parameters_in(const scenario& what);
