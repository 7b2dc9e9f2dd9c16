// SPDX-License-Identifier: MIT
// The run-time session: what it answers, and what one can ask it.
#include <balint/session/session.hpp>
#include <type_traits>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace session_test {

template <typename P>
class Session : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Session, protocols);

/// Whether something holds on entering each stage and again when all is done that it owes.
template <typename P, typename F>
constexpr bool throughout_a_session(F holds) {
  scene<P> s;
  for (std::size_t i = 0; i < P::order::size; ++i) {
    if (!holds(s.now())) return false;
    if (!holds(s.fulfilled().now())) return false;
    if (i + 1 < P::order::size) s.did(lead, act::advance{});
  }
  return s.is_sound() && holds(s.did(lead, act::close{}).now());
}

TYPED_TEST(Session, IsAtMostOneKiB) { BALINT_CHECK(sizeof(session<TypeParam>) <= 1024); }

TYPED_TEST(Session, IsTriviallyCopyable) {
  BALINT_CHECK(std::is_trivially_copyable_v<session<TypeParam>>);
  BALINT_CHECK(std::is_trivially_destructible_v<session<TypeParam>>);
}

TYPED_TEST(Session, ThrowsNothingWhereItSaysSo) {
  using P = TypeParam;
  BALINT_CHECK(std::is_nothrow_move_constructible_v<session<P>> && std::is_nothrow_copy_constructible_v<session<P>>);
  BALINT_CHECK(noexcept(session<P>(detail::group_access::of_nobody<P>())));
}

TYPED_TEST(Session, RunsWholeAtCompileTime_STG8) {
  using P = TypeParam;
  constexpr auto whole = [] {
    session<P> s(formed<P>().formed().value());
    for (const auto& e : trace<P>().whole()) {
      if (!s.apply(e)) return false;
    }
    return s.is_over() && s.end() == ending::closed && s.stage() == stage_id<P>{P::order::size - 1};
  };
  BALINT_CHECK(whole());
}

TYPED_TEST(Session, BeginsInTheFirstStageWithEverybodyPresent) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>()->stage() == stage_id<P>{0});
  BALINT_CHECK(scene<P>()->present() == formed<P>().formed()->people());
  BALINT_CHECK(!scene<P>()->is_over() && scene<P>()->end() == ending::running);
  BALINT_CHECK(scene<P>()->presenter() == nobody && scene<P>()->acting_leader() == lead);
  BALINT_CHECK(scene<P>()->cases().empty() && scene<P>()->option_count() == 0 && scene<P>()->open_flags().empty());
}

TYPED_TEST(Session, WithoutAnybodyAcceptsNothing) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>(detail::group_access::of_nobody<P>()).refuses(code::unknown_person, anna, act::drop{}));
  BALINT_CHECK(scene<P>(detail::group_access::of_nobody<P>())->acting_leader() == nobody);
}

TYPED_TEST(Session, CanAnswersAsApplyDoesWithoutChangingAnything) {
  using P = TypeParam;
  constexpr auto same = [] {
    return throughout_a_session<P>([](const session<P>& s) {
      for (std::uint16_t i = 0; i <= act_count<P>; ++i) {
        for (const auto by : {anna, boris, lead, deputy}) {
          const auto e = detail::raw_event<P>({.by = by, .act = {i}, .target = 1});
          auto copy = s;
          if (!(s.can(e) == copy.apply(e))) return false;
        }
      }
      return true;
    });
  };
  EXPECT_TRUE(same());
}

TYPED_TEST(Session, AttemptDoesWhatApplyDoesAndGivesTheCodeAlone) {
  using P = TypeParam;
  EXPECT_TRUE(throughout_a_session<P>([](const session<P>& s) {
    for (std::uint16_t i = 0; i <= act_count<P>; ++i) {
      for (const auto by : {anna, boris, lead, deputy, nobody}) {
        for (const auto at : {unstated, instant{5}}) {
          const auto e = detail::raw_event<P>({.at = at, .by = by, .act = {i}, .target = 1});
          auto applied = s;
          auto attempted = s;
          const auto answer = applied.apply(e);
          const auto code_alone = attempted.attempt(e);
          if (answer.has_value() != code_alone.has_value() || !(applied.snapshot() == attempted.snapshot()))
            return false;
          if (!answer && answer.error().code != code_alone.error()) return false;
        }
      }
    }
    return true;
  }));
}
static_assert([] {
  session<student_group> s(formed<student_group>().formed().value());
  return s.attempt(event<student_group>::of<act::present_case>(anna)).has_value() &&
         s.attempt(event<student_group>::of<act::present_case>(anna)).error() == code::repeated;
}());

TYPED_TEST(Session, LegalActsAreExactlyWhatApplyAccepts) {
  using P = TypeParam;
  EXPECT_TRUE(throughout_a_session<P>([](const session<P>& s) {
    for (const auto by : {anna, boris, clara, lead, deputy, watcher, nobody}) {
      if (!(s.legal_acts(by) == tried_out(s, by))) return false;
    }
    return true;
  }));
}

TYPED_TEST(Session, LegalActsAreExactlyWhatApplyAcceptsWhateverHappened) {
  using P = TypeParam;
  for (const auto who : {anna, boris, lead}) {
    EXPECT_TRUE(throughout_a_session<P>([who](session<P> s) {
      (void)s.template record<act::drop>(who);
      for (const auto by : {anna, boris, lead, deputy}) {
        if (!(s.legal_acts(by) == tried_out(s, by))) return false;
      }
      (void)s.template record<act::withdraw>(who);
      (void)s.template record<act::flag>(lead, rule_of<P, rule::respect>);
      for (const auto by : {anna, boris, lead, deputy}) {
        if (!(s.legal_acts(by) == tried_out(s, by))) return false;
      }
      return true;
    }));
  }
}

TYPED_TEST(Session, EachLegalEventIsEveryEventThatApplyAccepts) {
  using P = TypeParam;
  EXPECT_TRUE(throughout_a_session<P>([](const session<P>& s) {
    for (const auto by : {anna, boris, lead, deputy, nobody}) {
      std::size_t given = 0;
      bool all_accepted = true;
      s.each_legal_event(by, [&](const event<P>& e) {
        ++given;
        all_accepted = all_accepted && e.by == by && e.at == unstated && s.can(e);
      });
      std::size_t accepted = 0;
      for (std::uint16_t i = 0; i < act_count<P>; ++i) {
        const bool has_target = target_of<P>({i}) != target_kind::none;
        for (std::uint16_t target = 0; target < (has_target ? 260 : 1); ++target) {
          accepted += s.can(detail::raw_event<P>({.by = by, .act = {i}, .target = target})) ? 1U : 0U;
        }
      }
      if (!all_accepted || given != accepted) return false;
    }
    return true;
  }));
}

TYPED_TEST(Session, IsLegalIsOneOfLegalActs) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>()->template is_legal<act::refocus>(lead));
  BALINT_CHECK(!scene<P>()->template is_legal<act::refocus>(anna));
  BALINT_CHECK(!scene<P>()->template is_legal<act::close>(lead));
}

TYPED_TEST(Session, MayActAreThoseWithALegalActOfTheStage) {
  using P = TypeParam;
  EXPECT_TRUE(throughout_a_session<P>([](const session<P>& s) {
    for (const auto who : s.people().people()) {
      bool has_one = false;
      s.each_legal_event(who, [&](const event<P>& e) {
        has_one = has_one || detail::table_of<P>.acts[e.act.index].home == s.stage().index;
      });
      if (s.may_act().contains(who) != has_one) return false;
    }
    return true;
  }));
}

TYPED_TEST(Session, IsCompleteWhenTheLeaderMayGoOn) {
  using P = TypeParam;
  EXPECT_TRUE(throughout_a_session<P>([](const session<P>& s) {
    const bool may_go_on = s.template is_legal<act::advance>(lead) || s.template is_legal<act::close>(lead);
    return s.is_over() ||
           (s.is_complete() == may_go_on && s.is_complete() == s.owed().empty() && s.is_complete() == !s.first_owed());
  }));
}

TYPED_TEST(Session, OverHasNothingLegalForAnybody) {
  using P = TypeParam;
  constexpr auto over = [] { return scene<P>().did(lead, act::terminate{}); };
  BALINT_CHECK(over()->is_over() && over()->end() == ending::terminated);
  BALINT_CHECK(over()->legal_acts(lead).empty() && over()->may_act().empty());
}

// ---- the six stages -------------------------------------------------------------------------------------------------

using students = student_group;

TEST(Session, RecordGivesBackTheIdOfANewOption_STG4) {
  constexpr auto numbered = [] {
    auto s = entering<students, stage::proposals>().now();
    return s.record<act::propose>(boris) == option_id{1} && s.record<act::propose>(clara) == option_id{2};
  };
  BALINT_CHECK(numbered());
}

TEST(Session, RecordGivesBackTheRefusal) {
  constexpr auto refused = [] {
    auto s = scene<students>().now();
    return s.record<act::propose>(boris).error().code == code::wrong_stage &&
           s.record<act::vote>(boris, case_id{anna}).error().code == code::wrong_stage;
  };
  BALINT_CHECK(refused());
}

TEST(Session, RecordKeepsTheTime) {
  constexpr auto timed = [] {
    auto s = scene<students>().now();
    return s.record<act::present_case>(boris, instant{9}) && s.snapshot().state.last_at == instant{9};
  };
  BALINT_CHECK(timed());
}

TEST(Session, MayActNamesWhoseTurnItMayBe_STG1_STG6) {
  BALINT_CHECK(scene<students>()->may_act().bits() == 0b000111U);
  BALINT_CHECK(scene<students>().did(boris, act::present_case{})->may_act().bits() == 0b000101U);
  BALINT_CHECK(entering<students, stage::selection>()->may_act().bits() == 0b001111U);
  BALINT_CHECK(entering<students, stage::story>()->may_act().bits() == 0b000001U);
  BALINT_CHECK(entering<students, stage::proposals>()->may_act().bits() == 0b001111U);
  BALINT_CHECK(entering<students, stage::self_assessment>()->may_act().bits() == 0b000001U);
}

TEST(Session, CasesAreThoseThatCanBeSelected_STG2) {
  BALINT_CHECK(scene<students>().did(boris, act::present_case{})->cases().bits() == 0b010U);
  BALINT_CHECK(entering<students, stage::selection>().did(boris, act::withdraw{})->cases().bits() == 0b101U);
}

TEST(Session, HoldsAnOfficeTheLeadOrThePresentersRole) {
  constexpr auto s = [] { return entering<students, stage::story>(); };
  BALINT_CHECK(s()->holds<role::participant>(anna) && s()->holds<role::presenter>(anna));
  BALINT_CHECK(!s()->holds<role::presenter>(boris) && !s()->holds<role::participant>(lead));
  BALINT_CHECK(s()->holds<role::supervisor>(watcher) && s()->holds<role::deputy>(deputy));
  BALINT_CHECK(s()->holds<role::leader>(lead) && !s()->holds<role::leader>(deputy));
  BALINT_CHECK(!scene<students>()->holds<role::presenter>(nobody) &&
               !scene<students>()->holds<role::participant>(nobody));
}

TEST(Session, NobodyIsOutsideTheCircleInTheSixStages) {
  BALINT_CHECK(!entering<students, stage::proposals>()->is_outside(anna));
}

TEST(Session, IsOutside_TheCaseGiverWhileTheOthersThinkAloud) {
  using consultation = case_consultation;
  BALINT_CHECK(entering<consultation, stage::hypotheses>()->is_outside(anna));
  BALINT_CHECK(entering<consultation, stage::suggestions>()->is_outside(anna));
  BALINT_CHECK(!entering<consultation, stage::hypotheses>()->is_outside(boris));
  BALINT_CHECK(!entering<consultation, stage::statement>()->is_outside(anna));
  BALINT_CHECK(!entering<consultation, stage::hypotheses>()->is_outside(nobody));
}

TEST(Session, HoldsAGroupOf64) {
  std::array<person<students>, 64> people{};
  std::array<std::array<char, 2>, 64> names{};
  for (std::size_t i = 0; i < 64; ++i) {
    names[i] = {static_cast<char>('a' + i / 26), static_cast<char>('a' + i % 26)};
    people[i] = person<students>::as<role::participant>({names[i].data(), 2});
  }
  people[63] = person<students>::as<role::leader>({names[63].data(), 2});
  session<students> s(form<students>(people).formed().value());
  const person_id leader{63};
  for (std::uint8_t i = 0; i < 63; ++i) EXPECT_TRUE(s.record<act::present_case>(person_id{i}));
  EXPECT_EQ(s.record<act::drop>(person_id{64}).error().code, code::unknown_person);
  EXPECT_TRUE(s.record<act::advance>(leader));
  for (std::uint8_t i = 0; i < 63; ++i) EXPECT_TRUE(s.record<act::vote>(person_id{i}, case_id{{62}}));
  EXPECT_TRUE(s.record<act::select_case>(leader, case_id{{62}}));
  EXPECT_TRUE(s.record<act::accept_case>(person_id{62}));
  EXPECT_TRUE(s.record<act::advance>(leader));
}

TEST(Session, TerminateIsNeverRefusedForItsTime_RUL4) {
  constexpr auto ends = [] {
    session<students> s(formed<students>().formed().value());
    if (!s.record<act::present_case>(anna, instant{5'000})) return false;
    if (s.record<act::terminate>(lead, instant{1'000}).error().code != code::time_reversed) return false;
    if (s.terminate(anna, instant{1'000}).error().code != code::wrong_role || s.is_over()) return false;
    return s.terminate(lead, instant{1'000}).has_value() && s.end() == ending::terminated;
  };
  BALINT_CHECK(ends());
}

TEST(Session, ATimeFarAheadIsHeldUpByTheCaller_REM1) {
  constexpr auto goes_on = [] {
    session<students> s(formed<students>().formed().value());
    constexpr instant now{1'000}, far{1'000'000'000};
    if (!s.record<act::present_case>(anna, stated_by(now, far))) return false;
    return s.record<act::present_case>(boris, now).has_value();
  };
  constexpr auto stands_still = [] {
    session<students> s(formed<students>().formed().value());
    return s.record<act::present_case>(anna, instant{1'000'000'000}) &&
           s.record<act::present_case>(boris, instant{1'000}).error().code == code::time_reversed;
  };
  BALINT_CHECK(goes_on());
  BALINT_CHECK(stands_still());
}

}  // namespace session_test
