// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The parts of a mapping, read from a JSON document.
#include <balint/group/person.hpp>
#include <balint/log/detail/people_builder.hpp>
#include <balint/log/detail/person_fields.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/mapping.hpp>

#include <simdjson.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace balint::detail {

/// Reads the parts of a mapping, and remembers the first thing that is wrong with it.
class mapping_parts {
 public:
  log_mapping made;
  line_fault fault;

  explicit mapping_parts(simdjson::dom::object all) {
    made.is_foreign = true;
    for (const auto [key, value] : all) {
      if (!is_good()) return;
      if (key == "protocol")
        text(value, made.protocol);
      else if (key == "keys")
        keys(value);
      else if (key == "acts")
        names(value, made.acts);
      else if (key == "pseudonyms")
        names(value, made.pseudonyms);
      else if (key == "rules")
        names(value, made.rules);
      else if (key == "people")
        people(value);
      else
        no("the key \"" + shown(key) + "\"", "protocol, keys, acts, pseudonyms, rules or people");
    }
    for (const auto& [name, id] : made.pseudonyms) {
      if (!is_pseudonym(id)) no("\"" + shown(id) + "\"", wanted_pseudonym);
    }
  }

  [[nodiscard]] bool is_good() const noexcept { return fault.found.empty(); }

 private:
  using element = simdjson::dom::element;

  void no(std::string found, std::string_view wanted) {
    if (is_good()) fault = {0, std::move(found), std::string(wanted)};
  }
  void text(element value, std::string& into) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) return no("no text", "a text");
    into = text;
  }
  void flag(element value, bool& into) {
    if (value.get(into) != simdjson::SUCCESS) no("no flag", wanted_flag);
  }
  void names(element value, log_mapping::names& into) {
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
    people_.begin(made.people);
    for (const auto one : all) {
      people_.begin_person();
      person(one);
      if (is_good() && !people_.end_person()) take_fault();
      if (!is_good()) return;
    }
    people_.end();
  }
  void person(element value) {
    simdjson::dom::object all;
    if (value.get(all) != simdjson::SUCCESS) return no("no object", "a person as an object");
    for (const auto [name, about] : all) {
      const auto which = find_person_field(name);
      if (!which) return no("the key \"" + shown(name) + "\"", wanted_person_field);
      field(*which, about);
    }
  }
  void field(person_field which, element value) {
    std::string as_text;
    bool as_flag = false;
    switch (which) {
      case person_field::id:
      case person_field::profession:
        text(value, as_text);
        if (is_good() && !people_.set_text(which, as_text)) take_fault();
        break;
      case person_field::offices: offices(value); break;
      case person_field::consent:
      case person_field::less_experienced:
      case person_field::grades:
        flag(value, as_flag);
        if (is_good() && !people_.set_flag(which, as_flag)) take_fault();
        break;
    }
  }
  void offices(element value) {
    simdjson::dom::array all;
    if (value.get(all) != simdjson::SUCCESS) return no("no array", "an array of offices");
    for (const auto one : all) {
      std::string name;
      text(one, name);
      people_.add_office(name);
    }
  }
  void take_fault() { no(std::move(people_.fault.found), people_.fault.expected); }

  people_builder people_;
};

}  // namespace balint::detail
