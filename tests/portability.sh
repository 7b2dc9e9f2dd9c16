#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Where else the library works: builds and runs what can be run of it here.
# usage: tests/portability.sh [PART...]; without parts, libcxx mingw wasm.
#   libcxx    clang 19 with libc++: the tests of the core, and programs with sessions, a judge and texts
#   mingw     the same programs compiled for Windows
#   wasm      the same programs for WebAssembly, run under Node
#   debian12  both commands of the README in a bare Debian 12 (a chroot, for root alone, in build/debian12)
#   debian13  the same in a bare Debian 13
# A part whose packages cannot be had is skipped, and the last lines say so. What is missing is installed with apt.
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/setup.sh
[ $# -gt 0 ] || set -- libcxx mingw wasm
place=$PWD/build/portability
warnings=(-std=c++23 -O1 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
# Examples that check themselves and need no package but fmt, which needs no library this way.
examples=(form_group judge_a_trace menu own_protocol proven_session run_time_session typed_session)
skipped=()

prepare() {
  mkdir -p "$place/include"
  ln -sfn "$(dirname "$(find /usr/include/fmt -name format.h -print -quit)")" "$place/include/fmt"
  awk '/^```cpp$/ { code = 1; next } /^```$/ && code { exit } code' README.md >"$place/readme.cpp"
  printf '#include <balint/balint.hpp>\n%s\n' "$(sed 's/^/#include </; s/$/>/' <<'END'
balint/alignment/fitness.hpp
balint/alignment/repair.hpp
balint/conformance/coverage.hpp
balint/monitoring/monitor.hpp
balint/vocabulary/chrono.hpp
END
)" >"$place/more.cpp"
}

# programs NAME RUN... -- COMPILER...: compiles the programs to NAME/, and runs each with RUN, or not where RUN is `-`.
programs() {
  local name=$1 run=()
  shift
  while [ "$1" != -- ]; do run+=("$1"); shift; done
  shift
  mkdir -p "$place/$name"
  local compiler=("$@" "${warnings[@]}" -I include)
  "${compiler[@]}" -fsyntax-only "$place/more.cpp"
  local sources=("$place/readme.cpp") example program
  for example in "${examples[@]}"; do sources+=("examples/$example.cpp"); done
  for example in "${sources[@]}"; do
    program=$place/$name/$(basename "$example" .cpp)
    "${compiler[@]}" -DFMT_HEADER_ONLY -isystem "$place/include" "$example" -o "$program"
    [ "${run[*]}" = - ] || "${run[@]}" "$program" >"$program.out" || { cat "$program.out"; return 1; }
  done
  echo "$name: ${#sources[@]} programs"
}

libcxx() {
  can_have_libcxx || return 77
  programs libcxx env -- clang++-19 -stdlib=libc++
  # GoogleTest with the same standard library.
  local googletest=$place/googletest
  cmake -G Ninja -S /usr/src/googletest -B "$googletest/build" -D CMAKE_CXX_COMPILER=clang++-19 \
    -D CMAKE_CXX_FLAGS=-stdlib=libc++ -D CMAKE_INSTALL_PREFIX="$googletest" >"$place/googletest.log" &&
    cmake --build "$googletest/build" --target install >>"$place/googletest.log" || { cat "$place/googletest.log"; return 1; }
  cmake --preset clang-libcxx -D CMAKE_PREFIX_PATH="$googletest" >"$place/libcxx.log" || { cat "$place/libcxx.log"; return 1; }
  local tests=() folder
  for folder in vocabulary protocol protocols group session conformance monitoring; do tests+=("${folder}_test"); done
  cmake --build --preset clang-libcxx --target "${tests[@]}"
  ctest --preset clang-libcxx -R "^($(IFS='|' && echo "${tests[*]}"))\$"
}

mingw() {
  can_have_mingw || return 77
  programs mingw - -- x86_64-w64-mingw32-g++-posix
}

wasm() {
  can_have_wasm || return 77
  programs wasm node --no-warnings tests/portability/run.mjs -- clang++-19 --target=wasm32-wasi -fno-exceptions
  echo "wasm: the README's program has $(stat -c %s "$place/wasm/readme") bytes"
}

# debian SUITE ROOT: both commands of the README in a folder with that Debian, made once. What is there is reused.
debian() {
  local suite=$1 root=$2 mirror
  [ "$(id -u)" -eq 0 ] && can_have_debootstrap || return 77
  if [ ! -x "$root/usr/bin/apt-get" ]; then
    mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1)
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" ${mirror:-} >"$place/debootstrap.log" ||
      { tail "$place/debootstrap.log"; return 77; }
  fi
  mounted=()
  trap '[ ${#mounted[@]} -eq 0 ] || umount "${mounted[@]}"' EXIT
  mountpoint -q "$root/proc" || { mount -t proc proc "$root/proc" && mounted+=("$root/proc"); }
  mountpoint -q "$root/dev" || { mount --bind /dev "$root/dev" && mounted+=("$root/dev"); }
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  rm -rf "$root/balint" && mkdir "$root/balint"
  tar c --exclude=./build --exclude=./.git . | tar x -C "$root/balint"
  chroot "$root" sh -c 'cd /balint && examples/run.sh && tests/run.sh'
}
# Another folder where the variable of that name says so.
debian12() { debian bookworm "${DEBIAN12:-$PWD/build/debian12}"; }
debian13() { debian trixie "${DEBIAN13:-$PWD/build/debian13}"; }

for part in "$@"; do
  case $part in
    libcxx | mingw | wasm | debian12 | debian13) ;;
    *) sed -n '/^# usage/,/^# A part/s/^# //p' "$0" >&2; exit 2 ;;
  esac
done
if [ -n "${BALINT_PART:-}" ]; then
  "$1"
  exit
fi
prepare
for part in "$@"; do
  echo "== $part"
  code=0
  # A process of its own, in which the first command that fails ends the part.
  BALINT_PART=1 bash tests/portability.sh "$part" || code=$?
  [ "$code" -eq 0 ] || [ "$code" -eq 77 ] || { echo "$part: failed" >&2; exit "$code"; }
  [ "$code" -eq 0 ] || skipped+=("$part")
done
for part in "${skipped[@]}"; do echo "skipped: $part, for its packages cannot be had here"; done
