// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The protocols that can be simulated, by name.
#include <balint/protocols/all.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace simulate_detail {
template <typename F, typename... Ps>
bool with_protocol(balint::protocol_list<Ps...>, std::string_view name, F& f) {
  return ((Ps::name == name ? (f.template operator()<Ps>(), true) : false) || ...);
}
template <typename... Ps>
std::vector<std::string> names_of(balint::protocol_list<Ps...>) {
  return {std::string(Ps::name)...};
}
}  // namespace simulate_detail

/// Calls `f.operator()<P>()` with the protocol of that name; false: there is none.
template <typename F>
bool with_protocol(std::string_view name, F&& f) {
  return simulate_detail::with_protocol(balint::all_protocols{}, name, f);
}
/// Their names.
[[nodiscard]] inline std::vector<std::string> protocol_names() {
  return simulate_detail::names_of(balint::all_protocols{});
}
