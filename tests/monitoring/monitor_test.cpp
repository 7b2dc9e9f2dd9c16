// SPDX-License-Identifier: MIT
// The monitor: many sessions side by side, what is told of each, deliveries, endings, and what it keeps in memory.
#include <gmock/gmock.h>
#include <malloc.h>

#include <balint/monitoring/monitor.hpp>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "tests/support.hpp"

namespace monitor_test {
std::size_t bytes_in_use = 0;
}  // namespace monitor_test

void* operator new(std::size_t size) {
  if (void* const memory = std::malloc(size == 0 ? 1 : size); memory != nullptr) {
    monitor_test::bytes_in_use += ::malloc_usable_size(memory);
    return memory;
  }
  std::abort();
}
void operator delete(void* memory) noexcept {
  monitor_test::bytes_in_use -= memory == nullptr ? 0 : ::malloc_usable_size(memory);
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

using namespace balint;
using namespace support;
using testing::ElementsAre;
using testing::IsEmpty;

namespace monitor_test {

using students = student_group;

/// Writes down what a monitor tells.
struct notes {
  using context = std::string;
  std::vector<std::string>* all;

  template <typename P>
  void operator()(const auto& where, const finding<P>& found) const {
    all->push_back(std::string(where.id()) + " " + std::to_string(found.event) + " " +
                   std::string(name_of(found.code)) + " x" + std::to_string(found.times) + " in " +
                   std::string(name_of<P>(where.session().stage())) + ": " + std::string(name_of(where.verdict())) +
                   where.context());
  }
  void operator()(const auto& where, const named_breach& named) const {
    all->push_back(std::string(where.id()) + " " + std::to_string(named.event) + " named");
  }
  void operator()(const auto& where, const answered_breaches& answered) const {
    all->push_back(std::string(where.id()) + " " + std::to_string(answered.event) + " answered");
  }
  void ended(const auto& where) const {
    all->push_back(std::string(where.id()) + " ended: " + std::string(name_of(where.verdict())));
  }
};

class Monitor : public testing::Test {
 protected:
  std::vector<std::string> told_;
  monitor<notes, student_group, staff_group> all_{notes{&told_}, 2};

  template <typename P = students>
  delivery open(std::string_view id, std::string about = {}) {
    return all_.open(id, formed<P>(), std::move(about));
  }
  template <typename P = students>
  delivery play(std::string_view id, const trace<P>& events) {
    auto last = delivery::in_order;
    for (const auto& e : events) last = all_.apply(id, e);
    return last;
  }
  static trace<students> whole() { return trace<students>().whole(); }
  static event<students> flag() { return event<students>::of<act::flag>(watcher, rule_of<students, rule::respect>); }
  static event<students> out_of_turn() { return event<students>::of<act::ask>(boris); }
};

TEST_F(Monitor, FollowsSessionsSideBySideAndTellsEachFindingAtOnce) {
  EXPECT_EQ(open("a"), delivery::in_order);
  EXPECT_EQ(open<staff_group>("b"), delivery::in_order);
  const auto of_a = whole();
  const auto of_b = trace<staff_group>().whole();
  EXPECT_EQ(all_.apply("a", flag()), delivery::in_order);
  EXPECT_THAT(told_, ElementsAre("a 1 named"));
  EXPECT_EQ(all_.apply("a", event<students>::of<act::remind>(lead, rule_of<students, rule::respect>)),
            delivery::in_order);
  const auto* a = of_a.begin();
  for (const auto& e : of_b) {
    EXPECT_EQ(all_.apply("b", e), delivery::in_order);
    if (a != of_a.end()) {
      EXPECT_EQ(all_.apply("a", *a++), delivery::in_order);
    }
  }
  while (a != of_a.end()) EXPECT_EQ(all_.apply("a", *a++), delivery::in_order);
  EXPECT_THAT(told_,
              testing::UnorderedElementsAre("a 1 named", "a 2 answered", "b ended: conforming", "a ended: conforming"));
}

TEST_F(Monitor, TellsTheLikeInARowAgainWithTimes) {
  (void)open("a");
  (void)all_.apply("a", out_of_turn());
  (void)all_.apply("a", out_of_turn());
  EXPECT_THAT(
      told_, ElementsAre("a 1 wrong_stage x1 in presentation: departs", "a 1 wrong_stage x2 in presentation: departs"));
}

TEST_F(Monitor, TellsAtOnceWhatStandsAgainstAGroup) {
  auto people = people_of<students>();
  people[3].offices = office_set<students>::of<role::participant>();
  EXPECT_EQ(all_.open("a", form<students>(people), " of room 7"), delivery::in_order);
  EXPECT_THAT(told_, ElementsAre("a 0 no_leader x1 in presentation: departs of room 7"));
}

TEST_F(Monitor, KeepsOneContextASession) {
  (void)open("a", " (blue)");
  (void)open("b", " (red)");
  (void)all_.apply("b", out_of_turn());
  EXPECT_TRUE(all_.visit("a", [](auto& a) { a.context() = " (green)"; }));
  (void)all_.apply("a", out_of_turn());
  EXPECT_THAT(told_, ElementsAre("b 1 wrong_stage x1 in presentation: departs (red)",
                                 "a 1 wrong_stage x1 in presentation: departs (green)"));
}

TEST_F(Monitor, ReportsWhatBelongsToNoSession) {
  EXPECT_EQ(all_.apply("a", flag()), delivery::unknown_session);
  (void)open<staff_group>("b");
  EXPECT_EQ(all_.apply("b", flag()), delivery::unknown_session);  // an event of another protocol
  EXPECT_FALSE(all_.visit("a", [](const auto&) {}));
  EXPECT_THAT(told_, IsEmpty());
  EXPECT_EQ(all_.live_count(), 1U);
}

TEST_F(Monitor, ReportsASecondHeaderAndGoesOnWithTheSession) {
  (void)open("a");
  (void)all_.apply("a", event<students>::of<act::present_case>(anna));
  EXPECT_EQ(open("a"), delivery::second_header);
  EXPECT_EQ(open<staff_group>("a"), delivery::second_header);
  EXPECT_TRUE(all_.visit("a", [](const auto& a) { EXPECT_EQ(a.position(), 1U); }));
  EXPECT_EQ(all_.live_count(), 1U);
}

TEST_F(Monitor, ReportsLateAndDuplicateDeliveriesAndDoesNotJudgeThem) {
  (void)open("a");
  std::uint64_t number = 0;
  const auto all = whole();
  for (const auto& e : all) {
    ++number;
    EXPECT_EQ(all_.apply("a", e, number), delivery::in_order);
    EXPECT_EQ(all_.apply("a", e, number), delivery::duplicate);
  }
  EXPECT_THAT(told_, ElementsAre("a ended: conforming"));
  EXPECT_EQ(all_.apply("a", flag(), number + 2), delivery::after_end);
  EXPECT_EQ(all_.apply("a", flag(), number + 1), delivery::late);
  EXPECT_TRUE(all_.visit("a", [&](const auto& a) {
    EXPECT_EQ(a.position(), all.size() + 1);
    EXPECT_EQ(a.skipped(), 1U);
  }));
}

TEST_F(Monitor, GoesOnBehindAGapAndKeepsItInMind) {
  (void)open("a");
  EXPECT_EQ(all_.apply("a", event<students>::of<act::present_case>(anna), 1), delivery::in_order);
  EXPECT_EQ(all_.apply("a", event<students>::of<act::present_case>(clara), 3), delivery::gap);
  EXPECT_EQ(all_.apply("a", event<students>::of<act::present_case>(boris), 2), delivery::late);
  EXPECT_TRUE(all_.visit("a", [](const auto& a) {
    EXPECT_EQ(a.position(), 2U);
    EXPECT_EQ(a.skipped(), 1U);
  }));
}

TEST_F(Monitor, JudgesWhatComesBehindTheEndAndSaysSo) {
  (void)open("a");
  EXPECT_EQ(play("a", whole()), delivery::in_order);
  EXPECT_EQ(all_.apply("a", flag()), delivery::after_end);
  EXPECT_THAT(told_, ElementsAre("a ended: conforming", "a " + std::to_string(whole().size() + 1) +
                                                            " session_over x1 in self_assessment: conforming"));
}

TEST_F(Monitor, ForgetsTheSessionThatWasOverFirst) {
  for (const auto* id : {"a", "b", "c"}) {
    (void)open(id);
    play(id, whole());
  }
  EXPECT_EQ(all_.live_count(), 0U);
  EXPECT_EQ(all_.ended_count(), 2U);
  EXPECT_EQ(all_.apply("a", flag()), delivery::unknown_session);
  EXPECT_EQ(all_.apply("b", flag()), delivery::after_end);
  EXPECT_EQ(open("b"), delivery::second_header);
  EXPECT_EQ(open("a"), delivery::in_order);
}

TEST_F(Monitor, MayRememberNone) {
  monitor<no_sink, students> forgetful({}, 0);
  EXPECT_EQ(forgetful.open("a", formed<students>()), delivery::in_order);
  for (const auto& e : whole()) EXPECT_EQ(forgetful.apply("a", e), delivery::in_order);
  EXPECT_EQ(forgetful.live_count() + forgetful.ended_count(), 0U);
  EXPECT_EQ(forgetful.apply("a", flag()), delivery::unknown_session);
}

TEST_F(Monitor, GivesASessionUpWhenAsked) {
  (void)open("a");
  (void)open("b");
  (void)open("c");
  play("b", whole());
  play("c", whole());
  EXPECT_TRUE(all_.forget("a"));
  EXPECT_TRUE(all_.forget("b"));
  EXPECT_FALSE(all_.forget("a"));
  EXPECT_EQ(all_.live_count(), 0U);
  EXPECT_EQ(all_.ended_count(), 1U);
  (void)open("d");
  (void)open("e");
  play("d", whole());
  play("e", whole());
  EXPECT_EQ(all_.apply("c", flag()), delivery::unknown_session);
  EXPECT_EQ(all_.apply("d", flag()), delivery::after_end);
}

TEST_F(Monitor, ShowsTheSessionsThatGoOn) {
  (void)open("a");
  (void)open<staff_group>("b");
  (void)open("c");
  play("a", whole());
  std::vector<std::string> ids;
  all_.each_live([&](const auto& one) { ids.emplace_back(one.id()); });
  EXPECT_THAT(ids, testing::UnorderedElementsAre("b", "c"));
}

TEST_F(Monitor, GivesUpAndOpensSessionsWhileItShowsThem) {
  std::vector<std::string> ids;
  for (int i = 0; i < 40; ++i) (void)open(ids.emplace_back("s" + std::to_string(i)));
  std::vector<std::string> seen;
  all_.each_live([&](const auto& one) {
    const std::string id(one.id());
    seen.push_back(id);
    (void)open("later-" + id);
    EXPECT_TRUE(all_.forget(id));
  });
  EXPECT_THAT(seen, testing::UnorderedElementsAreArray(ids));
  EXPECT_EQ(all_.live_count(), 40U);
  std::size_t shown = 0;
  all_.each_live([&](const auto&) {
    ++shown;
    for (const auto& id : ids) (void)all_.forget("later-" + id);
  });
  EXPECT_EQ(shown, 1U);
  EXPECT_EQ(all_.live_count(), 0U);
}

TEST_F(Monitor, StaysWhereItIs) {
  static_assert(!std::is_copy_constructible_v<monitor<no_sink, students>>);
  static_assert(!std::is_move_constructible_v<monitor<no_sink, students>>);
}

// ---- sinks that throw -----------------------------------------------------------------------------------------------

/// Throws at what it is told of, while it is armed.
struct shaky {
  bool* is_armed;
  void operator()(const auto&, const auto&) const { shake(); }
  void ended(const auto&) const { shake(); }
  void shake() const {
    if (*is_armed) throw std::runtime_error("no room on the disk");
  }
};

class ShakySink : public testing::Test {
 protected:
  bool is_armed_ = true;
  monitor<shaky, student_group, staff_group> all_{shaky{&is_armed_}, 1};

  std::size_t shown() {
    std::size_t n = 0;
    all_.each_live([&](const auto& one) { n += one.id().size(); });
    return n;
  }
};

TEST_F(ShakySink, OpensNoSessionWhoseGroupItThrewAt) {
  auto people = people_of<students>();
  people[3].offices = office_set<students>::of<role::participant>();
  EXPECT_THROW((void)all_.open("a", form<students>(people)), std::runtime_error);
  EXPECT_EQ(all_.live_count(), 0U);
  EXPECT_EQ(shown(), 0U);
  EXPECT_FALSE(all_.visit("a", [](const auto&) {}));
  EXPECT_FALSE(all_.forget("a"));
  EXPECT_EQ(all_.apply("a", event<students>::of<act::refocus>(lead)), delivery::unknown_session);
  is_armed_ = false;
  EXPECT_EQ(all_.open("a", form<students>(people)), delivery::in_order);
  EXPECT_EQ(shown(), 1U);
}
TEST_F(ShakySink, CountsAnEventWhoseFindingItThrewAt) {
  ASSERT_EQ(all_.open("a", formed<students>()), delivery::in_order);
  const auto early = event<students>::of<act::ask>(boris);
  EXPECT_THROW((void)all_.apply("a", early, 1), std::runtime_error);
  is_armed_ = false;
  EXPECT_EQ(all_.apply("a", early, 1), delivery::duplicate);
  EXPECT_EQ(all_.apply("a", event<students>::of<act::present_case>(anna), 2), delivery::in_order);
  EXPECT_TRUE(all_.visit("a", [](const auto& a) {
    EXPECT_EQ(a.position(), 2U);
    EXPECT_EQ(a.verdict(), verdict::departs);
  }));
}
TEST_F(ShakySink, EndsASessionWhoseEndItThrewAt) {
  const auto end = event<students>::of<act::terminate>(lead);
  for (const auto* id : {"a", "b"}) {
    is_armed_ = false;
    ASSERT_EQ(all_.open(id, formed<students>()), delivery::in_order);
    is_armed_ = true;
    EXPECT_THROW((void)all_.apply(id, end), std::runtime_error);
    EXPECT_EQ(all_.live_count(), 0U);
    EXPECT_EQ(all_.ended_count(), 1U);
  }
  is_armed_ = false;
  EXPECT_EQ(all_.apply("a", end), delivery::unknown_session);  // one is remembered
  EXPECT_EQ(all_.apply("b", end), delivery::after_end);
}

// ---- many sessions --------------------------------------------------------------------------------------------------

constexpr std::size_t many = 100'000;

std::string id_of(std::size_t i) { return "2026-spring-" + std::to_string(i); }

TEST(ManySessions, AreHeldInTheMemoryOfTheirJudgesAndGivenBack) {
  const auto people = formed<students>();
  const auto before = bytes_in_use;
  monitor<no_sink, students> all;
  for (std::size_t i = 0; i < many; ++i) ASSERT_EQ(all.open(id_of(i), people), delivery::in_order);
  ASSERT_EQ(all.live_count(), many);
  const auto each = (bytes_in_use - before) / many;
  RecordProperty("bytes_a_session", std::to_string(each));
  EXPECT_LT(each, sizeof(judge<students>) + 256);

  for (const auto& e : trace<students>().stage(0)) {
    for (std::size_t i = 0; i < many; ++i) ASSERT_EQ(all.apply(id_of(i), e), delivery::in_order);
  }
  EXPECT_EQ((bytes_in_use - before) / many, each);  // events take none

  for (std::size_t i = 0; i < many; ++i)
    ASSERT_EQ(all.apply(id_of(i), event<students>::of<act::terminate>(lead)), delivery::in_order);
  EXPECT_EQ(all.live_count(), 0U);
  EXPECT_EQ(all.ended_count(), all.default_remembered);
  EXPECT_LT(bytes_in_use - before, 2 * sizeof(judge<students>) * all.default_remembered + 32 * many);
}

TEST(ManySessions, AreToldApartHoweverTheyComeAndGo) {
  const auto people = formed<students>();
  monitor<no_sink, students, staff_group> all({}, 3);
  std::vector<std::string> there;
  std::uint32_t random = 7;
  for (std::size_t i = 0; i < 20'000; ++i) {
    random = random * 1'664'525U + 1'013'904'223U;
    if (there.size() < 300 || (random >> 24) < 128) {
      there.push_back(std::string(random >> 30 == 0 ? 40 : 1, 's') + std::to_string(i));
      ASSERT_EQ(all.open(there.back(), people), delivery::in_order);
    } else {
      std::swap(there[random % there.size()], there.back());
      ASSERT_TRUE(all.forget(there.back()));
      ASSERT_FALSE(all.forget(there.back()));
      there.pop_back();
    }
  }
  ASSERT_EQ(all.live_count(), there.size());
  for (const auto& id : there) {
    ASSERT_TRUE(all.visit(id, [&](const auto& one) { ASSERT_EQ(one.id(), id); }));
    ASSERT_EQ(all.open(id, people), delivery::second_header);
  }
}

TEST(ManySessions, OneAfterTheOtherTakeNoMoreThanAFew) {
  const auto people = formed<students>();
  monitor<no_sink, students> all({}, 8);
  const auto before = bytes_in_use;
  for (std::size_t i = 0; i < 10'000; ++i) {
    ASSERT_EQ(all.open(id_of(i), people), delivery::in_order);
    ASSERT_EQ(all.apply(id_of(i), event<students>::of<act::terminate>(lead)), delivery::in_order);
  }
  EXPECT_LT(bytes_in_use - before, 16 * 1024U + 8 * sizeof(judge<students>));
}

}  // namespace monitor_test
