#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Fails if what a user's compiler does for balint.hpp alone, or for a session of one protocol, has grown by a tenth over
# what bench/compile_gate.txt records. It counts and takes no time: the template specialisations that g++ makes beyond
# those of the standard headers, the functions that it compiles, and the MiB that it allocates.
# usage: bench/compile_gate.sh [--compiler g++] [--record]
#   --record   writes the counts of this compiler to bench/compile_gate.txt
# exit code 77: this is not the compiler whose counts are recorded; its counts differ with no fault of the library.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
recorded=$here/bench/compile_gate.txt
compiler=g++
record=
while [ $# -gt 0 ]; do
  case $1 in
    --compiler) compiler=$2; shift 2 ;;
    --record) record=1; shift ;;
    *) sed -n '/^# usage/,/^# exit/s/^# //p' "$0" >&2; exit 2 ;;
  esac
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

version=$("$compiler" --version | head -n 1 | cut -d' ' -f2-) # without the name it is called by
if [ -z "$record" ]; then
  wanted=$(sed -n 's/^compiler: //p' "$recorded")
  if [ "$version" != "$wanted" ]; then
    echo "skipped: the counts are those of '$wanted', this is '$version'"
    exit 77
  fi
fi
. "$here/bench/compile_units.sh"
compile_units "$work" "$compiler"

# count NAME: specialisations, functions and MiB of a unit.
count() {
  local of=$work/$1
  "$compiler" -std=c++23 -O0 -I "$here/include" -fstats -c "$of.cpp" -o "$of.o" 2>"$of.stats" ||
    { cat "$of.stats" >&2; exit 2; }
  functions=$(nm --defined-only "$of.o" | grep -c ' [TWtw] ' || true)
  awk -v functions="$functions" '
    /^(decl|type)_specializations:/ { made += $4; ++lines }
    / TOTAL / { mib = $NF; sub(/M$/, "", mib) }
    END { if (lines != 2 || mib !~ /^[0-9]+$/) exit 1; print made, functions, mib }' "$of.stats" ||
    { echo "$compiler -fstats does not say what it did" >&2; exit 2; }
}
read -r standard _ < <(count standard_headers)
for unit in balint one_protocol; do
  read -r made functions mib < <(count "$unit")
  echo "$unit $((made - standard)) $functions $mib"
done >"$work/now"

if [ -n "$record" ]; then
  {
    echo "# What a user's compiler does; bench/compile_gate.sh fails where this grows by a tenth."
    echo "# Written by: bench/compile_gate.sh --record"
    echo "compiler: $version"
    echo "# unit specialisations functions MiB"
    cat "$work/now"
  } >"$recorded"
fi
awk '
  BEGIN { split("specialisations functions MiB", what); printf "%-14s %16s %8s %8s\n", "unit", "", "recorded", "now" }
  /^#/ || /^compiler:/ { next }
  FNR == NR { for (i = 2; i <= 4; ++i) before[$1, i] = $i; next }
  {
    for (i = 2; i <= 4; ++i) {
      if (!(($1, i) in before)) { print "no count is recorded for " $1 > "/dev/stderr"; failed = 1; continue }
      grown = $i * 10 > before[$1, i] * 11
      printf "%-14s %16s %8d %8d%s\n", $1, what[i - 1], before[$1, i], $i, grown ? "  grown by more than a tenth" : ""
      failed = failed || grown
    }
  }
  END { exit failed }' "$recorded" "$work/now" || {
  echo "If that is worth it, record it: bench/compile_gate.sh --record" >&2
  exit 1
}
