// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a log holds: the header of a session with its people, and its events, with the pseudonyms they were read with.
#include <balint/group/form.hpp>
#include <balint/group/person.hpp>
#include <balint/log/event_record.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace balint {

/// The header of a session. Its texts live until the next session is read.
template <protocol P>
struct session_header {
  /// The id of the session: a pseudonym.
  std::string_view session;
  /// The people in the order of the header, an id twice included: what `form` takes.
  std::span<const person<P>> people;
  /// The same people by position, an id's entries united.
  const balint::roster<P>* roster = nullptr;
  /// Its line in the log, from 1.
  std::uint64_t line = 0;
};

/// An event of a log, tied to P. Its texts live until the next event is read.
template <protocol P>
struct logged_event {
  /// The event as a session or a judge takes it.
  balint::event<P> event;
  /// Who, as written: the only place where somebody outside the group has an id.
  std::string_view by;
  /// The act, as written: the only place where an act that P does not know has a name.
  std::string_view act;
  /// Its line in the log, from 1.
  std::uint64_t line = 0;
  /// The event as written, for a writer that loses nothing; lives as long as the texts.
  const event_record* written = nullptr;
};

}  // namespace balint
