// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Observers: told what happens in a session, at no cost when there is none.
#include <balint/session/refusal.hpp>
#include <balint/session/state.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <type_traits>
#include <utility>

namespace balint {

/// Observes nothing. An observer of your own has any of `on_accepted(const event<P>&)`,
/// `on_stage_entered(stage_id<P>)`, `on_ended(ending)` and `on_refused(const refusal<P>&)`. An accepted event is told
/// by the first three, in this order, and each is called when the event has taken effect. A session keeps its observer
/// by value, or refers to it: `session<P, observer&>`.
///
/// An observer may record: the calls that are left of the event it is being told of come first, then the new event
/// takes effect and is told. So every call is made once and in the order of the events, and finds the session as its
/// event left it. Because the new event is told before `record` returns, do what the first one needs, and then record.
///
/// A class with none of these functions is refused, and so is one of that name that takes something else. One that is
/// spelt otherwise beside one that is right is never called: the compiler cannot tell it from a function of your own.
///
/// An exception that an observer throws leaves the session's function. The event has taken effect, and the calls that
/// are left of it come before the next event is looked at; if one of these throws, the next event is not recorded.
/// @snippet observe_a_session.cpp observer
struct no_observer {};

namespace detail {
template <typename Observer, typename P>
constexpr void tell_stage_entered(Observer& observer, stage_id<P> stage) {
  if constexpr (requires { observer.on_stage_entered(stage); }) observer.on_stage_entered(stage);
}
template <typename Observer, typename P>
constexpr void tell_accepted(Observer& observer, const event<P>& e) {
  if constexpr (requires { observer.on_accepted(e); }) observer.on_accepted(e);
}
template <typename Observer, typename P>
constexpr void tell_refused(Observer& observer, const refusal<P>& why) {
  if constexpr (requires { observer.on_refused(why); }) observer.on_refused(why);
}
template <typename Observer>
constexpr void tell_ended(Observer& observer, ending how) {
  if constexpr (requires { observer.on_ended(how); }) observer.on_ended(how);
}

/// Whether an observer hears of anything in a session of P.
template <typename Observer, typename P>
concept hears_something = requires(Observer& observer, const event<P>& e) { observer.on_accepted(e); } ||
                          requires(Observer& observer, stage_id<P> stage) { observer.on_stage_entered(stage); } ||
                          requires(Observer& observer, ending how) { observer.on_ended(how); } ||
                          requires(Observer& observer, const refusal<P>& why) { observer.on_refused(why); };
/// Whether each function of an observer that has the name of a callback takes what it is told.
template <typename Observer, typename P>
concept hears_rightly =
    (!requires { &Observer::on_accepted; } ||
     requires(Observer& observer, const event<P>& e) { observer.on_accepted(e); }) &&
    (!requires { &Observer::on_stage_entered; } ||
     requires(Observer& observer, stage_id<P> stage) { observer.on_stage_entered(stage); }) &&
    (!requires { &Observer::on_ended; } || requires(Observer& observer, ending how) { observer.on_ended(how); }) &&
    (!requires { &Observer::on_refused; } ||
     requires(Observer& observer, const refusal<P>& why) { observer.on_refused(why); });
/// Whether a session of P takes it as an observer. Asked where a session is made, since an observer may keep the
/// session that refers to it; a value, since a compiler prints a failed value in one line.
template <typename Observer, typename P>
inline constexpr bool is_observer =
    hears_something<std::remove_cvref_t<Observer>, P> && hears_rightly<std::remove_cvref_t<Observer>, P>;
template <typename P>
inline constexpr bool is_observer<no_observer, P> = true;

/// Which calls are left of the event that was accepted last.
struct calls_left {
  bool stage_entered = false;
  bool ended = false;
};
/// Where there is no observer, no call is ever left.
struct no_calls_left {};

/// Where a session keeps its observer.
template <typename Observer>
class kept_observer {
 public:
  constexpr explicit kept_observer(Observer&& given) noexcept(std::is_nothrow_move_constructible_v<Observer>)
      : observer_(std::move(given)) {}
  [[nodiscard]] constexpr Observer& get() noexcept { return observer_; }
  [[nodiscard]] constexpr const Observer& get() const noexcept { return observer_; }

 private:
  [[no_unique_address]] Observer observer_;
};
/// An observer that the session refers to; copies of the session refer to the same one.
template <typename Observer>
class kept_observer<Observer&> {
 public:
  constexpr explicit kept_observer(Observer& given) noexcept : observer_(&given) {}
  [[nodiscard]] constexpr Observer& get() const noexcept { return *observer_; }

 private:
  Observer* observer_;
};
}  // namespace detail
}  // namespace balint
