// SPDX-License-Identifier: MIT
/// @file
/// The core as optimisers see it: groups, sessions, snapshots and judges of every protocol, on what they cannot know.
#include <balint/balint.hpp>
#include <balint/conformance/coverage.hpp>
#include <balint/vocabulary/chrono.hpp>

#include <cstddef>
#include <functional>
#include <span>

namespace {

using namespace balint;

template <protocol P>
std::size_t play(std::span<const person<P>> people, std::span<const event<P>> events) {
  const auto formed = form<P>(people);
  std::size_t count = formed.errors.size() + formed.advisories.size();
  session<P> now(detail::group_of(formed));
  session<P> then(detail::group_of(formed));
  for (const auto& e : events) {
    if (const auto done = now.apply(e); !done) {
      count += static_cast<std::size_t>(done.error().code) + done.error().legal.size();
    }
    then = now;
    for (const auto& owed : now.owed()) count += owed.by.size();
  }
  std::function<void(const finding<P>&)> sink = [&count](const finding<P>& f) { count += f.times; };
  return count + static_cast<std::size_t>(judge_trace<P>(formed, events, sink)) +
         static_cast<std::size_t>(judge_trace<P>(formed, events)) + (now.snapshot() == then.snapshot() ? 1U : 0U);
}

}  // namespace

/// Each protocol by its own function, which nothing inlines away.
std::size_t play_all(std::span<const person<student_group>> a, std::span<const event<student_group>> b,
                     std::span<const person<staff_group>> c, std::span<const event<staff_group>> d,
                     std::span<const person<classical_group>> e, std::span<const event<classical_group>> f,
                     std::span<const person<case_consultation>> g, std::span<const event<case_consultation>> h) {
  return play(a, b) + play(c, d) + play(e, f) + play(g, h);
}
