// SPDX-License-Identifier: MIT
#include "settings.hpp"

#include "keys.hpp"

#include <balint/log/csv/detail/row.hpp>
#include <balint/log/csv/detail/row_fault.hpp>
#include <balint/log/file/input_file.hpp>
#include <balint/log/plain_text.hpp>

#include <fmt/format.h>

#include <toml++/toml.h>

#include <algorithm>
#include <cstddef>
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
      if (table->empty() && is_arm(name) && balint::plain_line(name) == name)
        return keep(name, {value{value::list{}}, where});
      if (table->empty() && known != nullptr) return complain(where, name + ": expected another kind of value");
      if (table->empty() && !is_before_a_key(name)) complain(where, unknown(name));
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
    keep(name, {*given, where});
  }
  /// A key has one value, however it is spelled: `"group.leader"`, `group.leader`, or `leader` in `[group]`.
  void keep(const std::string& name, setting given) {
    const auto [at, is_new] = into_.try_emplace(name, given);
    if (is_new) return;
    auto first = at->second.where;
    auto second = given.where;
    if (std::pair(second.line, second.column) < std::pair(first.line, first.column)) std::swap(first, second);
    complain(second, fmt::format("{}: is given already, at {}", name, first.text()));
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

/// What is wrong with the name of a key; nothing: there is that key.
std::optional<std::string> fault_of_name(std::string_view name) {
  if (find_key(name) == nullptr) {
    const auto nearest = nearest_key(name);
    return fmt::format("there is no key {}{}", name, nearest.empty() ? "" : "; did you mean " + nearest + "?");
  }
  if (balint::plain_line(name) != name) return fmt::format("{}: a name has controls, or is no UTF-8", name);
  return std::nullopt;
}

/// Reads points from a table in CSV, with a key of each column in its first row.
class points_reader {
 public:
  points_reader(const std::string& file, std::string_view text, std::vector<settings>& into, complaints& found)
      : file_(file), row_(text), into_(into), found_(found) {}

  void read() {
    for (auto came = row_.next(); came != balint::detail::csv_row::result::end; came = row_.next()) {
      if (const auto fault = balint::detail::csv_row_fault(came, row_))
        return complain(fmt::format("found {}, expected {}", fault->found, fault->expected));
      if (row_.is_blank()) continue;
      if (!names_.empty()) {
        add_point();
      } else if (!read_names()) {
        return;
      }
      if (found_.size() > most_complaints) return;
    }
  }

 private:
  static constexpr std::size_t most_complaints = 20;
  /// The number that results give a point: it is no key.
  static constexpr std::string_view number = "point";

  [[nodiscard]] std::string where() const { return place{file_, static_cast<std::uint32_t>(row_.number()), 1}.text(); }
  void complain(const std::string& what) { found_.push_back(where() + ": " + what); }
  [[nodiscard]] std::string cell(std::size_t i) const {
    const auto first = row_[i].find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return std::string(row_[i].substr(first, row_[i].find_last_not_of(" \t") - first + 1));
  }
  /// False: they cannot be those of any table, so that the rows below say no more.
  bool read_names() {
    if (row_.count() > row_.most)
      complain(fmt::format("expected at most {} columns, found {}", row_.most, row_.count()));
    for (std::size_t i = 0; i < std::min(row_.count(), row_.most); ++i) {
      const auto name = cell(i);
      if (std::ranges::find(names_, name) != names_.end()) {
        complain(fmt::format("{}: is the name of two columns", name));
      } else if (const auto fault = fault_of_name(name); fault && name != number) {
        complain(*fault);
      }
      names_.push_back(name);
    }
    return found_.empty();
  }
  void add_point() {
    if (row_.count() != names_.size())
      return complain(fmt::format("expected {} values, found {}", names_.size(), row_.count()));
    auto& point = into_.emplace_back();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] != number) set_key(names_[i], cell(i), where(), point, found_);
    }
  }

  const std::string& file_;
  balint::detail::csv_row row_;
  std::vector<settings>& into_;
  complaints& found_;
  std::vector<std::string> names_;
};

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
  if (const auto fault = fault_of_name(name)) {
    found.push_back(fmt::format("{}: {}", where, *fault));
    return;
  }
  const auto* known = find_key(name);
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
  points_reader(file, *text, into, found).read();
  if (into.empty() && found.empty()) found.push_back(file + ": found no point");
  return found;
}
