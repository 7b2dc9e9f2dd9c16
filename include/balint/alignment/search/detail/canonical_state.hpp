// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The canonical state of a session: states that are alike in it have the same futures, so a search visits one of them.
#include <balint/alignment/search/detail/search_traits.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstddef>

namespace balint::detail {

/// A state without what only advisories and judges read, and without the acts of other stages that no condition to come
/// asks for.
template <protocol P>
[[nodiscard]] constexpr session_state<P> canonical_state(session_state<P> s) noexcept {
  constexpr const table<P>& t = table_of<P>;
  s.first_at = unstated;
  s.entered_at = before_all;
  s.longest_silence = s.unattended = {};
  s.worked &= search_traits<P>::cuts_short ? bit(s.stage) : 0;
  s.cut = 0;
  for (std::size_t i = 0; i < s.passed.size(); ++i) {
    if (i != s.stage) s.passed[i] = 0;
  }
  s.weighed_by_author = s.weighed_by_other = {};
  s.authors = {};
  s.by_leader = s.by_presenter = 0;
  s.leader_weighed = 0;
  bool cases_matter = false;
  for (std::size_t i = 0; i < t.acts.size(); ++i) {
    const act_row& row = t.acts[i];
    if (row.home != s.stage) {
      if (((search_traits<P>::asked_for[s.stage] >> i) & 1U) == 0) s.happened &= ~bit(i);
      if (row.slot != none) s.did[row.slot] = 0;
      if (row.weighing != none) s.weighed[row.weighing] = {};
    }
    if (row.target == target_kind::case_of && row.home >= s.stage) cases_matter = true;
  }
  if (!cases_matter) {
    s.cases = s.cases_out = 0;
    s.votes = {};
  }
  if (s.ended != 0) s.open_flags = 0;
  return s;
}

}  // namespace balint::detail
