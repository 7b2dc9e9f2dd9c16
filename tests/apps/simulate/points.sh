#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Points of a sweep from a table, as programs and spreadsheets write it, and what is wrong with one.
# usage: points.sh SIMULATE CHECK_SESSION SOURCE
source "$(dirname "$0")/../common/expect.bash"
export LC_ALL=C
export simulate=$1 source=$3
printf 'protocol = "student_group"\nsessions = 4\n[group]\nparticipant = 4\nleader = 1\n' >s.toml
export run='"$simulate" s.toml --points p.csv --sessions 2'

# good NAME TABLE: two points, of 5 events and 90 minutes, and of 9 and 60.
good() {
  printf '%b' "$2" >p.csv
  rm -rf out
  expect "$1" 0 "$run --out out >output 2>errors"
  same out/points.csv wanted.csv
}
printf 'point,caps.max_events,caps.max_minutes\n0,5,90\n1,9,60\n' >wanted.csv
good "plain" 'caps.max_events,caps.max_minutes\n5,90\n9,60\n'
good "no last end of line" 'caps.max_events,caps.max_minutes\n5,90\n9,60'
good "of Windows" 'caps.max_events,caps.max_minutes\r\n5,90\r\n9,60\r\n'
good "with a byte order mark" '\xEF\xBB\xBFcaps.max_events,caps.max_minutes\n5,90\n9,60\n'
good "in quotes" '"caps.max_events","caps.max_minutes"\n"5","90"\n9,60\n'
good "with blanks" 'caps.max_events, caps.max_minutes\n\n 5 ,\t90\n,\n9,60\n'
good "with semicolons" 'caps.max_events;caps.max_minutes\n5;90\n9;60\n'
good "with tabs" 'caps.max_events\tcaps.max_minutes\n5\t90\n9\t60\n'
good "with sep=" '\xEF\xBB\xBFsep=;\ncaps.max_events;caps.max_minutes\n5;90\n9;60\n'
good "with numbers of points" 'point,caps.max_events,caps.max_minutes\n0,5,90\n1,9,60\n'

# bad NAME TABLE MESSAGE: that alone is said.
bad() {
  printf '%b' "$2" >p.csv
  expect "$1" 2 "$run --out never >output 2>errors"
  has errors "$3"
  [ "$(wc -l <errors)" -eq 1 ] || failed "$1: more is said: $(cat errors)"
  [ -e never ] && failed "$1: something was begun"
}
bad "a column twice" 'caps.max_events,caps.max_events\n5,6\n7,8\n' \
  'p.csv:1:1: caps.max_events: is the name of two columns'
bad "an unknown column" 'caps.max_evnts,caps.max_minutes\n5,60\n7,60\n9,60\n' \
  'p.csv:1:1: there is no key caps.max_evnts; did you mean caps.max_events?'
bad "a column without a name" 'caps.max_events,\n5,6\n7,8\n' 'p.csv:1:1: there is no key '
bad "a quote that is not closed" 'caps.max_events,caps.max_minutes\n5,"60\n7,60\n9,60\n' \
  'p.csv:2:1: found a quote that is not closed, expected the rest of a file that was cut off'
bad "a quote inside" 'caps.max_events\n5"\n7"\n' 'p.csv:2:1: found a quote inside a cell'
bad "a value too many" 'caps.max_events\n5\n7,8\n' 'p.csv:3:1: expected 1 values, found 2'
bad "no UTF-8" 'caps.max_events\n5\xff\n' 'p.csv:2:1: found text that is not UTF-8'
bad "nothing" '' 'p.csv: found no point'
bad "no point" 'caps.max_events\n' 'p.csv: found no point'
exit $fails
