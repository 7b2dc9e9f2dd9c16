// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// One simulated session some of whose people are played outside.
#include <balint/log/event_record.hpp>
#include <balint/log/to_record.hpp>
#include <balint/players/cassette.hpp>
#include <balint/players/lines.hpp>
#include <balint/players/reply.hpp>
#include <balint/players/tally.hpp>
#include <balint/players/wire.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>
#include <balint/session/event.hpp>
#include <balint/session/rule_behind.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/detail/number.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/moment.hpp>
#include <balint/simulation/outcome.hpp>
#include <balint/simulation/simulated_session.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>
#include <balint/vocabulary/time.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/read_event.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace balint::players {

/// Nobody outside.
inline constexpr std::uint16_t inside = 0xFFFF;

/// Whose player each person's is: its number in the pool, or `inside` for who is played by a policy.
struct seating {
  /// The players, in the order of the group.
  plain_array<std::uint16_t, max_people> player = [] {
    plain_array<std::uint16_t, max_people> all{};
    for (std::size_t i = 0; i < max_people; ++i) all[i] = inside;
    return all;
  }();
};

/// How those who are outside are treated.
struct treatment {
  /// How often somebody may try in one turn: after an act that is refused or unknown, the player is asked again.
  std::uint32_t attempts = 3;
  /// After how many turns that came to nothing the person is taken out of the room (`drop`); 0: never.
  std::uint32_t drop_after = 3;
};

/// A refused act.
template <protocol P>
struct refused_act {
  event<P> what{};  ///< What was tried.
  code why{};       ///< Why it was refused.
};

/// A simulated session of P whose people are played by policies inside, and some by players outside, who answer later.
///
/// The session gives the floor as ever: how much somebody outside wants it, and how long an act takes, says the policy
/// in the same place, which is not asked to decide. So there is one ask of a session at a time, and many sessions are
/// asked at once. Where an answer goes wrong, the floor is given up in silence.
template <protocol P, typename Carriers>
class asked_session {
 public:
  using protocol_type = P;

  /// A session with a name, a pseudonym, with the streams of an address.
  asked_session(const cast<P>& people, std::string name, Carriers carriers, const seating& seats,
                const random::address& where, const treatment& so = {}, const simulation::caps& until = {},
                instant begins = {0})
      : people_(people),
        name_(std::move(name)),
        carriers_(std::move(carriers)),
        seats_(seats),
        so_(so),
        now_(people.group(), where, until, begins) {}

  /// Goes on until somebody outside has the floor, who is asked then; `nobody`: the session has stopped.
  [[nodiscard]] person_id advance() {
    while (asked_ == nobody) {
      const auto who = now_.give_floor(playing{*this});
      if (who == nobody) return nobody;
      if (seats_.player[who.index] == inside) {
        now_.take_turn(carriers_[who], keep(), keep_refused());
      } else {
        asked_ = who;
        attempt_ = 0;
        put_question();
      }
    }
    return asked_;
  }
  /// Who is asked now.
  [[nodiscard]] person_id asked() const noexcept { return asked_; }
  /// The number of the player who is asked.
  [[nodiscard]] std::size_t player() const noexcept { return seats_.player[asked_.index]; }
  /// Which ask it is.
  [[nodiscard]] answer_key key() const {
    return {name_, std::string(people_.name_of(asked_)), chairs_[asked_.index].asks, number_of(question_)};
  }
  /// The lines of the ask, for a process that was started for the so manieth time: one that does not know the session
  /// yet is told of it.
  [[nodiscard]] std::string lines(std::uint64_t id, std::uint32_t start, std::uint32_t limit) {
    chair& at = chairs_[asked_.index];
    std::string all;
    if (at.start != start) {
      at.start = start;
      at.told = 0;
      all = begin_line<P>(name_, people_, asked_, seed_of(asked_));
    }
    std::vector<event<P>> since;
    for (; at.told < events_.size(); ++at.told) {
      if (((seen_by_[at.told] >> asked_.index) & 1U) != 0) since.push_back(events_[at.told]);
    }
    return all + ask_line<P>(id, name_, people_, asked_, question_, limit, since);
  }

  /// What an answer came to.
  struct settled {
    /// As it is recorded: nothing in it but what the protocol knows.
    reply recorded;
    /// What went wrong.
    trouble what = trouble::none;
    /// Of an act that was refused or is unknown: why, and the rule that stands against it.
    code why{};
    rule_id rule = no_rule;
    /// How often it may be tried again in this turn: then it is asked again.
    std::uint32_t attempts_left = 0;
    /// Whether the person was taken out of the room.
    bool is_dropped = false;
  };
  /// Takes what came of the ask.
  [[nodiscard]] settled take(const reply& came) {
    if (tallies_.size() <= player()) tallies_.resize(player() + 1);
    player_tally& counts = tallies_[player()];
    const auto result = settle(came);
    counts.count(result);
    return result;
  }

  /// What it came to so far.
  [[nodiscard]] const simulation::outcome& result() const noexcept { return now_.result(); }
  /// Its name.
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// What happened so far.
  [[nodiscard]] const std::vector<event<P>>& events() const noexcept { return events_; }
  /// What was refused so far.
  [[nodiscard]] const std::vector<refused_act<P>>& refusals() const noexcept { return refusals_; }
  /// The counts of this session so far, by player; those after the last who answered are missing.
  [[nodiscard]] const std::vector<player_tally>& tallies() const noexcept { return tallies_; }
  /// Calls f with each player, and for which start of its process, that knows the session.
  template <typename F>
  void each_who_knows_it(F f) const {
    for (std::size_t i = 0; i < people_.size(); ++i) {
      bool is_first = chairs_[i].start != 0;
      for (std::size_t k = 0; k < i; ++k) {
        is_first = is_first && (chairs_[k].start != chairs_[i].start || seats_.player[k] != seats_.player[i]);
      }
      if (is_first) f(std::size_t{seats_.player[i]}, chairs_[i].start);
    }
  }

 private:
  struct chair {
    std::uint64_t asks = 0;
    std::size_t told = 0;         ///< How many events its player was told of, or may not see.
    std::uint32_t start = 0;      ///< Which start of its process knows of it; 0: none.
    std::uint32_t fallbacks = 0;  ///< How many turns came to nothing.
    bool is_given_up = false;
  };
  [[nodiscard]] settled settle(const reply& came) {
    settled result{.recorded = {.what = came.what}, .what = came.what};
    if (came.what == trouble::none && came.is_silence) {
      result.recorded.is_silence = true;
      end_turn();
      return result;
    }
    event<P> e;
    if (came.what == trouble::none) {
      result.what = result.recorded.what = resolve(came, e);
      if (result.what == trouble::none) {
        result.recorded = as_recorded(e, came);
        if (try_act(e)) {
          end_turn();
          return result;
        }
        result.what = trouble::refused;
        result.why = refusals_.back().why;
        result.rule = rule_behind<P>(result.why);
      }
    }
    if (result.what == trouble::unknown_act) result.why = code::unknown_act;
    if (result.what == trouble::refused || result.what == trouble::unknown_act) {
      if (attempt_ < so_.attempts) {
        result.attempts_left = so_.attempts - attempt_;
        put_question();
        return result;
      }
    }
    result.is_dropped = fall_back();
    return result;
  }
  /// The policies, but for those whose chair is given up.
  struct playing {
    const asked_session& self;
    struct one {
      const asked_session& self;
      person_id who;
      [[nodiscard]] simulation::drives drives(const simulation::view<P>& seen) const {
        if (self.chairs_[who.index].is_given_up) return {};
        const auto& plays = self.carriers_[who];
        if constexpr (requires { plays.drives(seen); }) {
          return plays.drives(seen);
        } else {
          return {plays.eagerness(seen), simulation::eagerness::none()};
        }
      }
    };
    [[nodiscard]] one operator[](person_id who) const noexcept { return {self, who}; }
  };

  void put_question() {
    ++attempt_;
    ++chairs_[asked_.index].asks;
    question_ = players::question<P>(people_, now_.seen_by(asked_), attempt_);
  }
  /// The event that an answer says.
  [[nodiscard]] trouble resolve(const reply& came, event<P>& e) const {
    balint::detail::cast_index<P> index{people_};
    const event_record record{.by = people_.name_of(asked_),
                              .act = came.act,
                              .target_name = came.target_name,
                              .option = came.option,
                              .targets = came.targets};
    const bool is_fit = balint::detail::resolve<P>(record, index, e);
    return is_fit && e.act.index < act_count<P> ? trouble::none : trouble::unknown_act;
  }
  /// Names of people and rules that there are not stay out of records.
  [[nodiscard]] reply as_recorded(const event<P>& e, const reply& came) const {
    reply all{.act = std::string(name_of<P>(e.act)), .targets = came.targets, .option = came.option};
    if (const auto record = to_record<P>(e, people_.roster())) all.target_name = record->target_name;
    return all;
  }
  bool try_act(const event<P>& e) {
    const simulation::choice<P> what{e.act, e.target()};
    return now_.try_act(carriers_[asked_], what, keep(), keep_refused());
  }
  /// The floor is given up, and so is the chair once that was so often enough; whether it was now.
  bool fall_back() {
    chair& at = chairs_[asked_.index];
    const bool is_dropped = ++at.fallbacks == so_.drop_after;
    if (is_dropped) {
      at.is_given_up = true;
      for (auto acts = simulation::detail::throughout_that<P>(effect::drops); acts != 0; acts &= acts - 1) {
        const simulation::choice<P> drop{{static_cast<std::uint16_t>(std::countr_zero(acts))}};
        if (!now_.seen_by(asked_).is_legal(drop)) continue;
        (void)now_.try_act(carriers_[asked_], drop, keep(), keep_refused());
        break;
      }
    }
    end_turn();
    return is_dropped;
  }
  void end_turn() {
    (void)now_.end_turn();
    asked_ = nobody;
  }
  /// Keeps what happens, and who sees it: those who are in the room, and whoever did it. That somebody let a turn go by
  /// is for the acting leader alone.
  [[nodiscard]] auto keep() {
    return [this](const event<P>& e) {
      const auto& running = now_.now();
      const auto leader = running.acting_leader();
      std::uint64_t who = running.present().bits();
      if (balint::detail::table_of<P>.acts[e.act.index].does == effect::passes)
        who = leader == nobody ? 0 : std::uint64_t{1} << leader.index;
      events_.push_back(e);
      seen_by_.push_back(who | std::uint64_t{1} << e.by.index);
    };
  }
  [[nodiscard]] auto keep_refused() {
    return [this](const event<P>& e, code why) { refusals_.push_back({e, why}); };
  }
  /// A number for a player to draw from: the first of the stream from which a policy would draw its acts.
  [[nodiscard]] std::uint64_t seed_of(person_id who) const {
    const auto numbers = simulation::detail::numbers_of(now_.now().people());
    return random::stream(now_.where(), random::purpose::act, numbers[who.index]).bits64() >> 11U;
  }

  cast<P> people_;
  std::string name_;
  Carriers carriers_;
  seating seats_;
  treatment so_;
  simulation::simulated_session<P> now_;
  std::array<chair, max_people> chairs_{};
  std::vector<event<P>> events_;
  std::vector<std::uint64_t> seen_by_;  ///< Who sees each.
  std::vector<refused_act<P>> refusals_;
  std::vector<player_tally> tallies_;
  std::string question_;
  person_id asked_ = nobody;
  std::uint32_t attempt_ = 0;
};

}  // namespace balint::players
