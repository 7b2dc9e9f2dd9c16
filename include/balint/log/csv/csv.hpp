// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// CSV logs, for spreadsheets, pandas and bupaR. Reading: `csv_reader`, and `mapped_csv_reader` for logs of other
/// programs. Writing: `csv_writer`.
#include <balint/log/csv/format.hpp>
#include <balint/log/csv/mapped_source.hpp>
#include <balint/log/csv/source.hpp>
