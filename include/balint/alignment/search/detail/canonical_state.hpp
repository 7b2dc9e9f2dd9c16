// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The canonical state of a session: states that are alike in it have the same futures, so a search visits one of them.
#include <balint/protocol/detail/table.hpp>
#include <balint/session/state.hpp>

#include <cstddef>

namespace balint::detail {

/// A state without what only advisories and judges read, and without the acts of other stages: no condition asks for
/// those.
template <typename P>
[[nodiscard]] constexpr session_state<P> canonical_state(session_state<P> s) noexcept {
  constexpr const table<P>& t = table_of<P>;
  s.first_at = unstated;
  s.ever_passed = 0;
  s.worked = 0;
  s.weighed_by_other = {};
  s.authors = {};
  bool cases_matter = false;
  for (std::size_t i = 0; i < t.acts.size(); ++i) {
    const act_row& row = t.acts[i];
    if (row.home != s.stage) {
      s.happened &= ~bit(i);
      if (row.slot != none) s.did[row.slot] = 0;
      if (row.weighing != none) s.weighed[row.weighing] = {};
    }
    if (row.target == target_kind::case_of && row.home >= s.stage) cases_matter = true;
  }
  if (!cases_matter) {
    s.cases = s.cases_out = 0;
    s.support = {};
  }
  if (s.ended != 0) s.open_flags = 0;
  return s;
}

}  // namespace balint::detail
