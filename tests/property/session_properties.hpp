// SPDX-License-Identifier: MIT
#pragma once
/// What holds of a session whatever its group and whatever happens: each property as a question to one script.
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/property/random_session.hpp"

namespace property {

template <typename Session>
using protocol_of = typename Session::protocol_type;
template <typename Session>
Session begun(const script& s) {
  return Session(group_of<protocol_of<Session>>(s));
}

/// `can` says what `apply` then does.
template <typename Session>
bool can_says_what_apply_does(const script& s) {
  auto now = begun<Session>(s);
  return play(now, s.steps, [](Session& session, const auto& e) {
    const auto said = session.can(e);
    return said == session.apply(e);
  });
}

/// A refusal changes nothing.
template <typename Session>
bool a_refusal_changes_nothing(const script& s) {
  auto now = begun<Session>(s);
  return play(now, s.steps, [](Session& session, const auto& e) {
    const auto before = session.snapshot();
    return session.apply(e) || session.snapshot() == before;
  });
}

/// What a session accepts from a person, found by applying everything.
template <typename Session, typename P = protocol_of<Session>>
std::vector<balint::event<P>> accepted_from(const Session& now, balint::person_id who) {
  std::vector<balint::event<P>> accepted;
  for (std::uint16_t act = 0; act < balint::act_count<P> + 1; ++act) {
    const auto try_on = [&](std::uint16_t target) {
      const auto e = balint::detail::raw_event<P>({.by = who, .act = {act}, .target = target});
      auto aside = now;
      if (aside.apply(e)) accepted.push_back(e);
    };
    const auto most = balint::target_of<P>({act}) == balint::target_kind::none ? 1 : now.option_count() + 20;
    for (std::uint16_t target = 0; target < most; ++target) try_on(target);
    if (most == 1) continue;
    for (const unsigned beyond : {64U, 255U, 256U, 257U, 0xFFFFU}) try_on(static_cast<std::uint16_t>(beyond));
  }
  return accepted;
}
/// Somebody of the group, or nobody: whom the last step of a script names.
template <typename Session>
balint::person_id asked(const Session& now, const script& s) {
  const auto by = s.steps.empty() ? std::size_t{0} : s.steps.back().by % (now.people().size() + 1);
  return by < now.people().size() ? balint::person_id{static_cast<std::uint8_t>(by)} : balint::nobody;
}
template <typename Session>
Session played(const script& s) {
  auto now = begun<Session>(s);
  for (const auto& one : s.steps) (void)now.apply(chosen(now, one));
  return now;
}

/// `legal_acts` are the acts that are accepted on some target.
template <typename Session>
bool legal_acts_are_the_accepted_ones(const script& s) {
  const auto now = played<Session>(s);
  const auto who = asked(now, s);
  balint::act_set<typename Session::protocol_type> accepted;
  for (const auto& e : accepted_from(now, who)) accepted.insert(e.act);
  return now.legal_acts(who) == accepted;
}

/// `each_legal_event` gives every event that is accepted and no other, by act and by target.
template <typename Session>
bool legal_events_are_the_accepted_ones(const script& s) {
  const auto now = played<Session>(s);
  const auto who = asked(now, s);
  std::vector<balint::event<protocol_of<Session>>> legal;
  now.each_legal_event(who, [&](const auto& e) { legal.push_back(e); });
  return legal == accepted_from(now, who);
}

/// A session that goes through a snapshot after every event stays the same as one that goes on.
template <typename Session>
bool a_snapshot_loses_nothing(const script& s) {
  auto twin = begun<Session>(s);
  auto now = twin;
  return play(now, s.steps, [&](Session& session, const auto& e) {
    auto again = Session::restore(twin.people(), twin.snapshot());
    if (!again || !(again->snapshot() == twin.snapshot())) return false;
    twin = *again;
    for (const auto who : session.people().people()) {
      if (!(twin.legal_acts(who) == session.legal_acts(who))) return false;
    }
    return session.apply(e) == twin.apply(e) && session.snapshot() == twin.snapshot();
  });
}

/// What a session never leaves, whatever it began from.
template <typename Session, typename P = protocol_of<Session>>
bool is_in_order(const Session& now) {
  const auto within = [&](balint::person_set some) { return (some.bits() & ~now.people().people().bits()) == 0; };
  const auto somebody = [&](balint::person_id who) { return who == balint::nobody || who.index < now.people().size(); };
  const auto leading = now.acting_leader();
  bool fine = now.stage().index < P::order::size && now.option_count() <= balint::max_options &&
              within(now.present()) && within(now.cases()) && within(now.may_act()) && somebody(now.presenter()) &&
              somebody(leading) && (leading == balint::nobody || now.present().contains(leading));
  for (const auto& o : now.owed()) fine = fine && within(o.by) && o.act.index < balint::act_count<P>;
  return fine;
}

/// A snapshot with one byte changed is not taken back, or becomes a session that stays in order.
template <typename Session, typename P = protocol_of<Session>>
bool a_damaged_snapshot_does_no_harm(const script& s) {
  auto now = begun<Session>(s);
  for (std::size_t i = 0; i < s.steps.size(); ++i) {
    (void)now.apply(chosen(now, s.steps[i]));
    using bytes = std::array<unsigned char, sizeof(balint::snapshot<P>)>;
    auto damaged = std::bit_cast<bytes>(now.snapshot());
    // Half of the damage is done to the numbers in front and behind, which say more than the long lists between.
    const std::size_t where = s.steps[i].pick % damaged.size();
    const std::size_t telling = where % 2 == 0 ? where : (where * 7 + 16) % 192;
    const auto at = where % 5 == 0 ? damaged.size() - 1 - where % 8 : telling;
    damaged[at] = static_cast<unsigned char>(damaged[at] ^ (s.steps[i].target % 255 + 1U));
    auto other = Session::restore(now.people(), std::bit_cast<balint::snapshot<P>>(damaged));
    if (!other) continue;
    for (auto rest = i; rest < s.steps.size() && rest < i + 6; ++rest) {
      if (!is_in_order(*other)) return false;
      (void)other->apply(chosen(*other, s.steps[rest]));
    }
    if (!is_in_order(*other)) return false;
  }
  return true;
}

}  // namespace property
