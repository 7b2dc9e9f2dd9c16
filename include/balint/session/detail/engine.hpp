// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The engine under every face: it checks an event against the tables of a declaration and commits it.
#include <balint/protocol/detail/masks.hpp>
#include <balint/protocol/well_formed.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/event.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace balint::detail {

/// What `check` answers when nothing stands against an event.
inline constexpr code no_refusal{0xFF};

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

  using ledger<P>::ledger;

  [[nodiscard]] constexpr bool is_over() const noexcept { return state_.ended != 0; }

  /// The first thing that stands against an event, or `no_refusal`. The order is normative.
  [[nodiscard]] constexpr code check(const event<P>& e) const noexcept {
    if (const code why = check_before(e); why != no_refusal) return why;
    return ways_to<engine>.check[e.act.index](*this, e);
  }
  /// Lets an event take effect if nothing stands against it; gives what does, or `no_refusal`.
  constexpr code attempt(const event<P>& e) noexcept {
    if (const code why = check_before(e); why != no_refusal) return why;
    return ways_to<engine>.attempt[e.act.index](*this, e);
  }
  /// The acts that could be recorded now, without a time, with some target.
  [[nodiscard]] constexpr std::uint64_t legal_acts(person_id who) const noexcept {
    constexpr const masks<P>& sets = masks_of<P>;
    if (is_over() || who.index >= people().size()) return 0;
    std::uint64_t acts = acts_of_parties(who) & sets.in_stage[state_.stage];
    acts &= is_present(who) ? ~sets.rejoins : sets.comes_or_goes & ~all_if((state_.gone >> who.index) & 1U);
    for (std::size_t slot = 0; slot < sets.once_each.size(); ++slot) {
      acts &= ~(sets.once_each[slot] & all_if(((state_.did[slot] | state_.passed) >> who.index) & 1U));
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

  /// Whether the case of an event is one that can be selected now.
  [[nodiscard]] constexpr bool is_open_case(std::uint16_t owner) const noexcept {
    return owner < max_people && has(open_cases(), owner);
  }

  /// Lets an event take effect, whatever stands against it.
  constexpr void commit(const event<P>& e) noexcept { ways_to<engine>.commit[e.act.index](*this, e); }

  /// Lets an accepted event take effect and remembers its time.
  constexpr void accept(const event<P>& e) noexcept {
    note_time(e);
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

  /// Calls f with every target that an act could be tried on now; f answers whether to go on.
  template <typename F>
  constexpr bool each_target(std::size_t act, person_id who, F f) const noexcept {
    const auto over = [&](std::uint64_t rest) {
      for (; rest != 0; rest &= rest - 1) {
        if (!f(static_cast<std::uint16_t>(std::countr_zero(rest)))) return false;
      }
      return true;
    };
    const auto numbers = [&](std::size_t first, std::size_t end) {
      for (auto i = first; i < end; ++i) {
        if (!f(static_cast<std::uint16_t>(i))) return false;
      }
      return true;
    };
    switch (tables.acts[act].target) {
      case target_kind::none: return f(std::uint16_t{0});
      case target_kind::case_of: return over(open_cases());
      case target_kind::option: return numbers(1, state_.options + std::size_t{1});
      case target_kind::rule: return numbers(0, rules_of<P>::size);
      case target_kind::person: return over(heirs(act, who));
    }
    return true;
  }

  friend constexpr bool operator==(const engine&, const engine&) = default;

 private:
  using ledger<P>::state_;
  using ledger<P>::ask;
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
    return !each_target(act, who, [&](std::uint16_t target) {
      e.target = target;
      return check(e) != no_refusal;
    });
  }
  /// What stands against an event before its act is looked at.
  [[nodiscard]] constexpr code check_before(const event<P>& e) const noexcept {
    if (is_over()) return code::session_over;
    if (e.at < state_.last_at) return code::time_reversed;
    if (e.by.index >= people().size()) return code::unknown_person;
    if (e.act.index >= act_count) return code::unknown_act;
    if (is_present(e.by) || (!has(state_.gone, e.by.index) && has(masks_of<P>.comes_or_goes, e.act.index)))
      return no_refusal;
    return code::absent;
  }
  /// What stands against an act. What it does not ask for costs nothing, neither the user's compiler nor at run time.
  template <std::size_t Act>
  static constexpr code check_one(const engine& self, const event<P>& e) noexcept {
    constexpr act_row row = tables.acts[Act];
    constexpr auto everywhere = bit(table<P>::stage_count) - 1;
    const auto& state = self.state_;
    const bool may = has(self.of_party(party_of<P>(row.who)), e.by.index);
    if constexpr ((row.stages & everywhere) == everywhere) {
      if (!may) return code::wrong_role;
    } else {
      const bool is_in_stage = has(row.stages, state.stage);
      if (!(is_in_stage && may)) return is_in_stage ? code::wrong_role : code::wrong_stage;
    }
    if constexpr (row.after != 0) {
      if ((row.after & ~state.happened) != 0) return code::too_early;
    }
    if constexpr (row.after_all != none) {
      if (!self.everybody_did(row.after_all)) return code::too_early;
    }
    if constexpr (row.target != target_kind::none) {
      if (!self.template is_target<Act>(e)) return code::unknown_target;
    }
    if constexpr (row.until != 0) {
      if ((row.until & state.happened) != 0) return code::repeated;
    }
    if constexpr (row.exactly_once) {
      if (has(state.did[row.slot] | state.passed, e.by.index)) return code::repeated;
    }
    if constexpr (is_checked(row.does)) {
      return self.template check_effect<Act>(e);
    } else {
      return no_refusal;
    }
  }
  /// Lets an act take effect.
  template <std::size_t Act>
  static constexpr void commit_one(engine& self, const event<P>& e) noexcept {
    constexpr act_row row = tables.acts[Act];
    auto& state = self.state_;
    state.happened |= bit(Act);
    if constexpr (row.carries && row.home != none) state.worked = 1;
    if constexpr (row.slot != none) state.did[row.slot] |= bit(e.by.index);
    if constexpr (row.weighing != none) self.weigh(row.weighing, e);
    self.template take_effect<row.does>(e);
  }
  template <std::size_t Act>
  static constexpr code attempt_one(engine& self, const event<P>& e) noexcept {
    const code why = check_one<Act>(self, e);
    if (why == no_refusal) {
      self.note_time(e);
      commit_one<Act>(self, e);
    }
    return why;
  }
  /// One function per act, called by index: the row of the act is then a constant, and the conditions that it does not
  /// have are compiled away, as in code written by hand.
  template <typename Engine, std::size_t... I>
  static consteval auto all_of(std::index_sequence<I...>) {
    struct ways {
      std::array<code (*)(const Engine&, const event<P>&) noexcept, act_count> check{Engine::template check_one<I>...};
      std::array<code (*)(Engine&, const event<P>&) noexcept, act_count> attempt{Engine::template attempt_one<I>...};
      std::array<void (*)(Engine&, const event<P>&) noexcept, act_count> commit{Engine::template commit_one<I>...};
    };
    return ways{};
  }
  template <typename Engine>
  static constexpr auto ways_to = all_of<Engine>(std::make_index_sequence<act_count>{});

  constexpr void note_time(const event<P>& e) noexcept {
    if (e.at == unstated) return;
    state_.last_at = e.at;
    if (state_.first_at == unstated) state_.first_at = e.at;
  }

  template <std::size_t Act>
  [[nodiscard]] constexpr bool is_target(const event<P>& e) const noexcept {
    constexpr target_kind kind = tables.acts[Act].target;
    if constexpr (kind == target_kind::case_of) {
      return is_open_case(e.target);
    } else if constexpr (kind == target_kind::option) {
      return static_cast<std::uint16_t>(e.target - 1U) < state_.options;
    } else if constexpr (kind == target_kind::rule) {
      return e.target < rules_of<P>::size;
    } else {
      return e.target < max_people && has(heirs(Act, e.by), e.target);
    }
  }
  /// To whom an act can be done.
  [[nodiscard]] constexpr std::uint64_t heirs(std::size_t act, person_id by) const noexcept {
    return fitting(tables.acts[act].heirs) & state_.present & ~presenter_bit() & ~bit(by.index);
  }

  template <std::size_t Act>
  [[nodiscard]] constexpr code check_effect(const event<P>& e) const noexcept {
    constexpr act_row row = tables.acts[Act];
    if constexpr (row.does == effect::passes) {
      return owes_a_turn(e.by) ? no_refusal : code::nothing_owed;
    } else if constexpr (row.does == effect::rejoins) {
      return is_present(e.by) ? code::not_absent : no_refusal;
    } else if constexpr (row.does == effect::selects_case) {
      return check_selection({static_cast<std::uint8_t>(e.target)});
    } else if constexpr (row.does == effect::takes_case) {
      return leads(e.by) ? code::leader_is_presenter : no_refusal;
    } else if constexpr (row.does == effect::makes_option) {
      return state_.options >= option_capacity<P> ? code::too_many_options : no_refusal;
    } else {
      static_assert(row.does == effect::advances || row.does == effect::closes);
      if (state_.open_flags != 0) return code::flag_open;
      if constexpr (row.attended != 0) {
        if ((of_party(party_of<P>(row.attended)) & state_.present) == 0) return code::supervisor_absent;
      }
      return is_anything_owed() ? code::stage_incomplete : no_refusal;
    }
  }
  [[nodiscard]] constexpr bool leads(person_id who) const noexcept {
    return has(state_.leaders, who.index) || acting_leader() == who;
  }
  [[nodiscard]] constexpr code check_selection(person_id owner) const noexcept {
    if (leads(owner)) return code::leader_is_presenter;
    for (auto rest = open_cases(); rest != 0; rest &= rest - 1) {
      if (state_.support[static_cast<std::size_t>(std::countr_zero(rest))] > state_.support[owner.index])
        return code::not_supported;
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
    state_.happened &= ~masks_of<P>.selection;
  }
  template <effect Does>
  constexpr void take_effect([[maybe_unused]] const event<P>& e) noexcept {
    [[maybe_unused]] const auto self = bit(e.by.index);
    if constexpr (Does == effect::makes_case) {
      state_.cases |= self;
    } else if constexpr (Does == effect::supports_case) {
      if (state_.support[e.target] != 0xFF) ++state_.support[e.target];
    } else if constexpr (Does == effect::selects_case) {
      undo_selection();
      state_.happened |= bit(e.act.index);
      present({static_cast<std::uint8_t>(e.target)});
    } else if constexpr (Does == effect::takes_case) {
      present(e.by);
    } else if constexpr (Does == effect::declines_case) {
      state_.cases_out |= presenter_bit();
      undo_selection();
      stand();
    } else if constexpr (Does == effect::makes_option) {
      state_.authors[state_.options++] = e.by.index;
    } else if constexpr (Does == effect::advances) {
      enter(static_cast<std::uint8_t>(state_.stage + 1));
    } else if constexpr (Does == effect::closes) {
      end(ending::closed);
    } else if constexpr (Does == effect::terminates) {
      end(ending::terminated);
    } else if constexpr (Does == effect::passes) {
      state_.passed |= self;
      state_.ever_passed |= self;
    } else if constexpr (Does == effect::withdraws) {
      state_.gone |= self;
      state_.present &= ~self;
      state_.cases_out |= self;
      if (state_.presenter == e.by.index && has(masks_of<P>.selecting_stages, state_.stage)) undo_selection();
      stand();
    } else if constexpr (Does == effect::drops) {
      state_.present &= ~self;
      stand();
    } else if constexpr (Does == effect::rejoins) {
      state_.present |= self;
      stand();
    } else if constexpr (Does == effect::hands_over) {
      state_.leaders = bit(e.target);
      stand();
    } else if constexpr (Does == effect::flags) {
      state_.open_flags |= bit(e.target);
    } else if constexpr (Does == effect::reminds) {
      state_.open_flags &= ~bit(e.target);
    }
  }
};

}  // namespace balint::detail
