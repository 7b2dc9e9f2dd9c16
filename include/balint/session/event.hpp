// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// An event: a recorded act, in 16 bytes. `event<student_group>::of<act::vote>(anna, case_id{boris})` makes one.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/compiler_message.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/target.hpp>
#include <balint/vocabulary/time.hpp>

#include <concepts>
#include <cstdint>
#include <expected>

namespace balint {

namespace detail {
struct event_access;
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

/// Act is an act, and By says who did it: a `person_id`.
template <typename Act, typename By>
concept done_by = requires { typename Act::result; } && std::convertible_to<By, person_id>;

namespace detail {
template <typename By>
inline constexpr bool is_person = std::convertible_to<By, person_id>;
template <typename... Given>
inline constexpr bool is_a_time = sizeof...(Given) == 0;
template <typename At>
inline constexpr bool is_a_time<At> = std::convertible_to<At, instant>;
}  // namespace detail

/// What is given beside is a time, or nothing.
template <typename... Given>
concept at_most_a_time = detail::is_a_time<Given...>;

/// A recorded act of protocol P: when, who, which act, on what. It has no room for content (@source RUL-3).
///
/// It is made by `of`, so that its target is one that its act takes. To change the act, make another event.
template <protocol P>
struct event {
  /// When, or `unstated`.
  instant at = unstated;
  /// Who, or `nobody` for somebody outside the group.
  person_id by = nobody;
  /// Which act of P; any index from the number of acts upward is an act that P does not know.
  act_id<P> act{0xFFFF};

  /// Nothing that can have happened: nobody did an act that P does not know. Every session refuses it.
  constexpr event() = default;

  /// The event that `who` did Act, on its target where it has one, at a time where there is one:
  /// `event<student_group>::of<act::vote>(anna, case_id{boris}, time)`.
  template <typename Act, typename... TargetAndTime>
  [[nodiscard]] static constexpr event of(person_id who, TargetAndTime... on) noexcept {
    static_assert(detail::is_known<Act, P>,
                  "balint: the protocol has no such act: record one that it has [act_of_protocol]");
    event made;
    made.by = who;
    if constexpr (detail::is_known<Act, P>) {
      static_assert(detail::takes_args<Act, TargetAndTime...>,
                    BALINT_EXPLAIN((detail::not_the_target<Act>()),
                                   "balint: this is not what the act takes: give its target, then the time if there is "
                                   "one [target_of_act]"));
      if constexpr (takes<Act, TargetAndTime...>) {
        made.act = act_id_of<Act, P>;
        made.target_ = 0;
        [[maybe_unused]] const auto put = [&made](auto given) {
          if constexpr (std::same_as<decltype(given), instant>) {
            made.at = given;
          } else {
            made.target_ = detail::raw(given);
          }
        };
        (put(on), ...);
      }
    }
    return made;
  }
  /// Not by what is no person, and not of what is no act: it does not compile.
  template <typename Act, typename By, typename... Rest>
    requires(!done_by<Act, By>)
  [[nodiscard]] static constexpr event of(By, Rest...) noexcept {
    static_assert(detail::is_known<Act, P>,
                  "balint: the protocol has no such act: record one that it has [act_of_protocol]");
    static_assert(!detail::is_known<Act, P> || detail::is_person<By>,
                  "balint: a person comes first: give who did it as a person_id, then on what [not_a_person]");
    return {};
  }
  /// The same of an act that is known at run time alone, such as a choice from a menu or a word of a log. A target of
  /// another kind than the act takes, one too many and a missing one are refused; one that is none of the session's,
  /// `target::unknown(kind)`, is for the session to refuse. An act that P does not know takes anything.
  [[nodiscard]] static constexpr std::expected<event, target_error> of(act_id<P> done, person_id who,
                                                                       balint::target on = {},
                                                                       instant when = unstated) noexcept {
    event made;
    made.at = when;
    made.by = who;
    made.act = done;
    made.target_ = 0;
    if (done.index >= act_count<P>) return made;
    const auto kind = target_of<P>(done);
    if (kind != on.kind()) {
      if (on.kind() == target_kind::none) return std::unexpected(target_error::missing);
      return std::unexpected(kind == target_kind::none ? target_error::superfluous : target_error::wrong_kind);
    }
    made.target_ = number_of(on);
    return made;
  }

  /// What the act is done to, with its kind; nothing for an act without a target and for one that P does not know.
  [[nodiscard]] constexpr balint::target target() const noexcept {
    switch (target_of<P>(act)) {
      case target_kind::none: break;
      case target_kind::case_of: return target_as<case_id>();
      case target_kind::option: return target_as<option_id>();
      case target_kind::rule: return target_as<rule_id>();
      case target_kind::person: return target_as<person_id>();
    }
    return {};
  }
  /// The target as what the act is done to: `e.target_as<case_id>()`.
  template <typename Target>
  [[nodiscard]] constexpr Target target_as() const noexcept {
    return detail::from_raw<Target>(target_);
  }

  friend constexpr bool operator==(const event&, const event&) = default;

 private:
  friend struct detail::event_access;
  [[nodiscard]] static constexpr std::uint16_t number_of(balint::target on) noexcept {
    switch (on.kind()) {
      case target_kind::none: break;
      case target_kind::case_of: return detail::raw(on.as<case_id>());
      case target_kind::option: return on.as<option_id>().number;
      case target_kind::rule: return detail::raw(on.as<rule_id>());
      case target_kind::person: return detail::raw(on.as<person_id>());
    }
    return 0;
  }

  /// The index of the target person, case owner or rule, or the option's number; 0 for an act without target.
  std::uint16_t target_ = detail::unknown_target;
};

namespace detail {
template <typename Other, typename P>
inline constexpr bool is_event_of = std::same_as<Other, event<P>>;
/// The parts of an event as they are, whether they fit together or not: a judge has to judge any.
template <protocol P>
struct event_parts {
  instant at = unstated;
  person_id by = nobody;
  act_id<P> act{0xFFFF};
  std::uint16_t target = 0;
};
struct event_access {
  template <typename P>
  static constexpr std::uint16_t& target(event<P>& e) noexcept {
    return e.target_;
  }
  template <typename P>
  static constexpr std::uint16_t target(const event<P>& e) noexcept {
    return e.target_;
  }
};
/// The number of an event's target.
template <typename P>
[[nodiscard]] constexpr std::uint16_t raw_target(const event<P>& e) noexcept {
  return event_access::target(e);
}
/// Gives an event the target of that number.
template <typename P>
constexpr void set_raw_target(event<P>& e, std::uint16_t target) noexcept {
  event_access::target(e) = target;
}
/// An event of parts that are known to fit, or that somebody has to judge: `raw_event<P>({.by = who, .act = act})`.
template <protocol P>
[[nodiscard]] constexpr event<P> raw_event(const event_parts<P>& parts) noexcept {
  event<P> e;
  e.at = parts.at;
  e.by = parts.by;
  e.act = parts.act;
  set_raw_target(e, parts.target);
  return e;
}
}  // namespace detail

}  // namespace balint
