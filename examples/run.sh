#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The main job, from a bare Debian or Ubuntu machine to done: judges recorded sessions.
# usage: examples/run.sh [FILE...]; without files it judges the sessions of examples/data. Exit codes: check_session's.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/cmake/setup.sh"
require_for_examples
log=$(mktemp)
trap 'rm -f "$log"' EXIT
(cd "$here" && cmake --workflow --preset main-job) >"$log" 2>&1 </dev/null || { cat "$log" >&2; exit 2; }
check_session=$here/build/main-job/examples/apps/check_session/check_session
if [ $# -gt 0 ]; then
  "$check_session" "$@"
  exit
fi
# The sessions that are shipped show every verdict, so findings are no failure here.
code=0
(cd "$here" && "$check_session" examples/data/*.jsonl) || code=$?
[ "$code" -le 1 ]
