// SPDX-License-Identifier: MIT
// Observers: what they are told, in which order, and that they see the session changed.
#include <gmock/gmock.h>

#include <balint/session/observer.hpp>
#include <balint/session/session_at.hpp>
#include <concepts>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "tests/support.hpp"

using namespace balint;
using namespace support;
using testing::ElementsAre;

namespace observer_test {

using students = student_group;

/// Writes one letter for everything it is told: accepted, refused, entered a stage, ended.
struct diary {
  std::array<char, 64> letters{};
  std::size_t size = 0;
  stage_id<students> entered{0xFF};
  ending ended = ending::running;
  event<students> accepted{};
  refusal<students> refused{};

  constexpr void on_accepted(const event<students>& e) {
    letters[size++] = 'a';
    accepted = e;
  }
  constexpr void on_refused(const refusal<students>& why) {
    letters[size++] = 'r';
    refused = why;
  }
  constexpr void on_stage_entered(stage_id<students> stage) {
    letters[size++] = 's';
    entered = stage;
  }
  constexpr void on_ended(ending how) {
    letters[size++] = 'e';
    ended = how;
  }
  [[nodiscard]] constexpr std::string_view text() const { return {letters.data(), size}; }
};
using observed = session<students, diary>;

constexpr observed begun() { return observed(formed<students>().formed().value()); }

TEST(Observer, IsToldOfWhatWasAccepted) {
  constexpr auto told = [] {
    auto s = begun();
    (void)s.record<act::present_case>(anna);
    return s.observer().text() == "a" && s.observer().accepted == event<students>::of<act::present_case>(anna);
  };
  BALINT_CHECK(told());
}

TEST(Observer, IsToldOfARefusalWithTheReason) {
  constexpr auto told = [] {
    auto s = begun();
    const auto done = s.record<act::propose>(anna);
    return s.observer().text() == "r" && s.observer().refused == done.error() && done.error().code == code::wrong_stage;
  };
  BALINT_CHECK(told());
}

TEST(Observer, IsToldOfAttemptsAsOfWhatIsApplied) {
  constexpr auto told = [](bool attempts) {
    auto s = begun();
    const auto put = [&](const event<students>& e) { attempts ? (void)s.attempt(e) : (void)s.apply(e); };
    for (const auto who : {anna, anna, boris, clara}) put(event<students>::of<act::present_case>(who));
    put(event<students>::of<act::advance>(lead));
    put(event<students>::of<act::propose>(anna));
    put(event<students>::of<act::terminate>(lead));
    return s.observer();
  };
  BALINT_CHECK(told(true).text() == "araaasrae" && told(false).text() == "araaasrae");
  BALINT_CHECK(told(true).refused == told(false).refused && told(true).refused.code == code::wrong_stage);
  BALINT_CHECK(told(true).accepted == told(false).accepted && told(true).entered == told(false).entered);
  BALINT_CHECK(told(true).ended == ending::terminated);
}

/// Is not told of refusals.
struct follower {
  std::array<char, 8> letters{};
  std::size_t size = 0;
  constexpr void on_accepted(const event<students>&) { letters[size++] = 'a'; }
  constexpr void on_stage_entered(stage_id<students>) { letters[size++] = 's'; }
  constexpr void on_ended(ending) { letters[size++] = 'e'; }
};
TEST(Observer, IsToldOfAttemptsWithoutAskingForRefusals) {
  constexpr auto told = [] {
    session<students, follower> s(formed<students>().formed().value());
    for (const auto who : {anna, anna, boris, clara}) (void)s.attempt(event<students>::of<act::present_case>(who));
    (void)s.attempt(event<students>::of<act::advance>(lead));
    (void)s.attempt(event<students>::of<act::terminate>(lead));
    return std::string_view(s.observer().letters.data(), s.observer().size) == "aaaasae";
  };
  BALINT_CHECK(told());
}

TEST(Observer, HearsOfANewStageAfterTheAdvance) {
  constexpr auto told = [] {
    auto s = begun();
    for (const auto who : {anna, boris, clara}) (void)s.record<act::present_case>(who);
    (void)s.record<act::advance>(lead);
    return s.observer().text() == "aaaas" && s.observer().entered == stage_id_of<stage::selection, students>;
  };
  BALINT_CHECK(told());
}

TEST(Observer, HearsOfTheEndLast) {
  constexpr auto terminated = [] {
    auto s = begun();
    (void)s.record<act::terminate>(lead);
    (void)s.record<act::terminate>(lead);
    return s.observer().text() == "aer" && s.observer().ended == ending::terminated;
  };
  constexpr auto closed = [] {
    observed s = observed::restore(formed<students>().formed().value(),
                                   fulfilled<students, stage::self_assessment>()->snapshot())
                     .value();
    (void)s.record<act::close>(lead);
    return s.observer().text() == "ae" && s.observer().ended == ending::closed;
  };
  BALINT_CHECK(terminated());
  BALINT_CHECK(closed());
}

TEST(Observer, IsNotToldOfQuestionsNorOfARestore) {
  constexpr auto silent = [] {
    const auto s = begun();
    (void)s.can<act::propose>(anna);
    (void)s.can<act::present_case>(anna);
    const auto again = observed::restore(s.people(), s.snapshot());
    return s.observer().text().empty() && again.value().observer().text().empty();
  };
  BALINT_CHECK(silent());
}

/// Looks at the session while it is told.
struct onlooker {
  const session<students, onlooker>* seen = nullptr;
  bool saw_the_new_stage = false;
  bool saw_the_end = false;
  void on_stage_entered(stage_id<students> stage) { saw_the_new_stage = seen->stage() == stage; }
  void on_ended(ending how) { saw_the_end = seen->is_over() && seen->end() == how; }
};

TEST(Observer, IsCalledAfterTheSessionHasChanged) {
  session<students, onlooker> s(formed<students>().formed().value());
  s.observer().seen = &s;
  for (const auto who : {anna, boris, clara}) EXPECT_TRUE(s.record<act::present_case>(who));
  EXPECT_TRUE(s.record<act::advance>(lead));
  EXPECT_TRUE(s.observer().saw_the_new_stage);
  EXPECT_TRUE(s.record<act::terminate>(lead));
  EXPECT_TRUE(s.observer().saw_the_end);
}

/// Has one of the four calls only.
struct counter {
  int refusals = 0;
  constexpr void on_refused(const refusal<students>&) { ++refusals; }
};

TEST(Observer, MayHaveAnyOfTheCalls) {
  constexpr auto counted = [] {
    session<students, counter> s(formed<students>().formed().value());
    (void)s.record<act::present_case>(anna);
    (void)s.record<act::present_case>(anna);
    (void)s.record<act::terminate>(lead);
    return s.observer().refusals;
  };
  BALINT_CHECK(counted() == 1);
}

TEST(Observer, CostsNothingWhenThereIsNone) {
  BALINT_CHECK(sizeof(session<students>) == sizeof(detail::engine<students>));
}

// ---- observers that record ------------------------------------------------------------------------------------------

/// Keeps every call as a line, and records by itself what a rule of a test says.
template <typename Rule>
struct active {
  session<students, active>* of = nullptr;
  std::vector<std::string>* lines = nullptr;
  bool is_late = false;  ///< Whether it found the session elsewhere than its event had left it.

  void on_accepted(const event<students>& e) {
    lines->push_back(std::string(name_of<students>(e.act)));
    Rule::accepted(*of, e);
  }
  void on_stage_entered(stage_id<students> stage) {
    lines->push_back("> " + std::string(name_of<students>(stage)));
    is_late = is_late || of->stage() != stage;
    Rule::entered(*of, stage);
  }
  void on_ended(ending how) {
    lines->push_back("> " + std::string(name_of(how)));
    is_late = is_late || of->end() != how;
    Rule::ended(*of);
  }
  void on_refused(const refusal<students>& why) {
    lines->push_back("no " + std::string(name_of<students>(why.refused.act)));
    Rule::refused(*of, why);
  }
};
/// Does nothing; rules of tests say what differs.
struct still {
  static void accepted(auto&, const event<students>&) {}
  static void entered(auto&, stage_id<students>) {}
  static void ended(auto&) {}
  static void refused(auto&, const refusal<students>&) {}
};

/// A session of students with an active observer, and what it was told.
template <typename Rule>
struct told_by {
  std::vector<std::string> lines;
  session<students, active<Rule>> running{formed<students>().formed().value()};

  told_by() {
    running.observer().of = &running;
    running.observer().lines = &lines;
  }
  void with(const event<students>& e) { (void)running.apply(e); }
};

/// Lets the leader go on as soon as the stage owes nothing more.
struct goes_on : still {
  static void accepted(auto& now, const event<students>& e) {
    if (now.is_complete() && !now.is_over() && e.act != act_id_of<act::advance, students>)
      (void)now.template record<act::advance>(lead);
  }
};
TEST(ObserverThatRecords, IsToldOfEachStageOnce) {
  told_by<goes_on> s;
  for (const auto who : {anna, boris, clara}) s.with(event<students>::of<act::present_case>(who));
  EXPECT_THAT(s.lines, ElementsAre("present_case", "present_case", "present_case", "advance", "> selection"));
  EXPECT_FALSE(s.running.observer().is_late);
}

/// Ends the session at the first event.
struct ends_at_once : still {
  static void accepted(auto& now, const event<students>&) {
    if (!now.is_over()) (void)now.template record<act::terminate>(lead);
  }
};
TEST(ObserverThatRecords, IsToldOfTheEndOnce) {
  told_by<ends_at_once> s;
  s.with(event<students>::of<act::present_case>(anna));
  EXPECT_THAT(s.lines, ElementsAre("present_case", "terminate", "> terminated"));
  EXPECT_EQ(s.running.end(), ending::terminated);
}

/// Ends the session as a stage is left, before the next one was told.
struct ends_on_advance : still {
  static void accepted(auto& now, const event<students>& e) {
    if (e.act == act_id_of<act::advance, students>) (void)now.template record<act::terminate>(lead);
  }
};
TEST(ObserverThatRecords, HearsOfTheStageBeforeTheEventThatItRecords) {
  told_by<ends_on_advance> s;
  for (const auto who : {anna, boris, clara}) s.with(event<students>::of<act::present_case>(who));
  s.with(event<students>::of<act::advance>(lead));
  s.with(event<students>::of<act::advance>(lead));
  EXPECT_THAT(s.lines, ElementsAre("present_case", "present_case", "present_case", "advance", "> selection",
                                   "terminate", "> terminated", "no advance"));
  EXPECT_FALSE(s.running.observer().is_late);
}

/// Records in every call: votes as the stage is entered, a note after the end, a pass for whoever is refused.
struct records_everywhere : still {
  static void entered(auto& now, stage_id<students> stage) {
    if (stage != stage_id_of<stage::selection, students>) return;
    for (const auto who : {anna, boris}) (void)now.template record<act::vote>(who, case_id{anna});
  }
  static void ended(auto& now) { (void)now.template record<act::refocus>(lead); }
  static void refused(auto& now, const refusal<students>& why) {
    if (why.code == code::repeated) (void)now.template record<act::pass>(clara);
  }
};
TEST(ObserverThatRecords, MayDoSoInEveryCall) {
  told_by<records_everywhere> s;
  for (const auto who : {anna, anna, boris}) s.with(event<students>::of<act::present_case>(who));
  s.with(event<students>::of<act::advance>(lead));
  s.with(event<students>::of<act::terminate>(lead));
  EXPECT_THAT(s.lines, ElementsAre("present_case", "no present_case", "pass", "present_case", "advance", "> selection",
                                   "vote", "vote", "terminate", "> terminated", "no refocus"));
  EXPECT_FALSE(s.running.observer().is_late);
}

/// Proposes for clara whenever boris does, and once more for the leader.
struct proposes_too : still {
  static void accepted(auto& now, const event<students>& e) {
    if (e.act != act_id_of<act::propose, students> || e.by != boris) return;
    EXPECT_EQ(now.template record<act::propose>(clara).value(), option_id{2});
    EXPECT_EQ(now.template record<act::propose>(lead).value(), option_id{3});
  }
};
TEST(ObserverThatRecords, LeavesEachOptionItsOwnNumber) {
  told_by<proposes_too> s;
  s.running = decltype(s.running)::restore(formed<students>().formed().value(),
                                           fulfilled<students, stage::story>()->snapshot(), s.running.observer())
                  .value();
  s.with(event<students>::of<act::advance>(lead));
  EXPECT_EQ(s.running.record<act::propose>(boris).value(), option_id{1});
  EXPECT_EQ(s.running.record<act::propose>(clara).value(), option_id{4});
  EXPECT_THAT(s.lines, ElementsAre("advance", "> proposals", "propose", "propose", "propose", "propose"));
}

/// Plays on by itself, event after event, until nothing is legal.
struct plays_on : still {
  static void accepted(auto& now, const event<students>&) {
    bool has_gone_on = false;
    for (const auto who : now.people().people()) {
      now.each_legal_event(who, [&](const event<students>& e) {
        const auto does = e.act;
        if (has_gone_on || does == act_id_of<act::drop, students> || does == act_id_of<act::withdraw, students>) return;
        has_gone_on = does == act_id_of<act::present_case, students> || does == act_id_of<act::advance, students>;
        if (has_gone_on) (void)now.apply(e);
      });
    }
  }
};
TEST(ObserverThatRecords, MayPlayOnByItself) {
  told_by<plays_on> s;
  s.with(event<students>::of<act::present_case>(anna));
  EXPECT_THAT(s.lines, ElementsAre("present_case", "present_case", "present_case", "advance", "> selection"));
}

// ---- observers that throw -------------------------------------------------------------------------------------------

/// Throws in the call that a test names, once.
struct thrower {
  std::string_view armed;
  std::vector<std::string_view> heard;

  void hear(std::string_view call) {
    heard.push_back(call);
    if (armed != call) return;
    armed = {};
    throw std::runtime_error("disk full");
  }
  void on_accepted(const event<students>&) { hear("accepted"); }
  void on_stage_entered(stage_id<students>) { hear("entered"); }
  void on_ended(ending) { hear("ended"); }
  void on_refused(const refusal<students>&) { hear("refused"); }
};
using shaky = session<students, thrower>;

TEST(ObserverThatThrows, LeavesTheEventInEffectAndHearsTheRestBeforeTheNext) {
  shaky s(formed<students>().formed().value());
  for (const auto who : {anna, boris, clara}) ASSERT_TRUE(s.record<act::present_case>(who));
  s.observer() = {.armed = "accepted", .heard = {}};
  EXPECT_THROW((void)s.record<act::advance>(lead), std::runtime_error);
  EXPECT_TRUE(s.is_in<stage::selection>());
  EXPECT_THAT(s.observer().heard, ElementsAre("accepted"));
  EXPECT_TRUE(s.record<act::refocus>(lead));
  EXPECT_THAT(s.observer().heard, ElementsAre("accepted", "entered", "accepted"));
}
TEST(ObserverThatThrows, HearsOfTheEndAllTheSame) {
  shaky s(formed<students>().formed().value());
  s.observer().armed = "accepted";
  EXPECT_THROW((void)s.attempt(event<students>::of<act::terminate>(lead)), std::runtime_error);
  EXPECT_EQ(s.end(), ending::terminated);
  EXPECT_FALSE(s.record<act::terminate>(lead));
  EXPECT_FALSE(s.record<act::terminate>(lead));
  EXPECT_THAT(s.observer().heard, ElementsAre("accepted", "ended", "refused", "refused"));
}
TEST(ObserverThatThrows, IsNotCalledTwiceForWhatItThrewAt) {
  shaky s(formed<students>().formed().value());
  s.observer().armed = "ended";
  EXPECT_THROW((void)s.record<act::terminate>(lead), std::runtime_error);
  EXPECT_FALSE(s.record<act::terminate>(lead));
  EXPECT_THAT(s.observer().heard, ElementsAre("accepted", "ended", "refused"));
}
TEST(ObserverThatThrows, AtWhatWasLeftKeepsTheNextEventOut) {
  shaky s(formed<students>().formed().value());
  for (const auto who : {anna, boris, clara}) ASSERT_TRUE(s.record<act::present_case>(who));
  s.observer() = {.armed = "accepted", .heard = {}};
  EXPECT_THROW((void)s.record<act::advance>(lead), std::runtime_error);
  s.observer().armed = "entered";
  EXPECT_THROW((void)s.record<act::terminate>(lead), std::runtime_error);
  EXPECT_FALSE(s.is_over());
  EXPECT_THAT(s.observer().heard, ElementsAre("accepted", "entered"));
}
TEST(ObserverThatThrows, AtARefusalChangesNothing) {
  shaky s(formed<students>().formed().value());
  const auto before = s.snapshot();
  s.observer().armed = "refused";
  EXPECT_THROW((void)s.record<act::propose>(anna), std::runtime_error);
  EXPECT_EQ(s.snapshot(), before);
}
TEST(ObserverThatThrows, LeavesATypedSessionThatRefusesAndCanBeTakenUp) {
  session_at<students, stage::presentation, thrower> first(formed<students>().formed().value());
  for (const auto who : {anna, boris, clara})
    ASSERT_TRUE(first.record<act::present_case>(seat<role::participant>{who}));
  auto armed = first.at_run_time();
  armed.observer().armed = "accepted";
  auto here = decltype(first)::from(armed);
  ASSERT_TRUE(here);
  EXPECT_THROW((void)std::move(*here).advance_to<stage::selection>(seat<role::leader>{lead}), std::runtime_error);
  EXPECT_EQ(here->record<act::present_case>(seat<role::participant>{anna}).error().code, code::wrong_stage);
  EXPECT_TRUE((session_at<students, stage::selection, thrower>::from(here->at_run_time())));
}
TEST(EachLegalEvent, LetsTheExceptionsOfItsCallerThrough) {
  const session<students> s(formed<students>().formed().value());
  int calls = 0;
  EXPECT_THROW(s.each_legal_event(anna,
                                  [&](const event<students>&) {
                                    ++calls;
                                    throw std::runtime_error("enough");
                                  }),
               std::runtime_error);
  EXPECT_EQ(calls, 1);
}

// ---- observers by reference -----------------------------------------------------------------------------------------

TEST(ObserverByReference, IsTheCallersOwn) {
  constexpr auto told = [] {
    diary outside;
    session<students, diary&> s(formed<students>().formed().value(), outside);
    (void)s.record<act::present_case>(anna);
    (void)s.record<act::propose>(anna);
    const auto& seen = s;
    return outside.text() == "ar" && &s.observer() == &outside && &seen.observer() == &outside;
  };
  BALINT_CHECK(told());
}
TEST(ObserverByReference, MayBeConstantAndGoesWithCopies) {
  /// Counts elsewhere.
  struct counting {
    int* calls;
    void on_accepted(const event<students>&) const { ++*calls; }
  };
  int calls = 0;
  const counting outside{&calls};
  session<students, const counting&> s(formed<students>().formed().value(), outside);
  EXPECT_TRUE(s.record<act::present_case>(anna));
  auto copy = s;
  copy = decltype(s)::restore(s.people(), s.snapshot(), outside).value();
  EXPECT_TRUE(copy.record<act::present_case>(boris));
  EXPECT_EQ(calls, 2);
}
TEST(ObserverByReference, GoesWithATypedSession) {
  diary outside;
  session_at<students, stage::presentation, diary&> first(formed<students>().formed().value(), outside);
  for (const auto who : {anna, boris, clara})
    ASSERT_TRUE(first.record<act::present_case>(seat<role::participant>{who}));
  auto next = std::move(first).advance_to<stage::selection>(seat<role::leader>{lead});
  ASSERT_TRUE(next);
  auto moved = std::move(*next);
  moved = session_at<students, stage::selection, diary&>::from(moved.at_run_time()).value();
  EXPECT_TRUE(std::move(moved).terminate(seat<role::leader>{lead}));
  EXPECT_EQ(outside.text(), "aaaasae");
}

TEST(Observer, ThatMayThrowWhenMovedIsNotPromisedToMoveQuietly) {
  /// Copies itself, which may throw.
  struct heavy {
    heavy() = default;
    heavy(const heavy&) noexcept(false) {}
  };
  static_assert(!std::is_nothrow_constructible_v<session<students, heavy>, const group<students>&, heavy>);
  static_assert(std::is_nothrow_constructible_v<session<students>, const group<students>&>);
  static_assert(!std::is_nothrow_move_constructible_v<session_at<students, stage::presentation, heavy>>);
  static_assert(std::is_nothrow_move_constructible_v<session_at<students, stage::presentation>>);
}

TEST(Observer, IsNotToldOfWhatIsTriedOnACopyWithoutIt) {
  constexpr auto untold = [] {
    auto s = begun();
    auto copy = s;
    auto trial = s.unobserved();
    static_assert(std::is_same_v<decltype(trial), session<students>>);
    return trial.record<act::present_case>(anna) && !s.record<act::pass>(lead) && copy.observer().text().empty() &&
           s.observer().text() == "r" && s.is_legal<act::present_case>(anna) &&
           !trial.is_legal<act::present_case>(anna);
  };
  BALINT_CHECK(untold());
}

TEST(Observer, IsSharedByCopiesThatReferToIt) {
  diary outside;
  session<students, diary&> s(formed<students>().formed().value(), outside);
  auto copy = s;
  EXPECT_TRUE(copy.record<act::present_case>(anna));
  EXPECT_EQ(outside.text(), "a");
  auto trial = s.unobserved();
  EXPECT_TRUE(trial.record<act::present_case>(anna));
  EXPECT_EQ(outside.text(), "a");
}

/// Keeps the session that refers to it.
struct room {
  session<students, room&> held{formed<students>().formed().value(), *this};
  int heard = 0;
  void on_accepted(const event<students>&) { ++heard; }
};
TEST(Observer, MayKeepTheSessionThatRefersToIt) {
  room one;
  EXPECT_TRUE(one.held.record<act::present_case>(anna));
  EXPECT_EQ(one.heard, 1);
}

/// Counts what it hears.
struct counting {
  int heard = 0;
  void on_accepted(const event<students>&) { ++heard; }
};
TEST(Observer, WithANameHearsWhatHappens) {
  const auto people = formed<students>().formed().value();
  counting here;
  session now(people, here);
  static_assert(std::same_as<decltype(now), session<students, counting&>>);
  EXPECT_TRUE(now.record<act::present_case>(anna));
  EXPECT_EQ(here.heard, 1);
  session kept(people, counting{40});
  static_assert(std::same_as<decltype(kept), session<students, counting>>);
  EXPECT_TRUE(kept.record<act::present_case>(anna));
  EXPECT_EQ(kept.observer().heard, 41);
}

}  // namespace observer_test
