// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The typed face: a session whose stage is part of its type, so that the compiler holds the order.
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/compiler_message.hpp>
#include <balint/session/detail/engine_access.hpp>
#include <balint/session/observer.hpp>
#include <balint/session/event.hpp>
#include <balint/session/refusal.hpp>
#include <balint/session/seat.hpp>
#include <balint/session/session.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/time.hpp>

#include <expected>
#include <optional>
#include <type_traits>
#include <utility>

/// @cond
#if defined(__clang__)
#define BALINT_CONSUMABLE [[clang::consumable(unconsumed)]]
#define BALINT_LIVE [[clang::callable_when("unconsumed")]]
#define BALINT_CONSUMES [[clang::callable_when("unconsumed"), clang::set_typestate(consumed)]]
#define BALINT_RETURNS_LIVE [[clang::return_typestate(unconsumed)]]
#else
#define BALINT_CONSUMABLE
#define BALINT_LIVE
#define BALINT_CONSUMES
#define BALINT_RETURNS_LIVE
#endif
/// @endcond

namespace balint {

/// A stage that was not left: the session as it was, and why.
template <typename Same, protocol P>
struct refused {
  /// The session as it was; nothing of it is lost.
  Same session;
  /// Why, and what is legal or owed instead.
  refusal<P> why;

  /// The session as it was, to go on with.
  [[nodiscard]] BALINT_RETURNS_LIVE constexpr Same resume() && { return std::move(session); }
};

/// What a typed session becomes when it ends: nothing more can be recorded.
template <protocol P, typename Observer = no_observer>
class ended_session {
 public:
  /// What a run-time session became that is over.
  constexpr explicit ended_session(session<P, Observer> last) : last_(std::move(last)) {}
  /// How it ended.
  [[nodiscard]] constexpr ending end() const noexcept { return last_.end(); }
  /// The run-time session, which is over.
  [[nodiscard]] constexpr const session<P, Observer>& at_run_time() const noexcept { return last_; }

 private:
  session<P, Observer> last_;
};

/// @cond
template <typename P, typename Stage, typename Observer = no_observer>
class session_at {
  static_assert(detail::is_protocol<P>,
                "balint: this is no protocol: a session is of one, session_at<student_group, stage> [not_a_protocol]");
  static_assert(!detail::is_protocol<P> || detail::is_stage_of<P, Stage>,
                "balint: the protocol has no such stage: name one that it has [not_a_stage]");

 public:
  template <typename... Anything>
  constexpr explicit session_at(const Anything&...) noexcept {}
};
/// @endcond

/// A session of protocol P that is in Stage, over the same engine as `session<P>`.
///
/// Acts of another stage, acts by another role, other targets, and stages out of order do not compile. Leaving a stage
/// consumes the session: it is moved from. clang's `-Wconsumed` warns where it is used again.
///
/// An observer that throws as a stage is left leaves the session where it is, with the event in effect: it refuses the
/// acts of the stage in its type, and `at_run_time()` is what `from` of the stage it is in takes up.
/// @snippet typed_session.cpp typed
template <protocol P, typename Stage, typename Observer>
  requires has_stage<P, Stage>
class BALINT_CONSUMABLE session_at<P, Stage, Observer> {
 public:
  /// The protocol.
  using protocol_type = P;
  /// The stage it is in.
  using stage_type = Stage;

  /// A session that begins. A session begins in the first stage of its protocol.
  constexpr explicit session_at(const group<P>& people, Observer observer = {})
      : session_(people, std::forward<Observer>(observer)) {
    static_assert(
        detail::is_first<P, Stage>,
        "balint: a session begins in its first stage: take up a running one with from() [begin_at_the_start]");
  }
  /// Not held by other people than a group of P: it does not compile.
  template <people_in_some_form People>
  constexpr explicit session_at(const People& people, Observer observer = {})
      : session_(people, std::forward<Observer>(observer)) {}
  /// Moves on: the session moved from is spent, and answers `session_over`.
  constexpr session_at(session_at&& from) noexcept(moves_quietly) : is_spent_(from.is_spent_), session_(from.spent()) {}
  /// Moves on: the session moved from is spent, and answers `session_over`.
  constexpr session_at& operator=(session_at&& from) noexcept(moves_quietly &&
                                                              std::is_nothrow_move_assignable_v<session<P, Observer>>) {
    if (this != &from) {
      is_spent_ = from.is_spent_;
      session_ = from.spent();
    }
    return *this;
  }
  session_at(const session_at&) = delete;
  session_at& operator=(const session_at&) = delete;
  ~session_at() = default;

  /// The typed face of a run-time session that is in Stage and not over; else the stage it is in.
  [[nodiscard]] static constexpr std::expected<session_at, stage_id<P>> from(const session<P, Observer>& running) {
    if (running.is_over() || !running.template is_in<Stage>()) return std::unexpected(running.stage());
    return session_at(running, taken_up{});
  }

  /// Records an act of this stage, or one that is open throughout: `record<act::vote>(anna, case_id{boris})`.
  template <typename Act, typename Role, typename... TargetAndTime>
  [[nodiscard]] BALINT_LIVE constexpr std::expected<typename Act::result, refusal<P>> record(seat<Role> by,
                                                                                             TargetAndTime... on) {
    static_assert(
        detail::is_act_here<Act, P, Stage>,
        BALINT_EXPLAIN((detail::not_here<P, Stage, Act>()),
                       "balint: this act does not belong to this stage: record it in its own [act_of_stage]"));
    if constexpr (detail::is_act_here<Act, P, Stage>) {
      static_assert(
          detail::may_act<Role, Act, P, Stage>,
          BALINT_EXPLAIN(
              (detail::not_yours<P, Stage, Act, Role>()),
              "balint: this role may not do this act in this stage: pass the seat of another [role_may_act]"));
      static_assert(!leaves<Act>,
                    "balint: record does not leave a stage: use advance_to, close or terminate [leave_by_moving]");
      static_assert(detail::takes_args<Act, TargetAndTime...>,
                    BALINT_EXPLAIN((detail::not_the_target<Act>()),
                                   "balint: this is not what the act takes: give its target, then the time if there is "
                                   "one [target_of_act]"));
      if constexpr (detail::takes_args<Act, TargetAndTime...>) {
        if (is_spent_) return std::unexpected(session_.can(event<P>::template of<Act>(by.person, on...)).error());
        if constexpr (!detail::may_act<role::anyone, Act, P, Stage>) {
          if (auto no = not_seated(by, event<P>::template of<Act>(by.person, on...))) return std::unexpected(*no);
        }
        return session_.template record<Act>(by.person, on...);
      }
    }
    return std::unexpected(refusal<P>{});
  }
  /// Not by what is no seat, and not of what is no act: it does not compile.
  template <typename Act, typename By, typename... Rest>
    requires(!seated<By> || !requires { typename Act::result; })
  constexpr std::expected<void, refusal<P>> record(By, Rest...) {
    static_assert(detail::is_seat<By>,
                  "balint: somebody acts in a role: give a seat, such as seat<role::participant>{anna} "
                  "[not_a_seat]");
    static_assert(!detail::is_seat<By> || detail::is_act_here<Act, P, Stage>,
                  "balint: this act does not belong to this stage: record it in its own [act_of_stage]");
    return {};
  }

  /// Moves on to the next stage. With something owed, gives the session back together with the refusal.
  template <typename To, typename Role>
  [[nodiscard]] BALINT_CONSUMES constexpr auto advance_to(seat<Role> by, instant at = unstated) && {
    static_assert(
        detail::comes_next<P, Stage, To>,
        BALINT_EXPLAIN((detail::not_next<P, Stage, To>()),
                       "balint: stages are not skipped, repeated or reordered: advance to the next [stages_in_order]"));
    if constexpr (detail::comes_next<P, Stage, To>) {
      static_assert(
          detail::may_leave<Role, effect::advances, P>,
          "balint: this role may not advance or end the session here: pass the seat of one that leads [role_may_lead]");
      return leave<session_at<P, To, Observer>, effect::advances>(by, at);
    } else {
      return std::expected<session_at, refused<session_at, P>>(std::move(*this));
    }
  }
  /// Goes on to the next stage although turns are open: the leader ends this discussion. With something else owed,
  /// gives the session back together with the refusal.
  template <typename To, typename Role>
  [[nodiscard]] BALINT_CONSUMES constexpr auto cut_short_to(seat<Role> by, instant at = unstated) && {
    static_assert(
        detail::comes_next<P, Stage, To>,
        BALINT_EXPLAIN((detail::not_next<P, Stage, To>()),
                       "balint: stages are not skipped, repeated or reordered: advance to the next [stages_in_order]"));
    if constexpr (detail::comes_next<P, Stage, To>) {
      static_assert(
          detail::may_leave<Role, effect::cuts_short, P>,
          "balint: this role may not advance or end the session here: pass the seat of one that leads [role_may_lead]");
      return leave<session_at<P, To, Observer>, effect::cuts_short>(by, at);
    } else {
      return std::expected<session_at, refused<session_at, P>>(std::move(*this));
    }
  }
  /// Closes the session, from the last stage. With something owed, gives the session back together with the refusal.
  template <typename Role>
  [[nodiscard]] BALINT_CONSUMES constexpr auto close(seat<Role> by, instant at = unstated) && {
    static_assert(
        detail::is_last<P, Stage>,
        "balint: a session is closed from its last stage: use terminate to end it earlier [close_at_the_end]");
    static_assert(
        detail::may_leave<Role, effect::closes, P>,
        "balint: this role may not advance or end the session here: pass the seat of one that leads [role_may_lead]");
    return leave<ended_session<P, Observer>, effect::closes>(by, at);
  }
  /// Ends the session at once, from any stage. Refused only to somebody who does not lead: a time that is earlier than
  /// that of the last event is left out.
  template <typename Role>
  [[nodiscard]] BALINT_CONSUMES constexpr auto terminate(seat<Role> by, instant at = unstated) && {
    static_assert(
        detail::may_leave<Role, effect::terminates, P>,
        "balint: this role may not advance or end the session here: pass the seat of one that leads [role_may_lead]");
    return leave<ended_session<P, Observer>, effect::terminates>(by, at);
  }

  // Nobody moves the session on who is no seat, or at what is no time: it does not compile.
  /// Anything else is refused by the compiler, which says what fits.
  template <typename To, typename By, typename... At>
    requires(!seated<By> || !at_most_a_time<At...>)
  constexpr auto advance_to(By, At...) && {
    return not_moved<session_at, By, At...>();
  }
  /// Anything else is refused by the compiler, which says what fits.
  template <typename To, typename By, typename... At>
    requires(!seated<By> || !at_most_a_time<At...>)
  constexpr auto cut_short_to(By, At...) && {
    return not_moved<session_at, By, At...>();
  }
  /// Anything else is refused by the compiler, which says what fits.
  template <typename By, typename... At>
    requires(!seated<By> || !at_most_a_time<At...>)
  constexpr auto close(By, At...) && {
    return not_moved<ended_session<P, Observer>, By, At...>();
  }
  /// Anything else is refused by the compiler, which says what fits.
  template <typename By, typename... At>
    requires(!seated<By> || !at_most_a_time<At...>)
  constexpr auto terminate(By, At...) && {
    return not_moved<ended_session<P, Observer>, By, At...>();
  }

  /// Whether this session was moved from, or left: another value has it now, also where leaving was refused and it was
  /// given back. Whatever is recorded here is answered `session_over`, and no observer is told.
  [[nodiscard]] constexpr bool is_spent() const noexcept { return is_spent_; }
  /// The run-time session: to ask what is legal or owed, and to go on without types.
  [[nodiscard]] BALINT_LIVE constexpr const session<P, Observer>& at_run_time() const noexcept { return session_; }

 private:
  template <typename Q, typename S, typename O>
  friend class session_at;

  struct taken_up {};
  /// Whether moving on throws nothing: an observer of your own may.
  static constexpr bool moves_quietly = std::is_nothrow_move_constructible_v<session<P, Observer>>;
  constexpr session_at(session<P, Observer> running, taken_up) : session_(std::move(running)) {}

  template <typename Act>
  static constexpr bool leaves = Act::does == effect::advances || Act::does == effect::cuts_short ||
                                 Act::does == effect::closes || Act::does == effect::terminates;

  /// The run-time session, to be moved on with; what stays here is over, so that going on with it is refused.
  constexpr session<P, Observer> spent() noexcept(moves_quietly) {
    auto running = std::move(session_);
    detail::engine_access::of(session_).end(ending::closed);
    is_spent_ = true;
    return running;
  }

  template <typename Next, typename By, typename... At>
  constexpr std::expected<Next, refused<session_at, P>> not_moved() {
    static_assert(detail::is_seat<By>,
                  "balint: somebody moves a session on in a role: give a seat, such as "
                  "seat<role::leader>{anna} [not_a_seat]");
    static_assert(!detail::is_seat<By> || detail::is_a_time<At...>,
                  "balint: this is no time: give an instant, which to_instant makes of a chrono time [not_a_time]");
    return std::unexpected(refused<session_at, P>{std::move(*this), {}});
  }
  template <typename Next, effect How, typename Role>
  [[nodiscard]] constexpr std::expected<Next, refused<session_at, P>> leave(seat<Role> by, instant at) {
    auto e = detail::raw_event<P>({.at = at, .by = by.person, .act = detail::act_with_effect<P>(How)});
    if (How == effect::terminates && is_refused_for_time(e)) e.at = unstated;
    auto no = is_spent_ ? std::optional(session_.can(e).error()) : not_seated(by, e);
    if (!no) {
      if (const auto done = session_.apply(e); !done) no = done.error();
    }
    if (no) return std::unexpected(refused<session_at, P>{std::move(*this), *no});
    if constexpr (requires { Next(std::move(session_)); }) {
      return Next(spent());
    } else {
      return Next(spent(), typename Next::taken_up{});
    }
  }
  [[nodiscard]] constexpr bool is_refused_for_time(const event<P>& e) const noexcept {
    const auto done = session_.can(e);
    return !done && done.error().code == code::time_reversed;
  }
  /// The refusal of somebody who does not hold the role of the seat, where nothing else stands against the event first.
  template <typename Role>
  [[nodiscard]] constexpr std::optional<refusal<P>> not_seated(seat<Role> by, const event<P>& e) const {
    if (!session_.template holds<Role>(by.person) && session_.can(e)) {
      return refusal<P>{.code = code::wrong_role,
                        .rule = rule_behind<P>(code::wrong_role),
                        .stage = session_.stage(),
                        .refused = e,
                        .legal = session_.legal_acts(by.person)};
    }
    return std::nullopt;
  }

  bool is_spent_ = false;
  session<P, Observer> session_;
};

}  // namespace balint

#undef BALINT_CONSUMABLE
#undef BALINT_LIVE
#undef BALINT_CONSUMES
#undef BALINT_RETURNS_LIVE
