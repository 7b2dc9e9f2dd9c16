// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The worker that simulates sessions of a protocol, and the tables of sessions and members that it writes.
#include <balint/experiment/facts.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/blocks/worker.hpp>
#include <balint/experiment/detail/csv.hpp>
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>
#include <balint/simulation/outcome.hpp>
#include <balint/simulation/simulated_session.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::experiment {

/// Who takes part in the sessions of an arm at a point.
template <protocol P, typename Players>
struct cast_of {
  /// The group.
  group<P> people;
  /// The players: anything that `simulated_session` takes, such as `everybody`, `each_person` or `company`.
  Players players;
  /// How far its sessions may go.
  simulation::caps until = {};
};

/// What somebody attempted and the session refused.
template <protocol P>
struct attempt {
  /// What was attempted.
  event<P> what;
  /// Why it was refused.
  code why;
};

/// A session that was simulated, for what else is written about it. Valid during the call.
template <protocol P>
struct simulated {
  /// Which session it was.
  const experiment::slot& slot;
  /// Who took part.
  const group<P>& people;
  /// What was recorded.
  std::span<const event<P>> events;
  /// What was attempted and refused, in that order.
  std::span<const attempt<P>> refused;
  /// How it came out.
  const simulation::outcome& came_out;
  /// What was counted.
  const session_facts<P>& facts;
};

/// Writes nothing else.
struct nothing_else {
  /// Nothing.
  template <protocol P>
  void operator()(const simulated<P>&, session_result&) const noexcept {}
};

/// The first files of a plan whose sessions `simulating` computes: `sessions.csv` and `members.csv`.
template <protocol P>
[[nodiscard]] std::vector<text_file> session_files() {
  std::string columns = "point,arm,session,fork,ending,minutes";
  for (const auto name : P::order::names) columns += ",minutes_" + std::string(name);
  return {{.name = "sessions.csv", .head = columns + ",events,turns,gini,aba,passes,silences,refused\n"},
          {.name = "members.csv", .head = "point,arm,session,fork,member,office,turns,events,passes,refused\n"}};
}
/// How many files those are: your own files follow them.
inline constexpr std::size_t session_file_count = 2;

/// Simulates sessions of P. `Cast` says who takes part, `const cast_of<P, Players>& cast(point, arm)`; it is called by
/// several threads at once, and what it returns lives as long as the experiment runs. `Also` writes what else there is,
/// `also(simulated, result)`, into `result.pieces` from `session_file_count` on and into `result.values` after those of
/// `session_metrics<P>()`; each worker has a copy of its own.
/// @snippet run_an_experiment.cpp experiment
template <protocol P, typename Cast, typename Also = nothing_else>
class simulating {
 public:
  /// A worker for a plan, which has to live as long.
  simulating(const plan& of, Cast cast, Also also = {}) : plan_(&of), cast_(std::move(cast)), also_(std::move(also)) {}

  /// Simulates a session.
  void operator()(const slot& which, session_result& out) {
    const auto& with = cast_(which.point, which.arm);
    play(which, with, 0, out);
  }
  /// Simulates a session whose future from an event on is that of a fork; 0 is the original.
  void play(const slot& which, std::uint16_t fork, std::uint32_t from_event, session_result& out) {
    fork_at_ = from_event;
    play(which, cast_(which.point, which.arm), fork, out);
  }
  /// Writes what came of a session that was simulated elsewhere, as it does of its own.
  void write(const simulated<P>& one, std::uint16_t fork, session_result& out) {
    one.facts.values(one.came_out, out.values);
    if (out.pieces.size() >= session_file_count) {
      write_session(one.slot, fork, one.came_out, one.facts, out.pieces[0]);
      write_members(one.slot, fork, one.people, one.facts, out.pieces[1]);
    }
    also_(one, out);
  }

 private:
  template <typename With>
  void play(const slot& which, const With& with, std::uint16_t fork, session_result& out) {
    simulation::simulated_session<P> now(with.people, plan_->address_of(which), with.until);
    session_facts<P> facts(with.people);
    events_.clear();
    refused_.clear();
    auto during = now.now().stage();
    const auto on_event = [&](const event<P>& e) {
      facts.on_event(e, during);
      during = now.now().stage();
      if constexpr (!std::same_as<Also, nothing_else>) events_.push_back(e);
    };
    const auto on_refused = [&](const event<P>& e, code why) {
      facts.on_refused(e);
      if constexpr (!std::same_as<Also, nothing_else>) refused_.push_back({e, why});
    };
    if (fork == 0) {
      while (now.step(with.players, on_event, on_refused)) {
      }
    } else {
      while (now.result().events < fork_at_ && now.step(with.players, on_event, on_refused)) {
      }
      now.fork(fork);
      while (now.step(with.players, on_event, on_refused)) {
      }
    }
    write({which, with.people, events_, refused_, now.result(), facts}, fork, out);
  }

  void begin_row(const slot& which, std::uint16_t fork, std::string& out) const {
    detail::append(out, which.point, ',');
    detail::append_cell(out, plan_->arms[which.arm]);
    out += ',';
    detail::append(out, which.session, ',');
    detail::append(out, fork, ',');
  }
  void write_session(const slot& which, std::uint16_t fork, const simulation::outcome& came_out,
                     const session_facts<P>& facts, std::string& out) const {
    begin_row(which, fork, out);
    out += name_of(came_out.why);
    out += ',';
    detail::append_minutes(out, came_out.length.milliseconds);
    for (std::size_t i = 0; i < P::order::size; ++i) {
      out += ',';
      detail::append_minutes(out, facts.in(stage_id<P>{static_cast<std::uint8_t>(i)}).milliseconds);
    }
    out += ',';
    detail::append(out, came_out.events, ',');
    detail::append(out, facts.turns(), ',');
    detail::append_millionths(out, facts.gini());
    out += ',';
    detail::append_millionths(out, facts.aba());
    out += ',';
    detail::append(out, facts.passes(), ',');
    detail::append(out, came_out.silences, ',');
    detail::append(out, came_out.refused, '\n');
  }
  void write_members(const slot& which, std::uint16_t fork, const group<P>& people, const session_facts<P>& facts,
                     std::string& out) const {
    for (std::size_t i = 0; i < people.size(); ++i) {
      const person_id who{static_cast<std::uint8_t>(i)};
      const auto& counted = facts.of(who);
      begin_row(which, fork, out);
      detail::append(out, i, ',');
      std::size_t office = 0;
      while (office + 1 < P::offices::size && !people.holders(office).contains(who)) ++office;
      out += P::offices::names[office];
      out += ',';
      detail::append(out, counted.turns, ',');
      detail::append(out, counted.events, ',');
      detail::append(out, counted.passes, ',');
      detail::append(out, counted.refused, '\n');
    }
  }

  const plan* plan_;
  Cast cast_;
  Also also_;
  std::vector<event<P>> events_;
  std::vector<attempt<P>> refused_;
  std::uint32_t fork_at_ = 0;
};

/// Makes the workers of an experiment on P.
template <protocol P, typename Cast, typename Also = nothing_else>
[[nodiscard]] auto simulate_with(const plan& of, Cast cast, Also also = {}) {
  return [&of, cast = std::move(cast), also = std::move(also)] { return simulating<P, Cast, Also>(of, cast, also); };
}

}  // namespace balint::experiment
