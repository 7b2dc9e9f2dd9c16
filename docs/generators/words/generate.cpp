// SPDX-License-Identifier: MIT
// Makes docs/reference/words.md: every key of the catalogue, with its text and the placeholders that a text of one's
// own can have.
//
//   words_page SOURCE_DIR write    writes it
//   words_page SOURCE_DIR check    fails if it is not current
#include <balint/text/catalogue.hpp>
#include <balint/text/check_wording.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

using namespace balint;

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What a key is of: its first word.
std::string_view kind_of(std::string_view key) { return key.substr(0, key.find('.')); }

/// The placeholders of a key: " `a` `b`".
std::string placeholders(std::string_view key) {
  std::string all;
  for (const auto name : placeholders_of(key)) all.append(" `").append(name).append("`");
  return all;
}

std::string make() {
  std::string text =
      "# Words\n\nEvery key that a message asks [words of your own](../howto/own_words.md) for, with the text of the "
      "catalogue and the\nplaceholders that a text can have. A key that ends in `.one` is said of one; words of your "
      "own "
      "may have other endings.\nFor an act, a stage, a role or a rule of a protocol of your own, the key is made in "
      "the "
      "same way: `act.tell_dream`.\nThis page is generated from the catalogue.\n";
  std::string_view kind;
  for (const auto& row : catalogue) {
    const auto family = detail::family_of(row.key);
    if (kind_of(row.key) != kind) {
      kind = kind_of(row.key);
      text.append("\n## `").append(kind).append("`\n\n");
      if (!family.empty())
        text.append("Where no others are named, a text can have").append(placeholders(row.key)).append(".\n\n");
      text += "| key | text | placeholders |\n|---|---|---|\n";
    }
    text.append("| `").append(row.key).append("` | `").append(row.in[0]).append("` |");
    if (family.empty()) text += placeholders(row.key);
    text += " |\n";
  }
  return text;
}

}  // namespace

int main(int count, char** values) {
  const std::string what = count == 3 ? values[2] : "";
  if (what != "check" && what != "write") {
    std::cerr << "words_page SOURCE_DIR check|write\n";
    return 2;
  }
  const auto path = std::string(values[1]) + "/docs/reference/words.md";
  const auto made = make();
  if (what == "write") return std::ofstream(path, std::ios::binary) << made ? 0 : 1;
  if (read(path) == made) return 0;
  std::cerr << "docs/reference/words.md is not current: build the target words_page_write\n";
  return 1;
}
