// SPDX-License-Identifier: MIT
// Repairs of random sessions are sound, whatever was damaged, and the same each time.
#include <balint/alignment/repair.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "tests/property/session_properties.hpp"

using namespace balint;

namespace repair_property_test {

template <typename P>
std::vector<event<P>> trace_of(const property::script& s, const formation<P>& people) {
  std::vector<event<P>> trace;
  session<P> now(detail::group_of(people));
  property::play(now, s.steps, [&](session<P>& session, const event<P>& e) {
    (void)session.apply(e);
    trace.push_back(e);
    return true;
  });
  return trace;
}

/// How a trace ends as its judge follows it, and whether it has no finding of either class.
struct judged {
  ending end;
  bool is_clean;
};
template <typename P>
judged judge_of(const formation<P>& people, const std::vector<event<P>>& trace) {
  judge<P> all(people);
  for (const auto& e : trace) all.apply(e);
  return {all.session().end(), is_clean(all.verdict()) && all.record_faults() == 0};
}
/// Whether no edit takes out a protected act that the session accepts in the mended trace.
template <typename P>
bool keeps_protected(const formation<P>& people, const std::vector<event<P>>& trace, const repair<P>& mended) {
  std::size_t done = 0;
  for (const auto& change : mended.edits) {
    ++done;
    if (change.does != edit<P>::way::remove || !detail::is_protected<P>(change.what.act)) continue;
    auto before = apply_edits<P>(trace, std::span(mended.edits).first(done));
    const auto taken = static_cast<std::size_t>(
        std::count_if(mended.edits.begin(), mended.edits.begin() + static_cast<std::ptrdiff_t>(done),
                      [](const auto& one) { return one.does == edit<P>::way::remove; }));
    before.resize(change.at - taken + (done - taken));
    session<P> now(detail::group_of(people));
    for (const auto& e : before) {
      if (!now.apply(e)) return false;
    }
    if (now.can(change.what)) return false;
  }
  return true;
}

/// Whether a repair leads to no finding and the same end, keeps what is protected, is bounded by its own lower bound,
/// and is the same each time.
template <typename P>
bool repair_is_sound(const property::script& s) {
  const auto all = property::people_of<P>(s);
  const auto people = form<P>(all);
  const auto trace = trace_of<P>(s, people);
  const repair_effort little{.first = 4, .then = 16, .proof = 50'000};
  const auto mended = repair_trace<P>(people, trace, little);
  if (!people.is_formed()) return !mended.is_possible;
  const auto before = judge_of(people, trace);
  if (before.is_clean) return mended.cost() == 0 && mended.is_exact;
  if (!mended.is_possible) return mended.is_protected && mended.edits.empty();
  const auto after = judge_of(people, apply_edits<P>(trace, mended.edits));
  return after.is_clean && after.end == before.end && keeps_protected(people, trace, mended) &&
         mended.at_least <= mended.cost() && mended.edits == repair_trace<P>(people, trace, little).edits;
}

TEST(RepairProperty, IsSoundAndTheSameEachTime) {
  EXPECT_TRUE(property::always(repair_is_sound<student_group>, 100));
  EXPECT_TRUE(property::always(repair_is_sound<staff_group>, 100));
  EXPECT_TRUE(property::always(repair_is_sound<classical_group>, 100));
  EXPECT_TRUE(property::always(repair_is_sound<case_consultation>, 100));
}

}  // namespace repair_property_test
