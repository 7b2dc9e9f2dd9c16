// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Runs an experiment in which some chairs are played outside: by other programs, or from a cassette of their answers.
#include <balint/experiment/blocks/failure.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/blocks/worker.hpp>
#include <balint/experiment/facts.hpp>
#include <balint/experiment/run.hpp>
#include <balint/experiment/simulating.hpp>
#include <balint/players/asked_session.hpp>
#include <balint/players/play.hpp>
#include <balint/players/pool.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/session.hpp>
#include <balint/simulation/outcome.hpp>
#include <balint/simulation/session_name.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/words/cast.hpp>

#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace balint::experiment {

/// Who takes part in the sessions of an arm at a point, where some chairs are played outside.
template <protocol P, typename Policies>
struct seated_cast {
  /// The people, by the names that players are told.
  balint::cast<P> people;
  /// The policies: anything that `simulated_session` takes. Of those who are played outside they say how much they want
  /// the floor and how long an act takes; of the others, what they do, too.
  Policies policies;
  /// Whose chair is played by which player of the pool.
  balint::players::seating seats = {};
  /// How players are treated.
  balint::players::treatment so = {};
  /// How far the sessions may go.
  simulation::caps until = {};
};

/// Plays the sessions of a block side by side with the players of a pool, one block at a time. `Cast` says who takes
/// part, `const seated_cast<P, Policies>& cast(point, arm)`; `Also` is that of `simulating`, and where it can be is
/// told of each session as it was asked, too: `also(slot, asked_session, result)`.
template <protocol P, typename Cast, typename Also = nothing_else>
class playing {
 public:
  /// A worker for a plan. All workers have a pool and a mutex in common; these, the plan and the flag that says whether
  /// it is interrupted have to live as long.
  playing(const plan& of, balint::players::player_pool& pool, std::mutex& one_at_a_time, Cast cast, Also also = {},
          const std::atomic<bool>* interrupted = nullptr)
      : plan_(&of),
        pool_(&pool),
        one_at_a_time_(&one_at_a_time),
        interrupted_(interrupted),
        cast_(std::move(cast)),
        also_(also),
        tables_(of, cast_, also) {}

  /// Plays the sessions of a block.
  [[nodiscard]] std::expected<void, failure> operator()(std::span<const slot> slots,
                                                        std::span<session_result> results) {
    const std::scoped_lock lock(*one_at_a_time_);
    const bool is_whole = balint::players::play_sessions(
        *pool_, 0, slots.size(), slots.size(), [&](std::uint64_t i) { return begin(slots[i]); },
        [&](std::uint64_t i, const auto& session) { write(slots[i], session, results[i]); }, interrupted_);
    if (!is_whole && pool_->is_off_cassette()) return std::unexpected(off_cassette());
    if (!is_whole) return std::unexpected(failure{fault::interrupted, "a block was interrupted"});
    if (!pool_->is_recorded()) return std::unexpected(failure{fault::not_written, "the cassette cannot be written"});
    return {};
  }

 private:
  /// The policies of a cast, which stay where they are.
  template <typename Policies>
  struct policies_of {
    const Policies* all;
    [[nodiscard]] const auto& operator[](person_id who) const noexcept { return (*all)[who]; }
  };
  template <typename Policies>
  [[nodiscard]] auto begin(const slot& which, const seated_cast<P, Policies>& with) const {
    const simulation::session_name name(plan_->scenario_in_names(), plan_->number_of(which));
    return std::make_unique<balint::players::asked_session<P, policies_of<Policies>>>(
        with.people, std::string(name.text()), policies_of<Policies>{&with.policies}, with.seats,
        plan_->address_of(which), with.so, with.until);
  }
  [[nodiscard]] auto begin(const slot& which) const { return begin(which, cast_(which.point, which.arm)); }
  template <typename Session>
  void write(const slot& which, const Session& played, session_result& out) {
    const auto& people = cast_(which.point, which.arm).people.group();
    session_facts<P> facts(people);
    session<P> again(people);  // it says in which stage each event happened
    for (const auto& e : played.events()) {
      facts.on_event(e, again.stage());
      (void)again.attempt(e);
    }
    refused_.clear();
    for (const auto& one : played.refusals()) {
      facts.on_refused(one.what);
      refused_.push_back({one.what, one.why});
    }
    tables_.write({which, people, played.events(), refused_, played.result(), facts}, 0, out);
    if constexpr (std::invocable<Also&, const slot&, const Session&, session_result&>) also_(which, played, out);
  }
  [[nodiscard]] failure off_cassette() const {
    std::string text("the cassette is of another scenario or version");
    if (const auto& what = pool_->unanswered()) {
      text += ": it has no answer to ask " + std::to_string(what->ask) + " of " + what->player + " in session " +
              what->session;
    }
    return {fault::other_scenario, text};
  }

  const plan* plan_;
  balint::players::player_pool* pool_;
  std::mutex* one_at_a_time_;
  const std::atomic<bool>* interrupted_;
  Cast cast_;
  Also also_;
  simulating<P, Cast, Also> tables_;
  std::vector<attempt<P>> refused_;
};

/// Runs an experiment on P as `run` does, with the players of a pool that were greeted. Give the plan blocks of
/// `sessions_of_a_block_with_external_players`: the sessions of a block are asked at once, and those of a block that
/// was not finished when the run was interrupted are lost. Blocks are played one after another, however many threads
/// there are. Where a cassette is replayed, what comes out is the same, byte for byte, and a cassette of something else
/// ends the run. Finish the pool afterwards, and give `write_results` its `reproducible_by`.
/// @snippet experiment_with_players.cpp experiment
template <protocol P, typename Cast, typename Also = nothing_else>
[[nodiscard]] std::expected<run_report, failure> run_with_players(const plan& of,
                                                                  const std::filesystem::path& directory,
                                                                  balint::players::player_pool& pool, Cast cast,
                                                                  Also also = {}, const run_options& how = {}) {
  for (std::uint32_t point = 0; point < of.point_count(); ++point) {
    for (std::uint32_t arm = 0; arm < of.arm_count(); ++arm) {
      const auto& with = cast(point, arm);
      for (std::size_t i = 0; i < with.people.size(); ++i) {
        const auto player = with.seats.player[i];
        if (player != balint::players::inside && player >= pool.size())
          return std::unexpected(failure{fault::bad_plan, "a chair is that of player " + std::to_string(player + 1) +
                                                              ", and there are " + std::to_string(pool.size())});
      }
    }
  }
  std::mutex one_at_a_time;
  return run(
      of, directory, [&] { return playing<P, Cast, Also>(of, pool, one_at_a_time, cast, also, how.interrupted); }, how);
}

}  // namespace balint::experiment
