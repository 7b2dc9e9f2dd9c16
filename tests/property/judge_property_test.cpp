// SPDX-License-Identifier: MIT
// What a judge finds and does not find: nothing in what a session accepted; no skipped stage for a word out of turn or
// a leader's word that is missing; one for a stage that was left out; nothing in a breach that was answered; and no
// verdict hangs on a fault of the record.
#include "tests/property/conforming.hpp"
#include "tests/property/session_properties.hpp"

using namespace balint;

namespace judge_property_test {

/// Counts what a judge says.
struct tally {
  std::size_t findings = 0, out_of_turn = 0, breaches = 0;
  template <typename P>
  void operator()(const finding<P>& f) {
    ++findings;
    if (f.code == code::wrong_stage && is_act_of_a_stage<P>(f.what.act)) ++out_of_turn;
  }
  void operator()(const named_breach&) { ++breaches; }
  void operator()(const answered_breaches&) {}
};
template <typename P>
using judge_of = judge<P, tally>;

/// The verdict of a judge on a whole trace.
template <typename Judge, typename P = typename Judge::protocol_type>
verdict verdict_on(const property::script& s, const property::trace<P>& events) {
  const auto people = property::people_of<P>(s);
  const auto formed = form<P>(people);
  Judge by(formed);
  for (const auto& e : events) by.apply(e);
  return by.verdict();
}
/// A number below n that a script chooses.
std::size_t chosen_below(const property::script& s, std::size_t n) {
  return s.steps.empty() || n == 0 ? 0 : (s.steps.back().pick * std::size_t{31} + s.steps.front().target) % n;
}

// ---- what was accepted ----------------------------------------------------------------------------------------------

/// Whether a judge agrees with a session on what it accepted, and is told of every flag.
template <typename Judge, typename P = typename Judge::protocol_type>
bool finds_nothing_in_what_was_accepted(const property::script& s) {
  const auto people = property::people_of<P>(s);
  const auto formed = form<P>(people);
  Judge by(formed);
  session<P> now(detail::group_of(formed));
  std::size_t flags = 0;
  const bool follows = property::play(now, s.steps, [&](session<P>& session, const event<P>& e) {
    if (!session.apply(e)) return true;
    by.apply(e);
    flags += property::effect_of<P>(e.act) == effect::flags ? 1U : 0U;
    return by.session().snapshot() == session.snapshot();
  });
  const auto expected = now.end() == ending::terminated ? verdict::terminated
                        : now.end() == ending::closed   ? verdict::conforming
                                                        : verdict::in_progress;
  return follows && by.sink().findings == 0 && by.record_faults() == 0 && by.sink().breaches == flags &&
         by.verdict() == expected;
}

template <typename P>
class RandomTrace : public testing::Test {};
TYPED_TEST_SUITE(RandomTrace, property::protocols);

TYPED_TEST(RandomTrace, OfAcceptedEventsHasNoFinding) {
  EXPECT_TRUE(property::always(finds_nothing_in_what_was_accepted<judge_of<TypeParam>>));
}

/// Overhears every vote.
struct hard_of_hearing : judge_of<student_group> {
  using judge_of<student_group>::judge;
  void apply(const event<student_group>& e) {
    if (e.act != act_id_of<act::vote, student_group>) judge::apply(e);
  }
};
TEST(JudgeAgrees, CatchesAJudgeThatMissesEvents) {
  EXPECT_TRUE(property::is_caught(finds_nothing_in_what_was_accepted<hard_of_hearing>));
}

/// Hears every flag twice.
struct excitable : judge_of<student_group> {
  using judge_of<student_group>::judge;
  void apply(const event<student_group>& e) {
    judge::apply(e);
    if (e.act == act_id_of<act::flag, student_group>) judge::apply(e);
  }
};
TEST(JudgeAgrees, CatchesAJudgeThatHearsAFlagTwice) {
  EXPECT_TRUE(property::is_caught(finds_nothing_in_what_was_accepted<excitable>));
}

// ---- one act out of turn --------------------------------------------------------------------------------------------

/// Whether an act is the only one that carries its stage: done before the stage, it is the stage gone through
/// elsewhere.
template <protocol P>
bool is_a_whole_stage(act_id<P> act) {
  const auto& acts = detail::table_of<P>.acts;
  return std::ranges::count_if(acts,
                               [&](const auto& row) { return row.carries && row.home == acts[act.index].home; }) == 1 &&
         acts[act.index].carries;
}

/// Whether one more act, of another stage than the session is in, leaves a session that was in order something that is
/// not different.
template <typename Judge, typename P = typename Judge::protocol_type>
bool forgives_a_word_out_of_turn(const property::script& s) {
  auto events = property::conforming_trace<P>(s, true);
  if (events.empty()) return true;
  const auto stages = property::stages_along<P>(s, events);
  const auto at = chosen_below(s, events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto& one = events[(at * 7 + i) % events.size()];
    const auto home = property::home_of<P>(one.act);
    if (home == detail::none || home == stages[at]) continue;
    if (home > stages[at] && is_a_whole_stage<P>(one.act)) continue;
    events.insert(events.begin() + static_cast<std::ptrdiff_t>(at), event<P>(one));
    return verdict_on<Judge>(s, events) != verdict::different;
  }
  return true;
}
TYPED_TEST(RandomTrace, IsNotDifferentForALoneActOutOfTurn) {
  EXPECT_TRUE(property::always(forgives_a_word_out_of_turn<judge_of<TypeParam>>));
}

/// Takes every word out of turn for a skipped stage, as one might who holds the order of the stages too dear.
template <typename P>
struct unforgiving : judge_of<P> {
  using base = judge_of<P>;
  using base::base;
  [[nodiscard]] balint::verdict verdict() {
    return this->sink().out_of_turn != 0 ? verdict::different : base::verdict();
  }
};
TEST(ALoneActOutOfTurn, CatchesAJudgeThatForgivesNone) {
  EXPECT_TRUE(property::is_caught(forgives_a_word_out_of_turn<unforgiving<student_group>>));
}

// ---- a stage left out -----------------------------------------------------------------------------------------------

/// Whether a stage owes anything to begin with.
template <protocol P>
bool owes_something(std::size_t stage) {
  const auto& row = detail::table_of<P>.stages[stage];
  const auto is_owed = [](const auto& one) {
    if (one.kind != detail::item_kind::clause) return true;  // a case or an option
    const auto& duty = detail::table_of<P>.duties[one.duty];
    return duty.since == 0 && duty.due != quota::per_option;
  };
  return std::any_of(&detail::table_of<P>.owed[row.first_owed], &detail::table_of<P>.owed[row.end_of_owed], is_owed);
}

/// Whether a session from which all of a stage is missing, the move out of it too, is something different.
template <typename Judge, typename P = typename Judge::protocol_type>
bool sees_that_a_stage_was_left_out(const property::script& s) {
  const auto events = property::conforming_trace<P>(s);
  if (events.empty()) return true;
  const auto stages = property::stages_along<P>(s, events);
  const auto left_out = chosen_below(s, P::order::size);
  if (!owes_something<P>(left_out)) return true;
  property::trace<P> rest;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const bool is_of_it = property::home_of<P>(events[i].act) == left_out || property::is_move<P>(events[i].act);
    if (stages[i] != left_out || !is_of_it) rest.push_back(events[i]);
  }
  return verdict_on<Judge>(s, rest) == verdict::different;
}
TYPED_TEST(RandomTrace, IsDifferentWhereAStageIsLeftOut) {
  EXPECT_TRUE(property::always(sees_that_a_stage_was_left_out<judge_of<TypeParam>>));
}

/// Takes a skipped stage for one more thing that was left open.
template <typename P>
struct lenient : judge_of<P> {
  using base = judge_of<P>;
  using base::base;
  [[nodiscard]] balint::verdict verdict() {
    const auto is = base::verdict();
    return is == verdict::different ? verdict::departs : is;
  }
};
TEST(AStageLeftOut, CatchesAJudgeThatSeesNone) {
  EXPECT_TRUE(property::is_caught(sees_that_a_stage_was_left_out<lenient<student_group>>));
}

// ---- no word of the leader's on record ------------------------------------------------------------------------------

/// Whether a session in which nobody recorded that it moved on is not different for that, as long as two acts in a row
/// show each stage between the first and the last.
template <typename Judge, typename P = typename Judge::protocol_type>
bool does_without_the_leaders_word(const property::script& s) {
  auto events = property::conforming_trace<P>(s);
  for (std::size_t stage = 1; stage + 1 < P::order::size; ++stage) {
    if (property::acts_in<P>(events, stage) < 2) return true;
  }
  std::erase_if(events, [](const auto& e) { return property::is_move<P>(e.act); });
  return verdict_on<Judge>(s, events) != verdict::different;
}

template <typename P>
class PedagogicalTrace : public testing::Test {};
using pedagogical_protocols = testing::Types<student_group, staff_group, led_staff_group>;
TYPED_TEST_SUITE(PedagogicalTrace, pedagogical_protocols);

TYPED_TEST(PedagogicalTrace, IsNotDifferentWithoutAnAdvance) {
  EXPECT_TRUE(property::always(does_without_the_leaders_word<judge_of<TypeParam>>));
}

/// Hears no act of a stage before the leader says that it has begun.
template <typename P>
struct literal : judge_of<P> {
  using base = judge_of<P>;
  using base::base;
  void apply(const event<P>& e) {
    const auto stage = this->session().stage().index;
    if (property::home_of<P>(e.act) == detail::none || property::home_of<P>(e.act) <= stage) base::apply(e);
  }
};
TEST(WithoutAnAdvance, CatchesAJudgeThatWaitsForTheLeadersWord) {
  EXPECT_TRUE(property::is_caught(does_without_the_leaders_word<literal<student_group>>));
}

// ---- what changes no verdict ----------------------------------------------------------------------------------------

/// Any trace at all, and the verdicts on it and on the same with `more(judge)` put in at some place, but not between a
/// move and what comes right after it.
template <typename Judge, typename More, typename P = typename Judge::protocol_type>
bool is_indifferent_to(const property::script& s, More more) {
  const auto people = property::people_of<P>(s);
  const auto formed = form<P>(people);
  Judge without(formed), with(formed);
  const auto at = chosen_below(s, s.steps.size());
  bool was_move = false;
  for (std::size_t i = 0; i < s.steps.size(); ++i) {
    const auto e = property::chosen(without.session(), s.steps[i]);
    if (i >= at && !was_move) {
      for (const auto& one : more(with.session(), s.steps[i])) with.apply(one);
    }
    without.apply(e);
    with.apply(e);
    was_move = property::is_move<P>(e.act);
  }
  return without.verdict() == with.verdict();
}

/// A breach of a rule that is not open, named by somebody and answered by whoever leads.
template <typename P>
property::trace<P> answered_flag(const session<P>& now, const property::step& by) {
  const rule_id rule{static_cast<std::uint8_t>(by.pick % rules_of<P>::size)};
  const person_id who{static_cast<std::uint8_t>(by.by % now.people().size())};
  const auto flag = detail::raw_event<P>({.by = who, .act = act_id_of<act::flag, P>, .target = rule.index});
  const auto reminder =
      detail::raw_event<P>({.by = now.acting_leader(), .act = act_id_of<act::remind, P>, .target = rule.index});
  auto aside = now;
  if (now.open_flags().contains(rule) || !aside.apply(flag) || !aside.apply(reminder)) return {};
  return {flag, reminder};
}
template <typename Judge, typename P = typename Judge::protocol_type>
bool is_indifferent_to_answered_flags(const property::script& s) {
  return is_indifferent_to<Judge>(s, answered_flag<P>);
}
TYPED_TEST(RandomTrace, KeepsItsVerdictWhenABreachIsNamedAndAnswered) {
  EXPECT_TRUE(property::always(is_indifferent_to_answered_flags<judge_of<TypeParam>>));
}

/// Takes whoever names a breach for whoever commits it.
template <typename P>
struct shooting_the_messenger : judge_of<P> {
  using base = judge_of<P>;
  using base::base;
  [[nodiscard]] balint::verdict verdict() {
    const auto is = base::verdict();
    return this->sink().breaches != 0 && is != verdict::different ? verdict::departs : is;
  }
};
TEST(AnAnsweredFlag, CatchesAJudgeToWhomItIsAFinding) {
  EXPECT_TRUE(property::is_caught(is_indifferent_to_answered_flags<shooting_the_messenger<student_group>>));
}

/// Something that the record has wrong and that recovers to nothing: a call that is none, a word that is no act, a turn
/// that nobody owes, an act done before.
template <typename P>
property::trace<P> fault_of_the_record(const session<P>& now, const property::step& by) {
  for (std::uint16_t act = 0; act <= act_count<P>; ++act) {
    const auto e = detail::raw_event<P>({.by = {static_cast<std::uint8_t>(by.by % now.people().size())},
                                         .act = {static_cast<std::uint16_t>((by.act + act) % (act_count<P> + 1))},
                                         .target = by.target});
    const auto answer = now.can(e);
    if (answer) continue;
    const auto does = property::effect_of<P>(e.act);
    const bool recovers = does == effect::supports_case || does == effect::selects_case;
    switch (answer.error().code) {
      case code::unknown_act:
      case code::not_absent:
      case code::nothing_owed:
      case code::too_many_options: return {e};
      case code::repeated:
      case code::unknown_target:
        if (!recovers) return {e};
        break;
      default: break;
    }
  }
  return {};
}
template <typename Judge, typename P = typename Judge::protocol_type>
bool is_indifferent_to_faults_of_the_record(const property::script& s) {
  return is_indifferent_to<Judge>(s, fault_of_the_record<P>);
}
TYPED_TEST(RandomTrace, KeepsItsVerdictWhateverTheRecordHasWrong) {
  EXPECT_TRUE(property::always(is_indifferent_to_faults_of_the_record<judge_of<TypeParam>>));
}

/// Takes the recorder's slips for the group's.
template <typename P>
struct pedantic : judge_of<P> {
  using base = judge_of<P>;
  using base::base;
  [[nodiscard]] balint::verdict verdict() {
    const auto is = base::verdict();
    return this->record_faults() != 0 && is != verdict::different ? verdict::departs : is;
  }
};
TEST(AFaultOfTheRecord, CatchesAJudgeToWhomItIsADeparture) {
  EXPECT_TRUE(property::is_caught(is_indifferent_to_faults_of_the_record<pedantic<student_group>>));
}

}  // namespace judge_property_test
