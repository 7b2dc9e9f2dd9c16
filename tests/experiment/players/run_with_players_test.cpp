// SPDX-License-Identifier: MIT
// Experiments with players outside: the tables are those of other experiments, and a cassette gives the same bytes.
#include <balint/experiment/players/run_with_players.hpp>
#include <tests/experiment/small.hpp>
#include <tests/players/playing.hpp>

#include <balint/experiment/results.hpp>
#include <balint/players/cassette.hpp>
#include <balint/simulation/policies/conduct.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <utility>

namespace run_with_players_test {

namespace ex = balint::experiment;
namespace players = balint::players;
using P = balint::student_group;
using seated = ex::seated_cast<P, support::students>;
using files = std::map<std::string, std::string>;
using testing::HasSubstr;

ex::plan plan_of(std::uint64_t sessions, const char* scenario = "players") {
  return {.scenario = ex::hash_of(scenario),
          .seed = 7,
          .arms = {"inside", "outside"},
          .max_sessions = sessions,
          .block_size = ex::sessions_of_a_block_with_external_players,
          .metrics = ex::session_metrics<P>(),
          .files = ex::session_files<P>(),
          .contrasts = {{.arm = 1, .versus = 0}}};
}
/// In the second arm anna and the leader are played outside.
const std::array<seated, 2>& casts() {
  static const std::array<seated, 2> all = [] {
    const support::students willing{balint::simulation::willing<P>()};
    std::array<seated, 2> made{
        {{.people = support::cast_of_students(), .policies = willing, .until = {.max_events = 400}},
         {.people = support::cast_of_students(), .policies = willing, .until = {.max_events = 400}}}};
    made[1].seats.player[support::anna.index] = made[1].seats.player[support::lead.index] = 0;
    return made;
  }();
  return all;
}
struct picks {
  const seated& operator()(std::uint32_t, std::uint32_t arm) const { return casts()[arm]; }
};
files results_of(const ex::plan& of, const std::filesystem::path& in, const players::player_pool& pool) {
  EXPECT_TRUE(ex::write_results(of, in, {.reproducible_by = std::string(pool.reproducible_by())}));
  return small::files_of(in);
}
struct temporary {
  std::FILE* file = std::tmpfile();
  temporary() = default;
  temporary(const temporary&) = delete;
  temporary& operator=(const temporary&) = delete;
  ~temporary() { std::fclose(file); }
  [[nodiscard]] std::string text() const {
    std::string all;
    std::rewind(file);
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) all += static_cast<char>(c);
    return all;
  }
};
players::cassette read(const temporary& tape) {
  std::rewind(tape.file);
  return players::cassette::read(tape.file).value();
}
class RunWithPlayers : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(support::has_python()) << "tests/run.sh installs python3"; }
  const small::scratch scratch;
};

TEST(RunWithPolicies, IsTheExperimentWithoutPlayers) {
  const auto plan = plan_of(40);
  const small::scratch scratch;
  players::player_pool nobody({}, "test", players::permission::denied);
  auto inside = [](std::uint32_t, std::uint32_t) -> const seated& { return casts()[0]; };
  ASSERT_TRUE(ex::run_with_players<P>(plan, scratch / "a", nobody, inside));
  const ex::cast_of<P, support::students> same{casts()[0].people.group(), casts()[0].policies, casts()[0].until};
  const auto cast = [&](std::uint32_t, std::uint32_t) -> const auto& { return same; };
  ASSERT_TRUE(ex::run(plan, scratch / "b", ex::simulate_with<P>(plan, cast)));
  EXPECT_EQ(nobody.reproducible_by(), "seed");
  EXPECT_EQ(results_of(plan, scratch / "a", nobody), results_of(plan, scratch / "b", nobody));
}
TEST_F(RunWithPlayers, GivesTheSameBytesFromACassetteWithoutAnyProcess) {
  const auto plan = plan_of(40);
  const temporary tape;
  files original;
  players::player_tally counts;
  {
    players::player_pool pool({{.line = support::rogue("lie 40")}}, "test", players::permission::given);
    ASSERT_TRUE(pool.greet(tape.file));
    const auto done = ex::run_with_players<P>(plan, scratch / "a", pool, picks{});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->computed, 3U);
    pool.finish();
    original = results_of(plan, scratch / "a", pool);
    counts = pool.tally(0);
  }
  EXPECT_GT(counts.of(players::trouble::refused), 0U);
  EXPECT_THAT(original.at("manifest.json"), HasSubstr(R"("reproducible_by": "cassette")"));
  for (const unsigned threads : {1U, 3U}) {
    players::player_pool pool(read(tape));
    ASSERT_TRUE(pool.greet());
    const auto directory = scratch / (threads == 1 ? "b" : "c");
    ASSERT_TRUE(ex::run_with_players<P>(plan, directory, pool, picks{}, ex::nothing_else{}, {.threads = threads}));
    pool.finish();
    EXPECT_EQ(results_of(plan, directory, pool), original) << threads;
    EXPECT_EQ(pool.tally(0), counts) << threads;
    EXPECT_FALSE(support::has_children());
  }
}
// Whatever a player does, the experiment comes to its end in time and all of its sessions are in the tables. In each of
// four sessions the first three turns of anna and of the leader come to nothing, after which they are asked no more.
struct rogue_case {
  const char* how;
  players::trouble what;
  std::uint32_t time_outs = 0;  ///< How many there are one after another.
};
class Rogues : public RunWithPlayers, public testing::WithParamInterface<rogue_case> {};
TEST_P(Rogues, EndNoExperiment) {
  const auto plan = plan_of(4);
  const auto& [how, what, time_outs] = GetParam();
  constexpr std::uint32_t limit = 200;
  constexpr const char* secret = "sesame_4711";
  ::setenv("BALINT_TEST_SECRET", secret, 1);
  const temporary tape;
  const auto began = std::chrono::steady_clock::now();
  players::player_pool pool(
      {{.line = support::rogue(how), .variables = {"BALINT_TEST_SECRET"}, .limit = time_outs == 0 ? 60'000 : limit}},
      "test", players::permission::given);
  ASSERT_TRUE(pool.greet(tape.file));
  ASSERT_TRUE(ex::run_with_players<P>(plan, scratch / "a", pool, picks{}));
  pool.finish();
  const auto written = results_of(plan, scratch / "a", pool);
  // Whatever hangs takes longer than this, however busy the machine is.
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::milliseconds(time_outs * limit + 60'000));
  EXPECT_EQ(std::ranges::count(written.at("sessions.csv"), '\n'), 1 + 8);
  const auto& counts = pool.tally(0);
  for (std::size_t i = 0; i < players::trouble_count; ++i) {
    const auto one = static_cast<players::trouble>(i);
    EXPECT_TRUE(one == what || counts.of(one) == 0) << name_of(one);
  }
  EXPECT_GE(counts.of(what), counts.fallbacks);
  EXPECT_EQ(counts.fallbacks, 3 * counts.dropped);
  EXPECT_EQ(counts.dropped, 8U);
  // A secret of the environment stands nowhere.
  EXPECT_EQ(tape.text().find(secret), std::string::npos);
  for (const auto& one : std::filesystem::recursive_directory_iterator(scratch / "a")) {
    if (!one.is_regular_file()) continue;
    EXPECT_EQ(small::text_of(one.path()).find(secret), std::string::npos) << one.path();
  }
}
INSTANTIATE_TEST_SUITE_P(
    Each, Rogues,
    testing::Values(rogue_case{"hang", players::trouble::timed_out, 6}, rogue_case{"flood", players::trouble::not_json},
                    rogue_case{"die", players::trouble::died}, rogue_case{"lie", players::trouble::refused},
                    rogue_case{"long", players::trouble::too_long}, rogue_case{"nul", players::trouble::not_json},
                    rogue_case{"id", players::trouble::unknown_id}, rogue_case{"close", players::trouble::died},
                    rogue_case{"secret", players::trouble::unknown_act}, rogue_case{"fail", players::trouble::failed}),
    [](const auto& one) { return std::string(one.param.how); });
TEST_F(RunWithPlayers, TellsWhatWasRefusedToWhomAndWhy) {
  const auto plan = plan_of(16);
  players::player_pool pool({{.line = support::rogue("lie")}}, "test", players::permission::given);
  ASSERT_TRUE(pool.greet());
  std::map<balint::code, std::uint64_t> refused;
  const auto also = [&](const ex::simulated<P>& one, ex::session_result&) {
    EXPECT_EQ(one.refused.size(), one.came_out.refused);
    for (const auto& [what, why] : one.refused) {
      EXPECT_TRUE(what.by == support::anna || what.by == support::lead);
      EXPECT_EQ(one.slot.arm, 1U);
      ++refused[why];
    }
  };
  ASSERT_TRUE(ex::run_with_players<P>(plan, scratch / "a", pool, picks{}, also));
  EXPECT_FALSE(refused.empty());
  std::uint64_t sum = 0;
  for (const auto& [why, times] : refused) {
    EXPECT_EQ(pool.tally(0).of(why), times) << name_of(why);
    sum += times;
  }
  EXPECT_EQ(pool.tally(0).of(players::trouble::refused), sum);
}
/// Adds up what each session counted.
struct adding {
  players::player_tally* all;
  std::uint64_t* sessions;
  void operator()(const ex::simulated<P>&, ex::session_result&) const {}
  template <typename Session>
    requires requires(const Session& one) { one.tallies(); }
  void operator()(const ex::slot& which, const Session& one, ex::session_result&) const {
    ++*sessions;
    EXPECT_EQ(one.tallies().size(), which.arm);
    for (const auto& counts : one.tallies()) {
      all->asked += counts.asked;
      all->acted += counts.acted;
      all->silent += counts.silent;
      all->fallbacks += counts.fallbacks;
      all->dropped += counts.dropped;
      for (std::size_t i = 0; i < counts.troubles.size(); ++i) all->troubles[i] += counts.troubles[i];
      for (std::size_t i = 0; i < counts.refused.size(); ++i) all->refused[i] += counts.refused[i];
    }
  }
};
TEST_F(RunWithPlayers, TellsWhatCameOfTheAsksOfEachSession) {
  players::player_pool pool({{.line = support::rogue("lie 3")}}, "test", players::permission::given);
  ASSERT_TRUE(pool.greet());
  players::player_tally counts;
  std::uint64_t sessions = 0;
  ASSERT_TRUE(ex::run_with_players<P>(plan_of(20), scratch / "a", pool, picks{}, adding{&counts, &sessions}));
  EXPECT_EQ(sessions, 40U);
  EXPECT_GT(counts.of(players::trouble::refused), 0U);
  EXPECT_GT(counts.silent, 0U);
  EXPECT_EQ(counts, pool.tally(0));
}
// The player answers nothing more after a while, and has an hour for it: the run ends at once.
TEST_F(RunWithPlayers, IsInterruptedInTheMiddleOfABlock) {
  const auto plan = plan_of(32);
  players::player_pool pool({{.line = support::rogue("hang 9"), .limit = 3'600'000}}, "test",
                            players::permission::given);
  ASSERT_TRUE(pool.greet());
  static std::atomic<bool> interrupted;
  interrupted = false;
  const auto before = std::signal(SIGALRM, [](int) { interrupted = true; });
  ::alarm(1);
  const auto done =
      ex::run_with_players<P>(plan, scratch / "a", pool, picks{}, ex::nothing_else{}, {.interrupted = &interrupted});
  std::signal(SIGALRM, before);
  ASSERT_TRUE(done) << done.error().text;
  EXPECT_TRUE(done->is_interrupted);
  EXPECT_EQ(done->computed, 0U);
  EXPECT_EQ(pool.tally(0).silent, 9U);
}
TEST_F(RunWithPlayers, EndsWhereTheCassetteIsOfSomethingElseAndKeepsWhatItHad) {
  const temporary tape;
  {
    players::player_pool pool({{.line = support::chooser()}}, "test", players::permission::given);
    ASSERT_TRUE(pool.greet(tape.file));
    ASSERT_TRUE(ex::run_with_players<P>(plan_of(16), scratch / "a", pool, picks{}));
  }
  players::player_pool more(read(tape));
  const auto longer = ex::run_with_players<P>(plan_of(48), scratch / "b", more, picks{});
  ASSERT_FALSE(longer);
  EXPECT_EQ(longer.error().what, ex::fault::other_scenario);
  EXPECT_THAT(longer.error().text, HasSubstr("no answer to ask 1 of "));
  EXPECT_EQ(ex::archive::open(plan_of(48), scratch / "b")->size(), 1U);
  players::player_pool other(read(tape));
  EXPECT_FALSE(ex::run_with_players<P>(plan_of(16, "other"), scratch / "c", other, picks{}));
}
TEST_F(RunWithPlayers, GoesOnAfterAnInterruptWithACassetteInTwoParts) {
  const auto plan = plan_of(64);
  const temporary tape;
  files original;
  std::atomic<bool> interrupted = false;
  for (const bool resumes : {false, true}) {
    players::player_pool pool({{.line = support::chooser()}}, "test", players::permission::given);
    ASSERT_TRUE(pool.greet(tape.file));
    const auto done =
        ex::run_with_players<P>(plan, scratch / "a", pool, picks{}, ex::nothing_else{},
                                {.resumes = resumes,
                                 .interrupted = resumes ? nullptr : &interrupted,
                                 .on_progress = [&](const ex::progress& now) { interrupted = now.done == 2; }});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->computed, 2U);
    pool.finish();
    if (resumes) original = results_of(plan, scratch / "a", pool);
  }
  players::player_pool pool(read(tape));
  ASSERT_TRUE(ex::run_with_players<P>(plan, scratch / "b", pool, picks{}));
  EXPECT_EQ(results_of(plan, scratch / "b", pool), original);
}
TEST(RunWithPolicies, RefusesAChairOfAPlayerThatThereIsNot) {
  const small::scratch scratch;
  players::player_pool nobody({}, "test", players::permission::denied);
  const auto done = ex::run_with_players<P>(plan_of(16), scratch / "a", nobody, picks{});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, ex::fault::bad_plan);
  EXPECT_THAT(done.error().text, HasSubstr("player 1, and there are 0"));
}

}  // namespace run_with_players_test
