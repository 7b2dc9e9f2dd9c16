// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// JSON Lines logs, the library's own format. Reading: `jsonl_reader`. Writing: `to_jsonl` gives a live session's lines
/// one by one, `jsonl_writer` writes a whole log. `log/jsonl/monitor.hpp`, which follows a stream, is not included.
#include <balint/log/jsonl/format.hpp>
#include <balint/log/jsonl/source.hpp>
#include <balint/log/jsonl/writer.hpp>
