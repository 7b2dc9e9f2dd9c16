#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# How much of include/balint/ the tests run: lines and branches, with clang 19's coverage.
# usage: tests/coverage.sh
#
# Unit tests, vectors, properties, exploration, examples and programs are run; what is only compiled or installed is
# not. A header is a template in many programs: a line counts as run, and an outcome of a branch as taken, if it was in
# any program and for any template argument. tests/coverage_exceptions.txt says what is not counted, and why.
#
# Fails below 98 % of the lines or 95 % of the outcomes. What is missing is listed in build/clang-coverage/missing.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/setup.sh
require_for_coverage
build=build/clang-coverage
cmake --preset clang-coverage
cmake --build --preset clang-coverage

rm -rf $build/profiles
mkdir $build/profiles
export LLVM_PROFILE_FILE=$PWD/$build/profiles/%m.profraw
mapfile -t tests < <(find $build/tests -name '*_test' -type f -executable ! -path '*/house/*' | sort)
mapfile -t examples < <(find $build/examples -type f -executable ! -path '*/CMakeFiles/*' | sort)
for program in "${tests[@]}"; do
  echo "== ${program##*/}"
  $program --gtest_brief=1 --gtest_filter='-Memory.*' # they measure what a process takes that ran nothing else
done
ctest --test-dir $build --tests-regex '^(example|app)\.' --output-on-failure --parallel 2 --no-tests=error

llvm-profdata-19 merge -sparse $build/profiles/*.profraw -o $build/all.profdata
for program in "${tests[@]}" "${examples[@]}"; do
  llvm-cov-19 show "$program" -instr-profile=$build/all.profdata -show-branches=count -show-instantiations=false \
    -sources include/balint
done 2>$build/warnings.txt | awk -v missing=$build/missing.txt -v least_lines=98 -v least_branches=95 \
  -f tests/coverage.awk tests/coverage_exceptions.txt -
