// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a session says in more than one way, held against each other along a trace: `can`, `attempt` and `apply`, the
/// legal events and the legal acts, what is refused and what is owed, what is told, the state and its snapshot.
#include <balint/balint.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace suite {

using namespace balint;

/// Remembers what it was told last, in the order of telling.
template <typename P>
struct listener {
  std::string told;
  void on_accepted(const event<P>&) { told += 'a'; }
  void on_stage_entered(stage_id<P>) { told += 's'; }
  void on_refused(const refusal<P>&) { told += 'r'; }
  void on_ended(ending) { told += 'e'; }
};

/// Whether a session is taken back from a snapshot that was changed by `forge`.
template <typename P, typename Forge>
bool takes_back(const session<P>& now, Forge forge) {
  auto forged = now.snapshot();
  forge(forged);
  return session<P>::restore(now.people(), forged).has_value();
}

/// Which forgery of a snapshot is taken for true; empty: none.
template <typename P>
std::string forgery(const session<P>& now) {
  using shot = balint::snapshot<P>;
  const auto size = now.people().size();
  if (takes_back(now, [](shot& s) { ++s.version; })) return "a snapshot of another version is taken back";
  if (takes_back(now, [](shot& s) { ++s.fingerprint; })) return "a snapshot of another protocol is taken back";
  if (takes_back(now, [](shot& s) { ++s.people; })) return "a snapshot of another group is taken back";
  if (takes_back(now, [](shot& s) { s.state.stage = P::order::size; })) return "a stage behind the last is taken back";
  if (now.presenter() != nobody &&
      takes_back(now, [=](shot& s) { s.state.presenter = static_cast<std::uint8_t>(size); }))
    return "a presenter from outside is taken back";
  const auto gone = now.snapshot().state.gone;
  if (gone != 0 && takes_back(now, [=](shot& s) { s.state.present |= gone; }))
    return "somebody gone and present is taken back";
  for (std::size_t i = 0; i < size; ++i) {
    if (now.snapshot().state.votes[i] == 0) continue;
    if (takes_back(now, [=](shot& s) { s.state.votes[i] = static_cast<std::uint8_t>(size + 1); }))
      return "a vote for nobody is taken back";
    if (takes_back(now, [=](shot& s) { s.state.votes[size] = 1; })) return "a vote by nobody is taken back";
  }
  const bool is_timed = now.snapshot().state.first_at != unstated;
  if (is_timed && takes_back(now, [](shot& s) { s.state.last_at = s.state.first_at + time_span{-1}; }))
    return "time that ran back is taken back";
  const auto options = now.option_count();
  if (options != 0 && options < max_options &&
      takes_back(now, [=](shot& s) { s.state.weighed[0][options / 64] |= std::uint64_t{1} << (options % 64); })) {
    return "an option that is not, weighed, is taken back";
  }
  return {};
}

/// Where two faces of a session say different things about its state; empty: nowhere.
template <typename P>
std::string disagreement_in(const session<P>& now) {
  const auto back = session<P>::restore(now.people(), now.snapshot());
  if (!back || !(back->snapshot() == now.snapshot())) return "the state does not come back from its snapshot";
  if (now.is_complete() != now.owed().empty()) return "is_complete and owed differ";
  const person_id behind{static_cast<std::uint8_t>(now.people().size())};
  const auto answer = now.can(detail::raw_event<P>({.by = behind, .act = {0}}));
  if (!now.is_over() && (answer || answer.error().code != code::unknown_person))
    return "somebody behind the last of the group is known";
  for (const auto who : now.people().people()) {
    act_set<P> acts;
    bool is_in_stage = false;
    now.each_legal_event(who, [&](const event<P>& e) {
      acts.insert(e.act);
      is_in_stage = is_in_stage || (is_act_of_a_stage<P>(e.act) && stage_of<P>(e.act) == now.stage());
    });
    if (!(acts == now.legal_acts(who))) return "legal_acts and the legal events differ";
    if (is_in_stage != now.may_act().contains(who)) return "may_act and the legal events differ";
  }
  return forgery(now);
}

/// What an observer has to be told of an event that led from one state to another.
template <typename P, typename Session>
std::string to_be_told(const Session& before, const Session& after, bool is_accepted) {
  if (!is_accepted) return "r";
  return std::string("a") + (before.stage() != after.stage() ? "s" : "") + (after.is_over() ? "e" : "");
}

/// What is wrong with a refusal; empty: nothing.
template <typename P>
std::string wrong_with(const refusal<P>& no, const session<P>& now, const event<P>& e) {
  if (!(no.refused == e) || no.stage != now.stage() || !(no.legal == now.legal_acts(e.by)))
    return "a refusal is of something else";
  const auto owed = no.code == code::stage_incomplete ? no.owed : obligation<P>();
  const bool is_cut = e.act == detail::act_with_effect<P>(effect::cuts_short);
  if (owed ? !is_cut && !(owed == now.first_owed()) : no.code == code::stage_incomplete || no.owed)
    return "a refusal says that something else is owed";
  const auto rule = owed ? owed.rule : rule_behind<P>(no.code, e.act, now.end() == ending::terminated);
  return no.rule == rule ? "" : "a refusal names another rule";
}

/// Where two faces of a session say different things along a trace; empty: nowhere.
template <typename P>
std::string disagreement(const group<P>& people, const std::vector<event<P>>& events) {
  session<P> now(people);
  session<P, listener<P>> told(people);
  if (auto first = disagreement_in(now); !first.empty()) return first;
  for (const auto& e : events) {
    const auto before = now;
    const auto could = now.can(e);
    auto tried = now;
    const auto attempt = tried.attempt(e);
    const auto done = now.apply(e);
    if (could.has_value() != done.has_value() || attempt.has_value() != done.has_value())
      return "can, attempt and apply differ";
    if (!done) {
      if (!(could.error() == done.error()) || attempt.error() != done.error().code)
        return "can, attempt and apply say no differently";
      if (auto why = wrong_with(done.error(), before, e); !why.empty()) return why;
    }
    if (!(tried.snapshot() == now.snapshot())) return "attempt and apply lead to different states";
    for (const bool by_attempt : {true, false}) {
      auto copy = told;
      copy.observer().told.clear();
      const bool is_accepted = by_attempt ? copy.attempt(e).has_value() : copy.apply(e).has_value();
      if (copy.observer().told != to_be_told<P>(before, now, is_accepted)) return "an observer is told something else";
      if (!by_attempt) told = copy;
    }
    if (auto why = disagreement_in(now); !why.empty()) return why;
  }
  return {};
}

}  // namespace suite
