// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The lines of a live session for a JSON Lines log, one by one.
#include <balint/group/form.hpp>
#include <balint/group/person.hpp>
#include <balint/log/jsonl/detail/text.hpp>
#include <balint/log/to_record.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>

#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace balint {

/// The line that opens a session, its end included.
template <protocol P>
[[nodiscard]] std::expected<std::string, unwritable> to_jsonl(std::string_view session,
                                                              std::span<const person<P>> people) {
  return detail::to_line(to_record<P>(session, people));
}

/// The line of an event of a session with these people, its end included.
///
/// @snippet logs.cpp write
template <protocol P>
[[nodiscard]] std::expected<std::string, unwritable> to_jsonl(const event<P>& e, const roster<P>& people) {
  return detail::to_line(to_record<P>(e, people));
}
/// The line of an event of a session with these people, its end included.
template <protocol P>
[[nodiscard]] std::expected<std::string, unwritable> to_jsonl(const event<P>& e, std::span<const person<P>> people) {
  return to_jsonl(e, roster<P>(people));
}

}  // namespace balint
