// SPDX-License-Identifier: MIT
// player_check plays host to a player for simulated sessions and reports what it does wrong.
#include <balint/balint.hpp>
#include <balint/players/play.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>

#include <CLI/CLI.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "common/program.hpp"
#include "common/variables.hpp"

namespace {

namespace players = balint::players;
namespace simulation = balint::simulation;
using P = balint::student_group;
using policies = simulation::everybody<simulation::conduct<P>>;
using session = players::asked_session<P, policies>;

struct options {
  players::player_command player;
  std::uint64_t sessions = 20;
  bool is_strict = false;
};

balint::cast<P> people() {
  using balint::consent;
  return *balint::cast<P>::of({{"p1", {"participant"}, "", consent::given},
                               {"p2", {"participant"}, "", consent::given},
                               {"p3", {"participant"}, "", consent::given},
                               {"lead", {"leader"}, "teacher"},
                               {"sup", {"supervisor"}}});
}

int check(const options& so) {
  players::player_pool pool({so.player}, "player_check", players::permission::given);
  if (const auto greeted = pool.greet(); !greeted) {
    std::printf("not ok: the player could not be greeted: %s\n", std::string(name_of(greeted.error().why)).c_str());
    return 1;
  }
  const auto account = pool.accounts()[0];
  std::printf("player %s, version %s, deterministic: %s\n", account.name.c_str(), account.version.c_str(),
              account.is_deterministic ? "yes" : "no");
  players::seating seats;
  seats.player[0] = 0;
  seats.player[3] = 0;
  const auto group = people();
  const auto make = [&](std::uint64_t n) {
    return std::make_unique<session>(group, "sim-00000000-" + std::to_string(n), policies{simulation::willing<P>()},
                                     seats, balint::random::address{.seed = 1, .session = n}, players::treatment{},
                                     simulation::caps{.max_events = 300, .max_silent_turns = 100});
  };
  (void)players::play_sessions(pool, 0, so.sessions, 64, make, [](std::uint64_t, const session&) {});
  pool.finish();

  const auto& counts = pool.tally(0);
  std::printf("%llu asks: %llu acts, %llu times nothing\n", static_cast<unsigned long long>(counts.asked),
              static_cast<unsigned long long>(counts.acted), static_cast<unsigned long long>(counts.silent));
  std::uint64_t broken = 0;
  std::uint64_t tried = 0;
  for (std::size_t i = 1; i < players::trouble_count; ++i) {
    const auto what = static_cast<players::trouble>(i);
    const auto times = counts.of(what);
    if (times == 0) continue;
    std::printf("%s: %llu\n", std::string(name_of(what)).c_str(), static_cast<unsigned long long>(times));
    // To try what one's role may not do is a player's right; so is to have no answer.
    const bool is_play = what == players::trouble::refused || what == players::trouble::failed;
    (is_play ? tried : broken) += times;
  }
  for (std::size_t i = 0; i < balint::code_count; ++i) {
    const auto why = static_cast<balint::code>(i);
    if (counts.of(why) != 0)
      std::printf("  refused, %s: %llu\n", std::string(balint::name_of(why)).c_str(),
                  static_cast<unsigned long long>(counts.of(why)));
  }
  const bool is_ok = broken == 0 && (!so.is_strict || tried == 0);
  std::puts(is_ok ? "ok: it speaks balint-player/1" : "not ok");
  return is_ok ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  return run_program("player_check", [&] {
    options so;
    CLI::App app{"Plays host to a player for simulated sessions (balint-player/1) and reports what it does wrong."};
    app.add_option("COMMAND", so.player.line, "The player, for the shell, which is run")->required();
    app.add_option("--sessions", so.sessions, "How many sessions are played; two chairs of each are the player's")
        ->check(CLI::Range(1, 100'000));
    app.add_option("--limit", so.player.limit, "How long an answer may take, in milliseconds")
        ->check(CLI::Range(1, 86'400'000));
    app.add_option("--env", so.player.variables, "A variable that the player gets, by name; it gets no others")
        ->allow_extra_args(false)
        ->check(CLI::Validator(
            [](const std::string& name) { return is_variable(name) ? "" : std::string(no_variable); }, ""));
    app.add_flag("--strict", so.is_strict, "Take refused acts and `fail` for wrong, too");
    app.footer("Exit code 0: nothing is wrong; 1: something is; 2: it could not be checked.");
    if (const auto over = parse(app, count, words)) return *over;
    const int code = check(so);
    if (is_output_written()) return code;
    complain_as("player_check", "standard output could not be written");
    return exit_cannot;
  });
}
