// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// CSV logs, for spreadsheets, pandas and bupaR. Reading: `csv_reader`. Writing: `csv_writer`.
#include <balint/log/csv/format.hpp>
#include <balint/log/csv/source.hpp>
