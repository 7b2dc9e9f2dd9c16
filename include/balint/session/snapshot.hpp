// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Snapshots: the state of a session as plain data, and the check of one that comes back from outside.
#include <balint/group/group.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/state.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace balint {

namespace detail {
/// A number that two declarations share only if their stages, acts, offices and rules have the same names in the same
/// order, and their acts are remembered in the same places.
template <typename P>
inline constexpr std::uint64_t fingerprint = [] {
  std::uint64_t h = 0xcbf29ce484222325U;
  const auto mix = [&h](std::string_view text) {
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    h = (h ^ 0xFFU) * 0x100000001b3U;
  };
  mix(P::name);
  for (const auto name : P::order::names) mix(name);
  for (std::size_t i = 0; i < acts_of<P>.count; ++i) mix(acts_of<P>.names[i]);
  for (const auto name : P::offices::names) mix(name);
  for (const auto name : rules_of<P>::names) mix(name);
  for (const auto& row : table_of<P>.acts) {
    for (const std::uint64_t part : {std::uint64_t{row.home}, std::uint64_t{row.slot}, std::uint64_t{row.weighing},
                                     std::uint64_t{row.exactly_once}}) {
      h = (h ^ part) * 0x100000001b3U;
    }
  }
  return h;
}();
}  // namespace detail

/// The state of a session, as plain data without padding or pointers: it may be copied byte by byte and stored.
/// It holds no names and no content, and belongs to a group of the same people in the same order.
/// @snippet run_time_session.cpp snapshot
template <protocol P>
struct snapshot {
  /// The version of this layout.
  static constexpr std::uint32_t current_version = 1;

  /// Stands for the declaration, so that a snapshot of another one is not taken back.
  std::uint64_t fingerprint = detail::fingerprint<P>;
  /// The version it was written in.
  std::uint32_t version = current_version;
  /// How many people the group has.
  std::uint32_t people = 0;
  /// What the session remembers: numbers alone.
  session_state<P> state{};

  friend constexpr bool operator==(const snapshot&, const snapshot&) = default;
};

/// Why a snapshot is not taken back.
enum class snapshot_error : std::uint8_t {
  other_version,   ///< Written by another version of the layout.
  other_protocol,  ///< Of another protocol, or of another declaration of it.
  other_group,     ///< Of a group of another size.
  impossible,      ///< No session of this group can be in that state.
};

/// The name of a snapshot error.
[[nodiscard]] constexpr std::string_view name_of(snapshot_error why) noexcept {
  constexpr std::string_view names[]{"other_version", "other_protocol", "other_group", "impossible"};
  return names[static_cast<std::size_t>(why)];
}

namespace detail {

/// Whether a state can be one of a session of P with this group, as far as each part of it can show.
template <protocol P>
[[nodiscard]] constexpr bool is_possible(const session_state<P>& s, const group<P>& people) noexcept {
  constexpr const auto& t = table_of<P>;
  const auto everybody = people.people().bits();
  const auto within = [](std::uint64_t part, std::uint64_t whole) { return (part & ~whole) == 0; };
  const auto happened = [&](effect does) {
    for (std::size_t i = 0; i < t.acts.size(); ++i) {
      if (t.acts[i].does == does && ((s.happened >> i) & 1U) != 0) return true;
    }
    return false;
  };

  // Ranges.
  if (s.stage >= P::order::size || s.ended > static_cast<std::uint8_t>(ending::terminated) || s.worked > 1)
    return false;
  if (s.spare[0] != 0 || s.spare[1] != 0) return false;
  if (s.options > option_capacity<P>) return false;
  if (s.presenter != nobody.index && s.presenter >= people.size()) return false;
  for (const auto part : {s.present, s.gone, s.leaders, s.passed, s.ever_passed, s.cases, s.cases_out}) {
    if (!within(part, everybody)) return false;
  }
  for (const auto part : s.did) {
    if (!within(part, everybody)) return false;
  }
  constexpr auto all_acts = t.acts.size() >= 64 ? ~std::uint64_t{0} : bit(t.acts.size()) - 1;
  constexpr auto all_rules = rules_of<P>::size >= 64 ? ~std::uint64_t{0} : bit(rules_of<P>::size) - 1;
  if (!within(s.happened, all_acts) || !within(s.open_flags, all_rules)) return false;

  // Times: both are stated or neither, and they run forward.
  if (s.first_at == unstated ? s.last_at != before_all : s.first_at > s.last_at || s.last_at == unstated) return false;

  // People.
  if ((s.present & s.gone) != 0 || !within(s.passed, s.ever_passed)) return false;
  if (!within(s.gone & s.cases, s.cases_out)) return false;
  if (!happened(effect::withdraws) && s.gone != 0) return false;
  if (!happened(effect::drops) && !happened(effect::withdraws) && s.present != everybody) return false;
  if (!happened(effect::passes) && s.ever_passed != 0) return false;
  if (!happened(effect::hands_over) && s.leaders != people.template holders<typename P::lead::office>().bits())
    return false;
  if (happened(effect::hands_over) && !std::has_single_bit(s.leaders)) return false;
  if (!happened(effect::flags) && s.open_flags != 0) return false;

  // Acts: those of later stages have not happened, and whoever did one could.
  for (std::size_t i = 0; i < t.acts.size(); ++i) {
    const auto& row = t.acts[i];
    const bool did = ((s.happened >> i) & 1U) != 0;
    if (did && row.home != none && row.home > s.stage) return false;
    if (row.slot != none && (s.did[row.slot] != 0) != did) return false;
  }
  if (happened(effect::makes_case) != (s.cases != 0) || happened(effect::makes_option) != (s.options != 0))
    return false;
  if (s.stage != 0 && !happened(effect::advances)) return false;
  if (happened(effect::accepts_case) && s.presenter == nobody.index) return false;
  if (happened(effect::terminates) != (s.ended == static_cast<std::uint8_t>(ending::terminated))) return false;
  if (happened(effect::closes) != (s.ended == static_cast<std::uint8_t>(ending::closed))) return false;
  if (happened(effect::closes) && s.stage + std::size_t{1} != P::order::size) return false;
  if ((happened(effect::selects_case) || happened(effect::takes_case)) != (s.presenter != nobody.index)) return false;

  // Votes, options and their weighing.
  std::size_t votes = 0;
  for (std::size_t i = 0; i < max_people; ++i) {
    if (s.support[i] != 0 && (!happened(effect::supports_case) || ((s.cases >> i) & 1U) == 0)) return false;
    votes += s.support[i];
  }
  std::size_t voters = 0;
  bool each_votes_once = true;
  for (const auto& row : t.acts) {
    if (row.does != effect::supports_case) continue;
    each_votes_once = each_votes_once && row.exactly_once;
    if (row.exactly_once) voters += static_cast<std::size_t>(std::popcount(s.did[row.slot]));
  }
  if (each_votes_once && votes != voters) return false;
  for (std::size_t i = 0; i < s.authors.size(); ++i) {
    if (i < s.options ? s.authors[i] >= people.size() : s.authors[i] != 0) return false;
  }
  for (std::size_t word = 0; word < s.weighed_by_other.size(); ++word) {
    const auto first = word * 64;
    const auto exist = s.options >= first + 64 ? ~std::uint64_t{0} : s.options > first ? bit(s.options - first) - 1 : 0;
    std::uint64_t any = 0;
    for (const auto& slot : s.weighed) any |= slot[word];
    if (!within(any, exist) || !within(s.weighed_by_other[word], any)) return false;
  }
  return true;
}

}  // namespace detail
}  // namespace balint
