// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The same machine with the six stages as states of Boost.MSM and of Boost.Statechart. Checks and effects are those of
/// the hand-written switch; only who asks them differs. Behind plain functions, for they need C++17.
#include "switch_machine.hpp"

namespace bench {

/// Runs a session through a new machine; gives the answers where there is room for them, and their sum.
std::uint64_t run_msm(const plain_group& who, plain_trace trace, answer* answers);
std::uint64_t run_statechart(const plain_group& who, plain_trace trace, answer* answers);

}  // namespace bench
