// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// XES logs (IEEE 1849-2016), for process mining: reading and writing, compressed or not.
#include <balint/log/mapping.hpp>
#include <balint/log/record_reader.hpp>
#include <balint/log/xes/detail/source.hpp>
#include <balint/log/xes/format.hpp>
#include <balint/log/xes/gzip_sink.hpp>
#include <balint/protocols/all.hpp>

namespace balint {

/// Reads a XES log: `xes_reader<> reader(file, "log.xes.gz"); reader.read(visitor)`; a mapping may follow the name.
template <typename Protocols = all_protocols>
using xes_reader = record_reader<detail::xes_source, Protocols>;

}  // namespace balint
