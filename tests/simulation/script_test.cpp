// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/scripted.hpp>
#include <balint/simulation/script.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <vector>

namespace script_test {

namespace act = balint::act;
namespace sim = balint::simulation;
using P = balint::student_group;
using support::anna, support::boris;
template <typename Act>
constexpr balint::act_id<P> id = balint::act_id_of<Act, P>;

bool has_case_of_boris(const sim::view<P>& now) { return now.cases().contains(boris); }
bool has_presenter(const sim::view<P>& now) { return now.presenter() != balint::nobody; }

/// Presents a case, votes for Boris, asks three times once somebody else has asked, and tells the story if the case is
/// one's own.
sim::script<P> of_anna() {
  co_yield {id<act::present_case>};
  const auto& seen = co_await sim::until<P>{has_case_of_boris};
  co_yield {id<act::vote>, balint::case_id{boris}};
  co_await sim::until<P>{has_presenter};
  if (seen.presenter() == seen.self()) {
    co_yield {id<act::accept_case>};
    co_yield {id<act::tell_story>};
  } else {
    for (int i = 0; i < 3; ++i) co_yield {id<act::ask>};
  }
}
using player = sim::script_player<P, sim::conduct<P>>;

/// A session with a script among the willing, with its record; a copy has a record of its own.
struct scripted_session {
  std::vector<balint::event<P>> record;
  sim::simulated_session<P> now;

  explicit scripted_session(std::uint64_t number)
      : now(support::formed<P>().formed().value(), {.seed = 1, .session = number}) {}
  void go_on(std::size_t events) {
    const sim::player_of<P, sim::conduct<P>> others(sim::willing<P>());
    const sim::player_of<P, player> one(player(of_anna, support::formed<P>().formed().value(), record));
    sim::company<P> players;
    for (std::size_t i = 0; i < 6; ++i) players.plays[i] = &others;
    players.plays[anna.index] = &one;
    while (record.size() < events && now.step(players, [&](const auto& e) { record.push_back(e); })) {
    }
  }
};
std::vector<sim::choice<P>> done_by(balint::person_id who, const std::vector<balint::event<P>>& events) {
  std::vector<sim::choice<P>> all;
  for (const auto& e : events) {
    if (e.by == who) all.push_back({e.act, e.target()});
  }
  return all;
}
void expect_script(const std::vector<balint::event<P>>& events) {
  const auto done = done_by(anna, events);
  ASSERT_GE(done.size(), 4U);
  EXPECT_EQ(done[0], (sim::choice<P>{id<act::present_case>}));
  EXPECT_EQ(done[1], (sim::choice<P>{id<act::vote>, balint::case_id{boris}}));
  const bool is_presenter =
      std::ranges::any_of(events, [](const auto& e) { return e.act == id<act::accept_case> && e.by == anna; });
  EXPECT_EQ(done[2], (sim::choice<P>{is_presenter ? id<act::accept_case> : id<act::ask>}));
  EXPECT_EQ(done[3], (sim::choice<P>{is_presenter ? id<act::tell_story> : id<act::ask>}));
}

TEST(Script, ReactsToWhatItSees) {
  std::set<balint::act_id<P>> third;
  int through = 0;
  for (std::uint64_t number = 0; number < 30; ++number) {
    scripted_session one(number);
    one.go_on(10'000);
    const auto done = done_by(anna, one.record);
    if (done.size() < 4) continue;  // the leader moved on before there was a second question
    expect_script(one.record);
    third.insert(done[2].act);
    through += one.now.result().why == sim::stop::closed ? 1 : 0;
    EXPECT_EQ(support::findings_in(one.record), 0U);
  }
  EXPECT_EQ(third.size(), 2U);
  EXPECT_GT(through, 5);
}
TEST(Script, IsTheSameTwice) {
  scripted_session one(3), other(3);
  one.go_on(10'000);
  other.go_on(10'000);
  EXPECT_EQ(one.record, other.record);
}
// At every event of a session: a copy goes on as the original does, and a fork has a future of its own in which the
// script goes on from where it was.
TEST(Script, SurvivesCopiesAndForksAtAnyEvent) {
  scripted_session whole(3);
  whole.go_on(10'000);
  const auto n = whole.record.size();
  for (std::size_t at = 0; at < n; at += 3) {
    scripted_session now(3);
    now.go_on(at);
    auto copy = now;
    auto fork = now;
    fork.now.fork(1);
    fork.go_on(10'000);  // first, to see that it moves nothing of the copy
    copy.go_on(10'000);
    EXPECT_EQ(copy.record, whole.record) << at;
    EXPECT_TRUE(
        std::equal(whole.record.begin(), whole.record.begin() + static_cast<std::ptrdiff_t>(at), fork.record.begin()));
    EXPECT_NE(fork.record, whole.record) << at;
    const auto done = done_by(anna, fork.record);
    ASSERT_GE(done.size(), 2U);
    EXPECT_EQ(done[0], (sim::choice<P>{id<act::present_case>}));
    EXPECT_EQ(std::ranges::count(done, done[0]), 1);
    EXPECT_EQ(done[1], (sim::choice<P>{id<act::vote>, balint::case_id{boris}}));
  }
}
// A recorded session is replayed to an event; the script picks up where the record leaves it.
TEST(Script, GoesOnFromAReplay) {
  scripted_session whole(3);
  whole.go_on(10'000);
  scripted_session now(99);
  const sim::everybody again{sim::replay<P>(whole.record)};
  while (now.record.size() < 5) now.now.step(again, [&](const auto& e) { now.record.push_back(e); });
  now.now.fork(1);
  now.go_on(10'000);
  const auto done = done_by(anna, now.record);
  EXPECT_EQ(std::ranges::count(done, sim::choice<P>{id<act::present_case>}), 1);
  EXPECT_EQ(std::ranges::count(done, sim::choice<P>{id<act::vote>, balint::case_id{boris}}), 1);
}
TEST(Script, DoesNothingWhereTheRecordIsMissing) {
  const std::vector<balint::event<P>> nothing;
  const auto people = support::formed<P>().formed().value();
  const player one(of_anna, people, nothing);
  balint::session<P> now(people);
  sim::moment<P> seen;
  seen.look_at(now);
  EXPECT_GT(one.eagerness(sim::view<P>(now, seen, anna)), sim::eagerness::none());
  seen.events = 1;
  EXPECT_EQ(one.eagerness(sim::view<P>(now, seen, anna)), sim::eagerness::none());
}

sim::script<P> that_fails() {
  co_await sim::until<P>{};  // waits for nothing
  throw std::runtime_error("the script has come to its end");
}
TEST(Script, LetsOutWhatItThrows) {
  const auto people = support::formed<P>().formed().value();
  const std::vector<balint::event<P>> record;
  const player one(that_fails, people, record);
  const sim::simulated_session<P> now(people, {.seed = 1});
  EXPECT_THROW((void)one.eagerness(now.seen_by(anna)), std::runtime_error);
}

}  // namespace script_test
