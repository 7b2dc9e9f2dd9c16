# SPDX-License-Identifier: MIT
# sh warnings.sh MEMBERS WARNINGS: Doxygen's warnings are errors, except that a member has no comment where MEMBERS, a page
# with a table, says once for all what a member of that name is. A row that no member needs is an error too.
exec awk -v members="$1" '
FILENAME == members {
  if (split($0, cells, "`") >= 3 && cells[1] == "| ") rows[cells[2]] = 0
  next
}
{
  name = ""
  if (match($0, /: warning: Member [^ (]+/) && / of (struct|class) [^ ]+ is not documented\.$/)
    name = substr($0, RSTART + 18, RLENGTH - 18)
  if (name in rows) ++rows[name]
  else { print; failed = 1 }
}
END {
  count = 0
  for (name in rows) {
    ++count
    if (rows[name] == 0) { print members ": no member " name " is without a comment of its own"; failed = 1 }
  }
  if (count == 0) { print members ": no table of members"; failed = 1 }
  exit failed
}
' "$1" "$2"
