// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Observers: told what happens in a session, at no cost when there is none.
#include <balint/session/refusal.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/event.hpp>
#include <balint/vocabulary/id.hpp>

namespace balint {

/// Observes nothing. An observer of your own has any of `on_stage_entered(stage_id)`, `on_accepted(const event<P>&)`,
/// `on_refused(const refusal<P>&)` and `on_ended(ending)`; each is called after the session has changed.
struct no_observer {};

namespace detail {
template <typename Observer>
constexpr void tell_stage_entered(Observer& observer, stage_id stage) {
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
}  // namespace detail
}  // namespace balint
