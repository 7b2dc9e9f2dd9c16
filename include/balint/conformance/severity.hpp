// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How grave a finding is: by the rule behind it.
#include <balint/vocabulary/detail/name_at.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/rule.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

/// How grave something is.
enum class severity : std::uint8_t {
  advisory,    ///< Something to think about.
  required,    ///< The protocol asks for it.
  inviolable,  ///< No group may do without it (@source RUL-1, RUL-2, RUL-3, RUL-4, RUL-6).
};

/// The name of a severity.
[[nodiscard]] constexpr std::string_view name_of(severity how) noexcept {
  constexpr std::string_view names[]{"advisory", "required", "inviolable"};
  return detail::name_at(names, std::size(names), static_cast<std::size_t>(how));
}

/// How grave it is to break a rule of P.
template <protocol P>
[[nodiscard]] constexpr severity severity_of(rule_id rule) noexcept {
  for (const auto held : {rule_of<P, rule::respect>, rule_of<P, rule::no_criticism>, rule_of<P, rule::confidentiality>,
                          rule_of<P, rule::leader_may_terminate>, rule_of<P, rule::leader_enforces>}) {
    if (rule == held) return severity::inviolable;
  }
  return severity::required;
}

}  // namespace balint
