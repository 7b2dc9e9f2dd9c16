// SPDX-License-Identifier: MIT
// Repairs against brute force: of every short trace of the smallest protocol, and of damaged traces of tiny groups.
#include <balint/alignment/repair.hpp>
#include <gtest/gtest.h>

#include <random>

#include "tests/exploration/nearest.hpp"
#include "tests/exploration/tiny.hpp"
#include "tests/support.hpp"

using namespace balint;
using namespace exploration;

namespace repair_test {

template <protocol P>
formation<P> without_errors(const group<P>& people) {
  formation<P> formed;
  formed.group = people;
  return formed;
}
template <protocol P>
bool is_mended(const formation<P>& people, const std::vector<event<P>>& trace, const repair<P>& mended) {
  return judge_trace<P>(people, apply_edits<P>(trace, mended.edits)) == verdict::conforming;
}

TEST(Repair, IsTheNearestForEveryTraceOfTheSmallestGroupUpToFourEvents) {
  using P = tiny::protocol;
  const auto people = without_errors(tiny::people<P>());
  const every_state<P> every(people.group, 0);
  std::vector<event<P>> alphabet;
  for (std::uint8_t who = 0; who < 3; ++who) {
    for (std::uint16_t act = 0; act < act_count<P>; ++act) alphabet.push_back({.by = {who}, .act = {act}});
  }
  std::size_t tried = 0, wrong = 0;
  for (std::size_t length = 0; length <= 4; ++length) {
    std::vector<std::size_t> at(length, 0);
    for (bool more = true; more;) {
      std::vector<event<P>> trace;
      for (const auto i : at) trace.push_back(alphabet[i]);
      if (!is_clean(judge_trace<P>(people, trace))) {
        const auto mended = repair_trace<P>(people, trace);
        ++tried;
        if (!mended.is_exact || !is_mended(people, trace, mended) || mended.cost() != every.nearest(trace, 50)) ++wrong;
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

/// How much is done to a trace.
struct damage {
  std::size_t times = 3;
  bool with_leaving = false;  ///< People drop out, come back, withdraw and hand over.
};
/// A random conforming walk with some damage done to it: events lost, moved, put in, done by others, whole runs lost.
template <protocol P>
std::vector<event<P>> damaged(const every_state<P>& every, const std::vector<event<P>>& alphabet, std::size_t people,
                              std::mt19937& random, damage done = {}) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const auto place = [&](const auto& in) { return static_cast<std::ptrdiff_t>(below(in.size())); };
  std::vector<event<P>> trace;
  std::size_t state = 0;
  while (!every.is_closed(state) && trace.size() < 40) {
    std::vector<const typename every_state<P>::step*> open;
    for (const auto& s : every.from(state)) {
      const auto act = name_of<P>(s.what.act);
      const bool is_about_leaving = act == "drop" || act == "rejoin" || act == "withdraw" || act == "hand_over";
      if (is_about_leaving && (!done.with_leaving || below(6) != 0)) continue;
      if (act == "pass" && below(3) != 0) continue;
      open.insert(open.end(), act == "advance" || act == "close" ? 4 : 1, &s);
    }
    if (open.empty()) break;  // everybody passed: there is no case
    const auto* const next = open[below(open.size())];
    trace.push_back(next->what);
    state = next->to;
  }
  for (auto times = 1 + below(done.times); times != 0 && trace.size() > 3; --times) {
    switch (below(5)) {
      case 0: trace.erase(trace.begin() + place(trace)); break;
      case 1: std::swap(trace[below(trace.size())], trace[below(trace.size())]); break;
      case 2: trace.insert(trace.begin() + place(trace), alphabet[below(alphabet.size())]); break;
      case 3: trace[below(trace.size())].by = {static_cast<std::uint8_t>(below(people))}; break;
      default: {
        const auto from = place(trace);
        const auto n = std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(below(6)),
                                                static_cast<std::ptrdiff_t>(trace.size()) - from);
        trace.erase(trace.begin() + from, trace.begin() + from + n);
      }
    }
  }
  return trace;
}

template <typename P>
class RepairOf : public testing::Test {
 public:
  static formation<P> people() {
    std::vector<person<P>> all{person<P>::template as<role::participant>("a", consent::given),
                               person<P>::template as<role::participant>("b", consent::given)};
    if constexpr (std::same_as<P, case_consultation>) {
      all.push_back(person<P>::template as<role::participant, role::moderator>("c", consent::given));
    } else if constexpr (std::same_as<P, staff_group>) {
      all[0] = person<P>::template as<role::participant, role::leader>("a", consent::given);
      all.push_back(person<P>::template as<role::supervisor>("s"));
    } else {
      all.push_back(person<P>::template as<role::leader>("l"));
    }
    return form<P>(all);
  }
  /// How many options are proposed at most.
  static constexpr std::size_t options = std::same_as<P, staff_group> ? 1 : 2;
  /// Every event that is ever possible.
  static std::vector<event<P>> events_of(const every_state<P>& every, damage done) {
    std::vector<event<P>> alphabet;
    for (std::size_t state = 0; state < every.size(); ++state) {
      for (const auto& s : every.from(state)) {
        const auto act = name_of<P>(s.what.act);
        if (!done.with_leaving && (act == "drop" || act == "withdraw" || act == "hand_over")) continue;
        if (std::find(alphabet.begin(), alphabet.end(), s.what) == alphabet.end()) alphabet.push_back(s.what);
      }
    }
    return alphabet;
  }
};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(RepairOf, protocols);

TYPED_TEST(RepairOf, IsTheNearestForDamagedTracesOfATinyGroup) {
  using P = TypeParam;
  const auto people = RepairOf<P>::people();
  ASSERT_TRUE(people.is_formed());
  const every_state<P> every(people.group, RepairOf<P>::options);
  const auto alphabet = RepairOf<P>::events_of(every, {});
  std::mt19937 random(2019);
  std::size_t tried = 0, unsound = 0, inexact = 0, farther = 0;
  for (int i = 0; i < 400; ++i) {
    const auto trace = damaged(every, alphabet, people.group.size(), random);
    const auto proposals =
        std::count_if(trace.begin(), trace.end(), [](const auto& e) { return name_of<P>(e.act) == "propose"; });
    if (is_clean(judge_trace<P>(people, trace)) || static_cast<std::size_t>(proposals) > RepairOf<P>::options) continue;
    const auto mended = repair_trace<P>(people, trace);
    ++tried;
    unsound += is_mended(people, trace, mended) ? 0U : 1U;
    inexact += mended.is_exact ? 0U : 1U;
    farther += mended.cost() == every.nearest(trace, mended.cost()) ? 0U : 1U;
  }
  EXPECT_GT(tried, 200U);
  EXPECT_EQ(unsound, 0U);
  EXPECT_EQ(inexact, 0U);
  EXPECT_EQ(farther, 0U);
}

TYPED_TEST(RepairOf, ClaimsToBeExactOnlyWhereItIsWhateverIsDamaged) {
  using P = TypeParam;
  const auto people = RepairOf<P>::people();
  const every_state<P> every(people.group, RepairOf<P>::options);
  const damage heavy{.times = 10, .with_leaving = true};
  const auto alphabet = RepairOf<P>::events_of(every, heavy);
  std::mt19937 random(2026);
  std::size_t tried = 0, exact = 0, wrong = 0, above = 0;
  for (int i = 0; i < 150; ++i) {
    const auto trace = damaged(every, alphabet, people.group.size(), random, heavy);
    const auto proposals =
        std::count_if(trace.begin(), trace.end(), [](const auto& e) { return name_of<P>(e.act) == "propose"; });
    if (is_clean(judge_trace<P>(people, trace)) || static_cast<std::size_t>(proposals) > RepairOf<P>::options) continue;
    const auto mended = repair_trace<P>(people, trace);
    const auto nearest = every.nearest(trace, mended.cost());
    ++tried;
    exact += mended.is_exact ? 1U : 0U;
    wrong += mended.is_exact && mended.cost() != nearest ? 1U : 0U;
    above += mended.at_least > nearest ? 1U : 0U;
  }
  EXPECT_GT(tried, 60U);
  EXPECT_GT(exact * 10, tried * 9);
  EXPECT_EQ(wrong, 0U);
  EXPECT_EQ(above, 0U);
}

/// Whether a search through every state of a tiny group comes to the very cost of walking them all, and not below it.
TYPED_TEST(RepairOf, IsProvenByASearchThatMissesNothing) {
  using P = TypeParam;
  const auto people = RepairOf<P>::people();
  const every_state<P> every(people.group, RepairOf<P>::options);
  const damage heavy{.times = 6, .with_leaving = true};
  const auto alphabet = RepairOf<P>::events_of(every, heavy);
  std::mt19937 random(7);
  for (int i = 0; i < 40; ++i) {
    const auto trace = damaged(every, alphabet, people.group.size(), random, heavy);
    const auto proposals =
        std::count_if(trace.begin(), trace.end(), [](const auto& e) { return name_of<P>(e.act) == "propose"; });
    if (static_cast<std::size_t>(proposals) > RepairOf<P>::options) continue;
    const auto nearest = static_cast<std::uint32_t>(every.nearest(trace, 60));
    const detail::outlook<P> order(trace, people.group);
    detail::proof<P> at(trace, people.group, order), below(trace, people.group, order),
        brief(trace, people.group, order);
    ASSERT_TRUE(at.run(nearest + 1, 1'000'000));
    EXPECT_EQ(at.edits().size(), nearest);
    EXPECT_EQ(judge_trace<P>(people, apply_edits<P>(trace, at.edits())), verdict::conforming);
    ASSERT_TRUE(below.run(nearest, 1'000'000));
    EXPECT_TRUE(below.edits().empty());
    brief.run(nearest + 1, 20);
    EXPECT_LE(brief.at_least(), nearest);
  }
}

}  // namespace repair_test
