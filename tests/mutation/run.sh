#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Breaks the headers one small way at a time and looks whether the tests see it. mutants.txt declares the mutants and
# says how. The sources stay as they are: each mutant is a copy of include/ in a folder of its own.
#
# usage: tests/mutation/run.sh [--only PATTERN]... [--with COMMAND] [--jobs N] [--list]
#   --only PATTERN   mutants whose name or header fits, such as 'vote_*' or 'session/*'
#   --with COMMAND   instead of the tests: COMMAND DIR, where DIR is the include folder to build with, in a shell;
#                    it answers 0 where it finds nothing wrong
#   --list           name, header and reason of each, and no more
# CXX, CXXFLAGS and LDLIBS say how a test is built. Answers 1 where a mutant survives that is not declared to, where one
# is killed that is declared to survive, and where one is no use: it does not compile, or its text is not found once.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
: "${CXX:=g++}" "${CXXFLAGS:=-D_GLIBCXX_ASSERTIONS -isystem /usr/include/libxml2}"
: "${LDLIBS:=-lgmock -lgtest_main -lgtest -lrapidcheck -lfmt -lsimdjson -lxml2 -lz}"
seconds_a_test=300
export LC_ALL=C

declare -A header old new reason killers survives
names=()
read_mutants() {
  local line name='' key value
  while IFS= read -r line; do
    key=${line%% *} value=${line#* }
    [ "$key" != "$line" ] || value=
    case $key in
      '' | '#'*) ;;
      mutant)
        name=$value
        [ -z "${header[$name]+x}" ] || { echo "mutants.txt: two mutants are called $name" >&2; exit 2; }
        names+=("$name")
        header[$name]='' old[$name]='' new[$name]='' reason[$name]='' killers[$name]='' survives[$name]=''
        ;;
      in) header[$name]=$value ;;
      -) old[$name]+=${old[$name]:+$'\n'}$value ;;
      +) new[$name]+=${new[$name]:+$'\n'}$value ;;
      why) reason[$name]=$value ;;
      by) killers[$name]=$value ;;
      survives) survives[$name]=$value ;;
      *) echo "mutants.txt: $line" >&2; exit 2 ;;
    esac
  done <"$root/tests/mutation/mutants.txt"
}

# mutate NAME DIR: a copy of include/ in DIR with the mutation; fails where the text is not there exactly once.
mutate() {
  local name=$1 file=$2/include/balint/${header[$1]} text rest
  mkdir -p "$2"
  cp -r "$root/include" "$2/include"
  [ -f "$file" ] || return 1
  text=$(cat "$file")
  rest=${text#*"${old[$name]}"}
  [ -n "${old[$name]}" ] && [ "$rest" != "$text" ] && [[ $rest != *"${old[$name]}"* ]] || return 1
  printf '%s%s%s\n' "${text%"${old[$name]}"*}" "${new[$name]}" "$rest" >"$file"
}

# try TEST DIR: builds a test with the headers of DIR/include and runs it. Says what it saw; answers 0 where the test is
# green, 1 where it is red, 2 where it cannot be built for another reason than a static_assert.
try() {
  local test=$1 dir=$2 said=$2/said first
  if [[ $test == compile_fail/* ]]; then
    ln -sfn "$root/tests" "$dir/tests"
    local mode
    for mode in misuse twin; do
      if ! (cd "$dir" && cmake -D MODE=$mode -D "FILE=tests/$test.cpp" -D "COMPILER=$CXX" -D STANDARD=-std=c++23 \
        -D COMPUTED=OFF -P tests/compile_fail/check.cmake) >"$said" 2>&1; then
        echo "$test"
        return 1
      fi
    done
    return 0
  fi
  # shellcheck disable=SC2086
  if ! timeout $seconds_a_test "$CXX" -std=c++23 -O0 -fmax-errors=1 $CXXFLAGS -include "$pch" -I "$dir/include" -I "$root" \
    "-DBALINT_SOURCE_DIR=\"$root\"" "$root/tests/$test.cpp" -o "$dir/test" $LDLIBS >"$said" 2>&1; then
    first=$(grep -m1 -E 'error: ' "$said" || tail -n 1 "$said")
    if [[ $first == *'static assertion'* ]]; then
      first=${first#"$root/tests/"} first=${first#"$dir/include/"}
      echo "static_assert, ${first%%:*}:$(cut -d: -f2 <<<"$first")"
      return 1
    fi
    echo "$test: ${first#"$dir/include/"}"
    return 2
  fi
  # 124: it goes on for ever.
  timeout $seconds_a_test "$dir/test" --gtest_brief=1 --gtest_fail_fast >"$said" 2>&1 && return 0
  first=$(sed -n 's/^\[  FAILED  \] \([^ ,]*\).*/\1/p' "$said" | head -n 1)
  echo "$test ${first:-(it ended without a word)}"
  return 1
}

# one NAME: makes a mutant, tries its killers in turn, writes what came of it to a file and says it on standard error.
one() {
  local name=$1 dir=$scratch/$1 verdict=survived saw='' test answer
  if ! mutate "$name" "$dir"; then
    verdict='no use' saw="its text is not in ${header[$name]} exactly once"
  elif [ -n "$with" ]; then
    if ! bash -c "$with"' "$0"' "$dir/include" >"$dir/said" 2>&1; then verdict=killed saw=$(tail -n 1 "$dir/said"); fi
  else
    for test in ${killers[$name]}; do
      answer=0
      saw=$(try "$test" "$dir") || answer=$?
      if [ $answer = 1 ]; then verdict=killed; elif [ $answer = 2 ]; then verdict='no use'; else continue; fi
      break
    done
  fi
  rm -rf "$dir"
  printf '%s\t%s\n' "$verdict" "$saw" >"$scratch/$name.result"
  printf '%-9s %-44s %s\n' "$verdict" "$name" "$saw" >&2
}

# clean TEST: the test has to be green while nothing is broken, else it kills everything.
clean() {
  local dir=$scratch/clean-${1//\//-} saw
  mkdir -p "$dir"
  ln -s "$root/include" "$dir/include"
  if [ -n "$with" ]; then
    bash -c "$with"' "$0"' "$root/include" >"$dir/said" 2>&1 || saw=$with
  else
    saw=$(try "$1" "$dir") && saw=
  fi
  [ -z "${saw:-}" ] || { echo "red although nothing is broken: $saw" >&2; cat "$dir/said" >&2; return 1; }
  rm -rf "$dir"
}

with='' only=() jobs=$(nproc) list=''
if [ "${1:-}" = --one ]; then # what this script calls itself with, several at a time
  scratch=$2 pch=$2/pch.hpp with=$3
  read_mutants
  case $4 in clean) clean "$5" ;; mutant) one "$5" ;; esac
  exit
fi
while [ $# -gt 0 ]; do
  case $1 in
    --only) only+=("$2"); shift 2 ;;
    --with) with=$2; shift 2 ;;
    --jobs) jobs=$2; shift 2 ;;
    --list) list=yes; shift ;;
    *) sed -n '/^# usage/,/^# CXX/s/^# //p' "$0" >&2; exit 2 ;;
  esac
done
read_mutants
chosen=()
for name in "${names[@]}"; do
  [ ${#only[@]} -gt 0 ] || chosen+=("$name")
  for pattern in "${only[@]}"; do
    # shellcheck disable=SC2053
    if [[ $name == $pattern || ${header[$name]} == $pattern ]]; then chosen+=("$name"); break; fi
  done
done
[ ${#chosen[@]} -gt 0 ] || { echo "no mutant fits" >&2; exit 2; }
if [ -n "$list" ]; then
  for name in "${chosen[@]}"; do printf '%-44s %-34s %s\n' "$name" "${header[$name]}" "${reason[$name]}"; done
  exit
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/balint-mutation.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
if [ -z "$with" ]; then
  printf '#include <gmock/gmock.h>\n#include <gtest/gtest.h>\n' >"$scratch/pch.hpp"
  # shellcheck disable=SC2086
  "$CXX" -std=c++23 -O0 $CXXFLAGS -x c++-header "$scratch/pch.hpp" -o "$scratch/pch.hpp.gch"
  needed=$(for name in "${chosen[@]}"; do printf '%s\n' ${killers[$name]}; done | sort -u)
else
  needed=the_command
fi
each() { xargs -d '\n' -P "$jobs" -I{} "$0" --one "$scratch" "$with" "$1" {}; }
printf '%s\n' "$needed" | each clean || exit 1
printf '%s\n' "${chosen[@]}" | each mutant

killed=0 wrong=0 listed=0
for name in "${chosen[@]}"; do
  IFS=$'\t' read -r verdict saw <"$scratch/$name.result"
  case $verdict in
    killed) killed=$((killed + 1)) ;;
    survived) saw=${survives[$name]:-NOT DECLARED TO. ${reason[$name]}} ;;
  esac
  if [ "$verdict" = survived ] && [ -n "${survives[$name]}" ]; then
    listed=$((listed + 1))
  elif [ "$verdict" = killed ] && [ -n "${survives[$name]}" ] && [ -z "$with" ]; then
    wrong=$((wrong + 1)) saw="$saw, ALTHOUGH DECLARED TO SURVIVE"
  elif [ "$verdict" != killed ]; then
    wrong=$((wrong + 1))
  fi
  printf '%-9s %-44s %s\n' "$verdict" "$name" "$saw"
done
echo "${#chosen[@]} mutants: $killed killed, $listed survive as declared, $wrong wrong"
[ $wrong -eq 0 ]
