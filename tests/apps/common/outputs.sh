#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Where check_session and convert_log write to, whatever it is: one behaviour of both.
# usage: outputs.sh CHECK_SESSION CONVERT_LOG SOURCE
source "$(dirname "$0")/expect.bash"
export check=$1 convert=$2 log=$3/examples/data/student_conforming.jsonl
export as_report='"$check" "$log" --output' as_log='"$convert" --to csv "$log"'
"$check" "$log" >wanted.report || exit 1
"$convert" --to csv "$log" - >wanted.log || exit 1
mkdir here

for kind in report log; do
  export write=as_$kind
  write=${!write}
  wanted=wanted.$kind

  # Standard output by all its names; what the shell has in that file stays.
  for name in - /dev/stdout /dev/fd/1 /proc/self/fd/1; do
    expect "$kind to $name" 0 "$write $name >here/out"
    same here/out $wanted
    expect "$kind to $name, a pipe" 0 "$write $name | cmp - $wanted"
    expect "$kind to $name, among other things" 0 "{ echo before; $write $name && echo behind; } >here/out"
    { echo before; cat $wanted; echo behind; } | cmp -s - here/out || failed "$kind to $name: what was around it is lost"
    expect "$kind to $name, behind other things" 0 "echo before >here/out; $write $name >>here/out"
    { echo before; cat $wanted; } | cmp -s - here/out || failed "$kind to $name: what was before it is lost"
  done
  ln -s /dev/stdout here/link
  expect "$kind through a link to standard output" 0 "$write here/link >here/out"
  same here/out $wanted
  only here link out
  expect "$kind to another descriptor" 0 "$write /dev/fd/7 7>here/out"
  same here/out $wanted
  expect "$kind to a descriptor that is closed" 2 "$write /dev/fd/7 7>&- 2>errors"
  expect "$kind to >(command)" 0 "$write >(cat >here/out; echo >here/done); while [ ! -e here/done ]; do sleep 0.02; done"
  same here/out $wanted
  rm here/done here/link

  # A pipe with a name, devices, a folder.
  mkfifo here/fifo
  expect "$kind to a pipe with a name" 0 "cat here/fifo >here/out & $write here/fifo && wait"
  same here/out $wanted
  [ -p here/fifo ] || failed "$kind: the pipe is no pipe any more"
  expect "$kind to /dev/null" 0 "$write /dev/null"
  expect "$kind to a full device" 2 "$write /dev/full 2>errors"
  has errors 'could not be written'
  expect "$kind to a folder" 2 "$write here 2>errors"
  expect "$kind to a folder that is not there" 2 "$write none/x 2>errors"
  expect "$kind to no name" 2 "$write '' 2>errors"
  only here fifo out
  rm here/*

  # A link stays; what it leads to is written, and keeps its mode.
  mkdir here/there
  echo old >here/there/file
  chmod 600 here/there/file
  ln -s there/file here/link
  expect "$kind through a link" 0 "umask 000; $write here/link"
  [ -L here/link ] || failed "$kind: the link is no link any more"
  same here/there/file $wanted
  [ "$(stat -c %a here/there/file)" = 600 ] || failed "$kind: a mode of 600 is $(stat -c %a here/there/file)"
  ln -s there/new here/fresh
  expect "$kind through a link to what is not there" 0 "umask 027; $write here/fresh"
  [ -L here/fresh ] || failed "$kind: the link to a new file is no link any more"
  [ "$(stat -c %a here/there/new)" = 640 ] || failed "$kind: a new mode is $(stat -c %a here/there/new), expected 640"
  only here/there file new

  # What nobody may write is not replaced.
  echo old >here/there/file
  chmod 444 here/there/file
  expect "$kind over what is read-only" 2 "$write here/link 2>errors"
  has errors 'cannot be written (Permission denied)'
  [ "$(cat here/there/file)" = old ] || failed "$kind: what was read-only was replaced"
  rm -rf here/*

  # An interrupted run leaves nothing, and what one left does not stop the next.
  for signal in INT TERM HUP KILL; do
    mkfifo here/in
    # With job control, as a shell without it has programs in the background ignore SIGINT.
    set -m
    if [ $kind = report ]; then
      "$check" --output here/out here/in 2>/dev/null &
    else
      "$convert" --from jsonl here/in here/out --to csv 2>/dev/null &
    fi
    pid=$!
    set +m
    exec 8>here/in
    cat "$log" >&8
    kill -$signal $pid
    { wait $pid; } 2>/dev/null
    [ $? -eq $((128 + $(kill -l $signal))) ] || failed "$kind: $signal did not end it"
    exec 8>&-
    rm here/in
    touch here/.balint-1-0.part here/.balint-$$-0.part
    expect "$kind after $signal" 0 "$write here/out"
    only here out
    same here/out $wanted
    rm here/out
  done
  # With no name until it is whole, where the system can.
  expect "$kind when the file may grow no further" 2 "ulimit -f 0; $write here/out 2>/dev/null"
  [ -z "$(ls -A here)" ] || failed "$kind when the file may grow no further: there is left: $(ls -A here)"
done

# What is read is not written over, by whatever name.
cp "$log" log.jsonl
printf '{"protocol":"student_group"}' >mapping.json
ln -s log.jsonl link.csv
ln log.jsonl hard.csv
mkfifo pipe.csv
for out in log.jsonl link.csv hard.csv; do
  for in in log.jsonl link.csv hard.csv; do
    expect "report $in over $out" 2 "\"\$check\" --from jsonl $in --output $out 2>errors"
    has errors 'is one of the logs'
    expect "log $in over $out" 2 "\"\$convert\" --from jsonl --to csv $in $out 2>errors"
    has errors 'is the log that is read'
  done
  expect "report over standard input" 2 "\"\$check\" - --output $out <log.jsonl 2>errors"
  expect "log over standard input" 2 "\"\$convert\" --from jsonl --to csv - $out <hard.csv 2>errors"
  expect "report to standard output over $out" 2 "\"\$check\" --from jsonl log.jsonl >>$out 2>errors"
  expect "log to standard output over $out" 2 "\"\$convert\" --to csv log.jsonl /dev/stdout >>$out 2>errors"
done
expect "report over one of several" 2 "\"\$check\" '$log' log.jsonl --output link.csv 2>errors"
expect "report to the pipe that is read" 2 "\"\$check\" --from jsonl pipe.csv --output pipe.csv 2>errors"
expect "log to the pipe that is read" 2 "\"\$convert\" --from jsonl --to csv pipe.csv pipe.csv 2>errors"
expect "report over the mapping" 2 "\"\$check\" --mapping mapping.json log.jsonl --output mapping.json 2>errors"
expect "log over the mapping" 2 "\"\$convert\" --mapping mapping.json log.jsonl mapping.json --to csv 2>errors"
has mapping.json student_group
same log.jsonl "$log"
exit $fails
