#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Options that say nothing, or that cannot be together: each is refused by its name, before anything is written.
# usage: options.sh SIMULATE CHECK_SESSION SOURCE
source "$(dirname "$0")/../common/expect.bash"
export LC_ALL=C
export simulate=$1 source=$3
printf 'protocol = "student_group"\nsessions = 4\n[group]\nparticipant = 4\nleader = 1\n' >s.toml

for option in out blocks log truth summary report odd seed sessions threads points resume replay players record; do
  for value in "--$option ''" "--$option="; do
    expect "$value" 2 "\"\$simulate\" s.toml $value 2>errors >output"
    has errors "--$option"
    [ -s output ] && failed "$value: something is written"
  done
done
expect "the words" 2 '"$simulate" s.toml --out "" 2>errors'
has errors '--out: expected a value, found none: it is empty'
expect "merge --out ''" 2 '"$simulate" merge a b --out "" 2>errors'
has errors '--out'
expect "calibrate --table ''" 2 '"$simulate" calibrate log.jsonl --table "" 2>errors'
has errors '--table'

# A run goes on in its folder.
expect "a run" 0 '"$simulate" s.toml --out r1 >output'
for out in '--out r2' '--set out=r2'; do
  expect "--resume and $out" 2 "\"\$simulate\" s.toml --resume r1 $out 2>errors"
  has errors '--resume r1 and --'
  has errors 'r2: a run goes on in its folder: say only one of them'
  [ -e r2 ] && failed "--resume and $out: there is r2"
done
expect "a scenario that says where" 0 '{ echo "out = \"r1\"" && cat s.toml; } >there.toml; "$simulate" there.toml --resume r1 >output'

# Folders that are merged are there, and a merge that fails leaves none.
expect "a job" 0 '"$simulate" s.toml --sessions 2100 --blocks 0:1 --out j0 >output'
for folders in 'j0 nope' 'nope j0' 'j0 s.toml'; do
  expect "merge $folders" 2 "\"\$simulate\" merge $folders --out m 2>errors"
  has errors ': is no folder, expected one that a job wrote'
  [ -e m ] && failed "merge $folders: there is a folder"
done
has errors 's.toml: is no folder'
expect "merge too early" 2 '"$simulate" merge j0 --out m 2>errors'
has errors 'blocks are missing'
[ -e m ] && failed "a merge too early leaves a folder"
mkdir m
expect "merge into a folder that is there" 2 '"$simulate" merge j0 --out m 2>errors'
[ -d m ] || failed "a merge that failed removed a folder that was there"
exit $fails
