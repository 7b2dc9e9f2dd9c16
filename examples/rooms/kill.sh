#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The room survives: it is killed after every line that it answered, and in the end says what a room says that never was.
# usage: kill.sh CHAT_ROOM
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
lines=("anna present_case" "boris propose" "boris present_case" "vera pass" "maria advance" "anna vote boris"
  "boris vote anna" "vera vote boris" "maria select_case boris" "anna vote vera" "boris accept_case" "maria advance"
  "boris tell_story" "maria advance" "anna ask" "vera")

printf '%s\n' "${lines[@]}" | "$1" "$place/whole" >"$place/expected"
for line in "${lines[@]}"; do
  mkfifo "$place/said"
  "$1" "$place/killed" <"$place/said" >"$place/answer" &
  room=$!
  exec 3>"$place/said"
  echo "$line" >&3
  # Its answer is there before it is killed.
  for _ in $(seq 600); do
    [ -s "$place/answer" ] && break
    sleep 0.05
  done
  kill -9 $room
  wait $room 2>/dev/null || true
  exec 3>&-
  rm "$place/said"
  cat "$place/answer" >>"$place/came"
done
diff "$place/expected" "$place/came"
cmp "$place/whole" "$place/killed"
grep -q '^on record$' "$place/came" && grep -q 'propos' "$place/came"
[ "$(ls "$place" | grep -c '\.new$')" -eq 0 ]
echo "the room survived being killed ${#lines[@]} times"
