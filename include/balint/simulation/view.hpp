// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a player sees: what its role may see in the room, and no more.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/detail/engine_access.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/session/obligation.hpp>
#include <balint/session/session.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/moment.hpp>
#include <balint/simulation/pulls.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/target.hpp>
#include <balint/vocabulary/time.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::simulation {

/// A session as one of its players sees it, between two turns. Anyone who is away sees nothing of what happens. What
/// others still have to do, and who let a turn go by, is for the acting leader alone. It is valid for one question.
template <protocol P>
class view {
 public:
  /// What a person sees of a session now.
  constexpr view(const session<P>& running, const moment<P>& now, person_id self) noexcept
      : session_(&running), now_(&now), self_(self) {}

  /// Who sees it.
  [[nodiscard]] constexpr person_id self() const noexcept { return self_; }
  /// Whether that person is in the room.
  [[nodiscard]] constexpr bool is_present() const noexcept { return is_in(now_->present); }
  /// The time.
  [[nodiscard]] constexpr instant now() const noexcept { return now_->now; }
  /// The stage.
  [[nodiscard]] constexpr stage_id<P> stage() const noexcept { return session_->stage(); }
  /// For how long the session has been in it.
  [[nodiscard]] constexpr time_span in_stage() const noexcept { return now_->now - now_->stage_began; }
  /// How many events were recorded so far.
  [[nodiscard]] constexpr std::uint32_t events() const noexcept { return now_->events; }
  /// How many of them are the player's own.
  [[nodiscard]] constexpr std::uint32_t own_events() const noexcept { return now_->acts[self_.index]; }

  /// How many people the group has.
  [[nodiscard]] constexpr std::size_t group_size() const noexcept { return session_->people().size(); }
  /// Those who are in the room; nobody for who is not.
  [[nodiscard]] constexpr person_set present() const noexcept {
    return is_present() ? session_->present() : person_set{};
  }
  /// Whose case it is, or `nobody`.
  [[nodiscard]] constexpr person_id presenter() const noexcept { return is_present() ? session_->presenter() : nobody; }
  /// The acting leader, or `nobody`.
  [[nodiscard]] constexpr person_id acting_leader() const noexcept { return is_present() ? now_->leader : nobody; }
  /// Whether oneself leads now.
  [[nodiscard]] constexpr bool leads() const noexcept { return now_->leader == self_; }
  /// The cases that can be voted for and selected, by owner.
  [[nodiscard]] constexpr person_set cases() const noexcept { return is_present() ? session_->cases() : person_set{}; }
  /// How many options there are.
  [[nodiscard]] constexpr std::size_t option_count() const noexcept {
    return is_present() ? session_->option_count() : 0;
  }
  /// The rules that somebody says were broken, and of which nobody was reminded.
  [[nodiscard]] constexpr rule_set open_flags() const noexcept {
    return is_present() ? session_->open_flags() : rule_set{};
  }

  /// Who had the floor last, or `nobody`.
  [[nodiscard]] constexpr person_id spoke_last() const noexcept { return is_present() ? now_->last : nobody; }
  /// Who had it before, or `nobody`.
  [[nodiscard]] constexpr person_id spoke_before_last() const noexcept {
    return is_present() ? now_->before_last : nobody;
  }
  /// For how many turns oneself has been listening: 0 for who had the floor last; more than any for who never had it.
  [[nodiscard]] constexpr std::uint32_t turns_since_own() const noexcept {
    const auto own = now_->turn_of[self_.index];
    return own == 0 ? ~std::uint32_t{0} : now_->turn - own;
  }

  /// The same, from 2 to `turns_remembered`; else 0. Who had the floor less than two turns ago is pulled `again`, so
  /// that the two never say the same of somebody.
  [[nodiscard]] constexpr std::uint32_t turns_listening() const noexcept {
    const auto turns = turns_since_own();
    return turns < 2 || turns > turns_remembered ? 0 : turns;
  }
  /// What pulls oneself to the floor.
  [[nodiscard]] constexpr simulation::pulls pulls() const noexcept { return now_->pulls[self_]; }

  /// Whether oneself has an act of this stage to do, as far as it does not depend on a target.
  [[nodiscard]] constexpr bool is_able() const noexcept { return is_in(now_->able); }
  /// Whether the stage waits for oneself too.
  [[nodiscard]] constexpr bool is_owing() const noexcept { return is_in(now_->owing); }
  /// Whether the stage waits for nobody else.
  [[nodiscard]] constexpr bool is_owing_alone() const noexcept { return now_->owing == detail::bit(self_.index); }
  /// Whether oneself has an act that is open throughout and has no effect, such as a supervisor's note.
  [[nodiscard]] constexpr bool may_observe() const noexcept { return is_in(now_->observers); }
  /// Whether what was done last is something that oneself can reply to.
  [[nodiscard]] constexpr bool is_asked() const noexcept { return is_in(now_->asked); }

  /// One's own acts that the session would accept now with some target.
  [[nodiscard]] constexpr act_set<P> legal_acts() const noexcept { return session_->legal_acts(self_); }
  /// Those of them that are among these, which takes less time than to work out all.
  [[nodiscard]] constexpr act_set<P> legal_among(act_set<P> these) const noexcept {
    // Who can do most acts of this stage is known; what is left has to be worked out.
    constexpr const auto& sets = balint::detail::masks_of<P>;
    constexpr auto rest = sets.searched | sets.passes | sets.comes_or_goes;
    const auto known = session_->is_over() ? 0 : detail::acts_of_stage<P>[stage().index] & ~rest;
    std::uint64_t legal = 0;
    for (auto left = these.bits() & known; left != 0; left &= left - 1) {
      if (is_in(now_->can[static_cast<std::size_t>(std::countr_zero(left))])) legal |= left & (0 - left);
    }
    const auto unknown = these.bits() & ~known;
    return act_set<P>{unknown == 0 ? legal : legal | engine().legal_acts(self_, unknown)};
  }
  /// Whether the session would accept that from oneself now.
  [[nodiscard]] constexpr bool is_legal(choice<P> what) const noexcept {
    return what.fits() && engine().why_not(detail::event_of(self_, what)) == balint::detail::no_refusal;
  }
  /// Calls f with every target on which the session would accept an act from oneself now.
  template <typename F>
  constexpr void each_target(act_id<P> act, F f) const {
    auto all = legal_targets(act);
    for (std::uint16_t number = 0; all.take(number);) f(balint::detail::target_access::of(target_of<P>(act), number));
  }
  /// An act on one of those targets: the one that `choose` picks of so many, from 0. Silence where there is none.
  template <typename F>
  [[nodiscard]] constexpr choice<P> on_one(act_id<P> act, F choose) const {
    const auto all = legal_targets(act);
    const std::uint32_t n = all.count();
    if (n == 0) return choice<P>::silence();
    return {act, balint::detail::target_access::of(target_of<P>(act), all.nth(choose(n)))};
  }
  /// Calls f with everything that the stage owes and waits for oneself too.
  template <typename F>
  constexpr void each_owed(F f) const {
    if (!is_present()) return;
    for (std::size_t i = 0; i < now_->owed_count(); ++i) {
      if (is_in(now_->owed_by(i))) f(engine().owed_item(now_->owed(i)));
    }
  }
  /// The first choice that f makes which is not silence, of everything that the stage owes and waits for oneself too;
  /// silence where there is none.
  template <typename F>
  [[nodiscard]] constexpr choice<P> first_owed(F f) const {
    if (!is_present()) return choice<P>::silence();
    for (std::size_t i = 0; i < now_->owed_count(); ++i) {
      if (!is_in(now_->owed_by(i))) continue;
      if (const choice<P> what = f(engine().owed_item(now_->owed(i))); !what.is_silence()) return what;
    }
    return choice<P>::silence();
  }

  /// For who leads: whether the stage owes nothing more. Nobody else is told.
  [[nodiscard]] constexpr bool is_complete() const noexcept { return leads() && now_->is_complete; }
  /// For who leads: whom the stage waits for, as far as they can act. Nobody else is told.
  [[nodiscard]] constexpr person_set waits_for() const noexcept {
    return leads() ? person_set{now_->owing} : person_set{};
  }
  /// For who leads: those who let a turn of this stage go by. Nobody else is told.
  [[nodiscard]] constexpr person_set passed() const noexcept {
    return leads() ? person_set{engine().remembered().passed[stage().index]} : person_set{};
  }

 private:
  /// The targets on which the session would accept an act from oneself now.
  [[nodiscard]] constexpr balint::detail::target_range legal_targets(act_id<P> act) const noexcept {
    if (act.index >= act_count<P> || legal_among(act_set<P>{detail::bit(act.index)}).empty()) return {0, 0, 0};
    return engine().legal_targets(act.index, self_);
  }
  [[nodiscard]] constexpr const auto& engine() const noexcept { return balint::detail::engine_access::of(*session_); }
  [[nodiscard]] constexpr bool is_in(std::uint64_t set) const noexcept {
    return ((set >> (self_.index & 63U)) & 1U) != 0;
  }

  const session<P>* session_;
  const moment<P>* now_;
  person_id self_;
};

}  // namespace balint::simulation
