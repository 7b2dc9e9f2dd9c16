#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Holds the tree to .clang-format, and the headers to .clang-tidy, both of version 19: among the rest, that each header
# includes what it uses.
# usage: tests/format.sh [--layout | HEADER...]; headers are those that clang-tidy looks at; without, all that can be;
#   --layout   looks at the layout alone
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/setup.sh
require_for_format

# tests/compile_fail holds code that is laid out for what the compiler says about it.
find include tests examples bench docs/generators docs/snippets -path tests/compile_fail -prune -o \
  \( -name '*.hpp' -o -name '*.cpp' \) -print0 | sort -z | xargs -0 clang-format-19 --dry-run -Werror
echo "the layout is .clang-format's"
[ "${1:-}" != --layout ] || exit 0

if [ $# -eq 0 ]; then
  readarray -t headers < <(find include/balint -name '*.hpp' | sort)
  set -- "${headers[@]}"
fi
# What a template uses is not seen, so that an include is never said to be one too many.
mpi=$(mpicxx --showme:compile)
export mpi
tidy() {
  local said
  said=$(clang-tidy-19 --quiet "$1" -- -xc++ -std=c++23 -Wno-pragma-once-outside-header \
    -isystem include -isystem /usr/include/libxml2 $mpi 2>/dev/null | grep -E '(warning|error): ' | grep -v 'is not used directly' || true)
  [ -z "$said" ] || { echo "$said"; return 1; }
}
export -f tidy
printf '%s\0' "$@" | xargs -0 -P "$(nproc)" -I{} bash -c 'tidy {}' || { echo "clang-tidy complains" >&2; exit 1; }
echo "$# headers are as .clang-tidy has them"
