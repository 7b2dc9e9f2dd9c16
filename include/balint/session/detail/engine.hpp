// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The engine under every face: it checks an event against the tables of a declaration and commits it.
#include <balint/protocol/detail/masks.hpp>
#include <balint/protocol/well_formed.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/event.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace balint::detail {

/// What `check` answers where there is no reason to refuse an event.
inline constexpr code no_refusal{0xFF};

/// Where the compiler optimises, every act gets functions of its own, in which its row is a constant: they are as fast
/// as code written by hand. Where it does not, one function reads the rows, which costs a user's compiler little.
#if defined(__OPTIMIZE__)
inline constexpr bool unfolds_acts = true;
/// @cond
#define BALINT_UNFOLDED [[gnu::always_inline]]
/// @endcond
#else
inline constexpr bool unfolds_acts = false;
/// @cond
#define BALINT_UNFOLDED
/// @endcond
#endif

/// The targets that an act could be tried on: some of the first 64 numbers, or a run of numbers.
struct target_range {
  std::uint64_t some;
  std::uint16_t next;
  std::uint16_t end;

  /// Takes the lowest one that is left; false where none is.
  constexpr bool take(std::uint16_t& target) noexcept {
    if (next < end) {
      target = next++;
      return true;
    }
    if (some == 0) return false;
    target = static_cast<std::uint16_t>(std::countr_zero(some));
    some &= some - 1;
    return true;
  }
};

/// The machine of protocol P. It checks and commits; recovery is the judge's, refusals are the session's.
template <protocol P>
class engine : public ledger<P> {
  static_assert(well_formed<P>());

 public:
  using ledger<P>::tables;
  using ledger<P>::people;
  using ledger<P>::is_present;
  using ledger<P>::acting_leader;
  using ledger<P>::fitting;
  using ledger<P>::of_party;
  using ledger<P>::open_cases;
  static constexpr std::size_t act_count = table<P>::act_count;
  static constexpr std::size_t slot_count = sizes_of<P>.slots;

  using ledger<P>::ledger;

  [[nodiscard]] constexpr bool is_over() const noexcept { return state_.ended != 0; }

  /// The first reason to refuse an event, or `no_refusal`. The order is normative.
  [[nodiscard]] constexpr code check(const event<P>& e) const noexcept {
    if (const code why = check_before(e); why != no_refusal) return why;
    if constexpr (unfolds_acts) {
      return unfolded<engine>.check[e.act.index](*this, e);
    } else {
      return check_act(tables.acts.items[e.act.index], e);
    }
  }
  /// Accepts an event unless there is a reason to refuse it; gives that reason, or `no_refusal`.
  constexpr code attempt(const event<P>& e) noexcept {
    if (const code why = check_before(e); why != no_refusal) return why;
    if constexpr (unfolds_acts) {
      return unfolded<engine>.attempt[e.act.index](*this, e);
    } else {
      return attempt_act(tables.acts.items[e.act.index], e);
    }
  }
  /// Lets an event take effect, even if it would be refused.
  constexpr void commit(const event<P>& e) noexcept { commit_act(tables.acts.items[e.act.index], e); }
  /// Lets an accepted event take effect and remembers its time.
  constexpr void accept(const event<P>& e) noexcept {
    note_time(e);
    commit(e);
  }

  /// The acts that could be recorded now, without a time, with some target.
  [[nodiscard]] constexpr std::uint64_t legal_acts(person_id who) const noexcept {
    constexpr const masks<P>& sets = masks_of<P>;
    if (is_over() || who.index >= people().size()) return 0;
    std::uint64_t acts = acts_of_parties(who) & sets.in_stage[state_.stage];
    acts &= is_present(who) ? ~sets.rejoins : sets.comes_or_goes & ~all_if((state_.gone >> who.index) & 1U);
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
      acts &= ~(sets.once_each[slot] & all_if(((state_.did.items[slot] | state_.passed) >> who.index) & 1U));
    }
    acts &= ~(sets.on_case & all_if(open_cases() == 0 ? 1 : 0));
    acts &= ~(sets.on_option & all_if(state_.options == 0 ? 1 : 0));
    acts &= ~(sets.makes_option & all_if(state_.options >= option_capacity<P> ? 1 : 0));
    acts &= ~(sets.passes & all_if(owes_a_turn(who) ? 0 : 1));
    for (auto rest = acts & sets.conditional; rest != 0; rest &= rest - 1) {
      const act_row& row = tables.acts.items[static_cast<std::size_t>(std::countr_zero(rest))];
      if ((row.after & ~state_.happened) != 0 || (row.until & state_.happened) != 0) acts &= ~(rest & (0 - rest));
    }
    for (auto rest = acts & sets.searched; rest != 0; rest &= rest - 1) {
      if (!can_be_done(who, static_cast<std::uint16_t>(std::countr_zero(rest)))) acts &= ~(rest & (0 - rest));
    }
    return acts;
  }

  /// Whether the case of an event is one that can be selected now.
  [[nodiscard]] constexpr bool is_open_case(std::uint16_t owner) const noexcept {
    return owner < max_people && has(open_cases(), owner);
  }

  /// Moves to a stage, whatever is owed.
  constexpr void enter(std::uint8_t stage) noexcept {
    state_.stage = stage;
    state_.passed = 0;
    state_.worked = 0;
  }
  /// Ends the session.
  constexpr void end(ending how) noexcept { state_.ended = static_cast<std::uint8_t>(how); }
  /// Makes somebody the presenter.
  constexpr void present(person_id who) noexcept {
    state_.presenter = who.index;
    stand();
  }

  /// The targets that an act could be tried on now.
  [[nodiscard]] BALINT_UNFOLDED constexpr target_range targets(std::size_t act, person_id who) const noexcept {
    const act_row& row = tables.acts.items[act];
    switch (row.target) {
      case target_kind::none: return {0, 0, 1};
      case target_kind::case_of: return {open_cases(), 0, 0};
      case target_kind::option: return {0, 1, static_cast<std::uint16_t>(state_.options + 1)};
      case target_kind::rule: return {0, 0, rules_of<P>::size};
      case target_kind::person: break;
    }
    return {heirs(row, who), 0, 0};
  }
  /// Calls f with each of them; f answers whether to go on.
  template <typename F>
  constexpr bool each_target(std::size_t act, person_id who, F f) const noexcept {
    auto all = targets(act, who);
    for (std::uint16_t target = 0; all.take(target);) {
      if (!f(target)) return false;
    }
    return true;
  }

  friend constexpr bool operator==(const engine&, const engine&) = default;

 private:
  using ledger<P>::state_;
  using ledger<P>::has;
  using ledger<P>::acts_of_parties;
  using ledger<P>::all_if;
  using ledger<P>::presenter_bit;
  using ledger<P>::stand;
  using ledger<P>::everybody_did;
  using ledger<P>::is_anything_owed;
  using ledger<P>::owes_a_turn;

  /// Whether an act has a target now on which it can be done.
  [[nodiscard]] constexpr bool can_be_done(person_id who, std::uint16_t act) const noexcept {
    event<P> e{.by = who, .act = {act}};
    for (auto all = targets(act, who); all.take(e.target);) {
      if (check(e) == no_refusal) return true;
    }
    return false;
  }

  // ---- each act by itself -------------------------------------------------------------------------------------------

  template <std::size_t Act>
  static constexpr code check_one(const engine& self, const event<P>& e) noexcept {
    return self.check_act(tables.acts.items[Act], e);
  }
  template <std::size_t Act>
  static constexpr code attempt_one(engine& self, const event<P>& e) noexcept {
    return self.attempt_act(tables.acts.items[Act], e);
  }
  template <typename Engine>
  struct ways {
    code (*check[act_count])(const Engine&, const event<P>&) noexcept;
    code (*attempt[act_count])(Engine&, const event<P>&) noexcept;
  };
  template <typename Engine, std::size_t... Acts>
  static consteval ways<Engine> unfold(std::index_sequence<Acts...>) {
    return {{Engine::template check_one<Acts>...}, {Engine::template attempt_one<Acts>...}};
  }
  template <typename Engine>
  static constexpr ways<Engine> unfolded = unfold<Engine>(std::make_index_sequence<act_count>{});

  // ---- check --------------------------------------------------------------------------------------------------------

  /// The first reason to refuse an event that does not depend on its act.
  [[nodiscard]] constexpr code check_before(const event<P>& e) const noexcept {
    if (is_over()) return code::session_over;
    if (e.at.since_epoch < state_.last_at.since_epoch) return code::time_reversed;
    if (e.by.index >= people().size()) return code::unknown_person;
    if (e.act.index >= act_count) return code::unknown_act;
    if (is_present(e.by) || (!has(state_.gone, e.by.index) && has(masks_of<P>.comes_or_goes, e.act.index)))
      return no_refusal;
    return code::absent;
  }
  /// The first reason to refuse an act. Stage and role are tested together: most refusals are one of them.
  [[nodiscard]] BALINT_UNFOLDED constexpr code check_act(const act_row& row, const event<P>& e) const noexcept {
    const bool is_in_stage = has(row.stages, state_.stage);
    if (!(is_in_stage && has(of_party(row.party), e.by.index)))
      return is_in_stage ? code::wrong_role : code::wrong_stage;
    if ((row.after & ~state_.happened) != 0) return code::too_early;
    if (row.after_all != none && !everybody_did(row.after_all)) return code::too_early;
    if (row.target != target_kind::none && !is_target(row, e)) return code::unknown_target;
    if ((row.until & state_.happened) != 0) return code::repeated;
    if (row.exactly_once && has(state_.did.items[row.slot] | state_.passed, e.by.index)) return code::repeated;
    return row.is_checked ? check_effect(row, e) : no_refusal;
  }
  /// Whether an event has a target that its act can be done to.
  [[nodiscard]] BALINT_UNFOLDED constexpr bool is_target(const act_row& row, const event<P>& e) const noexcept {
    switch (row.target) {
      case target_kind::none: return true;
      case target_kind::case_of: return is_open_case(e.target);
      case target_kind::option: return static_cast<std::uint16_t>(e.target - 1U) < state_.options;
      case target_kind::rule: return e.target < rules_of<P>::size;
      case target_kind::person: break;
    }
    return e.target < max_people && has(heirs(row, e.by), e.target);
  }
  /// To whom an act can be done.
  [[nodiscard]] constexpr std::uint64_t heirs(const act_row& row, person_id by) const noexcept {
    return fitting(row.heirs) & state_.present & ~presenter_bit() & ~bit(by.index);
  }
  /// The reason to refuse an act that follows from its effect.
  [[nodiscard]] BALINT_UNFOLDED constexpr code check_effect(const act_row& row, const event<P>& e) const noexcept {
    switch (row.does) {
      case effect::passes: return owes_a_turn(e.by) ? no_refusal : code::nothing_owed;
      case effect::rejoins: return is_present(e.by) ? code::not_absent : no_refusal;
      case effect::selects_case: return check_selection({static_cast<std::uint8_t>(e.target)});
      case effect::takes_case: return leads(e.by) ? code::leader_is_presenter : no_refusal;
      case effect::makes_option:
        return state_.options >= option_capacity<P> ? code::too_many_options : no_refusal;
      case effect::advances:
      case effect::closes: return check_move(row);
      default: return no_refusal;
    }
  }
  [[nodiscard]] constexpr bool leads(person_id who) const noexcept {
    return has(state_.leaders, who.index) || acting_leader().index == who.index;
  }
  [[nodiscard]] constexpr code check_selection(person_id owner) const noexcept {
    if (leads(owner)) return code::leader_is_presenter;
    for (auto rest = open_cases(); rest != 0; rest &= rest - 1) {
      if (state_.support.items[static_cast<std::size_t>(std::countr_zero(rest))] > state_.support.items[owner.index])
        return code::not_supported;
    }
    return no_refusal;
  }
  [[nodiscard]] constexpr code check_move(const act_row& row) const noexcept {
    if (state_.open_flags != 0) return code::flag_open;
    if (row.attended != 0 && (of_party(row.attending) & state_.present) == 0) return code::supervisor_absent;
    return is_anything_owed() ? code::stage_incomplete : no_refusal;
  }

  // ---- commit -------------------------------------------------------------------------------------------------------

  BALINT_UNFOLDED constexpr code attempt_act(const act_row& row, const event<P>& e) noexcept {
    const code why = check_act(row, e);
    if (why == no_refusal) {
      note_time(e);
      commit_act(row, e);
    }
    return why;
  }
  constexpr void note_time(const event<P>& e) noexcept {
    if (e.at.since_epoch == unstated.since_epoch) return;
    state_.last_at = e.at;
    if (state_.first_at.since_epoch == unstated.since_epoch) state_.first_at = e.at;
  }
  BALINT_UNFOLDED constexpr void commit_act(const act_row& row, const event<P>& e) noexcept {
    state_.happened |= bit(e.act.index);
    if (row.carries && row.home != none) state_.worked = 1;
    if (row.slot != none) state_.did.items[row.slot] |= bit(e.by.index);
    if (row.weighing != none) weigh(row.weighing, e);
    take_effect(row.does, e);
  }
  constexpr void weigh(std::uint8_t slot, const event<P>& e) noexcept {
    const auto i = static_cast<std::size_t>(e.target) - 1;
    if (i >= option_capacity<P>) return;
    state_.weighed.items[slot].items[i / 64] |= bit(i % 64);
    if (state_.authors.items[i] != e.by.index) state_.weighed_by_other.items[i / 64] |= bit(i % 64);
  }
  constexpr void undo_selection() noexcept {
    state_.presenter = nobody.index;
    state_.happened &= ~masks_of<P>.selection;
  }
  BALINT_UNFOLDED constexpr void take_effect(effect does, const event<P>& e) noexcept {
    const auto self = bit(e.by.index);
    switch (does) {
      case effect::none:
      case effect::tells_story:
      case effect::weighs_option:
      case effect::accepts_case:
      case effect::refocuses: break;
      case effect::makes_case: state_.cases |= self; break;
      case effect::supports_case:
        if (state_.support.items[e.target] != 0xFF) ++state_.support.items[e.target];
        break;
      case effect::selects_case:
        undo_selection();
        state_.happened |= bit(e.act.index);
        present({static_cast<std::uint8_t>(e.target)});
        break;
      case effect::takes_case: present(e.by); break;
      case effect::declines_case:
        state_.cases_out |= presenter_bit();
        undo_selection();
        stand();
        break;
      case effect::makes_option: state_.authors.items[state_.options++] = e.by.index; break;
      case effect::advances: enter(static_cast<std::uint8_t>(state_.stage + 1)); break;
      case effect::closes: end(ending::closed); break;
      case effect::terminates: end(ending::terminated); break;
      case effect::passes:
        state_.passed |= self;
        state_.ever_passed |= self;
        break;
      case effect::withdraws:
        state_.gone |= self;
        state_.present &= ~self;
        state_.cases_out |= self;
        if (state_.presenter == e.by.index && has(masks_of<P>.selecting_stages, state_.stage)) undo_selection();
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
        state_.leaders = bit(e.target);
        stand();
        break;
      case effect::flags: state_.open_flags |= bit(e.target); break;
      case effect::reminds: state_.open_flags &= ~bit(e.target); break;
    }
  }
};

#undef BALINT_UNFOLDED
}  // namespace balint::detail
