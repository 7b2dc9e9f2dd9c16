// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/scripted.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace scripted_test {

namespace act = balint::act;
namespace sim = balint::simulation;
using P = balint::student_group;
using support::anna;

template <typename Act>
constexpr balint::act_id<P> id = balint::act_id_of<Act, P>;

TEST(Scripted, DoesOneActAfterTheOtherAndThenPlaysOn) {
  static constexpr std::array<sim::choice<P>, 3> script{
      sim::choice<P>{id<act::flag>, balint::rule_id{2}}, {id<act::pass>}, {id<act::vote>, balint::case_id{{1}}}};
  const auto people = support::formed<P>().formed().value();
  const sim::player_of<P, sim::conduct<P>> others(sim::willing<P>());
  const sim::player_of<P, sim::scripted<P, sim::conduct<P>>> one{sim::scripted<P, sim::conduct<P>>(script)};
  sim::company<P> players;
  for (std::size_t i = 0; i < people.size(); ++i) players.plays[i] = &others;
  players.plays[anna.index] = &one;
  for (std::uint64_t session = 0; session < 20; ++session) {
    const auto all = support::play<P>(people, players, {.session = session});
    EXPECT_EQ(all.result.why, sim::stop::closed);
    std::vector<sim::choice<P>> done;
    for (const auto& e : all.events) {
      if (e.by == anna) done.push_back({e.act, e.target()});
    }
    ASSERT_GT(done.size(), 3U);
    EXPECT_TRUE(std::equal(script.begin(), script.end(), done.begin()));
  }
}
TEST(Scripted, WaitsForWhatIsNotLegal) {
  static constexpr std::array<sim::choice<P>, 1> script{sim::choice<P>{id<act::close>}};
  const sim::everybody players{sim::scripted<P, sim::conduct<P>>(script)};
  const auto all = support::play<P>(support::formed<P>().formed().value(), players, {});
  EXPECT_EQ(all.result.why, sim::stop::truncated_by_silence);
  EXPECT_TRUE(all.events.empty());
}

TEST(Replay, PlaysARecordAgainEventForEventAndAtTheSameTimes) {
  const auto original = support::play_willing<P>({.seed = 1, .session = 4});
  const sim::everybody again{sim::replay<P>(original.events)};
  const auto all = support::play<P>(support::formed<P>().formed().value(), again, {.seed = 99});
  EXPECT_EQ(all.events, original.events);
  EXPECT_EQ(all.result, original.result);
}
// A recorded session is played to an event, and goes on from there with others.
TEST(Replay, IsForkedAtAnyEvent) {
  const auto original = support::play_willing<P>({.seed = 1, .session = 4});
  const sim::everybody again{sim::replay<P>(original.events)};
  const sim::everybody others{sim::seldom_speaking<P>()};
  for (const std::size_t at :
       {std::size_t{0}, std::size_t{1}, original.events.size() / 2, original.events.size() - 1}) {
    std::vector<balint::event<P>> events;
    const auto keep = [&](const balint::event<P>& e) { events.push_back(e); };
    sim::simulated_session<P> now(support::formed<P>().formed().value(), {.seed = 99});
    while (events.size() < at) now.step(again, keep);
    now.fork(1);
    now.run(others, keep);
    EXPECT_EQ(now.result().why, sim::stop::closed);
    EXPECT_TRUE(std::equal(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(at), original.events.begin()));
    EXPECT_NE(events, original.events);
  }
}
TEST(Replay, StopsWhereTheRecordEnds) {
  auto cut = support::play_willing<P>({.seed = 1, .session = 4}).events;
  cut.resize(5);
  cut[2].at = balint::unstated;
  const auto all = support::play<P>(support::formed<P>().formed().value(), sim::everybody{sim::replay<P>(cut)}, {});
  EXPECT_EQ(all.result.why, sim::stop::truncated_by_silence);
  EXPECT_EQ(all.events.size(), 5U);
  EXPECT_EQ(all.events[2].at, all.events[1].at);
}

}  // namespace scripted_test
