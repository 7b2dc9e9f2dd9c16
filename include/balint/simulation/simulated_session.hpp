// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// One simulated session: the session asks, players answer.
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/random/distribution.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/session.hpp>
#include <balint/session/state.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/detail/clock.hpp>
#include <balint/simulation/moment.hpp>
#include <balint/simulation/detail/number.hpp>
#include <balint/simulation/draws.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/outcome.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>
#include <balint/vocabulary/time.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
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
    constexpr bool can_play = are_players<Players>();
    if (!can_play || result_.why != stop::running) return false;
    if constexpr (can_play) {
      const auto first = next(players);
      if (first > size_) return stop_for(stop::truncated_by_silence);
      const turn its = turn_by(first);
      return take(its, players[its.who], on_event, on_refused);
    }
  }
  /// The same, without telling of what is refused.
  template <typename Players, typename OnEvent>
  bool step(const Players& players, OnEvent&& on_event) {
    if constexpr (are_players<Players>()) return step(players, on_event, [](const event<P>&, code) {});
    return false;
  }

  /// The parts of a step, for players who are not there to answer at once. First, who has the floor now, of those who
  /// want it; `nobody`: the session has stopped. Nothing else may happen until the turn is ended.
  template <typename Players>
  [[nodiscard]] person_id give_floor(const Players& players) {
    if (result_.why != stop::running) return nobody;
    const auto first = next(players);
    if (first > size_) {
      stop_for(stop::truncated_by_silence);
      return nobody;
    }
    turn_ = turn_by(first);
    has_tried_ = false;
    return turn_.who;
  }
  /// Then, what a policy does with the floor, which ends the turn. False: the session has stopped.
  template <typename Player, typename OnEvent, typename OnRefused>
  bool take_turn(const Player& plays, OnEvent&& on_event, OnRefused&& on_refused) {
    return take(turn_, plays, on_event, on_refused);
  }
  /// Or else, what that person does, as often as it is refused; how long it takes, `plays` says. False: it was refused.
  template <typename Player, typename OnEvent, typename OnRefused>
  [[nodiscard]] bool try_act(const Player& plays, const choice<P>& what, OnEvent&& on_event, OnRefused&& on_refused) {
    has_tried_ = true;
    return act(turn_, plays, what, on_event, on_refused);
  }
  /// Last, the floor is given up. False: the session has stopped.
  bool end_turn() {
    if (!has_tried_) ++result_.silences;
    return end(turn_);
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
  /// Who has the floor: by which clock, what for, and in which stage.
  struct turn {
    std::size_t clock = 0;
    drive why = drive::own;
    person_id who = nobody;
    stage_id<P> stage{};
  };
  /// Says what is wrong with players who cannot play.
  template <typename Players>
  static consteval bool are_players() {
    constexpr bool has_players = requires(const Players& players) { players[person_id{}]; };
    static_assert(has_players,
                  "balint: players are found by person: give everybody{policy}, each_person or company [not_a_policy]");
    if constexpr (has_players) {
      using player = std::remove_cvref_t<decltype(std::declval<const Players&>()[person_id{}])>;
      constexpr bool is_policy = policy<player, P, own_draws>;
      static_assert(is_policy,
                    "balint: a policy has eagerness, decide and hold, which give an eagerness, a choice<P> and "
                    "milliseconds, and are const [not_a_policy]");
      return is_policy;
    }
    return false;
  }
  template <typename Player>
  static constexpr bool tells_drives = requires(const Player& plays, const view<P>& seen) { plays.drives(seen); };

  /// Begins every stream.
  void begin_streams() noexcept {
    const auto numbers = detail::numbers_of(session_.people());
    for (std::size_t i = 0; i < size_; ++i) {
      draws_[i] = own_draws(where_, numbers[i], told_);
    }
    lead_ = {where_, random::purpose::floor, random::no_player, told_};
    begin_stage();
  }
  /// Goes on with the draws of this stage, and draws every threshold from them: what is left of an exponential one is
  /// as long as a new one. So whatever happened before, nobody's draws are moved.
  void begin_stage() noexcept {
    for (std::size_t i = 0; i < size_; ++i) {
      draws_[i].enter(session_.stage().index);
      wind(i);
    }
    lead_.turn_to(session_.stage().index);
    wind(size_);
  }
  /// Draws a threshold; the one after those of all people is that of leading, no matter who leads.
  void wind(std::size_t i) noexcept { clocks_.left[i] = random::exponential(i == size_ ? lead_ : draws_[i].floor); }

  /// Asks everybody how much they want the floor; whose clock runs out first: that of a person, the one of leading,
  /// which comes after them, or none, if nobody wants it.
  template <typename Players>
  [[nodiscard]] std::size_t next(const Players& players) {
    clocks_.rate[size_] = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      const person_id who{static_cast<std::uint8_t>(i)};
      const drives wants = drives_of(players[who], seen_by(who));
      clocks_.rate[i] = wants.own.weight > eagerness::most ? eagerness::most : wants.own.weight;
      if (wants.lead.weight == 0) continue;
      clocks_.rate[size_] = wants.lead.weight > eagerness::most ? eagerness::most : wants.lead.weight;
      leads_ = who;
    }
    return clocks_.next(size_ + 1);
  }
  template <typename Player>
  [[nodiscard]] static drives drives_of(const Player& plays, const view<P>& seen) {
    if constexpr (tells_drives<Player>) {
      return plays.drives(seen);
    } else {
      return {plays.eagerness(seen), eagerness::none()};
    }
  }
  /// The turn that a clock which ran out gives.
  [[nodiscard]] turn turn_by(std::size_t clock) noexcept {
    now_.now.since_epoch += clocks_.pass_until(clock, size_ + 1);
    ++silent_turns_;
    const auto why = clock == size_ ? drive::lead : drive::own;
    return {clock, why, why == drive::lead ? leads_ : person_id{static_cast<std::uint8_t>(clock)}, session_.stage()};
  }
  template <typename Player, typename OnEvent, typename OnRefused>
  bool take(const turn& its, const Player& plays, OnEvent& on_event, OnRefused& on_refused) {
    own_draws& from = draws_[its.who.index];
    const choice<P> what = [&] {
      if constexpr (tells_drives<Player>) {
        return plays.decide(seen_by(its.who), its.why, from);
      } else {
        return plays.decide(seen_by(its.who), from);
      }
    }();
    if (what.is_silence()) {
      ++result_.silences;
    } else {
      act(its, plays, what, on_event, on_refused);
    }
    return end(its);
  }
  /// Whether the act was accepted.
  template <typename Player, typename OnEvent, typename OnRefused>
  bool act(const turn& its, const Player& plays, const choice<P>& what, OnEvent& on_event, OnRefused& on_refused) {
    auto e = detail::event_of(its.who, what);
    const std::int64_t took = plays.hold(seen_by(its.who), what, draws_[its.who.index]);
    e.at = now_.now + time_span{took};
    if (const auto why_not = refusal_of(what, e); why_not != balint::detail::no_refusal) {
      ++result_.refused;
      on_refused(std::as_const(e), why_not);
      return false;
    }
    silent_turns_ = 0;
    ++result_.events;
    now_.accepted(e, session_, session_.stage() != its.stage);
    on_event(std::as_const(e));
    return true;
  }
  bool end(const turn& its) {
    if (session_.stage() == its.stage) {
      wind(its.clock);
    } else {
      begin_stage();
    }
    now_.had_floor(its.who);
    result_.length = now_.now - begins_;
    if (session_.is_over()) return stop_for(session_.end() == ending::closed ? stop::closed : stop::terminated);
    if (result_.events >= caps_.max_events) return stop_for(stop::truncated_by_events);
    if (result_.length.milliseconds >= caps_.max_minutes * 60'000) return stop_for(stop::truncated_by_time);
    if (silent_turns_ >= caps_.max_silent_turns) return stop_for(stop::truncated_by_silence);
    return true;
  }
  /// Records an event, or says why not.
  [[nodiscard]] code refusal_of(const choice<P>& what, const event<P>& e) {
    if (!what.fits()) return code::unknown_target;
    const auto done = session_.attempt(e);
    return done ? balint::detail::no_refusal : done.error();
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
  std::uint32_t silent_turns_ = 0;
  std::array<own_draws, max_people> draws_{};
  random::basic_stream<Audit> lead_;
  person_id leads_ = nobody;
  turn turn_;               ///< Whose turn it is, where that is asked for in parts,
  bool has_tried_ = false;  ///< and whether something was tried in it.
};

/// Simulates a session from its beginning to its end, and tells `on_event` of each event.
/// @snippet simulate_a_session.cpp simulate
template <protocol P, typename Players, typename OnEvent>
[[nodiscard]] outcome simulate_session(const group<P>& people, const Players& players, const random::address& where,
                                       OnEvent&& on_event, const caps& until = {}, instant begins = {0}) {
  return simulated_session<P>(people, where, until, begins).run(players, on_event);
}

}  // namespace balint::simulation
