// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The header of a session as a log of any format has it: names that are not yet tied to a protocol.
#include <balint/group/person.hpp>

#include <string>
#include <vector>

namespace balint {

/// A person as a log has them.
struct person_record {
  /// The pseudonym.
  std::string id = {};
  /// The offices by name, one at least.
  std::vector<std::string> offices = {};
  /// The profession by name; empty: not stated.
  std::string profession = {};
  /// Whether this person agrees to take part.
  consent agrees = consent::not_declared;
  /// Has less working experience than the others.
  bool less_experienced = false;
  /// Grades members of the group elsewhere.
  bool grades = false;

  friend bool operator==(const person_record&, const person_record&) = default;
};

/// The header of a session as a log has it.
struct header_record {
  /// The protocol by name.
  std::string protocol = {};
  /// The id of the session: a pseudonym.
  std::string session = {};
  /// The people in their order, an id twice included.
  std::vector<person_record> people = {};

  friend bool operator==(const header_record&, const header_record&) = default;
};

}  // namespace balint
