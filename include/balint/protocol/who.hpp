// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Who may do something: a role, a role but not another, or any of several.
#include <balint/vocabulary/role.hpp>

#include <concepts>

/// The words of declarations. A declaration opens this namespace for itself; opening `balint` alone brings none of
/// them.
namespace balint::declare {

/// Those who hold Role, except while they hold Except: `but<role::participant, role::presenter>`.
template <typename Role, typename Except>
struct but {};

/// Those who fit one of Whos, each a role, a `but` or an `either`.
template <typename... Whos>
struct either {};

/// Those who hold Role, but only while nobody leads.
template <typename Role>
struct unled {};

}  // namespace balint::declare

namespace balint::detail {

/// One alternative of who may act: a role, a role that rules it out (void: none), and whether only while nobody leads.
template <typename Role, typename Except = void, bool Unled = false>
struct term {
  using role = Role;
  using except = Except;
};

template <typename... Terms>
struct term_list {};

template <typename Who>
struct terms_of {
  using type = term_list<term<Who>>;
};
template <typename Role, typename Except>
struct terms_of<declare::but<Role, Except>> {
  using type = term_list<term<Role, Except>>;
};
template <typename Role>
struct terms_of<declare::unled<Role>> {
  using type = term_list<term<Role, void, true>>;
};
template <typename... As, typename... Bs>
consteval term_list<As..., Bs...> operator+(term_list<As...>, term_list<Bs...>) {
  return {};
}
template <typename... Whos>
struct terms_of<declare::either<Whos...>> {
  using type = decltype((term_list<>{} + ... + typename terms_of<Whos>::type{}));
};

/// Whether a holder of Role can be one of those a term list names.
template <typename Role, typename... Roles, typename... Excepts, bool... Unled>
consteval bool names_role(term_list<term<Roles, Excepts, Unled>...>) {
  return ((std::same_as<Role, Roles> || std::same_as<Roles, role::anyone>) || ...);
}

}  // namespace balint::detail
