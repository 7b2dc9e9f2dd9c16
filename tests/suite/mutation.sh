#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Breaks the core one small way at a time and looks whether the suite alone sees it. Fails where it sees less than 95 % or
# does not see a mutant that survivors.txt does not list, and where it sees one that is listed. The typed face of a session
# (session/session_at.hpp) is left out and counts for nothing: its checks are the compiler's and its seats are of the
# program, so that no trace goes through it. Its mutants are tests/mutation/run.sh's own.
#
# usage: tests/suite/mutation.sh [MORE FOR tests/mutation/run.sh]
# The kit has to be built; kill.sh says where it is looked for.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
said=$("$root/tests/mutation/run.sh" --with "$root/tests/suite/kill.sh" --only 'vocabulary/*' --only 'protocol/*' --only 'group/*' \
  --only 'session/!(session_at).hpp' --only 'conformance/*' "$@")
echo "$said"
echo "left out: $("$root/tests/mutation/run.sh" --list --only session/session_at.hpp | wc -l) mutants of session/session_at.hpp, which no trace goes through"
awk -v list="$root/tests/suite/survivors.txt" '
  BEGIN { while ((getline line < list) > 0) { split(line, part, " "); if (part[1] != "#") { listed[part[1]] = 1 } } }
  $1 == "killed" { killed++; if ($2 in listed) { print $2 ": killed, although survivors.txt lists it"; wrong = 1 } }
  $1 == "survived" { survived++; if (!($2 in listed)) { print $2 ": survives, and survivors.txt does not say why"; wrong = 1 } }
  $1 == "no" && $2 == "use" { print $3 ": no use"; wrong = 1 }
  END {
    all = killed + survived
    if (all == 0) { print "no mutant was tried"; exit 2 }
    printf "the suite kills %d of %d mutants, %.1f %%\n", killed, all, 100 * killed / all
    exit wrong || killed < 0.95 * all
  }' <<<"$said"
