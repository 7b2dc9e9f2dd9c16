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
expect "many" 0 '"$simulate" "$fork" --sessions 7400 --set caps.max_events=70 --log many.jsonl >output'
expect "session 7391 of many" 0 '"$simulate" "$fork" --sessions 7400 --set caps.max_events=70 --replay 7391 >alone.jsonl'
slice many.jsonl "$(id alone.jsonl)" >slice.jsonl
[ "$(wc -l <alone.jsonl)" -gt 40 ] || failed "session 7391 has $(wc -l <alone.jsonl) lines"
same alone.jsonl slice.jsonl
rm many.jsonl
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

# Other futures: forty events equal in all of a thousand, nearly all futures distinct, the same twice; under the same
# policies and under another one.
futures_of() { # futures_of NAME OPTIONS
  local name=$1
  export options=$2
  expect "$name" 0 '"$simulate" "$fork" --replay 73:40 --fork 1000 $options >forks.jsonl'
  expect "$name again" 0 '"$simulate" "$fork" --replay 73:40 --fork 1000 $options --log again.jsonl'
  same forks.jsonl again.jsonl
  awk '/"session":/ { n = 0; next } n++ < 40 { print n, $0 }' forks.jsonl | sort | uniq -c | awk '$1 != 1000' >uneven
  [ -s uneven ] && failed "$name: the past is not the same in all: $(head -3 uneven)"
  [ "$(id forks.jsonl | sort -u | wc -l)" -eq 1000 ] || failed "$name: the forks have not 1000 names"
  id forks.jsonl | grep -qvE '^sim-[0-9a-f]{8}-73$' && failed "$name: a fork's name is not that of a simulated session"
  awk '/"session":/ { if (NR > 1) print future; future = ""; n = 0; next } n++ >= 40 { future = future $0 } END { print future }' \
    forks.jsonl | sort -u >futures
  [ "$(wc -l <futures)" -ge 990 ] || failed "$name: only $(wc -l <futures) distinct futures"
  expect "$name, judged" 0 '"$check" forks.jsonl >judged'
}
futures_of "the same policies" ''
cp forks.jsonl same.jsonl
futures_of "another policy" '--policy leader=often_speaking'
cmp -s same.jsonl forks.jsonl && failed "another policy changes nothing"

# Another policy from there on, with the same past.
expect "another policy" 0 '"$simulate" "$fork" --replay 73:40 --fork 2 --policy leader=often_speaking >other.jsonl'
head -41 other.jsonl | tail -40 | cmp -s - <(head -41 part.jsonl | tail -40) || failed "the past changed with the policy"
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
refused '--replay 3 --out x' '--out is about many'
refused '--replay 3 --truth x' '--truth is about many'
refused '--replay 3 --fork 0' '--fork'
exit $fails
