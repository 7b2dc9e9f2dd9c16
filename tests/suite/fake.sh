#!/bin/sh
# SPDX-License-Identifier: MIT
# Implementations that are none, for the test of the kit: fake.sh KIND.
answer() { sed -u 's/^{"case":\("[^"]*"\).*/{"case":\1,'"$1"'}/'; }
case $1 in
  says_all_is_well) answer '"verdict":"conforming","findings":[]' ;;
  skips) answer '"skipped":"not written yet"' ;;
  complains) answer '"error":"I am lost"' ;;
  no_verdict) answer '"findings":[]' ;;
  another_case) sed -u 's/.*/{"case":"another","verdict":"conforming","findings":[]}/' ;;
  babbles) sed -u 's/.*/what?/' ;;
  ends) exit 3 ;;
  crashes) kill -SEGV $$ ;;
  hangs) exec sleep 600 ;;
  hangs_now_and_then) head -n 1 | answer '"verdict":"conforming","findings":[]'; exec sleep 600 ;;
esac
