// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// JSON Lines logs, the library's own format: reading and writing.
#include <balint/log/jsonl/reader.hpp>
#include <balint/log/jsonl/writer.hpp>
