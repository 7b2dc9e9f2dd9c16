#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Whether experiments are the same from every compiler, flag, number of threads and partition, and whether intervals
# cover what they say. It takes minutes: ctest runs less of the same.
# usage: check.sh [TRUTH]   the value that 1,024 pairs are held against is that of TRUTH pairs, 4,000,000 unless given
set -euo pipefail
cd "$(dirname "$0")/../../.."
truth=${1:-4000000}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
source=tests/experiment/acceptance/acceptance.cpp

failed=0
hash=
say() {
  rm -rf "$place/run"
  hash=${hash:-$2}
  echo "$2 $1"
  [ "$2" = "$hash" ] || failed=1
}
build() {
  # shellcheck disable=SC2086 # several flags
  "$1" -std=c++23 $2 -I include -I . "$source" -o "$place/acceptance"
}
run() { "$place/acceptance" identity "$place/run" "$@"; }

for compiler in g++ clang++-19; do
  command -v "$compiler" >/dev/null || continue
  for flags in -O0 "-O3 -march=x86-64-v3"; do
    case $flags in *-march*) grep -qw avx2 /proc/cpuinfo 2>/dev/null || continue ;; esac
    build "$compiler" "$flags"
    say "$compiler $flags" "$(run 2)"
    say "$compiler $flags, without FMA and AVX2" "$(GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2 run 2)"
  done
done
build g++ -O2
for threads in 1 2 5; do say "$threads threads" "$(run $threads)"; done
say "blocks 0:3, 3:7, 7:10" "$(run 7:10 0:3 3:7)"

"$place/acceptance" stopping 10000 | tee "$place/stopping"
awk '$1 == "proportion" && $2 < .943 || $1 == "mean" && ($2 < .943 || $2 > .957) { exit 1 }' "$place/stopping" || failed=1
g++ -std=c++23 -O2 -I include -I . tests/experiment/acceptance/coverage.cpp -o "$place/coverage"
"$place/coverage" 10000 | tee "$place/coverage.md"
# Rows of the library's own intervals: none is ever of width 0; Wald's, which stops at once without a case, covers less.
awk -F'|' '/Wilson|Bonett/ && $6 + 0 > 0 || /stopped.*Wald/ && $5 >= .90 || /stopped.*Wilson/ && $5 < .943 { exit 1 }' \
  "$place/coverage.md" || failed=1
"$place/acceptance" pairs "$truth" 400 | tee "$place/pairs"
awk '/variance reduction/ && $NF < 30 || /covered/ && ($2 < 366 || $2 > 393) { exit 1 }' "$place/pairs" || failed=1
exit $failed
