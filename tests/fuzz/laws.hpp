// SPDX-License-Identifier: MIT
#pragma once
/// What holds of a session whatever its group, its state and the event.
#include <algorithm>
#include <array>
#include <balint/balint.hpp>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/play.hpp"
#include "tests/fuzz/words.hpp"

namespace fuzz {

template <balint::protocol P>
void is_in_order(const balint::session<P>& now) {
  const auto everybody = now.people().people().bits();
  const auto within = [&](balint::person_set some) { return (some.bits() & ~everybody) == 0; };
  const auto leads = now.acting_leader();
  const auto presents = now.presenter();
  demand(now.stage().index < P::order::size, "the stage is one of the protocol");
  demand(now.option_count() <= balint::max_options, "there are at most 256 options");
  demand(within(now.present()) && within(now.cases()), "whoever is present or has a case is in the group");
  demand(leads == balint::nobody || now.present().contains(leads), "whoever leads is present");
  demand(presents == balint::nobody || presents.index < now.people().size(), "the presenter is in the group");
  demand(now.is_over() == (now.end() != balint::ending::running), "it is over when it ended");
  bool owes = false;
  for (const auto& o : now.owed()) {
    demand(within(o.by) && (o.owes != balint::debt::an_act || o.act.index < balint::act_count<P>),
           "what is owed is an act, owed by the group");
    demand(o.rule.index < balint::rules_of<P>::size, "what is owed is owed under a rule of the protocol");
    if (!owes) demand(o == now.first_owed(), "the first thing owed is the first");
    owes = true;
  }
  demand(now.is_complete() != owes, "a stage is complete when it owes nothing");
}

/// The acts and events that a session accepts from somebody, against those it calls legal.
template <balint::protocol P>
void legal_is_what_is_accepted(const balint::session<P>& now, balint::person_id who) {
  std::vector<balint::event<P>> accepted, legal;
  balint::act_set<P> acts;
  const auto try_on = [&](std::uint16_t act, std::size_t target) {
    auto aside = now;
    const auto e =
        balint::detail::raw_event<P>({.by = who, .act = {act}, .target = static_cast<std::uint16_t>(target)});
    if (!aside.apply(e)) return;
    accepted.push_back(e);
    acts.insert(e.act);
  };
  const auto targets = std::max({now.option_count(), now.people().size(), balint::rules_of<P>::size}) + 2;
  for (std::uint16_t act = 0; act < balint::act_count<P> + 1; ++act) {
    try_on(act, 0);
    if (balint::target_of<P>({act}) == balint::target_kind::none) continue;
    for (std::size_t target = 1; target < targets; ++target) try_on(act, target);
    for (const std::size_t beyond : {0x101U, 0xFFFFU}) {
      if (beyond >= targets) try_on(act, beyond);
    }
  }
  demand(now.legal_acts(who) == acts, "the legal acts are those that are accepted");
  if (who.index >= now.people().size()) return;
  now.each_legal_event(who, [&](const balint::event<P>& e) { legal.push_back(e); });
  demand(legal == accepted, "the legal events are those that are accepted");
  const auto of_the_stage = [](balint::act_id<P> act) { return balint::is_act_of_a_stage<P>(act); };
  demand(now.may_act().contains(who) == std::ranges::any_of(acts.begin(), acts.end(), of_the_stage),
         "whoever has a legal act of the stage may act");
}

/// The same for everybody, but for the most in a wide group.
template <balint::protocol P>
void legal_is_what_is_accepted(const balint::session<P>& now) {
  std::size_t asked = 0;
  for (const auto who : now.people().people()) {
    if (++asked <= 4) legal_is_what_is_accepted(now, who);
  }
}

/// A session goes through a snapshot, byte by byte, and is the same.
template <balint::protocol P>
balint::session<P> carried_over(const balint::session<P>& now) {
  using stored = std::array<std::uint8_t, sizeof(balint::snapshot<P>)>;
  const auto bytes = std::bit_cast<stored>(now.snapshot());
  const auto again = balint::session<P>::restore(now.people(), std::bit_cast<balint::snapshot<P>>(bytes));
  demand(again.has_value(), "a session comes back from its snapshot");
  demand(again->snapshot() == now.snapshot(), "a session that comes back is in the state it was");
  demand(again->may_act() == now.may_act(), "a session that comes back lets the same people act");
  return *again;
}

/// Why a session refuses an event that it refuses.
template <balint::protocol P>
balint::code code_of(const balint::session<P>& now, const balint::event<P>& e) {
  const auto said = now.can(e);
  demand(!said.has_value(), "an event that was refused is refused again");
  return said.error().code;
}

/// Applies an event and holds the answer against all that can be known of it; whether it was accepted.
template <balint::protocol P>
bool step(balint::session<P>& now, const balint::event<P>& e) {
  const auto before = now.snapshot();
  const auto legal = now.legal_acts(e.by);
  const auto stage = now.stage();
  const auto owed = now.owed();
  const auto said = now.can(e);
  const auto done = now.apply(e);
  demand(said == done, "can says what apply then does");
  is_in_order(now);
  if (done) {
    demand(legal.contains(e.act), "what is accepted was legal");
    demand(e.at >= before.state.last_at, "what is accepted is not earlier than what was before");
    return true;
  }
  const auto& no = done.error();
  const bool is_incomplete = no.code == balint::code::stage_incomplete;
  demand(now.snapshot() == before, "a refusal changes nothing");
  demand(is_refusal(no.code) && no.refused == e && no.stage == stage, "a refusal says what is refused, and where");
  demand(no.legal == legal, "a refusal says what is legal");
  if (is_incomplete) {
    // A cut stage owes less than the whole one.
    const bool is_cut = e.act == balint::detail::act_with_effect<P>(balint::effect::cuts_short);
    const auto first = std::ranges::find(owed, no.owed);
    demand(is_cut ? first != owed.end() : first == owed.begin() && !owed.empty(), "a refusal says what is owed");
  } else {
    demand(no.owed == balint::obligation<P>{}, "a refusal says that something is owed only where that is why");
  }
  demand(no.rule == balint::no_rule || no.rule.index < balint::rules_of<P>::size,
         "a refusal names a rule of the protocol");
  (void)in_words<P>(no);
  return false;
}

}  // namespace fuzz
