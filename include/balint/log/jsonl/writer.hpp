// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Writes JSON Lines logs.
#include <balint/group/form.hpp>
#include <balint/group/person.hpp>
#include <balint/log/json_text.hpp>
#include <balint/log/timestamp.hpp>
#include <balint/log/unwritable.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/event.hpp>

#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace balint {

/// The line that opens a session, its end included.
template <protocol P>
[[nodiscard]] std::expected<std::string, unwritable> to_jsonl(std::string_view session,
                                                              std::span<const person<P>> people) {
  if (!is_pseudonym(session)) return std::unexpected(unwritable::no_pseudonym);
  std::string out =
      R"({"balint":1,"protocol":)" + to_json(P::name) + R"(,"session":)" + to_json(session) + R"(,"people":[)";
  bool is_first = true;
  for (const auto& one : people) {
    if (!is_pseudonym(one.id)) return std::unexpected(unwritable::no_pseudonym);
    if (one.offices.empty()) return std::unexpected(unwritable::no_office);
    out += (is_first ? R"({"id":)" : R"(,{"id":)") + to_json(one.id) + R"(,"offices":[)";
    is_first = false;
    bool is_first_office = true;
    for (std::size_t i = 0; i < P::offices::size; ++i) {
      if (((one.offices.bits >> i) & 1U) == 0) continue;
      if (!is_first_office) out += ',';
      is_first_office = false;
      out += to_json(P::offices::names[i]);
    }
    out += ']';
    if (!one.is_undeclared()) out += one.refuses() ? R"(,"consent":false)" : R"(,"consent":true)";
    if (!one.profession.empty()) out += R"(,"profession":)" + to_json(one.profession);
    if (one.less_experienced) out += R"(,"less_experienced":true)";
    if (one.grades) out += R"(,"grades":true)";
    out += '}';
  }
  return out += "]}\n";
}

/// The line of an event of a session with these people, its end included.
///
/// @snippet logs.cpp write
template <protocol P>
[[nodiscard]] std::expected<std::string, unwritable> to_jsonl(const event<P>& e, const roster<P>& people) {
  if (e.by.index >= people.size()) return std::unexpected(unwritable::unknown_person);
  if (e.act.index >= act_count<P>) return std::unexpected(unwritable::unknown_act);
  std::string out = "{";
  if (e.at != unstated) out += R"("at":")" + to_timestamp(e.at) + R"(",)";
  out += R"("by":)" + to_json(people[e.by].id) + R"(,"act":)" + to_json(name_of<P>(e.act));
  const auto kind = target_of<P>(e.act);
  if ((kind == target_kind::case_of || kind == target_kind::person) && e.target >= people.size()) {
    return std::unexpected(unwritable::unknown_target);
  }
  switch (kind) {
    case target_kind::none: break;
    case target_kind::case_of: out += R"(,"case":)" + to_json(people[e.template target_as<person_id>()].id); break;
    case target_kind::person: out += R"(,"to":)" + to_json(people[e.template target_as<person_id>()].id); break;
    case target_kind::option:
      if (e.target == 0) return std::unexpected(unwritable::unknown_target);
      out += R"(,"option":)" + std::to_string(e.target);
      break;
    case target_kind::rule:
      if (e.target >= rules_of<P>::size) return std::unexpected(unwritable::unknown_target);
      out += R"(,"rule":)" + to_json(name_of<P>(e.template target_as<rule_id>()));
      break;
  }
  return out += "}\n";
}
/// The line of an event of a session with these people, its end included.
template <protocol P>
[[nodiscard]] std::expected<std::string, unwritable> to_jsonl(const event<P>& e, std::span<const person<P>> people) {
  return to_jsonl(e, roster<P>(people));
}

}  // namespace balint
