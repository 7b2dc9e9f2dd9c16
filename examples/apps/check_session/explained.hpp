// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is said of a session beyond its findings, where it is asked for: which findings belong together, how far the
/// record is from the protocol, its fitness. The only place of the program that needs the search for repairs.
#include "report.hpp"

#include <balint/alignment/fitness.hpp>
#include <balint/alignment/repair.hpp>
#include <balint/balint.hpp>
#include <balint/conformance/cause.hpp>
#include <balint/text/repair_message.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Follows a session as its judge does. Its memory grows with the session only where a repair or causes are asked for.
template <balint::protocol P>
class explanation {
 public:
  explicit explanation(const request& asked) : asked_(asked) {}

  /// Something was found.
  void found(const balint::finding<P>& f, const balint::session<P>& then) {
    if (asked_.fitness) weigher_(f, then);
  }
  /// An event was judged.
  void event(const balint::event<P>& e, balint::stage_id<P> stage) {
    if (!asked_.repairs && !asked_.causes) return;
    trace_.push_back(e);
    stages_.push_back(stage);
  }
  /// Says what was asked for.
  void end(const balint::formation<P>& people, const balint::session<P>& now, const balint::pseudonyms& names,
           reported_session& into) const {
    if (asked_.causes) explain(people, into.causes.emplace());
    if (asked_.repairs) mend(people, names, into.repair.emplace());
    if (!asked_.fitness) return;
    into.fitness.emplace();
    if (now.end() == balint::ending::closed) *into.fitness = weigher_.fitness(now);
  }

 private:
  using way = typename balint::edit<P>::way;

  void explain(const balint::formation<P>& people, std::vector<reported_cause>& words) const {
    for (const auto& cause : balint::causes_of<P>(people, trace_)) {
      auto& one = words.emplace_back();
      one.kind = balint::name_of(cause.kind);
      one.severity = cause.severity;
      one.findings = cause.numbers;
      for (const auto& f : cause.findings) {
        if (one.events.empty() || one.events.back() != f.event) one.events.push_back(f.event);
      }
      one.related = cause.related;
      for (const auto act : cause.legal) one.legal_acts.push_back(balint::name_of<P>(act));
    }
  }
  void mend(const balint::formation<P>& people, const balint::pseudonyms& names, reported_repair& words) const {
    const auto mended = balint::repair_trace<P>(people, trace_);
    words.is_possible = mended.is_possible;
    words.is_exact = mended.is_exact;
    // A repair takes out no act that is protected. Where one would have to go there is none, and that is said.
    if constexpr (requires { mended.is_protected; }) {
      if (!mended.is_possible && mended.is_protected) words.why = "protected";
    }
    words.sum = balint::repair_message(mended.is_possible, mended.edits.size(), mended.at_least);
    for (std::size_t i = 0; i < mended.edits.size(); ++i) {
      words.edits.push_back(edit_of(mended.edits[i], names));
      if (auto line = line_of(mended.edits, i, names); !line.empty()) words.lines.push_back(std::move(line));
    }
  }
  [[nodiscard]] static reported_edit edit_of(const balint::edit<P>& change, const balint::pseudonyms& names) {
    reported_edit one;
    const auto& e = change.what;
    one.is_insertion = change.does == way::insert;
    one.at = change.at;
    one.by = names(e.by);
    one.act = balint::name_of<P>(e.act);
    const auto target = [&](std::string_view key, std::string_view is) {
      one.target_key = key;
      one.target = is;
    };
    switch (balint::target_of<P>(e.act)) {
      case balint::target_kind::none: break;
      case balint::target_kind::case_of: target("case", names(e.template target_as<balint::person_id>())); break;
      case balint::target_kind::option:
        target("option", std::to_string(e.template target_as<balint::option_id>().number));
        one.is_number = true;
        break;
      case balint::target_kind::rule:
        target("rule", balint::name_of<P>(e.template target_as<balint::rule_id>()));
        break;
      case balint::target_kind::person: target("to", names(e.template target_as<balint::person_id>())); break;
    }
    return one;
  }
  /// An edit in words. Being away and back again are one thing that is missing: all of somebody's turns.
  [[nodiscard]] std::string line_of(const std::vector<balint::edit<P>>& edits, std::size_t i,
                                    const balint::pseudonyms& names) const {
    const auto& one = edits[i];
    const auto does = effect_of(one);
    const auto is_other_end = [&](const balint::edit<P>& other, balint::effect wanted) {
      return other.what.by == one.what.by && effect_of(other) == wanted;
    };
    if (does == balint::effect::drops || does == balint::effect::withdraws) {
      auto to = stages_.empty() ? balint::stage_id<P>{} : stages_.back();
      for (std::size_t k = i + 1; k < edits.size(); ++k) {
        if (!is_other_end(edits[k], balint::effect::rejoins)) continue;
        to = stage_at(edits[k].at);
        break;
      }
      return balint::absence_message<P>(one.what.by, stage_at(one.at), to, names);
    }
    for (std::size_t k = 0; k < i && does == balint::effect::rejoins; ++k) {
      if (is_other_end(edits[k], balint::effect::drops)) return {};
    }
    return balint::message<P>(one, trace_.size(), names);
  }
  [[nodiscard]] static balint::effect effect_of(const balint::edit<P>& change) noexcept {
    return change.does == way::insert ? balint::detail::effect_of<P>(change.what.act) : balint::effect::none;
  }
  /// The stage before an event.
  [[nodiscard]] balint::stage_id<P> stage_at(std::uint64_t event) const {
    return event == 0 || event > stages_.size() ? (stages_.empty() ? balint::stage_id<P>{} : stages_.back())
                                                : stages_[event - 1];
  }

  const request& asked_;
  std::vector<balint::event<P>> trace_;
  std::vector<balint::stage_id<P>> stages_;  ///< In which stage the session was before each event.
  balint::fitness_sink<P> weigher_;
};
