// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What the columns of the tables are: the Table Schema of a folder, as a data package.
#include <filesystem>
#include <string>

/// The data package (Frictionless Data, version 1) of the tables that a folder has, with a Table Schema of each.
[[nodiscard]] std::string data_package(const std::filesystem::path& folder, const std::string& title);
