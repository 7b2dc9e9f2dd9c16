// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The people of a trace: the list `balint:people`.
#include <balint/group/person.hpp>
#include <balint/log/detail/raw.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/xes/detail/keys.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::detail {

/// Reads the list of people, element by element.
class xes_people {
 public:
  line_fault fault;

  /// The list begins.
  void begin() {
    depth_ = of_list;
    bytes_ = 0;
  }
  [[nodiscard]] bool is_open() const noexcept { return depth_ != 0; }
  [[nodiscard]] std::uint64_t left_out() const noexcept { return left_out_; }

  /// An element in the list.
  void element(std::string_view key, std::string_view value, std::vector<kept_person>& people) {
    ++depth_;
    if (depth_ == of_values) return;
    if (depth_ > of_attribute || (depth_ == of_person && key != xes::person)) {
      ++left_out_;
    } else if (depth_ == of_person) {
      seen_ = 0;
      people.emplace_back().id = value;
      if (!is_pseudonym(value)) no(value, "a pseudonym of 1 to 64 letters, digits, _ . or - (no names in a log)");
    } else if (!people.empty()) {
      attribute(people.back(), key, value);
    }
  }
  /// The end of an element in the list, or of the list.
  void end_element(const std::vector<kept_person>& people) {
    if (depth_ == of_person && !people.empty()) {
      bytes_ += bytes_of(people.back());
      if (people.back().offices.empty())
        fault = {0, "a person without an office", "balint:offices with one or more offices for everybody"};
      if (bytes_ > max_people_bytes) fault = {0, "people of more than 1 MiB", "fewer people in a session"};
    }
    --depth_;
  }

 private:
  enum depth : std::uint8_t { of_list = 1, of_values, of_person, of_attribute };

  void no(std::string_view found, std::string expected) {
    fault = {0, "\"" + shown(found) + "\"", std::move(expected)};
  }
  void attribute(kept_person& one, std::string_view key, std::string_view value) {
    if (key == xes::offices && is_first(1)) {
      for (auto rest = value; !rest.empty();) {
        const auto end = rest.find(' ');
        if (end != 0) one.offices.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      }
    } else if (key == xes::consent && is_first(2)) {
      bool agrees = false;
      flag(value, agrees);
      one.agrees = agrees ? consent::given : consent::refused;
    } else if (key == xes::profession && is_first(4)) {
      one.profession = value;
      if (value.empty()) no(value, "a profession, or no such attribute");
    } else if (key == xes::less_experienced && is_first(8)) {
      flag(value, one.less_experienced);
    } else if (key == xes::grades && is_first(16)) {
      flag(value, one.grades);
    } else if (fault.found.empty()) {
      ++left_out_;
    }
  }
  bool is_first(std::uint8_t bit) {
    if ((seen_ & bit) != 0) fault = {0, "an attribute of a person twice", "each attribute once"};
    seen_ |= bit;
    return fault.found.empty();
  }
  void flag(std::string_view value, bool& into) {
    into = value == "true" || value == "1";
    if (!into && value != "false" && value != "0") no(value, "true or false");
  }

  std::uint64_t depth_ = 0;
  std::size_t bytes_ = 0;
  std::uint64_t left_out_ = 0;
  std::uint8_t seen_ = 0;
};

}  // namespace balint::detail
