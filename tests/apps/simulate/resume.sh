#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A run that was killed or interrupted goes on where it was, to the same bytes.
# usage: resume.sh SIMULATE CHECK_SESSION SOURCE
source "$(dirname "$0")/../common/expect.bash"
export LC_ALL=C
export simulate=$1 source=$3
cat >s.toml <<'END'
protocol = "student_group"
sessions = 8192
[group]
participant = 3
leader = 1
[caps]
max_events = 50
[deviations]
any = 0.2
END
results='points.csv sessions.csv members.csv accumulators.csv histograms.csv summary.csv contrasts.csv manifest.json'
logs='recorded.jsonl true.jsonl deviations.csv expected.csv refusals.csv'
others='odd.md stress.md resolved.toml scenario.toml report.html datapackage.json'
expect "whole" 0 '"$simulate" s.toml --threads 2 --out whole >output'
blocks_in() { cat "$1"/segments/*.index 2>/dev/null | grep -vc '^balint-segment'; }
# cut SIGNAL FOLDER: a run that gets a signal at half, when four of its eight blocks are there.
cut() {
  set -m  # without job control a shell has programs in the background ignore SIGINT
  "$simulate" s.toml --threads 2 --out "$2" >output 2>errors &
  local pid=$!
  set +m
  for _ in $(seq 1200); do
    [ "$(blocks_in "$2")" -ge 4 ] && break
    sleep 0.02
  done
  kill "-$1" $pid
  wait $pid
  code=$?
}

# kill -9 at half.
cut KILL killed 2>/dev/null
[ "$code" -eq 137 ] || failed "it was not killed: $code"
[ -e killed/summary.csv ] && failed "it was killed after its end"
there=$(blocks_in killed)
[ "$there" -ge 4 ] && [ "$there" -lt 8 ] || failed "$there of 8 blocks are there"
expect "of another scenario" 2 '"$simulate" s.toml --set group.participant=4 --resume killed 2>errors'
[ "$(grep -oE '[0-9a-f]{16}' errors | sort -u | wc -l)" -eq 2 ] || failed "both hashes are not said: $(cat errors)"
expect "of another seed" 2 '"$simulate" s.toml --seed 2 --resume killed 2>errors'
expect "without asking" 2 '"$simulate" s.toml --out killed 2>errors'
expect "gone on with" 0 '"$simulate" s.toml --threads 1 --resume killed >output2'
for file in $results $logs $others; do same whole/$file killed/$file; done
[ "$(blocks_in killed)" -eq 8 ] || failed "blocks were computed twice: $(blocks_in killed)"

# Interrupted at half: what it says is what one does.
cut INT interrupted
[ "$code" -eq 2 ] || failed "interrupted: not exit code 2"
[ -e interrupted/summary.csv ] && failed "it was interrupted after its end"
export again
again=$(sed -n 's/.*to go on: simulate //p' errors)
[ "$again" = "interrupted/scenario.toml --resume interrupted" ] || failed "it does not say how to go on: $(cat errors)"
expect "gone on with as it says" 0 '"$simulate" $again >output'
for file in $results $logs $others; do same whole/$file interrupted/$file; done

# A terminal that is closed is the same; and what is to be ignored, as nohup has it, is.
cut HUP hung_up
[ "$code" -eq 2 ] || failed "hung up: exit code $code"
has errors 'to go on: simulate hung_up/scenario.toml --resume hung_up'
for signal in HUP INT TERM; do
  (
    trap '' $signal
    exec "$simulate" s.toml --threads 2 --out ignored_$signal >output 2>errors
  ) &
  pid=$!
  for _ in $(seq 1200); do
    [ "$(blocks_in ignored_$signal)" -ge 1 ] && break
    sleep 0.02
  done
  kill -$signal $pid
  wait $pid
  code=$?
  [ "$code" -eq 0 ] || failed "ignored $signal: exit code $code: $(cat errors)"
done

# Whichever way a run ends, nothing of it stays in the folder of temporary files.
mkdir temporary
export TMPDIR=$PWD/temporary
for signal in HUP INT TERM; do
  set -m
  "$simulate" s.toml --sessions 400000 --summary summary.csv >output 2>errors &
  pid=$!
  set +m
  for _ in $(seq 1200); do
    [ -n "$(compgen -G 'temporary/simulate-*/segments')" ] && break
    sleep 0.02
  done
  kill -$signal $pid
  wait $pid
  code=$?
  [ "$code" -eq 2 ] || failed "$signal, without a folder: exit code $code"
  has errors 'interrupted; without --out nothing is kept'
  [ -z "$(ls -A temporary)" ] || failed "$signal: there is left: $(ls -A temporary)"
done
expect "nobody reads on" 2 'set -o pipefail; "$simulate" s.toml --sessions 500 --log - 2>errors | head -1 >output'
has errors 'standard output: c'
has errors '(Broken pipe)'
expect "nobody reads on, a session" 2 'exec 8> >(exit); sleep 0.2; "$simulate" s.toml --replay 1 2>errors >&8'
has errors '(Broken pipe)'
[ -z "$(ls -A temporary)" ] || failed "a pipe that nobody reads: there is left: $(ls -A temporary)"
unset TMPDIR

# A share of a job array that is interrupted goes on with the same command.
"$simulate" s.toml --threads 1 --blocks 2:8 --out share >output 2>errors &
pid=$!
for _ in $(seq 1200); do
  [ "$(blocks_in share)" -ge 1 ] && break
  sleep 0.02
done
kill -TERM $pid
wait $pid
[ $? -eq 2 ] || failed "an interrupted share: not exit code 2"
has errors 'to go on: the same command once more'
exit $fails
