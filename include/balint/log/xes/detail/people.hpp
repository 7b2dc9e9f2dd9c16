// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The people of a trace in XES: the list `balint:people`.
#include <balint/log/detail/people_builder.hpp>
#include <balint/log/detail/person_fields.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/detail/whole_number.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/xes/detail/keys.hpp>

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

  /// A trace begins, whose people go there.
  void begin_trace(std::vector<person_record>& people) noexcept { builder_.begin(people); }
  /// The list begins.
  void begin() noexcept { depth_ = of_list; }
  /// Whether the list has begun and not ended.
  [[nodiscard]] bool is_open() const noexcept { return depth_ != 0; }
  /// How many elements were passed over.
  [[nodiscard]] std::uint64_t left_out() const noexcept { return left_out_; }

  /// An element in the list.
  void element(std::string_view key, std::string_view value) {
    ++depth_;
    if (depth_ == of_person && key == xes::person) {
      builder_.begin_person();
      is_person_ = true;
      note(builder_.set_text(person_field::id, value));
    } else if (depth_ == of_attribute && is_person_) {
      attribute(key, value);
    } else if (depth_ >= of_person) {
      ++left_out_;
    }
  }
  /// The end of an element in the list, or of the list.
  void end_element() {
    if (depth_ == of_person && std::exchange(is_person_, false)) note(builder_.end_person() && builder_.fits());
    if (depth_ == of_list) builder_.end();
    --depth_;
  }

 private:
  enum depth : std::uint8_t { of_list = 1, of_values, of_person, of_attribute };

  void note(bool is_good) {
    if (!is_good && fault.found.empty()) fault = std::move(builder_.fault);
  }
  void attribute(std::string_view key, std::string_view written) {
    const auto value = trimmed(written);
    const auto field = xes::find_field(key);
    if (!field) {
      ++left_out_;
    } else if (field == person_field::offices || field == person_field::profession) {
      note(builder_.set_text(*field, written));
    } else if (const bool flag = value == "true" || value == "1"; flag || value == "false" || value == "0") {
      note(builder_.set_flag(*field, flag));
    } else if (fault.found.empty()) {
      fault = {0, "\"" + shown(value) + "\"", std::string(wanted_flag)};
    }
  }

  people_builder builder_;
  std::uint64_t depth_ = 0;
  std::uint64_t left_out_ = 0;
  bool is_person_ = false;
};

}  // namespace balint::detail
