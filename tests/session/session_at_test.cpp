// SPDX-License-Identifier: MIT
// The typed session: the stage is part of its type, leaving one consumes it, a refusal gives it back.
#include <balint/session/session_at.hpp>
#include <memory>
#include <type_traits>
#include <utility>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace session_at_test {

using students = student_group;
template <typename Stage>
using at = session_at<students, Stage>;

constexpr seat<role::leader> leads{lead};
constexpr seat<role::participant> annas{anna}, boriss{boris}, claras{clara};
constexpr seat<role::presenter> presents{anna};
constexpr seat<role::supervisor> watches{watcher};

constexpr at<stage::presentation> begun() { return at<stage::presentation>(formed<students>().formed().value()); }

TEST(SessionAt, RunsWholeAtCompileTime_STG8) {
  constexpr auto whole = [] {
    auto first = begun();
    bool fine = first.record<act::present_case>(annas) && first.record<act::present_case>(boriss) &&
                first.record<act::present_case>(claras);
    auto second = std::move(first).advance_to<stage::selection>(leads);
    fine = fine && second && second->record<act::vote>(annas, case_id{boris}) &&
           second->record<act::vote>(boriss, case_id{anna}) && second->record<act::vote>(claras, case_id{anna}) &&
           second->record<act::select_case>(leads, case_id{anna}) && second->record<act::accept_case>(presents);
    auto third = std::move(*second).advance_to<stage::story>(leads);
    fine = fine && third && third->record<act::tell_story>(presents) && third->record<act::ask>(boriss) &&
           third->record<act::answer>(presents);
    auto fourth = std::move(*third).advance_to<stage::proposals>(leads);
    fine = fine && fourth && fourth->record<act::propose>(boriss) == option_id{1} &&
           fourth->record<act::propose>(claras) == option_id{2};
    auto fifth = std::move(*fourth).advance_to<stage::assessment>(leads);
    for (const auto option : {option_id{1}, option_id{2}}) {
      fine = fine && fifth->record<act::assess>(boriss, option) && fifth->record<act::forecast>(claras, option);
    }
    auto sixth = std::move(*fifth).advance_to<stage::self_assessment>(leads);
    fine = fine && sixth && sixth->record<act::self_assess>(presents);
    const auto ended = std::move(*sixth).close(leads);
    return fine && ended && ended->end() == ending::closed && ended->at_run_time().is_over();
  };
  BALINT_CHECK(whole());
}

TEST(SessionAt, RecordsAtATime) {
  constexpr auto timed = [] {
    auto s = begun();
    const bool fine = s.record<act::present_case>(annas, instant{9}).has_value();
    return fine && s.record<act::present_case>(boriss, instant{8}).error().code == code::time_reversed;
  };
  BALINT_CHECK(timed());
}

TEST(SessionAt, WhoeverDoesNotHoldTheSeatIsRefused_RUL5) {
  constexpr auto refused = [] {
    auto s = begun();
    return s.record<act::present_case>(seat<role::participant>{watcher}).error().code == code::wrong_role;
  };
  BALINT_CHECK(refused());
}

TEST(SessionAt, RecordsTheActsThroughout) {
  constexpr auto recorded = [] {
    auto s = begun();
    return s.record<act::note>(watches) && s.record<act::pass>(annas) &&
           s.record<act::drop>(seat<role::anyone>{boris}) &&
           s.record<act::flag>(watches, rule_of<students, rule::respect>) &&
           s.record<act::remind>(leads, rule_of<students, rule::respect>);
  };
  BALINT_CHECK(recorded());
}

TEST(SessionAt, AdvanceRefusedGivesTheSessionBackAndNothingIsLost_STG8) {
  constexpr auto given_back = [] {
    auto s = begun();
    (void)s.record<act::present_case>(annas);
    const auto before = s.at_run_time().snapshot();
    auto left = std::move(s).advance_to<stage::selection>(leads);
    if (left || left.error().why.code != code::stage_incomplete || !left.error().why.owed.by.contains(boris))
      return false;
    auto back = std::move(left.error()).resume();
    static_assert(std::same_as<decltype(back), at<stage::presentation>>);
    if (!(back.at_run_time().snapshot() == before)) return false;
    if (!back.record<act::present_case>(boriss) || !back.record<act::present_case>(claras)) return false;
    return std::move(back).advance_to<stage::selection>(leads).has_value();
  };
  BALINT_CHECK(given_back());
}

TEST(SessionAt, AdvanceIsRefusedToWhoDoesNotLead_RUL5) {
  constexpr auto refused = [] {
    return begun().advance_to<stage::selection>(seat<role::leader>{anna}).error().why.code == code::wrong_role;
  };
  BALINT_CHECK(refused());
}

TEST(SessionAt, CloseRefusedGivesTheSessionBack_STG6) {
  constexpr auto given_back = [] {
    auto s = at<stage::self_assessment>::from(entering<students, stage::self_assessment>().now());
    auto ended = std::move(*s).close(leads);
    if (ended || ended.error().why.code != code::stage_incomplete) return false;
    auto back = std::move(ended.error()).resume();
    return back.record<act::self_assess>(presents) && std::move(back).close(leads).has_value();
  };
  BALINT_CHECK(given_back());
}

TEST(SessionAt, TerminateEndsItFromEveryStage_RUL4) {
  constexpr auto ended_from = []<typename Stage>(Stage) {
    auto s = session_at<students, Stage>::from(entering<students, Stage>().now());
    return std::move(*s).terminate(leads)->end() == ending::terminated;
  };
  BALINT_CHECK(ended_from(stage::presentation{}));
  BALINT_CHECK(ended_from(stage::selection{}));
  BALINT_CHECK(ended_from(stage::story{}));
  BALINT_CHECK(ended_from(stage::proposals{}));
  BALINT_CHECK(ended_from(stage::assessment{}));
  BALINT_CHECK(ended_from(stage::self_assessment{}));
}

TEST(SessionAt, TerminateRefusedGivesTheSessionBack_RUL4) {
  constexpr auto given_back = [] {
    auto ended = begun().terminate(seat<role::leader>{deputy});
    return !ended && ended.error().why.code == code::wrong_role &&
           ended.error().session.record<act::present_case>(annas).has_value();
  };
  BALINT_CHECK(given_back());
}

TEST(SessionAt, LeavesAtATime_REM1) {
  constexpr auto timed = [] {
    auto s = at<stage::presentation>::from(
        fulfilled<students, stage::presentation>().did(watcher, act::note{}, instant{9}).now());
    auto early = std::move(*s).advance_to<stage::selection>(leads, instant{8});
    if (early || early.error().why.code != code::time_reversed) return false;
    const auto next = std::move(early.error().session).advance_to<stage::selection>(leads, instant{10});
    return next && next->at_run_time().snapshot().state.last_at == instant{10};
  };
  BALINT_CHECK(timed());
}

TEST(SessionAt, FromARunTimeSessionInThatStage) {
  constexpr auto running = [] { return entering<students, stage::story>().now(); };
  BALINT_CHECK(at<stage::story>::from(running()).has_value());
  BALINT_CHECK(at<stage::story>::from(running())->at_run_time().snapshot() == running().snapshot());
  BALINT_CHECK(at<stage::proposals>::from(running()).error() == stage_id_of<stage::story, students>);
}

TEST(SessionAt, NotFromASessionThatIsOver) {
  constexpr auto over = [] { return entering<students, stage::story>().did(lead, act::terminate{}).now(); };
  BALINT_CHECK(!at<stage::story>::from(over()).has_value());
}

TEST(SessionAt, AtRunTimeGoesOnWithoutTypes) {
  constexpr auto goes_on = [] {
    const auto s = begun();
    auto untyped = s.at_run_time();
    return untyped.record<act::present_case>(anna).has_value() && s.at_run_time().cases().empty();
  };
  BALINT_CHECK(goes_on());
}

TEST(SessionAt, IsMovedAndNeverCopied) {
  BALINT_CHECK(!std::is_copy_constructible_v<at<stage::story>> && !std::is_copy_assignable_v<at<stage::story>>);
  BALINT_CHECK(std::is_nothrow_move_constructible_v<at<stage::story>> &&
               std::is_nothrow_move_assignable_v<at<stage::story>>);
}

TEST(SessionAt, ADeputyWhoActsLeadsOn_RUL5) {
  constexpr auto led = [] {
    auto s = at<stage::presentation>::from(fulfilled<students, stage::presentation>().did(lead, act::drop{}).now());
    return std::move(*s).advance_to<stage::selection>(seat<role::leader>{deputy}).has_value();
  };
  BALINT_CHECK(led());
}

struct stage_counter {
  int stages = 0;
  bool has_ended = false;
  constexpr void on_stage_entered(stage_id<students>) { ++stages; }
  constexpr void on_ended(ending) { has_ended = true; }
};

TEST(SessionAt, CarriesItsObserverOn) {
  constexpr auto observed = [] {
    session_at<students, stage::presentation, stage_counter> s(formed<students>().formed().value());
    for (const auto who : {annas, boriss, claras}) {
      if (!s.record<act::present_case>(who)) return false;
    }
    auto next = std::move(s).advance_to<stage::selection>(leads);
    const auto ended = std::move(*next).terminate(leads);
    return ended->at_run_time().observer().stages == 1 && ended->at_run_time().observer().has_ended;
  };
  BALINT_CHECK(observed());
}

TEST(SessionAt, HoldsForTheOtherProtocols) {
  constexpr auto consultation = [] {
    session_at<case_consultation, stage::casting> s(formed<case_consultation>().formed().value());
    const seat<role::moderator> moderates{lead};
    if (!s.record<act::take_case>(seat<role::participant>{anna})) return false;
    auto account = std::move(s).advance_to<stage::account>(moderates);
    return account && account->record<act::tell_story>(seat<role::case_giver>{anna}) &&
           account->record<act::tell_story>(seat<role::case_giver>{boris}).error().code == code::wrong_role;
  };
  constexpr auto classical = [] {
    session_at<classical_group, stage::convening> s(formed<classical_group>().formed().value());
    return s.record<act::restate_rules>(seat<role::leader>{lead}) &&
           std::move(s).advance_to<stage::call_for_case>(seat<role::leader>{lead}).has_value();
  };
  BALINT_CHECK(consultation());
  BALINT_CHECK(classical());
}

// What anyone may do asks for no role.
TEST(SessionAt, AnyoneFlagsFromAnySeat_RUL6) {
  constexpr auto flags = [] {
    auto s = begun();
    return s.record<act::flag>(annas, rule_of<students, rule::respect>).has_value() &&
           s.record<act::flag>(seat<role::anyone>{deputy}, rule_of<students, rule::respect>).has_value();
  };
  BALINT_CHECK(flags());
}

TEST(SessionAt, CutShortGoesOnAlthoughTurnsAreOpen_RUL4) {
  constexpr auto cut = [] {
    auto s = begun();
    (void)s.record<act::present_case>(annas);
    auto next = std::move(s).cut_short_to<stage::selection>(leads);
    static_assert(std::same_as<std::remove_cvref_t<decltype(*next)>, at<stage::selection>>);
    return next && next->at_run_time().is_in<stage::selection>() && next->at_run_time().snapshot().state.cut == 1;
  };
  BALINT_CHECK(cut());
}

TEST(SessionAt, CutShortRefusedGivesTheSessionBack_STG8) {
  constexpr auto given_back = [] {
    auto left = begun().cut_short_to<stage::selection>(leads);
    if (left || left.error().why.code != code::stage_incomplete) return false;
    auto back = std::move(left.error()).resume();
    return back.record<act::present_case>(annas) && std::move(back).cut_short_to<stage::selection>(leads).has_value();
  };
  BALINT_CHECK(given_back());
}

// Using one again is what clang warns of.
#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wconsumed"
#endif
TEST(SessionAt, ASessionThatWasMovedFromIsOver) {
  constexpr auto spent = [] {
    auto s = entering<students, stage::story>().now();
    auto first = at<stage::story>::from(s).value();
    auto second = std::move(first);
    auto third = at<stage::story>::from(s).value();
    third = std::move(second);
    const auto left = std::move(third).terminate(leads);
    const auto is_spent = [](const at<stage::story>& one) {
      return one.at_run_time().can<act::refocus>(lead).error().code == code::session_over;
    };
    return left && is_spent(first) && is_spent(second) && is_spent(third);
  };
  BALINT_CHECK(spent());
}

// A session that was left, also where leaving was refused and it was given back: every member answers so.
TEST(SessionAt, ASessionThatWasHandedBackIsSpent) {
  constexpr auto spent = [] {
    auto s = entering<students, stage::story>().now();
    auto old = at<stage::story>::from(s).value();
    auto refusal = std::move(old).advance_to<stage::proposals>(leads);
    if (refusal || refusal.error().why.code != code::stage_incomplete || !old.is_spent()) return false;
    if (refusal.error().session.is_spent()) return false;
    const auto says_over = [](const auto& answer) { return !answer && answer.error().code == code::session_over; };
    const auto moves_over = [](const auto& answer) {
      return !answer && answer.error().why.code == code::session_over && answer.error().session.is_spent();
    };
    return says_over(old.record<act::tell_story>(presents)) && says_over(old.record<act::refocus>(leads)) &&
           says_over(old.record<act::flag>(annas, rule_of<students, rule::respect>)) &&
           moves_over(std::move(old).advance_to<stage::proposals>(leads)) &&
           moves_over(std::move(old).cut_short_to<stage::proposals>(leads)) &&
           moves_over(std::move(old).terminate(leads)) && old.at_run_time().is_over() &&
           !at<stage::story>::from(old.at_run_time()) &&
           std::move(refusal).error().resume().record<act::tell_story>(presents);
  };
  BALINT_CHECK(spent());
}
TEST(SessionAt, MovingASpentSessionMakesNothingOfIt) {
  constexpr auto spent = [] {
    auto s = entering<students, stage::story>().now();
    auto first = at<stage::story>::from(s).value();
    auto second = std::move(first);
    auto third = std::move(first);
    third = std::move(first);
    if (!first.is_spent() || !third.is_spent() || second.is_spent()) return false;
    first = std::move(second);
    return !first.is_spent() && second.is_spent() && first.record<act::tell_story>(presents).has_value();
  };
  BALINT_CHECK(spent());
}
// What a session that was moved from has left of its observer is not called.
TEST(SessionAt, ASpentSessionTellsNobody) {
  struct critic {
    std::unique_ptr<int> heard = std::make_unique<int>(0);
    void on_refused(const refusal<students>&) { ++*heard; }
  };
  session_at<students, stage::presentation, critic> s(formed<students>().formed().value(), critic{});
  EXPECT_FALSE(s.record<act::pass>(seat<role::participant>{lead}));
  auto refusal = std::move(s).advance_to<stage::selection>(leads);
  ASSERT_FALSE(refusal);
  EXPECT_EQ(s.record<act::present_case>(annas).error().code, code::session_over);
  EXPECT_EQ(std::move(s).terminate(leads).error().why.code, code::session_over);
  EXPECT_EQ(*refusal.error().session.at_run_time().observer().heard, 2);
}

#if defined(__clang__)
#pragma clang diagnostic pop
#endif

// @source RUL-4: the clock is no reason to go on.
TEST(SessionAt, TerminateIsNeverRefusedForItsTime_RUL4) {
  constexpr auto ends = [] {
    auto s = begun();
    if (!s.record<act::present_case>(annas, instant{5'000})) return false;
    const auto ended = std::move(s).terminate(leads, instant{1'000});
    return ended && ended->end() == ending::terminated;
  };
  BALINT_CHECK(ends());
}

TEST(SessionAt, AParticipantEndsItWhileNobodyLeads_RUL4) {
  constexpr auto ended = [] {
    auto s = at<stage::story>::from(
        entering<students, stage::story>().did(lead, act::drop{}).did(deputy, act::drop{}).now());
    return std::move(*s).terminate(boriss)->end() == ending::terminated;
  };
  BALINT_CHECK(ended());
}

// A seat says in which role somebody acts, so it is held against the session even where another role would allow the
// act.
TEST(SessionAt, WrongRole_ForASeatThatIsNotHeld) {
  constexpr auto refuses = [] {
    auto s = at<stage::selection>::from(entering<students, stage::selection>().now());
    const auto voted = s->record<act::vote>(seat<role::participant>{lead}, case_id{anna});
    return !voted && voted.error().code == code::wrong_role &&
           s->record<act::vote>(seat<role::leader>{lead}, case_id{anna}).has_value();
  };
  BALINT_CHECK(refuses());
}

}  // namespace session_at_test
