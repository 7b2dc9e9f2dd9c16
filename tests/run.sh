#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every test, from a bare Debian or Ubuntu machine to done: with g++, then with clang 19 under ASan and UBSan and a short
# run of the fuzz targets, then what uses threads under TSan.
# usage: tests/run.sh [PRESET...]; the presets are those of CMakePresets.json.
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/setup.sh
require_for_tests
fetch_sarif_schema
[ $# -gt 0 ] || set -- gcc-debug clang-sanitized clang-thread
for preset in "$@"; do
  echo "== $preset"
  cmake --workflow --preset "$preset"
done
