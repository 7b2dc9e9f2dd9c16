// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Snapshots: the state of a session as plain data, and the check of one that comes back from outside.
#include <balint/vocabulary/detail/name_at.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/session/state.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

namespace detail {
/// Mixes words and numbers into one number (FNV-1a).
struct mixer {
  std::uint64_t sum = 0xcbf29ce484222325U;

  constexpr void number(std::uint64_t part) noexcept {
    for (int byte = 0; byte < 8; ++byte) {
      sum = (sum ^ (part & 0xFFU)) * 0x100000001b3U;
      part >>= 8;
    }
  }
  template <typename... Numbers>
  constexpr void numbers(Numbers... parts) noexcept {
    (number(static_cast<std::uint64_t>(parts)), ...);
  }
  constexpr void word(std::string_view text) noexcept {
    number(text.size());
    for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  template <typename Words>
  constexpr void words(const Words& all) noexcept {
    number(all.size());
    for (const std::string_view one : all) word(one);
  }
  template <typename Office, typename... StandIns>
  constexpr void lead(declare::led_by<Office, StandIns...>) noexcept {
    number(sizeof...(StandIns));
    word(Office::name);
    (word(StandIns::name), ...);
  }
};

/// A number that two declarations share only if they say the same: stages, acts, offices, rules and who leads, and of
/// each clause who must or may, how often, and on which conditions. Conditions on the group are not part of it: a
/// session is held by a group that was formed.
template <typename P>
inline constexpr std::uint64_t fingerprint = [] {
  mixer all;
  all.word(P::name);
  all.words(P::order::names);
  all.words(P::offices::names);
  all.words(rules_of<P>::names);
  all.lead(typename P::lead{});
  const table<P>& t = table_of<P>;
  for (std::size_t i = 0; i < t.terms.count; ++i)
    all.numbers(t.terms.rows[i].base, t.terms.rows[i].except, t.terms.rows[i].unled);
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const act_row& act = t.acts[i];
    all.word(acts_of<P>.names[i]);
    all.numbers(act.does, act.target, act.stages, act.who, act.heirs, act.attended);
    all.numbers(act.after, act.after_all, act.until, act.exactly_once, act.home, act.slot, act.weighing);
  }
  for (const duty_row& duty : t.duties)
    all.numbers(duty.stage, duty.act, duty.who, duty.due, duty.rule.index, duty.since, duty.passable);
  for (const stage_row& stage : t.stages) all.numbers(stage.needs_case, stage.needs_option, stage.outside);
  return all.sum;
}();
}  // namespace detail

/// The state of a session, as plain data without padding or pointers: it may be copied byte by byte and stored.
/// It holds no names and no content, and belongs to a group of the same people in the same order.
/// @snippet run_time_session.cpp snapshot
template <protocol P>
struct snapshot {
  /// The version of this layout.
  static constexpr std::uint32_t current_version = 3;

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
  return detail::name_at(names, std::size(names), static_cast<std::size_t>(why));
}

/// What `session::restore` answers of a snapshot that it does not take back.
struct restore_error {
  /// Why.
  snapshot_error why{};
  /// For `impossible`: the name of the first invariant that the state breaks, such as `votes_are_for_cases`.
  std::string_view invariant{};

  friend constexpr bool operator==(const restore_error&, const restore_error&) = default;
  /// Whether that is why.
  friend constexpr bool operator==(const restore_error& a, snapshot_error b) noexcept { return a.why == b; }
};

}  // namespace balint
