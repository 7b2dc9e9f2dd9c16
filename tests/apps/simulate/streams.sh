#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# simulate with standard streams that are closed or full, and with names of files as they come: the exit code that is
# documented, no end by a signal, every line one line of UTF-8.
# usage: streams.sh SIMULATE CHECK_SESSION SOURCE
source "$(dirname "$0")/../common/expect.bash"
export LC_ALL=C
export simulate=$1 source=$3
export first=$source/examples/apps/simulate/scenarios/first.toml
export run='"$simulate" "$first" --sessions 20'
eval "$run --log log.jsonl >/dev/null"

# Standard errors: what is said is lost, what is done is not.
for errors in '2>&-' '2>/dev/full'; do
  expect "simulate $errors" 0 "$run $errors >output"
  has output 'no evidence about people'
  expect "no scenario $errors" 2 "\"\$simulate\" none.toml $errors"
  expect "no such option $errors" 2 "$run --poem $errors"
  expect "calibrate $errors" 0 "\"\$simulate\" calibrate log.jsonl >output $errors"
done
# Standard output: what cannot be written is an error.
for output in '>&-' '>/dev/full'; do
  expect "simulate $output" 2 "$run $output 2>errors"
  has errors 'simulate: standard output could not be written'
  expect "files $output" 2 "$run --report - $output 2>errors"
  expect "a session $output" 2 "$run --replay 3 $output 2>errors"
  expect "calibrate $output" 2 "\"\$simulate\" calibrate log.jsonl $output 2>errors"
  expect "keys $output" 2 "\"\$simulate\" keys $output 2>errors"
  has errors 'simulate: standard output could not be written'
  expect "help $output" 2 "\"\$simulate\" --help $output 2>errors"
  expect "a folder $output" 2 "rm -rf out; $run --out out $output 2>errors"
  [ -s out/summary.csv ] || failed "a folder $output: nothing is in it"
done
# Standard input may be the scenario.
expect "from standard input" 0 '"$simulate" - --sessions 20 <"$first" >output'
has output 'Simulated sessions'
expect "closed" 2 '"$simulate" - <&- 2>errors'

# What a name may hold: LF, ESC, U+0085, U+2028, DEL, bytes that are no UTF-8.
export strange=$'a\nb\x1b[31m\xc2\x85\xe2\x80\xa8\x7f\xff.toml'
cp "$first" "$strange"
expect "a strange name" 0 '"$simulate" "$strange" --sessions 3 --report report.html --odd odd.md --out "out$strange" >output 2>errors'
for file in report.html odd.md output errors "out$strange/report.html" "out$strange/scenario.toml"; do
  is_utf8 "$file"
  ! grep -qaP '[\x01-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]' "$file" || failed "there are controls in $file"
done
expect "strange and not there" 2 '"$simulate" "none$strange" 2>errors'
is_utf8 errors
[ "$(wc -l <errors)" -eq 1 ] || failed "the complaint is not one line: $(cat -v errors)"
expect "gone on with" 0 '"$simulate" "out$strange/scenario.toml" --resume "out$strange" >output 2>errors'
exit $fails
