#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Simulates 200 times ten sessions of 12 members with known parameters, estimates these, and says how often the 95 %
# intervals cover them: 180 to 198 of 200 for every parameter.
# usage: tests/calibration/coverage/run.sh [RUNS]
set -euo pipefail
here=$(cd "$(dirname "$0")/../../.." && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
"${CXX:-g++}" -std=c++23 -O2 -I "$here/include" -I "$here" "$here/tests/calibration/calibrate_test.cpp" \
  -lgtest -lgtest_main -o "$build/coverage"
BALINT_COVERAGE_RUNS=${1:-200} "$build/coverage" --gtest_brief=1 --gtest_filter='*.FindsWhatSessionsWereSimulatedWith:*ShortSession*'
