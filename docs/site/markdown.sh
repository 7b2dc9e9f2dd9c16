# SPDX-License-Identifier: MIT
# sh markdown.sh FILE: a Markdown page as Doxygen 1.9 takes it, which knows pages and headings by label. The page is
# labelled by its name (protocols/README.md: protocols), a heading of one lower-case word by that word, and links to
# files and headings become links to labels. Links into folders of the sources have their own page or become plain text.
file=$1
label=$(basename "$file" .md | tr '[:upper:]' '[:lower:]')
case $file in
  */protocols/README.md) label=protocols ;;
  */README.md) label= ;;
esac
[ -n "$label" ] && heading="1s/\$/ {#$label}/" || heading=
sed -E \
  -e "$heading" \
  -e 's/^(###*) ([a-z_]+)$/\1 \2 {#\2}/' \
  -e 's/\]\(([A-Za-z_./]*\/)?([a-z_]+)\.md#([a-z_]+)\)/](#\3)/g' \
  -e 's/\]\(([A-Za-z_./]*\/)?protocols\/README\.md\)/](@ref protocols)/g' \
  -e 's/\]\(([A-Za-z_./]*\/)?CONTRIBUTING\.md\)/](@ref contributing)/g' \
  -e 's/\]\(([A-Za-z_./]*\/)?([a-z_]+)\.md\)/](@ref \2)/g' \
  -e 's/\[([^][]*)\]\((\.\.\/)*examples\/[^)]*\)/\1/g' \
  -e 's/\[([^][]*)\]\((\.\.\/)*examples\)/<a href="examples.html">\1<\/a>/g' \
  "$file"
