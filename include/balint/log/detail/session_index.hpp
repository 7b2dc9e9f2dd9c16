// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Ties what stands in a log to a protocol: people by pseudonym, acts by name.
#include <balint/group/form.hpp>
#include <balint/log/detail/raw.hpp>
#include <balint/log/record.hpp>
#include <balint/protocol/lookup.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace balint::detail {

/// The people of a session by pseudonym, and the acts it names that its protocol does not know.
template <protocol P>
class session_index {
 public:
  /// Takes a header over; the name of an office that P does not have is the answer where there is one.
  std::expected<void, std::string_view> open(const raw_header& header) {
    people_.clear();
    people_.reserve(header.people.size());
    for (const auto& raw : header.people) {
      person<P> one{.id = raw.id, .offices = {}, .agrees = raw.agrees, .profession = raw.profession,
                    .less_experienced = raw.less_experienced, .grades = raw.grades};
      for (auto i = raw.first_office; i < raw.end_of_offices; ++i) {
        if (!one.offices.insert(header.offices[i])) return std::unexpected(header.offices[i]);
      }
      people_.push_back(one);
    }
    roster_.emplace(people_);
    session_ = header.session;
    return {};
  }
  [[nodiscard]] session_header<P> header(std::uint64_t line) const { return {session_, people_, &*roster_, line}; }
  [[nodiscard]] person_id find(std::string_view id) const noexcept { return (*roster_)[id]; }

  /// The id of an act; one that P does not know gets the same id wherever the session names it.
  [[nodiscard]] act_id act(std::string_view name) {
    const auto known = find_act<P>(name);
    if (known.index < act_count<P>) return known;
    constexpr std::size_t most = 0xFFFE - act_count<P>;
    const auto hash = std::hash<std::string_view>{}(name);
    const auto seen = unknown_acts_.find(hash);
    const std::size_t number = seen != unknown_acts_.end() ? seen->second : std::min(unknown_acts_.size(), most);
    if (number < most) unknown_acts_.try_emplace(hash, static_cast<std::uint16_t>(number));
    return {static_cast<std::uint16_t>(act_count<P> + number)};
  }

 private:
  std::string_view session_;
  std::vector<person<P>> people_;
  std::optional<roster<P>> roster_;
  std::unordered_map<std::size_t, std::uint16_t> unknown_acts_;  ///< By the hash of the name: names may be long.
};

}  // namespace balint::detail
