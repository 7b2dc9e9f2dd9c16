// SPDX-License-Identifier: MIT
// The engine: checking and committing an event, and what a judge needs beside.
#include <balint/session/detail/engine.hpp>
#include <type_traits>

#include "tests/support.hpp"

using namespace balint;
using namespace balint::declare;
using namespace support;

namespace engine_test {

template <typename P>
class Engine : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Engine, protocols);

template <typename P>
constexpr detail::engine<P> begun() {
  return detail::engine<P>(formed<P>().group);
}

TYPED_TEST(Engine, BeginsInTheFirstStageWithEverybodyPresent) {
  using P = TypeParam;
  BALINT_CHECK(begun<P>().remembered().stage == 0);
  BALINT_CHECK(begun<P>().remembered().present == begun<P>().people().people().bits());
  BALINT_CHECK(!begun<P>().is_over());
  BALINT_CHECK(begun<P>().acting_leader() == lead);
}

TYPED_TEST(Engine, RefusalsAreTheFirstThatHolds) {
  using P = TypeParam;
  BALINT_CHECK(begun<P>().check({.by = nobody}) == code::unknown_person);
  BALINT_CHECK(begun<P>().check({.by = anna, .act = {act_count<P>}}) == code::unknown_act);
  BALINT_CHECK(begun<P>().check(event_of<P, act::advance>(anna)) == code::wrong_role);
  BALINT_CHECK(begun<P>().check(event_of<P, act::refocus>(lead)) == detail::no_refusal);
}

TYPED_TEST(Engine, CommitsWhatItIsToldWhateverStandsAgainstIt) {
  using P = TypeParam;
  constexpr auto forced = [] {
    auto machine = begun<P>();
    machine.commit(event_of<P, act::advance>(anna));
    return machine.remembered().stage;
  };
  BALINT_CHECK(forced() == 1);
}

TYPED_TEST(Engine, RemembersTheTimeOfWhatItAcceptsAndOfNothingElse) {
  using P = TypeParam;
  constexpr auto times = [](bool accepted) {
    auto machine = begun<P>();
    const auto e = event_of<P, act::refocus>(lead, instant{7});
    accepted ? machine.accept(e) : machine.commit(e);
    return machine.remembered();
  };
  BALINT_CHECK(times(true).first_at == instant{7} && times(true).last_at == instant{7});
  BALINT_CHECK(times(false).first_at == unstated && times(false).last_at == before_all);
}

TEST(Engine, EnteringAStageForgetsWhoPassedInTheOneBefore) {
  constexpr auto entered = [] {
    auto machine = begun<student_group>();
    machine.accept(event_of<student_group, act::pass>(anna));
    machine.accept(event_of<student_group, act::present_case>(boris));
    const bool remembered = machine.remembered().passed == 1 && machine.remembered().worked == 1;
    machine.enter(1);
    const auto& now = machine.remembered();
    return remembered && now.stage == 1 && now.passed == 0 && now.worked == 0 && now.ever_passed == 1;
  };
  BALINT_CHECK(entered());
}

TYPED_TEST(Engine, EndsAndThenAcceptsNothing) {
  using P = TypeParam;
  constexpr auto over = [] {
    auto machine = begun<P>();
    machine.end(ending::closed);
    return machine.is_over() && machine.check(event_of<P, act::refocus>(lead)) == code::session_over;
  };
  BALINT_CHECK(over());
}

TYPED_TEST(Engine, ComesBackFromItsStateTheSame) {
  using P = TypeParam;
  constexpr auto same = [] {
    auto machine = begun<P>();
    machine.accept(event_of<P, act::drop>(boris));
    return machine == detail::engine<P>(machine.people(), machine.remembered()) && !(machine == begun<P>());
  };
  BALINT_CHECK(same());
}

TEST(Engine, MakesSomebodyThePresenterWithoutASelection) {
  constexpr auto taken = [] {
    auto machine = begun<student_group>();
    machine.enter(2);
    machine.present(boris);
    return machine.check(event_of<student_group, act::tell_story>(boris)) == detail::no_refusal &&
           machine.check(event_of<student_group, act::tell_story>(anna)) == code::wrong_role;
  };
  BALINT_CHECK(taken());
}

TEST(Engine, ListsTheTargetsAnActCouldBeTriedOn) {
  constexpr auto targets = []<typename Act>(const session<student_group>& now, Act) {
    std::size_t n = 0;
    const detail::engine<student_group> machine(now.people(), now.snapshot().state);
    machine.each_target(act_id_of<Act, student_group>.index, boris, [&n](std::uint16_t) {
      ++n;
      return true;
    });
    return n;
  };
  BALINT_CHECK(targets(entering<student_group, stage::selection>().now(), act::vote{}) == 3);
  BALINT_CHECK(targets(entering<student_group, stage::assessment>().now(), act::assess{}) == 2);
  BALINT_CHECK(targets(scene<student_group>().now(), act::flag{}) == 18);
  BALINT_CHECK(targets(scene<student_group>().now(), act::hand_over{}) == 1);
  BALINT_CHECK(targets(scene<student_group>().now(), act::drop{}) == 1);
}

TEST(Engine, CandidatesForPresenterAreWhoeverMayBringACase) {
  BALINT_CHECK(detail::candidates<student_group> ==
               detail::table_of<student_group>.acts[act_id_of<act::present_case, student_group>.index].who);
  BALINT_CHECK(detail::candidates<case_consultation> != 0);
}

// A protocol of one's own may let people vote as often as they like; no number of votes turns into few.
struct open_votes : student_group {
  using order =
      sequence<in<stage::presentation, may<role::participant, act::present_case>, may<role::participant, act::vote>>>;
};
constexpr unsigned supporters_after(unsigned votes) {
  group<open_votes> people;
  people.seat({0}, office_set<open_votes>::of<role::participant>().bits);
  detail::engine<open_votes> machine(people);
  machine.accept(event_of<open_votes, act::present_case>(anna));
  for (unsigned i = 0; i < votes; ++i) machine.accept(event_of<open_votes, act::vote>(anna, case_id{anna}));
  return machine.remembered().support[0];
}
TEST(Engine, CountsVotesUpTo255AndNoFurther) {
  BALINT_CHECK(supporters_after(0) == 0 && supporters_after(254) == 254);
  BALINT_CHECK(supporters_after(255) == 255 && supporters_after(256) == 255 && supporters_after(300) == 255);
}

TEST(Engine, IsTriviallyCopyable) { BALINT_CHECK(std::is_trivially_copyable_v<detail::engine<student_group>>); }

}  // namespace engine_test
