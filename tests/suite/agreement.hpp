// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a session says in more than one way, held against each other along a trace: `can` and `apply`, the legal events
/// and the legal acts, the state and its snapshot.
#include <balint/balint.hpp>

#include <string>

namespace suite {

using namespace balint;

/// Where two faces of a session say different things about its state; empty: nowhere.
template <typename P>
std::string disagreement_in(const session<P>& now) {
  const auto back = session<P>::restore(now.people(), now.snapshot());
  if (!back || !(back->snapshot() == now.snapshot())) return "the state does not come back from its snapshot";
  if (now.is_complete() != now.owed().empty()) return "is_complete and owed differ";
  for (const auto who : now.people().people()) {
    act_set acts;
    now.each_legal_event(who, [&](const event<P>& e) { acts.insert(e.act); });
    if (!(acts == now.legal_acts(who))) return "legal_acts and the legal events differ";
  }
  return {};
}

/// Where two faces of a session say different things along a trace; empty: nowhere.
template <typename P>
std::string disagreement(const group<P>& people, const std::vector<event<P>>& events) {
  session<P> now(people);
  if (auto first = disagreement_in(now); !first.empty()) return first;
  for (const auto& e : events) {
    const auto could = now.can(e);
    auto tried = now;
    const auto attempt = tried.attempt(e);
    const auto done = now.apply(e);
    if (could.has_value() != done.has_value() || attempt.has_value() != done.has_value()) return "can, attempt and apply differ";
    if (!done && (!(could.error() == done.error()) || attempt.error() != done.error().code)) return "can, attempt and apply say no differently";
    if (!(tried.snapshot() == now.snapshot())) return "attempt and apply lead to different states";
    if (auto why = disagreement_in(now); !why.empty()) return why;
  }
  return {};
}

}  // namespace suite
