// SPDX-License-Identifier: MIT
// The protocols, explored: two and three participants, whoever leads, a stand-in, a supervisor where one is owed.
#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "tests/exploration/duties.hpp"
#include "tests/exploration/explore.hpp"

using namespace balint;
using namespace exploration;

namespace protocols_test {

/// That many participants, whoever leads (one of them or somebody else), a stand-in, perhaps a supervisor.
template <typename P>
group<P> people(std::uint8_t participants, bool stand_in = true) {
  constexpr bool is_consultation = std::same_as<P, case_consultation>;
  constexpr bool takes_part = is_consultation || std::same_as<P, staff_group> || std::same_as<P, led_staff_group>;
  auto all = detail::group_access::of_nobody<P>();
  const auto seat = [&all](std::uint8_t at, std::string_view office) {
    office_set<P> offices;
    if (offices.insert(office)) detail::group_access::seat(all, {at}, offices.bits);
  };
  for (std::uint8_t i = 0; i < participants; ++i) seat(i, "participant");
  auto next = participants;
  seat(takes_part ? static_cast<std::uint8_t>(participants - 1) : next++, P::lead::office::name);
  if (stand_in && !is_consultation) seat(next++, std::same_as<P, classical_group> ? "co_leader" : "deputy");
  if (std::same_as<P, staff_group>) seat(next, "supervisor");
  return all;
}

template <typename P>
report explored(std::uint8_t participants, const bounds& within, std::string_view how) {
  const auto found = explore(session<P>(people<P>(participants)), within, duties<P>{});
  std::cout << P::name << ", " << int{participants} << " participants, " << how << ": " << found << '\n';
  EXPECT_TRUE(found.is_lawful()) << found;
  EXPECT_GT(found.closed, 0U);
  return found;
}

TEST(StudentGroup, IsLawfulInEveryStateOfTwo) {
  const auto found = explored<student_group>(2, {}, "all");
  EXPECT_GT(found.leaderless, 0U);
  EXPECT_GT(found.unled, 0U);
  EXPECT_GT(found.without_an_end, 0U);  // where everybody withdrew
  EXPECT_LT(found.without_an_end, found.unled);
}
TEST(StudentGroup, IsLawfulInEveryStateOfThreeWhoStay) {
  const auto found = explored<student_group>(3, {.away = 0, .gone = 0}, "all present");
  EXPECT_EQ(found.leaderless + found.unled + found.without_an_end, 0U);
}
TEST(StudentGroup, IsLawfulInEveryStateOfThreeWhenOneIsAway) {
  explored<student_group>(3, {.away = 1, .gone = 0, .flags = false, .passes = false},
                          "one away, no flags, nobody passes");
}
TEST(StudentGroup, IsLawfulInEveryStateOfThreeWhenOneWithdraws) {
  explored<student_group>(3, {.away = 0, .gone = 1, .flags = false, .passes = false},
                          "one withdraws, no flags, nobody passes");
}
TEST(StaffGroup, IsLawfulInEveryStateOfTwo) { explored<staff_group>(2, {}, "all"); }
TEST(StaffGroup, IsLawfulInEveryStateOfThreeWhoStay) {
  explored<staff_group>(3, {.away = 0, .gone = 0}, "all present");
}
TEST(StaffGroup, IsLawfulInEveryStateOfThreeWhenOneIsAway) {
  explored<staff_group>(3, {.away = 1, .gone = 0, .flags = false, .passes = false},
                        "one away, no flags, nobody passes");
}
TEST(LedStaffGroup, IsLawfulInEveryStateOfTwo) { explored<led_staff_group>(2, {}, "all"); }
TEST(LedStaffGroup, IsLawfulInEveryStateOfThreeWhoStay) {
  explored<led_staff_group>(3, {.away = 0, .gone = 0}, "all present");
}
TEST(ClassicalGroup, IsLawfulInEveryStateOfTwo) { explored<classical_group>(2, {}, "all"); }
TEST(ClassicalGroup, IsLawfulInEveryStateOfThree) { explored<classical_group>(3, {}, "all"); }
TEST(CaseConsultation, IsLawfulInEveryStateOfThree) { explored<case_consultation>(3, {}, "all"); }
TEST(CaseConsultation, IsLawfulInEveryStateOfFourWhenOneIsAwayAndOneWithdraws) {
  explored<case_consultation>(4, {.away = 1, .gone = 1, .flags = false}, "one away, one withdraws, no flags");
}

/// The states of a small group as far as they decide, visited by telling states apart in one of the two ways.
template <typename P, typename Distinct>
std::set<std::string> visited(const bounds& within) {
  std::set<std::string> keys;
  const session<P> first(people<P>(2, false));
  const auto found = explore<Distinct>(first, within, duties<P>{}, [&](const session<P>& now) {
    keys.insert(key_of(what_decides::of(now.snapshot().state)));
  });
  std::cout << P::name << ", 2 participants, no stand-in, by "
            << (std::same_as<Distinct, whole> ? "all" : "what decides") << ": " << found << '\n';
  EXPECT_TRUE(found.is_lawful()) << found;
  return keys;
}
/// Whether nothing is lost by telling states apart only by what decides.
template <typename P>
bool nothing_is_lost(const bounds& within) {
  return visited<P, whole>(within) == visited<P, what_decides>(within);
}
TEST(WhatDecides, IsEnoughToTellStatesOfAStudentGroupApart) {
  EXPECT_TRUE(nothing_is_lost<student_group>({.options = 1, .away = 0, .gone = 0, .flags = false, .passes = false}));
}
TEST(WhatDecides, IsEnoughToTellStatesOfAStaffGroupApart) {
  EXPECT_TRUE(nothing_is_lost<staff_group>({.options = 1, .away = 0, .gone = 0, .flags = false}));
}
TEST(WhatDecides, IsEnoughToTellStatesOfAClassicalGroupApart) {
  EXPECT_TRUE(nothing_is_lost<classical_group>({.away = 0, .gone = 1, .flags = false}));
}
TEST(WhatDecides, IsEnoughToTellStatesOfACaseConsultationApart) {
  EXPECT_TRUE(nothing_is_lost<case_consultation>({.away = 1, .gone = 0, .flags = false}));
}

}  // namespace protocols_test
