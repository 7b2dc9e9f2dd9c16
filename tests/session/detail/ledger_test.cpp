// SPDX-License-Identifier: MIT
// The ledger: what is owed, in the order of the rules, and the short questions that have to agree with it.
#include <balint/session/detail/ledger.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace ledger_test {

template <typename P>
class Ledger : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Ledger, protocols);

/// A ledger whose short questions may be asked.
template <typename P>
struct open_ledger : detail::ledger<P> {
  using detail::ledger<P>::everybody_did;
  using detail::ledger<P>::ledger;
  using detail::ledger<P>::owes_a_turn;
  /// Whether this stage owes anything, asked the short way.
  constexpr bool owes_anything() const { return this->owes(this->remembered().stage, detail::reach::all); }
};
template <typename P>
constexpr open_ledger<P> ledger_of(const session<P>& now) {
  return open_ledger<P>(now.people(), now.snapshot().state);
}

/// The act that is owed once and can be passed, in the protocols that have it.
template <typename P>
constexpr act_id<P> act_id_of_self_assess() {
  if constexpr (act_of<act::self_assess, P>) return act_id_of<act::self_assess, P>;
  return {0xFFFF};
}
/// Whether the short questions answer what the long one says.
template <typename P>
constexpr bool agrees(const session<P>& now) {
  const auto ledger = ledger_of(now);
  if (ledger.owes_anything() != static_cast<bool>(ledger.first_owed())) return false;
  person_set owe_a_turn;
  std::uint64_t open_acts = 0;
  ledger.each_obligation(now.stage().index, detail::reach::all, [&](const obligation<P>& o) {
    if (o.owes == debt::an_act) open_acts |= detail::bit(o.act.index);
    const bool passable = act_id_of_self_assess<P>() == o.act;  // the only act owed once that can be passed
    if (o.owes == debt::an_act && (detail::is_owed_by_each(o.due) || passable))
      owe_a_turn = person_set{owe_a_turn.bits() | o.by.bits()};
    return true;
  });
  for (std::uint8_t i = 0; i < now.people().size(); ++i) {
    const bool present = now.present().contains({i});
    if (present && ledger.owes_a_turn({i}) != owe_a_turn.contains({i})) return false;
  }
  for (std::uint8_t act = 0; act < act_count<P>; ++act) {
    const bool is_here = detail::table_of<P>.acts[act].home == now.stage().index;
    if (is_here && ledger.everybody_did(act) != (((open_acts >> act) & 1U) == 0)) return false;
  }
  return true;
}

TYPED_TEST(Ledger, AnswersTheShortQuestionsAsTheLongOne) {
  using P = TypeParam;
  constexpr auto always = [] {
    session<P> now(formed<P>().formed().value());
    bool holds = agrees(now);
    for (const auto& e : trace<P>().whole()) holds = holds && now.apply(e) && agrees(now);
    return holds && now.is_over();
  };
  BALINT_CHECK(always());
}

TYPED_TEST(Ledger, AnswersThemWhenPeoplePassAndGo) {
  using P = TypeParam;
  constexpr auto always = [] {
    session<P> now(formed<P>().formed().value());
    bool holds = true;
    for (std::size_t stage = 0; stage + 1 < P::order::size; ++stage) {
      holds = holds && now.template record<act::drop>(clara) && agrees(now);
      if constexpr (act_of<act::pass, P>) {
        (void)now.template record<act::pass>(boris);
        holds = holds && agrees(now);
      }
      holds = holds && now.template record<act::rejoin>(clara) && agrees(now);
      each_event_of_stage<P>(stage, [&](const event<P>& e) {
        (void)now.apply(e);  // boris may have passed
        holds = holds && agrees(now);
      });
      holds = holds && now.template record<act::advance>(lead).has_value();
    }
    return holds && agrees(now);
  };
  BALINT_CHECK(always());
}

TEST(Ledger, SuspendsWhatTheAbsentOwe_REM2) {
  using P = student_group;
  constexpr auto suspended = [] {
    scene<P> s;
    s.did(anna, act::drop{}).did(boris, act::pass{}).did(clara, act::present_case{});
    const auto ledger = ledger_of(s.now());
    const auto present_case = static_cast<std::uint8_t>(act_id_of<act::present_case, P>.index);
    return s.is_sound() && !ledger.owes_anything() && ledger.everybody_did(present_case) && ledger.owes_a_turn(anna) &&
           !ledger.owes_a_turn(boris) && !ledger.owes_a_turn(clara) && !ledger.owes_a_turn(lead) &&
           !ledger.owes_a_turn(nobody);
  };
  BALINT_CHECK(suspended());
}

/// A session in the assessment with many options, of which all up to a number are weighed.
constexpr session<student_group> with_options(unsigned options, unsigned weighed) {
  auto s = entering<student_group, stage::assessment>();
  auto raw = s->snapshot();
  raw.state.authors = {};
  raw.state.options = static_cast<std::uint16_t>(options);
  for (unsigned i = 0; i < options; ++i) raw.state.authors[i] = boris.index;
  session<student_group> now = session<student_group>::restore(s->people(), raw).value();
  for (unsigned i = 1; i <= weighed; ++i) {
    (void)now.record<act::assess>(clara, option_id{static_cast<std::uint16_t>(i)});
    (void)now.record<act::forecast>(clara, option_id{static_cast<std::uint16_t>(i)});
  }
  return now;
}
constexpr bool lacks(unsigned options, unsigned weighed) {
  const auto now = with_options(options, weighed);
  const auto owed = now.owed();
  if (options == weighed) return owed.empty() && !ledger_of(now).owes_anything();
  return owed.size() == 2 && owed[0].options == options - weighed && owed[0].first_option.number == weighed + 1 &&
         owed[0].due == quota::per_option && ledger_of(now).owes_anything() && agrees(now);
}
TEST(Ledger, CountsOptionsBeyondTheFirst64) {
  BALINT_CHECK(lacks(63, 62) && lacks(64, 63) && lacks(64, 64) && lacks(65, 64) && lacks(65, 65));
  for (const unsigned options : {1U, 2U, 63U, 64U, 65U, 127U, 128U, 129U, 192U, 255U, 256U}) {
    for (const unsigned weighed : {0U, options / 2, options - 1, options}) {
      EXPECT_TRUE(lacks(options, weighed)) << options << " of which weighed: " << weighed;
    }
  }
}

TEST(Ledger, OwesLessWhereAStageThatWasWorkedInIsCut_RUL4) {
  using P = student_group;
  constexpr auto owes = [](bool worked, detail::reach which) {
    scene<P> s;
    if (worked) s.did(anna, act::present_case{});
    return ledger_of(s.now()).owes(0, which);
  };
  BALINT_CHECK(owes(false, detail::reach::all) && owes(false, detail::reach::when_cut));
  BALINT_CHECK(owes(true, detail::reach::all) && !owes(true, detail::reach::when_cut));
}

TEST(Ledger, KnowsWhichStagesWereWorkedIn_STG8) {
  using P = student_group;
  BALINT_CHECK(!ledger_of(scene<P>().did(lead, act::refocus{}).now()).is_worked(0));
  BALINT_CHECK(ledger_of(scene<P>().did(anna, act::pass{}).now()).is_worked(0));
  BALINT_CHECK(ledger_of(entering<P, stage::story>().now()).is_worked(1) &&
               !ledger_of(entering<P, stage::story>().now()).is_worked(2));
}

TEST(Ledger, StopsWhenItIsTold) {
  constexpr auto told = [](std::size_t stop) {
    const auto now = entering<student_group, stage::selection>();
    std::size_t n = 0;
    ledger_of(now.now()).each_obligation(now->stage().index, detail::reach::all,
                                         [&](const obligation<student_group>&) { return ++n != stop; });
    return n;
  };
  BALINT_CHECK(told(1) == 1 && told(2) == 2 && told(3) == 3 && told(99) == 3);
}

TEST(Ledger, KnowsWhatEachOwes) {
  BALINT_CHECK(detail::is_owed_by_each(quota::each) && detail::is_owed_by_each(quota::each_at_least_once));
  BALINT_CHECK(!detail::is_owed_by_each(quota::may) && !detail::is_owed_by_each(quota::once) &&
               !detail::is_owed_by_each(quota::some) && !detail::is_owed_by_each(quota::per_option));
}

}  // namespace ledger_test
