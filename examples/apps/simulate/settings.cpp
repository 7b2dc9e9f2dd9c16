// SPDX-License-Identifier: MIT
#include "settings.hpp"

#include "keys.hpp"

#include <balint/log/file/input_file.hpp>
#include <balint/log/plain_text.hpp>

#include <fmt/format.h>

#include <toml++/toml.h>

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>

namespace {

/// Everything of a file; nothing: it could not be read.
std::optional<std::string> text_of(const std::string& name, std::string& why) {
  const auto in = balint::open_input(name);
  if (!in) {
    why = in.error();
    return std::nullopt;
  }
  std::string text;
  char piece[1 << 14];
  for (std::size_t n = 0; (n = std::fread(piece, 1, sizeof piece, in->get())) != 0;) text.append(piece, n);
  if (std::ferror(in->get()) != 0) {
    why = "it is a folder, or cannot be read";
    return std::nullopt;
  }
  return text;
}

/// A value of TOML; nothing: it is of a kind that no key takes.
std::optional<value> to_value(const toml::node& node) {
  if (const auto* truth = node.as_boolean()) return value{truth->get()};
  if (const auto* whole = node.as_integer()) return value{whole->get()};
  if (const auto* number = node.as_floating_point()) return value{number->get()};
  if (const auto* words = node.as_string()) return value{words->get()};
  if (const auto* all = node.as_array()) {
    value::list list;
    for (const auto& one : *all) {
      auto read = to_value(one);
      if (!read) return std::nullopt;
      list.push_back(std::move(*read));
    }
    return value{std::move(list)};
  }
  if (const auto* table = node.as_table(); table != nullptr && table->contains("from") && table->contains("to")) {
    number_range range;
    std::size_t known = 0;
    const auto read = [&](std::string_view name, double& into) {
      const auto given = (*table)[name].value<double>();
      if (given) into = *given;
      known += given ? 1U : 0U;
    };
    read("from", range.from);
    read("to", range.to);
    read("step", range.step);
    if (known == table->size()) return value{range};
  }
  return std::nullopt;
}

class reader {
 public:
  reader(const std::string& file, settings& into, complaints& found) : file_(file), into_(into), found_(found) {}

  void read(const toml::table& table, const std::string& before = {}) {
    for (const auto& [name, node] : table) {
      const std::string full = before.empty() ? std::string(name.str()) : before + '.' + std::string(name.str());
      add(full, node, name.source().begin);
    }
  }

 private:
  void add(const std::string& name, const toml::node& node, const toml::source_position& at) {
    const place where{file_, at.line, at.column};
    const auto* known = find_key(name);
    if (const auto* table = node.as_table();
        table != nullptr && !(known != nullptr && known->takes == shape::many && to_value(node))) {
      if (table->empty() && known == nullptr && !is_before_a_key(name)) complain(where, unknown(name));
      return read(*table, name);
    }
    if (const auto* list = node.as_array();
        list != nullptr && known == nullptr && list->is_homogeneous<toml::table>()) {
      std::size_t number = 0;
      for (const auto& one : *list) read(*one.as_table(), fmt::format("{}.{}", name, ++number));
      return;
    }
    if (known == nullptr) return complain(where, unknown(name));
    if (balint::plain_line(name) != name) return complain(where, name + ": a name has controls");
    const auto given = to_value(node);
    if (!given) return complain(where, fmt::format("{}: expected another kind of value", name));
    if (auto fault = fault_of(*known, *given)) return complain(where, fmt::format("{}: {}", name, *fault));
    into_.insert_or_assign(name, setting{*given, where});
  }
  static bool is_before_a_key(const std::string& name) {
    for (const auto& one : all_keys()) {
      if (one.name.starts_with(name + '.')) return true;
    }
    return false;
  }
  static std::string unknown(const std::string& name) {
    const auto nearest = nearest_key(name);
    return fmt::format("there is no key {}{}", name, nearest.empty() ? "" : "; did you mean " + nearest + "?");
  }
  void complain(const place& where, const std::string& what) { found_.push_back(where.text() + ": " + what); }

  const std::string& file_;
  settings& into_;
  complaints& found_;
};

/// A text as TOML reads it after a `=`; a text that is no value of TOML is a word.
value value_of(std::string_view text) {
  try {
    const auto table = toml::parse("x = " + std::string(text) + "\n");
    if (table.size() == 1) {
      if (auto read = to_value(*table.get("x"))) return std::move(*read);
    }
  } catch (const toml::parse_error&) {  // a word
  }
  return value{std::string(text)};
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  for (const char c : line) {
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (c == ',' && !is_quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  for (auto& cell : cells) {
    const auto first = cell.find_first_not_of(" \t");
    cell = first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(" \t") - first + 1);
  }
  return cells;
}

}  // namespace

complaints read_settings(const std::string& file, settings& into) {
  complaints found;
  std::string why;
  const auto text = text_of(file, why);
  if (!text) return {fmt::format("{}: cannot be opened ({}), expected a scenario", file, why)};
  try {
    const auto table = toml::parse(*text, std::string_view(file));
    reader(file, into, found).read(table);
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    found.push_back(place{file, at.line, at.column}.text() + ": " + std::string(error.description()));
  }
  return found;
}

void set_key(std::string_view name, std::string_view text, const std::string& where, settings& into,
             complaints& found) {
  const auto* known = find_key(name);
  if (known == nullptr) {
    const auto nearest = nearest_key(name);
    found.push_back(
        fmt::format("{}: there is no key {}{}", where, name, nearest.empty() ? "" : "; did you mean " + nearest + "?"));
    return;
  }
  if (balint::plain_line(name) != name) {
    found.push_back(fmt::format("{}: {}: a name has controls, or is no UTF-8", where, name));
    return;
  }
  auto given = value_of(text);
  const bool is_text = known->takes == shape::text || known->takes == shape::file;
  if (is_text && !given.holds<std::string>()) given = value{std::string(text)};
  if (auto fault = fault_of(*known, given)) {
    found.push_back(fmt::format("{}: {}: {}", where, name, *fault));
    return;
  }
  into.insert_or_assign(std::string(name), setting{std::move(given), {where, 0, 0}});
}

complaints read_points(const std::string& file, std::vector<settings>& into) {
  std::string why;
  const auto text = text_of(file, why);
  if (!text) return {fmt::format("{}: cannot be opened ({}), expected the points of a sweep", file, why)};
  complaints found;
  std::vector<std::string> names;
  std::string_view rest = *text;
  for (std::uint32_t line = 1; !rest.empty(); ++line) {
    const auto end = rest.find('\n');
    auto cells = cells_of(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (cells.size() == 1 && cells[0].empty()) continue;
    if (names.empty()) {
      names = std::move(cells);
      continue;
    }
    const place where{file, line, 1};
    if (cells.size() != names.size()) {
      found.push_back(fmt::format("{}: expected {} values, found {}", where.text(), names.size(), cells.size()));
      continue;
    }
    auto& point = into.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == "point") continue;  // the number that results give it
      set_key(names[i], cells[i], where.text(), point, found);
      if (found.size() > 20) return found;  // a wrong column is wrong in every line
    }
  }
  if (into.empty() && found.empty()) found.push_back(file + ": found no point");
  return found;
}
