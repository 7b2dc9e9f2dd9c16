// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads a mapping for XES logs of other programs from a JSON file: docs/reference/formats.md describes it.
#include <balint/group/person.hpp>
#include <balint/log/detail/raw.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/mapping.hpp>

#include <simdjson.h>

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace balint {

namespace detail {

/// Reads the parts of a mapping, and remembers what is wrong with it.
class mapping_parts {
 public:
  xes_mapping made;
  std::optional<std::pair<std::string, std::string>> wrong;  ///< Found, expected.

  explicit mapping_parts(simdjson::dom::object all) {
    made.is_foreign = true;
    for (const auto [key, value] : all) {
      if (wrong) return;
      if (key == "protocol") text(value, made.protocol);
      else if (key == "keys") keys(value);
      else if (key == "acts") names(value, made.acts);
      else if (key == "pseudonyms") names(value, made.pseudonyms);
      else if (key == "rules") names(value, made.rules);
      else if (key == "people") people(value);
      else no("the key \"" + shown(key) + "\"", "protocol, keys, acts, pseudonyms, rules or people");
    }
    for (const auto& [name, id] : made.pseudonyms) {
      if (!is_pseudonym(id)) no("\"" + shown(id) + "\"", "a pseudonym of 1 to 64 letters, digits, _ . or -");
    }
  }

 private:
  using element = simdjson::dom::element;

  void no(std::string found, std::string expected) {
    if (!wrong) wrong.emplace(std::move(found), std::move(expected));
  }
  void text(element value, std::string& into) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) return no("no text", "a text");
    into = text;
  }
  void flag(element value, bool& into) {
    if (value.get(into) != simdjson::SUCCESS) no("no flag", "true or false");
  }
  void names(element value, xes_mapping::names& into) {
    simdjson::dom::object all;
    if (value.get(all) != simdjson::SUCCESS) return no("no object", "an object from names to names");
    for (const auto [from, to] : all) text(to, into[std::string(from)]);
  }
  void keys(element value) {
    auto& keys = made.attributes;
    const std::array<std::pair<std::string_view, std::string*>, 8> known{{{"session", &keys.session},
                                                                          {"act", &keys.act},
                                                                          {"by", &keys.by},
                                                                          {"at", &keys.at},
                                                                          {"case", &keys.on_case},
                                                                          {"option", &keys.option},
                                                                          {"rule", &keys.rule},
                                                                          {"to", &keys.to}}};
    simdjson::dom::object all;
    if (value.get(all) != simdjson::SUCCESS) return no("no object", "an object of attribute keys");
    for (const auto [name, key] : all) {
      std::string* place = nullptr;
      for (const auto& [one, at] : known) place = one == name ? at : place;
      if (place == nullptr)
        return no("the key \"" + shown(name) + "\"", "session, act, by, at, case, option, rule or to");
      text(key, *place);
    }
  }
  void people(element value) {
    simdjson::dom::array all;
    if (value.get(all) != simdjson::SUCCESS) return no("no array", "an array of people");
    for (const auto each : all) {
      simdjson::dom::object one;
      if (each.get(one) != simdjson::SUCCESS) return no("no object", "a person as an object");
      auto& person = made.people.emplace_back();
      for (const auto [key, about] : one) {
        bool agrees = false;
        if (key == "id") text(about, person.id);
        else if (key == "offices") offices(about, person);
        else if (key == "consent") flag(about, agrees), person.agrees = agrees ? consent::given : consent::refused;
        else if (key == "profession") text(about, person.profession);
        else if (key == "less_experienced") flag(about, person.less_experienced);
        else if (key == "grades") flag(about, person.grades);
        else
          return no("the key \"" + shown(key) + "\"", "id, offices, consent, profession, less_experienced or grades");
      }
      if (!is_pseudonym(person.id))
        return no("the id \"" + shown(person.id) + "\"", "a pseudonym of 1 to 64 letters, digits, _ . or -");
      if (person.offices.empty()) return no("a person without an office", "one or more offices for everybody");
    }
  }
  void offices(element value, kept_person& person) {
    simdjson::dom::array all;
    if (value.get(all) != simdjson::SUCCESS) return no("no array", "an array of offices");
    for (const auto each : all) text(each, person.offices.emplace_back());
  }
};

}  // namespace detail

/// Reads a mapping from JSON text; `file` names it in errors.
[[nodiscard]] inline std::expected<xes_mapping, format_error> read_mapping(std::string_view json, std::string file) {
  simdjson::dom::parser parser;
  simdjson::dom::object all;
  const auto no = [&](std::string found, std::string expected) {
    return std::unexpected(format_error{std::move(file), 0, 0, std::move(found), std::move(expected), 0});
  };
  if (const auto error = parser.parse(json.data(), json.size(), true).get(all)) {
    return no(std::string("no mapping (") + simdjson::error_message(error) + ")", "one JSON object");
  }
  detail::mapping_parts parts(all);
  if (parts.wrong) return no(std::move(parts.wrong->first), std::move(parts.wrong->second));
  return std::move(parts.made);
}

}  // namespace balint
