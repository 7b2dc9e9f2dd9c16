// SPDX-License-Identifier: MIT
// Snapshots: every state of a session comes back the same, and a forged one does not come back.
#include <balint/session/snapshot.hpp>
#include <bit>
#include <type_traits>

#include "tests/support.hpp"

using namespace balint;
using namespace balint::declare;
using namespace support;

namespace snapshot_test {

template <typename P>
class Snapshot : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Snapshot, protocols);

TYPED_TEST(Snapshot, IsPlainDataWithoutPadding) {
  using P = TypeParam;
  BALINT_CHECK(std::is_trivially_copyable_v<snapshot<P>>);
  BALINT_CHECK(std::has_unique_object_representations_v<snapshot<P>>);
}

template <typename P>
constexpr bool comes_back(const session<P>& s) {
  const auto again = session<P>::restore(s.people(), s.snapshot());
  if (!again || !(again->snapshot() == s.snapshot())) return false;
  for (const auto who : s.people().people()) {
    if (!(again->legal_acts(who) == s.legal_acts(who))) return false;
  }
  return again->acting_leader() == s.acting_leader() && again->may_act() == s.may_act();
}

TYPED_TEST(Snapshot, RestoresEveryStepOfASession) {
  using P = TypeParam;
  session<P> s(formed<P>().formed().value());
  EXPECT_TRUE(comes_back(s));
  for (const auto& e : trace<P>().whole()) {
    ASSERT_TRUE(s.apply(e));
    ASSERT_TRUE(comes_back(s)) << name_of<P>(e.act);
  }
}

TYPED_TEST(Snapshot, RestoresAtCompileTimeToo) {
  using P = TypeParam;
  BALINT_CHECK(comes_back(scene<P>().now()));
  BALINT_CHECK(comes_back(scene<P>().left().now()));
}

TYPED_TEST(Snapshot, RestoresEveryStateOneEventAwayFromASession) {
  using P = TypeParam;
  session<P> s(formed<P>().formed().value());
  for (const auto& next : trace<P>().whole()) {
    for (const auto who : s.people().people()) {
      s.each_legal_event(who, [&](const event<P>& e) {
        auto aside = s;
        ASSERT_TRUE(aside.apply(e));
        ASSERT_TRUE(comes_back(aside)) << name_of<P>(e.act);
        (void)aside.template record<act::refocus>(lead, instant{0});
        ASSERT_TRUE(comes_back(aside)) << name_of<P>(e.act);
      });
    }
    ASSERT_TRUE(s.apply(next));
  }
}

TYPED_TEST(Snapshot, RestoresAfterAnyLegalEventsInARow) {
  using P = TypeParam;
  std::uint32_t random = 12345;
  for (int game = 0; game < 40; ++game) {
    session<P> s(formed<P>().formed().value());
    for (int step = 0; step < 120 && !s.is_over(); ++step) {
      const auto people = s.people().size();
      random = random * 1664525U + 1013904223U;
      const person_id who{static_cast<std::uint8_t>((random >> 16U) % people)};
      std::size_t legal = 0;
      s.each_legal_event(who, [&](const event<P>&) { ++legal; });
      if (legal == 0) continue;
      random = random * 1664525U + 1013904223U;
      auto chosen = (random >> 16U) % legal;
      event<P> e{};
      s.each_legal_event(who, [&](const event<P>& each) {
        if (chosen-- == 0) e = each;
      });
      const auto name = name_of<P>(e.act);
      if (name == "terminate" || name == "withdraw") continue;
      ASSERT_TRUE(s.apply(e)) << name;
      ASSERT_TRUE(comes_back(s)) << name;
    }
  }
}

TYPED_TEST(Snapshot, SurvivesBytewiseStorage) {
  using P = TypeParam;
  constexpr auto stored = [] {
    const auto s = scene<P>().left();
    const auto bytes = std::bit_cast<std::array<std::byte, sizeof(snapshot<P>)>>(s->snapshot());
    return std::bit_cast<snapshot<P>>(bytes) == s->snapshot();
  };
  BALINT_CHECK(stored());
}

// ---- what does not come back ----------------------------------------------------------------------------------------

TYPED_TEST(Snapshot, OtherVersion) {
  using P = TypeParam;
  constexpr auto refused = [] {
    auto forged = scene<P>()->snapshot();
    forged.version = 1;
    return session<P>::restore(formed<P>().formed().value(), forged).error();
  };
  BALINT_CHECK(refused() == snapshot_error::other_version);
}

TYPED_TEST(Snapshot, OtherProtocol) {
  using P = TypeParam;
  constexpr auto refused = [] {
    auto forged = scene<P>()->snapshot();
    forged.fingerprint =
        detail::fingerprint<std::conditional_t<std::same_as<P, student_group>, staff_group, student_group>>;
    return session<P>::restore(formed<P>().formed().value(), forged).error();
  };
  BALINT_CHECK(refused() == snapshot_error::other_protocol);
}

TYPED_TEST(Snapshot, OtherGroup) {
  using P = TypeParam;
  constexpr auto refused = [] {
    auto larger = formed<P>().formed().value();
    detail::group_access::seat(larger, {static_cast<std::uint8_t>(larger.size())},
                               office_set<P>::template of<role::participant>().bits);
    return session<P>::restore(larger, scene<P>()->snapshot()).error();
  };
  BALINT_CHECK(refused() == snapshot_error::other_group);
}

TEST(Snapshot, TheFingerprintTellsProtocolsApart) {
  BALINT_CHECK(detail::fingerprint<student_group> != detail::fingerprint<staff_group>);
  BALINT_CHECK(detail::fingerprint<classical_group> != detail::fingerprint<case_consultation>);
}

// Two declarations of the same words may say something else, and then a state of one means something else in the other.
template <typename... Clauses>
struct of_one_stage : student_group {
  using order = sequence<in<stage::presentation, Clauses...>>;
};
template <typename One, typename Other>
constexpr bool are_told_apart() {
  return detail::fingerprint<of_one_stage<One>> != detail::fingerprint<of_one_stage<Other>>;
}
TEST(Snapshot, TheFingerprintTellsQuotasApart) {
  using freely = may<role::participant, act::ask>;
  using by_each = each<role::participant, act::ask>;
  using by_each_and_more = each_at_least_once<role::participant, act::ask>;
  BALINT_CHECK(are_told_apart<freely, by_each_and_more>());
  BALINT_CHECK(are_told_apart<by_each, by_each_and_more>());
  BALINT_CHECK(are_told_apart<freely, per_option<role::participant, act::ask>>());
  BALINT_CHECK(are_told_apart<freely, some<role::participant, act::ask>>());
  BALINT_CHECK(are_told_apart<some<role::participant, act::ask>, once<role::participant, act::ask>>());
  BALINT_CHECK(!are_told_apart<freely, may<role::participant, act::ask>>());
}
TEST(Snapshot, TheFingerprintTellsRolesApart) {
  using by_participants = may<role::participant, act::ask>;
  BALINT_CHECK(are_told_apart<by_participants, may<role::leader, act::ask>>());
  BALINT_CHECK(are_told_apart<by_participants, may<but<role::participant, role::presenter>, act::ask>>());
  BALINT_CHECK(are_told_apart<by_participants, may<unled<role::participant>, act::ask>>());
}
TEST(Snapshot, TheFingerprintTellsConditionsApart) {
  using freely = of_one_stage<may<role::participant, act::ask>, may<role::leader, act::answer>>;
  using waiting = of_one_stage<may<role::participant, act::ask>, may<role::leader, act::answer, after<act::ask>>>;
  using ending = of_one_stage<may<role::participant, act::ask>, may<role::leader, act::answer, until<act::ask>>>;
  using owing = of_one_stage<may<role::participant, act::ask>, once<role::leader, act::answer>>;
  using owing_later =
      of_one_stage<may<role::participant, act::ask>, once<role::leader, act::answer, owed_after<act::ask>>>;
  using upholding =
      of_one_stage<may<role::participant, act::ask>, once<role::leader, act::answer, upholds<rule::voluntary>>>;
  BALINT_CHECK(detail::fingerprint<freely> != detail::fingerprint<waiting>);
  BALINT_CHECK(detail::fingerprint<waiting> != detail::fingerprint<ending>);
  BALINT_CHECK(detail::fingerprint<owing> != detail::fingerprint<owing_later>);
  BALINT_CHECK(detail::fingerprint<owing> != detail::fingerprint<upholding>);
  BALINT_CHECK(are_told_apart<once<role::participant, act::ask>, once<role::participant, act::ask, passable>>());
}
struct led_by_nobody_else : student_group {
  using lead = led_by<role::leader>;
};
struct led_by_participants_too : student_group {
  using lead = led_by<role::leader, role::deputy, role::participant>;
};
TEST(Snapshot, TheFingerprintTellsApartWhoLeads) {
  BALINT_CHECK(detail::fingerprint<student_group> != detail::fingerprint<led_by_nobody_else>);
  BALINT_CHECK(detail::fingerprint<student_group> != detail::fingerprint<led_by_participants_too>);
}

TEST(Snapshot, ErrorsHaveNames) {
  BALINT_CHECK(name_of(snapshot_error::other_version) == "other_version" &&
               name_of(snapshot_error::other_protocol) == "other_protocol");
  BALINT_CHECK(name_of(snapshot_error::other_group) == "other_group" &&
               name_of(snapshot_error::impossible) == "impossible");
}

}  // namespace snapshot_test
