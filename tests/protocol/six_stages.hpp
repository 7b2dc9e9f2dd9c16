// SPDX-License-Identifier: MIT
#pragma once
// Who may do which act in which stage of the six, as the protocol's description says it, and the comparison of a
// declaration with it, cell by cell. Written down by hand: nothing here is read from the declaration.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/stage.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace six_stages {

using namespace balint;

/// An act, the stages it may be recorded in, by number, and the roles that may do it, by their first letters:
/// p participant, l leader, d deputy, s supervisor, P presenter.
struct row {
  std::string_view act, stages, roles;
};

inline constexpr std::array<row, 28> expected{{
    {"present_case", "1", "p"},
    {"vote", "2", "pl"},
    {"select_case", "2", "l"},
    {"accept_case", "2", "P"},
    {"decline_case", "2", "P"},
    {"tell_story", "3", "P"},
    {"ask", "3", "pl"},
    {"answer", "3", "P"},
    {"propose", "4", "plP"},
    {"assess", "5", "pl"},
    {"forecast", "5", "pl"},
    {"self_assess", "6", "P"},
    {"open", "123456", "l"},
    {"advance", "12345", "l"},
    {"cut_short", "12345", "l"},
    {"close", "6", "l"},
    {"terminate", "123456", "lp"},  // a participant while nobody leads
    {"pass", "123456", "p"},
    {"withdraw", "123456", "pldsP"},
    {"drop", "123456", "pldsP"},
    {"rejoin", "123456", "pldsP"},
    {"hand_over", "123456", "l"},
    {"take_lead", "123456", "p"},  // of the staff group alone
    {"remind", "123456", "l"},
    {"refocus", "123456", "l"},
    {"flag", "123456", "pldsP"},
    {"note", "123456", "s"},
    {"assist", "123456", "s"},
}};

constexpr const row& row_of(std::string_view act) {
  std::size_t i = 0;
  while (expected[i].act != act) ++i;
  return expected[i];
}
constexpr bool has(std::string_view set, char one) { return set.find(one) != std::string_view::npos; }
constexpr bool is_moving(std::string_view act) { return act == "advance" || act == "cut_short" || act == "close"; }
/// How many acts a protocol of six stages has: `take_lead` is an act of the staff group alone.
template <typename P>
constexpr std::size_t count_for = act_of<act::take_lead, P> ? expected.size() : expected.size() - 1;

template <typename Stage, char Number>
struct numbered {
  using stage = Stage;
  static constexpr char number = Number;
};
template <typename Role, char Letter>
struct lettered {
  using role = Role;
  static constexpr char letter = Letter;
};

template <typename F>
constexpr bool for_all_stages(F f) {
  return f(numbered<stage::presentation, '1'>{}) && f(numbered<stage::selection, '2'>{}) &&
         f(numbered<stage::story, '3'>{}) && f(numbered<stage::proposals, '4'>{}) &&
         f(numbered<stage::assessment, '5'>{}) && f(numbered<stage::self_assessment, '6'>{});
}
template <typename F>
constexpr bool for_all_roles(F f) {
  return f(lettered<role::participant, 'p'>{}) && f(lettered<role::leader, 'l'>{}) &&
         f(lettered<role::deputy, 'd'>{}) && f(lettered<role::supervisor, 's'>{}) &&
         f(lettered<role::presenter, 'P'>{});
}
template <typename Act>
struct one_act {
  using act = Act;
};
template <typename F>
constexpr bool for_all_acts(F f) {
  return [&]<typename... Acts>(one_act<Acts>... acts) {
    return (f(acts) && ...);
  }(one_act<act::present_case>{}, one_act<act::vote>{}, one_act<act::select_case>{}, one_act<act::accept_case>{},
         one_act<act::decline_case>{}, one_act<act::tell_story>{}, one_act<act::ask>{}, one_act<act::answer>{},
         one_act<act::propose>{}, one_act<act::assess>{}, one_act<act::forecast>{}, one_act<act::self_assess>{},
         one_act<act::open>{}, one_act<act::advance>{}, one_act<act::cut_short>{}, one_act<act::close>{},
         one_act<act::terminate>{}, one_act<act::pass>{}, one_act<act::withdraw>{}, one_act<act::drop>{},
         one_act<act::rejoin>{}, one_act<act::hand_over>{}, one_act<act::take_lead>{}, one_act<act::remind>{},
         one_act<act::refocus>{}, one_act<act::flag>{}, one_act<act::note>{}, one_act<act::assist>{});
}

/// Whether `permits` and `act_of_stage` answer as expected in every cell of an act.
template <typename P, typename Act>
constexpr bool concepts_agree_on(one_act<Act>) {
  constexpr row wanted = row_of(Act::name);
  return for_all_stages([&]<typename Stage, char Number>(numbered<Stage, Number>) {
    const bool here = has(wanted.stages, Number);
    return act_of_stage<Act, P, Stage> == here &&
           for_all_roles([&]<typename Role, char Letter>(lettered<Role, Letter>) {
             return permits<P, Stage, Act, Role> == (here && has(wanted.roles, Letter));
           });
  });
}
/// Whether they do for every act of P but those that move on.
template <typename P>
constexpr bool concepts_agree() {
  return for_all_acts([]<typename Act>(one_act<Act> one) {
    return is_moving(Act::name) || !act_of<Act, P> || concepts_agree_on<P>(one);
  });
}

/// Whether the table that the engine reads lets a holder of Role, and of nothing else, do an act in a stage.
template <typename P, typename Role>
constexpr bool table_permits(std::size_t stage, std::size_t act) {
  const auto& row = detail::table_of<P>.acts[act];
  if (((row.stages >> stage) & 1U) == 0) return false;
  for (std::size_t i = 0; i < detail::table_of<P>.terms.count; ++i) {
    const auto base = detail::table_of<P>.terms.rows[i].base;
    if (((row.who >> i) & 1U) != 0 &&
        (base == detail::base_of<P, Role>() || base == detail::base_of<P, role::anyone>()))
      return true;
  }
  return false;
}
/// Whether the table answers as expected in every cell, and knows no other act.
template <typename P>
constexpr bool table_agrees() {
  if (act_count<P> != count_for<P>) return false;
  return for_all_acts([]<typename Act>(one_act<Act>) {
    if (!act_of<Act, P>) return true;
    const row& wanted = row_of(Act::name);
    const auto act = detail::acts_of<P>.find(Act::name);
    return act < act_count<P> && for_all_stages([&]<typename Stage, char Number>(numbered<Stage, Number>) {
             return for_all_roles([&]<typename Role, char Letter>(lettered<Role, Letter>) {
               const bool permitted = has(wanted.stages, Number) && has(wanted.roles, Letter);
               return table_permits<P, Role>(static_cast<std::size_t>(Number - '1'), act) == permitted;
             });
           });
  });
}

/// Whether the declaration has the six stages in their order and nothing else.
template <typename P>
constexpr bool has_the_six_stages() {
  return P::order::names == std::array<std::string_view, 6>{"presentation", "selection",  "story",
                                                            "proposals",    "assessment", "self_assessment"};
}

}  // namespace six_stages
