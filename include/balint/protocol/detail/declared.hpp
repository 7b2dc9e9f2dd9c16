// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A declaration as plain rows: the types are read once, and whatever follows from them is worked out in loops over
/// data.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/detail/kinds.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/protocol/who.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint::detail {

inline constexpr std::uint8_t none = 0xFF;

/// The name of a word of a declaration, in place of its type: of an act, a role or a rule. Two words are one if their
/// labels are one object.
struct label {
  std::string_view name;
  std::size_t length = name.size();
};
template <typename T>
inline constexpr label label_of{T::name};
template <typename T>
inline constexpr const label* label_at = &label_of<T>;
template <>
inline constexpr const label* label_at<void> = nullptr;

/// One alternative of who may act.
struct term_labels {
  const label* base;    ///< A role; null after the last alternative.
  const label* except;  ///< A role that rules it out, or null.
  bool unled;           ///< Only while nobody leads.
};
template <typename Terms>
struct term_labels_of;
template <typename... Roles, typename... Excepts, bool... Unled>
struct term_labels_of<term_list<term<Roles, Excepts, Unled>...>> {
  static constexpr term_labels list[sizeof...(Roles) + 1]{{label_at<Roles>, label_at<Excepts>, Unled}...,
                                                          {nullptr, nullptr, false}};
};
/// The alternatives of Who.
template <typename Who>
inline constexpr const term_labels* labels_of_who = term_labels_of<typename terms_of<Who>::type>::list;

/// What kind of condition a clause has.
enum class condition_kind : std::uint8_t {
  end,
  after,
  after_all,
  until,
  owed_after,
  passable,
  to,
  attended_by,
  upholds
};

/// A condition of a clause.
struct condition_row {
  condition_kind kind = condition_kind::end;
  const label* act = nullptr;        ///< The act that it names.
  const term_labels* who = nullptr;  ///< The people whom it names.
};
template <typename Condition>
extern const condition_row condition_row_of;
template <typename Act>
inline constexpr condition_row condition_row_of<declare::after<Act>>{condition_kind::after, &label_of<Act>, nullptr};
template <typename Act>
inline constexpr condition_row condition_row_of<declare::after_all<Act>>{condition_kind::after_all, &label_of<Act>,
                                                                         nullptr};
template <typename Act>
inline constexpr condition_row condition_row_of<declare::until<Act>>{condition_kind::until, &label_of<Act>, nullptr};
template <typename Act>
inline constexpr condition_row condition_row_of<declare::owed_after<Act>>{condition_kind::owed_after, &label_of<Act>,
                                                                          nullptr};
template <>
inline constexpr condition_row condition_row_of<declare::passable>{condition_kind::passable, nullptr, nullptr};
template <typename Who>
inline constexpr condition_row condition_row_of<declare::to<Who>>{condition_kind::to, nullptr, labels_of_who<Who>};
template <typename Role>
inline constexpr condition_row condition_row_of<declare::attended_by<Role>>{condition_kind::attended_by, nullptr,
                                                                            labels_of_who<Role>};
template <typename Rule>
inline constexpr condition_row condition_row_of<declare::upholds<Rule>>{condition_kind::upholds, nullptr, nullptr};

/// The conditions of a clause; one of kind `end` comes after the last.
template <typename... Conditions>
inline constexpr condition_row condition_rows[sizeof...(Conditions) + 1]{condition_row_of<Conditions>..., {}};

/// What kind of item a stage has.
enum class item_kind : std::uint8_t { clause, case_needed, option_needed, outside };

/// The rule that a clause's obligation breaks where it is left open; null: nothing is owed.
template <quota Due, typename... Conditions>
inline constexpr const label* rule_label =
    label_at<typename upheld<typename usual_rule<Due>::type, Conditions...>::type>;
template <typename... Conditions>
inline constexpr const label* rule_label<quota::may, Conditions...> = nullptr;

/// An item of a stage, or a clause throughout.
struct item_row {
  item_kind kind = item_kind::clause;
  quota due = quota::may;
  effect does = effect::none;
  target_kind target = target_kind::none;
  const label* act = nullptr;
  const label* rule = nullptr;                ///< What it breaks to leave an obligation open.
  std::string_view source{};                  ///< The source of the act.
  const term_labels* who = nullptr;           ///< Who may do it; who is outside.
  const condition_row* conditions = nullptr;  ///< On what conditions.
};
template <typename Item>
extern const item_row item_row_of;
template <quota Due, typename Who, typename Act, typename... Conditions>
inline constexpr item_row item_row_of<clause<Due, Who, Act, Conditions...>>{item_kind::clause,
                                                                            Due,
                                                                            Act::does,
                                                                            kind_of<typename Act::target>,
                                                                            &label_of<Act>,
                                                                            rule_label<Due, Conditions...>,
                                                                            Act::source,
                                                                            labels_of_who<Who>,
                                                                            condition_rows<Conditions...>};
template <>
inline constexpr item_row item_row_of<declare::at_least_one<case_id>>{.kind = item_kind::case_needed};
template <>
inline constexpr item_row item_row_of<declare::at_least_one<option_id>>{.kind = item_kind::option_needed};
template <typename Role>
inline constexpr item_row item_row_of<declare::outside<Role>>{.kind = item_kind::outside, .who = labels_of_who<Role>};

/// How many items a part of a declaration has.
template <typename Part>
inline constexpr std::size_t item_count = 0;
template <typename Stage, typename... Items>
inline constexpr std::size_t item_count<declare::in<Stage, Items...>> = sizeof...(Items);
template <typename... Ins>
inline constexpr std::size_t item_count<declare::sequence<Ins...>> = (std::size_t{0} + ... + item_count<Ins>);
template <typename... Clauses>
inline constexpr std::size_t item_count<declare::throughout<Clauses...>> = sizeof...(Clauses);

/// A list of words, each once; looking one up gives its position, or `count`.
template <std::size_t Capacity>
struct name_list {
  std::string_view names[Capacity + 1]{};
  const label* labels[Capacity + 1]{};
  std::size_t count = 0;
  std::string_view shared{};  ///< A name that two words have.

  [[nodiscard]] constexpr std::size_t find(std::string_view name) const noexcept {
    std::size_t i = 0;
    while (i < count && names[i] != name) ++i;
    return i;
  }
  [[nodiscard]] constexpr std::size_t find(const label& one) const noexcept {
    for (std::size_t i = 0; i < count; ++i) {
      if (labels[i] == &one) return i;
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (labels[i]->length == one.length && labels[i]->name == one.name) return i;
    }
    return count;
  }
  constexpr std::size_t add(const label& one) noexcept {
    const auto i = find(one);
    if (i == count) {
      names[count] = one.name;
      labels[count++] = &one;
    } else if (labels[i] != &one) {
      shared = one.name;
    }
    return i;
  }
};

/// The items of a declaration: those of the stages in their order, then the clauses throughout.
template <std::size_t Items>
struct declaration {
  const item_row* items[Items + 1]{};
  std::uint8_t stages[Items + 1]{};  ///< The stage of each item; none: throughout.
  std::uint8_t acts[Items + 1]{};    ///< The act of each clause; none: no clause.
  std::size_t count = 0;
  name_list<Items> names{};  ///< The acts in the order in which they are named first.

  constexpr void add(const item_row& item, std::uint8_t stage) noexcept {
    items[count] = &item;
    stages[count] = stage;
    acts[count++] = item.act == nullptr ? none : static_cast<std::uint8_t>(names.add(*item.act));
  }
  template <typename Stage, typename... Rows>
  constexpr void add_stage(declare::in<Stage, Rows...>*, std::uint8_t stage) noexcept {
    (add(item_row_of<Rows>, stage), ...);
  }
  template <typename... Ins>
  constexpr void add_stages(declare::sequence<Ins...>*) noexcept {
    std::uint8_t stage = 0;
    (add_stage(static_cast<Ins*>(nullptr), stage++), ...);
  }
  template <typename... Clauses>
  constexpr void add_throughout(declare::throughout<Clauses...>*) noexcept {
    (add(item_row_of<Clauses>, none), ...);
  }
};

/// The items of P; none where something in it is not of its kind, so that only `well_formed` complains.
template <typename P>
inline constexpr auto declared = [] {
  if constexpr (!has_lists<P>) {
    return declaration<0>{};
  } else {
    declaration<item_count<typename P::order> + item_count<typename P::throughout>> all;
    all.add_stages(static_cast<typename P::order*>(nullptr));
    all.add_throughout(static_cast<typename P::throughout*>(nullptr));
    return all;
  }
}();

}  // namespace balint::detail
