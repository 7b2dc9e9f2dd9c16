// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Judges one session of a log as it is read, and puts what is found into words.
#include "explained.hpp"
#include "progress.hpp"
#include "report.hpp"

#include <balint/balint.hpp>
#include <balint/log/jsonl/jsonl.hpp>
#include <balint/text/message.hpp>
#include <balint/text/verdict_message.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// Follows one session of a log and reports it in a style at its end. What it keeps grows with the breaches that were
/// named, and with the session only where a repair or causes are asked for.
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
        more_(asked),
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
    const auto& session = judge_.session();
    const auto before = session.stage();
    const auto present = session.present();
    judge_.apply(logged.event);
    for (const auto who : present) {
      if (!session.present().contains(who)) left_line_[who.index] = line_;
    }
    more_.event(logged.event, before);
    const auto after = session.stage();
    const auto stage = balint::is_act_of_a_stage<P>(logged.event.act) ? after : before;
    ++result_.stages[stage.index].events;
    clock_.tick(result_.stages, before.index, after.index, session.is_over(), logged.event.at);
  }

  void end(bool whole) {
    flush();
    const balint::pseudonyms names{.ids = names_};
    const auto& session = judge_.session();
    clock_.stop(result_.stages[session.stage().index]);
    result_.verdict = judge_.verdict();
    grounds_.was_led = session.acting_leader() != balint::nobody;  // Ending a session changes nobody's office.
    result_.verdict_words = balint::message<P>(result_.verdict, grounds_);
    result_.record_faults = judge_.record_faults();
    result_.record_words = balint::record_faults_message(result_.record_faults);
    result_.reached = session.stage().index;
    result_.is_whole = whole;
    const auto how = asked_.ids ? balint::naming::by_id : balint::naming::counted;
    for (const auto& thought : judge_.advisories())
      result_.advisories.push_back({thought.code, balint::message<P>(thought, names, how), thought.event});
    for (std::size_t i = 0; i < breaches_.size(); ++i) say(breaches_[i], result_.breaches[i]);
    more_.end(people_, session, names, result_);
    ++all_.sessions[static_cast<std::size_t>(result_.verdict)];
    if (result_.findings != 0) ++all_.with_findings;
    all_.advisories += result_.advisories.size();
    asked_.how.session(result_, findings_, into_);
  }

 private:
  struct sink {
    session_report* self;
    void operator()(const balint::finding<P>& f, const balint::session<P>& then) const { self->found(f, then); }
    void operator()(const balint::named_breach& breach) const { self->named(breach); }
    void operator()(const balint::answered_breaches& answer) const { self->answered(answer); }
  };
  /// A breach that somebody named, with the line of its answer.
  struct kept_breach {
    balint::named_breach named;
    std::uint64_t answer_line = 0;
  };

  static std::vector<std::string_view> names_of(const balint::roster<P>& people) {
    std::vector<std::string_view> names;
    for (std::uint8_t i = 0; i < people.size(); ++i) names.push_back(people[balint::person_id{i}].id);
    return names;
  }

  void named(const balint::named_breach& breach) {
    open_[breach.rule.index].push_back(breaches_.size());
    breaches_.push_back({breach});
    auto& words = result_.breaches.emplace_back();
    words.event = breach.event;
    words.line = line_;
    words.rule = balint::name_of<P>(breach.rule);
    words.by = names_[breach.by.index];
  }
  void answered(const balint::answered_breaches& answer) {
    for (std::size_t rule = 0; rule < open_.size(); ++rule) {
      if (answer.rule != balint::no_rule && answer.rule.index != rule) continue;
      for (const auto i : open_[rule]) {
        result_.breaches[i].how = answer.how;
        result_.breaches[i].answer_event = answer.event;
        breaches_[i].answer_line = line_;
      }
      open_[rule].clear();
    }
  }
  static void say(const kept_breach& one, reported_breach& words) {
    words.message = balint::message<P>(one.named, words.line, words.how, one.answer_line);
  }

  void found(const balint::finding<P>& f, const balint::session<P>& then) {
    more_.found(f, then);
    if (f.times > 1) {
      pending_ = f;
      return;
    }
    flush();
    pending_ = f;
    has_pending_ = true;
    last_ = {};
    last_.line = line_;
    last_.file = result_.file;
    last_.session = result_.id;
    last_.code = f.code;
    last_.about = f.about;
    last_.event = f.event;
    if (f.rule != balint::no_rule) {
      last_.rule = balint::name_of<P>(f.rule);
      last_.source = balint::source_of<P>(f.rule);
      last_.severity = balint::severity_of<P>(f.rule);
    }
    left_ = 0;
    if (f.event != 0) {
      last_.stage = balint::name_of<P>(f.stage);
      last_.by = now_->by;
      if (f.what.act.index < balint::act_count<P>) last_.act = balint::name_of<P>(f.what.act);
      if (f.what.by.index < left_line_.size()) left_ = left_line_[f.what.by.index];
      last_.instead = balint::instead_message<P>(f, then.legal_acts(f.what.by), names_of_last());
    }
    count(f);
  }
  [[nodiscard]] balint::pseudonyms names_of_last() const {
    balint::pseudonyms names{.ids = names_, .line = last_.line, .earlier_line = left_};
    if (!last_.by.empty()) names.outsider = last_.by;
    return names;
  }
  void count(const balint::finding<P>& f) {
    grounds_.add(f);
    last_.number = ++result_.findings;
    if (result_.found_at.size() < reported_session::most_found_at) result_.found_at.push_back(f.event);
    ++all_.findings;
    if (last_.about == balint::finding_class::record) ++all_.record_findings;
    all_.by_code.add(name_of(f.code), {}, 1);
    if (!last_.rule.empty()) all_.by_rule.add(last_.rule, last_.source, 1);
    if (f.event == 0) return;
    all_.by_stage.add(last_.stage, {}, 1);
  }
  /// Writes a finding when no more of the same can come in a row.
  void flush() {
    if (!has_pending_) return;
    has_pending_ = false;
    last_.times = pending_.times;
    last_.message =
        balint::message<P>(pending_, names_of_last(), asked_.ids ? balint::naming::by_id : balint::naming::counted);
    const bool is_apart = asked_.how.parts_findings() && last_.about == balint::finding_class::record;
    (is_apart ? findings_.faults : findings_.departures).add(asked_.how.finding(last_));
  }

  reading& from_;
  const request& asked_;
  tally& all_;
  outlet& into_;
  std::uint64_t line_;
  std::uint64_t left_ = 0;  ///< The line of the leaving that the last finding is about.
  std::vector<std::string_view> names_;
  std::array<std::uint64_t, balint::max_people> left_line_{};  ///< Where each person was last on record as away.
  finding_texts findings_;
  reported_finding last_;
  balint::finding<P> pending_{};
  bool has_pending_ = false;
  const balint::logged_event<P>* now_ = nullptr;
  reported_session result_;
  balint::verdict_grounds grounds_;
  stage_clock clock_;
  std::vector<kept_breach> breaches_;
  std::array<std::vector<std::size_t>, balint::rules_of<P>::size> open_;  ///< Those of each rule without an answer.
  balint::formation<P> people_;
  explanation<P> more_;
  balint::judge<P, sink> judge_;
};
