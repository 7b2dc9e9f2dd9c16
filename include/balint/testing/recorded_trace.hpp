// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What the matchers look at: the people of a session and what happened in it.
#include <balint/group/form.hpp>
#include <balint/group/group.hpp>
#include <balint/group/person.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace balint {

/// A session of protocol P as it was recorded: who was in it, and its events. Made by `trace_of`.
template <protocol P>
struct recorded_trace {
  /// The group, and what stands against it.
  formation<P> people;
  /// The pseudonym of each person, by position; where there are none, people are called by their positions.
  std::vector<std::string> ids;
  /// What happened, in order.
  std::vector<event<P>> events;

  /// How GoogleTest prints it.
  friend void PrintTo(const recorded_trace& trace, std::ostream* out) {
    *out << "a session of " << P::name << " with " << trace.people.size() << " people and " << trace.events.size()
         << (trace.events.size() == 1 ? " event" : " events");
  }
};

/// What the matchers look at, from people and events: `EXPECT_THAT(trace_of<student_group>(people, events), …)`.
/// @snippet conformance_test/room_test.cpp matchers
template <protocol P>
[[nodiscard]] recorded_trace<P> trace_of(std::type_identity_t<std::span<const person<P>>> people,
                                         std::type_identity_t<std::span<const event<P>>> events) {
  const roster<P> all(people);
  std::vector<std::string> ids;
  for (std::uint8_t i = 0; i < all.size(); ++i) ids.emplace_back(all[person_id{i}].id);
  return {form<P>(all), ids, {events.begin(), events.end()}};
}
/// The same from a formation, without pseudonyms.
template <protocol P>
[[nodiscard]] recorded_trace<P> trace_of(const formation<P>& people,
                                         std::type_identity_t<std::span<const event<P>>> events) {
  return {people, {}, {events.begin(), events.end()}};
}
/// The same from the group alone, as `session<P>::people()` gives it.
template <protocol P>
[[nodiscard]] recorded_trace<P> trace_of(const group<P>& people,
                                         std::type_identity_t<std::span<const event<P>>> events) {
  return {detail::formation_access::of(people), {}, {events.begin(), events.end()}};
}

}  // namespace balint
