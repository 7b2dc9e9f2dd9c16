// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What the bases of terms are called: offices, the presenter's role, and anyone.
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/role.hpp>

#include <cstdint>
#include <string_view>

namespace balint::detail {

/// The name of a base of terms: an office, the presenter's role, or anyone.
template <protocol P>
[[nodiscard]] constexpr std::string_view base_name(std::uint8_t base) noexcept {
  if (base < P::offices::size) return P::offices::names[base];
  if constexpr (requires { P::presented_by::name; }) {
    if (base == P::offices::size) return P::presented_by::name;
  }
  return role::anyone::name;
}

}  // namespace balint::detail
