#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Simulates sessions of every protocol without deviations, writes them to files, and judges these: nothing is found.
# usage: clean.sh SIMULATE CHECK_SESSION SCENARIOS SESSIONS   SESSIONS of each protocol; 200000 are a million
set -euo pipefail
simulate=$1 check_session=$2 scenarios=$3 sessions=$4
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
for name in first staff_group led_staff_group classical_group case_consultation; do
  "$simulate" "$scenarios/$name.toml" --sessions "$sessions" --log "$place/log.jsonl" --summary "$place/summary.csv"
  "$check_session" "$place/log.jsonl" >"$place/said" || { tail -n 30 "$place/said"; echo "$name: exit $?" >&2; exit 1; }
  # A session that a cap cut off is still running, and nothing is found in it either.
  awk -v all="$sessions" '
    match($0, /^[0-9]+ sessions: [0-9]+ as the protocol has it( [0-9]+ still running)?$/) {
      is_clean = $1 == all && $3 + $9 == all
    }
    END { exit !is_clean }' <(sed 's/it;/it/' "$place/said") || { tail -n 3 "$place/said"; exit 1; }
  echo "$name: $(tail -n 1 "$place/said")"
done
