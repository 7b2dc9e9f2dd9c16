#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A session alone is its slice of the whole log, byte for byte; its other futures share its past.
# usage: single.sh SIMULATE CHECK_SESSION SOURCE
source "$(dirname "$0")/../common/expect.bash"
export LC_ALL=C
export simulate=$1 check=$2 source=$3
export fork=$source/examples/apps/simulate/scenarios/fork.toml
expect "all" 0 '"$simulate" "$fork" --sessions 1100 --log all.jsonl >output'
id() { grep -o '"session":"[^"]*"' "$1" | cut -d'"' -f4; }
slice() { # slice LOG ID: the lines of a session
  awk -v id="\"session\":\"$2\"" 'index($0, "\"session\":") { on = index($0, id) > 0 } on' "$1"
}
for n in 0 73 1099; do
  expect "session $n alone" 0 "\"\$simulate\" \"\$fork\" --sessions 1100 --replay $n >alone.jsonl"
  slice all.jsonl "$(id alone.jsonl)" >slice.jsonl
  [ -s slice.jsonl ] || failed "session $n is not in the whole log"
  same alone.jsonl slice.jsonl
done
# With arms, the number in the name says which.
two=$source/examples/apps/simulate/scenarios/two_policies.toml
export two
expect "two arms" 0 '"$simulate" "$two" --set precision.max_n=40 --log arms.jsonl >output 2>errors'
expect "of the second arm" 0 '"$simulate" "$two" --set precision.max_n=40 --replay 79 --log alone.jsonl'
slice arms.jsonl "$(id alone.jsonl)" >slice.jsonl
same alone.jsonl slice.jsonl

# Up to an event.
expect "up to an event" 0 '"$simulate" "$fork" --replay 73:40 >part.jsonl'
expect "whole" 0 '"$simulate" "$fork" --replay 73 >whole.jsonl'
[ "$(wc -l <part.jsonl)" -eq 41 ] || failed "not forty events: $(wc -l <part.jsonl)"
head -41 whole.jsonl | cmp -s - part.jsonl || failed "forty events are not the first forty"

# Other futures: forty events equal in all, nearly all futures distinct, the same twice.
expect "forks" 0 '"$simulate" "$fork" --replay 73:40 --fork 200 >forks.jsonl'
expect "forks again" 0 '"$simulate" "$fork" --replay 73:40 --fork 200 --log again.jsonl'
same forks.jsonl again.jsonl
expect "judged" 0 '"$check" forks.jsonl >judged'
awk '/"session":/ { n = 0; next } n++ < 40' forks.jsonl | awk '{ print (NR - 1) % 40, $0 }' | sort | uniq -c | awk '$1 != 200' >uneven
[ -s uneven ] && failed "the past is not the same in all: $(head -3 uneven)"
[ "$(id forks.jsonl | sort -u | wc -l)" -eq 200 ] || failed "the forks have not 200 names"
id forks.jsonl | grep -qvE '^sim-[0-9a-f]{8}-73$' && failed "a fork's name is not that of a simulated session"
csplit -sz -f future. -n 4 forks.jsonl '/"session":/' '{*}'
for f in future.*; do tail -n +42 "$f" | cksum; done | sort -u >futures
[ "$(wc -l <futures)" -ge 198 ] || failed "only $(wc -l <futures) distinct futures"

# Another policy from there on, with the same past.
expect "another policy" 0 '"$simulate" "$fork" --replay 73:40 --fork 2 --policy leader=often_speaking >other.jsonl'
head -41 other.jsonl | tail -40 | cmp -s - <(head -41 part.jsonl | tail -40) || failed "the past changed with the policy"
cmp -s other.jsonl <(head -"$(wc -l <other.jsonl)" forks.jsonl) && failed "another policy changes nothing"
expect "the same random numbers" 0 '"$simulate" "$fork" --replay 73:40 --policy leader=waiting >waiting.jsonl'
same waiting.jsonl whole.jsonl

# What cannot be.
refused() {
  expect "$1" 2 "\"\$simulate\" \"\$fork\" $1 2>errors"
  has errors "$2"
}
refused '--replay x' 'expected SESSION or SESSION:EVENT'
refused '--replay 3:x' 'expected SESSION or SESSION:EVENT'
refused '--replay 1000' 'there are sessions 0 to 999'
refused '--replay 3:4000' 'and no event 4000'
refused '--replay 3:4 --policy leader' 'expected PLAYER=NAME'
refused '--replay 3:4 --policy nobody=willing' 'nobody is nobody'
refused '--replay 3:4 --policy leader=none' 'there is no policy none'
refused '--fork 3' '--replay'
refused '--replay 3 --fork 0' '--fork'
exit $fails
