#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Players outside: nothing is run without the permission of the command line, what is answered is recorded, and a
# cassette gives the same bytes with nothing run.
# usage: players.sh SIMULATE CHECK_SESSION SOURCE
source "$(dirname "$0")/../common/expect.bash"
export LC_ALL=C
export simulate=$1 check=$2 source=$3
# It has an answer to nothing; it says that it was started.
cat >quiet.sh <<'END'
touch started
read -r hello
echo '{"type":"ready","balint_player":1,"name":"quiet","version":"1","deterministic":true,"max_in_flight":16}'
stdbuf -oL sed -n 's/^{"type":"ask","id":\([0-9]*\),.*/{"type":"fail","id":\1}/p'
END
# It tries what its role may not, once, and is silent when it was refused.
cat >closing.sh <<'END'
read -r hello
echo '{"type":"ready","balint_player":1,"name":"closing","version":"1","deterministic":true,"max_in_flight":16}'
stdbuf -oL sed -n -e 's/^{"type":"ask","id":\([0-9]*\),.*"attempt":1,.*/{"type":"say","id":\1,"act":"close"}/p;t' \
  -e 's/^{"type":"ask","id":\([0-9]*\),.*/{"type":"say","id":\1,"act":null}/p'
END
cat >s.toml <<'END'
protocol = "student_group"
sessions = 20
[group]
participant = 5
leader = 1
[play]
p2 = "outside"
[players.outside]
command = "sh quiet.sh"
[caps]
max_events = 60
END
expect "no permission" 2 '"$simulate" s.toml --out never 2>errors'
has errors 'the scenario runs a command (sh quiet.sh): say --allow-players if you trust it'
[ -e started ] && failed "a command was run without permission"
[ -e never/segments ] && failed "something was begun without permission"
expect "not by --set" 2 '"$simulate" s.toml --set allow-players=true 2>errors'
expect "allowed" 0 '"$simulate" s.toml --allow-players --record tape --out live >output'
[ -e started ] || failed "nothing was run"
rm started
expect "judged" 0 '"$check" live/recorded.jsonl >judged'
asked=$(awk -F, '$2 == "asked" { print $4 }' live/players.csv)
[ "$asked" -gt 10 ] || failed "it was asked $asked times"
[ "$(awk -F, '$2 == "failed" { print $4 }' live/players.csv)" = "$asked" ] || failed "not every answer failed: $(cat live/players.csv)"
has live/manifest.json '"reproducible_by": "cassette"'
has live/odd.md '| outside, outside |'
# From the cassette: the same bytes, and nothing is run.
expect "a cassette" 0 '"$simulate" s.toml --players replay:tape --threads 2 --out again >output2'
[ -e started ] && failed "a cassette started a command"
for file in recorded.jsonl sessions.csv members.csv summary.csv accumulators.csv refusals.csv players.csv manifest.json report.html resolved.toml; do
  same live/$file again/$file
done
expect "another run's cassette" 2 '"$simulate" s.toml --seed 2 --players replay:tape --out other 2>errors'
has errors 'the cassette is of another scenario or version'
expect "no cassette" 2 '"$simulate" s.toml --players replay:s.toml 2>errors'
has errors 's.toml:1: this is no line of a cassette'
expect "no such cassette" 2 '"$simulate" s.toml --players replay:none 2>errors'
expect "what is replayed" 2 '"$simulate" s.toml --players tape 2>errors'
has errors 'expected replay:FILE'
expect "recorded twice" 2 '"$simulate" s.toml --players replay:tape --record tape2 2>errors'
expect "nobody outside" 2 '"$simulate" "$source"/examples/apps/simulate/scenarios/first.toml --record tape2 2>errors'
has errors 'nobody plays outside'
expect "a session alone" 2 '"$simulate" s.toml --replay 3 2>errors'
has errors 'a session is not played alone'

# What it may not is counted by code.
sed 's/quiet.sh/closing.sh/' s.toml >closing.toml
expect "closing" 0 '"$simulate" closing.toml --allow-players --out closing >output'
refused=$(awk -F, '$2 == "refused" && $3 != "" { n += $4 } END { print n }' closing/players.csv)
[ "$refused" -gt 10 ] || failed "few were refused: $(cat closing/players.csv)"
[ "$refused" = "$(awk -F, 'NR > 1 { n += $8 } END { print n }' closing/refusals.csv)" ] || failed "refusals.csv has other refusals"
expect "judged" 0 '"$check" closing/recorded.jsonl >judged'

# Interrupted, it says how to go on with the same players and the same cassette; what comes out is as without.
expect "many" 0 '"$simulate" s.toml --sessions 320 --allow-players --out many >output'
"$simulate" s.toml --sessions 320 --allow-players --record long --out cut >output 2>errors &
pid=$!
for _ in $(seq 1200); do
  [ "$(cat cut/segments/*.index 2>/dev/null | grep -vc '^balint-segment')" -ge 2 ] && break
  sleep 0.02
done
kill -INT $pid
wait $pid
[ $? -eq 2 ] || failed "interrupted with players: not exit code 2"
[ -e cut/summary.csv ] && failed "it was interrupted after its end"
export again
again=$(sed -n 's/.*to go on: simulate //p' errors)
[ "$again" = "cut/scenario.toml --resume cut --allow-players --record long" ] || failed "it does not say how to go on: $(cat errors)"
expect "gone on with as it says" 0 '"$simulate" $again >output'
expect "played again" 0 '"$simulate" s.toml --sessions 320 --players replay:long --out replayed >output'
for file in recorded.jsonl sessions.csv summary.csv; do
  same many/$file cut/$file
  same many/$file replayed/$file
done

# The scenario that ships, with a player in Python.
if command -v python3 >/dev/null; then
  export here=$PWD
  expect "in Python" 0 'cd "$source" && "$simulate" examples/apps/simulate/scenarios/outside.toml --sessions 8 --allow-players --out "$here/python" >/dev/null'
  expect "judged" 0 '"$check" python/recorded.jsonl >judged'
  [ "$(awk -F, '$2 == "acted" { print $4 }' python/players.csv)" -gt 20 ] || failed "it did little: $(cat python/players.csv)"
  has python/manifest.json '"reproducible_by": "seed"'
fi

# A player that cannot be greeted ends it before the first session.
sed 's/sh quiet.sh/false/' s.toml >none.toml
expect "not greeted" 2 '"$simulate" none.toml --allow-players --out ungreeted 2>errors'
has errors 'players.outside: cannot be greeted: died'
[ -e ungreeted/segments ] && failed "something was begun without the player"

# What is wrong with players in a scenario.
bad() {
  printf '%s\n' "$2" >bad.toml
  expect "$1" 2 '"$simulate" bad.toml --allow-players 2>errors'
  has errors "$3"
}
student=$'protocol = "student_group"\n[group]\nparticipant = 6\nleader = 1'
bad "no command" "$student"$'\n[play]\np1 = "x"\n[players.x]\nlimit = 3' 'players.x.command: is missing'
bad "nobody's" "$student"$'\n[players.x]\ncommand = "true"' 'players.x: nobody is played by it'
bad "a policy's name" "$student"$'\n[play]\np1 = "willing"\n[players.willing]\ncommand = "true"' 'willing is a policy already'
bad "like what" "$student"$'\n[play]\np1 = "x"\n[players.x]\ncommand = "true"\nlike = "wiling"' 'did you mean willing?'
bad "swept" "$student"$'\n[play]\np1 = "x"\n[players.x]\ncommand = "true"\n[sweep]\n"players.x.limit" = [1, 2]' 'it cannot differ'
exit $fails
