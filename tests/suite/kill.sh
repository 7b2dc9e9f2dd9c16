#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Looks whether the conformance suite, alone, sees what is wrong with headers: answers 0 where it sees nothing.
#
# usage: tests/suite/kill.sh INCLUDE_DIR
#        tests/mutation/run.sh --with tests/suite/kill.sh
# CONFORMANCE_KIT says where the kit is, CXX and CXXFLAGS how the library's implementation is built.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
: "${CXX:=g++}" "${CXXFLAGS:=}" "${CONFORMANCE_KIT:=$root/build/gcc-debug/examples/apps/conformance_kit/conformance_kit}"
place=$(mktemp -d "${TMPDIR:-/tmp}/balint-suite.XXXXXX")
trap 'rm -rf "$place"' EXIT
# shellcheck disable=SC2086
"$CXX" -std=c++23 -O0 -fmax-errors=1 $CXXFLAGS -I "$1" -I "$root" "$root/tests/suite/library.cpp" -o "$place/library" -lsimdjson
"$CONFORMANCE_KIT" --suite "$root/tests/suite" --implementation "$place/library" --timeout 20 --fail-fast
