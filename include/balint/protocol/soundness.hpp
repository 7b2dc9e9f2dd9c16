// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The checks of a declaration, one each: what makes a protocol one that can work.
#include <balint/protocol/lookup.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {
namespace detail {

// Each check finds the name of the first thing that is wrong; an empty name says that nothing is.

template <typename P>
consteval std::string_view stage_declared_twice() {
  for (std::size_t i = 0; i < P::order::size; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (P::order::names[i] == P::order::names[k]) return P::order::names[i];
    }
  }
  return {};
}

template <typename P>
consteval std::string_view act_in_two_places() {
  std::array<std::uint8_t, clause_count<P>> home{};
  std::array<bool, clause_count<P>> seen{};
  std::string_view wrong;
  each_clause_of<P>([&]<typename Clause>(std::uint8_t stage) {
    const auto i = acts_of<P>.find(Clause::act::name);
    if (seen[i] && home[i] != stage && wrong.empty()) wrong = Clause::act::name;
    seen[i] = true;
    home[i] = stage;
  });
  return wrong;
}

template <typename P>
consteval std::string_view name_of_two_acts() {
  return acts_of<P>.shared;
}

template <typename P, typename... Roles, typename... Excepts>
consteval std::string_view unknown_role_in(term_list<term<Roles, Excepts>...>) {
  std::string_view wrong;
  [[maybe_unused]] const auto look = [&]<typename Role>() {
    if constexpr (!std::same_as<Role, void>) {
      if (wrong.empty() && base_of<P, Role>() == none) wrong = Role::name;
    }
  };
  ((look.template operator()<Roles>(), look.template operator()<Excepts>()), ...);
  return wrong;
}
template <typename P, typename Office, typename... StandIns>
consteval std::string_view unknown_leader(declare::led_by<Office, StandIns...>) {
  std::string_view wrong;
  if (!P::offices::template has<Office>) wrong = Office::name;
  ((wrong.empty() && !P::offices::template has<StandIns> ? void(wrong = StandIns::name) : void()), ...);
  return wrong;
}
template <typename P>
struct unknown_role {
  template <typename Condition>
  static consteval std::string_view in(Condition) {
    return {};
  }
  template <typename Who>
  static consteval std::string_view in(declare::to<Who>) {
    return unknown_role_in<P>(typename terms_of<Who>::type{});
  }
  template <typename Role>
  static consteval std::string_view in(declare::attended_by<Role>) {
    return unknown_role_in<P>(term_list<term<Role>>{});
  }
  template <typename Role>
  static consteval std::string_view in(declare::outside<Role>) {
    return unknown_role_in<P>(term_list<term<Role>>{});
  }
  template <quota Due, typename Who, typename Act, typename... Conditions>
  static consteval std::string_view in(clause<Due, Who, Act, Conditions...>) {
    std::string_view wrong = unknown_role_in<P>(typename terms_of<Who>::type{});
    ((wrong = wrong.empty() ? in(Conditions{}) : wrong), ...);
    return wrong;
  }
  template <typename Stage, typename... Items>
  static consteval std::string_view in(declare::in<Stage, Items...>) {
    std::string_view wrong;
    ((wrong = wrong.empty() ? in(Items{}) : wrong), ...);
    return wrong;
  }
  template <template <typename...> typename List, typename... Parts>
  static consteval std::string_view in_all(List<Parts...>) {
    std::string_view wrong;
    ((wrong = wrong.empty() ? in(Parts{}) : wrong), ...);
    return wrong;
  }
};
template <typename P>
consteval std::string_view role_nobody_can_hold() {
  std::string_view wrong = unknown_leader<P>(typename P::lead{});
  if (wrong.empty()) wrong = unknown_role<P>::in_all(typename P::order{});
  return wrong.empty() ? unknown_role<P>::in_all(typename P::throughout{}) : wrong;
}

template <typename P>
consteval bool office_is_won() {
  return P::offices::template has<typename presenter_role<P>::type>;
}

template <typename P>
consteval std::string_view effect_without_its_target() {
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const auto& row = table_of<P>.acts[i];
    auto wanted = target_kind::none;
    switch (row.does) {
      case effect::none: wanted = row.target; break;
      case effect::supports_case:
      case effect::selects_case: wanted = target_kind::case_of; break;
      case effect::weighs_option: wanted = target_kind::option; break;
      case effect::flags:
      case effect::reminds: wanted = target_kind::rule; break;
      case effect::hands_over: wanted = target_kind::person; break;
      default: break;
    }
    if (row.target != wanted || (row.does == effect::hands_over && row.heirs == 0)) return acts_of<P>.names[i];
  }
  return {};
}

template <typename P>
consteval std::string_view act_that_moves_in_a_stage() {
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const auto& row = table_of<P>.acts[i];
    const bool moves = row.does == effect::advances || row.does == effect::closes || row.does == effect::terminates;
    if (moves && row.home != none) return acts_of<P>.names[i];
  }
  return {};
}

template <typename P>
consteval std::string_view act_done_to_a_person() {
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const auto& row = table_of<P>.acts[i];
    if (row.target == target_kind::person && row.does != effect::hands_over) return acts_of<P>.names[i];
  }
  return {};
}

template <typename P>
consteval std::string_view condition_on_another_stage() {
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const auto& row = table_of<P>.acts[i];
    const auto elsewhere = [&](std::size_t act) {
      return act >= table<P>::act_count || table_of<P>.acts[act].home != row.home;
    };
    for (std::size_t act = 0; act < 64; ++act) {
      if ((((row.after | row.until) >> act) & 1U) != 0 && elsewhere(act)) return acts_of<P>.names[i];
    }
    if (row.after_all != none && (elsewhere(row.after_all) || table_of<P>.acts[row.after_all].slot == none)) {
      return acts_of<P>.names[i];
    }
  }
  return {};
}

/// Whether an act with that effect can be done in the stage or in an earlier one.
template <typename P>
constexpr bool can_happen_by(std::size_t stage, effect does) {
  for (const auto& row : table_of<P>.acts) {
    if (row.does == does && (row.stages & (bit(stage + 1) - 1)) != 0) return true;
  }
  return false;
}
/// Whether one of these terms can be held by somebody in the stage.
template <typename P>
constexpr bool can_be_held_in(std::size_t stage, std::uint16_t who) {
  for (std::size_t i = 0; i < table_of<P>.terms.count; ++i) {
    const auto& term = table_of<P>.terms.rows[i];
    if (((who >> i) & 1U) == 0 || term.base == term.except) continue;
    if (term.base != P::offices::size) return true;
    if (can_happen_by<P>(stage, effect::takes_case) || can_happen_by<P>(stage, effect::selects_case)) return true;
  }
  return false;
}
/// The acts of a stage that can happen one after the other, given what they wait for.
template <typename P>
constexpr std::uint64_t acts_that_can_happen_in(std::size_t stage) {
  std::uint64_t can = 0;
  for (std::size_t round = 0; round < table<P>::act_count; ++round) {
    for (std::size_t i = 0; i < table<P>::act_count; ++i) {
      const auto& row = table_of<P>.acts[i];
      if (row.home != stage || (row.after & ~can) != 0 || !can_be_held_in<P>(stage, row.who)) continue;
      if (row.target == target_kind::case_of && !can_happen_by<P>(stage, effect::makes_case)) continue;
      if (row.target == target_kind::option && !can_happen_by<P>(stage, effect::makes_option)) continue;
      can |= bit(i);
    }
  }
  return can;
}
/// Whether an obligation can become impossible because something else happened: what is owed once is done by nobody
/// else, and what is owed waits for no "until".
template <typename P>
constexpr bool can_be_shut_out(const duty_row& duty) {
  const auto self = bit(duty.act);
  if ((table_of<P>.acts[duty.act].until & ~self) != 0) return true;
  if ((table_of<P>.acts[duty.act].until & self) == 0) return false;
  for (const auto& other : table_of<P>.duties) {
    if (&other != &duty && other.act == duty.act) return true;
  }
  return false;
}
template <typename P>
consteval std::string_view obligation_nobody_can_meet() {
  for (const auto& duty : table_of<P>.duties) {
    const bool can = duty.stage != none && ((acts_that_can_happen_in<P>(duty.stage) >> duty.act) & 1U) != 0 &&
                     can_be_held_in<P>(duty.stage, duty.who) &&
                     (duty.due != quota::per_option || table_of<P>.acts[duty.act].target == target_kind::option);
    if (!can || can_be_shut_out<P>(duty)) return acts_of<P>.names[duty.act];
  }
  for (std::size_t i = 0; i < P::order::size; ++i) {
    const auto& row = table_of<P>.stages[i];
    if (row.needs_case && !can_happen_by<P>(i, effect::makes_case)) return P::order::names[i];
    if (row.needs_option && !can_happen_by<P>(i, effect::makes_option)) return P::order::names[i];
  }
  return {};
}

template <typename P>
consteval std::string_view stage_without_an_end() {
  for (std::size_t i = 0; i < P::order::size; ++i) {
    bool ends = false;
    for (const auto& row : table_of<P>.acts) {
      ends = ends || (row.does == effect::terminates && ((row.stages >> i) & 1U) != 0 && can_be_held_in<P>(i, row.who));
    }
    if (!ends) return P::order::names[i];
  }
  return {};
}
template <typename P>
consteval std::string_view stage_out_of_reach() {
  for (std::size_t i = 0; i < P::order::size; ++i) {
    const auto leaves = i + 1 < P::order::size ? effect::advances : effect::closes;
    bool goes_on = false;
    for (const auto& row : table_of<P>.acts) {
      goes_on = goes_on || (row.does == leaves && ((row.stages >> i) & 1U) != 0 && can_be_held_in<P>(i, row.who));
    }
    if (!goes_on) return P::order::names[i];
  }
  return {};
}
/// Whether somebody who fits one term can at the same time hold a base: the same, anyone, or whoever may be the
/// presenter.
template <typename P>
constexpr bool can_be_both(const term_row& term, std::uint8_t base) {
  if (term.except == base) return false;
  if (term.base == base || term.base == P::offices::size + 1) return true;
  if (base != P::offices::size) return false;
  for (std::size_t i = 0; i < table_of<P>.terms.count; ++i) {
    if (((candidates<P> >> i) & 1U) != 0 && table_of<P>.terms.rows[i].base == term.base) return true;
  }
  return false;
}
template <typename P>
consteval std::string_view act_of_somebody_outside() {
  const auto& terms = table_of<P>.terms;
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const auto& row = table_of<P>.acts[i];
    if (row.home == none) continue;
    for (std::size_t who = 0; who < terms.count; ++who) {
      for (std::size_t out = 0; out < terms.count; ++out) {
        const bool both = ((row.who >> who) & 1U) != 0 && ((table_of<P>.stages[row.home].outside >> out) & 1U) != 0;
        if (both && can_be_both<P>(terms.rows[who], terms.rows[out].base)) return acts_of<P>.names[i];
      }
    }
  }
  return {};
}
template <typename P>
consteval bool rules_are_listed() {
  bool listed = rules_of<P>::size <= 64;
  each_clause_of<P>([&]<typename Clause>(std::uint8_t) {
    listed = listed && (Clause::due == quota::may || rules_of<P>::template has<typename Clause::rule>);
  });
  return listed && []<typename... Rules>(rule_list<Rules...>) {
    return (rules_of<P>::template has<Rules> && ...);
  }(rule::catalogue{});
}

}  // namespace detail

/// No stage stands twice in the sequence of P.
template <typename P>
inline constexpr bool stages_stand_once = detail::stage_declared_twice<P>().empty();
/// No act of P stands in two stages, or in a stage and throughout.
template <typename P>
inline constexpr bool acts_stand_once = detail::act_in_two_places<P>().empty();
/// No two acts of P have one name.
template <typename P>
inline constexpr bool acts_have_own_names = detail::name_of_two_acts<P>().empty();
/// Every role in P is an office, the presenter's role or `anyone`; whoever leads holds an office.
template <typename P>
inline constexpr bool roles_can_be_held = detail::role_nobody_can_hold<P>().empty();
/// The role of P that is won by an act is not given as an office.
template <typename P>
inline constexpr bool presenter_is_no_office = !detail::office_is_won<P>();
/// `P::rules` holds the catalogue and whatever P's clauses uphold.
template <typename P>
inline constexpr bool rules_listed = detail::rules_are_listed<P>();
/// P has at most 63 acts, 63 stages, 32 offices and 16 different ways to say who.
template <typename P>
inline constexpr bool fits_the_engine = detail::acts_of<P>.count < 64 && P::order::size >= 1 && P::order::size < 64 &&
                          P::offices::size <= 32 && !detail::table_of<P>.terms.overflows;
/// Every act of P takes what its effect needs.
template <typename P>
inline constexpr bool effects_have_targets = detail::effect_without_its_target<P>().empty();
/// The acts of P that lead on or end are open throughout.
template <typename P>
inline constexpr bool moves_are_throughout = detail::act_that_moves_in_a_stage<P>().empty();
/// No act of P is done to a person but handing over: people are not assessed. @source RUL-2
template <typename P>
inline constexpr bool nobody_is_assessed = detail::act_done_to_a_person<P>().empty();
/// "Not before" and "not once" name an act of the same stage; "after all" one that each owes.
template <typename P>
inline constexpr bool conditions_stay_in_stage = detail::condition_on_another_stage<P>().empty();
/// Every obligation of P can be met by somebody who may be there.
template <typename P>
inline constexpr bool obligations_can_be_met = detail::obligation_nobody_can_meet<P>().empty();
/// In every stage of P somebody may end the session at once.
template <typename P>
inline constexpr bool can_always_end = detail::stage_without_an_end<P>().empty();
/// Somebody leads on from every stage of P, and closes the last.
template <typename P>
inline constexpr bool last_stage_is_reached = detail::stage_out_of_reach<P>().empty();
/// Whoever is outside the circle in a stage has no act there.
template <typename P>
inline constexpr bool outside_is_outside = detail::act_of_somebody_outside<P>().empty();

}  // namespace balint
