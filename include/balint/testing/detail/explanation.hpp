// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a matcher says of a trace: its findings, the events around them and what would repair it, in the words of its
/// protocol.
#include <balint/alignment/edit.hpp>
#include <balint/alignment/repair.hpp>
#include <balint/conformance/collect.hpp>
#include <balint/conformance/finding.hpp>
#include <balint/conformance/judge.hpp>
#include <balint/conformance/verdict.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/obligation.hpp>
#include <balint/session/session.hpp>
#include <balint/testing/recorded_trace.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace balint::detail {

/// Whether an explanation ends with what would repair the trace; looking for that may take seconds.
enum class repairs : bool { left_out, shown };

/// A trace after the judge.
template <protocol P>
class judged_trace {
 public:
  explicit judged_trace(const recorded_trace<P>& trace) : trace_(&trace) {
    judge<P, sink> by(trace.people, sink{this});
    for (const auto& e : trace.events) {
      stages_.push_back(by.session().stage());
      by.apply(e);
    }
    verdict_ = by.verdict();
    owed_ = by.session().owed();
    reached_ = by.session().stage();
  }
  judged_trace(const judged_trace&) = delete;
  judged_trace& operator=(const judged_trace&) = delete;
  ~judged_trace() = default;

  [[nodiscard]] balint::verdict verdict() const noexcept { return verdict_; }
  [[nodiscard]] const std::vector<finding<P>>& findings() const noexcept { return findings_; }
  /// Whether something is found; `any_event`: at whatever event.
  [[nodiscard]] bool has(code what, std::uint64_t at) const {
    return std::ranges::any_of(
        findings_, [&](const finding<P>& f) { return f.code == what && (at == any_event || f.event == at); });
  }
  static constexpr std::uint64_t any_event = ~std::uint64_t{0};

  /// The findings, one after the other, the events around the first and, if asked for, what would repair the trace.
  [[nodiscard]] std::string explained(repairs shown) const {
    if (findings_.empty()) return unfinished();
    std::string text = "which is " + std::string(name_of(verdict_)) + ":\n";
    text += around(findings_.front().event);
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (is_shown(findings_[i], findings_.front().event)) continue;
      text += place(findings_[i]) + ": " + said(i) + "\n";
    }
    return shown == repairs::shown ? text + mended() : text;
  }
  /// The events around one, with what was found in them.
  [[nodiscard]] std::string around(std::uint64_t event) const {
    std::string text;
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (findings_[i].event == 0 && event == 0) text += "> the group: " + said(i) + "\n";
    }
    const auto last = std::min<std::uint64_t>(trace_->events.size(), event + after);
    for (auto at = event > before ? event - before : 1; at <= last; ++at) {
      const auto i = static_cast<std::size_t>(at - 1);
      text += (at == event ? "> event " : "  event ") + std::to_string(at) + ", " +
              std::string(name_of<P>(stages_[i])) + ": " + act_of(trace_->events[i]) + "\n";
      for (std::size_t k = 0; k < findings_.size(); ++k) {
        if (findings_[k].event == at) text += "      " + said(k) + "\n";
      }
    }
    return text;
  }
  /// Where a finding is.
  [[nodiscard]] static std::string place(const finding<P>& f) {
    return f.event == 0 ? std::string("the group") : "event " + std::to_string(f.event);
  }
  /// Somebody, as the trace calls them.
  [[nodiscard]] std::string who(person_id id) const {
    if (id.index < trace_->ids.size()) return trace_->ids[id.index];
    return id.index < trace_->people.size() ? "person " + std::to_string(id.index)
                                            : std::string("somebody outside the group");
  }

 private:
  static constexpr std::uint64_t before = 3;
  static constexpr std::uint64_t after = 2;

  struct sink {
    judged_trace* self;
    void operator()(const finding<P>& f, const session<P>& then) const {
      collect(self->findings_)(f);
      self->legal_.resize(self->findings_.size());
      if (f.times == 1 && f.event != 0) self->legal_.back() = then.legal_acts(f.what.by);
    }
  };

  [[nodiscard]] static bool is_shown(const finding<P>& f, std::uint64_t around) {
    if (f.event == 0) return around == 0;
    return f.event + before >= around && f.event <= around + after;
  }
  [[nodiscard]] std::string everybody(person_set some) const {
    std::string text;
    for (const auto id : some) text += (text.empty() ? "" : ", ") + who(id);
    return text;
  }
  [[nodiscard]] std::string act_of(const event<P>& e) const {
    std::string text = who(e.by) + " " + std::string(name_of<P>(e.act));
    switch (target_of<P>(e.act)) {
      case target_kind::none: break;
      case target_kind::case_of: return text + ", case of " + who(e.template target_as<person_id>());
      case target_kind::option: return text + ", option " + std::to_string(raw_target(e));
      case target_kind::rule: return text + ", rule " + std::string(name_of<P>(e.template target_as<rule_id>()));
      case target_kind::person: return text + ", to " + who(e.template target_as<person_id>());
    }
    return text;
  }
  [[nodiscard]] std::string debt_of(const obligation<P>& owed) const {
    std::string text;
    switch (owed.owes) {
      case debt::nothing: break;
      case debt::an_act: text = std::string(name_of<P>(owed.act)); break;
      case debt::a_case: text = "a case"; break;
      case debt::an_option: text = "an option"; break;
    }
    if (owed.options != 0) text += " of option " + std::to_string(owed.first_option.number);
    return text + (owed.by.empty() ? "" : " by " + everybody(owed.by));
  }
  /// What a finding says: its code and rule, and what is owed or legal instead.
  [[nodiscard]] std::string said(std::size_t i) const {
    const auto& f = findings_[i];
    std::string text = std::string(name_of(f.code)) + ", rule " + std::string(name_of<P>(f.rule)) + " (" +
                       std::string(source_of<P>(f.rule)) + ")";
    if (f.times > 1) text += ", " + std::to_string(f.times) + " times in a row";
    if (!f.who.empty()) text += ": " + everybody(f.who);
    if (f.owed) return text + "; owed: " + debt_of(f.owed);
    std::string legal;
    for (const auto act : legal_[i]) legal += (legal.empty() ? "" : ", ") + std::string(name_of<P>(act));
    return text + (legal.empty() ? "" : "; legal for " + who(f.what.by) + ": " + legal);
  }
  /// After which changes it has no finding, with as few as can be.
  [[nodiscard]] std::string mended() const {
    const auto nearest = repair_trace<P>(trace_->people, trace_->events);
    if (nearest.is_protected) return "no change of events mends it: a protected act would have to go\n";
    if (!nearest.is_possible) return "no change of events mends it: its group cannot be formed\n";
    std::string text =
        "without a finding" + std::string(nearest.is_exact ? "" : ", perhaps with fewer changes,") + " it would be:\n";
    for (const auto& change : nearest.edits) {
      const bool comes = change.does == edit<P>::way::insert;
      text += comes ? "  + before event " : "  - event ";
      text += std::to_string(change.at) + ": " + act_of(change.what) + "\n";
    }
    return text;
  }
  /// What can be said of a trace without findings: how it ended, or what its stage still owes.
  [[nodiscard]] std::string unfinished() const {
    std::string text = "which is " + std::string(name_of(verdict_));
    if (verdict_ != balint::verdict::in_progress) return text;
    text += ": it is in " + std::string(name_of<P>(reached_));
    if (owed_.empty()) return text + ", which owes nothing more";
    text += ", which owes";
    for (const auto& one : owed_) text += (&one == owed_.begin() ? " " : "; ") + debt_of(one);
    return text;
  }

  const recorded_trace<P>* trace_;
  balint::verdict verdict_{};
  std::vector<finding<P>> findings_;
  std::vector<act_set<P>> legal_;    ///< By finding: what the same person could have done instead.
  std::vector<stage_id<P>> stages_;  ///< By event: the stage before it.
  obligations<P> owed_;
  stage_id<P> reached_{};
};

}  // namespace balint::detail
