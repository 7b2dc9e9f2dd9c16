// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Checking one file: the part of the program that knows the protocols.
#include "report.hpp"

#include <cstdio>
#include <string>

/// Judges every session of a log and reports it; gives why it could not be read to its end, or an empty text.
[[nodiscard]] std::string check_log(std::FILE* file, const std::string& name, const style& how, tally& all);
