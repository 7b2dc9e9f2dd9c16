// SPDX-License-Identifier: MIT
// Repairs against brute force: of every short trace of the smallest protocol, and of damaged traces of tiny groups.
#include <balint/alignment/repair.hpp>
#include <gtest/gtest.h>

#include <random>

#include "tests/exploration/damaged.hpp"
#include "tests/exploration/nearest.hpp"
#include "tests/exploration/tiny.hpp"
#include "tests/support.hpp"

using namespace balint;
using namespace exploration;

namespace repair_test {

template <protocol P>
formation<P> without_errors(const group<P>& people) {
  return detail::formation_access::of(people);
}
/// How a trace ends, whether it has a finding, and which of its protected acts the session accepted.
template <protocol P>
struct judged {
  judged(const formation<P>& people, const std::vector<event<P>>& trace) {
    judge<P> all(people);
    for (const auto& e : trace) {
      if (all.session().end() == ending::running) ended_at = kept.size();
      const auto act = name_of<P>(e.act);
      kept.push_back((act == "withdraw" || act == "decline_case") && all.session().can(e).has_value());
      all.apply(e);
    }
    end = all.session().end();
    is_clean = balint::is_clean(all.verdict()) && all.record_faults() == 0;
  }
  ending end = ending::running;
  std::size_t ended_at = 0;  ///< Where the event stands that ended it.
  bool is_clean = false;
  std::vector<bool> kept;
};
/// The cost of the nearest trace without a finding that ends as one did: what comes behind its termination goes.
template <protocol P>
std::uint64_t nearest(const every_state<P>& every, const std::vector<event<P>>& trace, const judged<P>& as,
                      std::uint64_t most) {
  if (as.end != ending::terminated) return every.nearest(trace, most, as.end == ending::closed, as.kept);
  const std::vector<event<P>> before(trace.begin(), trace.begin() + static_cast<std::ptrdiff_t>(as.ended_at));
  return every.nearest(before, most, false, as.kept) + (trace.size() - as.ended_at - 1);
}
/// What a repair costs; 0xFF: there is none.
template <protocol P>
std::uint64_t cost_of(const repair<P>& mended) {
  return mended.is_possible ? mended.cost() : 0xFF;
}
template <protocol P>
bool is_mended(const formation<P>& people, const std::vector<event<P>>& trace, const repair<P>& mended) {
  if (!mended.is_possible) return mended.is_protected;
  const judged<P> after(people, apply_edits<P>(trace, mended.edits));
  return after.is_clean && after.end == judged<P>(people, trace).end;
}

TEST(Repair, IsTheNearestForEveryTraceOfTheSmallestGroupUpToFourEvents) {
  using P = tiny::protocol;
  const auto people = without_errors(tiny::people<P>());
  const every_state<P> every(detail::group_of(people), 0);
  std::vector<event<P>> alphabet;
  for (std::uint8_t who = 0; who < 3; ++who) {
    for (std::uint16_t act = 0; act < act_count<P>; ++act)
      alphabet.push_back(detail::raw_event<P>({.by = {who}, .act = {act}}));
  }
  std::size_t tried = 0, wrong = 0;
  for (std::size_t length = 0; length <= 4; ++length) {
    std::vector<std::size_t> at(length, 0);
    for (bool more = true; more;) {
      std::vector<event<P>> trace;
      for (const auto i : at) trace.push_back(alphabet[i]);
      if (const judged<P> before(people, trace); !before.is_clean) {
        const auto mended = repair_trace<P>(people, trace);
        ++tried;
        if (!mended.is_exact || !is_mended(people, trace, mended) ||
            cost_of(mended) != nearest(every, trace, before, 50))
          ++wrong;
      }
      more = false;
      for (auto& i : at) {
        if (++i < alphabet.size()) {
          more = true;
          break;
        }
        i = 0;
      }
    }
  }
  EXPECT_GT(tried, 30'000U);
  EXPECT_EQ(wrong, 0U);
}

template <typename P>
class RepairOf : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(RepairOf, protocols);

TYPED_TEST(RepairOf, IsTheNearestForDamagedTracesOfATinyGroup) {
  using P = TypeParam;
  const auto people = tiny_group<P>();
  ASSERT_TRUE(people.is_formed());
  const every_state<P> every(detail::group_of(people), most_options<P>);
  const auto alphabet = alphabet_of<P>(every, {});
  std::mt19937 random(2019);
  std::size_t tried = 0, unsound = 0, inexact = 0, farther = 0;
  for (int i = 0; i < 400; ++i) {
    const auto trace = damaged(every, alphabet, people.size(), random);
    const judged<P> before(people, trace);
    if (before.is_clean || proposes_too_much<P>(trace)) continue;
    const auto mended = repair_trace<P>(people, trace);
    ++tried;
    unsound += is_mended(people, trace, mended) ? 0U : 1U;
    inexact += mended.is_exact ? 0U : 1U;
    farther += cost_of(mended) == nearest(every, trace, before, cost_of(mended)) ? 0U : 1U;
  }
  EXPECT_GT(tried, 200U);
  EXPECT_EQ(unsound, 0U);
  EXPECT_EQ(inexact, 0U);
  EXPECT_EQ(farther, 0U);
}

/// Without a proof the beam searches alone have to find the nearest trace, and to say where they may not have.
TYPED_TEST(RepairOf, ClaimsToBeExactOnlyWhereItIsWithoutAProof) {
  using P = TypeParam;
  const auto people = tiny_group<P>();
  const every_state<P> every(detail::group_of(people), most_options<P>);
  const auto alphabet = alphabet_of<P>(every, {});
  std::mt19937 random(77);
  std::size_t tried = 0, exact = 0, wrong = 0, none = 0;
  for (int i = 0; i < 600; ++i) {
    const auto trace = damaged(every, alphabet, people.size(), random, {.times = 6});
    const judged<P> before(people, trace);
    if (before.is_clean || proposes_too_much<P>(trace)) continue;
    const auto mended = repair_trace<P>(people, trace, {.proof = 0});
    const auto least = nearest(every, trace, before, mended.is_possible ? mended.cost() : 60);
    ++tried;
    exact += mended.is_exact ? 1U : 0U;
    wrong += mended.is_exact && cost_of(mended) != least ? 1U : 0U;
    none += !mended.is_possible && least != 0xFF ? 1U : 0U;
  }
  EXPECT_GT(exact * 2, tried);
  EXPECT_EQ(wrong, 0U);
  EXPECT_EQ(none, 0U);
}

TYPED_TEST(RepairOf, ClaimsToBeExactOnlyWhereItIsWhateverIsDamaged) {
  using P = TypeParam;
  const auto people = tiny_group<P>();
  const every_state<P> every(detail::group_of(people), most_options<P>);
  const damage heavy{.times = 10, .with_leaving = true};
  const auto alphabet = alphabet_of<P>(every, heavy);
  std::mt19937 random(2026);
  std::size_t tried = 0, exact = 0, wrong = 0, above = 0;
  for (int i = 0; i < 150; ++i) {
    const auto trace = damaged(every, alphabet, people.size(), random, heavy);
    const judged<P> before(people, trace);
    if (before.is_clean || proposes_too_much<P>(trace)) continue;
    const auto mended = repair_trace<P>(people, trace);
    const auto least = nearest(every, trace, before, cost_of(mended));
    ++tried;
    exact += mended.is_exact ? 1U : 0U;
    wrong += mended.is_exact && cost_of(mended) != least ? 1U : 0U;
    above += mended.is_possible && mended.at_least > least ? 1U : 0U;
  }
  EXPECT_GT(tried, 60U);
  EXPECT_GT(exact * 10, tried * 9);
  EXPECT_EQ(wrong, 0U);
  EXPECT_EQ(above, 0U);
}

/// Whether a search through every state of a tiny group comes to the very cost of walking them all, and not below it.
TYPED_TEST(RepairOf, IsProvenByASearchThatMissesNothing) {
  using P = TypeParam;
  const auto people = tiny_group<P>();
  const every_state<P> every(detail::group_of(people), most_options<P>);
  const damage heavy{.times = 6, .with_leaving = true};
  const auto alphabet = alphabet_of<P>(every, heavy);
  std::mt19937 random(7);
  for (int i = 0; i < 40; ++i) {
    const auto trace = damaged(every, alphabet, people.size(), random, heavy);
    if (proposes_too_much<P>(trace)) continue;
    const auto nearest = static_cast<std::uint32_t>(every.nearest(trace, 60, true, judged<P>(people, trace).kept));
    if (nearest == 0xFF) continue;  // a protected act would have to go
    const detail::alignment_problem<P> problem(trace, detail::group_of(people));
    const detail::order_bound<P> order(problem);
    detail::optimal_search<P> at(problem, order), below(problem, order), brief(problem, order);
    ASSERT_TRUE(at.run(nearest + 1, 1'000'000));
    EXPECT_EQ(at.moves().size(), nearest);
    EXPECT_EQ(judge_trace<P>(people, apply_edits<P>(trace, detail::edits_of<P>(at.moves()))), verdict::conforming);
    ASSERT_TRUE(below.run(nearest, 1'000'000));
    EXPECT_TRUE(below.moves().empty());
    brief.run(nearest + 1, 20);
    EXPECT_LE(brief.at_least(), nearest);
  }
}

}  // namespace repair_test
