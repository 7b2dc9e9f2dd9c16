// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// From the names in a line to the ids of its protocol: people, acts and targets.
#include <balint/group/form.hpp>
#include <balint/group/person.hpp>
#include <balint/log/detail/raw.hpp>
#include <balint/log/format_error.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/event.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace balint::detail {

/// The people of a header; the name of an office that P does not have is the answer where there is one.
template <protocol P>
[[nodiscard]] std::expected<std::vector<person<P>>, std::string_view> people_of(const raw_header& header) {
  std::vector<person<P>> people;
  people.reserve(header.people.size());
  for (const auto& raw : header.people) {
    person<P> one{.id = raw.id, .offices = {}, .agrees = raw.agrees, .profession = raw.profession,
                  .less_experienced = raw.less_experienced, .grades = raw.grades};
    for (auto i = raw.first_office; i < raw.end_of_offices; ++i) {
      if (!one.offices.insert(header.offices[i])) return std::unexpected(header.offices[i]);
    }
    people.push_back(one);
  }
  return people;
}

/// The acts that a session names and its protocol does not know.
class unknown_acts {
 public:
  /// The id of an act; one that P does not know gets the same id wherever the session names it.
  template <protocol P>
  [[nodiscard]] act_id find(std::string_view name) {
    const auto known = find_act<P>(name);
    if (known.index < act_count<P>) return known;
    constexpr std::size_t most = 0xFFFE - act_count<P>;
    const auto hash = std::hash<std::string_view>{}(name);
    const auto seen = numbers_.find(hash);
    const std::size_t number = seen != numbers_.end() ? seen->second : std::min(numbers_.size(), most);
    if (number < most) numbers_.try_emplace(hash, static_cast<std::uint16_t>(number));
    return {static_cast<std::uint16_t>(act_count<P> + number)};
  }

 private:
  std::unordered_map<std::size_t, std::uint16_t> numbers_;  ///< By the hash of the name: names may be long.
};

/// That a header names a protocol which none of Ps is.
template <protocol... Ps>
[[nodiscard]] line_fault no_such_protocol(std::string_view name) {
  std::string known;
  ((known += (known.empty() ? "" : ", ") + std::string(Ps::name)), ...);
  return {0, "the protocol \"" + shown(name) + "\"", "one of " + known};
}
/// That a header names an office which P does not have.
template <protocol P>
[[nodiscard]] line_fault no_such_office(std::string_view name) {
  std::string known;
  for (const auto office : P::offices::names) known += (known.empty() ? "" : ", ") + std::string(office);
  return {0, "the office \"" + shown(name) + "\"", "one of " + known};
}
/// That the target keys of a line are not the one that its act asks for.
[[nodiscard]] inline line_fault wrong_target(const raw_event& raw, std::uint8_t key) {
  const std::string act = shown(raw.act);
  if ((raw.targets & key) == 0 && key != 0)
    return {0, "the act \"" + act + "\" without its target", "the key " + key_names(key)};
  return {0, "the act \"" + act + "\" with " + key_names(raw.targets & static_cast<std::uint8_t>(~key)),
          key == 0 ? "no target" : "only " + key_names(key)};
}

/// Reads an event out of a line. `index` finds a person by pseudonym, `find(id)`, and an act by name, `act<P>(name)`.
/// False: the target is not the act's, which `wrong_target` says.
template <protocol P, typename Index>
[[nodiscard]] bool resolve(const raw_event& raw, Index& index, event<P>& e) {
  e.at = raw.at;
  e.by = index.find(raw.by);
  e.act = index.template act<P>(raw.act);
  if (e.act.index >= act_count<P>) return true;
  const auto kind = target_of<P>(e.act);
  if (raw.targets != key_for(kind)) return false;
  switch (kind) {
    case target_kind::none: break;
    case target_kind::option: e.target = raw.option; break;
    case target_kind::rule: e.target = detail::raw(find_rule<P>(raw.name_of_target)); break;
    case target_kind::case_of:
    case target_kind::person: e.target = detail::raw(index.find(raw.name_of_target)); break;
  }
  return true;
}

}  // namespace balint::detail
