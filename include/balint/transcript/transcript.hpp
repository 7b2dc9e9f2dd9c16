// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Observers that keep what happens in a session: in place, or with a sink of the caller's. Neither allocates.
#include <balint/protocol/concepts.hpp>
#include <balint/session/refusal.hpp>
#include <balint/transcript/entry.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/short_list.hpp>

#include <cstddef>
#include <utility>

namespace balint {

/// An observer that keeps up to Capacity entries in place, 24 bytes each. A copy of the session has its own.
/// @snippet transcript.cpp transcript
template <protocol P, std::size_t Capacity, keeping Keep = keeping::accepted>
class transcript {
 public:
  /// What was kept, in the order in which it happened.
  [[nodiscard]] constexpr const short_list<transcript_entry<P>, Capacity>& entries() const noexcept { return entries_; }
  /// How many entries no longer fit; 0: the transcript is whole.
  [[nodiscard]] constexpr std::size_t lost() const noexcept { return lost_; }
  /// Who did an act last, as far as it was kept, or `nobody`. Menus ask it.
  [[nodiscard]] constexpr person_id last_by(act_id<P> act) const noexcept { return balint::last_by<P>(entries_, act); }

  /// Keeps what was accepted.
  constexpr void on_accepted(const event<P>& e) noexcept { keep({.what = e}); }
  /// Keeps what was refused.
  constexpr void on_refused(const refusal<P>& no) noexcept
    requires(Keep == keeping::all)
  {
    keep({.what = no.refused, .is_accepted = false, .why = no.code});
  }

 private:
  constexpr void keep(const transcript_entry<P>& one) noexcept {
    if (entries_.size() == Capacity) ++lost_;
    entries_.push_back(one);
  }

  short_list<transcript_entry<P>, Capacity> entries_;
  std::size_t lost_ = 0;
};

/// An observer that gives each entry to a sink of the caller's, `sink(const transcript_entry<P>&)`. It keeps the sink,
/// or refers to it: `transcript_to<P, sink&>`.
template <protocol P, typename Sink, keeping Keep = keeping::accepted>
class transcript_to {
 public:
  /// Gives what happens to a sink.
  constexpr explicit transcript_to(Sink sink) : sink_(std::forward<Sink>(sink)) {}

  /// The sink.
  [[nodiscard]] constexpr const auto& sink() const noexcept { return sink_; }

  /// Gives on what was accepted.
  constexpr void on_accepted(const event<P>& e) { sink_(transcript_entry<P>{.what = e}); }
  /// Gives on what was refused.
  constexpr void on_refused(const refusal<P>& no)
    requires(Keep == keeping::all)
  {
    sink_(transcript_entry<P>{.what = no.refused, .is_accepted = false, .why = no.code});
  }

 private:
  Sink sink_;
};

}  // namespace balint
