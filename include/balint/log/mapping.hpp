// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How a log of another program, in XES or CSV, is to be understood: its names for acts, people and attributes.
#include <balint/log/header_record.hpp>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

/// Names of another program's log and what they are here. An empty mapping reads the library's own logs.
struct log_mapping {
  /// Names by names.
  using names = std::map<std::string, std::string, std::less<>>;

  /// The attributes that say what: of a trace the session, of an event the rest. In CSV they name columns.
  struct keys {
    std::string session = "concept:name";  ///< The id of the session.
    std::string act = "concept:name";      ///< The act.
    std::string by = "org:resource";       ///< Who did it.
    std::string at = "time:timestamp";     ///< When.
    std::string on_case = "balint:case";   ///< The owner of the target case.
    std::string option = "balint:option";  ///< The number of the target option.
    std::string rule = "balint:rule";      ///< The target rule.
    std::string to = "balint:to";          ///< The target person.
    /// Whether two name the same attributes.
    friend bool operator==(const keys&, const keys&) = default;
  };

  /// The attributes.
  keys attributes;
  /// The protocol of traces that name none.
  std::string protocol;
  /// Acts by the other program's name; an empty act: such events are left out.
  names acts;
  /// Pseudonyms by the other program's name of a resource, for `by`, cases and `to`.
  names pseudonyms;
  /// Rules by the other program's name.
  names rules;
  /// The people of traces that name none.
  std::vector<person_record> people;
  /// Whether this is a log of another program: session names that are no pseudonyms become `trace-1`, `trace-2`, …,
  /// events of a life cycle count when they complete.
  bool is_foreign = false;

  /// What a name is mapped to, or the name itself.
  [[nodiscard]] static std::string_view find(const names& all, std::string_view name) {
    if (all.empty()) return name;
    const auto found = all.find(name);
    return found == all.end() ? name : std::string_view(found->second);
  }
};

}  // namespace balint
