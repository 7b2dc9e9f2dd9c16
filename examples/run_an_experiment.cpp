// SPDX-License-Identifier: MIT
/// @file
/// Two policies of a group are compared over pairs of sessions, until the difference is known well enough. Simulated
/// sessions are no evidence about people.
#include <balint/balint.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/results.hpp>
#include <balint/experiment/run.hpp>
#include <balint/experiment/simulating.hpp>
#include <balint/random/draw.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <filesystem>

namespace experiment = balint::experiment;
namespace simulation = balint::simulation;
namespace role = balint::role;
using protocol = balint::student_group;
using balint::consent;

int main() {
  using person = balint::person<protocol>;
  const std::array people{
      person::as<role::leader>("lead", {}, "teacher"), person::as<role::participant>("anna", consent::given),
      person::as<role::participant>("boris", consent::given), person::as<role::participant>("clara", consent::given),
      person::as<role::participant>("daria", consent::given)};
  const auto group = balint::form<protocol>(people).formed().value();
  const auto directory = std::filesystem::temp_directory_path() / "balint-run-an-experiment";
  std::filesystem::remove_all(directory);

  //! [experiment]
  simulation::talking<protocol> quieter;
  quieter.passes = balint::random::probability::of(1, 20);

  using players = simulation::everybody<simulation::conduct<protocol>>;
  const std::array<experiment::cast_of<protocol, players>, 2> casts{
      {{group, {simulation::willing<protocol>()}}, {group, {simulation::conduct<protocol>(quieter)}}}};

  experiment::plan plan{.scenario = experiment::hash_of("willing against quieter"),
                        .seed = 1,
                        .arms = {"willing", "quieter"},
                        .max_sessions = 20'000,
                        .metrics = experiment::session_metrics<protocol>(),
                        .files = experiment::session_files<protocol>(),
                        .contrasts = {{.arm = 1, .versus = 0}}};
  plan.stop_at = {{.metric = 0, .half_width = 0.5, .of_contrasts = true}};  // minutes: to half a minute

  const auto cast = [&](std::uint32_t, std::uint32_t arm) -> const auto& { return casts[arm]; };
  const auto done = experiment::run(plan, directory, experiment::simulate_with<protocol>(plan, cast), {.threads = 2});
  if (!done) return fmt::print("{}\n", done.error().text), 1;

  const auto results = experiment::write_results(plan, directory);
  if (!results) return fmt::print("{}\n", results.error().text), 1;
  const auto& minutes = results->contrasts[0];
  fmt::print("{} pairs: {:.1f} minutes, from {:.1f} to {:.1f}\n", minutes.n, minutes.at_95.estimate, minutes.at_95.lo,
             minutes.at_95.hi);
  //! [experiment]
  const bool is_precise = minutes.precision == experiment::reached::yes && minutes.at_95.half_width() <= 0.5;
  std::filesystem::remove_all(directory);
  return is_precise ? 0 : 1;
}
