// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Writes JSON Lines logs.
#include <balint/group/person.hpp>
#include <balint/log/timestamp.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/event.hpp>

#include <span>
#include <string>
#include <string_view>

namespace balint {

/// A text as JSON writes it, quotes included.
[[nodiscard]] inline std::string to_json(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += hex[byte >> 4U];
      out += hex[byte & 15U];
    } else {
      out += c;
    }
  }
  return out += '"';
}

/// The line that opens a session, its end included. Ids are written as they are: they have to be pseudonyms.
template <protocol P>
[[nodiscard]] std::string to_jsonl(std::string_view session, std::span<const person<P>> people) {
  std::string out = R"({"balint":1,"protocol":)" + to_json(P::name) + R"(,"session":)" + to_json(session) + R"(,"people":[)";
  bool is_first = true;
  for (const auto& one : people) {
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

/// The line of an event of a session with these people, its end included. The event is one that P and the group know.
template <protocol P>
[[nodiscard]] std::string to_jsonl(const event<P>& e, std::span<const person<P>> people) {
  std::string out = "{";
  if (e.at != unstated) out += R"("at":")" + to_timestamp(e.at) + R"(",)";
  out += R"("by":)" + to_json(people[e.by.index].id) + R"(,"act":)" + to_json(name_of<P>(e.act));
  switch (target_of<P>(e.act)) {
    case target_kind::none: break;
    case target_kind::case_of: out += R"(,"case":)" + to_json(people[e.target].id); break;
    case target_kind::option: out += R"(,"option":)" + std::to_string(e.target); break;
    case target_kind::rule: out += R"(,"rule":)" + to_json(name_of<P>(rule_id{static_cast<std::uint8_t>(e.target)})); break;
    case target_kind::person: out += R"(,"to":)" + to_json(people[e.target].id); break;
  }
  return out += "}\n";
}

}  // namespace balint
