// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Ties what a log says to a protocol: people by pseudonym, acts by name.
#include <balint/group/form.hpp>
#include <balint/group/person.hpp>
#include <balint/log/detail/resolve.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/record.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::detail {

/// The people of a session by pseudonym, and the acts it names that its protocol does not know.
template <protocol P>
class session_index {
 public:
  /// Takes the people of a header, which outlives this; the name of an office that P does not have is the answer where
  /// there is one.
  [[nodiscard]] std::expected<void, std::string_view> open(const header_record& header) {
    auto people = people_of<P>(header);
    if (!people) return std::unexpected(people.error());
    people_ = std::move(*people);
    roster_.emplace(people_);
    session_ = header.session;
    return {};
  }
  /// Goes on with the same people in another session.
  void open_again(const header_record& header) noexcept {
    session_ = header.session;
    acts_ = {};
  }
  [[nodiscard]] session_header<P> header(std::uint64_t line) const { return {session_, people_, &*roster_, line}; }
  [[nodiscard]] person_id find(std::string_view id) const noexcept { return (*roster_)[id]; }

  /// The id of an act; one that P does not know gets the same id wherever the session names it.
  template <protocol = P>
  [[nodiscard]] act_id<P> act(std::string_view name) {
    return acts_.template find<P>(name);
  }

 private:
  std::string_view session_;
  std::vector<person<P>> people_;
  std::optional<roster<P>> roster_;
  unknown_acts acts_;
};

}  // namespace balint::detail
