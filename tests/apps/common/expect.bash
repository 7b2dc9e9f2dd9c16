# SPDX-License-Identifier: MIT
# What the tests of programs in a shell have in common. Read by each of them.
set -uo pipefail
fails=0
failed() {
  echo "FAILED: $*" >&2
  fails=1
}
# expect NAME CODE COMMAND: the command, run by this shell, ends within a minute with that exit code.
expect() {
  local code=0
  limited "$3" || code=$?
  [ "$code" -eq "$2" ] || failed "$1: exit code $code, expected $2: $3"
}
# A command that is ended after a minute: one that hangs is a failure and not a test that hangs.
limited() {
  timeout --kill-after=5 60 bash -c "$1"
}
has() { grep -qF -- "$2" "$1" || failed "$1 lacks '$2': $(head -c 2000 "$1")"; }
same() { cmp -s "$1" "$2" || failed "$1 is not as $2"; }
is_utf8() { iconv -f UTF-8 -t UTF-8 <"$1" >/dev/null 2>&1 || failed "$1 is not UTF-8"; }
# Only the files that are named are in the folder.
only() {
  local folder=$1
  shift
  local there wanted
  there=$(ls -A "$folder" | sort)
  wanted=$(printf '%s\n' "$@" | sort)
  [ "$there" = "$wanted" ] || failed "in $folder there is: $there"
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
