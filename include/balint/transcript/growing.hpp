// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A transcript that grows. It allocates, so that `balint.hpp` leaves it out.
#include <balint/protocol/concepts.hpp>
#include <balint/session/refusal.hpp>
#include <balint/transcript/entry.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <vector>

namespace balint {

/// An observer that keeps everything, however much it is. A copy of the session has its own; a session that refers to
/// it
/// (`session<P, growing_transcript<P>&>`) shares it with its copies.
template <protocol P, keeping Keep = keeping::accepted>
class growing_transcript {
 public:
  /// What was kept, in the order in which it happened.
  [[nodiscard]] const std::vector<transcript_entry<P>>& entries() const noexcept { return entries_; }
  /// Who did an act last, or `nobody`. Menus ask it.
  [[nodiscard]] person_id last_by(act_id<P> act) const noexcept { return balint::last_by<P>(entries_, act); }

  /// Keeps what was accepted.
  void on_accepted(const event<P>& e) { entries_.push_back({.what = e}); }
  /// Keeps what was refused.
  void on_refused(const refusal<P>& no)
    requires(Keep == keeping::all)
  {
    entries_.push_back({.what = no.refused, .is_accepted = false, .why = no.code});
  }

 private:
  std::vector<transcript_entry<P>> entries_;
};

}  // namespace balint
