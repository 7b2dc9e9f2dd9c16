// SPDX-License-Identifier: MIT
// Repairs of random sessions are sound, whatever was damaged, and the same each time.
#include <balint/alignment/repair.hpp>

#include "tests/property/session_properties.hpp"

using namespace balint;

namespace repair_property_test {

template <typename P>
std::vector<event<P>> trace_of(const property::script& s, const formation<P>& people) {
  std::vector<event<P>> trace;
  session<P> now(people.group);
  property::play(now, s.steps, [&](session<P>& session, const event<P>& e) {
    (void)session.apply(e);
    trace.push_back(e);
    return true;
  });
  return trace;
}

/// Whether a repair is conforming after its edits, bounded by its own lower bound, and the same each time.
template <typename P>
bool repair_is_sound(const property::script& s) {
  const auto all = property::people_of<P>(s);
  const auto people = form<P>(all);
  const auto trace = trace_of<P>(s, people);
  const repair_effort little{.first = 4, .then = 16, .proof = 50'000};
  const auto mended = repair_trace<P>(people, trace, little);
  if (!people.is_formed()) return !mended.is_possible;
  if (is_clean(judge_trace<P>(people, trace))) return mended.cost() == 0 && mended.is_exact;
  const auto after = judge_trace<P>(people, apply_edits<P>(trace, mended.edits));
  return after == verdict::conforming && mended.at_least <= mended.cost() &&
         mended.edits == repair_trace<P>(people, trace, little).edits;
}

TEST(RepairProperty, IsSoundAndTheSameEachTime) {
  EXPECT_TRUE(property::always(repair_is_sound<student_group>, 100));
  EXPECT_TRUE(property::always(repair_is_sound<staff_group>, 100));
  EXPECT_TRUE(property::always(repair_is_sound<classical_group>, 100));
  EXPECT_TRUE(property::always(repair_is_sound<case_consultation>, 100));
}

}  // namespace repair_property_test
