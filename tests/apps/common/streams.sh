#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every program with standard streams that are closed or full: the exit code that is documented, no end by a signal,
# nothing of one output in another, no half file, no hang.
# usage: streams.sh CHECK_SESSION CONVERT_LOG MONITOR CONFORMANCE_KIT MODEL_COVERAGE SOURCE
source "$(dirname "$0")/expect.bash"
export check=$1 convert=$2 monitor=$3 kit=$4 coverage=$5 source=$6
export log=$source/examples/data/student_different.jsonl clean=$source/examples/data/student_conforming.jsonl
export stream=$source/examples/apps/monitor/stream.jsonl suite=$source/tests/suite
export skip="$source/tests/suite/fake.sh skips"
export try='"$kit" --suite "$suite" --only student_group/stg-6-self'

# Standard errors: what is said is lost, what is done is not. Descriptor 7 is a pipe that nobody reads.
mkfifo pipe
exec 8<>pipe
exec 7>pipe 8<&-
for errors in '2>&-' '2>/dev/full' '2>&7'; do
  expect "check_session $errors" 1 "\"\$check\" \"\$log\" >/dev/null $errors"
  expect "check_session $errors, a log that is not there" 2 "\"\$check\" none.jsonl \"\$log\" >report $errors"
  has report 'another course'
  expect "check_session --output $errors" 2 "\"\$check\" --output report none.jsonl \"\$log\" $errors"
  has report 'another course'
  ! grep -q 'check_session:' report || failed "check_session $errors: a complaint is in the report"
  expect "check_session $errors, no such option" 2 "\"\$check\" --poem \"\$log\" $errors"
  expect "convert_log $errors" 0 "\"\$convert\" \"\$log\" log.csv $errors"
  expect "convert_log $errors, a log that is not there" 2 "\"\$convert\" none.jsonl none.csv $errors"
  expect "convert_log $errors, losses" 0 "\"\$convert\" \"\$clean\" log.json $errors"
  "$convert" "$clean" - --to ocel 2>/dev/null | cmp -s - log.json || failed "convert_log $errors: something else is in the log"
  expect "monitor $errors" 1 "\"\$monitor\" <\"\$stream\" >/dev/null $errors"
  expect "monitor $errors, nothing to read" 2 "\"\$monitor\" </dev/null >/dev/null $errors"
  expect "conformance_kit $errors" 0 "$try --implementation '$skip' >/dev/null $errors"
  expect "conformance_kit $errors, no suite" 2 "\"\$kit\" --suite none --print $errors"
  expect "model_coverage $errors" 0 "\"\$coverage\" \"\$log\" >/dev/null $errors"
  expect "model_coverage $errors, no log" 2 "\"\$coverage\" none.jsonl $errors"
done

# Standard output: what cannot be written is an error of its own, and is said.
for output in '>&-' '>/dev/full'; do
  for format in text json junit sarif tap html; do
    expect "check_session --format $format $output" 2 "\"\$check\" --format $format \"\$clean\" $output 2>errors"
    has errors 'could not be written'
  done
  expect "check_session --output - $output" 2 "\"\$check\" --output - \"\$clean\" $output 2>errors"
  expect "check_session --output /dev/stdout $output" 2 "\"\$check\" --output /dev/stdout \"\$clean\" $output 2>errors"
  expect "check_session --output report $output" 0 "\"\$check\" --output report \"\$clean\" $output 2>errors"
  has report 'as the protocol has it'
  for format in jsonl xes xes.gz csv ocel; do
    expect "convert_log --to $format - $output" 2 "\"\$convert\" --to $format \"\$clean\" - $output 2>errors"
    has errors 'standard output: could not be written'
  done
  expect "convert_log $output" 0 "\"\$convert\" \"\$clean\" log.csv $output 2>errors"
  "$convert" --to csv "$clean" - | cmp -s - log.csv || failed "convert_log $output: something else is in the log"
  expect "monitor $output" 2 "\"\$monitor\" <\"\$stream\" $output 2>errors"
  has errors 'could not be written'
  expect "conformance_kit $output" 2 "$try --implementation '$skip' $output 2>errors"
  has errors 'could not be written'
  expect "conformance_kit --print $output" 2 "$try --print $output 2>errors"
  expect "model_coverage $output" 2 "\"\$coverage\" \"\$log\" $output 2>errors"
  has errors 'could not be written'
  for program in check convert monitor kit coverage; do
    expect "$program --help $output" 2 "\"\$$program\" --help $output 2>errors"
  done
done

# Standard input that is closed is not an input that is empty.
expect "check_session - <&-" 2 '"$check" - <&- >report 2>errors'
! grep -q 'no session' errors || failed "check_session: what is closed is taken for empty"
expect "check_session <&-" 0 '"$check" "$clean" <&- >/dev/null'
for format in jsonl xes csv; do
  expect "convert_log --from $format <&-" 2 "\"\$convert\" --from $format - log.x --to jsonl <&- 2>errors"
  [ ! -e log.x ] || failed "convert_log <&-: there is a log"
done
expect "monitor <&-" 2 '"$monitor" <&- >report 2>errors'
has errors 'standard input cannot be read'
expect "model_coverage - <&-" 2 '"$coverage" - <&- 2>errors'
expect "conformance_kit <&-" 0 "$try --implementation '$skip' <&- >/dev/null"

# All of them closed: nothing is written into what is opened in their place.
expect "check_session, all closed" 2 '"$check" --output report "$log" none.jsonl <&- >&- 2>&-'
"$check" "$log" none.jsonl >wanted 2>errors
same report wanted
expect "convert_log, all closed" 0 '"$convert" "$log" log.csv <&- >&- 2>&-'
"$convert" --to csv "$log" - | cmp -s - log.csv || failed "convert_log, all closed: something else is in the log"
expect "conformance_kit, all closed" 2 "$try --implementation '$skip' <&- >&- 2>&-"
expect "monitor, all closed" 2 '"$monitor" <&- >&- 2>&-'

# What is read, and in which nothing is, is no success.
: >empty.jsonl
echo >blank.jsonl
for empty in empty.jsonl blank.jsonl; do
  expect "check_session $empty" 2 "\"\$check\" $empty >/dev/null 2>errors"
  expect "convert_log $empty" 2 "\"\$convert\" $empty empty.csv 2>errors"
  has errors 'found'
  [ ! -e empty.csv ] || failed "convert_log $empty: there is a log"
  expect "monitor < $empty" 2 "\"\$monitor\" <$empty >report 2>errors"
  expect "model_coverage $empty" 2 "\"\$coverage\" $empty 2>errors"
done
expect "monitor, strays alone" 2 'echo "{\"session\":\"a\",\"by\":\"p1\",\"act\":\"ask\"}" | "$monitor" >report 2>errors'
has errors 'found no session'
head -1 "$clean" >begun.jsonl
expect "monitor, a session that has just begun" 0 '"$monitor" <begun.jsonl >report 2>errors'

# Options that say nothing.
for mapping in "''" '""'; do
  expect "check_session --mapping $mapping" 2 "\"\$check\" --mapping $mapping \"\$clean\" >report 2>errors"
  has errors '--mapping: expected a value, found none: it is empty'
  expect "convert_log --mapping $mapping" 2 "\"\$convert\" --mapping $mapping \"\$clean\" empty.csv >report 2>errors"
  has errors '--mapping: expected a value, found none: it is empty'
done

# Numbers that are none.
for number in -1 1000001 99999999999999999999 1e30 many '""'; do
  expect "monitor --remember $number" 2 "\"\$monitor\" --remember=$number <\"\$stream\" >report 2>errors"
  has errors '--remember'
  expect "conformance_kit --show $number" 2 "$try --implementation '$skip' --show=$number >report 2>errors"
  has errors '--show'
done
expect "monitor --remember 0" 1 '"$monitor" --remember 0 <"$stream" >report'
expect "conformance_kit --show 0" 0 "$try --implementation '$skip' --show 0 >report"
for number in nan 1e30 -1 101 '""'; do
  expect "model_coverage --at-least $number" 2 "\"\$coverage\" --at-least=$number \"\$log\" >report 2>errors"
  has errors 'percent from 0 to 100'
done
exit $fails
