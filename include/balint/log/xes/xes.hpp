// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// XES logs (IEEE 1849-2016), for process mining. Reading, compressed or not, a mapping for those of other programs:
/// `xes_reader`. Writing: `xes_writer`, into a `gzip_sink` where the log is to be compressed.
#include <balint/log/mapping.hpp>
#include <balint/log/xes/format.hpp>
#include <balint/log/xes/gzip_sink.hpp>
#include <balint/log/xes/source.hpp>
