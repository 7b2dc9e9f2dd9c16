// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The engine under every face: it checks an event against the tables of a declaration and commits it.
#include <balint/group/group.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/protocol/well_formed.hpp>
#include <balint/session/obligation.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/event.hpp>
#include <balint/vocabulary/set.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::detail {

/// What `check` answers when nothing stands against an event.
inline constexpr code no_refusal{0xFF};

/// The machine of protocol P. It checks and commits; recovery is the judge's, refusals are the session's.
template <protocol P>
class engine {
  static_assert(well_formed<P>());

 public:
  static constexpr const table<P>& tables = table_of<P>;
  static constexpr std::size_t act_count = table<P>::act_count;
  static constexpr std::size_t last_stage = P::order::size - 1;

  constexpr explicit engine(const group<P>& people) noexcept : group_(people) {
    state_.present = people.people().bits();
    state_.leaders = people.template holders<typename P::lead::office>().bits();
    stand();
  }
  /// From a state that was checked before.
  constexpr engine(const group<P>& people, const state<P>& remembered) noexcept : state_(remembered), group_(people) { stand(); }

  [[nodiscard]] constexpr const state<P>& remembered() const noexcept { return state_; }
  [[nodiscard]] constexpr const balint::group<P>& people() const noexcept { return group_; }
  [[nodiscard]] constexpr bool is_over() const noexcept { return state_.ended != 0; }
  [[nodiscard]] constexpr bool is_present(person_id who) const noexcept { return has(state_.present, who); }

  /// The first thing that stands against an event, or `no_refusal`. The order is normative.
  [[nodiscard]] constexpr code check(const event<P>& e) const noexcept {
    if (is_over()) return code::session_over;
    if (e.at < state_.last_at) return code::time_reversed;
    if (e.by.index >= group_.size()) return code::unknown_person;
    if (e.act.index >= act_count) return code::unknown_act;
    const act_row& row = tables.acts[e.act.index];
    if (!is_present(e.by) && (has(state_.gone, e.by) || (row.does != effect::rejoins && row.does != effect::withdraws))) {
      return code::absent;
    }
    if (((row.stages >> state_.stage) & 1U) == 0) return code::wrong_stage;
    if ((row.who & stands_[e.by.index]) == 0) return code::wrong_role;
    if ((row.after & ~state_.happened) != 0) return code::too_early;
    if (row.after_all != none && !everybody_did(row.after_all)) return code::too_early;
    if (row.target != target_kind::none && !is_target(row, e)) return code::unknown_target;
    if ((row.until & state_.happened) != 0) return code::repeated;
    if (row.exactly_once && has(state_.did[row.slot] | state_.passed, e.by)) return code::repeated;
    return row.does == effect::none ? no_refusal : check_effect(row, e);
  }

  /// Whether the target of an event is one that its act can be done to now.
  [[nodiscard]] constexpr bool has_target(const event<P>& e) const noexcept { return is_target(tables.acts[e.act.index], e); }

  /// Lets an event take effect, whatever stands against it.
  constexpr void commit(const event<P>& e) noexcept {
    const act_row& row = tables.acts[e.act.index];
    state_.happened |= bit(e.act.index);
    if (row.carries && row.home != none) state_.worked = 1;
    if (row.slot != none) state_.did[row.slot] |= bit(e.by.index);
    if (row.weighing != none) weigh(row.weighing, e);
    if (row.does != effect::none) take_effect(row, e);
  }

  /// Lets an accepted event take effect and remembers its time.
  constexpr void accept(const event<P>& e) noexcept {
    if (e.at != unstated) {
      state_.last_at = e.at;
      if (state_.first_at == unstated) state_.first_at = e.at;
    }
    commit(e);
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

  /// Whoever is present and leads: the leader, else a stand-in who is not the presenter, else `nobody`.
  [[nodiscard]] constexpr person_id acting_leader() const noexcept {
    if (const auto here = state_.leaders & state_.present; here != 0) return lowest(here);
    const auto here = stand_ins(typename P::lead{}) & state_.present & ~presenter_bit();
    return here != 0 ? lowest(here) : nobody;
  }
  /// Whoever fits one of these terms, present or not.
  [[nodiscard]] constexpr std::uint64_t fitting(std::uint16_t terms) const noexcept {
    std::uint64_t who = 0;
    for (; terms != 0; terms &= static_cast<std::uint16_t>(terms - 1U)) {
      const auto& term = tables.terms.rows[static_cast<std::size_t>(std::countr_zero(terms))];
      who |= base(term.base) & ~base(term.except);
    }
    return who;
  }
  [[nodiscard]] constexpr std::uint16_t stands(person_id who) const noexcept { return stands_[who.index]; }
  /// The cases that can be voted for and selected, by owner.
  [[nodiscard]] constexpr std::uint64_t open_cases() const noexcept { return state_.cases & ~state_.cases_out; }

  /// What a duty of this stage still lacks.
  [[nodiscard]] constexpr obligation open_part(const duty_row& duty) const noexcept {
    const act_row& row = tables.acts[duty.act];
    obligation o{debt::an_act, {duty.act}, duty.due, duty.rule, person_set{fitting(duty.who) & state_.present}, 0, {}};
    switch (duty.due) {
      case quota::may: return {};
      case quota::each:
      case quota::each_at_least_once:
        o.by = person_set{o.by.bits() & ~(state_.did[row.slot] | state_.passed)};
        return o.by.empty() ? obligation{} : o;
      case quota::once:
      case quota::some: return has(state_.happened, duty.act) ? obligation{} : o;
      case quota::per_option: break;
    }
    for (std::size_t word = 0; word * 64 < state_.options; ++word) {
      const auto in_word = state_.options - word * 64;
      const std::uint64_t exist = in_word >= 64 ? ~std::uint64_t{0} : bit(in_word) - 1;
      const std::uint64_t lack = exist & ~state_.weighed[row.weighing][word];
      if (lack != 0 && o.options == 0) {
        o.first_option = {static_cast<std::uint16_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(lack)) + 1)};
      }
      o.options = static_cast<std::uint16_t>(o.options + std::popcount(lack));
    }
    return o.options == 0 ? obligation{} : o;
  }

  /// Calls f with everything this stage owes, in the order of the rules it would break: what each owes, a case or an
  /// option, what is owed once, what every option is owed. Stops when f answers false.
  template <typename F>
  constexpr void each_obligation(F f) const noexcept {
    if (!each_open_duty(f, [](quota due) { return due == quota::each || due == quota::each_at_least_once; })) return;
    constexpr rule_id taking_part = rule_of<P, rule::everyone_takes_part>;
    const auto& row = tables.stages[state_.stage];
    const person_set here{state_.present};
    if (row.needs_case && state_.cases == 0 && !f(obligation{debt::a_case, {}, quota::some, taking_part, here, 0, {}})) return;
    if (row.needs_option && state_.options == 0 && !f(obligation{debt::an_option, {}, quota::some, taking_part, here, 0, {}})) return;
    if (!each_open_duty(f, [](quota due) { return due == quota::once || due == quota::some; })) return;
    each_open_duty(f, [](quota due) { return due == quota::per_option; });
  }
  /// The first thing this stage owes, if any.
  [[nodiscard]] constexpr obligation first_owed() const noexcept {
    obligation first;
    each_obligation([&](const obligation& o) {
      first = o;
      return false;
    });
    return first;
  }

  /// Calls f with every target that an act could be tried on now; f answers whether to go on.
  template <typename F>
  constexpr bool each_target(const act_row& row, F f) const noexcept {
    const auto over = [&](std::uint64_t who) {
      for (; who != 0; who &= who - 1) {
        if (!f(static_cast<std::uint16_t>(std::countr_zero(who)))) return false;
      }
      return true;
    };
    const auto numbers = [&](std::size_t first, std::size_t end) {
      for (auto i = first; i < end; ++i) {
        if (!f(static_cast<std::uint16_t>(i))) return false;
      }
      return true;
    };
    switch (row.target) {
      case target_kind::none: return f(std::uint16_t{0});
      case target_kind::case_of: return over(open_cases());
      case target_kind::option: return numbers(1, state_.options + std::size_t{1});
      case target_kind::rule: return numbers(0, rules_of<P>::size);
      case target_kind::person: return over(state_.present);
    }
    return true;
  }

  friend constexpr bool operator==(const engine&, const engine&) = default;

 private:
  [[nodiscard]] static constexpr bool has(std::uint64_t set, person_id who) noexcept { return ((set >> (who.index & 63U)) & 1U) != 0; }
  [[nodiscard]] static constexpr bool has(std::uint64_t set, std::uint8_t i) noexcept { return ((set >> (i & 63U)) & 1U) != 0; }
  [[nodiscard]] static constexpr person_id lowest(std::uint64_t set) noexcept {
    return {static_cast<std::uint8_t>(std::countr_zero(set))};
  }
  [[nodiscard]] constexpr std::uint64_t presenter_bit() const noexcept {
    return state_.presenter < max_people ? bit(state_.presenter) : 0;
  }
  template <typename Office, typename... StandIns>
  [[nodiscard]] constexpr std::uint64_t stand_ins(led_by<Office, StandIns...>) const noexcept {
    return (std::uint64_t{0} | ... | group_.template holders<StandIns>().bits());
  }

  /// Who holds a base: an office, the lead, the presenter's role, or just is in the group.
  [[nodiscard]] constexpr std::uint64_t base(std::uint8_t i) const noexcept {
    constexpr auto lead = static_cast<std::uint8_t>(P::offices::template index<typename P::lead::office>);
    if (i == lead) {
      const auto acting = acting_leader();
      return acting == nobody ? 0 : bit(acting.index);
    }
    if (i < P::offices::size) return group_.holders(i).bits();
    if (i == P::offices::size) return presenter_bit();
    return i == none ? 0 : group_.people().bits();
  }
  /// Works out which terms everybody fits: after a selection, a hand-over, a coming or a going.
  constexpr void stand() noexcept {
    stands_ = {};
    for (std::size_t t = 0; t < tables.terms.count; ++t) {
      for (auto who = fitting(static_cast<std::uint16_t>(1U << t)); who != 0; who &= who - 1) {
        auto& row = stands_[static_cast<std::size_t>(std::countr_zero(who))];
        row = static_cast<std::uint16_t>(row | (1U << t));
      }
    }
  }

  [[nodiscard]] constexpr bool everybody_did(std::uint8_t act) const noexcept {
    for (const auto& duty : tables.duties) {
      if (duty.act == act && duty.stage == state_.stage && open_part(duty)) return false;
    }
    return true;
  }
  template <typename F, typename Which>
  constexpr bool each_open_duty(F& f, Which which) const noexcept {
    for (const auto& duty : tables.duties) {
      if (duty.stage != state_.stage || !which(duty.due)) continue;
      if (const auto open = open_part(duty); open && !f(open)) return false;
    }
    return true;
  }
  [[nodiscard]] constexpr bool owes_a_turn(person_id who) const noexcept {
    for (const auto& duty : tables.duties) {
      if (duty.stage != state_.stage || (duty.due != quota::each && duty.due != quota::each_at_least_once)) continue;
      const bool open = !has(state_.did[tables.acts[duty.act].slot] | state_.passed, who);
      if (open && (duty.who & stands_[who.index]) != 0) return true;
    }
    return false;
  }

  [[nodiscard]] constexpr bool is_target(const act_row& row, const event<P>& e) const noexcept {
    switch (row.target) {
      case target_kind::none: return true;
      case target_kind::case_of: return e.target < max_people && ((open_cases() >> e.target) & 1U) != 0;
      case target_kind::option: return e.target >= 1 && e.target <= state_.options;
      case target_kind::rule: return e.target < rules_of<P>::size;
      case target_kind::person: break;
    }
    if (e.target >= group_.size() || e.target == state_.presenter || e.target == e.by.index) return false;
    const person_id heir{static_cast<std::uint8_t>(e.target)};
    return is_present(heir) && (row.heirs & stands_[e.target]) != 0;
  }

  [[nodiscard]] constexpr code check_effect(const act_row& row, const event<P>& e) const noexcept {
    switch (row.does) {
      case effect::passes: return owes_a_turn(e.by) ? no_refusal : code::nothing_owed;
      case effect::rejoins: return is_present(e.by) ? code::not_absent : no_refusal;
      case effect::selects_case: return check_selection({static_cast<std::uint8_t>(e.target)});
      case effect::takes_case: return leads(e.by) ? code::leader_is_presenter : no_refusal;
      case effect::makes_option: return state_.options >= option_capacity<P> ? code::too_many_options : no_refusal;
      case effect::advances:
      case effect::closes:
        if (state_.open_flags != 0) return code::flag_open;
        if (row.attended != 0 && (fitting(row.attended) & state_.present) == 0) return code::supervisor_absent;
        return first_owed() ? code::stage_incomplete : no_refusal;
      default: return no_refusal;
    }
  }
  [[nodiscard]] constexpr bool leads(person_id who) const noexcept {
    return has(state_.leaders, who) || acting_leader() == who;
  }
  [[nodiscard]] constexpr code check_selection(person_id owner) const noexcept {
    if (leads(owner)) return code::leader_is_presenter;
    for (auto rest = open_cases(); rest != 0; rest &= rest - 1) {
      if (state_.support[static_cast<std::size_t>(std::countr_zero(rest))] > state_.support[owner.index]) return code::not_supported;
    }
    return no_refusal;
  }

  constexpr void weigh(std::uint8_t slot, const event<P>& e) noexcept {
    const auto i = static_cast<std::size_t>(e.target) - 1;
    if (i >= option_capacity<P>) return;
    state_.weighed[slot][i / 64] |= bit(i % 64);
    if (state_.authors[i] != e.by.index) state_.weighed_by_other[i / 64] |= bit(i % 64);
  }
  constexpr void undo_selection() noexcept {
    state_.presenter = nobody.index;
    for (std::size_t i = 0; i < act_count; ++i) {
      const auto does = tables.acts[i].does;
      if (does == effect::selects_case || does == effect::takes_case || does == effect::accepts_case) state_.happened &= ~bit(i);
    }
  }
  /// Whether somebody withdrawing undoes the selection: while the stage that selects goes on.
  [[nodiscard]] constexpr bool selects_in_this_stage() const noexcept {
    for (const auto& row : tables.acts) {
      if ((row.does == effect::selects_case || row.does == effect::takes_case) && row.home == state_.stage) return true;
    }
    return false;
  }

  constexpr void take_effect(const act_row& row, const event<P>& e) noexcept {
    const auto self = bit(e.by.index);
    switch (row.does) {
      case effect::none:
      case effect::tells_story:
      case effect::weighs_option:
      case effect::accepts_case:
      case effect::refocuses: break;
      case effect::makes_case: state_.cases |= self; break;
      case effect::supports_case:
        if (state_.support[e.target] != 0xFF) ++state_.support[e.target];
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
      case effect::makes_option: state_.authors[state_.options++] = e.by.index; break;
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
        if (state_.presenter == e.by.index && selects_in_this_stage()) undo_selection();
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

  state<P> state_{};
  balint::group<P> group_;
  std::array<std::uint16_t, max_people> stands_{};
};

}  // namespace balint::detail
