// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The constexpr tables that a declaration unfolds into: what engine, judge, texts and diagrams read.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/rule.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint::detail {

/// One alternative of who may act: a base and what rules it out. Bases: offices, then the presenter, then anyone.
struct term_row {
  std::uint8_t base;
  std::uint8_t except;
  bool unled;  ///< Only while nobody leads.
  friend constexpr bool operator==(term_row, term_row) = default;
};

/// An act, in the columns that the engine reads.
struct act_row {
  std::uint64_t stages;    ///< Bit i: may be recorded in stage i.
  std::uint64_t after;     ///< Acts that must have happened.
  std::uint64_t until;     ///< Acts that must not have happened: its own bit if it happens once.
  std::uint16_t who;       ///< Terms that may do it.
  std::uint16_t attended;  ///< Terms of which somebody must be present.
  std::uint16_t owed_by;   ///< Terms that owe it: what they do discharges it.
  std::uint16_t heirs;     ///< Terms of whom the target person must be one.
  std::uint8_t party;      ///< The party that may do it.
  std::uint8_t owing;      ///< The party that owes it.
  std::uint8_t attending;  ///< The party of which somebody must be present, if any must.
  std::uint8_t home;       ///< The stage it belongs to; none: it is open throughout.
  std::uint8_t after_all;  ///< The act that everybody must have done or passed; none: there is no such condition.
  std::uint8_t slot;       ///< Where it is remembered who did it; none: nowhere.
  std::uint8_t weighing;   ///< Where it is remembered for which option; none: nowhere.
  bool exactly_once;       ///< Nobody does it twice.
  bool is_checked;         ///< It may be refused for its effect's own sake.
  bool carries;  ///< Its taking effect shows that the stage was worked on: it is owed, or it changes something.
  target_kind target;
  effect does;
};

/// An obligation of a stage.
struct duty_row {
  std::uint8_t stage;
  std::uint8_t act;
  std::uint16_t who;
  std::uint8_t party;
  quota due;
  rule_id rule;
  std::uint64_t since;  ///< Acts of which one must have happened for it to be owed; none: it is owed from the start.
  bool passable;        ///< A pass discharges it, although it is owed once.
};

/// Something that a stage may owe: a duty, a case or an option.
struct owed_row {
  item_kind kind;
  std::uint8_t duty;  ///< Which duty, where it is one.
};

/// A stage.
struct stage_row {
  bool needs_case;
  bool needs_option;
  std::uint8_t first_owed;  ///< What it may owe stands next to each other, in the order of the rules.
  std::uint8_t end_of_owed;
  std::uint16_t outside;  ///< Terms of who is outside the circle.
};

constexpr std::uint64_t bit(std::size_t i) noexcept { return std::uint64_t{1} << (i & 63U); }
constexpr std::size_t at_least_1(std::size_t n) noexcept { return n == 0 ? 1 : n; }
/// The lowest n bits.
constexpr std::uint64_t low_bits(std::size_t n) noexcept { return n >= 64 ? ~std::uint64_t{0} : bit(n) - 1; }

/// In the order of the rules comes first what each owes, then a case or an option, then what is owed once, then what
/// every option is owed.
enum class owed_rank : std::uint8_t { turns, things, acts, options, end };
constexpr owed_rank rank_of(quota due) noexcept {
  switch (due) {
    case quota::may: break;
    case quota::each:
    case quota::each_at_least_once: return owed_rank::turns;
    case quota::once:
    case quota::some: return owed_rank::acts;
    case quota::per_option: return owed_rank::options;
  }
  return owed_rank::end;
}
constexpr bool is_owed_by_each(quota due) noexcept { return rank_of(due) == owed_rank::turns; }

/// The acts of P, in the order in which its declaration names them first.
template <typename P>
inline constexpr const auto& acts_of = declared<P>.names;

/// The roles of P that people can hold, as bases: every office, then the presenter's role, then anyone.
template <typename Offices>
struct office_labels;
template <typename... Roles>
struct office_labels<declare::offices<Roles...>> {
  static constexpr std::size_t count = sizeof...(Roles);
  static constexpr const label* list[sizeof...(Roles) + 1]{label_at<Roles>..., nullptr};
};
/// At namespace scope, since g++ 14 does not evaluate it within a template that it does not depend on.
inline constexpr const label* anyone_label = label_at<balint::role::anyone>;
/// The base of a role of P; `none` for no role and for one that nobody can hold.
template <typename P>
constexpr std::uint8_t base_of(const label* role) noexcept {
  using given = office_labels<typename P::offices>;
  if (role == nullptr) return none;
  for (std::size_t i = 0; i < given::count; ++i) {
    if (given::list[i] == role) return static_cast<std::uint8_t>(i);
  }
  if (role == label_at<typename presenter_role<P>::type>) return given::count;
  return role == anyone_label ? given::count + 1 : none;
}
template <typename P, typename Role>
consteval std::uint8_t base_of() {
  return base_of<P>(label_at<Role>);
}

/// The different terms of a declaration, each a bit.
struct term_pool {
  term_row rows[16]{};
  std::size_t count = 0;
  bool overflows = false;
  constexpr std::uint16_t add(term_row row) noexcept {
    std::size_t i = 0;
    while (i < count && !(rows[i] == row)) ++i;
    if (i == 16) {
      overflows = true;
      return 0;
    }
    if (i == count) rows[count++] = row;
    return static_cast<std::uint16_t>(1U << i);
  }
};

/// The different parties of a declaration: the people who fit one of some terms. Many clauses ask for the same party,
/// so each is worked out once.
template <std::size_t Capacity>
struct party_pool {
  std::uint16_t terms[Capacity]{};
  std::size_t count = 0;
  constexpr std::uint8_t add(std::uint16_t wanted) noexcept {
    std::size_t i = 0;
    while (i < count && terms[i] != wanted) ++i;
    if (i == count) terms[count++] = wanted;
    return static_cast<std::uint8_t>(i);
  }
};

/// How many obligations, things that stages need, remembered acts and weighing acts P declares.
struct table_sizes {
  std::size_t duties, needs, turn_slots, weighings;
  bool makes_options;
};
constexpr bool is_weighing(const item_row& item) noexcept {
  return item.does == effect::weighs_option || item.due == quota::per_option;
}
template <typename P>
inline constexpr table_sizes sizes_of = [] {
  table_sizes n{0, 0, 0, 0, false};
  std::uint64_t remembered = 0;
  std::uint64_t weighing = 0;
  const auto& all = declared<P>;
  for (std::size_t i = 0; i < all.count; ++i) {
    const item_row& item = *all.items[i];
    if (item.kind == item_kind::case_needed || item.kind == item_kind::option_needed) ++n.needs;
    if (item.kind != item_kind::clause) continue;
    if (item.due != quota::may) ++n.duties;
    if (is_owed_by_each(item.due)) remembered |= bit(all.acts[i]);
    if (is_weighing(item)) weighing |= bit(all.acts[i]);
    if (item.does == effect::makes_option) n.makes_options = true;
  }
  n.turn_slots = static_cast<std::size_t>(std::popcount(remembered));
  n.weighings = static_cast<std::size_t>(std::popcount(weighing));
  return n;
}();

/// Everything about P that the engine looks up.
template <typename P>
struct table {
  static constexpr std::size_t stage_count = P::order::size;
  static constexpr std::size_t act_count = acts_of<P>.count;
  plain_array<act_row, act_count> acts;
  plain_array<std::string_view, act_count> act_sources;
  plain_array<duty_row, sizes_of<P>.duties> duties;
  plain_array<stage_row, stage_count> stages;
  owed_row owed[sizes_of<P>.duties + sizes_of<P>.needs + 1];  ///< What stages may owe, in the order of the rules.
  term_pool terms;
  party_pool<4 * act_count + sizes_of<P>.duties + 1> parties;
  std::uint8_t nobody;  ///< The party that nobody is of.
};

constexpr std::uint64_t stages_open_to(effect does, std::uint8_t home, std::size_t stages) noexcept {
  const std::uint64_t all = low_bits(stages);
  if (home != none) return bit(home);
  if (does == effect::advances || does == effect::cuts_short) return all & ~bit(stages - 1);
  if (does == effect::closes) return bit(stages - 1);
  return all;
}

/// The rules of P as words.
template <typename Rules>
struct rule_labels;
template <typename... Rules>
struct rule_labels<rule_list<Rules...>> {
  static constexpr const label* list[sizeof...(Rules) + 1]{label_at<Rules>..., nullptr};
};
/// The position of a rule of P, or how many it has.
template <typename P>
constexpr std::uint8_t rule_position(const label* rule) noexcept {
  std::uint8_t i = 0;
  while (i < rules_of<P>::size && rule_labels<rules_of<P>>::list[i] != rule) ++i;
  return i;
}

/// Whether an act with that effect may be refused for the effect's own sake.
constexpr bool is_checked(effect does) noexcept {
  return does == effect::opens || does == effect::takes_lead || does == effect::cuts_short || does == effect::passes ||
         does == effect::rejoins || does == effect::selects_case || does == effect::takes_case ||
         does == effect::makes_option || does == effect::advances || does == effect::closes;
}

/// Writes the table of P, one item of its declaration after the other.
template <typename P>
struct table_writer {
  table<P> t{};
  std::size_t duties = 0;
  std::uint8_t owed = 0;
  std::uint8_t turn_slots = 0;
  std::uint8_t weighings = 0;

  constexpr std::uint16_t terms(const term_labels* who) noexcept {
    std::uint16_t bits = 0;
    for (; who->base != nullptr; ++who)
      bits |= t.terms.add({base_of<P>(who->base), base_of<P>(who->except), who->unled});
    return bits;
  }
  constexpr void add_condition(act_row& row, const condition_row& on) noexcept {
    switch (on.kind) {
      case condition_kind::after: row.after |= bit(acts_of<P>.find(*on.act)); break;
      case condition_kind::after_all: row.after_all = static_cast<std::uint8_t>(acts_of<P>.find(*on.act)); break;
      case condition_kind::until: row.until |= bit(acts_of<P>.find(*on.act)); break;
      case condition_kind::to: row.heirs |= terms(on.who); break;
      case condition_kind::attended_by: row.attended |= terms(on.who); break;
      case condition_kind::owed_after:
      case condition_kind::passable:
      case condition_kind::upholds:
      case condition_kind::end: break;
    }
  }
  constexpr void add_clause(const item_row& clause, std::uint8_t stage, std::uint8_t act) noexcept {
    act_row& row = t.acts.items[act];
    const auto who = terms(clause.who);
    row.stages = stages_open_to(clause.does, stage, P::order::size);
    row.who |= who;
    row.home = stage;
    row.target = clause.target;
    row.does = clause.does;
    row.is_checked = is_checked(clause.does);
    row.carries = row.carries || clause.due != quota::may || clause.does != effect::none;
    if (clause.due == quota::once) row.until |= bit(act);
    if (clause.due == quota::each) row.exactly_once = true;
    if (is_owed_by_each(clause.due) && row.slot == none) row.slot = turn_slots++;
    if (is_weighing(clause) && row.weighing == none) row.weighing = weighings++;
    t.act_sources.items[act] = clause.source;
    for (auto on = clause.conditions; on->kind != condition_kind::end; ++on) add_condition(row, *on);
    if (clause.due == quota::may) return;
    row.owed_by |= who;
    duty_row& duty = t.duties.items[duties++];
    duty = {stage, act, who, 0, clause.due, {rule_position<P>(clause.rule)}, 0, false};
    for (auto on = clause.conditions; on->kind != condition_kind::end; ++on) {
      if (on->kind == condition_kind::owed_after) duty.since |= bit(acts_of<P>.find(*on->act));
      if (on->kind == condition_kind::passable) duty.passable = true;
    }
  }
  /// What a stage needs, and who is outside; after all clauses, so that who acts comes first among the terms.
  constexpr void add_to_stage(stage_row& row, const item_row& item) noexcept {
    row.needs_case = row.needs_case || item.kind == item_kind::case_needed;
    row.needs_option = row.needs_option || item.kind == item_kind::option_needed;
    if (item.kind == item_kind::outside) row.outside |= terms(item.who);
  }
  constexpr void add_owed(item_kind kind, std::size_t duty) noexcept {
    t.owed[owed++] = {kind, static_cast<std::uint8_t>(duty)};
  }
  /// What a stage may owe, in the order of the rules; `from` is its first duty, and then that of the next stage.
  constexpr void add_owed_in(std::size_t stage, std::size_t& from) noexcept {
    stage_row& row = t.stages.items[stage];
    const auto first = from;
    while (from < duties && t.duties.items[from].stage == stage) ++from;
    row.first_owed = owed;
    for (auto rank = owed_rank::turns; rank != owed_rank::end; rank = owed_rank(static_cast<int>(rank) + 1)) {
      if (rank == owed_rank::things && row.needs_case) add_owed(item_kind::case_needed, none);
      if (rank == owed_rank::things && row.needs_option) add_owed(item_kind::option_needed, none);
      for (auto i = first; i < from; ++i) {
        if (rank_of(t.duties.items[i].due) == rank) add_owed(item_kind::clause, i);
      }
    }
    row.end_of_owed = owed;
  }
  constexpr void add_parties() noexcept {
    for (std::size_t i = 0; i < t.acts.size(); ++i) {
      act_row& row = t.acts.items[i];
      row.party = t.parties.add(row.who);
      row.owing = t.parties.add(row.owed_by);
      row.attending = t.parties.add(row.attended);
    }
    t.nobody = t.parties.add(0);
    for (std::size_t i = 0; i < duties; ++i) t.duties.items[i].party = t.parties.add(t.duties.items[i].who);
  }
  constexpr const table<P>& write() noexcept {
    const auto& all = declared<P>;
    for (std::size_t i = 0; i < t.acts.size(); ++i) {
      act_row& row = t.acts.items[i];
      row.home = row.after_all = row.slot = row.weighing = none;
    }
    for (std::size_t i = 0; i < all.count; ++i) {
      if (all.items[i]->kind == item_kind::clause) add_clause(*all.items[i], all.stages[i], all.acts[i]);
    }
    for (std::size_t i = 0; i < all.count; ++i) {
      if (all.stages[i] != none) add_to_stage(t.stages.items[all.stages[i]], *all.items[i]);
    }
    for (std::size_t stage = 0, duty = 0; stage < t.stages.size(); ++stage) add_owed_in(stage, duty);
    add_parties();
    return t;
  }
};

template <typename P>
inline constexpr table<P> table_of = table_writer<P>{}.write();

/// Whether a holder of a base can be one of those whom some terms of P name, as far as nothing rules that out.
template <typename P>
[[nodiscard]] constexpr bool names_base(std::uint16_t who, std::uint8_t base) noexcept {
  for (std::size_t t = 0; t < table_of<P>.terms.count; ++t) {
    const auto named = table_of<P>.terms.rows[t].base;
    if (((who >> t) & 1U) != 0 && (named == base || named == P::offices::size + 1)) return true;
  }
  return false;
}

/// Which term bits belong to acts that put somebody forward as presenter: who may turn out to be the presenter.
template <typename P>
inline constexpr std::uint16_t candidates = [] {
  std::uint16_t who = 0;
  for (const auto& row : table_of<P>.acts) {
    if (row.does == effect::makes_case || row.does == effect::takes_case) who |= row.who;
  }
  return who;
}();

/// The last stage in which somebody becomes the presenter: up to it, a presenter who withdraws undoes the selection.
template <typename P>
inline constexpr std::uint8_t last_selecting_stage = [] {
  std::uint8_t last = 0;
  for (const auto& row : table_of<P>.acts) {
    const bool selects = row.does == effect::selects_case || row.does == effect::takes_case;
    if (selects && row.home != none && row.home > last) last = row.home;
  }
  return last;
}();

/// The terms of whom somebody has to be there for the session to move on; 0: nobody has to.
template <typename P>
inline constexpr std::uint16_t attended_terms = [] {
  std::uint16_t terms = 0;
  for (const auto& row : table_of<P>.acts) terms |= row.attended;
  return terms;
}();

/// The act of P with that effect, or one that P does not know.
template <typename P>
[[nodiscard]] constexpr act_id<P> act_with_effect(effect does) noexcept {
  std::uint16_t i = 0;
  while (i < table<P>::act_count && table_of<P>.acts[i].does != does) ++i;
  return {i};
}

}  // namespace balint::detail
