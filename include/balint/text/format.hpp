// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// fmt formatters: codes, verdicts and endings by name, as logs and documents write them.
#include <balint/conformance/verdict.hpp>
#include <balint/session/snapshot.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/code.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace balint {

namespace detail {
/// Formats a value as its name; for width and alignment, format `name_of(value)`.
template <typename T>
struct by_name {
  constexpr auto parse(fmt::format_parse_context& context) { return context.begin(); }
  template <typename Context>
  auto format(T value, Context& context) const {
    const auto name = name_of(value);
    return std::copy(name.begin(), name.end(), context.out());
  }
};
}  // namespace detail
}  // namespace balint

namespace fmt {

/// Formats a `balint::code` as its name.
template <>
struct formatter<balint::code> : balint::detail::by_name<balint::code> {};
/// Formats a `balint::advisory_code` as its name.
template <>
struct formatter<balint::advisory_code> : balint::detail::by_name<balint::advisory_code> {};
/// Formats a `balint::verdict` as its name.
template <>
struct formatter<balint::verdict> : balint::detail::by_name<balint::verdict> {};
/// Formats a `balint::ending` as its name.
template <>
struct formatter<balint::ending> : balint::detail::by_name<balint::ending> {};
/// Formats a `balint::snapshot_error` as its name.
template <>
struct formatter<balint::snapshot_error> : balint::detail::by_name<balint::snapshot_error> {};
/// Formats a `balint::restore_error` as the name of its reason, with the broken invariant after a colon if there is
/// one: `impossible: votes_are_for_cases`.
template <>
struct formatter<balint::restore_error> : balint::detail::by_name<balint::snapshot_error> {
  template <typename Context>
  auto format(const balint::restore_error& error, Context& context) const {
    auto out = balint::detail::by_name<balint::snapshot_error>::format(error.why, context);
    if (error.invariant.empty()) return out;
    *out++ = ':';
    *out++ = ' ';
    return std::copy(error.invariant.begin(), error.invariant.end(), out);
  }
};

}  // namespace fmt
