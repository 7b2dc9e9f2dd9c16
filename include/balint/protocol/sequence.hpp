// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The stages of a protocol in their order, and the acts that are open throughout.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/who.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>

namespace balint::declare {

/// What happens in Stage: clauses, `at_least_one`, `outside`.
template <typename Stage, typename... Items>
struct in {
  /// The stage.
  using stage = Stage;
  /// Whether Act is an act of this stage.
  template <typename Act>
  static constexpr bool has_act = [] {
    [[maybe_unused]] constexpr auto is = []<typename Item>() {
      if constexpr (detail::is_clause<Item>) {
        return std::same_as<typename Item::act, Act>;
      } else {
        return false;
      }
    };
    return (is.template operator()<Items>() || ...);
  }();
  /// Whether a clause of this stage lets a holder of Role do Act.
  template <typename Act, typename Role>
  static constexpr bool permits = [] {
    [[maybe_unused]] constexpr auto lets = []<typename Item>() {
      if constexpr (detail::is_clause<Item>) {
        return std::same_as<typename Item::act, Act> &&
               detail::names_role<Role>(typename detail::terms_of<typename Item::who>::type{});
      } else {
        return false;
      }
    };
    return (lets.template operator()<Items>() || ...);
  }();
};

/// The stages in their order.
///
/// @snippet troika.hpp declaration
template <typename... Ins>
struct sequence {
  /// How many stages there are.
  static constexpr std::size_t size = sizeof...(Ins);
  /// Their names, in order.
  static constexpr std::array<std::string_view, size> names{Ins::stage::name...};
  /// Their sources, in order.
  static constexpr std::array<std::string_view, size> sources{Ins::stage::source...};
  /// The position of Stage, or `size` if it is not one of them.
  template <typename Stage>
  static constexpr std::size_t index = [] {
    std::size_t i = 0;
    (void)((std::same_as<Stage, typename Ins::stage> || (++i, false)) || ...);
    return i;
  }();
  /// Whether Act is an act of Stage.
  template <typename Stage, typename Act>
  static constexpr bool has_act = ((std::same_as<Stage, typename Ins::stage> && Ins::template has_act<Act>) || ...);
  /// Whether Act is an act of any stage.
  template <typename Act>
  static constexpr bool knows = (Ins::template has_act<Act> || ...);
  /// Whether Stage lets a holder of Role do Act.
  template <typename Stage, typename Act, typename Role>
  static constexpr bool permits =
      ((std::same_as<Stage, typename Ins::stage> && Ins::template permits<Act, Role>) || ...);
  /// The position of the stage that Act belongs to, or `size`.
  template <typename Act>
  static constexpr std::size_t home = [] {
    std::size_t i = 0;
    (void)((Ins::template has_act<Act> || (++i, false)) || ...);
    return i;
  }();
};

/// The acts that are open in every stage: `advance`, `terminate`, `withdraw`, ….
template <typename... Clauses>
struct throughout {
  /// The same acts and more.
  template <typename... More>
  using with = throughout<Clauses..., More...>;
  /// Whether Act is one of them.
  template <typename Act>
  static constexpr bool has_act = (std::same_as<Act, typename Clauses::act> || ...);
  /// Whether a holder of Role may do Act.
  template <typename Act, typename Role>
  static constexpr bool permits =
      ((std::same_as<Act, typename Clauses::act> &&
        detail::names_role<Role>(typename detail::terms_of<typename Clauses::who>::type{})) ||
       ...);
};

/// The offices of a protocol: the roles that are given when the group forms.
template <typename... Roles>
struct offices {
  /// How many there are.
  static constexpr std::size_t size = sizeof...(Roles);
  /// Their names, in order.
  static constexpr std::array<std::string_view, size> names{Roles::name...};
  /// Whether Role is one of them.
  template <typename Role>
  static constexpr bool has = (std::same_as<Role, Roles> || ...);
  /// The position of Role, or `size`.
  template <typename Role>
  static constexpr std::size_t index = [] {
    std::size_t i = 0;
    (void)((std::same_as<Role, Roles> || (++i, false)) || ...);
    return i;
  }();
};

/// Who leads: the holder of Office, otherwise the first holder of a stand-in office who is present and is not the
/// presenter.
template <typename Office, typename... StandIns>
struct led_by {
  /// The office that leads.
  using office = Office;
};

}  // namespace balint::declare
