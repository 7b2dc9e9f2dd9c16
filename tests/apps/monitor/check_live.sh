#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A stream that goes on: a finding is printed before the next line is written, and SIGINT ends the monitor cleanly, in the
# middle of a line. usage: check_live.sh MONITOR
set -uo pipefail
failed() { echo "$*" >&2; exit 1; }

for signal in INT TERM; do
  coproc monitor { exec "$1"; }
  pid=$monitor_PID
  # The ends are copied: bash closes its own when the program ends.
  exec {from}<&"${monitor[0]}" {to}>&"${monitor[1]}"
  echo '{"balint":1,"protocol":"student_group","session":"a","people":[{"id":"p1","offices":["participant"]},{"id":"p2","offices":["participant"]},{"id":"lead","offices":["leader"]}]}' >&"$to"
  echo '{"session":"a","seq":1,"by":"p1","act":"self_assess"}' >&"$to"
  IFS= read -r -t 60 said <&"$from" || failed "no finding was printed while the stream went on"
  [[ $said == "a: line 2, event 1: "*"[wrong_stage]" ]] || failed "not the finding: $said"
  printf '{"session":"a","seq":2,"by"' >&"$to"
  kill "-$signal" "$pid"
  rest=$(cat <&"$from")
  wait "$pid"
  code=$?
  exec {from}<&- {to}>&-
  [ "$code" -eq 1 ] || failed "SIG$signal: exit code $code, expected 1: $rest"
  [[ $rest == *"0 over"*"1 going on, 1 of them with departures"*"could not be read: 0"* ]] || failed "no summary after SIG$signal: $rest"
done
