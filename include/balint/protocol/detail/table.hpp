// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The constexpr tables that a declaration unfolds into: what engine, judge, texts and diagrams read.
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint::detail {

inline constexpr std::uint8_t none = 0xFF;

/// One alternative of who may act: a base and what rules it out. Bases: offices, then the presenter, then anyone.
struct term_row {
  std::uint8_t base;
  std::uint8_t except;
  friend constexpr bool operator==(term_row, term_row) = default;
};

/// An act, in the columns that the engine reads.
struct act_row {
  std::uint64_t stages;    ///< Bit i: may be recorded in stage i.
  std::uint64_t after;     ///< Acts that must have happened.
  std::uint64_t until;     ///< Acts that must not have happened: its own bit if it happens once.
  std::uint16_t who;       ///< Terms that may do it.
  std::uint16_t attended;  ///< Terms of which somebody must be present.
  std::uint16_t heirs;     ///< Terms of whom the target person must be one.
  std::uint8_t home;       ///< The stage it belongs to; none: it is open throughout.
  std::uint8_t after_all;  ///< The act that everybody must have done or passed; none: there is no such condition.
  std::uint8_t slot;       ///< Where it is remembered who did it; none: nowhere.
  std::uint8_t weighing;   ///< Where it is remembered for which option; none: nowhere.
  bool exactly_once;       ///< Nobody does it twice.
  bool carries;  ///< Its taking effect shows that the stage was worked on: it is owed, or it changes something.
  target_kind target;
  effect does;
};

/// An obligation of a stage.
struct duty_row {
  std::uint8_t stage;
  std::uint8_t act;
  std::uint16_t who;
  quota due;
  rule_id rule;
};

/// A stage.
struct stage_row {
  bool needs_case;
  bool needs_option;
  std::uint8_t first_duty;  ///< Its duties stand next to each other.
  std::uint8_t end_of_duties;
  std::uint16_t outside;  ///< Terms of who is outside the circle.
};

constexpr std::uint64_t bit(std::size_t i) noexcept { return std::uint64_t{1} << (i & 63U); }
constexpr std::size_t at_least_1(std::size_t n) noexcept { return n == 0 ? 1 : n; }

/// An address that stands for a type.
template <typename T>
inline constexpr char tag_of = 0;

template <typename... Ins, typename F>
constexpr void each_stage(declare::sequence<Ins...>, [[maybe_unused]] F f) {
  (f.template operator()<Ins>(), ...);
}
template <typename Stage, typename... Items, typename F>
constexpr void each_item(declare::in<Stage, Items...>, [[maybe_unused]] F f) {
  (f.template operator()<Items>(), ...);
}
template <typename... Clauses, typename F>
constexpr void each_clause(declare::throughout<Clauses...>, [[maybe_unused]] F f) {
  (f.template operator()<Clauses>(), ...);
}
/// Calls f with every clause of P and the index of its stage (`none`: throughout).
template <typename P, typename F>
constexpr void each_clause_of(F f) {
  std::uint8_t at = 0;
  each_stage(typename P::order{}, [&]<typename In>() {
    each_item(In{}, [&]<typename Item>() {
      if constexpr (is_clause<Item>) f.template operator()<Item>(at);
    });
    ++at;
  });
  each_clause(typename P::throughout{}, [&]<typename Clause>() { f.template operator()<Clause>(none); });
}

/// A list of words by name, built at compile time; looking one up gives its position, or `count`.
template <std::size_t Capacity>
struct name_list {
  std::array<std::string_view, Capacity> names{};
  std::array<const char*, Capacity> tags{};
  std::size_t count = 0;
  std::string_view shared{};  ///< A name that two words have.
  constexpr std::size_t find(std::string_view name) const noexcept {
    std::size_t i = 0;
    while (i < count && names[i] != name) ++i;
    return i;
  }
  template <typename Word>
  constexpr void add() noexcept {
    const auto i = find(Word::name);
    if (i == count) {
      names[count] = Word::name;
      tags[count++] = &tag_of<Word>;
    } else if (tags[i] != &tag_of<Word>) {
      shared = Word::name;
    }
  }
};

template <typename P>
inline constexpr std::size_t clause_count = [] {
  std::size_t n = 0;
  each_clause_of<P>([&]<typename Clause>(std::uint8_t) { ++n; });
  return n;
}();

template <typename P>
inline constexpr name_list<clause_count<P>> acts_of = [] {
  name_list<clause_count<P>> list;
  each_clause_of<P>([&]<typename Clause>(std::uint8_t) { list.template add<typename Clause::act>(); });
  return list;
}();

/// The bases of terms: every office of P, then its presenter, then anyone; `none` for void and for unknown roles.
template <typename P, typename Role>
consteval std::uint8_t base_of() {
  constexpr std::size_t n = P::offices::size;
  if constexpr (std::same_as<Role, void>) {
    return none;
  } else if constexpr (P::offices::template has<Role>) {
    return static_cast<std::uint8_t>(P::offices::template index<Role>);
  } else if constexpr (std::same_as<Role, typename presenter_role<P>::type>) {
    return static_cast<std::uint8_t>(n);
  } else if constexpr (std::same_as<Role, role::anyone>) {
    return static_cast<std::uint8_t>(n + 1);
  } else {
    return none;
  }
}

struct term_pool {
  std::array<term_row, 16> rows{};
  std::size_t count = 0;
  bool overflows = false;
  constexpr std::uint16_t add(term_row row) noexcept {
    std::size_t i = 0;
    while (i < count && !(rows[i] == row)) ++i;
    if (i == rows.size()) {
      overflows = true;
      return 0;
    }
    if (i == count) rows[count++] = row;
    return static_cast<std::uint16_t>(1U << i);
  }
};

template <typename P, typename... Roles, typename... Excepts>
constexpr std::uint16_t add_terms(term_pool& pool, term_list<term<Roles, Excepts>...>) {
  return static_cast<std::uint16_t>((0U | ... | pool.add({base_of<P, Roles>(), base_of<P, Excepts>()})));
}
template <typename P, typename Who>
constexpr std::uint16_t add_who(term_pool& pool) {
  return add_terms<P>(pool, typename terms_of<Who>::type{});
}

/// The conditions of a clause, written into the row of its act.
template <typename P>
struct condition_writer {
  act_row& row;
  term_pool& pool;
  template <typename Act>
  constexpr void operator()(declare::after<Act>) { row.after |= bit(acts_of<P>.find(Act::name)); }
  template <typename Act>
  constexpr void operator()(declare::until<Act>) { row.until |= bit(acts_of<P>.find(Act::name)); }
  template <typename Act>
  constexpr void operator()(declare::after_all<Act>) {
    row.after_all = static_cast<std::uint8_t>(acts_of<P>.find(Act::name));
  }
  template <typename Who>
  constexpr void operator()(declare::to<Who>) { row.heirs |= add_who<P, Who>(pool); }
  template <typename Role>
  constexpr void operator()(declare::attended_by<Role>) { row.attended |= add_who<P, Role>(pool); }
  template <typename Rule>
  constexpr void operator()(declare::upholds<Rule>) {}
};

template <quota Due, typename Who, typename Act, typename... Conditions, typename Writer>
constexpr void write_conditions(clause<Due, Who, Act, Conditions...>*, [[maybe_unused]] Writer write) {
  (write(Conditions{}), ...);
}

constexpr std::uint64_t stages_open_to(effect does, std::uint8_t home, std::size_t stages) noexcept {
  const std::uint64_t all = stages >= 64 ? ~std::uint64_t{0} : bit(stages) - 1;
  if (home != none) return bit(home);
  if (does == effect::advances) return all & ~bit(stages - 1);
  if (does == effect::closes) return bit(stages - 1);
  return all;
}

/// How many obligations, remembered acts and weighing acts P declares.
struct table_sizes {
  std::size_t duties, slots, weighings;
  bool makes_options;
};
template <typename P>
inline constexpr table_sizes sizes_of = [] {
  table_sizes n{0, 0, 0, false};
  name_list<clause_count<P>> remembered;
  name_list<clause_count<P>> weighing;
  each_clause_of<P>([&]<typename Clause>(std::uint8_t) {
    if (Clause::due != quota::may) ++n.duties;
    if (Clause::due == quota::each || Clause::due == quota::each_at_least_once)
      remembered.template add<typename Clause::act>();
    if (Clause::act::does == effect::weighs_option || Clause::due == quota::per_option)
      weighing.template add<typename Clause::act>();
    if (Clause::act::does == effect::makes_option) n.makes_options = true;
  });
  n.slots = remembered.count;
  n.weighings = weighing.count;
  return n;
}();

/// Everything about P that the engine looks up.
template <typename P>
struct table {
  static constexpr std::size_t stage_count = P::order::size;
  static constexpr std::size_t act_count = acts_of<P>.count;
  std::array<act_row, act_count> acts;
  std::array<std::string_view, act_count> act_sources;
  std::array<duty_row, sizes_of<P>.duties> duties;
  std::array<stage_row, stage_count> stages;
  term_pool terms;
};

template <typename P>
consteval table<P> make_table() {
  table<P> t{};
  for (auto& row : t.acts)
    row = {0, 0, 0, 0, 0, 0, none, none, none, none, false, false, target_kind::none, effect::none};
  std::size_t duty = 0;
  std::uint8_t slots = 0;
  std::uint8_t weighings = 0;
  each_clause_of<P>([&]<typename Clause>(std::uint8_t home) {
    using act = typename Clause::act;
    const auto i = acts_of<P>.find(act::name);
    auto& row = t.acts[i];
    const auto who = add_who<P, typename Clause::who>(t.terms);
    row.stages = stages_open_to(act::does, home, P::order::size);
    row.who |= who;
    row.home = home;
    row.target = kind_of<typename act::target>;
    row.does = act::does;
    t.act_sources[i] = act::source;
    row.carries = row.carries || Clause::due != quota::may || act::does != effect::none;
    if (Clause::due == quota::once) row.until |= bit(i);
    if (Clause::due == quota::each) row.exactly_once = true;
    if ((Clause::due == quota::each || Clause::due == quota::each_at_least_once) && row.slot == none)
      row.slot = slots++;
    if ((act::does == effect::weighs_option || Clause::due == quota::per_option) && row.weighing == none) {
      row.weighing = weighings++;
    }
    write_conditions(static_cast<Clause*>(nullptr), condition_writer<P>{row, t.terms});
    if constexpr (Clause::due != quota::may) {
      t.duties[duty++] = {home, static_cast<std::uint8_t>(i), who, Clause::due,
                          rule_id{static_cast<std::uint8_t>(rules_of<P>::template index<typename Clause::rule>)}};
    }
  });
  std::size_t at = 0;
  each_stage(typename P::order{}, [&]<typename In>() {
    t.stages[at] = {false, false, 0, 0, 0};
    each_item(In{}, [&]<typename Item>() {
      if constexpr (requires { typename Item::thing; }) {
        (std::same_as<typename Item::thing, case_id> ? t.stages[at].needs_case : t.stages[at].needs_option) = true;
      } else if constexpr (!is_clause<Item>) {
        t.stages[at].outside |= add_who<P, typename Item::role>(t.terms);
      }
    });
    for (const auto& row : t.duties) {
      if (row.stage < at) ++t.stages[at].first_duty;
      if (row.stage <= at) ++t.stages[at].end_of_duties;
    }
    ++at;
  });
  return t;
}

template <typename P>
inline constexpr table<P> table_of = make_table<P>();

/// Which term bits belong to acts that put somebody forward as presenter: who may turn out to be the presenter.
template <typename P>
inline constexpr std::uint16_t candidates = [] {
  std::uint16_t who = 0;
  for (const auto& row : table_of<P>.acts) {
    if (row.does == effect::makes_case || row.does == effect::takes_case) who |= row.who;
  }
  return who;
}();

/// The act of P with that effect, or one that P does not know.
template <typename P>
[[nodiscard]] constexpr act_id act_with_effect(effect does) noexcept {
  std::uint16_t i = 0;
  while (i < table<P>::act_count && table_of<P>.acts[i].does != does) ++i;
  return {i};
}

}  // namespace balint::detail
