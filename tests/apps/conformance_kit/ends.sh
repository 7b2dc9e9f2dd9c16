#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# However conformance_kit ends, nothing that it has started goes on: not the command, not its children, not what has left
# its group and its parents. And which limits of time it takes.
# usage: ends.sh CONFORMANCE_KIT SUITE
source "$(dirname "$0")/../common/expect.bash"
export kit=$1 suite=$2
# What is started: it notes the processes, one of them in a session of its own whose parent has ended, and never answers.
cat >hangs.sh <<'S'
echo $$ >>"$1"
sleep 300 & echo $! >>"$1"
(sleep 300 & echo $! >>"$1")
(setsid sh -c 'echo $$ >>"$1"; trap "" INT TERM HUP; while :; do sleep 0.05; done' sh "$1" &)
trap "" INT TERM HUP
while [ $(wc -l <"$1") -lt 4 ]; do sleep 0.02; done
echo ready >"$1.ready"
. ./"$2"
S
# gone NAME FILE: none of the processes that the file names is there any longer; after a kill, it may take a moment.
gone() {
  local left='' i
  for ((i = 0; i < $3; ++i)); do
    left=
    while read -r pid; do if kill -0 "$pid" 2>/dev/null; then left="$left $pid"; fi; done <"$2"
    [ -z "$left" ] && return
    sleep 0.05
  done
  failed "$1: these go on:$left"
  kill -9 $left
}
one=student_group/stg-6-self-assessment#twice
export one

# What the command does once everything is started.
echo 'while :; do sleep 0.05; done' >hang
echo 'read -r line; echo "{\"case\":\"$one\",\"skipped\":\"no\"}"; . ./hang' >answer
echo 'exit 3' >end
echo 'kill -SEGV $$' >crash
echo 'exec >&-; . ./hang' >close
echo 'while [ ! -e go ]; do sleep 0.02; done; exit 3' >wait
started() {
  local i
  for ((i = 0; i < 600; ++i)); do
    [ -e pids.ready ] && return
    sleep 0.05
  done
  failed "$1: it was not started"
}

for signal in INT TERM HUP KILL; do
  rm -f pids pids.ready
  "$kit" --suite "$suite" --only "$one" --timeout 60 --implementation 'sh hangs.sh pids hang' >/dev/null 2>&1 &
  pid=$!
  started "SIG$signal"
  kill -$signal $pid
  wait $pid 2>/dev/null
  code=$?
  [ $code -eq $((128 + $(kill -l $signal))) ] || failed "SIG$signal: exit code $code"
  # By its own end it waits for those; nobody waits where it is killed.
  [ $signal = KILL ] && rounds=200 || rounds=1
  gone "SIG$signal" pids $rounds
done

# ends NAME CODE SECONDS WHAT
ends() {
  rm -f pids pids.ready
  expect "$1" "$2" "\"\$kit\" --suite \"\$suite\" --only \"\$one\" --timeout $3 --implementation 'sh hangs.sh pids $4' >report 2>&1"
  [ -e pids.ready ] || failed "$1: it was not started"
  gone "$1" pids 1
}
ends 'an answer in time' 0 30 answer
ends 'no answer' 1 2 hang
has report 'timed out'
ends 'an end with children left' 1 30 end
has report 'it ended with exit code 3'
ends 'an end by a signal' 1 30 crash
has report 'it was ended by a signal: Segmentation fault'
ends 'an output that is closed' 1 3 close

# Where it is to be ignored, as nohup has it, SIGHUP ends nothing.
rm -f pids pids.ready
nohup "$kit" --suite "$suite" --only "$one" --timeout 60 --implementation 'sh hangs.sh pids wait' >report 2>/dev/null &
pid=$!
started nohup
kill -HUP $pid
touch go
wait $pid
code=$?
[ $code -eq 1 ] || failed "nohup: exit code $code"
has report 'it ended with exit code 3'
gone nohup pids 1

# Limits of time.
for limit in nan -nan NaN inf 1e30 1e400 0 -0 -1 1e-30 86401 '""' ten 10s '"1 2"'; do
  expect "--timeout $limit" 2 "\"\$kit\" --suite \"\$suite\" --only '$one' --implementation true --timeout=$limit >report 2>errors"
  has errors '--timeout'
  has errors 'seconds from 0.001 to 86400'
done
for limit in 0.5 1e1 86400; do
  expect "--timeout $limit" 1 "\"\$kit\" --suite \"\$suite\" --only '$one' --implementation 'exit 3' --timeout=$limit >report 2>errors"
done
exit $fails
