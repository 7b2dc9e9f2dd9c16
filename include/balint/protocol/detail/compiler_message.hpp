// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Messages of the compiler: what is wrong, what to do, and in brackets the section of docs/reference/errors.md.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <string_view>

/// A computed message that contains the names where the compiler can make one, a plain one elsewhere.
#if defined(__cpp_static_assert) && __cpp_static_assert >= 202306L
#define BALINT_EXPLAIN(computed, plain) computed
#else
#define BALINT_EXPLAIN(computed, plain) plain
#endif

namespace balint::detail {

// The questions that assertions ask, as values, as in `concepts.hpp`.
template <typename P, typename From, typename To>
inline constexpr bool comes_next = follows<P, From, To>;
template <typename Act, typename P, typename Stage>
inline constexpr bool is_act_here = act_of_stage<Act, P, Stage>;
template <typename Role, typename Act, typename P, typename Stage>
inline constexpr bool may_act = permits<P, Stage, Act, Role>;
template <typename P, typename Stage>
inline constexpr bool is_first = first_stage<P, Stage>;
template <typename P, typename Stage>
inline constexpr bool is_last = last_stage<P, Stage>;
template <typename Role, effect How, typename P>
inline constexpr bool may_leave = [] {
  for (const auto& row : table_of<P>.acts) {
    if (row.does == How && row.home == none && names_base<P>(row.who, base_of<P, Role>())) return true;
  }
  return false;
}();

/// A text built at compile time.
struct compiler_message {
  char text[320]{};
  std::size_t length = 0;
  constexpr compiler_message& operator<<(std::string_view more) {
    for (const char c : more) {
      if (length < sizeof(text)) text[length++] = c;
    }
    return *this;
  }
  constexpr compiler_message& quote(std::string_view name) { return *this << "'" << name << "'"; }
  [[nodiscard]] constexpr const char* data() const noexcept { return text; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return length; }
};

template <typename P, typename From, typename To>
consteval compiler_message not_next() {
  constexpr auto next = P::order::template index<From> + 1;
  compiler_message m;
  m << "balint: in " << P::name << ", after ";
  m.quote(From::name) << " comes ";
  if constexpr (next < P::order::size) {
    m.quote(P::order::names[next]);
  } else {
    m << "the close";
  }
  return (m << ", not ").quote(To::name) << " [stages_in_order]";
}

template <typename P, typename Stage, typename Act>
consteval compiler_message not_here() {
  compiler_message m;
  m << "balint: in " << P::name << ", ";
  m.quote(Act::name);
  if constexpr (P::order::template knows<Act>) {
    (m << " belongs to ").quote(P::order::names[P::order::template home<Act>]) << ", not to ";
    m.quote(Stage::name);
  } else {
    m << " is not an act of the protocol: record one that it has";
  }
  return m << " [act_of_stage]";
}

template <typename P, typename Stage, typename Act, typename Role>
consteval compiler_message not_yours() {
  compiler_message m;
  m << "balint: in " << P::name << ", stage ";
  m.quote(Stage::name) << ", role ";
  m.quote(Role::name) << " may not ";
  return m.quote(Act::name) << ": pass the seat of another role [role_may_act]";
}

constexpr std::string_view describe(target_kind kind) {
  switch (kind) {
    case target_kind::none: return "no target";
    case target_kind::case_of: return "a case_id";
    case target_kind::option: return "an option_id";
    case target_kind::rule: return "a rule_id";
    case target_kind::person: return "a person_id";
  }
  return {};
}

template <typename Act>
consteval compiler_message not_the_target() {
  compiler_message m;
  m << "balint: ";
  return m.quote(Act::name) << " takes " << describe(kind_of<typename Act::target>)
                            << ", then the time if there is one [target_of_act]";
}

}  // namespace balint::detail
