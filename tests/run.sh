#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every test, from a bare Debian or Ubuntu machine to done: with g++, then with clang 19 under ASan and UBSan and a short
# run of the fuzz targets, then what uses threads under TSan; then the layout of the tree and what the headers include, and
# other standard libraries and systems.
# usage: tests/run.sh [PRESET...]; the presets are those of CMakePresets.json, and with them nothing else is run.
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/setup.sh
require_for_tests
fetch_sarif_schema
everything=
[ $# -gt 0 ] || { everything=1; set -- gcc-debug clang-sanitized clang-thread; }
for preset in "$@"; do
  echo "== $preset"
  cmake --workflow --preset "$preset"
done
if [ -n "$everything" ]; then
  tests/format.sh
  tests/portability.sh
fi
