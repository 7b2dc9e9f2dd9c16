// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What stands in a log, whatever its format: texts and numbers that are not yet tied to a protocol.
#include <balint/group/person.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::detail {

/// A person as a header names them.
struct raw_person {
  std::string_view id;
  std::string_view profession;
  std::size_t first_office = 0;  ///< Among the offices of the header.
  std::size_t end_of_offices = 0;
  consent agrees = consent::not_declared;
  bool less_experienced = false;
  bool grades = false;
};

/// A header as it stands in a log; its texts live until the header after the next is parsed.
struct raw_header {
  std::string_view protocol;
  std::string_view session;
  std::vector<raw_person> people;
  std::vector<std::string_view> offices;

  void clear() noexcept {
    protocol = session = {};
    people.clear();
    offices.clear();
  }
};

/// The target keys, as bits.
enum target_key : std::uint8_t { key_case = 1, key_option = 2, key_rule = 4, key_to = 8 };

/// An event as it stands in a log; its texts live until the next is read.
struct raw_event {
  instant at = unstated;
  std::string_view by = {};
  std::string_view act = {};
  std::string_view name_of_target = {};  ///< Of `case`, `rule` or `to`.
  std::string_view session = {};         ///< In a stream: which session it is of.
  std::uint64_t seq = 0;            ///< In a stream: its number in the session; 0: it carries none.
  std::uint16_t option = 0;
  std::uint8_t targets = 0;  ///< Which target keys it has.

  void clear() noexcept {
    at = unstated;
    by = act = name_of_target = session = {};
    seq = 0;
    option = 0;
    targets = 0;
  }
};

/// What comes next in a log.
enum class raw_kind : std::uint8_t { header, event, fault, end };

/// A person with texts of their own.
struct kept_person {
  std::string id = {};
  std::vector<std::string> offices = {};
  std::string profession = {};
  consent agrees = consent::not_declared;
  bool less_experienced = false;
  bool grades = false;
};

/// A header with texts of its own.
struct kept_header {
  std::string protocol = {};
  std::string session = {};
  std::vector<kept_person> people = {};

  /// The header as the texts here; it lives as long as they do.
  [[nodiscard]] raw_header raw() const {
    raw_header all{protocol, session, {}, {}};
    for (const auto& one : people) {
      const auto first = all.offices.size();
      for (const auto& office : one.offices) all.offices.push_back(office);
      all.people.push_back(
          {one.id, one.profession, first, all.offices.size(), one.agrees, one.less_experienced, one.grades});
    }
    return all;
  }
};

/// About how many bytes a person takes in a log. All people of a session take at most `max_people_bytes`: in JSON Lines
/// they stand in one line.
[[nodiscard]] inline std::size_t bytes_of(const kept_person& one) noexcept {
  std::size_t bytes = 24 + one.id.size() + one.profession.size();
  for (const auto& office : one.offices) bytes += 3 + office.size();
  return bytes;
}
inline constexpr std::size_t max_people_bytes = std::size_t{1} << 20U;

/// The targets, as bits, that an act of this kind takes.
constexpr std::uint8_t key_for(target_kind kind) noexcept {
  switch (kind) {
    case target_kind::none: return 0;
    case target_kind::case_of: return key_case;
    case target_kind::option: return key_option;
    case target_kind::rule: return key_rule;
    case target_kind::person: return key_to;
  }
  return 0;
}
/// The names of target keys, for a message.
inline std::string key_names(std::uint8_t keys) {
  std::string names;
  for (const auto& [key, name] :
       {std::pair{key_case, "case"}, {key_option, "option"}, {key_rule, "rule"}, {key_to, "to"}}) {
    if ((keys & key) != 0) names += (names.empty() ? "\"" : ", \"") + std::string(name) + "\"";
  }
  return names.empty() ? "no target" : names;
}

}  // namespace balint::detail
