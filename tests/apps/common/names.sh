#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Names of files as they come: endings in capitals, with controls, with what ends a line somewhere, with bytes that are no
# UTF-8. Whatever is written is UTF-8, and each line of it is one line.
# usage: names.sh CHECK_SESSION CONVERT_LOG MONITOR CONFORMANCE_KIT MODEL_COVERAGE SOURCE
source "$(dirname "$0")/expect.bash"
export LC_ALL=C
export check=$1 convert=$2 monitor=$3 kit=$4 coverage=$5 source=$6
export log=$source/examples/data/student_different.jsonl

# Endings.
cp "$log" LOG.JSONL
"$convert" "$log" wanted.jsonl || exit 1
for name in X.CSV X.XES X.XES.GZ X.Csv.Gz X.JSONL.GZ x.jsonl; do
  expect "to $name" 0 "\"\$convert\" LOG.JSONL $name"
done
for name in X.CSV X.XES X.XES.GZ; do
  expect "from $name" 0 "\"\$convert\" $name back.jsonl"
  same back.jsonl wanted.jsonl
  expect "check_session $name" 1 "\"\$check\" $name >/dev/null"
done
for packed in X.XES.GZ X.Csv.Gz X.JSONL.GZ; do gzip -t <$packed || failed "$packed is not packed"; done
for format in jsonl csv xes xes.gz ocel; do
  expect "--to $format y.gz" 0 "\"\$convert\" LOG.JSONL y.gz --to $format 2>losses"
  gzip -t <y.gz || failed "--to $format y.gz is not packed"
done
expect "--to csv y.csv.gz" 0 '"$convert" LOG.JSONL y.csv.gz --to csv'
gzip -dc <y.csv.gz | cmp -s - X.CSV || failed "--to csv y.csv.gz is not X.CSV, packed"
gzip -dc <X.Csv.Gz | cmp -s - X.CSV || failed "X.Csv.Gz is not X.CSV, packed"
gzip -dc <X.JSONL.GZ | cmp -s - wanted.jsonl || failed "X.JSONL.GZ is not the log, packed"

# What a name may hold: LF, ESC, U+0085, U+009B, U+2028, U+2029, U+202E, DEL, bytes that are no UTF-8, half a character.
strange=$'a\nb\x1b[31m\xc2\x85\xc2\x9b\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xae\x7f\xff\xd0.jsonl'
cp "$log" "$strange"
{ cat "$log"; echo '{"by":"p1","act":3}'; } >"broken$strange"
export strange
controls=$'\x1b|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]|\x7f|[\x01-\x09\x0b-\x1f]'
for format in text json junit sarif tap html; do
  expect "check_session --format $format" 2 "\"\$check\" --threads 2 --format $format \"\$strange\" \"broken\$strange\" \"none\$strange\" >report 2>errors"
  for output in report errors; do
    is_utf8 $output
    ! grep -qaE "$controls" $output || failed "$format: there are controls in $output: $(grep -aE "$controls" $output | head -1 | cat -v)"
  done
  [ "$(wc -l <errors)" -eq 2 ] || failed "$format: the complaints are not two lines: $(cat -v errors)"
  case $format in
    json) [ "$(grep -c '^{"file":"' report)" -eq "$(wc -l <report)" ] || failed "json: a session is not a line" ;;
    tap) [ "$(grep -cE '^(not )?ok - ' report)" -eq 4 ] || failed "tap: $(cat report)" ;;
    junit) ! command -v xmllint >/dev/null || xmllint --noout report || failed "junit is no XML" ;;
  esac
done
expect "convert_log" 2 '"$convert" "broken$strange" x.csv 2>errors'
is_utf8 errors
[ "$(wc -l <errors)" -eq 1 ] || failed "convert_log: the complaint is not a line: $(cat -v errors)"
expect "convert_log, no such folder" 2 '"$convert" "$strange" "none/$strange" --to csv 2>errors'
is_utf8 errors
expect "convert_log, no such option" 2 '"$convert" "$strange" x.csv --to "$strange" 2>errors'
is_utf8 errors
! grep -qaE "$controls" errors || failed "convert_log: there are controls in what is said of an option"
expect "model_coverage" 2 '"$coverage" "none$strange" 2>errors'
is_utf8 errors
expect "conformance_kit" 2 '"$kit" --suite "none$strange" --print 2>errors'
is_utf8 errors
printf '#!/bin/sh\nread -r line\nprintf "a\\377b\\033[31m\\302\\205\\342\\200\\250\\n"\n' >babble.sh
expect "conformance_kit, an answer that is no text" 1 '"$kit" --suite "$source/tests/suite" --only student_group/stg-6-self --implementation "sh babble.sh" >report'
is_utf8 report
! grep -qaE "$controls" report || failed "conformance_kit: there are controls in the report"
printf '{"session":"a","by":"p1","a\xe2\x80\xa8\xc2\x85":1}\n{"session":"\xff"}\n' >stream
for format in text json; do
  expect "monitor --format $format" 2 "\"\$monitor\" --format $format <stream >report 2>errors"
  is_utf8 report
  ! grep -qaE "$controls" report || failed "monitor --format $format: there are controls in the report"
done

# JUnit tells sessions of one name apart, whether they are in two logs or in one.
mkdir a b
cp "$log" a/log.jsonl
cp "$log" b/log.jsonl
cat "$log" "$log" >twice.jsonl
names() { grep -oE '^<testcase classname="[^"]*" name="[^"]*"' report | sort; }
for logs in 'a/log.jsonl b/log.jsonl' 'a/log.jsonl a/log.jsonl' 'twice.jsonl' 'twice.jsonl b/log.jsonl a/log.jsonl'; do
  expect "junit $logs" 1 "\"\$check\" --format junit $logs >report"
  [ -z "$(names | uniq -d)" ] || failed "junit $logs: twice: $(names | uniq -d)"
done
has report 'name="2026-spring-b-01 (b/log.jsonl)"'
expect "junit of one" 1 '"$check" --format junit a/log.jsonl >report'
has report 'name="2026-spring-b-01" file="a/log.jsonl"'
exit $fails
