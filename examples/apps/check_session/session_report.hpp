// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Judges one session of a log as it is read, and puts what is found into words.
#include "progress.hpp"
#include "report.hpp"

#include <balint/balint.hpp>
#include <balint/conformance/cause.hpp>
#include <balint/alignment/fitness.hpp>
#include <balint/alignment/repair.hpp>
#include <balint/log/jsonl/jsonl.hpp>
#include <balint/text/message.hpp>
#include <balint/text/repair_message.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// Follows one session of a log and reports it in a style at its end. Its memory grows with the session only
/// where a repair or causes are asked for.
template <balint::protocol P>
class session_report {
 public:
  session_report(const balint::session_header<P>& header, reading& from, const request& asked, tally& all, outlet& into)
      : from_(from),
        asked_(asked),
        all_(all),
        into_(into),
        line_(header.line),
        names_(names_of(*header.roster)),
        people_(balint::form(*header.roster)),
        judge_(people_, {this}) {
    result_.file = from.name();
    result_.line = header.line;
    result_.id = header.session;
    result_.protocol = P::name;
    result_.people = names_.size();
    for (const auto name : P::order::names) result_.stages.emplace_back().name = name;
  }
  session_report(const session_report&) = delete;
  session_report& operator=(const session_report&) = delete;
  ~session_report() = default;

  void event(const balint::logged_event<P>& logged) {
    line_ = logged.line;
    now_ = &logged;
    from_.tick();
    const auto before = judge_.session().stage();
    judge_.apply(logged.event);
    if (asked_.repairs || asked_.causes) trace_.push_back(logged.event);
    const auto stage = balint::is_act_of_a_stage<P>(logged.event.act) ? judge_.session().stage() : before;
    result_.stages[stage.index].add(logged.event.at);
  }

  void end(bool whole) {
    flush();
    result_.verdict = judge_.verdict();
    result_.reached = judge_.session().stage().index;
    result_.is_whole = whole;
    for (const auto& thought : judge_.advisories()) {
      result_.thoughts.push_back({thought.code, message(thought, balint::pseudonyms{names_})});
    }
    if (asked_.causes) explain();
    if (asked_.repairs) mend();
    const auto fitness = weigher_.fitness(judge_.session());
    if (asked_.fitness) result_.fitness = fitness;
    all_.fitness.add(fitness);
    ++all_.sessions[static_cast<std::size_t>(result_.verdict)];
    asked_.how.session(result_, findings_, into_);
  }

 private:
  struct sink {
    session_report* self;
    void operator()(const balint::finding<P>& f, const balint::session<P>& then) const { self->found(f, then); }
  };

  static std::vector<std::string_view> names_of(const balint::roster<P>& people) {
    std::vector<std::string_view> names;
    for (std::uint8_t i = 0; i < people.size(); ++i) names.push_back(people[balint::person_id{i}].id);
    return names;
  }

  void explain() {
    auto& words = result_.causes.emplace();
    for (const auto& cause : balint::causes_of<P>(people_, trace_)) {
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
  void mend() {
    const auto mended = balint::repair_trace<P>(people_, trace_);
    auto& words = result_.repair.emplace();
    words.is_possible = mended.is_possible;
    words.is_exact = mended.is_exact;
    words.at_least = mended.at_least;
    const balint::pseudonyms names{names_};
    for (const auto& change : mended.edits) {
      auto& one = words.edits.emplace_back();
      const auto& e = change.what;
      one.is_insertion = change.does == balint::edit<P>::way::insert;
      one.at = change.at;
      one.by = names(e.by);
      one.act = balint::name_of<P>(e.act);
      switch (balint::target_of<P>(e.act)) {
        case balint::target_kind::none: break;
        case balint::target_kind::case_of: target(one, "case", names(e.template target_as<balint::person_id>())); break;
        case balint::target_kind::option: target(one, "option", fmt::format("{}", e.target), true); break;
        case balint::target_kind::rule:
          target(one, "rule", balint::name_of<P>(e.template target_as<balint::rule_id>()));
          break;
        case balint::target_kind::person: target(one, "to", names(e.template target_as<balint::person_id>())); break;
      }
      one.message = balint::message<P>(change, trace_.size(), names);
    }
  }
  static void target(reported_edit& one, std::string_view key, std::string_view is, bool is_number = false) {
    one.target_key = key;
    one.target = is;
    one.is_number = is_number;
  }
  void found(const balint::finding<P>& f, const balint::session<P>& then) {
    weigher_(f, then);
    if (f.times > 1) {
      last_.times = f.times;
      return;
    }
    flush();
    last_ = {};
    last_.file = result_.file;
    last_.session = result_.id;
    last_.code = f.code;
    last_.event = f.event;
    last_.line = line_;
    last_.rule = balint::name_of<P>(f.rule);
    last_.source = balint::source_of<P>(f.rule);
    last_.severity = balint::severity_of<P>(f.rule);
    balint::pseudonyms names{names_};
    if (f.event != 0) {
      names.outsider = now_->by;
      last_.stage = balint::name_of<P>(f.stage);
      last_.by = now_->by;
      last_.act = balint::shown(now_->act);
      names.unknown_act = last_.act;
      if (f.code != balint::code::flagged) last_.legal = balint::message<P>(then.legal_acts(f.what.by));
    }
    last_.message = message(f, names);
    has_last_ = true;
    count(f);
  }
  void count(const balint::finding<P>& f) {
    last_.number = ++result_.findings;
    if (result_.found_at.size() < reported_session::most_found_at) result_.found_at.push_back(f.event);
    ++all_.findings;
    all_.by_code.add(name_of(f.code), {}, 1);
    all_.by_rule.add(last_.rule, last_.source, 1);
    if (f.event == 0) return;
    ++result_.stages[f.stage.index].findings;
    all_.by_stage.add(last_.stage, {}, 1);
  }
  void flush() {
    if (has_last_) findings_.add(asked_.how.finding(last_));
    has_last_ = false;
  }

  reading& from_;
  const request& asked_;
  tally& all_;
  outlet& into_;
  std::uint64_t line_;
  std::vector<std::string_view> names_;
  outlet findings_;
  reported_finding last_;
  bool has_last_ = false;
  const balint::logged_event<P>* now_ = nullptr;
  reported_session result_;
  std::vector<balint::event<P>> trace_;
  balint::formation<P> people_;
  balint::fitness_sink<P> weigher_;
  balint::judge<P, sink> judge_;
};
