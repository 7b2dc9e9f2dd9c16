// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Making an event from words: `event_of<student_group, act::vote>(anna, case_id{boris})`.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/compiler_message.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <concepts>

namespace balint {

namespace detail {
template <typename Act, typename... Args>
inline constexpr bool takes_args = false;
template <typename Act>
inline constexpr bool takes_args<Act> = std::same_as<typename Act::target, no_target>;
template <typename Act, typename One>
inline constexpr bool takes_args<Act, One> =
    std::same_as<One, typename Act::target> || (std::same_as<One, instant> && takes_args<Act>);
template <typename Act, typename Target>
inline constexpr bool takes_args<Act, Target, instant> = std::same_as<Target, typename Act::target>;
}  // namespace detail

/// Act is recorded with these arguments: its target where it has one, then the time where there is one.
template <typename Act, typename... TargetAndTime>
concept takes = detail::takes_args<Act, TargetAndTime...>;

/// The event that `by` did Act, on its target where it has one, at a time where there is one.
template <protocol P, typename Act, typename... TargetAndTime>
[[nodiscard]] constexpr event<P> event_of(person_id by, TargetAndTime... on) noexcept {
  static_assert(detail::is_known<Act, P>,
                "balint: the protocol has no such act: record one that it has [act_of_protocol]");
  static_assert(
      detail::takes_args<Act, TargetAndTime...>,
      BALINT_EXPLAIN(
          (detail::not_the_target<Act>()),
          "balint: this is not what the act takes: give its target, then the time if there is one [target_of_act]"));
  event<P> e{.by = by};
  if constexpr (act_of<Act, P> && takes<Act, TargetAndTime...>) {
    e.act = act_id_of<Act, P>;
    [[maybe_unused]] const auto put = [&e](auto given) {
      if constexpr (std::same_as<decltype(given), instant>) {
        e.at = given;
      } else {
        e.target = detail::raw(given);
      }
    };
    (put(on), ...);
  }
  return e;
}

}  // namespace balint
