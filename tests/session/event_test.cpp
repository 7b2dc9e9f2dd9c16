// SPDX-License-Identifier: MIT
// Making an event from words, at compile time and at run time, and reading it.
#include <balint/session/event.hpp>

#include <array>
#include <type_traits>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace event_test {

using students = student_group;
using recorded = event<students>;

static_assert(sizeof(recorded) == 16 && std::is_trivially_copyable_v<recorded>);
TEST(Event, TakesSixteenBytesThatCanBeCopiedAsTheyAre) {
  EXPECT_EQ(sizeof(recorded), 16U);
  EXPECT_TRUE(std::is_trivially_copyable_v<recorded>);
}

// ---- what nobody made -----------------------------------------------------------------------------------------------

template <typename Event>
concept has_bare_target = requires(Event e) { e.target = 0; };
template <typename Event>
concept is_made_of_numbers = requires { Event{instant{}, person_id{}, act_id<students>{}, 0}; };
static_assert(!has_bare_target<recorded> && !is_made_of_numbers<recorded>);
TEST(Event, HasNoBareNumber) { EXPECT_FALSE(has_bare_target<recorded> || is_made_of_numbers<recorded>); }

TEST(Event, OfNothingIsRefusedByEverySession) {
  BALINT_CHECK(recorded{}.at == unstated && recorded{}.by == nobody && recorded{}.target() == target());
  BALINT_CHECK(scene<students>().refuses(code::unknown_person, recorded{}));
}

// Whoever fills in the act alone has not voted for the first person.
TEST(Event, HasNoTargetByDefault) {
  constexpr auto by_hand = [] {
    recorded e;
    e.by = anna;
    e.act = act_id_of<act::vote, students>;
    return e;
  };
  BALINT_CHECK(by_hand().target().is_unknown() && by_hand().target_as<case_id>() == case_id{nobody});
  BALINT_CHECK(entering<students, stage::selection>().refuses(code::unknown_target, by_hand()));
}

constexpr bool events_differ_in_every_part() {
  const auto one = recorded::of<act::vote>(anna, case_id{boris}, instant{5});
  return one == recorded::of<act::vote>(anna, case_id{boris}, instant{5}) &&
         one != recorded::of<act::vote>(anna, case_id{boris}, instant{6}) &&
         one != recorded::of<act::vote>(clara, case_id{boris}, instant{5}) &&
         one != recorded::of<act::select_case>(anna, case_id{boris}, instant{5}) &&
         one != recorded::of<act::vote>(anna, case_id{clara}, instant{5});
}
static_assert(events_differ_in_every_part());
TEST(Event, DiffersFromAnotherInEveryPart) { EXPECT_TRUE(events_differ_in_every_part()); }

// ---- of an act that the compiler knows ------------------------------------------------------------------------------

TEST(EventOf, AnActWithoutTarget) {
  constexpr auto e = recorded::of<act::present_case>(boris);
  BALINT_CHECK(e.by == boris && e.act == act_id_of<act::present_case, students> && e.at == unstated);
  BALINT_CHECK(e.target() == target() && e.target().kind() == target_kind::none);
}

TEST(EventOf, AnActOnACase) {
  constexpr auto e = recorded::of<act::vote>(anna, case_id{clara});
  BALINT_CHECK(e.target_as<case_id>() == case_id{clara} && e.target() == target(case_id{clara}));
}

TEST(EventOf, AnActOnAnOption) {
  constexpr auto e = recorded::of<act::assess>(anna, option_id{256});
  BALINT_CHECK(e.target_as<option_id>() == option_id{256} && e.target() == target(option_id{256}));
}

TEST(EventOf, AnActOnARule) {
  constexpr auto memory = rule_of<students, rule::from_memory>;
  constexpr auto e = recorded::of<act::flag>(watcher, memory);
  BALINT_CHECK(e.target_as<rule_id>() == memory && e.target() == target(memory));
}

TEST(EventOf, AnActOnAPerson) {
  constexpr auto e = recorded::of<act::hand_over>(lead, deputy);
  BALINT_CHECK(e.target_as<person_id>() == deputy && e.target() == target(deputy));
}

TEST(EventOf, NobodyIsAnUnknownTarget) {
  BALINT_CHECK(recorded::of<act::hand_over>(lead, nobody).target() == target::unknown(target_kind::person));
  BALINT_CHECK(recorded::of<act::vote>(anna, case_id{nobody}).target() == target::unknown(target_kind::case_of));
  BALINT_CHECK(recorded::of<act::vote>(anna, case_id{nobody}).target_as<case_id>() == case_id{nobody});
}

TEST(EventOf, TheTimeComesLast) {
  BALINT_CHECK(recorded::of<act::ask>(anna, instant{7}).at == instant{7});
  BALINT_CHECK(recorded::of<act::vote>(anna, case_id{boris}, instant{7}).at == instant{7});
  BALINT_CHECK(recorded::of<act::vote>(anna, case_id{boris}, instant{7}).target_as<case_id>() == case_id{boris});
}

TEST(Takes, ItsOwnTargetAndATimeBehindIt) {
  BALINT_CHECK(takes<act::vote, case_id>);
  BALINT_CHECK(takes<act::vote, case_id, instant>);
  BALINT_CHECK(takes<act::ask>);
  BALINT_CHECK(takes<act::ask, instant>);
}

TEST(Takes, NoOtherTargetAndNoOtherOrder_RUL2) {
  BALINT_CHECK(!takes<act::vote>);
  BALINT_CHECK(!takes<act::vote, instant>);
  BALINT_CHECK(!takes<act::vote, instant, case_id>);
  BALINT_CHECK(!takes<act::assess, person_id>);
  BALINT_CHECK(!takes<act::forecast, case_id>);
  BALINT_CHECK(!takes<act::ask, person_id>);
  BALINT_CHECK(!takes<act::hand_over, case_id>);
  BALINT_CHECK(!takes<act::ask, instant, instant>);
}

// ---- of an act that is known at run time ----------------------------------------------------------------------------

constexpr act_id<students> voting = act_id_of<act::vote, students>, asking = act_id_of<act::ask, students>;

template <typename Act, typename... On>
constexpr bool is_the_same(On... on) {
  return recorded::of(act_id_of<Act, students>, anna, on...) == recorded::of<Act>(anna, on...);
}
TEST(EventOfAnId, IsThatOfTheWord) {
  BALINT_CHECK(is_the_same<act::ask>());
  BALINT_CHECK(is_the_same<act::vote>(case_id{boris}) && is_the_same<act::vote>(case_id{boris}, instant{7}));
  BALINT_CHECK(is_the_same<act::assess>(option_id{256}) && is_the_same<act::hand_over>(deputy));
  BALINT_CHECK(is_the_same<act::flag>(rule_of<students, rule::from_memory>));
  BALINT_CHECK(recorded::of(asking, anna, {}, instant{7}) == recorded::of<act::ask>(anna, instant{7}));
}

TEST(EventOfAnId, RefusesATargetThatIsNotTheActs) {
  BALINT_CHECK(recorded::of(voting, anna).error() == target_error::missing);
  BALINT_CHECK(recorded::of(asking, anna, case_id{boris}).error() == target_error::superfluous);
  BALINT_CHECK(recorded::of(voting, anna, boris).error() == target_error::wrong_kind);
  BALINT_CHECK(recorded::of(voting, anna, option_id{1}).error() == target_error::wrong_kind);
  BALINT_CHECK(recorded::of(asking, anna, target::unknown(target_kind::rule)).error() == target_error::superfluous);
}

// A judge has to judge what a trace names, though no session has it.
TEST(EventOfAnId, TakesAnUnknownTarget) {
  constexpr auto vote = recorded::of(voting, anna, target::unknown(target_kind::case_of)).value();
  BALINT_CHECK(vote.target().is_unknown() && vote == recorded::of<act::vote>(anna, case_id{nobody}));
  BALINT_CHECK(entering<students, stage::selection>().refuses(code::unknown_target, vote));
  for (const auto kind : {target_kind::option, target_kind::rule, target_kind::person}) {
    for (std::uint16_t i = 0; i < act_count<students>; ++i) {
      if (target_of<students>({i}) != kind) continue;
      const auto e = recorded::of({i}, anna, target::unknown(kind));
      ASSERT_TRUE(e);
      EXPECT_TRUE(e->target().is_unknown());
    }
  }
}

TEST(EventOfAnId, OfAnActThatTheProtocolDoesNotKnowTakesAnything) {
  constexpr act_id<students> unknown{act_count<students>};
  BALINT_CHECK(recorded::of(unknown, anna)->act == unknown && recorded::of(unknown, anna, case_id{boris})->by == anna);
  BALINT_CHECK(recorded::of(unknown, anna, case_id{boris})->target() == target());
}

// ---- every event that a session names can be made again from its parts ----------------------------------------------

template <typename P>
class AnEvent : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(AnEvent, protocols);

TYPED_TEST(AnEvent, IsMadeAgainOfItsParts) {
  for (const auto& e : trace<TypeParam>().whole())
    EXPECT_TRUE(event<TypeParam>::of(e.act, e.by, e.target(), e.at) == e) << name_of<TypeParam>(e.act);
}

}  // namespace event_test
