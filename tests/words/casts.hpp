// SPDX-License-Identifier: MIT
#pragma once
// Casts of the people of the other tests, for each protocol.
#include <balint/log/to_record.hpp>
#include <balint/words/cast.hpp>

#include "tests/support.hpp"

namespace casts {

/// Three participants, who leads, and the other offices that P has.
template <balint::protocol P>
[[nodiscard]] inline balint::cast<P> cast_of() {
  const auto people = support::people_of<P>();
  return *balint::cast<P>::of(balint::to_record<P>("s", people)->people);
}

/// A small group of students: anna, boris (who is the deputy as well) and lead.
[[nodiscard]] inline balint::cast<balint::student_group> students() {
  return *balint::cast<balint::student_group>::of(
      {{"anna", {"participant"}}, {"boris", {"participant", "deputy"}}, {"lead", {"leader"}}});
}

}  // namespace casts
