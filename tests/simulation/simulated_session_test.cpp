// SPDX-License-Identifier: MIT
#include <balint/random/audit.hpp>
#include <balint/simulation/simulated_session.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

namespace simulated_session_test {

namespace act = balint::act;
namespace role = balint::role;
namespace sim = balint::simulation;
using balint::random::address;
using support::play;
using support::play_willing;
using P = balint::student_group;

template <typename Protocol>
class Simulated : public testing::Test {};
using all_protocols = testing::Types<balint::student_group, balint::staff_group, balint::led_staff_group,
                                     balint::classical_group, balint::case_consultation>;
TYPED_TEST_SUITE(Simulated, all_protocols);

TYPED_TEST(Simulated, SessionsOfTheWillingCloseWithoutAFinding) {
  std::set<std::size_t> lengths;
  for (std::uint64_t session = 0; session < 100; ++session) {
    const auto all = play_willing<TypeParam>({.seed = 1, .session = session});
    ASSERT_EQ(all.result.why, sim::stop::closed) << session << ' ' << name_of(all.result.why);
    ASSERT_EQ(support::findings_in(all.events), 0U) << session;
    EXPECT_EQ(all.result.events, all.events.size());
    EXPECT_EQ(all.result.refused, 0U);
    EXPECT_EQ(all.result.length.milliseconds, all.events.back().at.since_epoch);
    lengths.insert(all.events.size());
  }
  EXPECT_GT(lengths.size(), 5U);
}
TYPED_TEST(Simulated, SessionIsTheSameTwiceAndAnotherWithAnotherNumber) {
  const auto once = play_willing<TypeParam>({.seed = 1, .session = 73'912});
  (void)play_willing<TypeParam>({.seed = 1, .session = 73'913});
  EXPECT_EQ(play_willing<TypeParam>({.seed = 1, .session = 73'912}).events, once.events);
  EXPECT_NE(play_willing<TypeParam>({.seed = 1, .session = 73'913}).events, once.events);
  EXPECT_NE(play_willing<TypeParam>({.seed = 2, .session = 73'912}).events, once.events);
  EXPECT_NE(play_willing<TypeParam>({.seed = 1, .session = 73'912, .point = 1}).events, once.events);
}
TYPED_TEST(Simulated, ForksAreEqualUpToTheForkAndThenHaveFuturesOfTheirOwn) {
  constexpr std::size_t at = 10;
  const auto people = support::formed<TypeParam>().formed().value();
  const sim::everybody players{sim::willing<TypeParam>()};
  const auto original = play_willing<TypeParam>({.seed = 5, .session = 9});
  ASSERT_GT(original.events.size(), at);
  const auto future = [&](std::uint16_t fork) {
    std::vector<balint::event<TypeParam>> events;
    const auto keep = [&](const balint::event<TypeParam>& e) { events.push_back(e); };
    sim::simulated_session<TypeParam> now(people, {.seed = 5, .session = 9});
    while (events.size() < at) now.step(players, keep);
    now.fork(fork);
    now.run(players, keep);
    return events;
  };
  std::set<std::vector<std::int64_t>> futures;
  for (std::uint16_t fork = 0; fork < 100; ++fork) {
    const auto events = future(fork);
    EXPECT_TRUE(std::equal(events.begin(), events.begin() + at, original.events.begin()));
    std::vector<std::int64_t> rest;
    for (auto i = at; i < events.size(); ++i) rest.push_back(events[i].at.since_epoch);
    futures.insert(rest);
    if (fork < 5) {
      EXPECT_EQ(future(fork), events);
    }
  }
  EXPECT_EQ(futures.size(), 100U);
  EXPECT_EQ(future(0), original.events);
}
TYPED_TEST(Simulated, SessionUsesNoCounterTwice) {
  balint::random::counter_record counters;
  const auto people = support::formed<TypeParam>().formed().value();
  const sim::everybody players{sim::willing<TypeParam>()};
  for (std::uint64_t session = 0; session < 5; ++session) {
    sim::simulated_session<TypeParam, balint::random::audited> now(people, {.seed = 5, .session = session}, {}, {0},
                                                                   balint::random::audited(counters));
    for (int i = 0; i < 10; ++i) now.step(players, [](const auto&) {});
    auto other = now;
    now.run(players, [](const auto&) {});
    other.fork(1);
    other.run(players, [](const auto&) {});
  }
  EXPECT_GT(counters.size(), 100U);
  EXPECT_EQ(counters.repeated(), 0U);
}

TEST(SimulatedSession, SpendsACopyAsTheOriginal) {
  const sim::everybody players{sim::willing<P>()};
  sim::simulated_session<P> one(support::formed<P>().formed().value(), {.seed = 3});
  for (int i = 0; i < 7; ++i) one.step(players, [](const auto&) {});
  auto other = one;
  std::vector<balint::event<P>> first, second;
  one.run(players, [&](const auto& e) { first.push_back(e); });
  other.run(players, [&](const auto& e) { second.push_back(e); });
  EXPECT_EQ(first, second);
  EXPECT_FALSE(one.step(players, [](const auto&) {}));
  EXPECT_EQ(one.result(), other.result());
}
TEST(SimulatedSession, IsCutOffByEachCap) {
  const auto people = support::formed<P>().formed().value();
  const sim::everybody players{sim::willing<P>()};
  const auto few = play<P>(people, players, {.seed = 1}, {.max_events = 12});
  EXPECT_EQ(few.result.why, sim::stop::truncated_by_events);
  EXPECT_EQ(few.events.size(), 12U);
  const auto brief = play<P>(people, players, {.seed = 1}, {.max_minutes = 5});
  EXPECT_EQ(brief.result.why, sim::stop::truncated_by_time);
  EXPECT_GE(brief.result.length.in_minutes(), 5);
  EXPECT_TRUE(is_truncated(brief.result.why));
  EXPECT_TRUE(std::equal(few.events.begin(), few.events.begin() + 3, brief.events.begin()));
}

/// Wants the floor and does nothing, or wants what is refused, or wants nothing.
struct idle {
  sim::choice<P> what;
  std::uint32_t wants = sim::eagerness::once_a_second;
  template <typename View>
  sim::eagerness eagerness(const View&) const {
    return {wants};
  }
  template <typename View, typename Draws>
  sim::choice<P> decide(const View&, Draws&) const {
    return what;
  }
  template <typename View, typename Draws>
  std::uint32_t hold(const View&, sim::choice<P>, Draws&) const {
    return 1;
  }
};
TEST(SimulatedSession, IsCutOffWhereNothingHappens) {
  const auto people = support::formed<P>().formed().value();
  const auto silent = play<P>(people, sim::everybody<idle>{}, {.seed = 1}, {.max_silent_turns = 50});
  EXPECT_EQ(silent.result.why, sim::stop::truncated_by_silence);
  EXPECT_EQ(silent.result.silences, 50U);
  EXPECT_GT(silent.result.length.milliseconds, 0);
  const auto refused =
      play<P>(people, sim::everybody<idle>{{.what = {balint::act_id_of<act::vote, P>, balint::case_id{{0}}}}}, {},
              {.max_silent_turns = 50});
  EXPECT_EQ(refused.result.why, sim::stop::truncated_by_silence);
  EXPECT_EQ(refused.result.refused, 50U);
  const auto nobody = play<P>(people, sim::everybody<idle>{{.what = {}, .wants = 0}}, {});
  EXPECT_EQ(nobody.result, sim::outcome{.why = sim::stop::truncated_by_silence});
}
TEST(SimulatedSession, TellsOfWhatIsRefusedAndGoesOn) {
  const sim::everybody<idle> players{{.what = {balint::act_id_of<act::vote, P>, balint::case_id{{1}}}}};
  sim::simulated_session<P> now(support::formed<P>().formed().value(), {.seed = 1});
  std::vector<balint::code> codes;
  EXPECT_TRUE(now.step(
      players, [](const auto&) { FAIL(); },
      [&](const balint::event<P>& e, balint::code why) {
        EXPECT_EQ(balint::detail::raw_target(e), 1);
        codes.push_back(why);
      }));
  EXPECT_EQ(codes, std::vector{balint::code::wrong_stage});
  EXPECT_EQ(now.now().snapshot(), balint::session<P>(support::formed<P>().formed().value()).snapshot());
}
// What is done to something of another kind is never taken for something else.
TEST(SimulatedSession, RefusesWhatDoesNotFitTheAct) {
  const auto people = support::formed<P>().formed().value();
  for (const sim::choice<P> what : {sim::choice<P>{balint::act_id_of<act::refocus, P>, balint::case_id{{0}}},
                                    sim::choice<P>{balint::act_id_of<act::vote, P>, balint::option_id{1}}}) {
    sim::simulated_session<P> now(people, {.seed = 1});
    std::vector<balint::code> codes;
    now.step(
        sim::everybody<idle>{{.what = what}}, [](const auto&) { FAIL(); },
        [&](const auto&, balint::code why) { codes.push_back(why); });
    EXPECT_EQ(codes, std::vector{balint::code::unknown_target});
  }
}
/// Brings back the discussion again and again, and notes what it draws.
struct noting : idle {
  std::vector<std::uint32_t>* drawn = nullptr;
  template <typename View, typename Draws>
  sim::choice<P> decide(const View& seen, Draws& from) const {
    if (!seen.leads()) return sim::choice<P>::silence();
    drawn->push_back(from.act.bits32());
    return {balint::act_id_of<act::refocus, P>};
  }
  template <typename View, typename Draws>
  std::uint32_t hold(const View&, sim::choice<P>, Draws& from) const {
    drawn->push_back(from.hold.bits32());
    return 5;
  }
};
// Players are numbered by office: a twelfth participant moves nobody's draws.
TEST(SimulatedSession, LeavesTheStreamsOfOthersWhereTheyAreInALargerGroup) {
  std::vector<std::uint32_t> few, more;
  for (auto* drawn : {&few, &more}) {
    noting policy;
    policy.drawn = drawn;
    (void)play<P>(support::circle_of(drawn == &few ? 11 : 12), sim::everybody{policy}, {.seed = 1}, {.max_events = 20});
  }
  EXPECT_EQ(few.size(), 40U);
  EXPECT_EQ(few, more);
}

// ---- a protocol from its declaration alone
// ------------------------------------------------------------------------------

/// Troika consulting: a client, two consultants; the client turns away while they talk. @source domain 3.2
struct troika_words {
  struct client final {
    static constexpr std::string_view name = "client", source = "domain 3.2";
  };
  struct consulting final {
    static constexpr std::string_view name = "consulting", source = "domain 3.2";
  };
  struct reflection final {
    static constexpr std::string_view name = "reflection", source = "domain 3.2";
  };
  struct thank final : balint::act_on<> {
    static constexpr std::string_view name = "thank", source = "domain 3.2";
  };
};
namespace troika_parts {
using namespace balint::declare;
using client = troika_words::client;
using consultant = but<role::participant, client>;
using order =
    sequence<in<balint::stage::casting, once<role::participant, act::take_case>>,
             in<balint::stage::account, once<client, act::tell_story>>,
             in<balint::stage::questions, may<consultant, act::ask>, may<client, act::answer, after<act::ask>>>,
             in<troika_words::consulting, outside<client>, each_at_least_once<consultant, act::suggest>>,
             in<troika_words::reflection, once<client, troika_words::thank>>>;
using acts = throughout<may<role::moderator, act::advance>, may<role::moderator, act::close>,
                        may<role::moderator, act::terminate>, may<role::participant, act::pass>,
                        may<role::anyone, act::withdraw>, may<role::anyone, act::drop>, may<role::anyone, act::rejoin>,
                        may<role::moderator, act::hand_over, to<consultant>>>;
}  // namespace troika_parts
struct troika {
  static constexpr std::string_view name = "troika", source = "domain 3.2";
  using offices = balint::declare::offices<role::participant, role::moderator>;
  using lead = balint::declare::led_by<role::moderator, role::participant>;
  using presented_by = troika_words::client;
  using formation = balint::declare::conditions<balint::declare::at_least<3, role::participant>,
                                                balint::declare::somebody<role::moderator>>;
  using order = troika_parts::order;
  using throughout = troika_parts::acts;
};
TEST(SimulatedSession, IsOfAnyProtocolFromItsDeclarationAlone) {
  using person = balint::person<troika>;
  const std::vector people{person::as<role::participant, role::moderator>("a"), person::as<role::participant>("b"),
                           person::as<role::participant>("c")};
  const auto formed = balint::form<troika>(people);
  ASSERT_TRUE(formed.is_formed());
  for (std::uint64_t session = 0; session < 100; ++session) {
    const auto all =
        play<troika>(formed.formed().value(), sim::everybody{sim::willing<troika>()}, {.seed = 4, .session = session});
    ASSERT_EQ(all.result.why, sim::stop::closed) << session << ' ' << all.events.size();
    ASSERT_EQ(support::findings_in(all.events, formed), 0U);
  }
}

// For players who answer later: the parts of a step come to the same, whatever lies between them.
TEST(Parts, OfAStepAreTheStep) {
  const auto original = play_willing<P>({.seed = 3, .session = 5});
  const auto people = support::formed<P>().formed().value();
  const sim::everybody players{sim::willing<P>()};
  std::vector<balint::event<P>> events;
  const auto keep = [&](const balint::event<P>& e) { events.push_back(e); };
  const auto refused = [](const balint::event<P>&, balint::code) { FAIL(); };
  sim::simulated_session<P> now(people, {.seed = 3, .session = 5});
  // What the players would draw for their acts is not drawn: the acts are those of the original, in the same turns.
  for (const auto& e : original.events) {
    const auto who = now.give_floor(players);
    ASSERT_EQ(who, e.by);
    ASSERT_TRUE(now.try_act(players[who], {e.act, e.target()}, keep, refused));
    now = sim::simulated_session<P>(now);
    now.end_turn();
  }
  EXPECT_EQ(events, original.events);
  EXPECT_EQ(now.give_floor(players), balint::nobody);
  EXPECT_EQ(now.result().why, original.result.why);
}
TEST(Parts, LetSomebodyTryAgainInTheSameTurn) {
  const sim::everybody players{sim::willing<P>()};
  sim::simulated_session<P> now(support::formed<P>().formed().value(), {.seed = 3});
  const auto none = [](const balint::event<P>&) { FAIL(); };
  std::vector<balint::code> codes;
  const auto refused = [&](const balint::event<P>&, balint::code why) { codes.push_back(why); };
  const auto who = now.give_floor(players);
  ASSERT_NE(who, balint::nobody);
  EXPECT_FALSE(now.try_act(players[who], {balint::act_id_of<act::close, P>}, none, refused));
  EXPECT_FALSE(now.try_act(players[who], {balint::act_id_of<act::vote, P>, balint::case_id{{0}}}, none, refused));
  EXPECT_TRUE(now.end_turn());
  EXPECT_EQ(codes.size(), 2U);
  EXPECT_EQ(now.result().refused, 2U);
  EXPECT_EQ(now.result().silences, 0U);
  ASSERT_NE(now.give_floor(players), balint::nobody);
  EXPECT_TRUE(now.end_turn());
  EXPECT_EQ(now.result().silences, 1U);
}

}  // namespace simulated_session_test
