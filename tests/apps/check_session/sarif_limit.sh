#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A run of SARIF has at most 25,000 results: advisories are left out first, then faults of the record, and the run says so.
# usage: sarif_limit.sh CHECK_SESSION
source "$(dirname "$0")/../common/expect.bash"
check=$1
people='"people":[{"id":"p1","offices":["participant"]},{"id":"p2","offices":["participant"]},{"id":"lead","offices":["leader"]}]'
# A session with one advisory or more, so many departures and so many faults of the record.
session() {
  echo "{\"balint\":1,\"protocol\":\"student_group\",\"session\":\"s-$1\",$people}"
  for ((i = 0; i < $2; ++i)); do
    echo '{"by":"p1","act":"self_assess"}'
    echo '{"by":"p2","act":"flag","rule":"respect"}'
    echo '{"by":"lead","act":"remind","rule":"respect"}'
    echo '{"by":"p1","act":"vote","case":"p2"}'
  done
  for ((i = 0; i < $3; ++i)); do
    echo '{"by":"p1","act":"dance"}'
    echo '{"by":"p2","act":"vote","case":"p9"}'
  done
}
count() { grep -c "^{\"ruleId\":\"$1" report; }
# run NAME LOG...: the report is whole JSON, the same with any number of threads.
run() {
  "$check" --threads 1 --format sarif "${@:2}" >report 2>errors
  "$check" --threads 4 --format sarif "${@:2}" >other 2>>errors
  same other report
  ! command -v python3 >/dev/null || python3 -c 'import json, sys; json.load(open("report"))' || failed "$1: is no JSON"
}

session few 3 2 >few.jsonl
run "few" few.jsonl
! grep -q 'Left out' report || failed "few: something is said to be left out"
departures=$(($(count '') - $(count advisory) - $(count record)))
faults=$(count record) advisories=$(count advisory)
[ "$departures" -gt 0 ] && [ "$faults" -gt 0 ] && [ "$advisories" -gt 0 ] || failed "not of each kind: $departures, $faults, $advisories"

# So many that there are more than 25,000 with the advisories, and fewer without.
n=$((25000 / (departures + faults)))
for ((i = 0; i < n; ++i)); do sed "s/s-few/s-$i/" few.jsonl; done >many.jsonl
run "many" many.jsonl
[ "$(count '')" -eq 25000 ] || failed "many: $(count '') results"
[ "$(count record)" -eq $((n * faults)) ] || failed "many: faults of the record are left out while there are advisories"
[ "$(count advisory)" -eq $((25000 - n * (departures + faults))) ] || failed "many: $(count advisory) advisories"
has report "This run has 25000 of $((n * (departures + faults + advisories))) results"
has report "Left out are $((n * (departures + faults + advisories) - 25000)) of $((n * advisories)) advisories, 0 of $((n * faults)) faults of the record and 0 of $((n * departures)) departures"

# More than there are even of departures.
n=$((26000 / departures))
for ((i = 0; i < n; ++i)); do sed "s/s-few/s-$i/" few.jsonl; done >more.jsonl
run "more" more.jsonl
[ "$(count '')" -eq 25000 ] && [ "$(count record)" -eq 0 ] && [ "$(count advisory)" -eq 0 ] || failed "more: $(count '') results"
has report "$((n * departures - 25000)) of $((n * departures)) departures"
exit $fails
