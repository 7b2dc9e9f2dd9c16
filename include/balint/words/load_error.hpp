// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Why a session is not saved, or is not loaded again.
#include <balint/words/detail/sentence.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace balint {

/// Why a session is not saved.
enum class save_error : std::uint8_t {
  other_people,  ///< The session is not held by the group of the cast.
};
/// The name of a reason not to save.
[[nodiscard]] constexpr std::string_view name_of(save_error) noexcept { return "other_people"; }

/// What is wrong with bytes that are to be loaded.
enum class load_fault : std::uint8_t {
  not_saved,          ///< They do not begin as a saved session does.
  other_version,      ///< Saved by another version of the library, whose layout is another one.
  damaged,            ///< Cut off, longer than they were, or changed.
  other_protocol,     ///< Of another protocol, or of one that is not on the list.
  other_declaration,  ///< Of another declaration of the protocol of that name.
  other_people,       ///< Of other people than those of the cast: other ids, another order or other offices.
  not_formed,         ///< The protocol asks for more of its people now, and they form no group.
  impossible,         ///< No session of these people can be in that state.
};
/// The name of what is wrong with bytes.
[[nodiscard]] constexpr std::string_view name_of(load_fault why) noexcept {
  constexpr std::string_view names[]{"not_saved",         "other_version", "damaged",    "other_protocol",
                                     "other_declaration", "other_people",  "not_formed", "impossible"};
  return names[static_cast<std::size_t>(why)];
}

/// Why a session is not loaded.
/// @snippet save_and_load.cpp refused
struct load_error {
  /// What is wrong.
  load_fault why{};
  /// What was found: the version, the protocol, the first person who is another one, or the invariant that is broken.
  std::string found = {};
  /// What was expected, where that is one thing.
  std::string expected = {};

  /// A sentence for a developer.
  [[nodiscard]] std::string message() const {
    switch (why) {
      case load_fault::not_saved: return "these bytes are not a saved session";
      case load_fault::other_version: return "saved in version " + found + ", and this library reads " + expected;
      case load_fault::damaged: return "the saved session is damaged: it was cut off or changed";
      case load_fault::other_protocol:
        return "this is a session of " + detail::quoted(found) + (expected.empty() ? "" : ", not of " + expected);
      case load_fault::other_declaration: return "saved with another declaration of " + expected;
      case load_fault::other_people:
        if (found == expected) return "saved with different offices for " + detail::quoted(found);
        return "saved with other people: " + somebody(found) + " is where the cast has " + somebody(expected);
      case load_fault::not_formed: return "the saved people no longer form a group: " + found;
      case load_fault::impossible: break;
    }
    return "no session can be in the saved state (" + found + ")";
  }

 private:
  [[nodiscard]] static std::string somebody(std::string_view id) {
    return id.empty() ? std::string("nobody") : detail::quoted(id);
  }
};

}  // namespace balint
