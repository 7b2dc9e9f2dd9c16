// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// From the names in a log to the ids of its protocol: people, acts and targets.
#include <balint/group/form.hpp>
#include <balint/group/person.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/word.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace balint::detail {

/// That an act or a profession is no word. What it is instead is not shown: it may be content.
[[nodiscard]] inline line_fault no_word(std::string_view what) {
  return {0, std::string(what) + " that is no word", std::string(wanted_word)};
}

/// What of a header is no pseudonym or no word or lacks an office, whatever the format: nobody is named in a log.
[[nodiscard]] inline std::optional<line_fault> fault_of(const header_record& header) {
  const std::string wanted(wanted_pseudonym);
  if (!is_pseudonym(header.session)) return line_fault{0, "the session \"" + shown(header.session) + "\"", wanted};
  for (const auto& one : header.people) {
    if (!is_pseudonym(one.id)) return line_fault{0, "the person \"" + shown(one.id) + "\"", wanted};
    if (one.offices.empty()) return line_fault{0, "a person without an office", std::string(wanted_office)};
    if (!one.profession.empty() && !is_word(one.profession)) return no_word("a profession");
  }
  return std::nullopt;
}
/// What of an event is no pseudonym or, of an act that its protocol does not know, no word.
[[nodiscard]] inline std::optional<line_fault> fault_of(const event_record& e, bool is_known_act) {
  if (!is_known_act && !is_word(e.act)) return no_word("an act");
  const bool targets_person = e.targets.has(target_kind::case_of) || e.targets.has(target_kind::person);
  for (const auto id : {e.by, targets_person ? e.target_name : e.by}) {
    if (!is_pseudonym(id)) return line_fault{0, "\"" + shown(id) + "\"", std::string(wanted_pseudonym)};
  }
  return std::nullopt;
}

/// The people of a header, whose texts they share; the name of an office that P does not have is the answer where there
/// is one.
template <protocol P>
[[nodiscard]] std::expected<std::vector<person<P>>, std::string_view> people_of(const header_record& header) {
  std::vector<person<P>> people;
  people.reserve(header.people.size());
  for (const auto& record : header.people) {
    person<P> one{.id = record.id,
                  .offices = {},
                  .agrees = record.agrees,
                  .profession = record.profession,
                  .less_experienced = record.less_experienced,
                  .grades = record.grades};
    for (const auto& office : record.offices) {
      if (!one.offices.insert(office)) return std::unexpected(std::string_view(office));
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
  [[nodiscard]] act_id<P> find(std::string_view name) {
    const auto known = find_act<P>(name);
    if (known.index < act_count<P>) return known;
    constexpr std::size_t most = 0xFFFE - act_count<P>;
    const auto hash = std::hash<std::string_view>{}(name);
    const auto seen = numbers_.find(hash);
    const std::size_t number = seen != numbers_.end() ? seen->second : (std::min)(numbers_.size(), most);
    if (number < most) numbers_.try_emplace(hash, static_cast<std::uint16_t>(number));
    return {static_cast<std::uint16_t>(act_count<P> + number)};
  }

 private:
  std::unordered_map<std::size_t, std::uint16_t> numbers_;  ///< By the hash of the name: names may be long.
};

/// A name out of a log for a message, if it is a word: free text is not shown.
[[nodiscard]] inline std::string named(std::string_view what, std::string_view name) {
  return std::string(what) + (is_word(name) ? " \"" + std::string(name) + "\"" : " that is no word");
}
/// That a header names a protocol which none of Ps is.
template <protocol... Ps>
[[nodiscard]] line_fault no_such_protocol(std::string_view name) {
  std::string known;
  ((known += (known.empty() ? "" : ", ") + std::string(Ps::name)), ...);
  return {0, named("the protocol", name), "one of " + known};
}
/// That a header names an office which P does not have.
template <protocol P>
[[nodiscard]] line_fault no_such_office(std::string_view name) {
  std::string known;
  for (const auto office : P::offices::names) known += (known.empty() ? "" : ", ") + std::string(office);
  return {0, named("the office", name), "one of " + known};
}
/// The keys of targets, for a message: `"case", "to"`.
[[nodiscard]] inline std::string names_of(target_kinds targets) {
  std::string names;
  for (const auto& [kind, name] : {std::pair{target_kind::case_of, "case"},
                                   {target_kind::option, "option"},
                                   {target_kind::rule, "rule"},
                                   {target_kind::person, "to"}}) {
    if (targets.has(kind)) names += (names.empty() ? "\"" : ", \"") + std::string(name) + "\"";
  }
  return names.empty() ? "no target" : names;
}
/// That the targets of an event are not the one that its act asks for, or more than one of an act that nobody knows.
[[nodiscard]] inline line_fault wrong_target(const event_record& e, target_kind wanted, bool is_known_act = true) {
  if (!is_known_act) return {0, named("the act", e.act) + " with " + names_of(e.targets), "at most one target"};
  const std::string act = shown(e.act);
  const auto right = target_kinds::of(wanted);
  if (wanted != target_kind::none && !e.targets.has(wanted))
    return {0, "the act \"" + act + "\" without its target", "the target " + names_of(right)};
  return {0, "the act \"" + act + "\" with " + names_of(e.targets - right),
          right.empty() ? "no target" : "only " + names_of(right)};
}

/// Ties an event to P. `index` finds a person by pseudonym, `find(id)`, and an act by name, `act<P>(name)`. False: the
/// target is not the act's, which `wrong_target` words.
template <protocol P, typename Index>
[[nodiscard]] bool resolve(const event_record& record, Index& index, event<P>& e) {
  e = raw_event<P>({.at = record.at, .by = index.find(record.by), .act = index.template act<P>(record.act)});
  if (e.act.index >= act_count<P>) return record.targets.count() < 2;
  const auto kind = target_of<P>(e.act);
  if (record.targets != target_kinds::of(kind)) return false;
  switch (kind) {
    case target_kind::none: break;
    case target_kind::option: set_raw_target(e, record.option); break;
    case target_kind::rule: set_raw_target(e, raw(find_rule<P>(record.target_name))); break;
    case target_kind::case_of:
    case target_kind::person: set_raw_target(e, raw(index.find(record.target_name))); break;
  }
  return true;
}

}  // namespace balint::detail
