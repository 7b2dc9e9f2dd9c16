#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What a run is to write and cannot: over what it reads, or two outputs in one file. It is refused before anything is
# written.
# usage: files.sh SIMULATE CHECK_SESSION SOURCE
source "$(dirname "$0")/../common/expect.bash"
export LC_ALL=C
export simulate=$1 source=$3
cat >s.toml <<'END'
protocol = "student_group"
sessions = 4
[group]
participant = 4
leader = 1
END
cp s.toml scenario.before

# What is read is not written over, by whatever name.
printf 'caps.max_events\n5\n9\n' >p.csv
cp p.csv points.before
ln -s p.csv link.csv
ln p.csv hard.csv
{ echo 'points = "p.csv"' && cat s.toml; } >with_points.toml
for output in '--summary p.csv' '--report ./p.csv' '--log link.csv' '--odd hard.csv'; do
  expect "over the points, $output" 2 "\"\$simulate\" s.toml --points p.csv $output 2>errors"
  has errors 'is the file of points; what is written needs a name of its own'
  expect "over the points of the scenario, $output" 2 "\"\$simulate\" with_points.toml $output 2>errors"
  has errors 'is the file of points'
done
expect "over the points, a session alone" 2 '"$simulate" s.toml --points p.csv --replay 1 --log p.csv 2>errors'
expect "over the scenario, a session alone" 2 '"$simulate" s.toml --replay 1 --log s.toml 2>errors'
has errors 's.toml: is the scenario'
expect "over the points, which standard output is" 2 '"$simulate" s.toml --points p.csv --summary - 2>errors >>p.csv'
has errors 'standard output: is the file of points'
same p.csv points.before
same s.toml scenario.before
cat >quiet.sh <<'END'
read -r hello
echo '{"type":"ready","balint_player":1,"name":"quiet","version":"1","deterministic":true,"max_in_flight":16}'
stdbuf -oL sed -n 's/^{"type":"ask","id":\([0-9]*\),.*/{"type":"fail","id":\1}/p'
END
{ cat s.toml && printf '[play]\np2 = "outside"\n[players.outside]\ncommand = "sh quiet.sh"\n'; } >outside.toml
expect "recorded" 0 '"$simulate" outside.toml --allow-players --record tape >output'
cp tape tape.before
expect "over the cassette" 2 '"$simulate" outside.toml --players replay:tape --report tape 2>errors'
has errors 'tape: is the cassette that is played; what is written needs a name of its own'
expect "over the cassette, a session alone" 2 '"$simulate" outside.toml --players replay:tape --replay 1 --log ./tape 2>errors'
has errors 'is the cassette that is played'
same tape tape.before
expect "a cassette on standard output" 2 '"$simulate" outside.toml --allow-players --record - 2>errors'
has errors '--record: expected the name of a file, found -'
[ -e - ] && failed 'there is a file named -'

# Two outputs need two files, whether or not they are there.
ln -s new.txt to_new
for outputs in '--log x.jsonl --summary x.jsonl' '--report x --odd ./x' '--report new.txt --odd to_new' '--odd - --report -' \
  '--summary "$PWD/x" --odd x' '--summary - --report /dev/stdout'; do
  expect "$outputs" 2 "\"\$simulate\" s.toml $outputs 2>errors | cat >output; exit \${PIPESTATUS[0]}"
  has errors 'would both be written there'
done
has errors 'standard output: summary and report would both be written there; each needs a file that nothing else'
echo before >said
cp said said.before
expect "over what is told" 2 '"$simulate" s.toml --summary said >>said 2>errors'
has errors 'said: summary and the text on standard output would both be written there'
same said said.before
expect "told into the scenario" 2 '"$simulate" s.toml >>s.toml 2>errors'
has errors 'standard output: is the scenario'
same s.toml scenario.before
expect "a session alone tells nothing" 0 '"$simulate" s.toml --replay 1 --log alone >>said'
expect "a log in the cassette" 2 '"$simulate" outside.toml --allow-players --record both --report both 2>errors'
has errors 'both: report and record would both be written there'
expect "nowhere twice" 0 '"$simulate" s.toml --report /dev/null --odd /dev/null >output'
touch there
expect "two files" 0 '"$simulate" s.toml --report there --odd x --summary - >output'
has output 'point,arm,metric'
exit $fails
