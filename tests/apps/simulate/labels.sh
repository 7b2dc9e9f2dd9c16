#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Planted deviations: what has to be found in the recorded logs is what is found, in every protocol and format, and the
# true logs have no fault of recording.
# usage: labels.sh SIMULATE CHECK_SESSION SOURCE [PYTHON]
source "$(dirname "$0")/../common/expect.bash"
export LC_ALL=C
export simulate=$1 check=$2 source=$3
python=${4:-}
here=$source/tests/apps/simulate
scenarios=$source/examples/apps/simulate/scenarios
export labelled=$scenarios/labelled.toml

# holds NAME LOG TRUTH: the judge finds in the log what has to be found.
holds() {
  "$check" --format json "$2" >judged.jsonl
  [ $? -eq 1 ] || failed "$1: nothing is found in $2"
  [ -z "$python" ] || "$python" "$here/labels.py" "$3" judged.jsonl >disagree || failed "$1: $(cat disagree)"
}
for name in student_group:labelled staff_group:staff_group led_staff_group:led_staff_group \
  classical_group:classical_group case_consultation:case_consultation; do
  export file=$scenarios/${name#*:}.toml
  expect "${name%:*}" 0 '"$simulate" "$file" --sessions 200 --set deviations.any=0.8 --log log.jsonl --truth expected.csv >output'
  holds "${name%:*}" log.jsonl expected.csv
done

# A folder has all of it: both logs, what was planted, what has to be found; in every format the same is found.
expect "a folder" 0 '"$simulate" "$labelled" --sessions 300 --set "formats=[\"jsonl\", \"csv\", \"xes\", \"xes.gz\", \"ocel\"]" --out all >output 2>losses'
for log in recorded.jsonl recorded.csv recorded.xes recorded.xes.gz recorded.jsonocel true.jsonl deviations.csv; do
  [ -s all/$log ] || failed "$log is not written"
done
for log in recorded.jsonl recorded.csv recorded.xes recorded.xes.gz; do holds $log all/$log all/expected.csv; done
expect "the truth alone" 0 '"$simulate" "$labelled" --sessions 300 --truth truth.csv >output'
same truth.csv all/expected.csv
[ "$(cut -d, -f1 all/expected.csv | tail -n +2 | sort -u | wc -l)" -eq 300 ] || failed "not every session has a verdict"
planted=$(tail -n +2 all/deviations.csv | wc -l)
[ "$planted" -gt 180 ] && [ "$planted" -lt 290 ] || failed "$planted of 300 have a deviation, expected about 240"
lost=$(grep -c ',lost_vote,' all/deviations.csv)
[ "$lost" -gt 12 ] || failed "only $lost votes were lost"
# Faults of recording are not in the true log.
"$check" --format json all/true.jsonl >true.judged
grep -qE '"code":"(time_reversed|duplicate_person)"' true.judged && failed "the true log has a fault of recording"
grep -F '{"name": ' all/datapackage.json | grep -vF '"description": ' && failed "a column is not described"
has all/datapackage.json '"path": "expected.csv"'
has all/odd.md '| lost\_vote | 0.1 |'
has all/manifest.json '"deviations": "planted: see deviations.csv"'
has all/report.html 'Deviations are planted into the recorded logs.'
# The same with any number of threads, and in shares.
expect "two threads" 0 '"$simulate" "$labelled" --sessions 1100 --threads 2 --out two >output'
expect "a share" 0 '"$simulate" "$labelled" --sessions 1100 --blocks 0:1 --out a >output'
expect "another" 0 '"$simulate" "$labelled" --sessions 1100 --blocks 1:2 --out b >output'
expect "merged" 0 '"$simulate" merge b a --out merged >output'
for file in recorded.jsonl true.jsonl deviations.csv expected.csv refusals.csv; do same two/$file merged/$file; done
# A session alone is as it was recorded.
session=$(awk -F, '$3 == "lost_vote" { print $1; exit }' two/deviations.csv)
expect "alone" 0 "\"\$simulate\" \"\$labelled\" --sessions 1100 --replay ${session##*-} >alone.jsonl"
awk -v id="\"session\":\"$session\"" 'index($0, "\"session\":") { on = index($0, id) > 0 } on' two/recorded.jsonl >slice.jsonl
same alone.jsonl slice.jsonl

# Several in a session, and one kind in every session.
expect "several" 0 '"$simulate" "$labelled" --sessions 200 --set deviations.most=4 --log some.jsonl --truth some.csv >output'
holds several some.jsonl some.csv
grep -q ',may,' some.csv || failed "nothing is left unscored"
expect "one kind" 0 '"$simulate" "$labelled" --sessions 50 --set deviations.any=0 --set deviations.lost_vote=0 --set deviations.clock_back=1 --set deviations.clock_minutes=1 --out clock >output'
[ "$(grep -c ',clock_back,' clock/deviations.csv)" -eq 50 ] || failed "not in every session the clock is back"
awk -F, 'NR > 1 && ($9 < -60000 || $9 > 60000)' clock/deviations.csv | grep -q . && failed "a clock is wrong by more than a minute"

# Nothing is planted, so that nothing could be found.
export first=$scenarios/first.toml
expect "no deviations" 2 '"$simulate" "$first" --sessions 3 --truth t.csv 2>errors'
has errors 'the scenario has no [deviations]'
exit $fails
