# SPDX-License-Identifier: MIT
# Reads tests/coverage_exceptions.txt, then what llvm-cov shows of one program after the other, and unites it:
#
#   18|      3|    if (found.times > 1) {
#   |  Branch (18:9): [True: 1, False: 2]
#
# Of a branch it counts both outcomes, each once.

# An exception: FILE | TEXT | REASON. It takes out the lines that hold the text; "*" takes out the whole file,
# and as FILE it stands for any.
FNR == NR {
  if ($0 ~ /^#/ || $0 ~ /^ *$/) next
  parts = split($0, part, / *\| */)
  if (parts != 3) fail("not an exception: " $0)
  excepted[++exceptions] = part[1]
  text[exceptions] = part[2]
  next
}
/^\/.*:$/ {
  file = $0
  sub(/:$/, "", file)
  sub(/^.*\/include\/balint\//, "", file)
  next
}
/^ *[0-9]+\|/ {
  line = $0 + 0
  rest = substr($0, index($0, "|") + 1)
  count = substr(rest, 1, index(rest, "|") - 1)
  gsub(/ /, "", count)
  is_out[file, line] = is_excepted(file, substr(rest, index(rest, "|") + 1))
  if (count != "") see(lines, file ":" line, count)
  next
}
match($0, /Branch \([0-9]+:[0-9]+\): \[True: [^,]*, False: [^\]]*\]/) {
  place = substr($0, index($0, "(") + 1)
  place = substr(place, 1, index(place, ")") - 1)
  taken = $0
  sub(/.*True: /, "", taken)
  sub(/,.*/, "", taken)
  fallen = $0
  sub(/.*False: /, "", fallen)
  sub(/\].*/, "", fallen)
  see(branches, file ":" place ":true", taken)
  see(branches, file ":" place ":false", fallen)
}
END {
  if (failed) exit 1
  printf "" > missing
  count_up(lines, "line", all_lines, run_lines)
  count_up(branches, "branch", all_branches, run_branches)
  for (name in all_lines) if (name != "all") print row(name) | "sort"
  close("sort")
  print row("all")
  for (i = 1; i <= exceptions; ++i) {
    if (!(i in used)) fail("tests/coverage_exceptions.txt: nothing is left out by: " excepted[i] " | " text[i])
  }
  if (all_lines["all"] == 0 || all_branches["all"] == 0) fail("no line or no branch was seen")
  if (share(run_lines["all"], all_lines["all"]) < least_lines) fail("fewer than " least_lines " % of the lines are run")
  if (share(run_branches["all"], all_branches["all"]) < least_branches) {
    fail("fewer than " least_branches " % of the outcomes of branches are taken")
  }
  exit failed
}
function fail(why) {
  print "coverage: " why > "/dev/stderr"
  failed = 1
}
function see(seen, key, count) {
  if (!(key in seen)) seen[key] = 0
  if (count != "0") seen[key] = 1
}
function is_excepted(name, source, i) {
  for (i = 1; i <= exceptions; ++i) {
    if ((excepted[i] == name || excepted[i] == "*") && (text[i] == "*" || index(source, text[i]) > 0)) {
      used[i] = 1
      return 1
    }
  }
  return 0
}
function count_up(seen, kind, all, run, key, part) {
  for (key in seen) {
    split(key, part, ":")
    if (is_out[part[1], part[2]]) continue
    ++all[part[1]]
    ++all["all"]
    run[part[1]] += seen[key]
    run["all"] += seen[key]
    if (!seen[key]) print kind " " key | ("sort -t: -k1,1 -k2,2n >" missing)
  }
  close("sort -t: -k1,1 -k2,2n >" missing)
}
function share(part, whole) { return whole == 0 ? 100 : 100 * part / whole }
function row(name) {
  return sprintf("%-32s lines %5d %6.2f %%   outcomes %5d %6.2f %%", name, all_lines[name],
    share(run_lines[name], all_lines[name]), all_branches[name], share(run_branches[name], all_branches[name]))
}
