// SPDX-License-Identifier: MIT
// Repairs of random sessions are sound, whatever was damaged, and the same each time; fitness falls with damage.
#include <balint/conformance/fitness.hpp>
#include <balint/conformance/repair.hpp>

#include "tests/property/session_properties.hpp"

using namespace balint;

namespace {

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
  return after == verdict::conforming && mended.at_least <= mended.cost() && mended.edits == repair_trace<P>(people, trace, little).edits;
}
/// Whether an event that cannot be recorded never raises the fitness, and a flag lowers it.
template <typename P>
bool fitness_falls(const property::script& s) {
  const auto all = property::people_of<P>(s);
  const auto people = form<P>(all);
  auto trace = trace_of<P>(s, people);
  const auto before = fitness_of<P>(people, trace);
  const bool is_conforming = judge_trace<P>(people, trace) == verdict::conforming;
  const auto place = trace.begin() + static_cast<std::ptrdiff_t>(trace.empty() ? 0 : s.others % trace.size());
  trace.insert(place, event<P>{.by = nobody, .act = {0}});
  const auto after = fitness_of<P>(people, trace);
  return before > 0 && before <= 1 && (before == 1) == is_conforming && after <= before && after < 1;
}

TEST(RepairProperty, IsSoundAndTheSameEachTime) {
  EXPECT_TRUE(property::always(repair_is_sound<student_group>, 100));
  EXPECT_TRUE(property::always(repair_is_sound<staff_group>, 100));
  EXPECT_TRUE(property::always(repair_is_sound<classical_group>, 100));
  EXPECT_TRUE(property::always(repair_is_sound<case_consultation>, 100));
}
TEST(FitnessProperty, FallsWithWhatDoesNotBelong) {
  EXPECT_TRUE(property::always(fitness_falls<student_group>));
  EXPECT_TRUE(property::always(fitness_falls<staff_group>));
  EXPECT_TRUE(property::always(fitness_falls<classical_group>));
  EXPECT_TRUE(property::always(fitness_falls<case_consultation>));
}

}  // namespace
