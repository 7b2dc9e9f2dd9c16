// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The engine under every face: it checks an event against the tables of a declaration and commits it.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/session/detail/masks.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/well_formed.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/session/detail/transitions.hpp>
#include <balint/session/detail/unfolding.hpp>
#include <balint/session/obligation.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace balint::detail {

/// What `check` answers when nothing stands against an event.
inline constexpr code no_refusal{0xFF};

/// The targets that an act could be tried on: some of the first 64 numbers, or a run of numbers.
struct target_range {
  std::uint64_t some;
  std::uint16_t next;
  std::uint16_t end;

  /// How many there are.
  [[nodiscard]] constexpr std::uint32_t count() const noexcept {
    return static_cast<std::uint32_t>(std::popcount(some)) + (next < end ? std::uint32_t{end} - next : 0U);
  }
  /// The i-th, from 0; there are more than i.
  [[nodiscard]] constexpr std::uint16_t nth(std::uint32_t i) const noexcept {
    if (next < end) return static_cast<std::uint16_t>(next + i);
    auto rest = some;
    for (; i > 0; --i) rest &= rest - 1;
    return static_cast<std::uint16_t>(std::countr_zero(rest));
  }
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
class engine : public transitions<P> {
  static_assert(well_formed<P>());

 public:
  using transitions<P>::tables;
  using transitions<P>::people;
  using transitions<P>::is_present;
  using transitions<P>::acting_leader;
  using transitions<P>::fitting;
  using transitions<P>::of_party;
  using transitions<P>::open_cases;
  using transitions<P>::owes;
  using transitions<P>::act_count;
  static constexpr std::size_t slot_count = sizes_of<P>.turn_slots;

  using transitions<P>::transitions;

  [[nodiscard]] constexpr bool is_over() const noexcept { return state_.ended != 0; }

  /// The first thing that stands against an event, or `no_refusal`. The order is normative.
  [[nodiscard]] constexpr code why_not(const event<P>& e) const noexcept {
    if (const code why = check_entry(e); why != no_refusal) return why;
    if constexpr (unfolds_acts) {
      return unfolded<engine>.why_not[e.act.index](*this, e);
    } else {
      return check_conditions(tables.acts[e.act.index], e);
    }
  }
  /// Accepts an event if nothing stands against it; gives what does, or `no_refusal`.
  constexpr code attempt(const event<P>& e) noexcept {
    if (const code why = check_entry(e); why != no_refusal) return why;
    if constexpr (unfolds_acts) {
      return unfolded<engine>.attempt[e.act.index](*this, e);
    } else {
      return attempt_act(tables.acts[e.act.index], e);
    }
  }
  /// What stands against an act of another stage besides the stage, or `no_refusal`; the person is there.
  [[nodiscard]] constexpr code check_out_of_turn(const event<P>& e) const noexcept {
    if (!has(of_party(masks_of<P>.party[e.act.index]), e.by.index)) return code::wrong_role;
    if constexpr (unfolds_acts) {
      return unfolded<engine>.why_not[e.act.index](*this, e);
    } else {
      return check_conditions(tables.acts[e.act.index], e);
    }
  }
  /// What stands against a move or a close, no matter who makes it, or `no_refusal`: the first of all that does.
  [[nodiscard]] constexpr code check_move(const act_row& row) const noexcept {
    if (state_.open_flags != 0) return code::flag_open;
    if (is_unattended(row)) return code::supervisor_absent;
    return owes(state_.stage, reach_of(row.does)) ? code::stage_incomplete : no_refusal;
  }
  /// Whether an act has to be attended by somebody, and none of them is present.
  [[nodiscard]] constexpr bool is_unattended(const act_row& row) const noexcept {
    return row.attended != 0 && (of_party(row.attending) & state_.present) == 0;
  }
  /// What an act that leaves a stage asks of it.
  [[nodiscard]] static constexpr reach reach_of(effect does) noexcept {
    return does == effect::cuts_short ? reach::when_cut : reach::all;
  }

  /// Lets an event take effect, whatever stands against it.
  constexpr void commit(const event<P>& e) noexcept {
    if constexpr (unfolds_acts) {
      unfolded<engine>.commit[e.act.index](*this, e);
    } else {
      commit_act(tables.acts[e.act.index], e);
    }
  }
  /// Lets an accepted event take effect and remembers its time.
  constexpr void accept(const event<P>& e) noexcept {
    note(e);
    commit(e);
  }
  /// Lets an act of another stage take effect, which does not show that this one was worked in.
  constexpr void commit_out_of_turn(const event<P>& e) noexcept {
    const auto worked = state_.worked;
    commit(e);
    state_.worked = worked;
  }

  /// The acts, among some, that could be recorded now, without a time, with some target.
  [[nodiscard]] constexpr std::uint64_t legal_acts(person_id who,
                                                   std::uint64_t among = ~std::uint64_t{0}) const noexcept {
    constexpr const masks<P>& sets = masks_of<P>;
    if (is_over() || who.index >= people().size()) return 0;
    std::uint64_t acts = acts_of_parties(who) & sets.in_stage[state_.stage] & among;
    acts &= is_present(who) ? ~sets.rejoins : sets.comes_or_goes & ~all_if((state_.gone >> who.index) & 1U);
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
      const auto passed = state_.passed[sets.home_of_slot[slot]];
      acts &= ~(sets.once_each[slot] & all_if(((state_.did[slot] | passed) >> who.index) & 1U));
    }
    acts &= ~(sets.on_case & all_if(open_cases() == 0 ? 1 : 0));
    acts &= ~(sets.on_option & all_if(state_.options == 0 ? 1 : 0));
    acts &= ~(sets.makes_option & all_if(state_.options >= option_capacity<P> ? 1 : 0));
    acts &= ~(sets.passes & all_if(owes_a_turn(who) ? 0 : 1));
    for (auto rest = acts & sets.conditional; rest != 0; rest &= rest - 1) {
      const act_row& row = tables.acts[static_cast<std::size_t>(std::countr_zero(rest))];
      if ((row.after & ~state_.happened) != 0 || (row.until & state_.happened) != 0) acts &= ~(rest & (0 - rest));
    }
    for (auto rest = acts & sets.searched; rest != 0; rest &= rest - 1) {
      if (!can_be_done(who, static_cast<std::uint16_t>(std::countr_zero(rest)))) acts &= ~(rest & (0 - rest));
    }
    return acts;
  }

  /// Whether somebody by whom something is owed can do now what discharges it.
  [[nodiscard]] constexpr bool can_be_met(const obligation<P>& owed) const noexcept {
    std::uint64_t acts = owed.owes == debt::an_act ? bit(owed.act.index) : 0;
    for (std::size_t i = 0; i < act_count && owed.owes != debt::an_act; ++i) {
      const auto does = tables.acts[i].does;
      const bool makes_case = does == effect::makes_case || does == effect::takes_case;
      if (owed.owes == debt::a_case ? makes_case : does == effect::makes_option) acts |= bit(i);
    }
    for (auto rest = owed.by.bits(); rest != 0; rest &= rest - 1) {
      if ((legal_acts({static_cast<std::uint8_t>(std::countr_zero(rest))}) & acts) != 0) return true;
    }
    return false;
  }
  /// The first thing that this stage owes and somebody can do now; if there is none, the first thing owed.
  [[nodiscard]] constexpr obligation<P> first_to_do(reach which) const noexcept {
    obligation<P> first;
    for (auto i = tables.stages[state_.stage].first_owed; i < tables.stages[state_.stage].end_of_owed; ++i) {
      if (!is_owed(state_.stage, which, tables.owed[i])) continue;
      const auto one = open_part(tables.owed[i]);
      if (can_be_met(one)) return one;
      if (first.owes == debt::nothing) first = one;
    }
    return first;
  }

  /// Whether the case of an event is one that can be selected now.
  [[nodiscard]] constexpr bool is_open_case(std::uint16_t owner) const noexcept {
    return owner < max_people && has(open_cases(), owner);
  }

  /// Whether a person put a case forward, or could.
  [[nodiscard]] constexpr bool is_candidate(person_id who) const noexcept {
    return who.index < people().size() && has(fitting(candidates<P>), who.index);
  }
  /// Whether the case of a person can be worked on as far as anybody knows, be it on record or not.
  [[nodiscard]] constexpr bool may_have_case(std::uint16_t owner) const noexcept {
    return owner < people().size() && is_candidate({static_cast<std::uint8_t>(owner)}) && !has(state_.cases_out, owner);
  }
  /// Whether an act with that effect happened.
  [[nodiscard]] constexpr bool happened(effect does) const noexcept {
    for (std::size_t i = 0; i < act_count; ++i) {
      if (tables.acts[i].does == does && has(state_.happened, i)) return true;
    }
    return false;
  }

  /// The targets that an act could be tried on now.
  [[nodiscard]] BALINT_UNFOLDED constexpr target_range targets(std::size_t act, person_id who) const noexcept {
    const act_row& row = tables.acts[act];
    switch (row.target) {
      case target_kind::none: return {0, 0, 1};
      case target_kind::case_of: return {open_cases(), 0, 0};
      case target_kind::option: return {0, 1, static_cast<std::uint16_t>(state_.options + 1)};
      case target_kind::rule: return {0, 0, rules_of<P>::size};
      case target_kind::person: break;
    }
    return {heirs(row, who), 0, 0};
  }
  /// The targets on which one of the legal acts of a person would be accepted now, without a time. Those of most acts
  /// need not be tried: what stands against the act does not depend on its target.
  [[nodiscard]] constexpr target_range legal_targets(std::uint16_t act, person_id who) const noexcept {
    auto all = worth_trying(act, who);
    if (!has(masks_of<P>.searched, act) || all.some == 0) return all;
    auto e = raw_event<P>({.by = who, .act = {act}});
    std::uint64_t legal = 0;
    for (std::uint16_t target = 0; all.take(target);) {
      set_raw_target(e, target);
      if (why_not(e) == no_refusal) legal |= bit(target);
    }
    return {legal, 0, 0};
  }
  /// Calls f with each of them; f answers whether to go on.
  template <typename F>
  constexpr bool each_target(std::size_t act, person_id who, F f) const {
    auto all = targets(act, who);
    for (std::uint16_t target = 0; all.take(target);) {
      if (!f(target)) return false;
    }
    return true;
  }

  friend constexpr bool operator==(const engine&, const engine&) = default;

 private:
  using transitions<P>::state_;
  using transitions<P>::has;
  using transitions<P>::acts_of_parties;
  using transitions<P>::all_if;
  using transitions<P>::is_owed;
  using transitions<P>::open_part;
  using transitions<P>::presenter_bit;
  using transitions<P>::everybody_did;
  using transitions<P>::owes_a_turn;
  using transitions<P>::note;
  using transitions<P>::commit_act;

  /// The targets that an act could be tried on now, without the cases that are outvoted where it selects one.
  [[nodiscard]] constexpr target_range worth_trying(std::size_t act, person_id who) const noexcept {
    auto all = targets(act, who);
    if (tables.acts[act].does == effect::selects_case) all.some &= most_supported();
    return all;
  }
  /// Whether an act has a target now on which it can be done.
  [[nodiscard]] constexpr bool can_be_done(person_id who, std::uint16_t act) const noexcept {
    auto e = raw_event<P>({.by = who, .act = {act}});
    std::uint16_t target = 0;
    for (auto all = worth_trying(act, who); all.take(target);) {
      set_raw_target(e, target);
      if (why_not(e) == no_refusal) return true;
    }
    return false;
  }

  // ---- each act by itself -------------------------------------------------------------------------------------------

  template <std::size_t Act>
  static constexpr code check_one(const engine& self, const event<P>& e) noexcept {
    return self.check_conditions(tables.acts.items[Act], e);
  }
  template <std::size_t Act>
  static constexpr code attempt_one(engine& self, const event<P>& e) noexcept {
    return self.attempt_act(tables.acts.items[Act], e);
  }
  template <std::size_t Act>
  static constexpr void commit_one(engine& self, const event<P>& e) noexcept {
    self.commit_act(tables.acts.items[Act], e);
  }
  template <typename Engine>
  struct ways {
    code (*why_not[act_count])(const Engine&, const event<P>&) noexcept;
    code (*attempt[act_count])(Engine&, const event<P>&) noexcept;
    void (*commit[act_count])(Engine&, const event<P>&) noexcept;
  };
  template <typename Engine, std::size_t... Acts>
  static consteval ways<Engine> unfold(std::index_sequence<Acts...>) {
    return {{Engine::template check_one<Acts>...},
            {Engine::template attempt_one<Acts>...},
            {Engine::template commit_one<Acts>...}};
  }
  template <typename Engine>
  static constexpr ways<Engine> unfolded = unfold<Engine>(std::make_index_sequence<act_count>{});

  // ---- check --------------------------------------------------------------------------------------------------------

  /// What stands against an event before its conditions are looked at: who does what in which stage. What is mostly so
  /// is asked at once, and before a processor has to guess which act it is.
  [[nodiscard]] constexpr code check_entry(const event<P>& e) const noexcept {
    if ((e.by.index | e.act.index) < max_people) {
      const auto who = state_.present & of_party(masks_of<P>.party_in[state_.stage][e.act.index]);
      if (!is_over() && e.at.since_epoch >= state_.last_at.since_epoch && has(who, e.by.index)) return no_refusal;
    }
    const code why = check_before(e);
    return why == no_refusal ? check_stage_and_role(e) : why;
  }
  /// What stands against an event before its act is looked at.
  [[nodiscard]] constexpr code check_before(const event<P>& e) const noexcept {
    if (is_over()) return code::session_over;
    if (e.at.since_epoch < state_.last_at.since_epoch) return code::time_reversed;
    if (e.by.index >= people().size()) return code::unknown_person;
    if (e.act.index >= act_count) return code::unknown_act;
    if (is_present(e.by) || (!has(state_.gone, e.by.index) && has(masks_of<P>.comes_or_goes, e.act.index)))
      return no_refusal;
    return code::absent;
  }
  /// What stands against an act because of its stage or of who does it.
  [[nodiscard]] constexpr code check_stage_and_role(const event<P>& e) const noexcept {
    constexpr const masks<P>& sets = masks_of<P>;
    const auto is_in_stage = (sets.in_stage[state_.stage] >> e.act.index) & 1U;
    if ((is_in_stage & (of_party(sets.party[e.act.index]) >> (e.by.index & 63U))) == 0)
      return is_in_stage != 0 ? code::wrong_role : code::wrong_stage;
    return no_refusal;
  }
  /// What stands against an act besides its stage and who does it.
  [[nodiscard]] BALINT_UNFOLDED constexpr code check_conditions(const act_row& row, const event<P>& e) const noexcept {
    if ((row.after & ~state_.happened) != 0) return code::too_early;
    if (row.after_all != none && !everybody_did(row.after_all)) return code::too_early;
    if (row.target != target_kind::none && !is_target(row, e)) return code::unknown_target;
    if ((row.until & state_.happened) != 0) return code::repeated;
    if (row.exactly_once && has(state_.did[row.slot] | state_.passed[row.home], e.by.index)) return code::repeated;
    return row.is_checked ? check_effect(row, e) : no_refusal;
  }
  /// Whether an event has a target that its act can be done to.
  [[nodiscard]] BALINT_UNFOLDED constexpr bool is_target(const act_row& row, const event<P>& e) const noexcept {
    switch (row.target) {
      case target_kind::none: return true;
      case target_kind::case_of: return is_open_case(raw_target(e));
      case target_kind::option: return static_cast<std::uint16_t>(raw_target(e) - 1U) < state_.options;
      case target_kind::rule: return raw_target(e) < rules_of<P>::size;
      case target_kind::person: break;
    }
    return raw_target(e) < max_people && has(heirs(row, e.by), raw_target(e));
  }
  /// To whom an act can be done.
  [[nodiscard]] constexpr std::uint64_t heirs(const act_row& row, person_id by) const noexcept {
    return fitting(row.heirs) & state_.present & ~presenter_bit() & ~bit(by.index);
  }
  /// What stands against an act for the sake of what it does.
  [[nodiscard]] BALINT_UNFOLDED constexpr code check_effect(const act_row& row, const event<P>& e) const noexcept {
    switch (row.does) {
      case effect::opens: return state_.begun != 0 ? code::repeated : no_refusal;
      case effect::takes_lead: return acting_leader().index != nobody.index ? code::somebody_leads : no_refusal;
      case effect::passes: return owes_a_turn(e.by) ? no_refusal : code::nothing_owed;
      case effect::rejoins: return is_present(e.by) ? code::not_absent : no_refusal;
      case effect::selects_case: return check_selection({static_cast<std::uint8_t>(raw_target(e))});
      case effect::takes_case: return leads(e.by) ? code::leader_is_presenter : no_refusal;
      case effect::makes_option: return state_.options >= option_capacity<P> ? code::too_many_options : no_refusal;
      case effect::advances:
      case effect::cuts_short:
      case effect::closes: return check_move(row);
      default: return no_refusal;
    }
  }
  [[nodiscard]] constexpr bool leads(person_id who) const noexcept {
    return has(state_.leaders, who.index) || acting_leader().index == who.index;
  }
  [[nodiscard]] constexpr code check_selection(person_id owner) const noexcept {
    // Somebody was taken for the presenter from the story: only that very case can be selected.
    if (state_.presenter != nobody.index && state_.presenter != owner.index) return code::repeated;
    if (leads(owner)) return code::leader_is_presenter;
    return has(most_supported(), owner.index) ? no_refusal : code::not_supported;
  }
  /// The cases that are not out of which none has more votes.
  [[nodiscard]] constexpr std::uint64_t most_supported() const noexcept {
    plain_array<std::uint8_t, max_people + 1> votes_for{};
    for (std::size_t voter = 0; voter < people().size(); ++voter) ++votes_for[state_.votes[voter]];
    std::uint8_t most = 0;
    std::uint64_t cases = 0;
    for (auto rest = open_cases(); rest != 0; rest &= rest - 1) {
      const auto votes = votes_for[static_cast<std::size_t>(std::countr_zero(rest)) + 1];
      if (votes < most) continue;
      if (votes > most) cases = 0;
      most = votes;
      cases |= rest & (0 - rest);
    }
    return cases;
  }

  // ---- commit -------------------------------------------------------------------------------------------------------

  BALINT_UNFOLDED constexpr code attempt_act(const act_row& row, const event<P>& e) noexcept {
    const code why = check_conditions(row, e);
    if (why == no_refusal) {
      note(e);
      commit_act(row, e);
    }
    return why;
  }
};

}  // namespace balint::detail
