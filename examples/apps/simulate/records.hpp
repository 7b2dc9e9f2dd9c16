// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is written of a session beside the tables: its logs, what was planted, what was refused.
#include "scenario.hpp"

#include <balint/deviation/kind.hpp>
#include <balint/deviation/plant.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/detail/csv.hpp>
#include <balint/experiment/simulating.hpp>
#include <balint/group/group.hpp>
#include <balint/group/person.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/jsonl/format.hpp>
#include <balint/log/to_record.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/random/stream.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// What is planted into the sessions of a scenario, and how often.
[[nodiscard]] inline balint::deviation::planting planting_of(const deviations_wanted& wanted) {
  namespace deviation = balint::deviation;
  deviation::planting so;
  so.controls = balint::random::probability::of(1 - wanted.sum());
  if (wanted.sum() > 1 - 1e-9) so.controls = balint::random::probability::never();
  so.clock = balint::time_span::minutes(wanted.clock_minutes);
  for (std::size_t i = 1; i < deviation::kind_count; ++i) {
    const auto own = wanted.kinds.find(std::string(name_of(static_cast<deviation::kind>(i))));
    const double share = wanted.any / (deviation::kind_count - 1) + (own == wanted.kinds.end() ? 0 : own->second);
    so.weights[i] = static_cast<std::uint32_t>(std::lround(share * 0x1p24));
  }
  return so;
}

/// Plants into a session what is wanted of it.
template <balint::protocol P>
[[nodiscard]] balint::deviation::labelled<P> plant(const deviations_wanted& wanted, const balint::group<P>& people,
                                                   std::span<const balint::person<P>> roster,
                                                   std::span<const balint::event<P>> events,
                                                   const balint::random::address& where) {
  const auto so = planting_of(wanted);
  if (wanted.most == 1) return balint::deviation::plant_one<P>(people, roster, events, where, so);
  return balint::deviation::plant_some<P>(people, roster, events, where, wanted.most, so);
}

/// Somebody who is not among these people.
template <balint::protocol P>
[[nodiscard]] std::string outsider_of(std::span<const balint::person<P>> people) {
  std::string name = "outsider";
  while (std::ranges::any_of(people, [&](const auto& one) { return one.id == name; })) name += '_';
  return name;
}

/// An event by name, also one that no log of accepted events has: somebody outside the group, an act that P does not
/// have. The texts are those of the people, of P, and `outsider`.
template <balint::protocol P>
[[nodiscard]] balint::event_record record_of(balint::event<P> e, const balint::roster<P>& people,
                                             std::string_view outsider) {
  const bool is_outside = e.by.index >= people.size();
  if (e.act.index >= balint::act_count<P>)
    return {.at = e.at, .by = is_outside ? outsider : people[e.by].id, .act = "unknown_word"};
  if (is_outside) e.by = {};
  auto record = balint::to_record<P>(e, people).value_or(
      balint::event_record{.at = e.at, .by = people[e.by].id, .act = balint::name_of<P>(e.act)});
  if (is_outside) record.by = outsider;
  return record;
}

/// Appends a session to a log in JSON Lines.
template <balint::protocol P>
void append_session(std::string& log, std::string_view name, std::span<const balint::person<P>> people,
                    std::span<const balint::event<P>> events) {
  if (const auto header = balint::to_record<P>(name, people)) balint::jsonl_format::begin(log, *header);
  const balint::roster<P> roster(people);
  const auto outsider = outsider_of<P>(people);
  for (const auto& e : events) balint::jsonl_format::event(log, record_of<P>(e, roster, outsider));
}

/// How a row of a session begins: `point,arm,session,fork,`.
[[nodiscard]] inline std::string row_of(const balint::experiment::plan& of, const balint::experiment::slot& which) {
  std::string row = std::to_string(which.point) + ',';
  balint::experiment::detail::append_cell(row, of.arms[which.arm]);
  return row + ',' + std::to_string(which.session) + ",0,";
}

/// The columns of `refusals.csv`.
inline constexpr std::string_view refusals_columns = "point,arm,session,fork,member,act,code,attempts\n";

/// Appends the rows of `refusals.csv` of a session: how often each person attempted which act and was refused why.
template <balint::protocol P>
void append_refusals(std::string& rows, const balint::experiment::plan& of,
                     const balint::experiment::simulated<P>& one) {
  std::map<std::tuple<std::uint8_t, std::uint16_t, balint::code>, std::uint32_t> counts;
  for (const auto& [what, why] : one.refused) ++counts[{what.by.index, what.act.index, why}];
  for (const auto& [row, count] : counts) {
    const auto& [who, act, why] = row;
    rows += row_of(of, one.slot) + std::to_string(who) + ',';
    rows += balint::name_of<P>(balint::act_id<P>{act});
    rows += ',';
    rows += balint::name_of(why);
    rows += ',' + std::to_string(count) + '\n';
  }
}
