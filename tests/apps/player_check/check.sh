#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What player_check says of players: those of the examples, and rogues.
# usage: check.sh PLAYER_CHECK SOURCE
source "$(dirname "$0")/../common/expect.bash"
export check=$1 source=$2
command -v python3 >/dev/null || exit 0
# says NAME CODE OPTIONS TEXT
says() {
  expect "$1" "$2" "\"\$check\" \"python3 \$source/$1\" $3 >report 2>errors"
  has report "$4"
}
says examples/players/player.py 0 --strict 'ok: it speaks balint-player/1'
has report 'player chooser, version 1, deterministic: yes'
[ "$(wc -l <"$source/examples/players/player.py")" -lt 40 ] || failed 'the player of the examples has 40 lines or more'
# The stand-in for a language model speaks the protocol, and tries what its role may not do.
says examples/players/stand_in.py 0 '' 'refused: '
has report 'refused, wrong_'
says examples/players/stand_in.py 1 --strict 'not ok'
says 'tests/players/rogue.py future' 1 '' 'no_version'
says 'tests/players/rogue.py key' 1 '--sessions 2' 'not_json: 12'
says 'tests/players/rogue.py hang' 1 '--sessions 2 --limit 100' 'timed_out: '
BALINT_TEST_SECRET=sesame_4711 says 'tests/players/rogue.py secret' 1 '--sessions 2 --env BALINT_TEST_SECRET' 'unknown_act: '
if grep -rq sesame_4711 report errors; then failed 'a secret is shown'; fi
for variable in "''" BALINT_TEST_SECRET=sesame_4711 'A-B' 4711_sesame; do
  expect "--env $variable" 2 "\"\$check\" true --env $variable >report 2>errors"
  has errors '--env: expected names of variables, such as MODEL_API_KEY, not what they hold'
  if grep -q sesame errors; then failed 'what a variable holds is repeated'; fi
done
if [ -e /dev/full ]; then
  expect 'a full output' 2 '"$check" "python3 $source/examples/players/player.py" --sessions 1 >/dev/full 2>errors'
  has errors 'player_check: standard output could not be written'
fi
expect 'no command' 2 '"$check" >report 2>errors'
exit $fails
