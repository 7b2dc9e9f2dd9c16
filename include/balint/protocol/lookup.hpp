// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Looking up the words of a protocol: ids, names, sources, targets, the stage an act belongs to.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/vocabulary/detail/word_index.hpp>
#include <balint/vocabulary/id.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace balint {

/// How many acts P has, including those throughout.
template <protocol P>
inline constexpr std::size_t act_count = detail::acts_of<P>.count;

/// The id of Act in protocol P. Of another act it does not compile.
template <typename Act, typename P>
inline constexpr act_id<P> act_id_of{detail::no_act_number<Act, P>()};
/// The same, of what is no act of the protocol, is refused by the compiler.
template <typename Act, protocol P>
  requires act_of<Act, P>
inline constexpr act_id<P> act_id_of<Act, P>{
    static_cast<std::uint16_t>(detail::acts_of<P>.find(detail::label_of<Act>))};

/// The id of Stage in protocol P. Of another stage it does not compile.
template <typename Stage, typename P>
inline constexpr stage_id<P> stage_id_of{detail::no_stage_number<Stage, P>()};
/// The same, of what is no stage of the protocol, is refused by the compiler.
template <typename Stage, protocol P>
  requires has_stage<P, Stage>
inline constexpr stage_id<P> stage_id_of<Stage, P>{static_cast<std::uint8_t>(P::order::template index<Stage>)};

namespace detail {
template <typename P>
inline constexpr word_index<std::bit_ceil(2 * acts_of<P>.count)> act_index_of = [] {
  word_index<std::bit_ceil(2 * acts_of<P>.count)> index;
  for (std::size_t i = 0; i < acts_of<P>.count; ++i) index.insert(name_key(acts_of<P>.names[i]), i);
  return index;
}();
}  // namespace detail

/// The id of the act of that name, or an id that P does not have.
template <protocol P>
[[nodiscard]] constexpr act_id<P> find_act(std::string_view name) noexcept {
  const auto i =
      detail::act_index_of<P>.find(name, act_count<P>, [](std::size_t at) { return detail::acts_of<P>.names[at]; });
  return {static_cast<std::uint16_t>(i)};
}

/// The id of the rule of that name, or an id that P does not have.
template <protocol P>
[[nodiscard]] constexpr rule_id find_rule(std::string_view name) noexcept {
  std::uint8_t i = 0;
  while (i < rules_of<P>::size && rules_of<P>::names[i] != name) ++i;
  return {i};
}

/// The name of an act; "unknown act" for one that P does not have.
template <protocol P>
[[nodiscard]] constexpr std::string_view name_of(act_id<P> act) noexcept {
  if (act.index < act_count<P>) return detail::acts_of<P>.names[act.index];
  return "unknown act";
}
/// The name of a stage; "unknown stage" for one that P does not have.
template <protocol P>
[[nodiscard]] constexpr std::string_view name_of(stage_id<P> stage) noexcept {
  if (stage.index < P::order::size) return P::order::names[stage.index];
  return "unknown stage";
}
/// The name of a rule; "unknown rule" for one that P does not have.
template <protocol P>
[[nodiscard]] constexpr std::string_view name_of(rule_id rule) noexcept {
  if (rule.index < rules_of<P>::size) return rules_of<P>::names[rule.index];
  return "unknown rule";
}
/// The source of a rule of P: a requirement ID; empty for a rule that P does not have.
template <protocol P>
[[nodiscard]] constexpr std::string_view source_of(rule_id rule) noexcept {
  if (rule.index < rules_of<P>::size) return rules_of<P>::sources[rule.index];
  return {};
}
/// The name of a rule of no protocol in particular does not compile: it says what is missing.
template <std::same_as<rule_id> Rule>
[[nodiscard]] constexpr std::string_view name_of(Rule) noexcept {
  static_assert(
      !std::is_same_v<Rule, rule_id>,
      "balint: what a rule is called depends on the protocol: name it, as in name_of<P>(rule) [not_a_protocol]");
  return {};
}
/// The source of an act of P: a requirement ID; empty for an act that P does not have.
template <protocol P>
[[nodiscard]] constexpr std::string_view source_of(act_id<P> act) noexcept {
  if (act.index < act_count<P>) return detail::table_of<P>.act_sources[act.index];
  return {};
}
/// Whether an act belongs to a stage of P; otherwise it is open throughout, or P does not have it.
template <protocol P>
[[nodiscard]] constexpr bool is_act_of_a_stage(act_id<P> act) noexcept {
  return act.index < act_count<P> && detail::table_of<P>.acts[act.index].home != detail::none;
}
/// The stage of P that an act belongs to; of an act that belongs to none, or that P does not have, an id that P does
/// not have either.
template <protocol P>
[[nodiscard]] constexpr stage_id<P> stage_of(act_id<P> act) noexcept {
  return {act.index < act_count<P> ? detail::table_of<P>.acts[act.index].home : detail::none};
}
/// What an act of P is done to; nothing for an act that P does not have.
template <protocol P>
[[nodiscard]] constexpr target_kind target_of(act_id<P> act) noexcept {
  return act.index < act_count<P> ? detail::table_of<P>.acts[act.index].target : target_kind::none;
}

}  // namespace balint
