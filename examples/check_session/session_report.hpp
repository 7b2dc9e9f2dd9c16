// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Judges one session of a log as it is read, and puts what is found into words.
#include "report.hpp"

#include <balint/balint.hpp>
#include <balint/log/jsonl.hpp>
#include <balint/text/message.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// Follows one session of a log and reports it in a style at its end. Its memory does not grow with the session.
template <balint::protocol P>
class session_report {
 public:
  session_report(const balint::session_header<P>& header, const style& how, tally& all, outlet& into)
      : style_(how), all_(all), into_(into), line_(header.line), names_(names_of(*header.roster)), judge_(balint::form(*header.roster), {this}) {
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
    const auto before = judge_.session().stage();
    judge_.apply(logged.event);
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
    ++all_.sessions[static_cast<std::size_t>(result_.verdict)];
    style_.session(result_, findings_, into_);
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

  void found(const balint::finding<P>& f, const balint::session<P>& then) {
    if (f.times > 1) {
      last_.times = f.times;
      return;
    }
    flush();
    last_ = {};
    last_.code = f.code;
    last_.event = f.event;
    last_.line = line_;
    last_.rule = balint::name_of<P>(f.rule);
    last_.source = balint::source_of<P>(f.rule);
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
  }
  void flush() {
    if (has_last_) findings_.add(style_.finding(last_, findings_.empty()));
    has_last_ = false;
  }

  const style& style_;
  tally& all_;
  outlet& into_;
  std::uint64_t line_;
  std::vector<std::string_view> names_;
  outlet findings_;
  reported_finding last_;
  bool has_last_ = false;
  const balint::logged_event<P>* now_ = nullptr;
  reported_session result_;
  balint::judge<P, sink> judge_;
};
