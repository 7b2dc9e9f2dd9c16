// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A session at run time: events come in, each is accepted or refused.
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/compiler_message.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/detail/engine_access.hpp>
#include <balint/session/detail/invariants.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/session/evidence.hpp>
#include <balint/session/obligation.hpp>
#include <balint/session/observer.hpp>
#include <balint/session/event.hpp>
#include <balint/session/refusal.hpp>
#include <balint/session/rule_behind.hpp>
#include <balint/session/snapshot.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/time.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string_view>
#include <type_traits>
#include <utility>

namespace balint {

/// @cond
template <typename P, typename Observer = no_observer>
class session {
  static_assert(detail::is_protocol<P>,
                "balint: this is no protocol: a session is of one, as session<student_group> [not_a_protocol]");

 public:
  template <typename... Anything>
  constexpr explicit session(const Anything&...) noexcept {}
};
/// @endcond

/// A session of protocol P.
///
/// It is a value: at most 1 KiB and trivially copyable, its observer apart; it allocates nothing, throws nothing of its
/// own, and is usable in constant expressions. One session is used by one thread at a time; different sessions share
/// nothing.
///
/// A copy has a copy of the observer, or refers to the same one: `unobserved()` is a copy without.
/// @snippet run_time_session.cpp session
template <protocol P, typename Observer>
class session<P, Observer> {
 public:
  /// The protocol.
  using protocol_type = P;

  /// A session that begins, in the first stage, with everybody present.
  constexpr explicit session(const group<P>& people,
                             Observer observer = {}) noexcept(std::is_nothrow_move_constructible_v<Observer>)
      : engine_(people), observer_(std::forward<Observer>(observer)) {
    static_assert(detail::is_observer<Observer, P>,
                  "balint: an observer has a callback, and each takes what it is told: on_accepted(const event<P>&), "
                  "on_stage_entered(stage_id), on_ended(ending), on_refused(const refusal<P>&) [observer_unheard]");
  }

  /// Not held by other people than a group of P: it does not compile.
  template <people_in_some_form People>
  constexpr explicit session(const People&, Observer observer = {})
      : session(detail::group_access::of_nobody<P>(), std::forward<Observer>(observer)) {
    static_assert(
        detail::is_group_of<People, P>,
        "balint: a session is held by a group of its protocol that was formed: give *form<P>(people).formed() "
        "once it is one [not_a_group]");
  }

  /// Accepts an event, or refuses it and changes nothing.
  [[nodiscard]] constexpr std::expected<void, refusal<P>> apply(const event<P>& e) {
    if (const code why = take(e); why != detail::no_refusal) return refuse_aloud(why, e);
    tell_accepted(e);
    return {};
  }

  /// `apply` for loops that are hot: of a refusal it gives the code alone, and does not work out what would be legal
  /// instead.
  [[nodiscard]] constexpr std::expected<void, decltype(refusal<P>::code)> attempt(const event<P>& e) {
    if constexpr (requires(const refusal<P>& no) { observer_.get().on_refused(no); }) {
      if (const auto done = apply(e); !done) return std::unexpected(done.error().code);
      return {};
    } else {
      if (const auto why = take(e); why != detail::no_refusal) return std::unexpected(why);
      tell_accepted(e);
      return {};
    }
  }

  /// Records that `by` did Act, on a target where the act has one, at a time where there is one:
  /// `record<act::vote>(anna, case_id{boris})`. Gives back the new option's id for an act that makes an option.
  template <typename Act, typename... TargetAndTime>
  [[nodiscard]] constexpr std::expected<typename Act::result, refusal<P>> record(person_id by, TargetAndTime... on) {
    const auto e = event<P>::template of<Act>(by, on...);
    if constexpr (requires { option_id{typename Act::result{}}; }) {
      if (const code why = take(e); why != detail::no_refusal) return std::unexpected(refuse_aloud(why, e).error());
      const option_id made{engine_.remembered().options};  // before an observer records another one
      tell_accepted(e);
      return made;
    } else {
      return apply(e);
    }
  }

  /// What `apply` would answer, without changing anything and without telling the observer.
  [[nodiscard]] constexpr std::expected<void, refusal<P>> can(const event<P>& e) const {
    if (const code why = engine_.why_not(e); why != detail::no_refusal) return refuse(why, e);
    return {};
  }
  /// What `record<Act>` would answer, without changing anything.
  template <typename Act, typename... TargetAndTime>
    requires done_by<Act, person_id>
  [[nodiscard]] constexpr std::expected<void, refusal<P>> can(person_id by, TargetAndTime... on) const {
    return can(event<P>::template of<Act>(by, on...));
  }

  // What is no event, no act or no person does not compile.
  /// Anything else is refused by the compiler, which says what fits.
  template <typename Other>
    requires(!std::convertible_to<const Other&, const event<P>&>)
  constexpr std::expected<void, refusal<P>> apply(const Other&) {
    return not_taken<Other>();
  }
  /// Anything else is refused by the compiler, which says what fits.
  template <typename Other>
    requires(!std::convertible_to<const Other&, const event<P>&>)
  constexpr std::expected<void, refusal<P>> can(const Other&) const {
    return not_taken<Other>();
  }
  /// Anything else is refused by the compiler, which says what fits.
  template <typename Act, typename By, typename... Rest>
    requires(!done_by<Act, By>)
  constexpr std::expected<void, refusal<P>> record(By, Rest...) {
    return not_done<Act, By>();
  }
  /// Anything else is refused by the compiler, which says what fits.
  template <typename Act, typename By, typename... Rest>
    requires(!done_by<Act, By>)
  constexpr std::expected<void, refusal<P>> can(By, Rest...) const {
    return not_done<Act, By>();
  }
  /// Anything else is refused by the compiler, which says what fits.
  template <typename Act, typename By>
    requires(!std::convertible_to<By, person_id>)
  constexpr bool is_legal(By) const {
    static_assert(detail::is_person<By>,
                  "balint: whether an act is legal is asked of a person: give a person_id "
                  "[not_a_person]");
    return false;
  }

  /// Calls f with every event without a time that `apply` would accept from a person now.
  template <typename F>
  constexpr void each_legal_event(person_id who, F f) const {
    auto e = detail::raw_event<P>({.by = who, .act = {0}});
    for (; e.act.index < act_count<P>; ++e.act.index) {
      engine_.each_target(e.act.index, who, [&](std::uint16_t target) {
        detail::set_raw_target(e, target);
        if (engine_.why_not(e) == detail::no_refusal) f(std::as_const(e));
        return true;
      });
    }
  }
  /// The acts that `apply` would accept from a person now, with some target.
  [[nodiscard]] constexpr act_set<P> legal_acts(person_id who) const noexcept {
    return act_set<P>{engine_.legal_acts(who)};
  }
  /// Whether Act is among `legal_acts`.
  template <typename Act>
  [[nodiscard]] constexpr bool is_legal(person_id who) const noexcept {
    static_assert(detail::is_known<Act, P>,
                  "balint: the protocol has no such act: record one that it has [act_of_protocol]");
    if constexpr (detail::is_known<Act, P>) return legal_acts(who).contains(act_id_of<Act, P>);
    return false;
  }
  /// Whose turn it may be: those who have a legal act of this stage (not counting the acts throughout).
  [[nodiscard]] constexpr person_set may_act() const noexcept {
    std::uint64_t stage_acts = 0;
    for (std::size_t i = 0; i < act_count<P>; ++i) {
      if (engine_.tables.acts[i].home == stage().index) stage_acts |= detail::bit(i);
    }
    person_set who;
    for (const auto person : people().people()) {
      if ((legal_acts(person).bits() & stage_acts) != 0) who.insert(person);
    }
    return who;
  }
  /// Everything the stage still owes, and by whom; empty: it is complete. What somebody can do now comes first, then
  /// what has to wait; each in the order of the rules.
  [[nodiscard]] constexpr obligations<P> owed() const noexcept {
    obligations<P> all;
    for (int waits = 0; waits < 2; ++waits) {
      engine_.each_obligation(engine_.remembered().stage, detail::reach::all, [&](const obligation<P>& o) {
        if (engine_.can_be_met(o) != (waits != 0)) all.push_back(o);
        return true;
      });
    }
    return all;
  }
  /// The first of `owed()`, if any.
  [[nodiscard]] constexpr obligation<P> first_owed() const noexcept { return engine_.first_to_do(detail::reach::all); }
  /// Whether the stage owes nothing more.
  [[nodiscard]] constexpr bool is_complete() const noexcept {
    return !engine_.owes(engine_.remembered().stage, detail::reach::all);
  }

  /// The stage the session is in, or ended in.
  [[nodiscard]] constexpr stage_id<P> stage() const noexcept { return {engine_.remembered().stage}; }
  /// Whether it is in Stage.
  template <typename Stage>
  [[nodiscard]] constexpr bool is_in() const noexcept {
    static_assert(detail::is_stage_of<P, Stage>,
                  "balint: the protocol has no such stage: name one that it has [not_a_stage]");
    if constexpr (detail::is_stage_of<P, Stage>) return stage() == stage_id_of<Stage, P>;
    return false;
  }
  /// Whether it was closed or terminated: nothing more is accepted.
  [[nodiscard]] constexpr bool is_over() const noexcept { return engine_.is_over(); }
  /// Whether it is running, and how it ended.
  [[nodiscard]] constexpr ending end() const noexcept { return static_cast<ending>(engine_.remembered().ended); }

  /// The group, as it was formed.
  [[nodiscard]] constexpr const group<P>& people() const noexcept { return engine_.people(); }
  /// Those who are present: they neither dropped nor withdrew.
  [[nodiscard]] constexpr person_set present() const noexcept { return person_set{engine_.remembered().present}; }
  /// Whose case it is, or `nobody`.
  [[nodiscard]] constexpr person_id presenter() const noexcept { return {engine_.remembered().presenter}; }
  /// The acting leader, or `nobody`.
  [[nodiscard]] constexpr person_id acting_leader() const noexcept { return engine_.acting_leader(); }
  /// The cases that can be voted for and selected, by owner.
  [[nodiscard]] constexpr person_set cases() const noexcept { return person_set{engine_.open_cases()}; }
  /// How many options there are: their ids are 1 to this.
  [[nodiscard]] constexpr std::size_t option_count() const noexcept { return engine_.remembered().options; }
  /// The rules with a flag that is not answered.
  [[nodiscard]] constexpr rule_set open_flags() const noexcept { return rule_set{engine_.remembered().open_flags}; }
  /// Whether a person holds Role now: an office, the lead, the presenter's role.
  template <typename Role>
  [[nodiscard]] constexpr bool holds(person_id who) const noexcept {
    if constexpr (std::same_as<Role, typename P::lead::office>) {
      return who != nobody && acting_leader() == who;
    } else if constexpr (std::same_as<Role, typename detail::presenter_role<P>::type>) {
      return who != nobody && presenter() == who;
    } else {
      static_assert(P::offices::template has<Role>,
                    "balint: nobody can hold this role in this protocol: name another [role_unknown]");
      if constexpr (P::offices::template has<Role>) return people().template holders<Role>().contains(who);
      return false;
    }
  }
  /// Whether a person is outside the circle in this stage: hears and does nothing.
  [[nodiscard]] constexpr bool is_outside(person_id who) const noexcept {
    const auto outside = engine_.tables.stages[stage().index].outside;
    return person_set{engine_.fitting(outside)}.contains(who);
  }

  /// Ends the session at once, as `record<act::terminate>` does, and is never refused for its time: one that is earlier
  /// than that of the last event is left out, and the event then states none.
  template <typename Act = act::terminate>
    requires act_of<Act, P>
  [[nodiscard]] constexpr std::expected<void, refusal<P>> terminate(person_id by, instant at = unstated) {
    auto e = event<P>::template of<Act>(by, at);
    if (engine_.why_not(e) == code::time_reversed) e.at = unstated;
    return apply(e);
  }
  /// Not by what is no person, and not at what is no time: it does not compile.
  template <typename Act = act::terminate, typename By, typename... At>
    requires(!done_by<Act, By> || !act_of<Act, P> || !at_most_a_time<At...>)
  constexpr std::expected<void, refusal<P>> terminate(By, At...) {
    if constexpr (done_by<Act, By> && act_of<Act, P>) {
      static_assert(detail::is_a_time<At...>,
                    "balint: this is no time: give an instant, which to_instant makes of a chrono time [not_a_time]");
    }
    return not_done<Act, By>();
  }

  /// A copy without the observer, to try things on: what is recorded there is told to nobody.
  [[nodiscard]] constexpr session<P> unobserved() const noexcept { return session<P>(engine_, no_observer{}); }

  /// What lies behind a code that stands against an event now.
  [[nodiscard]] constexpr evidence evidence_of(code why, const event<P>& e) const noexcept {
    evidence found;
    const auto& state = engine_.remembered();
    switch (why) {
      case code::time_reversed: found.back = state.last_at - e.at; break;
      case code::absent: found.has_withdrawn = person_set{state.gone}.contains(e.by); break;
      case code::flag_open: found.rules = open_flags(); break;
      case code::repeated:
        if (is_act_of_a_stage<P>(e.act))
          found.has_passed = person_set{state.passed[stage_of<P>(e.act).index]}.contains(e.by);
        break;
      case code::somebody_leads: found.other = acting_leader(); break;
      case code::not_supported:
        found.votes = votes_for(case_id{{static_cast<std::uint8_t>(detail::raw_target(e))}});
        for (auto rest = engine_.open_cases(); rest != 0; rest &= rest - 1) {
          const person_id owner{static_cast<std::uint8_t>(std::countr_zero(rest))};
          if (const auto votes = votes_for(case_id{owner}); votes > found.other_votes) {
            found.other = owner;
            found.other_votes = votes;
          }
        }
        break;
      case code::wrong_role:
        found.other = presenter();
        found.is_led = acting_leader() != nobody;
        if (e.by.index >= people().size()) break;
        for (std::size_t i = 0; i < P::offices::size; ++i) {
          const bool leads = i == P::offices::template index<typename P::lead::office>;
          const bool holds_it = leads ? acting_leader().index == e.by.index : people().holders(i).contains(e.by);
          if (holds_it) found.roles |= std::uint32_t{1} << i;
        }
        if (state.presenter == e.by.index) found.roles |= std::uint32_t{1} << P::offices::size;
        break;
      default: break;
    }
    return found;
  }
  /// Whether anything lies behind a code.
  [[nodiscard]] static constexpr bool has_evidence(code why) noexcept {
    switch (why) {
      case code::time_reversed:
      case code::absent:
      case code::wrong_role:
      case code::repeated:
      case code::somebody_leads:
      case code::not_supported:
      case code::flag_open: return true;
      default: return false;
    }
  }
  /// How many voted for a case.
  [[nodiscard]] constexpr std::uint8_t votes_for(case_id one) const noexcept {
    std::uint8_t n = 0;
    for (std::size_t voter = 0; voter < people().size(); ++voter) {
      if (engine_.remembered().votes[voter] == one.owner.index + 1) ++n;
    }
    return n;
  }

  /// The state as plain data.
  [[nodiscard]] constexpr balint::snapshot<P> snapshot() const noexcept {
    return {.people = static_cast<std::uint32_t>(people().size()), .state = engine_.remembered()};
  }
  /// A session in the state of a snapshot of the same group. Nothing is fired again; what cannot be is not taken.
  [[nodiscard]] static constexpr std::expected<session, restore_error> restore(const group<P>& people,
                                                                               const balint::snapshot<P>& from,
                                                                               Observer observer = {}) {
    if (from.version != balint::snapshot<P>::current_version) return not_restored(snapshot_error::other_version);
    if (from.fingerprint != detail::fingerprint<P>) return not_restored(snapshot_error::other_protocol);
    if (from.people != people.size()) return not_restored(snapshot_error::other_group);
    const auto broken = detail::invariants<P>{from.state, people}.first_broken();
    if (!broken.empty()) return not_restored(snapshot_error::impossible, broken);
    return session(detail::engine<P>(people, from.state), std::forward<Observer>(observer));
  }

  /// The observer, which the session keeps by value unless Observer is a reference.
  [[nodiscard]] constexpr std::remove_reference_t<Observer>& observer() noexcept { return observer_.get(); }
  /// The observer, to read.
  [[nodiscard]] constexpr const std::remove_reference_t<Observer>& observer() const noexcept { return observer_.get(); }

 private:
  friend struct detail::engine_access;
  template <typename Q, typename O>
  friend class session;

  constexpr session(const detail::engine<P>& engine,
                    Observer observer) noexcept(std::is_nothrow_move_constructible_v<Observer>)
      : engine_(engine), observer_(std::forward<Observer>(observer)) {
    static_assert(detail::is_observer<Observer, P>,
                  "balint: an observer has a callback, and each takes what it is told: on_accepted(const event<P>&), "
                  "on_stage_entered(stage_id), on_ended(ending), on_refused(const refusal<P>&) [observer_unheard]");
  }

  static constexpr bool is_observed = !std::same_as<std::remove_cvref_t<Observer>, no_observer>;

  template <typename Error = restore_error>
  static constexpr std::unexpected<Error> not_restored(snapshot_error why, std::string_view invariant = {}) noexcept {
    return std::unexpected<Error>({why, invariant});
  }
  template <typename Act, typename By>
  static constexpr std::expected<void, refusal<P>> not_done() {
    static_assert(detail::is_known<Act, P>,
                  "balint: the protocol has no such act: record one that it has [act_of_protocol]");
    static_assert(!detail::is_known<Act, P> || detail::is_person<By>,
                  "balint: a person comes first: give who did it as a person_id, then on what [not_a_person]");
    return {};
  }
  template <typename Other>
  static constexpr std::expected<void, refusal<P>> not_taken() {
    static_assert(detail::is_event_of<Other, P>,
                  "balint: this is no event of the protocol: make one with event<P>::of [not_an_event]");
    return {};
  }
  /// Lets an event take effect if nothing is against it, and notes which calls follow from it; what is, or
  /// `no_refusal`.
  constexpr code take(const event<P>& e) {
    if constexpr (is_observed) {
      tell_what_is_left();
      const auto stage = engine_.remembered().stage;
      const code why = engine_.attempt(e);
      if (why == detail::no_refusal) calls_left_ = {engine_.remembered().stage != stage, is_over()};
      return why;
    } else {
      return engine_.attempt(e);
    }
  }
  constexpr void tell_accepted([[maybe_unused]] const event<P>& e) {
    if constexpr (is_observed) {
      detail::tell_accepted(observer_.get(), e);
      tell_what_is_left();
    }
  }
  /// Makes the calls that are left of the last event: an observer that recorded or threw may have left some.
  constexpr void tell_what_is_left() {
    if (std::exchange(calls_left_.stage_entered, false)) detail::tell_stage_entered(observer_.get(), stage());
    if (std::exchange(calls_left_.ended, false)) detail::tell_ended(observer_.get(), end());
  }
  /// The answer to an event that is refused, made in place: copying what was just written field by field stalls.
  [[nodiscard]] constexpr std::expected<void, refusal<P>> refuse(code why, const event<P>& e) const noexcept {
    const auto legal = legal_acts(e.by);
    std::expected<void, refusal<P>> answer(std::unexpect);
    refusal<P>& no = answer.error();
    no.code = why;
    no.rule = rule_behind<P>(why, e.act, end() == ending::terminated);
    no.stage = {engine_.remembered().stage};
    no.refused = e;
    no.legal = legal;
    if (why == code::stage_incomplete) {
      const auto which = engine_.reach_of(engine_.tables.acts[e.act.index].does);
      no.owed = engine_.first_to_do(which);
      no.rule = engine_.first_owed(engine_.remembered().stage, which).rule;  // the order of the rules is normative
    }
    if (has_evidence(why)) no.behind = evidence_of(why, e);
    return answer;
  }
  [[nodiscard]] constexpr std::expected<void, refusal<P>> refuse_aloud(code why, const event<P>& e) {
    auto no = refuse(why, e);
    if constexpr (is_observed) detail::tell_refused(observer_.get(), no.error());
    return no;
  }

  detail::engine<P> engine_;
  [[no_unique_address]] detail::kept_observer<Observer> observer_;
  [[no_unique_address]] std::conditional_t<is_observed, detail::calls_left, detail::no_calls_left> calls_left_;
};

/// The arguments say of which protocol it is.
template <protocol P>
explicit session(const group<P>&) -> session<P>;
/// An observer with a name is kept by reference, so that it hears what happens; a temporary one by value.
template <protocol P, typename Observer>
session(const group<P>&, Observer&&) -> session<P, Observer>;

}  // namespace balint
