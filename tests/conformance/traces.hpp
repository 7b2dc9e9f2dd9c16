// SPDX-License-Identifier: MIT
#pragma once
/// A conforming trace of each protocol, and where its stages begin.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "tests/support.hpp"

namespace support {

/// The shortest conforming trace of the people of `support.hpp`, Anna's case being the one that is worked on.
template <balint::protocol P>
[[nodiscard]] std::vector<balint::event<P>> conforming() {
  std::vector<balint::event<P>> trace;
  for (std::size_t stage = 0; stage < P::order::size; ++stage) {
    each_event_of_stage<P>(stage, [&](const balint::event<P>& e) { trace.push_back(e); });
    const bool is_last = stage + 1 == P::order::size;
    trace.push_back(is_last ? balint::event<P>::template of<act::close>(lead)
                            : balint::event<P>::template of<act::advance>(lead));
  }
  return trace;
}
/// Where the n-th act of that name stands, from 0.
template <balint::protocol P>
[[nodiscard]] std::size_t place_of(const std::vector<balint::event<P>>& trace, std::string_view name,
                                   std::size_t n = 0) {
  std::size_t i = 0;
  while (i < trace.size() && (balint::name_of<P>(trace[i].act) != name || n-- != 0)) ++i;
  return i;
}
template <balint::protocol P>
[[nodiscard]] std::vector<balint::event<P>> without(std::vector<balint::event<P>> trace, std::size_t from,
                                                    std::size_t n = 1) {
  const auto first = trace.begin() + static_cast<std::ptrdiff_t>(from);
  trace.erase(first, first + static_cast<std::ptrdiff_t>(n));
  return trace;
}
/// A trace without the events of a stage and the moving on from it.
template <balint::protocol P>
[[nodiscard]] std::vector<balint::event<P>> skipping(std::vector<balint::event<P>> trace, std::size_t stage) {
  const auto from = stage == 0 ? 0 : place_of<P>(trace, "advance", stage - 1) + 1;
  return without<P>(trace, from, place_of<P>(trace, "advance", stage) + 1 - from);
}
/// A trace in which a stage and the next one change places.
template <balint::protocol P>
[[nodiscard]] std::vector<balint::event<P>> swapping(std::vector<balint::event<P>> trace, std::size_t stage) {
  const auto at = [&](std::size_t n) { return trace.begin() + static_cast<std::ptrdiff_t>(n); };
  const auto from = stage == 0 ? 0 : place_of<P>(trace, "advance", stage - 1) + 1;
  const auto middle = place_of<P>(trace, "advance", stage) + 1;
  const auto end = place_of<P>(trace, "advance", stage + 1) + 1;
  std::rotate(at(from), at(middle), at(end));
  return trace;
}

}  // namespace support
