# SPDX-License-Identifier: MIT
# sh markdown.sh ROOT FILE: a Markdown page as Doxygen 1.9 takes it, which knows pages and headings by label. A page's label is
# its name (protocols/README.md: protocols, docs/README.md: map), a heading's is the page's with the heading's anchor
# behind it, and links to pages and headings become links to labels. What has no page on the site becomes plain text.
exec awk -v root="$1" -v file="$2" '
# The label of a page, by its path from the root of the project.
function label_of(path) {
  if (path == "README.md") return "index"
  if (path == "docs/README.md") return "map"
  if (path ~ /\/protocols\/README\.md$/) return "protocols"
  sub(/.*\//, "", path)
  sub(/\.md$/, "", path)
  return tolower(path)
}
# A path from the root of the project, for one that is written in this page.
function from_root(path,   dir) {
  dir = file
  if (!sub(/\/[^\/]*$/, "", dir)) dir = ""
  while (sub(/^\.\.\//, "", path)) { if (!sub(/\/[^\/]*$/, "", dir)) dir = "" }
  return dir == "" ? path : dir "/" path
}
function anchor_of(heading) {
  heading = tolower(heading)
  gsub(/[^a-z0-9_ -]/, "", heading)
  gsub(/ /, "-", heading)
  return heading
}
# A link, or its words alone where it leads to nothing on the site.
function link(words, target,   hash, path, frag, label) {
  if (target ~ /^[a-z]+:/ || target ~ /\.(html|xesext)(#.*)?$/) {
    sub(/^.*\/reference\//, "", target)
    return "[" words "](" target ")"
  }
  hash = index(target, "#")
  path = hash ? substr(target, 1, hash - 1) : target
  frag = hash ? substr(target, hash + 1) : ""
  if (path == "" && frag != "") return "[" words "](#" here "-" frag ")"
  if (path ~ /\.md$/) {
    label = label_of(from_root(path))
    if (frag != "") return "[" words "](#" label "-" frag ")"
    return label == "index" ? "<a href=\"index.html\">" words "</a>" : "[" words "](@ref " label ")"
  }
  if (path ~ /(^|\/)examples\/[a-z_]+\.[ch]pp$/) {
    sub(/^.*\//, "", path)
    sub(/\./, "_8", path)
    path = path "-example.html"
    return "<a href=\"" path "\">" words "</a>"
  }
  if (path ~ /(^|\/)examples\/?$/) return "<a href=\"examples.html\">" words "</a>"
  return words
}
function links(line,   done, from, to, words, target) {
  done = ""
  while (match(line, /\[[^][]*\]\([^()]*\)/)) {
    from = RSTART
    to = RSTART + RLENGTH
    words = substr(line, from + 1, RLENGTH - 2)
    target = words
    sub(/^.*\]\(/, "", target)
    sub(/\]\([^()]*$/, "", words)
    done = done substr(line, 1, from - 1) link(words, target)
    line = substr(line, to)
  }
  return done line
}
BEGIN {
  file = substr(file, length(root) + 2)
  here = label_of(file)
}
# Output is indented and not fenced, as the style sheet wraps that where it is too wide for the page.
/^```(console|text)$/ { is_output = 1; next }
/^```/ && is_output { is_output = 0; next }
is_output { print "    " $0; next }
/^```/ { is_code = !is_code; print; next }
is_code { print; next }
NR == 1 { print here == "index" ? $0 : $0 " {#" here "}"; next }
/^##+ / {
  heading = $0
  sub(/^#+ /, "", heading)
  print links($0) " {#" here "-" anchor_of(heading) "}"
  next
}
{ print links($0) }
' "$2"
