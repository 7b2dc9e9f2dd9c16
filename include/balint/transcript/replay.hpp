// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A session made anew from a transcript.
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/refusal.hpp>
#include <balint/session/session.hpp>
#include <balint/transcript/entry.hpp>

#include <cstddef>
#include <expected>

namespace balint {

/// Why a transcript is not one of that group.
template <protocol P>
struct replay_error {
  /// Which entry it is, from 0.
  std::size_t at = 0;
  /// What the session says to it.
  refusal<P> why{};
};

/// The session that a transcript is of: what was accepted is recorded again, what was refused is passed over. `entries`
/// is any range of `transcript_entry<P>`, whole and in its order; nothing is told to an observer.
template <protocol P, typename Entries>
[[nodiscard]] constexpr std::expected<session<P>, replay_error<P>> replay(const group<P>& people,
                                                                          const Entries& entries) {
  session<P> now(people);
  std::size_t at = 0;
  for (const transcript_entry<P>& one : entries) {
    if (one.is_accepted) {
      if (const auto done = now.apply(one.what); !done)
        return std::unexpected(replay_error<P>{.at = at, .why = done.error()});
    }
    ++at;
  }
  return now;
}

}  // namespace balint
