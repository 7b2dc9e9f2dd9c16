#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Labels: plants one deviation each into simulated sessions, a fifth of them controls, and looks whether the judge finds
# what has to be found and nothing else, hears of the breaches that were named, and comes to the verdict.
#
# usage: tests/deviation/labels/run.sh [SESSIONS]       100,000 sessions; fails where a kind came less than 1,000 times
#        tests/deviation/labels/run.sh --kill INCLUDE_DIR
#        LABELS=SET tests/mutation/run.sh --with 'tests/deviation/labels/run.sh --kill' \
#          --only conformance/judge.hpp --only conformance/detail/recovery.hpp
# --kill judges the set of $LABELS with the headers of INCLUDE_DIR: 0 where it sees nothing wrong. CXX and CXXFLAGS say
# how a program is built. Which findings belong together (conformance/cause.hpp) is no part of the set: the protocol's
# description does not say.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
: "${CXX:=g++}" "${CXXFLAGS:=}"
place=$(mktemp -d "${TMPDIR:-/tmp}/balint-labels.XXXXXX")
trap 'rm -rf "$place"' EXIT
# build PROGRAM INCLUDE_DIR
build() {
  # shellcheck disable=SC2086
  "$CXX" -std=c++23 -O1 -fmax-errors=1 $CXXFLAGS -I "$2" -I "$root" "$root/tests/deviation/labels/$1.cpp" -o "$place/$1" "${@:3}"
}
if [ "${1:-}" = --kill ]; then
  build judge_labels "$2"
  timeout 60 "$place/judge_labels" "${LABELS:?is the labelled set}" --fail-fast
  exit
fi
sessions=${1:-100000}
build make_labels "$root/include" -lgtest
build judge_labels "$root/include"
"$place/make_labels" "$sessions" >"$place/set" 2>"$place/kinds"
cat "$place/kinds"
"$place/judge_labels" "$place/set"
[ -z "${LABELS:-}" ] || cp "$place/set" "$LABELS"
[ "$sessions" -lt 100000 ] || awk '$2 < 1000 { print $1 " came only " $2 " times"; few = 1 } END { exit few }' "$place/kinds"
