// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Collects the people of a header field by field, as a reader of any format finds them, and refuses what nobody can
/// be.
#include <balint/group/person.hpp>
#include <balint/log/detail/person_fields.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/word.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::detail {

/// Fills a list of people. What answers false has a fault.
class people_builder {
 public:
  line_fault fault;

  /// Begins a list; the memory of those who are on it is used again.
  void begin(std::vector<person_record>& people) noexcept {
    people_ = &people;
    count_ = 0;
    bytes_ = 0;
  }
  /// Begins another person.
  void begin_person() {
    if (count_ == people_->size()) people_->emplace_back();
    auto& one = (*people_)[count_++];
    one.id.clear();
    one.offices.clear();
    one.profession.clear();
    one.agrees = consent::not_declared;
    one.less_experienced = one.grades = false;
    seen_ = 0;
  }
  /// Whether the person has had a field.
  [[nodiscard]] bool has(person_field field) const noexcept { return (seen_ & bit(field)) != 0; }

  /// That the person has had a field.
  [[gnu::cold]] bool is_second(person_field field) {
    return no("a second \"" + std::string(person_field_names[static_cast<std::size_t>(field)]) + "\"", wanted_once);
  }

  /// The person's id or profession, or the offices with blanks between them.
  [[nodiscard]] bool set_text(person_field field, std::string_view text) {
    if (!is_first(field)) return false;
    switch (field) {
      case person_field::id: person().id = text; return is_pseudonym(text) || is_no_pseudonym(text);
      case person_field::profession:
        person().profession = text;
        return is_word(text) || no("a profession that is no word", wanted_word);  // Not shown: it may be content.
      default: add_offices(text); return true;
    }
  }
  /// That a field is written as nothing: it is as if it were absent, but for a second one.
  [[nodiscard]] bool set_nothing(person_field field) { return is_first(field); }
  /// A flag of the person.
  [[nodiscard]] bool set_flag(person_field field, bool flag) {
    if (!is_first(field)) return false;
    if (field == person_field::consent) person().agrees = flag ? consent::given : consent::refused;
    if (field == person_field::less_experienced) person().less_experienced = flag;
    if (field == person_field::grades) person().grades = flag;
    return true;
  }
  /// Adds an office.
  void add_office(std::string_view name) {
    seen_ |= bit(person_field::offices);
    person().offices.emplace_back(name);
  }
  /// Ends the person, who must have an id and an office.
  [[nodiscard]] bool end_person() {
    if (!has(person_field::id)) return no("a person without \"id\"", "a pseudonym for everybody");
    return !person().offices.empty() || no("a person without an office", wanted_office);
  }
  /// Counts the person; whether all who were counted fit into what a line of JSON may hold: one session does not fill
  /// the memory.
  [[nodiscard]] bool fits() {
    bytes_ += bytes_of(person());
    return bytes_ <= max_bytes || no("people of more than 1 MiB", "fewer people in a session");
  }
  /// Ends the list.
  void end() { people_->resize(count_); }

 private:
  static constexpr std::size_t max_bytes = std::size_t{1} << 20U;

  static constexpr std::uint8_t bit(person_field field) noexcept {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(field));
  }
  /// About how many bytes a person takes in a line of JSON.
  [[nodiscard]] static std::size_t bytes_of(const person_record& one) noexcept {
    std::size_t bytes = 24 + one.id.size() + one.profession.size();
    for (const auto& office : one.offices) bytes += 3 + office.size();
    return bytes;
  }
  [[nodiscard]] person_record& person() noexcept { return (*people_)[count_ - 1]; }
  [[nodiscard]] bool is_first(person_field field) {
    if (has(field)) return is_second(field);
    seen_ |= bit(field);
    return true;
  }
  void add_offices(std::string_view text) {
    while (!text.empty()) {
      const auto end = text.find(' ');
      if (end != 0) person().offices.emplace_back(text.substr(0, end));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
  }
  [[gnu::cold]] bool is_no_pseudonym(std::string_view text) { return no("\"" + shown(text) + "\"", wanted_pseudonym); }
  [[gnu::cold]] bool no(std::string found, std::string_view wanted) {
    fault = {0, std::move(found), std::string(wanted)};
    return false;
  }

  std::vector<person_record>* people_ = nullptr;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
  std::uint8_t seen_ = 0;
};

}  // namespace balint::detail
