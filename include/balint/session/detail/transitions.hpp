// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What an event changes once it takes effect, whether or not it was accepted.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/session/detail/unfolding.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstddef>
#include <cstdint>

namespace balint::detail {

/// A session of P that takes every event: what stands against one is not asked here.
template <protocol P>
class transitions : public ledger<P> {
 public:
  using ledger<P>::tables;
  using ledger<P>::people;
  using ledger<P>::acting_leader;
  using ledger<P>::fitting;
  using ledger<P>::of_party;
  static constexpr std::size_t act_count = table<P>::act_count;

  using ledger<P>::ledger;

  /// Moves to a stage, whatever is owed.
  constexpr void enter(std::uint8_t stage) noexcept {
    state_.stage = stage;
    state_.entered_at = state_.last_at;
  }
  /// A stage counts as worked in.
  constexpr void work(std::uint8_t stage) noexcept { state_.worked |= bit(stage); }
  /// Ends the session.
  constexpr void end(ending how) noexcept { state_.ended = static_cast<std::uint8_t>(how); }
  /// Makes somebody the presenter.
  constexpr void present(person_id who) noexcept {
    state_.presenter = who.index;
    stand();
  }

  /// Somebody who dropped is present again.
  constexpr void bring_back(person_id who) noexcept {
    state_.present |= bit(who.index);
    stand();
  }
  /// A case is missing from the record: it counts as presented.
  constexpr void supply_case(std::uint16_t owner) noexcept {
    state_.cases |= bit(owner);
    for (std::size_t i = 0; i < act_count; ++i) {
      const act_row& row = tables.acts[i];
      if (row.does != effect::makes_case) continue;
      state_.happened |= bit(i);
      if (row.slot != none) state_.did[row.slot] |= bit(owner);
    }
  }
  /// The votes of those present that are missing are no longer owed, for good.
  constexpr void excuse_voters() noexcept {
    for (const duty_row& duty : tables.duties) {
      if (is_owed_by_each(duty.due) && tables.acts[duty.act].does == effect::supports_case) excuse(duty);
    }
  }

 protected:
  using ledger<P>::state_;
  using ledger<P>::has;
  using ledger<P>::presenter_bit;
  using ledger<P>::stand;
  using ledger<P>::excuse;

  /// Notes that an event is accepted, and its time.
  constexpr void note(const event<P>& e) noexcept {
    state_.begun = 1;
    if (e.at.since_epoch == unstated.since_epoch) return;
    if (state_.first_at.since_epoch == unstated.since_epoch) {
      state_.first_at = e.at;
    } else {
      note_silence(e.at - state_.last_at);
    }
    state_.last_at = e.at;
  }
  constexpr void note_silence(time_span length) noexcept {
    if (state_.longest_silence.milliseconds < length.milliseconds) state_.longest_silence = length;
    if constexpr (attended_terms<P> != 0) {
      if ((fitting(attended_terms<P>) & state_.present) == 0) state_.unattended.milliseconds += length.milliseconds;
    }
  }
  BALINT_UNFOLDED constexpr void commit_act(const act_row& row, const event<P>& e) noexcept {
    state_.happened |= bit(e.act.index);
    if (row.carries && row.home != none) state_.worked |= bit(row.home);
    if (row.slot != none) state_.did[row.slot] |= bit(e.by.index);
    if (row.weighing != none) weigh(row, e);
    take_effect(row.does, e);
  }
  /// An option is weighed; what each option is owed is discharged by those who owe it.
  constexpr void weigh(const act_row& row, const event<P>& e) noexcept {
    const auto i = static_cast<std::size_t>(raw_target(e)) - 1;
    if (i >= option_capacity<P>) return;
    if (has(of_party(row.owing), e.by.index)) state_.weighed[row.weighing][i / 64] |= bit(i % 64);
    (state_.authors[i] == e.by.index ? state_.weighed_by_author : state_.weighed_by_other)[i / 64] |= bit(i % 64);
    if (people().grading().contains(e.by) && acting_leader().index == e.by.index) state_.leader_weighed = 1;
  }
  constexpr void add_option(const event<P>& e) noexcept {
    const act_row& row = tables.acts[e.act.index];
    if (state_.presenter == e.by.index) ++state_.by_presenter;
    if (!has(of_party(row.owing), e.by.index) && acting_leader().index == e.by.index) ++state_.by_leader;
    state_.authors[state_.options++] = e.by.index;
  }
  /// Cases are out: the votes for them are void, and are owed again.
  constexpr void put_out(std::uint64_t owners) noexcept {
    state_.cases_out |= owners;
    for (std::size_t voter = 0; voter < max_people; ++voter) {
      if (state_.votes[voter] == 0 || !has(owners, state_.votes[voter] - std::size_t{1})) continue;
      state_.votes[voter] = 0;
      for (const act_row& row : tables.acts) {
        if (row.does == effect::supports_case && row.slot != none) state_.did[row.slot] &= ~bit(voter);
      }
    }
  }
  constexpr void undo_selection() noexcept {
    state_.presenter = nobody.index;
    state_.happened &= ~masks_of<P>.selection;
  }
  BALINT_UNFOLDED constexpr void take_effect(effect does, const event<P>& e) noexcept {
    const auto self = bit(e.by.index);
    switch (does) {
      case effect::none:
      case effect::opens:
      case effect::tells_story:
      case effect::weighs_option:
      case effect::accepts_case:
      case effect::refocuses: break;
      case effect::makes_case: state_.cases |= self; break;
      case effect::supports_case: state_.votes[e.by.index] = static_cast<std::uint8_t>(raw_target(e) + 1); break;
      case effect::selects_case:
        undo_selection();
        state_.happened |= bit(e.act.index);
        present({static_cast<std::uint8_t>(raw_target(e))});
        break;
      case effect::takes_case: present(e.by); break;
      case effect::declines_case:
        put_out(presenter_bit());
        undo_selection();
        stand();
        break;
      case effect::makes_option: add_option(e); break;
      case effect::cuts_short:
        state_.cut |= bit(state_.stage);
        enter(static_cast<std::uint8_t>(state_.stage + 1));
        break;
      case effect::advances: enter(static_cast<std::uint8_t>(state_.stage + 1)); break;
      case effect::closes: end(ending::closed); break;
      case effect::terminates: end(ending::terminated); break;
      case effect::passes:
        state_.passed[state_.stage] |= self;
        work(state_.stage);
        break;
      case effect::withdraws:
        state_.gone |= self;
        state_.present &= ~self;
        put_out(self);
        if (state_.presenter == e.by.index && state_.stage <= last_selecting_stage<P>) undo_selection();
        stand();
        break;
      case effect::drops:
        state_.present &= ~self;
        stand();
        break;
      case effect::rejoins:
        state_.present |= self;
        stand();
        break;
      case effect::hands_over:
        state_.leaders = bit(raw_target(e));
        stand();
        break;
      case effect::takes_lead:
        state_.leaders = self;
        stand();
        break;
      case effect::flags: state_.open_flags |= bit(raw_target(e)); break;
      case effect::reminds: state_.open_flags &= ~bit(raw_target(e)); break;
    }
  }
};

}  // namespace balint::detail
