// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Why people by name make no cast: which entry, what was given, what is known.
#include <balint/group/advisory.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/words/detail/sentence.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

/// What of a cast is not as it has to be.
enum class cast_fault : std::uint8_t {
  bad_id,            ///< An id that is no pseudonym (@source RUL-3).
  id_twice,          ///< An id that an earlier entry has.
  no_office,         ///< Somebody without an office.
  unknown_office,    ///< An office that the protocol does not have.
  bad_profession,    ///< A profession that is free text (@source RUL-3).
  not_formed,        ///< Each entry is sound, and together they form no group.
  unknown_protocol,  ///< For `any_session`: a protocol that is not on its list.
};

/// The name of a fault of a cast.
[[nodiscard]] constexpr std::string_view name_of(cast_fault why) noexcept {
  constexpr std::string_view names[]{"bad_id",         "id_twice",   "no_office",       "unknown_office",
                                     "bad_profession", "not_formed", "unknown_protocol"};
  return names[static_cast<std::size_t>(why)];
}

/// Why there is no cast.
/// @snippet events_from_words.cpp cast
struct cast_error {
  /// What is wrong.
  cast_fault why{};
  /// Which entry, from 0; of `not_formed` and `unknown_protocol` none.
  std::size_t entry = 0;
  /// What was given: the id, the office, the profession or the protocol.
  std::string given = {};
  /// What could have been given, where that can be listed.
  std::vector<std::string> known = {};
  /// The one of them that is spelt most like it; empty: none is near.
  std::string nearest = {};
  /// For `not_formed`: all that stands against the group, for `message<P>(…)` of the text component.
  std::vector<formation_error> formation = {};
  /// For `not_formed`: the ids, which the persons of `formation` are positions in. Who has not agreed is nobody else's
  /// business: `message` counts them.
  std::vector<std::string> ids = {};

  /// A sentence for a developer.
  [[nodiscard]] std::string message() const {
    const auto where = "entry " + std::to_string(entry + 1) + ": ";
    switch (why) {
      case cast_fault::bad_id: return where + "an id is a pseudonym of 1 to 64 letters, digits, _ . or -";
      case cast_fault::id_twice: return where + detail::quoted(given) + " is the id of an earlier entry";
      case cast_fault::no_office: return where + detail::quoted(given) + " has no office";
      case cast_fault::unknown_office:
        return where + detail::quoted(given) + " is not an office" + detail::hint(nearest, known);
      case cast_fault::bad_profession:
        return where + "a profession is a word of 1 to 40 of a-z, 0-9 and _ that begins with a letter";
      case cast_fault::unknown_protocol:
        return detail::quoted(given) + " is not a protocol" + detail::hint(nearest, known);
      case cast_fault::not_formed: break;
    }
    return "these people do not form a group: " + reasons();
  }
  /// For `not_formed`: the codes of all that stands against the group, and whom they are about.
  [[nodiscard]] std::string reasons() const {
    std::string text;
    for (const auto& error : formation) {
      if (&error != formation.data()) text += "; ";
      text += name_of(error.code);
      if (error.code == code::not_voluntary) {
        const auto n = error.who.size();
        text += " (" + std::to_string(n) + (n == 1 ? " person)" : " people)");
        continue;
      }
      std::vector<std::string> who;
      for (const auto one : error.who) {
        if (one.index < ids.size()) who.push_back(ids[one.index]);
      }
      if (!who.empty()) text += " (" + detail::in_a_row(who) + ")";
    }
    return text;
  }
};

}  // namespace balint
