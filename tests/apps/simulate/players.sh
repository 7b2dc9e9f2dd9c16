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
[ -e never ] && failed "something was begun without permission"
has errors 's.toml:9:1: players.outside:'
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
expect "a cassette that is cut off" 2 'head -n $(($(wc -l <tape) / 2)) tape >half; "$simulate" s.toml --players replay:half --out replayed 2>errors'
[ -e replayed ] && failed "a replay that failed leaves a folder"
mkdir replayed
touch replayed/note
expect "a cassette that is cut off, into a folder that is there" 2 '"$simulate" s.toml --players replay:half --out replayed 2>errors'
only replayed note
expect "and the next one" 0 '"$simulate" s.toml --players replay:tape --out replayed >output2'
rm -r replayed
expect "no cassette" 2 '"$simulate" s.toml --players replay:s.toml 2>errors'
has errors 's.toml:1: this is no line of a cassette'
expect "no such cassette" 2 '"$simulate" s.toml --players replay:none 2>errors'
expect "what is replayed" 2 '"$simulate" s.toml --players tape 2>errors'
has errors 'expected replay:FILE'
expect "recorded twice" 2 '"$simulate" s.toml --players replay:tape --record tape2 2>errors'
expect "nobody outside" 2 '"$simulate" "$source"/examples/apps/simulate/scenarios/first.toml --record tape2 2>errors'
has errors 'nobody plays outside'
# A session alone is as the log of all has it, and is played from the cassette only; it has no other future.
expect "a session alone" 2 '"$simulate" s.toml --replay 3 2>errors'
has errors 'say with --players replay:FILE what was answered'
expect "runs nobody" 2 '"$simulate" s.toml --replay 3 --allow-players 2>errors'
has errors 'runs nobody'
expect "alone from a cassette" 0 '"$simulate" s.toml --replay 3 --players replay:tape >alone.jsonl'
awk '/"session":/ { on = /-3"/ } on' live/recorded.jsonl >slice.jsonl
[ -s slice.jsonl ] || failed "session 3 is not in the log"
same alone.jsonl slice.jsonl
expect "up to an event" 0 '"$simulate" s.toml --replay 3:5 --players replay:tape >part.jsonl'
head -6 slice.jsonl | cmp -s - part.jsonl || failed "a part is not how the session begins"
expect "beyond its end" 2 '"$simulate" s.toml --replay 3:5000 --players replay:tape 2>errors'
has errors 'and no event 5000'
expect "another future" 2 '"$simulate" s.toml --replay 3:5 --fork 2 --players replay:tape 2>errors'
has errors 'another future'
expect "not in the cassette" 2 '"$simulate" s.toml --sessions 40 --replay 33 --players replay:tape 2>errors'
has errors 'does not have this session'
[ -e started ] && failed "a session alone started a command"

# What it may not is counted by code.
sed 's/quiet.sh/closing.sh/' s.toml >closing.toml
expect "closing" 0 '"$simulate" closing.toml --allow-players --out closing >output'
refused=$(awk -F, '$2 == "refused" && $3 != "" { n += $4 } END { print n }' closing/players.csv)
[ "$refused" -gt 10 ] || failed "few were refused: $(cat closing/players.csv)"
[ "$refused" = "$(awk -F, 'NR > 1 { n += $8 } END { print n }' closing/refusals.csv)" ] || failed "refusals.csv has other refusals"
expect "judged" 0 '"$check" closing/recorded.jsonl >judged'

# Interrupted, it says how to go on with the same players and the same cassette; what comes out is as without.
expect "many" 0 '"$simulate" s.toml --sessions 320 --allow-players --out many >output'
set -m  # without job control a shell has programs in the background ignore SIGINT
"$simulate" s.toml --sessions 320 --allow-players --record long --out cut >output 2>errors &
pid=$!
set +m
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
for file in recorded.jsonl sessions.csv summary.csv answers.csv players.csv; do
  same many/$file cut/$file
  same many/$file replayed/$file
done
same cut/manifest.json replayed/manifest.json
same cut/players.parts replayed/players.parts
has cut/manifest.json '"reproducible_by": "cassette"'
has many/manifest.json '"reproducible_by": "seed"'
# Shares with a cassette each: merged, they are the same, and their cassettes one after another are one.
for share in 0:9 9:20; do
  export share
  expect "share $share" 0 '"$simulate" s.toml --sessions 320 --blocks $share --allow-players --record tape_$share --out share_$share >output'
done
expect "merged" 0 '"$simulate" merge share_0:9 share_9:20 --out merged >output'
for file in recorded.jsonl sessions.csv answers.csv players.csv; do same many/$file merged/$file; done
same cut/manifest.json merged/manifest.json
cat tape_0:9 tape_9:20 >both
expect "both cassettes" 0 '"$simulate" s.toml --sessions 320 --players replay:both --out of_both >output'
same many/sessions.csv of_both/sessions.csv
# What was answered is not lost: a cassette is not overwritten, is gone on with by the same players, and is there.
expect "not over a cassette" 2 '"$simulate" s.toml --allow-players --record tape --out over 2>errors'
has errors 'tape is there already, and no cassette is overwritten'
[ -e over ] && failed "a run was begun that could not be recorded"
expect "the cassette is gone" 2 '"$simulate" cut/scenario.toml --resume cut --allow-players --record gone 2>errors'
has errors 'gone is not there'
sed 's/"name":"quiet"/"name":"other"/' quiet.sh >other.sh
cp quiet.sh kept.sh
cp other.sh quiet.sh
expect "other players" 2 '"$simulate" cut/scenario.toml --resume cut --allow-players --record long 2>errors'
has errors 'the cassette of other players'
cp kept.sh quiet.sh
rm -f started

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
has errors 'none.toml:9:1: players.outside: cannot be greeted: it ended before'
[ -e ungreeted ] && failed "something was begun without the player"

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
bad "an unknown key" "$student"$'\n[play]\np1 = "x"\n[players.x]\ncomand = "true"' 'bad.toml:8:1: there is no key players.x.comand; did you mean players.x.command?'
bad "an unknown person" "$student"$'\n[play]\np9 = "x"\n[players.x]\ncommand = "true"' 'bad.toml:6:1: play.p9: nobody is that'
bad "a player's name" "$student"$'\n[players."a b"]\ncommand = "true"' 'expected a name of letters'
bad "what a variable holds" "$student"$'\n[play]\np1 = "x"\n[players.x]\ncommand = "true"\nvariables = ["sk-4711"]' 'expected names of variables'
grep -q 4711 errors && failed "what a variable holds is repeated"
bad "swept" "$student"$'\n[play]\np1 = "x"\n[players.x]\ncommand = "true"\n[sweep]\n"players.x.limit" = [1, 2]' 'it cannot differ'
[ "$fails" -eq 0 ] && command -v python3 >/dev/null || exit $fails
# Rogues: whatever a player does, all sessions are there, in time, and what it did is counted. rogue HOW WHAT SECONDS: p1
# and the leader are played so; nothing else goes wrong than WHAT, and time-outs take so many seconds at most.
cat >rogue.toml <<'END'
protocol = "student_group"
sessions = 6
[group]
participant = 4
leader = 1
[play]
p1 = "rogue"
leader = "rogue"
[players.rogue]
command = "echo ran >>\"$RAN\"; exec python3 \"$ROGUE\" $HOW"
variables = ["ROGUE", "HOW", "RAN", "BALINT_TEST_SECRET"]
limit = 0.2
[caps]
max_events = 60
max_silent_turns = 30
END
export ROGUE=$source/tests/players/rogue.py RAN=$PWD/ran BALINT_TEST_SECRET=sesame_4711 HOW
rogue() {
  HOW=$1
  local wanted=$2
  local began=$SECONDS
  expect "rogue $1" 0 '"$simulate" rogue.toml --sessions $SESSIONS --set "players.rogue.limit=$LIMIT" --allow-players --record "tape_$HOW" --out "rogue_$HOW" >"said_$HOW"'
  [ $((SECONDS - began)) -le $(($3 + 5)) ] || failed "rogue $1 took $((SECONDS - began)) s"
  [ "$(wc -l <"rogue_$1/sessions.csv")" -eq $((SESSIONS + 1)) ] || failed "rogue $1: not all sessions are there"
  local others
  others=$(awk -F, 'NR > 1 && $4 > 0 && $2 !~ /^(asked|acted|silent|fallbacks|dropped)$/ { print $2 }' \
    "rogue_$1/players.csv" | sort -u | tr '\n' ' ')
  [ "$others" = "$wanted " ] || failed "rogue $1: counted as $others, expected $wanted"
  for what in $wanted; do has "said_$1" "    $what"; done
  grep -rqF sesame "rogue_$1" "tape_$1" "said_$1" && failed "rogue $1: a secret is told"
  # What the sessions have comes to what is counted, but for what answers nothing.
  awk -F, 'FNR == 1 { next } FILENAME ~ /answers/ { sum[$6 "," $7] += $8; next } $2 != "late" && $4 != sum[$2 "," $3] { print }' \
    "rogue_$1/answers.csv" "rogue_$1/players.csv" >differs
  [ "$1" = flood ] || [ ! -s differs ] || failed "rogue $1: sessions have other counts: $(cat differs)"
  # The same from the cassette, and the command, which leaves a file, is not run.
  [ -e ran ] || failed "rogue $1: nothing was run"
  rm -f ran
  expect "rogue $1 again" 0 '"$simulate" rogue.toml --sessions $SESSIONS --set "players.rogue.limit=$LIMIT" --players "replay:tape_$HOW" --out "again_$HOW" >"said_again" 2>errors'
  for file in recorded.jsonl sessions.csv members.csv summary.csv accumulators.csv refusals.csv answers.csv players.csv manifest.json; do
    same "rogue_$1/$file" "again_$1/$file"
  done
  [ -e ran ] && failed "rogue $1: a cassette started a command"
}
# Each of 2 people of 6 sessions has three time-outs at most, those of all sessions at once.
export LIMIT=0.2 SESSIONS=6
rogue hang timed_out 4
export LIMIT=60
rogue flood not_json 0
rogue die died 0
rogue close died 0
rogue lie refused 0
rogue long too_long 0
rogue nul not_json 0
rogue id unknown_id 0
rogue invent unknown_act 0
rogue secret unknown_act 0
rogue fail failed 0
rogue twice late 0
# It answers an ask when it is asked the next one, so that the last one of a block is late in the next block.
export LIMIT=0.2 SESSIONS=20
rogue late 'late timed_out' 1
has rogue_late/manifest.json '"reproducible_by": "cassette"'
has rogue_late/datapackage.json '"path": "players.csv"'
grep -F '{"name": ' rogue_late/datapackage.json | grep -vF '"description": ' && failed "a column is not described"
HOW=late expect "without a cassette" 0 '"$simulate" rogue.toml --allow-players --out unrecorded --report - >page 2>said'
has unrecorded/manifest.json '"reproducible_by": "no"'
has said 'played outside'

# How they are treated: they may try so often, and are out of the room after so many turns that came to nothing, or never.
count() { awk -F, -v what="$2" '$2 == what { n += $4 } END { print n + 0 }' "$1/players.csv"; }
[ "$(count rogue_lie refused)" -eq $((3 * $(count rogue_lie fallbacks))) ] || failed "it did not try three times in a turn"
[ "$(count rogue_lie dropped)" -eq 12 ] || failed "not everybody was out of the room after three turns"
HOW=lie expect "treated otherwise" 0 '"$simulate" rogue.toml --allow-players --set players.attempts=1 --set players.drop_after=0 --out patient >said'
[ "$(count patient refused)" -eq "$(count patient fallbacks)" ] || failed "it tried more than once in a turn"
[ "$(count patient dropped)" -eq 0 ] || failed "somebody was out of the room"
[ "$(count patient refused)" -gt 36 ] || failed "it was not asked for long"

# A run that waits for a player is interrupted at once, though the player has an hour.
set -m
HOW=hang "$simulate" rogue.toml --set players.rogue.limit=3600 --allow-players --record waiting.tape --out waiting >said 2>errors &
pid=$!
set +m
for _ in $(seq 500); do
  [ -s waiting.tape ] && [ -e waiting/segments ] && break
  sleep 0.02
done
sleep 0.5
began=$SECONDS
kill -INT $pid
wait $pid
[ $? -eq 2 ] || failed "interrupted while it waits: not exit code 2"
[ $((SECONDS - began)) -le 5 ] || failed "it went on for $((SECONDS - began)) s after the interrupt"
has errors 'interrupted: 0 blocks are in waiting; to go on: simulate waiting/scenario.toml --resume waiting --allow-players --record waiting.tape'
exit $fails
