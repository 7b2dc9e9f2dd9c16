// SPDX-License-Identifier: MIT
// Repairs against brute force: of every short trace of the smallest protocol, and of damaged traces of tiny groups.
#include <balint/conformance/repair.hpp>
#include <gtest/gtest.h>

#include <random>

#include "tests/exploration/nearest.hpp"
#include "tests/exploration/tiny.hpp"
#include "tests/support.hpp"

using namespace balint;
using namespace exploration;

namespace {

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

/// A random conforming walk with some damage done to it: events lost, moved, put in, done by others, whole runs lost.
template <protocol P>
std::vector<event<P>> damaged(const every_state<P>& every, const std::vector<event<P>>& alphabet, std::size_t people,
                              std::mt19937& random) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const auto place = [&](const auto& in) { return static_cast<std::ptrdiff_t>(below(in.size())); };
  std::vector<event<P>> trace;
  std::size_t state = 0;
  while (!every.is_closed(state) && trace.size() < 40) {
    std::vector<const typename every_state<P>::step*> open;
    for (const auto& s : every.from(state)) {
      const auto act = name_of<P>(s.what.act);
      if (act == "drop" || act == "rejoin" || act == "withdraw" || act == "hand_over") continue;
      if (act == "pass" && below(3) != 0) continue;
      open.insert(open.end(), act == "advance" || act == "close" ? 4 : 1, &s);
    }
    if (open.empty()) break;  // everybody passed: there is no case
    const auto* const next = open[below(open.size())];
    trace.push_back(next->what);
    state = next->to;
  }
  for (auto times = 1 + below(3); times != 0 && trace.size() > 3; --times) {
    switch (below(5)) {
      case 0: trace.erase(trace.begin() + place(trace)); break;
      case 1: std::swap(trace[below(trace.size())], trace[below(trace.size())]); break;
      case 2: trace.insert(trace.begin() + place(trace), alphabet[below(alphabet.size())]); break;
      case 3: trace[below(trace.size())].by = {static_cast<std::uint8_t>(below(people))}; break;
      default: {
        const auto from = place(trace);
        const auto n = std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(below(6)), static_cast<std::ptrdiff_t>(trace.size()) - from);
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
};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(RepairOf, protocols);

TYPED_TEST(RepairOf, IsTheNearestForDamagedTracesOfATinyGroup) {
  using P = TypeParam;
  const auto people = RepairOf<P>::people();
  ASSERT_TRUE(people.is_formed());
  const std::size_t options = 2;
  const every_state<P> every(people.group, std::same_as<P, staff_group> ? 1 : options);
  std::vector<event<P>> alphabet;
  for (std::size_t state = 0; state < every.size(); ++state) {
    for (const auto& s : every.from(state)) {
      const auto act = name_of<P>(s.what.act);
      if (act == "drop" || act == "withdraw" || act == "hand_over") continue;
      if (std::find(alphabet.begin(), alphabet.end(), s.what) == alphabet.end()) alphabet.push_back(s.what);
    }
  }
  std::mt19937 random(2019);
  std::size_t tried = 0, unsound = 0, inexact = 0, farther = 0;
  for (int i = 0; i < 400; ++i) {
    const auto trace = damaged(every, alphabet, people.group.size(), random);
    const auto proposals = std::count_if(trace.begin(), trace.end(), [](const auto& e) { return name_of<P>(e.act) == "propose"; });
    if (is_clean(judge_trace<P>(people, trace)) || static_cast<std::size_t>(proposals) > (std::same_as<P, staff_group> ? 1 : options)) continue;
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

}  // namespace
