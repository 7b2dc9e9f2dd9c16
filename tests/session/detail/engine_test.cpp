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
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Engine, protocols);

template <typename P>
constexpr detail::engine<P> begun() {
  return detail::engine<P>(formed<P>().formed().value());
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
  BALINT_CHECK(begun<P>().why_not(detail::raw_event<P>({.by = nobody})) == code::unknown_person);
  BALINT_CHECK(begun<P>().why_not(detail::raw_event<P>({.by = anna, .act = {act_count<P>}})) == code::unknown_act);
  BALINT_CHECK(begun<P>().why_not(event<P>::template of<act::advance>(anna)) == code::wrong_role);
  BALINT_CHECK(begun<P>().why_not(event<P>::template of<act::refocus>(lead)) == detail::no_refusal);
}

TYPED_TEST(Engine, CommitsWhatItIsToldWhateverStandsAgainstIt) {
  using P = TypeParam;
  constexpr auto forced = [] {
    auto machine = begun<P>();
    machine.commit(event<P>::template of<act::advance>(anna));
    return machine.remembered().stage;
  };
  BALINT_CHECK(forced() == 1);
}

TYPED_TEST(Engine, RemembersTheTimeOfWhatItAcceptsAndOfNothingElse) {
  using P = TypeParam;
  constexpr auto times = [](bool accepted) {
    auto machine = begun<P>();
    const auto e = event<P>::template of<act::refocus>(lead, instant{7});
    accepted ? machine.accept(e) : machine.commit(e);
    return machine.remembered();
  };
  BALINT_CHECK(times(true).first_at == instant{7} && times(true).last_at == instant{7});
  BALINT_CHECK(times(false).first_at == unstated && times(false).last_at == before_all);
}

TYPED_TEST(Engine, RemembersTheLastTimeBeforeItEnteredTheStage) {
  using P = TypeParam;
  constexpr auto entered = [](instant at, instant of_the_move) {
    auto machine = begun<P>();
    machine.accept(event<P>::template of<act::refocus>(lead, at));
    machine.accept(event<P>::template of<act::advance>(lead, of_the_move));
    machine.accept(event<P>::template of<act::refocus>(lead, instant{20}));
    return machine.remembered().entered_at;
  };
  BALINT_CHECK(begun<P>().remembered().entered_at == before_all);
  BALINT_CHECK(entered(instant{7}, instant{9}) == instant{9});
  BALINT_CHECK(entered(instant{7}, unstated) == instant{7});
  BALINT_CHECK(entered(unstated, unstated) == before_all);
}

TEST(Engine, RemembersWhoPassedInEachStage) {
  constexpr auto entered = [] {
    auto machine = begun<student_group>();
    machine.accept(event<student_group>::of<act::pass>(anna));
    machine.accept(event<student_group>::of<act::present_case>(boris));
    const bool remembered = machine.remembered().passed[0] == 1 && machine.remembered().worked == 1;
    machine.enter(1);
    const auto& now = machine.remembered();
    return remembered && now.stage == 1 && now.passed[0] == 1 && now.passed[1] == 0 && now.worked == 1;
  };
  BALINT_CHECK(entered());
}

TYPED_TEST(Engine, EndsAndThenAcceptsNothing) {
  using P = TypeParam;
  constexpr auto over = [] {
    auto machine = begun<P>();
    machine.end(ending::closed);
    return machine.is_over() && machine.why_not(event<P>::template of<act::refocus>(lead)) == code::session_over;
  };
  BALINT_CHECK(over());
}

TYPED_TEST(Engine, ComesBackFromItsStateTheSame) {
  using P = TypeParam;
  constexpr auto same = [] {
    auto machine = begun<P>();
    machine.accept(event<P>::template of<act::drop>(boris));
    return machine == detail::engine<P>(machine.people(), machine.remembered()) && !(machine == begun<P>());
  };
  BALINT_CHECK(same());
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

TEST(Engine, CommitsOutOfTurnWithoutWorkingTheStage) {
  constexpr auto worked = [](bool in_turn) {
    auto machine = begun<student_group>();
    machine.enter(2);
    const auto e = event<student_group>::of<act::present_case>(anna);
    in_turn ? machine.commit(e) : machine.commit_out_of_turn(e);
    return machine.remembered().cases == 1 ? machine.remembered().worked : 99;
  };
  BALINT_CHECK(worked(true) == 1 && worked(false) == 0);
}

TEST(Engine, LooksAtAnActOutOfTurnAsIfItWereInItsStage) {
  constexpr auto check = []<typename Act>(person_id by, Act, auto... on) {
    return begun<student_group>().check_out_of_turn(event<student_group>::of<Act>(by, on...));
  };
  BALINT_CHECK(check(boris, act::propose{}) == detail::no_refusal);
  BALINT_CHECK(check(watcher, act::propose{}) == code::wrong_role);
  BALINT_CHECK(check(boris, act::ask{}) == code::too_early);
  BALINT_CHECK(check(boris, act::assess{}, option_id{1}) == code::unknown_target);
}

TEST(Engine, CandidatesForPresenterAreWhoeverMayBringACase) {
  BALINT_CHECK(detail::candidates<student_group> ==
               detail::table_of<student_group>.acts[act_id_of<act::present_case, student_group>.index].who);
  BALINT_CHECK(detail::candidates<case_consultation> != 0);
}

// A protocol of one's own may let people vote as often as they like; the last vote of each counts.
struct open_votes : student_group {
  using order =
      sequence<in<stage::presentation, may<role::participant, act::present_case>, may<role::participant, act::vote>>>;
};
constexpr unsigned last_vote_after(unsigned votes) {
  auto people = detail::group_access::of_nobody<open_votes>();
  detail::group_access::seat(people, {0}, office_set<open_votes>::of<role::participant>().bits);
  detail::group_access::seat(people, {1}, office_set<open_votes>::of<role::participant>().bits);
  detail::engine<open_votes> machine(people);
  machine.accept(event<open_votes>::of<act::present_case>(anna));
  machine.accept(event<open_votes>::of<act::present_case>(boris));
  for (unsigned i = 0; i < votes; ++i)
    machine.accept(event<open_votes>::of<act::vote>(anna, case_id{i % 2 == 0 ? anna : boris}));
  return machine.remembered().votes[0];
}
TEST(Engine, KeepsTheLastVoteOfEach) {
  BALINT_CHECK(last_vote_after(0) == 0 && last_vote_after(1) == 1 && last_vote_after(2) == 2);
  BALINT_CHECK(last_vote_after(255) == 1 && last_vote_after(300) == 2);
}

TEST(Engine, IsTriviallyCopyable) { BALINT_CHECK(std::is_trivially_copyable_v<detail::engine<student_group>>); }

}  // namespace engine_test
