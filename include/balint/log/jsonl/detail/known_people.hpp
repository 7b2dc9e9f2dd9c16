// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Headers of a group that meets again: whose line has the people of the one before, byte for byte.
#include <balint/group/person.hpp>
#include <balint/log/header_record.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace balint::detail {

/// The people of the header that was read last. What was read once need not be read again: a line that differs from the
/// one before in the id of its session alone has the same people.
class known_people {
 public:
  /// Reads a header of these people; false: the line is something else, or they were not there twice yet.
  [[nodiscard]] bool read(std::string_view line, header_record& into) const {
    if (people_.empty() || line.size() <= before_.size() + after_.size()) return false;
    if (!line.starts_with(before_) || !line.ends_with(after_)) return false;
    const auto session = line.substr(before_.size(), line.size() - before_.size() - after_.size());
    if (!is_pseudonym(session)) return false;
    into.protocol = protocol_;
    into.session = session;
    into.people = people_;
    return true;
  }
  /// Remembers what was read from a line, if it is written as logs are written. People are kept who are there twice.
  void remember(std::string_view line, const header_record& read) {
    const auto rest = after_session(line, read);
    if (rest.empty() || read.protocol != protocol_ || rest != after_) {
      people_.clear();
      protocol_ = read.protocol;
      before_ = line.substr(0, rest.empty() ? 0 : line.size() - rest.size() - read.session.size());
      after_ = rest;
    } else {
      people_ = read.people;
    }
  }

 private:
  /// What comes after the id of the session; empty: it is somewhere else.
  [[nodiscard]] static std::string_view after_session(std::string_view line, const header_record& read) noexcept {
    for (const std::string_view part :
         {std::string_view(R"({"balint":1,"protocol":")"), std::string_view(read.protocol),
          std::string_view(R"(","session":")"), std::string_view(read.session)}) {
      if (!line.starts_with(part)) return {};
      line.remove_prefix(part.size());
    }
    return line.starts_with(R"(","people":[)") ? line : std::string_view();
  }

  std::string protocol_, before_, after_;
  std::vector<person_record> people_;
};

}  // namespace balint::detail
