// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Files of a run that cannot be one file: what is written over what is read, or two outputs over each other.
#include "outside.hpp"
#include "scenario.hpp"

#include <optional>
#include <span>
#include <string>

/// Which of the files that these keys name cannot be written where they are to be; nothing: all can. `tells` is
/// whether a text is written to standard output beside them.
[[nodiscard]] std::optional<std::string> fault_of_files(const experiment& what, const outside_wishes& players,
                                                        std::span<const char* const> keys, bool tells);
