// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// CSV logs, for spreadsheets, pandas and bupaR: reading and writing.
#include <balint/log/csv/detail/source.hpp>
#include <balint/log/csv/format.hpp>
#include <balint/log/record_reader.hpp>
#include <balint/protocols/all.hpp>

namespace balint {

/// Reads a CSV log (RFC 4180): `csv_reader<> reader(file, "log.csv"); reader.read(visitor)`.
template <typename Protocols = all_protocols>
using csv_reader = record_reader<detail::csv_source, Protocols>;

}  // namespace balint
