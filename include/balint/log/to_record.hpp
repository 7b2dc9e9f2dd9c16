// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// From a session to the records of a log, and why something is not written: nothing that a reader would refuse.
#include <balint/vocabulary/detail/name_at.hpp>
#include <balint/group/form.hpp>
#include <balint/group/person.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/word.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace balint {

/// Why something is not written to a log.
enum class unwritable : std::uint8_t {
  no_pseudonym,    ///< An id that may be a name (@source RUL-3).
  no_office,       ///< Somebody without an office.
  unknown_person,  ///< `by` is not in the group.
  unknown_act,     ///< Not an act of the protocol.
  unknown_target,  ///< No case, option, rule or person that could exist.
  no_word,         ///< A profession that is free text (@source RUL-3).
  no_session,      ///< Its session was refused, or has ended.
  open_session,    ///< Another session of the log has not ended.
};

/// The name of a reason not to write.
[[nodiscard]] constexpr std::string_view name_of(unwritable why) noexcept {
  constexpr std::string_view names[]{"no_pseudonym",   "no_office", "unknown_person", "unknown_act",
                                     "unknown_target", "no_word",   "no_session",     "open_session"};
  return detail::name_at(names, std::size(names), static_cast<std::size_t>(why));
}

/// The header of a session, by name.
template <protocol P>
[[nodiscard]] std::expected<header_record, unwritable> to_record(std::string_view session,
                                                                 std::span<const person<P>> people) {
  if (!is_pseudonym(session)) return std::unexpected(unwritable::no_pseudonym);
  header_record header{.protocol = std::string(P::name), .session = std::string(session)};
  header.people.reserve(people.size());
  for (const auto& one : people) {
    if (!is_pseudonym(one.id)) return std::unexpected(unwritable::no_pseudonym);
    if (one.offices.empty()) return std::unexpected(unwritable::no_office);
    if (!one.profession.empty() && !is_word(one.profession)) return std::unexpected(unwritable::no_word);
    auto& person = header.people.emplace_back();
    person.id = one.id;
    for (std::size_t i = 0; i < P::offices::size; ++i) {
      if (((one.offices.bits >> i) & 1U) != 0) person.offices.emplace_back(P::offices::names[i]);
    }
    person.profession = one.profession;
    person.agrees = one.agrees;
    person.less_experienced = one.less_experienced;
    person.grades = one.grades;
  }
  return header;
}

/// An event, by name; its texts are those of the people and of the protocol.
template <protocol P>
[[nodiscard]] std::expected<event_record, unwritable> to_record(const event<P>& e, const roster<P>& people) {
  if (e.by.index >= people.size()) return std::unexpected(unwritable::unknown_person);
  if (e.act.index >= act_count<P>) return std::unexpected(unwritable::unknown_act);
  const auto kind = target_of<P>(e.act);
  event_record record{.at = e.at, .by = people[e.by].id, .act = name_of<P>(e.act), .targets = target_kinds::of(kind)};
  switch (kind) {
    case target_kind::none: break;
    case target_kind::case_of:
    case target_kind::person:
      if (detail::raw_target(e) >= people.size()) return std::unexpected(unwritable::unknown_target);
      record.target_name = people[e.template target_as<person_id>()].id;
      break;
    case target_kind::option:
      if (detail::raw_target(e) == 0) return std::unexpected(unwritable::unknown_target);
      record.option = detail::raw_target(e);
      break;
    case target_kind::rule:
      if (detail::raw_target(e) >= rules_of<P>::size) return std::unexpected(unwritable::unknown_target);
      record.target_name = name_of<P>(e.template target_as<rule_id>());
      break;
  }
  return record;
}

}  // namespace balint
