#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What a run writes: the same bytes with any number of threads, in shares that are merged, and where it was interrupted.
# usage: outputs.sh SIMULATE CHECK_SESSION SOURCE
source "$(dirname "$0")/../common/expect.bash"
export LC_ALL=C
export simulate=$1 check=$2 source=$3
python=$(command -v python3 || true)
cat >s.toml <<'END'
title = "Two arms"
protocol = "student_group"
sessions = 2100
formats = ["none"]
[group]
participant = 4
leader = 1
[play]
p1 = "some"
[policies.some]
base = -2.0
[arms.some]
"policies.some.passes" = 0.0
[arms.many]
"policies.some.passes" = 0.3
END
expect "one thread" 0 '"$simulate" s.toml --threads 1 --out one >output'
expect "two threads" 0 '"$simulate" s.toml --threads 2 --out two >output2'
same output output2
results='points.csv sessions.csv members.csv accumulators.csv histograms.csv summary.csv contrasts.csv'
others='odd.md stress.md resolved.toml scenario.toml report.html datapackage.json'
for file in $results $others manifest.json refusals.csv; do
  [ -s one/$file ] || failed "$file is not written"
  same one/$file two/$file
done

# Every column of every table is described.
grep -F '{"name": ' one/datapackage.json | grep -vF '"description": ' && failed "a column is not described"
for file in $results refusals.csv; do has one/datapackage.json "\"path\": \"$file\""; done
[ -z "$python" ] || "$python" -c 'import json; json.load(open("one/datapackage.json"))' || failed "datapackage.json is no JSON"
# Attempts that were refused are counted by person, act and code, and come to what the other tables have.
expect "illegal acts" 0 '"$simulate" "$source"/examples/apps/simulate/scenarios/illegal_acts.toml --sessions 20 --out refused >output'
counted=$(awk -F, 'NR > 1 { n += $8 } END { print n }' refused/refusals.csv)
[ "$counted" -gt 30 ] || failed "few are refused: $counted"
[ "$counted" = "$(awk -F, 'NR > 1 { n += $NF } END { print n }' refused/members.csv)" ] || failed "members.csv has other refusals"
[ "$counted" = "$(awk -F, 'NR > 1 { n += $NF } END { print n }' refused/sessions.csv)" ] || failed "sessions.csv has other refusals"
[ "$(cut -d, -f5 refused/refusals.csv | sort -u | wc -l)" -eq 2 ] || failed "more than one person is refused"

# Shares of a job array, merged.
expect "a share" 0 '"$simulate" s.toml --blocks 0:1 --out share_a >output'
has output 'simulate merge'
expect "merged too early" 2 '"$simulate" merge share_a --out merged 2>errors'
has errors '2 of 3 blocks are missing'
expect "the other share" 0 '"$simulate" s.toml --blocks 1:3 --out share_b >output'
expect "merged" 0 '"$simulate" merge share_b share_a --out merged >output'
for file in $results $others; do same one/$file merged/$file; done
expect "no such block" 2 '"$simulate" s.toml --blocks 3:4 --out share_c 2>errors'
has errors 'there are blocks 0 to 2, and no block 3'
expect "a share needs a folder" 2 '"$simulate" s.toml --blocks 0:1 2>errors'
has errors 'say with --out where it goes'
cp -r one other
sed -i 's/participant = 4/participant = 5/' other/scenario.toml
expect "not over others" 2 '"$simulate" merge share_a share_b --out other 2>errors'
has errors 'has results of another scenario'
expect "merge needs one" 2 '"$simulate" merge share_a share_b 2>errors'

# What is there is not overwritten; it is gone on with, unless it is of another scenario.
expect "there already" 2 '"$simulate" s.toml --out one 2>errors'
has errors '--resume one'
expect "nothing to resume" 2 '"$simulate" s.toml --resume never 2>errors'
[ -e never ] && failed "a folder was made that there was nothing to go on with in"
expect "gone on with" 0 '"$simulate" s.toml --resume share_a >output'
for file in $results $others; do same one/$file share_a/$file; done
expect "of another scenario" 2 '"$simulate" s.toml --set group.participant=5 --resume two 2>errors'
[ "$(grep -oE '[0-9a-f]{16}' errors | sort -u | wc -l)" -eq 2 ] || failed "both hashes are not said: $(cat errors)"
same one/scenario.toml two/scenario.toml

# Interrupted: finished blocks stay, and it says how to go on.
set -m  # without job control a shell has programs in the background ignore SIGINT
"$simulate" s.toml --sessions 400000 --threads 2 --out cut >output 2>errors &
pid=$!
set +m
for _ in $(seq 300); do
  compgen -G 'cut/segments/*.index' >/dev/null && [ -s "$(compgen -G 'cut/segments/*.index' | head -1)" ] && break
  sleep 0.1
done
kill -INT $pid
wait $pid
code=$?
[ $code -eq 2 ] || failed "interrupted: not exit code 2"
has errors 'blocks are in cut; to go on: simulate cut/scenario.toml --resume cut'
expect "fewer sessions than there are" 2 '"$simulate" s.toml --sessions 5 --resume cut 2>errors'
has errors 'sessions or more, and the plan has 5: ask for as many, or write elsewhere'
expect "more sessions than there were" 0 '"$simulate" s.toml --sessions 4000 --resume two >output'
expect "all at once" 0 '"$simulate" s.toml --sessions 4000 --out more >output'
for file in $results; do same more/$file two/$file; done

# Files of one kind each, and standard output.
expect "single files" 0 '"$simulate" s.toml --set "formats=[\"jsonl\"]" --sessions 3 --log log.xes.gz --summary summary.csv --report report.html --odd odd.md >output'
gzip -t log.xes.gz || failed "the log is not packed"
expect "judged" 0 '"$check" log.xes.gz >judged'
has summary.csv 'point,arm,metric,n,estimate'
has report.html 'no evidence about people'
has odd.md '## 7. Submodels'
has odd.md 'STRESS checklist'
! grep -qE '<script|https?://[^w]' report.html || failed "the report runs or fetches something"
[ "$(grep -c '<svg role="img" aria-labelledby="' report.html)" -eq "$(grep -c '<svg' report.html)" ] || failed "a picture has no words"
expect "to standard output" 0 '"$simulate" s.toml --sessions 3 --summary - >output'
[ "$(head -1 output | cut -c1-16)" = 'point,arm,metric' ] || failed "the summary is not what is on standard output"
expect "which format" 2 '"$simulate" s.toml --sessions 3 --log log.what 2>errors'
has errors 'which format is wanted?'
cp s.toml t.toml
expect "not over the scenario" 2 '"$simulate" t.toml --sessions 3 --summary t.toml 2>errors'
has errors 'is the scenario'
same s.toml t.toml
if [ -e /dev/full ]; then
  expect "a full disk" 2 '"$simulate" s.toml --sessions 3 --summary /dev/full 2>errors >output'
  expect "a full output" 2 '"$simulate" s.toml --sessions 3 2>errors >/dev/full'
fi

# Points of a file, as SALib writes them, beside the scenario; and a sweep with its curve.
mkdir design
printf 'caps.max_events,"policies.some.passes"\n5, 0.1\n9,0.2\n' >design/points.csv
sed 's/^title.*/points = "points.csv"/; /^\[arms/,$d' s.toml >design/s.toml
expect "points" 0 '"$simulate" design/s.toml --sessions 2 --out points >output'
has points/points.csv '1,9,0.2'
has output 'point 1, caps.max_events = 9'
[ "$(grep -cE '^0,default,events,2,5(\.0*)?,' points/summary.csv)" -eq 1 ] || failed "point 0 has not five events: $(grep ,events, points/summary.csv)"
expect "points, merged" 0 '"$simulate" merge points --out points2 >output'
same points/summary.csv points2/summary.csv
expect "a sweep" 0 '"$simulate" s.toml --sessions 20 --set "sweep.caps.max_events={from=5,to=9,step=2}" --report sweep.html >output'
has sweep.html '<h2>Over caps.max_events</h2>'
has sweep.html '<polyline'

# A precision that is reached, and one that is not, which is reported and no error.
sed "/^sessions/d" design/s.toml >design/p.toml
expect "precise" 0 '"$simulate" design/p.toml --set precision.metric=events --set precision.half_width=1 --set precision.max_n=100 >output 2>errors'
[ -s errors ] && failed "precise: there is a complaint: $(cat errors)"
expect "not precise" 0 'sed "/^sessions/d" s.toml >p.toml; "$simulate" p.toml --set precision.metric=minutes --set precision.half_width=0.0001 --set precision.max_n=100 >output 2>errors'
has errors '100 sessions are too few for the precision that was asked for'
exit $fails
