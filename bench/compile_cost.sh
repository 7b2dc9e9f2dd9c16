#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What the library costs whoever compiles with it: CPU time and memory of including balint.hpp, next to the standard
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

# unit NAME: a translation unit from standard input.
names=()
unit() { names+=("$1"); cat >"$work/$1.cpp"; }

# Those of headers that balint.hpp leaves out do not count.
"$compiler" -std=c++23 -I "$here/include" -M "$here/include/balint/balint.hpp" | tr ' \\' '\n\n' | grep '/balint/' |
  xargs grep -hE '^#include <[a-z_]+>' | sort -u >"$work/needed"
unit nothing </dev/null
unit standard_headers <"$work/needed"
unit balint <<<'#include <balint/balint.hpp>'
using='#include <balint/balint.hpp>
using namespace balint;
template <protocol P> bool use(const group<P>& people, const event<P>& e) { session<P> s(people); return s.apply(e).has_value(); }'
unit one_protocol <<<"$using
template bool use(const group<student_group>&, const event<student_group>&);"
unit two_protocols <<<"$using
template bool use(const group<student_group>&, const event<student_group>&);
template bool use(const group<staff_group>&, const event<staff_group>&);"
unit judge <<<"$using
template bool use(const group<student_group>&, const event<student_group>&);
verdict judged(const formation<student_group>& people, const event<student_group>& e) {
  judge<student_group> j(people);
  j.apply(e);
  return j.verdict();
}"
typed='#include <balint/balint.hpp>
using namespace balint;
template <typename Stage, typename Next> bool go(session_at<student_group, Stage> now, seat<role::leader> lead) {
  return std::move(now).template advance_to<Next>(lead).has_value();
}'
unit typed_one_stage <<<"$typed
template bool go<stage::presentation, stage::selection>(session_at<student_group, stage::presentation>, seat<role::leader>);"
unit typed_two_stages <<<"$typed
template bool go<stage::presentation, stage::selection>(session_at<student_group, stage::presentation>, seat<role::leader>);
template bool go<stage::selection, stage::story>(session_at<student_group, stage::selection>, seat<role::leader>);"
unit typed_three_stages <<<"$typed
template bool go<stage::presentation, stage::selection>(session_at<student_group, stage::presentation>, seat<role::leader>);
template bool go<stage::selection, stage::story>(session_at<student_group, stage::selection>, seat<role::leader>);
template bool go<stage::story, stage::proposals>(session_at<student_group, stage::story>, seat<role::leader>);"

measure() { # flags NAME
  /usr/bin/time -f '%U %S %M' "$compiler" -std=c++23 -I "$here/include" $1 -c "$work/$2.cpp" -o /dev/null 2>"$work/time" ||
    { cat "$work/time" >&2; exit 2; }
  tail -1 "$work/time" | awk -v n="$2" '{ printf "%s %.3f %.1f\n", n, $1 + $2, $3 / 1024 }'
}
for ((i = 0; i < repetitions; ++i)); do
  for name in "${names[@]}"; do measure "$optimise" "$name"; done
done >"$work/times"
awk '
  { if (!($1 in time) || $2 < time[$1]) time[$1] = $2; memory[$1] = $3; if (!($1 in seen)) { seen[$1] = 1; order[++n] = $1 } }
  END {
    printf "%-20s %9s %9s %22s\n", "unit", "seconds", "MiB", "of the std headers"
    for (i = 1; i <= n; ++i) printf "%-20s %9.2f %9.1f %22.2f\n", order[i], time[order[i]], memory[order[i]], time[order[i]] / time["standard_headers"]
  }' "$work/times"

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
