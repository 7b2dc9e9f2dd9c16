#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Compiles the million draws with several compilers and flags, and runs them under several settings of the C library:
# one hash comes out.
# usage: check.sh HASH [CXXFLAGS...]   the compilers are CXX, g++ and clang++-19, as far as they are there
set -euo pipefail
cd "$(dirname "$0")/../../.."
hash=$1
shift
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

failed=0
count=0
say() {
  count=$((count + 1))
  [ "$2" = "$hash" ] || { echo "$1: $2 instead of $hash" >&2; failed=1; }
}
tried=" "
for compiler in "${CXX:-c++}" g++ clang++-19; do
  command -v "$compiler" >/dev/null || continue
  real=$(readlink -f "$(command -v "$compiler")")
  case $tried in *" $real "*) continue ;; esac
  tried="$tried$real "
  for flags in -O0 -O3 "-O3 -march=x86-64-v3" "-O2 -ffp-contract=fast -fno-strict-aliasing" "-Os -fwrapv"; do
    # shellcheck disable=SC2086 # several flags
    "$compiler" -std=c++23 $flags "$@" -I include tests/random/identity/million_draws.cpp -o "$place/draws" 2>"$place/said" || {
      case $flags in *-march*) continue ;; esac  # of another processor
      cat "$place/said" >&2
      exit 1
    }
    case $flags in *-march*) grep -qw avx2 /proc/cpuinfo 2>/dev/null || continue ;; esac
    say "$compiler $flags" "$("$place/draws")"
    say "$compiler $flags without FMA" "$(GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2 "$place/draws")"
  done
done
echo "$count runs"
exit $failed
