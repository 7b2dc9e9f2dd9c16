// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// One simulated session: the session asks, players answer.
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/random/distribution.hpp>
#include <balint/random/stream.hpp>
#include <balint/session/session.hpp>
#include <balint/session/state.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/detail/clock.hpp>
#include <balint/simulation/moment.hpp>
#include <balint/simulation/detail/number.hpp>
#include <balint/simulation/draws.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/outcome.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>
#include <balint/vocabulary/time.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace balint::simulation {

/// A simulated session of protocol P, turn by turn. The session alone decides who may act and which acts are legal; who
/// speaks next is whose own clock runs out first: a random time change of each player's eagerness.
///
/// It is a value: a copy goes on as the original does, and a copy that was forked has a future of its own.
template <protocol P, random::audit Audit = random::no_audit>
class simulated_session {
 public:
  /// A session that begins at a time, with the streams of an address.
  explicit simulated_session(const group<P>& people, const random::address& where, const caps& until = {},
                             instant begins = {0}, Audit told = {}) noexcept
      : session_(people), where_(where), caps_(until), told_(told), size_(people.size()) {
    now_.now = now_.stage_began = begins_ = begins;
    begin_streams();
    now_.look_at(session_);
  }

  /// Gives the floor to the next who wants it, among players[who]. Tells `on_event` of the event that is recorded, if
  /// one is, and `on_refused` of one that is refused, with the code. False: the session has stopped.
  template <typename Players, typename OnEvent, typename OnRefused>
  bool step(const Players& players, OnEvent&& on_event, OnRefused&& on_refused) {
    const person_id who = give_floor(players);
    if (who == nobody) return false;
    return take_turn(players[who], on_event, on_refused);
  }
  /// The same, without telling of what is refused.
  template <typename Players, typename OnEvent>
  bool step(const Players& players, OnEvent&& on_event) {
    return step(players, on_event, [](const event<P>&, code) {});
  }

  /// The parts of a step, for players who are not there to answer at once. First, who has the floor now, of those who
  /// want it; `nobody`: the session has stopped. Nothing else may happen until the turn is ended.
  template <typename Players>
  [[nodiscard]] person_id give_floor(const Players& players) {
    if (result_.why != stop::running) return nobody;
    const auto speaker = next(players);
    if (speaker == size_) {
      stop_for(stop::truncated_by_idling);
      return nobody;
    }
    now_.now.since_epoch += clocks_.pass_until(speaker, size_);
    wind(speaker);
    ++idle_;
    has_acted_ = false;
    return floor_ = {static_cast<std::uint8_t>(speaker)};
  }
  /// Then, what a policy does with the floor, which ends the turn. False: the session has stopped.
  template <typename Player, typename OnEvent, typename OnRefused>
  bool take_turn(const Player& plays, OnEvent&& on_event, OnRefused&& on_refused) {
    const choice<P> what = plays.decide(seen_by(floor_), draws_[floor_.index]);
    if (!what.is_silence()) try_act(plays, what, on_event, on_refused);
    return end_turn();
  }
  /// Or else, what that person does, as often as it is refused; how long it takes, `plays` says. False: it was refused.
  template <typename Player, typename OnEvent, typename OnRefused>
  bool try_act(const Player& plays, choice<P> what, OnEvent&& on_event, OnRefused&& on_refused) {
    has_acted_ = true;
    return act(plays, floor_, what, on_event, on_refused);
  }
  /// Last, the floor is given up. False: the session has stopped.
  bool end_turn() {
    if (!has_acted_) ++result_.silences;
    now_.before_last = std::exchange(now_.last, floor_);
    now_.turn_of[floor_.index] = ++now_.turn;
    result_.length = now_.now - begins_;
    if (session_.is_over()) return stop_for(session_.end() == ending::closed ? stop::closed : stop::terminated);
    if (result_.events >= caps_.max_events) return stop_for(stop::truncated_by_events);
    if (result_.length.milliseconds >= caps_.max_minutes * 60'000) return stop_for(stop::truncated_by_time);
    if (idle_ >= caps_.max_idle_turns) return stop_for(stop::truncated_by_idling);
    return true;
  }

  /// Goes on to the end.
  template <typename Players, typename OnEvent>
  const outcome& run(const Players& players, OnEvent&& on_event) {
    while (step(players, on_event)) {
    }
    return result_;
  }

  /// From here on, the future of that number; 0 is the original, which goes on as it would. Every threshold is drawn
  /// anew, as nobody remembers how long nothing happened.
  void fork(std::uint16_t number) noexcept {
    if (number == where_.fork) return;
    where_.fork = number;
    begin_streams();
  }

  /// The session, as it stands.
  [[nodiscard]] const balint::session<P>& now() const noexcept { return session_; }
  /// What a person sees.
  [[nodiscard]] view<P> seen_by(person_id who) const noexcept { return {session_, now_, who}; }
  /// What it came to so far.
  [[nodiscard]] const outcome& result() const noexcept { return result_; }
  /// Whose streams these are.
  [[nodiscard]] const random::address& where() const noexcept { return where_; }

 private:
  using own_draws = basic_draws<Audit>;

  /// Begins every stream, and draws every threshold.
  void begin_streams() noexcept {
    const auto numbers = detail::numbers_of(session_.people());
    for (std::size_t i = 0; i < size_; ++i) {
      draws_[i] = own_draws(where_, numbers[i], told_);
      wind(i);
    }
  }
  /// Draws a threshold.
  void wind(std::size_t i) noexcept { clocks_.left[i] = random::exponential(draws_[i].floor); }

  /// Asks everybody how much they want the floor; who gets it, or how many there are.
  template <typename Players>
  [[nodiscard]] std::size_t next(const Players& players) {
    for (std::size_t i = 0; i < size_; ++i) {
      const person_id who{static_cast<std::uint8_t>(i)};
      const eagerness wants = players[who].eagerness(seen_by(who));
      clocks_.rate[i] = wants.weight > eagerness::most ? eagerness::most : wants.weight;
    }
    return clocks_.next(size_);
  }
  template <typename Player, typename OnEvent, typename OnRefused>
  bool act(const Player& plays, person_id who, choice<P> what, OnEvent& on_event, OnRefused& on_refused) {
    auto e = balint::detail::raw_event<P>({.by = who, .act = what.act, .target = what.target});
    const std::int64_t took = plays.hold(seen_by(who), what, draws_[who.index]);
    e.at = now_.now + time_span{took};
    const auto stage = session_.stage();
    if (const auto done = session_.attempt(e); !done) {
      ++result_.refused;
      on_refused(std::as_const(e), done.error());
      return false;
    }
    idle_ = 0;
    now_.now = e.at;
    if (session_.stage() != stage) now_.stage_began = e.at;
    now_.last_act = e.act;
    ++now_.acts[who.index];
    now_.events = ++result_.events;
    now_.look_at(session_);
    on_event(std::as_const(e));
    return true;
  }
  bool stop_for(stop why) noexcept {
    result_.why = why;
    return false;
  }

  balint::session<P> session_;
  random::address where_;
  caps caps_;
  [[no_unique_address]] Audit told_;
  std::size_t size_;
  instant begins_{};
  moment<P> now_{};
  detail::clocks clocks_{};
  outcome result_{};
  std::uint32_t idle_ = 0;
  person_id floor_ = nobody;  ///< Who has the floor, within a turn.
  bool has_acted_ = false;    ///< Whether something was tried in this turn.
  std::array<own_draws, max_people> draws_{};
};

/// Simulates a session from its beginning to its end, and tells `on_event` of each event.
/// @snippet simulate_a_session.cpp simulate
template <protocol P, typename Players, typename OnEvent>
[[nodiscard]] outcome simulate_session(const group<P>& people, const Players& players, const random::address& where,
                                       OnEvent&& on_event, const caps& until = {}, instant begins = {0}) {
  return simulated_session<P>(people, where, until, begins).run(players, on_event);
}

}  // namespace balint::simulation
