// SPDX-License-Identifier: MIT
// Observers: what they are told, in which order, and that they see the session changed.
#include <balint/session/observer.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace observer_test {

using students = student_group;

/// Writes one letter for everything it is told: accepted, refused, entered a stage, ended.
struct diary {
  std::array<char, 64> letters{};
  std::size_t size = 0;
  stage_id entered{0xFF};
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
  constexpr void on_stage_entered(stage_id stage) {
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

constexpr observed begun() { return observed(formed<students>().group); }

TEST(Observer, IsToldOfWhatWasAccepted) {
  constexpr auto told = [] {
    auto s = begun();
    (void)s.record<act::present_case>(anna);
    return s.observer().text() == "a" && s.observer().accepted == event_of<students, act::present_case>(anna);
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
    for (const auto who : {anna, anna, boris, clara}) put(event_of<students, act::present_case>(who));
    put(event_of<students, act::advance>(lead));
    put(event_of<students, act::propose>(anna));
    put(event_of<students, act::terminate>(lead));
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
  constexpr void on_stage_entered(stage_id) { letters[size++] = 's'; }
  constexpr void on_ended(ending) { letters[size++] = 'e'; }
};
TEST(Observer, IsToldOfAttemptsWithoutAskingForRefusals) {
  constexpr auto told = [] {
    session<students, follower> s(formed<students>().group);
    for (const auto who : {anna, anna, boris, clara}) (void)s.attempt(event_of<students, act::present_case>(who));
    (void)s.attempt(event_of<students, act::advance>(lead));
    (void)s.attempt(event_of<students, act::terminate>(lead));
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
    observed s =
        observed::restore(formed<students>().group, fulfilled<students, stage::self_assessment>()->snapshot()).value();
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
  void on_stage_entered(stage_id stage) { saw_the_new_stage = seen->stage() == stage; }
  void on_ended(ending how) { saw_the_end = seen->is_over() && seen->end() == how; }
};

TEST(Observer, IsCalledAfterTheSessionHasChanged) {
  session<students, onlooker> s(formed<students>().group);
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
    session<students, counter> s(formed<students>().group);
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

}  // namespace observer_test
