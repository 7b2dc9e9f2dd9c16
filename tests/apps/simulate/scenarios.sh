#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Scenarios: those that ship run, and what is wrong with one is said before the first session, with line and column.
# usage: scenarios.sh SIMULATE CHECK_SESSION SOURCE
source "$(dirname "$0")/../common/expect.bash"
export LC_ALL=C
export simulate=$1 check=$2 source=$3
export scenarios=$source/examples/apps/simulate/scenarios

# Those that ship: one for each protocol and each task; what they record has no finding, but for what was planted.
for protocol in student_group staff_group led_staff_group classical_group case_consultation; do
  grep -qE "^protocol = \"$protocol\"" "$scenarios"/*.toml || failed "no scenario of $protocol"
done
[ "$(ls "$scenarios"/*.toml | wc -l)" -ge 10 ] || failed "fewer than ten scenarios"
for file in "$scenarios"/*.toml; do
  export file
  name=$(basename "$file" .toml)
  [ "$name" = outside ] && continue  # it runs a command: players.sh
  size='--sessions 3'
  [ "$name" = two_policies ] && size='--set precision.max_n=30'
  expect "$name" 0 "\"\$simulate\" \"\$file\" $size --log $name.jsonl >$name.txt 2>$name.errors"
  has "$name.txt" "no evidence about people"
  found=0
  [ "$name" = labelled ] && found=1  # what was planted
  expect "$name, judged" $found "\"\$check\" $name.jsonl >judged"
done
[ "$(grep -cv '^#' "$scenarios/first.toml")" -le 10 ] || failed "the first scenario has more than ten lines"
expect "names say that sessions are simulated" 0 'grep -q "\"session\":\"sim-" first.jsonl'

# What is wrong. bad NAME TEXT MESSAGE...: the scenario is refused, and all the messages are there.
bad() {
  local name=$1 text=$2
  shift 2
  printf '%s\n' "$text" >bad.toml
  expect "$name" 2 '"$simulate" bad.toml --out never >output 2>errors'
  [ -s output ] && failed "$name: there is output: $(head -3 output)"
  [ -e never ] && failed "$name: something was begun"
  for message in "$@"; do has errors "$message"; done
  grep -qvE '^simulate: ' errors && failed "$name: a line is no complaint: $(cat errors)"
}
student=$'protocol = "student_group"\n[group]\nparticipant = 6\nleader = 1'
bad "no TOML" 'protocol = ' 'bad.toml:1:'
bad "an unknown key" $'protocol = "student_group"\nsesions = 10\n[group]\nparticipant = 6\nleader = 1' \
  'bad.toml:2:1: there is no key sesions; did you mean sessions?'
bad "an unknown key of a table" "$student"$'\n[caps]\nmax_minuts = 3' \
  'bad.toml:6:1: there is no key caps.max_minuts; did you mean caps.max_minutes?'
bad "two at once" "$student"$'\n[caps]\nmax_minuts = 3\nmax_events = "many"' 'there is no key caps.max_minuts' \
  'caps.max_events: expected a whole number from 1 to 1000000, found "many"'
bad "no protocol" $'[group]\nparticipant = 6' 'protocol: is missing; there are student_group, staff_group'
bad "an unknown protocol" $'protocol = "student_grup"\n[group]\nparticipant = 6' \
  'bad.toml:1:1: protocol: there is no protocol student_grup; did you mean student_group?'
bad "an unknown office" "$student"$'\nsupervisr = 1' 'bad.toml:5:1: group.supervisr: student_group has no such office; did you mean supervisor?'
bad "nobody" 'protocol = "student_group"' 'group: nobody is in it'
bad "an empty group" $'protocol = "student_group"\n[group]\nparticipant = 0' 'group: nobody is in the group'
bad "no leader" $'protocol = "student_group"\n[group]\nparticipant = 6' 'no_leader'
bad "too many people" $'protocol = "student_group"\n[group]\nparticipant = 64\nleader = 1' 'at most 64 people'
bad "both" "$student"$'\n[[people]]\nid = "anna"\noffices = ["participant"]' 'not by both'
bad "a name" $'protocol = "student_group"\n[[people]]\nid = "Anna Maria"\noffices = ["participant"]' 'an id is a pseudonym'
bad "an unknown policy" "$student"$'\n[play]\nleader = "wiling"' 'there is no policy wiling; did you mean willing?'
bad "an unknown player" "$student"$'\n[play]\np9 = "willing"' 'play.p9: nobody is that'
bad "a policy that nobody plays" "$student"$'\n[policies.calm]\nbase = -3' 'policies.calm: nobody plays it'
bad "a parameter" "$student"$'\n[play]\nleader = "calm"\n[policies.calm]\nmove_on = 3' 'did you mean policies.calm.moves_on?'
bad "a stage" "$student"$'\n[play]\nleader = "calm"\n[policies.calm]\n"in_stage.stori" = 3' 'has no such stage; did you mean in_stage.story?'
bad "an act" "$student"$'\n[play]\nleader = "calm"\n[policies.calm]\n"median.propos" = 3' 'did you mean median.propose?'
bad "a policy like none" "$student"$'\n[play]\nleader = "calm"\n[policies.calm]\nlike = "often_speakin"' 'did you mean often_speaking?'
bad "a policy that is like itself" "$student"$'\n[play]\nleader = "calm"\n[policies.calm]\nlike = "quiet"\n[policies.quiet]\nlike = "calm"' 'policies.calm.like: calm is like itself'
bad "a policy that ships" "$student"$'\n[policies.willing]\nbase = -3' 'policies.willing.base: willing ships: call yours otherwise'
bad "a deviation" "$student"$'\n[deviations]\nlost_vot = 0.1' 'bad.toml:6:1: deviations.lost_vot: there is no such deviation; did you mean lost_vote?'
bad "too many deviations" "$student"$'\n[deviations]\nany = 0.7\nlost_vote = 0.4' 'bad.toml:6:1: deviations: the probabilities come to 1.1, expected at most 1'
bad "a probability" "$student"$'\n[play]\nleader = "calm"\n[policies.calm]\npasses = 1.5' 'expected a probability from 0 to 1, found 1.5'
bad "seconds" "$student"$'\n[play]\nleader = "calm"\n[policies.calm]\nmoves_on = "soon"' 'or "never", found "soon"'
bad "nobody ever speaks" "$student"$'\n[play]\np1 = "calm"\n[policies.calm]\nleaves = 1' 'nobody would ever say anything'
bad "stages too short" "$student"$'\n[play]\nleader = "calm"\n[policies.calm]\nshortest_stage_minutes = 9\nlongest_stage_minutes = 3' \
  'expected at most longest_stage_minutes, which is 3'
bad "a source" "$student"$'\n[play]\nleader = "calm"\n[policies.calm]\nmoves_on = 3\nsource.moves_on = "me"' 'estimated(FILE)'
bad "no half width" "$student"$'\n[precision]\nmetric = "minutes"\nmax_n = 100' 'precision.half_width: is missing'
bad "no max_n" "$student"$'\n[precision]\nmetric = "minutes"\nhalf_width = 1' 'precision.max_n: is missing'
bad "a width of 0" "$student"$'\n[precision]\nmetric = "minutes"\nhalf_width = 0\nmax_n = 100' 'can never be met'
bad "a width of a proportion" "$student"$'\n[precision]\nmetric = "closed"\nhalf_width = 0.001\nmax_n = 100' 'bad.toml:7:1: precision.half_width: can never be met: of 100 sessions it is 0.018'
bad "too few" "$student"$'\n[precision]\nmetric = "minutes"\nhalf_width = 1\nmax_n = 20' 'can never be met'
bad "a metric" "$student"$'\n[precision]\nmetric = "minuts"\nhalf_width = 1\nmax_n = 100' 'did you mean minutes?'
bad "no contrasts" "$student"$'\n[precision]\nmetric = "minutes"\nhalf_width = 1\nmax_n = 100\nof_contrasts = true' 'no arms to compare'
bad "a sweep of nothing" "$student"$'\n[sweep]\n"caps.max_minuts" = [1, 2]' 'sweep.caps.max_minuts: there is no key caps.max_minuts; did you mean caps.max_minutes?'
bad "a sweep of the run" "$student"$'\n[sweep]\nthreads = [1, 2]' 'sweep.threads: is not what is simulated'
bad "a sweep of a wrong value" "$student"$'\n[sweep]\n"caps.max_minutes" = [1, 0]' 'found 0'
bad "a range" "$student"$'\n[sweep]\n"caps.max_minutes" = {from = 1, to = 9, step = 0}' 'in steps above 0'
bad "an arm" "$student"$'\n[arms.a]\n"caps.max_minuts" = 1' 'arms.a.caps.max_minuts: there is no key'
bad "points that are something" $'points_are = "pared"\n'"$student" 'expected paired or independent'
bad "a file of points" $'points = "none.csv"\n'"$student" 'none.csv: cannot be opened'
bad "a key twice" $'"group.participant" = 6\n'"$student" \
  'bad.toml:4:1: group.participant: is given already, at bad.toml:1:1'
bad "a key twice, of a policy" "$student"$'\n[play]\nleader = "calm"\n[policies.calm]\nmedian.ask = 3\n"median.ask" = 4' \
  'policies.calm.median.ask: is given already, at bad.toml:8:'
has errors 'bad.toml:9:1: '
bad "a key twice, of an arm" "$student"$'\n[arms.a]\ncaps.max_minutes = 3\n"caps.max_minutes" = 4' 'arms.a.caps.max_minutes: is given already'
bad "a table for a value" "$student"$'\n[caps.max_minutes]' 'caps.max_minutes: expected another kind of value'
bad "an arm with controls" "$student"$'\n[arms."a\\u001b"]' 'there is no key arms.a'
bad "a name with controls" "$student"$'\n[arms."a\\u001b"]\n"caps.max_minutes" = 1' 'a name has controls'
bad "a format" $'formats = ["jsonl", "yaml"]\n'"$student" 'bad.toml:1:1: formats: expected jsonl, csv, xes, xes.gz, ocel, or none alone, found yaml'
bad "too many sessions" $'sessions = 5000000000\n'"$student" 'bad.toml:1:1: sessions: expected a whole number from 1 to 4294967296'
bad "blocks" $'blocks = "3:1"\n'"$student" 'expected A:B with A below B'
expect "no such file" 2 '"$simulate" none.toml 2>errors'
has errors 'none.toml: cannot be opened'

# The command line has the same keys, and says what is wrong with them in the same words.
printf '%s\n' "$student" >ok.toml
expect "a number" 2 '"$simulate" ok.toml --sessions many 2>errors'
has errors '--sessions: sessions: expected a whole number from 1'
expect "a key" 2 '"$simulate" ok.toml --set caps.max_minuts=3 2>errors'
has errors '--set caps.max_minuts: there is no key caps.max_minuts; did you mean caps.max_minutes?'
expect "no value" 2 '"$simulate" ok.toml --set caps.max_minutes 2>errors'
has errors '--set: expected KEY=VALUE'
expect "set" 0 '"$simulate" ok.toml --sessions 2 --set caps.max_events=7 --log short.jsonl >output'
[ "$(wc -l <short.jsonl)" -eq 16 ] || failed "--set caps.max_events=7: $(wc -l <short.jsonl) lines"
expect "a policy from the command line" 0 '"$simulate" ok.toml --sessions 2 --set play.p1=often_speaking >output'
expect "probabilities of other occasions" 0 '"$simulate" ok.toml --sessions 2 --set play.p1=some --set policies.some.passes=0.9 --set policies.some.declines=0.9 >output'
# An arm may change nothing: others are compared with the scenario as it is.
printf '%s\n[arms.base]\n[arms.short]\n"caps.max_events" = 5\n[arms.as_well]\n' "$student" >arms.toml
expect "an arm that changes nothing" 0 '"$simulate" arms.toml --sessions 3 --out arms >output 2>errors'
[ "$(awk -F, 'NR > 1 { print $2 }' arms/summary.csv | uniq | tr '\n' ' ')" = 'base short as_well ' ] || failed "not the arms: $(cut -d, -f2 arms/summary.csv | uniq)"
expect "the same, alone" 0 '"$simulate" ok.toml --sessions 3 --set "arms.base.caps.max_minutes=600" --out alone >output'
[ "$(grep '^0,base,events,' arms/summary.csv | cut -d, -f1-8)" = "$(grep '^0,base,events,' alone/summary.csv | cut -d, -f1-8)" ] || failed "an arm without keys changes something"
expect "read again" 0 '"$simulate" merge arms --out again >output'
for file in summary.csv contrasts.csv scenario.toml odd.md; do same arms/$file again/$file; done
expect "no option" 2 '"$simulate" ok.toml --sesions 3 2>errors'
exit $fails
