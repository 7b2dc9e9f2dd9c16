// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A cast: the people of a group with their names, in one value that owns them.
#include <balint/group/advisory.hpp>
#include <balint/group/form.hpp>
#include <balint/group/group.hpp>
#include <balint/group/person.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/word.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/words/cast_error.hpp>
#include <balint/words/detail/nearest.hpp>
#include <balint/words/detail/sentence.hpp>

#include <cstddef>
#include <expected>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint {

/// The people of a group of P that is formed, with their names: found by name, named by id. It never changes, and is
/// cheap to copy: copies share the people, and what one of them lends lives as long as any of them. One that was moved
/// from is as it was.
/// @snippet events_from_words.cpp cast
template <protocol P>
class cast {
 public:
  /// The protocol.
  using protocol_type = P;

  /// The cast of these people, in their order, or why they are none:
  /// `cast<student_group>::of({{"anna", {"participant"}}, {"lead", {"leader"}}})`.
  [[nodiscard]] static std::expected<cast, cast_error> of(std::initializer_list<person_record> entries) {
    return of(std::span(entries.begin(), entries.size()));
  }
  /// The same from a list, such as the people of a header.
  [[nodiscard]] static std::expected<cast, cast_error> of(std::span<const person_record> entries) {
    auto shared = std::make_shared<content>(entries);
    if (auto fault = shared->read(); fault.is_found) return std::unexpected(std::move(fault.error));
    return cast(std::move(shared));
  }

  /// Shares the people.
  cast(const cast&) = default;
  /// Shares the people.
  cast& operator=(const cast&) = default;
  ~cast() = default;

  /// How many they are: at most 64.
  [[nodiscard]] std::size_t size() const noexcept { return shared_->people.size(); }
  /// The person of that name, or `nobody`.
  [[nodiscard]] person_id find(std::string_view id) const noexcept { return shared_->index[id]; }

  /// The name of a person; empty for `nobody` and for anyone else who is not in the cast.
  [[nodiscard]] std::string_view name_of(person_id who) const& noexcept {
    return who.index < size() ? shared_->people[who.index].id : std::string_view();
  }
  /// All names by position, as `pseudonyms` takes them: `message(refusal, {people.names()})`.
  [[nodiscard]] std::span<const std::string_view> names() const& noexcept { return shared_->names; }
  /// The people, as `form` and logs take them.
  [[nodiscard]] std::span<const person<P>> people() const& noexcept { return shared_->people; }
  /// The people as a roster.
  [[nodiscard]] const balint::roster<P>& roster() const& noexcept { return shared_->index; }
  /// The advisories about the group.
  [[nodiscard]] const balint::advisories<P>& advisories() const& noexcept { return shared_->advisories; }
  /// The group, as a session takes it: a value without names.
  [[nodiscard]] balint::group<P> group() const noexcept { return *shared_->group; }

  // Of a temporary, nothing is lent.
  std::string_view name_of(person_id) const&& = delete;
  std::span<const std::string_view> names() const&& = delete;
  std::span<const person<P>> people() const&& = delete;
  const balint::roster<P>& roster() const&& = delete;
  const balint::advisories<P>& advisories() const&& = delete;

  /// Whether the same people have the same offices and traits, in the same order.
  friend bool operator==(const cast& a, const cast& b) { return a.shared_->records == b.shared_->records; }

 private:
  struct finding {
    bool is_found = false;
    cast_error error = {};
  };

  /// What copies share. It is made in its place and never moves, so that views into it stay.
  struct content {
    explicit content(std::span<const person_record> entries) : records(entries.begin(), entries.end()) {}

    std::vector<person_record> records;
    std::vector<person<P>> people;
    std::vector<std::string_view> names;
    balint::roster<P> index{std::span<const person<P>>()};
    std::optional<balint::group<P>> group;  ///< There is one once the cast is made.
    balint::advisories<P> advisories;

    finding read() {
      people.reserve(records.size());
      for (std::size_t i = 0; i < records.size(); ++i) {
        if (auto fault = read_entry(i); fault.is_found) return fault;
        names.push_back(people.back().id);
      }
      index = balint::roster<P>(people);
      const auto made = form<P>(index);
      advisories = made.advisories;
      if (const auto formed = made.formed()) {
        group = *formed;
        return {};
      }
      return {true,
              {.why = cast_fault::not_formed,
               .formation = {made.errors.begin(), made.errors.end()},
               .ids = detail::owned(names)}};
    }
    /// Reads an entry, whose texts the person shares.
    finding read_entry(std::size_t i) {
      const person_record& entry = records[i];
      const auto no = [i](cast_fault why, const std::string& given) {
        return finding{true, {.why = why, .entry = i, .given = given}};
      };
      if (!is_pseudonym(entry.id)) return no(cast_fault::bad_id, entry.id);
      for (const auto name : names) {
        if (name == entry.id) return no(cast_fault::id_twice, entry.id);
      }
      if (entry.offices.empty()) return no(cast_fault::no_office, entry.id);
      if (!entry.profession.empty() && !is_word(entry.profession))
        return no(cast_fault::bad_profession, entry.profession);
      person<P> one{.id = entry.id,
                    .offices = {},
                    .agrees = entry.agrees,
                    .profession = entry.profession,
                    .less_experienced = entry.less_experienced,
                    .grades = entry.grades};
      for (const auto& office : entry.offices) {
        if (one.offices.insert(office)) continue;
        auto fault = no(cast_fault::unknown_office, office);
        fault.error.known = detail::owned(P::offices::names);
        fault.error.nearest = detail::nearest_of(office, fault.error.known);
        return fault;
      }
      people.push_back(one);
      return {};
    }
  };

  explicit cast(std::shared_ptr<const content> shared) noexcept : shared_(std::move(shared)) {}

  std::shared_ptr<const content> shared_;
};

}  // namespace balint
