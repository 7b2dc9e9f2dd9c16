#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What it costs to compile with the library: CPU time and memory of including balint.hpp, next to the standard
# headers that it needs; of a session of each further protocol; of each further stage of the typed face. Least of
# interleaved repetitions, as ratios of one run; and how large a session is, next to the hand-written one.
# usage: bench/compile_cost.sh [--compiler g++|clang++-19] [--repetitions N] [--optimise -O2]
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
compiler=g++
repetitions=7
optimise=-O0
while [ $# -gt 0 ]; do
  case $1 in
    --compiler) compiler=$2; shift 2 ;;
    --repetitions) repetitions=$2; shift 2 ;;
    --optimise) optimise=$2; shift 2 ;;
    *) sed -n '/^# usage/s/^# //p' "$0" >&2; exit 2 ;;
  esac
done
command -v /usr/bin/time >/dev/null || { echo "this needs GNU time (Debian package: time)" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

. "$here/bench/compile_units.sh"
compile_units "$work" "$compiler"

compile() { # flags NAME, and what to run the compiler by
  "${@:3}" "$compiler" -std=c++23 -I "$here/include" $1 -c "$work/$2.cpp" -o /dev/null
}
TIMEFORMAT='%3U %3S'
measure() { # flags NAME: name and CPU seconds
  { time compile "$1" "$2" 2>"$work/errors"; } 2>"$work/time" || { cat "$work/errors" >&2; exit 2; }
  awk -v name="$2" '{ printf "%s %.3f\n", name, $1 + $2 }' "$work/time"
}
for name in "${units[@]}"; do
  compile "$optimise" "$name" /usr/bin/time -f "$name %M" 2>>"$work/memory" || { cat "$work/memory" >&2; exit 2; }
done
for ((i = 0; i < repetitions; ++i)); do
  for name in "${units[@]}"; do measure "$optimise" "$name"; done
done >"$work/times"
awk '
  FNR == NR { memory[$1] = $2 / 1024; order[++n] = $1; next }
  !($1 in time) || $2 < time[$1] { time[$1] = $2 }
  END {
    printf "%-20s %9s %9s %22s\n", "unit", "seconds", "MiB", "of the std headers"
    for (i = 1; i <= n; ++i) printf "%-20s %9.2f %9.1f %22.2f\n", order[i], time[order[i]], memory[order[i]], time[order[i]] / time["standard_headers"]
  }' "$work/memory" "$work/times"

# How large the objects are: the hand-written session, the library's, and the typed face.
cat >"$work/size.cpp" <<'SIZE'
#include <balint/balint.hpp>
#include <cstdio>
#include "switch_machine.hpp"
int main() {
  using namespace balint;
  std::printf("bytes: switch %zu, session<student_group> %zu, session_at %zu, judge %zu, classical %zu, event %zu, refusal %zu\n",
              sizeof(bench::switch_machine), sizeof(session<student_group>), sizeof(session_at<student_group, stage::story>),
              sizeof(judge<student_group>), sizeof(session<classical_group>), sizeof(event<student_group>), sizeof(refusal<student_group>));
}
SIZE
"$compiler" -std=c++23 -I "$here/include" -I "$here/bench" "$work/size.cpp" -o "$work/size" && "$work/size"
