// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The judge of traces: event by event, without allocation, findings to a sink.
#include <balint/conformance/detail/recovery.hpp>
#include <balint/conformance/finding.hpp>
#include <balint/conformance/verdict.hpp>
#include <balint/group/form.hpp>
#include <balint/session/facts.hpp>
#include <balint/session/rule_behind.hpp>
#include <balint/session/session.hpp>
#include <balint/vocabulary/short_list.hpp>

#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace balint {

/// Takes findings and does nothing with them: for callers who want the verdict alone.
struct no_sink {
  /// Does nothing.
  template <typename Finding>
  constexpr void operator()(const Finding&) const noexcept {}
};

/// Judges one trace of protocol P, event by event.
///
/// The sink is called with each finding when it is found, as `sink(finding)` or `sink(finding, session)`, the session
/// being as it is when it is found: a refusal before its recovery, a flag after it was accepted. One fault is one
/// finding: when similar faults follow in a row, the sink is called again with the same finding and `times` greater by one;
/// it replaces the one before.
/// @snippet judge_a_trace.cpp judge
template <protocol P, typename Sink = no_sink>
class judge {
 public:
  using protocol_type = P;

  /// Begins with the group; what stands against it are findings at position 0.
  constexpr explicit judge(const formation<P>& people)
    requires std::default_initializable<Sink>
      : judge(people, Sink{}) {}
  /// Begins with the group, findings going to a sink.
  constexpr judge(const formation<P>& people, Sink sink)
      : recovery_(people.group),
        advisories_(people.advisories),
        sink_(std::forward<Sink>(sink)),
        can_judge_(!people.is_too_large()) {
    for (const auto& error : people.errors) {
      finding_ = {.code = error.code, .rule = error.rule, .who = error.who};
      is_violated_ = true;
      tell();
    }
    run_goes_on_ = false;
  }

  /// Judges the next event.
  constexpr void apply(const event<P>& e) {
    ++position_;
    if (!can_judge_) return;
    const auto outcome = recovery_.apply(e, [&](code why) { found(why, e); });
    if (outcome != detail::outcome::accepted) return;
    if (is_act_of_a_stage<P>(e.act)) run_goes_on_ = false;
    if (detail::table_of<P>.acts[e.act.index].does == effect::flags) found(code::flagged, e);
  }

  /// What the trace is, as far as it went.
  [[nodiscard]] constexpr balint::verdict verdict() const noexcept {
    if (is_different_) return balint::verdict::different;
    if (is_violated_) return balint::verdict::rule_violation;
    switch (session().end()) {
      case ending::terminated: return balint::verdict::terminated;
      case ending::closed: return balint::verdict::conforming;
      case ending::running: break;
    }
    return balint::verdict::in_progress;
  }
  /// The advisories: about the group, then about the session as far as it went.
  [[nodiscard]] constexpr short_list<advisory, advisory_count> advisories() const {
    auto all = advisories_;
    if (can_judge_) {
      for (const auto& advisory : advisories_of(session())) all.push_back(advisory);
    }
    return all;
  }
  /// The session as the judge follows it.
  [[nodiscard]] constexpr const balint::session<P>& session() const noexcept { return recovery_.now(); }
  /// How many events there were.
  [[nodiscard]] constexpr std::uint64_t position() const noexcept { return position_; }
  /// The sink, which the judge keeps by value unless Sink is a reference.
  [[nodiscard]] constexpr Sink& sink() noexcept { return sink_; }

 private:
  constexpr void found(code why, const event<P>& e) {
    is_violated_ = true;
    is_different_ = is_different_ || makes_it_different(why, e);
    if (run_goes_on_ && is_like_the_last(why, e)) {
      ++finding_.times;
    } else {
      // Field by field: copying what was just written field by field stalls.
      finding_.event = position_;
      finding_.code = why;
      finding_.rule = why == code::flagged ? rule_id{static_cast<std::uint8_t>(e.target)} : rule_behind<P>(why);
      finding_.stage = session().stage();
      finding_.what = e;
      finding_.times = 1;
      finding_.owed = {};
      finding_.who = {};
      if (why == code::stage_incomplete) {
        finding_.owed = session().first_owed();
        finding_.rule = finding_.owed.rule;
      }
    }
    run_goes_on_ = true;
    tell();
  }
  [[nodiscard]] constexpr bool makes_it_different(code why, const event<P>& e) const noexcept {
    if (why == code::stage_incomplete) return !recovery_.is_stage_worked();
    return why == code::wrong_stage && detail::table_of<P>.acts[e.act.index].does != effect::advances;
  }
  [[nodiscard]] constexpr bool is_like_the_last(code why, const event<P>& e) const noexcept {
    if (why != finding_.code) return false;
    if (why == code::wrong_stage) {
      const auto home = detail::table_of<P>.acts[e.act.index].home;
      if (home != detail::none && home == detail::table_of<P>.acts[finding_.what.act.index].home) return true;
    }
    return e.act == finding_.what.act && (why != code::flagged || e.target == finding_.rule.index);
  }
  constexpr void tell() {
    if constexpr (requires { sink_(finding_, session()); }) {
      sink_(std::as_const(finding_), session());
    } else {
      sink_(std::as_const(finding_));
    }
  }

  detail::recovery<P> recovery_;
  short_list<advisory, advisory_count> advisories_;
  [[no_unique_address]] Sink sink_;
  finding<P> finding_{};
  std::uint64_t position_ = 0;
  bool run_goes_on_ = false;
  bool is_violated_ = false;
  bool is_different_ = false;
  bool can_judge_;
};

/// Judges a whole trace and gives the verdict; findings go to the sink.
template <protocol P, typename Sink = no_sink>
constexpr verdict judge_trace(const formation<P>& people, std::type_identity_t<std::span<const event<P>>> trace,
                              Sink sink = {}) {
  judge<P, Sink&> all(people, sink);
  for (const auto& e : trace) all.apply(e);
  return all.verdict();
}

}  // namespace balint
