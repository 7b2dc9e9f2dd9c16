#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Fuzzes for a long time: every target at once, until one fails or the time is over.
# usage: tests/fuzz/run.sh [SECONDS]; 300 for each target where nothing is said.
#
# What is new is kept in build/clang-fuzz/corpus/NAME and is where the next run begins. An input that fails is written to
# build/clang-fuzz/failed/: mend what it shows and put it into tests/fuzz/found/NAME, where every test run replays it. To
# take what is new into tests/fuzz/corpus, merge it, and keep it small:
#
#   build/clang-fuzz/tests/fuzz/NAME_fuzz -merge=1 tests/fuzz/corpus/NAME build/clang-fuzz/corpus/NAME
set -euo pipefail
cd "$(dirname "$0")/../.."
. cmake/setup.sh
require_for_tests
seconds=${1:-300}
case $seconds in
  '' | *[!0-9]*) echo "usage: tests/fuzz/run.sh [SECONDS]" >&2; exit 2 ;;
esac
cmake --preset clang-fuzz
cmake --build --preset clang-fuzz

build=build/clang-fuzz
mkdir -p $build/failed
declare -A running
for target in $build/tests/fuzz/*_fuzz; do
  name=${target##*/}
  name=${name%_fuzz}
  mkdir -p $build/corpus/$name
  seeds=(tests/fuzz/corpus/$name)
  longest=1024
  options=()
  [ -d tests/fuzz/found/$name ] && seeds+=(tests/fuzz/found/$name)
  [ -f tests/fuzz/$name.dict ] && options+=(-dict=tests/fuzz/$name.dict)
  if [ $name = log ]; then
    seeds+=(examples/data)
    longest=8192
  fi
  echo "== $name: $build/$name.log"
  $target -max_total_time=$seconds -max_len=$longest -len_control=0 -timeout=20 -print_final_stats=1 "${options[@]}" \
    -artifact_prefix=$build/failed/$name- $build/corpus/$name "${seeds[@]}" >$build/$name.log 2>&1 &
  running[$name]=$!
done

failed=0
for name in "${!running[@]}"; do
  if wait ${running[$name]}; then
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: //p' $build/$name.log) inputs, nothing found"
  else
    failed=1
    echo "$name failed:" >&2
    grep -E 'fuzz: |ERROR|runtime error|Test unit written' $build/$name.log >&2 || tail -n 20 $build/$name.log >&2
  fi
done
exit $failed
