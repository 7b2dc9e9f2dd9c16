#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds the benchmarks with the flags of the release presets and prints ratios within one run: medians of interleaved
# repetitions, each against the baseline of its own group. Never absolute times: those are of the machine.
# usage: bench/run.sh [--json FILE] [--compiler g++|clang++-19] [--repetitions N] [--include DIR]
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
compiler=g++
repetitions=9
json=
include=$here/include
while [ $# -gt 0 ]; do
  case $1 in
    --json) json=$2; shift 2 ;;
    --compiler) compiler=$2; shift 2 ;;
    --repetitions) repetitions=$2; shift 2 ;;
    --include) include=$(cd "$2" && pwd); shift 2 ;; # headers of another state, to compare with
    *) sed -n '/^# usage/s/^# //p' "$0" >&2; exit 2 ;;
  esac
done
. "$here/cmake/setup.sh"
require_for_bench
build=$here/build/bench-$(basename "$compiler")
[ "$include" = "$here/include" ] || build=$build-$(printf %s "$include" | cksum | cut -d' ' -f1)
mkdir -p "$build"
log=$build/build.log
(cd "$here" && cmake --preset bench -B "$build" -D CMAKE_CXX_COMPILER="$compiler" -D BALINT_INCLUDE_DIR="$include" &&
  cmake --build "$build") >"$log" 2>&1 </dev/null || { cat "$log" >&2; exit 2; }

for bench in session judge monitor jsonl formats repair simulation; do
  [ -x "$build/bench/${bench}_bench" ] || continue
  "$build/bench/${bench}_bench" --benchmark_enable_random_interleaving=true --benchmark_repetitions="$repetitions" \
    --benchmark_min_time=0.02 --benchmark_format=csv 2>/dev/null
done >"$build/times.csv"

# Group a/b/c is measured against each a/b/BASELINE; time is CPU time. A baseline of its own is no row.
awk -F, -v json="$json" -v repetitions="$repetitions" -v compiler="$compiler" '
  function baselines(name) {
    if (name == "attempt") return "switch msm statechart"
    if (name == "apply") return "telling_switch switch"
    if (name == "can_apply") return "switch_can_apply"
    if (name ~ /^xes_reader/) return "libxml2"
    if (name ~ /^csv_reader/) return "rows"
    if (name ~ /^reader/ || name == "simdjson_by_line") return "simdjson"
    if (name ~ /_of_[0-9]+_events$/) return name ~ /^1000_/ ? "" : "1000_of_1000_events"
    if (name == "monitor") return "alone side_by_side"
    if (name == "simulated" || name == "writer") return "bare"
    if (name ~ /^judge/) return "switch_judge switch"
    if (name == "side_by_side") return "alone"
    if (name ~ /switch|simdjson|libxml2|rows|alone|bare/) return ""
    return "switch"
  }
  # With repetitions, a name ends in "_median" on the line of the median.
  /_median"/ {
    name = $1
    gsub(/"/, "", name)
    sub(/_median$/, "", name)
    order[++n] = name
    time[name] = $4
  }
  END {
    if (n == 0) { print "nothing was measured" > "/dev/stderr"; exit 2 }
    printf "%-40s %-18s %8s\n", "measured", "against", "ratio"
    for (i = 1; i <= n; ++i) {
      split(order[i], part, "/")
      many = split(baselines(part[3]), against, " ")
      for (k = 1; k <= many; ++k) {
        base = part[1] "/" part[2] "/" against[k]
        if (!(base in time)) continue
        ratio = time[order[i]] / time[base]
        printf "%-40s %-18s %8.2f\n", order[i], against[k], ratio
        rows = rows sprintf("%s\n    {\"measured\": \"%s\", \"against\": \"%s\", \"ratio\": %.3f}", rows == "" ? "" : ",", order[i], base, ratio)
      }
    }
    if (json != "") {
      printf "{\n  \"compiler\": \"%s\",\n  \"repetitions\": %d,\n  \"statistic\": \"ratio of medians\",\n  \"ratios\": [%s\n  ]\n}\n", compiler, repetitions, rows > json
    }
  }' <(LC_ALL=C sort "$build/times.csv")
