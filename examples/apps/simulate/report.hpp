// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report of an experiment: one HTML page with pictures, by eye or by ear.
#include "scenario.hpp"
#include "simulator.hpp"

#include <balint/experiment/results.hpp>

#include <filesystem>
#include <span>
#include <string>

/// The page. The blocks are read again for the histograms.
[[nodiscard]] std::string report_page(const experiment& what, const simulator& with,
                                      const balint::experiment::results& found,
                                      std::span<const std::filesystem::path> from);
