#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Parameters from recorded sessions: what was simulated is estimated again, and what comes out is a scenario that runs.
# usage: calibrate.sh SIMULATE CHECK_SESSION SOURCE
source "$(dirname "$0")/../common/expect.bash"
export LC_ALL=C
export simulate=$1 source=$3
export scenarios=$source/examples/apps/simulate/scenarios
cat >s.toml <<'END'
protocol = "student_group"
sessions = 120
[group]
participant = 9
leader = 1
[play]
everybody = "some"
p1 = "more"
[policies.some]
again = 1.6
asked = 2.0
passes = 0.15
"median.ask" = 35
[policies.more]
like = "some"
base = -0.9
END
expect "recorded" 0 '"$simulate" s.toml --log spring.jsonl >output'
expect "calibrated" 0 '"$simulate" calibrate spring.jsonl --table calibration.csv >new.toml'
for line in 'protocol = "student_group"' 'source.again = "estimated(spring.jsonl)"' '# - trust:' '[policies.p1]' 'like = "estimated"' 'id = "p9"'; do
  has new.toml "$line"
done
has calibration.csv 'parameter,group,person,act,stage,estimate,error,low,high,n,method,note'
has calibration.csv 'rate,spring,p1,'
has calibration.csv 'trust,,,,,,,,,0,not identifiable,'
# near NAME VALUE WITHIN: the estimate is that near to what was simulated.
near() {
  awk -F, -v name="$1" -v value="$2" -v within="$3" '
    $1 == name { found = 1; if ($6 > value + within || $6 < value - within) exit 1 } END { exit !found }' calibration.csv ||
    failed "$1 is not near $2: $(grep "^$1," calibration.csv)"
}
near again 1.6 0.2
near asked 2.0 0.3
near passes 0.15 0.03
awk -F, '$1 == "rate" && $3 == "p1" && $6 > 0.7 && $6 < 1.3 { ok = 1 } END { exit !ok }' calibration.csv ||
  failed "p1 does not speak as often as was simulated: $(grep 'rate,spring,p1' calibration.csv)"
awk '/^median.ask = / && $3 > 31 && $3 < 39 { ok = 1 } END { exit !ok }' new.toml || failed "asking takes another time"

# More sessions like these, and their ODD description says where the numbers come from.
expect "like them" 0 '"$simulate" new.toml --sessions 120 --log again.jsonl --odd odd.md >output'
has output 'Like spring.jsonl'
has odd.md 'estimated(spring.jsonl)'
expect "the same from another format" 0 '"$simulate" s.toml --log spring.xes.gz >output; "$simulate" s.toml --log spring.csv >output; "$simulate" calibrate spring.csv >csv.toml; mkdir packed; mv spring.xes.gz packed; "$simulate" calibrate packed/spring.xes.gz --table - >xes.csv'
sed 's/spring.csv/spring.jsonl/' csv.toml | cmp -s - new.toml || failed "a log in CSV says something else"
grep '^again,' xes.csv | cmp -s - <(grep '^again,' calibration.csv) || failed "a log in XES says something else"
# Groups are told apart by their people.
expect "two groups" 0 '"$simulate" "$scenarios"/sweep.toml --sessions 30 --log sizes.jsonl >output; "$simulate" calibrate sizes.jsonl --table sizes.csv >sizes.toml'
[ "$(grep -c '^rate,' sizes.csv)" -gt 3 ] || failed "no group has rates: $(head -5 sizes.csv)"
grep -q '^rate,sizes-2,' sizes.csv || failed "groups of other people are not told apart"
expect "a group of several" 0 '"$simulate" sizes.toml --sessions 5 >output'

# What cannot be.
expect "one session is too short" 2 '"$simulate" s.toml --sessions 1 --set caps.max_events=60 --log short.jsonl >output; "$simulate" calibrate short.jsonl >nothing 2>errors'
has errors 'free turns; with fewer than 120 nothing is estimated'
[ -s nothing ] && failed "there is a scenario all the same"
expect "no rates of people from one session" 0 '"$simulate" s.toml --sessions 1 --set policies.some.base=-1 --log one.jsonl >output; "$simulate" calibrate one.jsonl --table one.csv >one.toml'
grep -q '^rate,.*too few' one.csv || failed "it does not say that rates are not estimated"
grep -q '^\[policies.p1\]' one.toml && failed "one session gives rates of people"
expect "several protocols" 2 '"$simulate" "$scenarios"/classical_group.toml --sessions 5 --log other.jsonl >output; "$simulate" calibrate spring.jsonl other.jsonl >nothing 2>errors'
has errors 'calibrate on one protocol at a time'
expect "no log" 2 '"$simulate" calibrate none.jsonl >nothing 2>errors'
has errors 'none.jsonl'
expect "nothing named" 2 '"$simulate" calibrate 2>errors'
: >empty.jsonl
expect "no session" 2 '"$simulate" calibrate empty.jsonl 2>errors'
expect "not over a log" 2 '"$simulate" calibrate spring.jsonl --table spring.jsonl 2>errors >nothing'
has errors 'is one of the logs'
if [ -e /dev/full ]; then
  expect "a full table" 2 '"$simulate" calibrate spring.jsonl --table /dev/full 2>errors >nothing'
  expect "a full output" 2 '"$simulate" calibrate spring.jsonl 2>errors >/dev/full'
fi
exit $fails
