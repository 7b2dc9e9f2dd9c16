// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The judge of traces: event by event, without allocation, findings to a sink.
#include <balint/conformance/breach.hpp>
#include <balint/conformance/detail/recovery.hpp>
#include <balint/conformance/finding.hpp>
#include <balint/conformance/verdict.hpp>
#include <balint/group/advisory.hpp>
#include <balint/group/form.hpp>
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/session/evidence.hpp>
#include <balint/session/facts.hpp>
#include <balint/session/rule_behind.hpp>
#include <balint/session/session.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>

#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace balint {

/// Takes findings and does nothing with them: for callers who want the verdict alone.
struct no_sink {
  /// Does nothing.
  template <typename Word>
  constexpr void operator()(const Word&) const noexcept {}
};

namespace detail {
/// A set of codes.
template <typename... Codes>
constexpr std::uint64_t codes(Codes... all) noexcept {
  return (std::uint64_t{0} | ... | (std::uint64_t{1} << static_cast<unsigned>(all)));
}
constexpr bool is_among(std::uint64_t set, code why) noexcept {
  return ((set >> static_cast<unsigned>(why)) & 1U) != 0;
}
template <typename People, typename P>
inline constexpr bool is_formation_of = std::same_as<People, formation<P>>;
/// Faults of the record, whatever was tried.
inline constexpr std::uint64_t record_codes =
    codes(code::duplicate_person, code::time_reversed, code::unknown_act, code::absent, code::unknown_target,
          code::repeated, code::nothing_owed, code::not_absent, code::too_many_options);
/// What is found anew every time.
inline constexpr std::uint64_t codes_never_alike =
    codes(code::flag_open, code::supervisor_absent, code::stage_incomplete, code::stage_skipped);
}  // namespace detail

/// Whether a finding is about what was done or about how it was recorded.
template <protocol P>
[[nodiscard]] constexpr finding_class class_of(code why, const event<P>& what, bool terminated) noexcept {
  bool is_record = detail::is_among(detail::record_codes, why);
  if (why == code::session_over) is_record = !terminated || !is_act_of_a_stage<P>(what.act);
  if (why == code::wrong_stage) is_record = ((detail::masks_of<P>.leaves >> (what.act.index & 63U)) & 1U) != 0;
  return is_record ? finding_class::record : finding_class::departure;
}

/// @cond
template <typename P, typename Sink = no_sink>
class judge {
  static_assert(detail::is_protocol<P>,
                "balint: this is no protocol: a judge is of one, as judge<student_group> [not_a_protocol]");

 public:
  template <typename... Anything>
  constexpr explicit judge(const Anything&...) noexcept {}
};
/// @endcond

/// Judges one trace of protocol P, event by event.
///
/// The sink is called with each finding when it is found, as `sink(finding)` or `sink(finding, session)`, the session
/// being as it is when it is found: a refusal before its recovery. One fault is one finding: when the same follows in a
/// row, the sink is called again with the same finding and `times` greater by one; it replaces the one before. A sink
/// that takes them is also told of breaches that were named, as `sink(named_breach)`, and of answers to them, as
/// `sink(answered_breaches)`. An exception that it throws leaves `apply`: the event counts, and the finding as found,
/// but the event may not have had its effect.
/// @snippet judge_a_trace.cpp judge
template <protocol P, typename Sink>
class judge<P, Sink> {
 public:
  /// The protocol.
  using protocol_type = P;

  /// Begins with the group; what stands against it are findings at position 0.
  constexpr explicit judge(const formation<P>& people)
    requires std::default_initializable<Sink>
      : judge(people, Sink{}) {}
  /// Begins with the group, findings going to a sink.
  constexpr judge(const formation<P>& people, Sink sink)
      : recovery_(detail::group_of(people)),
        advisories_(people.advisories),
        sink_(std::forward<Sink>(sink)),
        can_judge_(!people.is_too_large()) {
    for (const auto& error : people.errors) {
      finding_ = {.code = error.code,
                  .rule = error.rule,
                  .about = error.is_of_an_entry() ? finding_class::record : class_of<P>(error.code, {}, false),
                  .who = error.who,
                  .condition = error.condition};
      count(finding_.code, finding_.about);
      tell();
    }
    row_goes_on_ = false;
  }

  /// Not of other people than a formation of P: it does not compile.
  template <people_in_some_form People>
  constexpr explicit judge(const People&, Sink sink = {})
      : judge(detail::formation_access::of(detail::group_access::of_nobody<P>()), std::forward<Sink>(sink)) {
    static_assert(
        detail::is_formation_of<People, P>,
        "balint: a judge begins with what form gave, be it formed or not: give form<P>(people) [not_a_group]");
  }

  /// Judges the next event.
  constexpr void apply(const event<P>& e) {
    ++position_;
    if (!can_judge_) return;
    const auto outcome = recovery_.apply(e, [&](const auto& fault) { found(fault, e); });
    if (outcome == detail::outcome::accepted) accepted(e);
  }

  /// What the trace is, as far as it went. Faults of the record never decide it.
  [[nodiscard]] constexpr balint::verdict verdict() const noexcept {
    if ((departures_ & 2U) != 0) return balint::verdict::different;
    if (departures_ != 0) return balint::verdict::departs;
    switch (session().end()) {
      case ending::terminated: return balint::verdict::terminated;
      case ending::closed: return balint::verdict::conforming;
      case ending::running: break;
    }
    return balint::verdict::in_progress;
  }
  /// How many faults the record has; they say nothing about the group.
  [[nodiscard]] constexpr std::uint64_t record_faults() const noexcept { return record_faults_; }
  /// The advisories: about the group, then about the session as far as it went.
  [[nodiscard]] constexpr balint::advisories<P> advisories() const {
    auto all = advisories_;
    if (can_judge_) {
      for (auto one : advisories_of(session())) {
        if (one.is_silence) one.event = silence_ended_;
        all.push_back(one);
      }
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
  /// Whether anybody hears of the findings.
  static constexpr bool is_heard = !std::same_as<std::remove_cvref_t<Sink>, no_sink>;

  constexpr void accepted(const event<P>& e) {
    if (const auto silence = recovery_.longest_silence(); longest_silence_.milliseconds != silence.milliseconds) {
      longest_silence_ = silence;
      silence_ended_ = position_;
    }
    if constexpr (is_heard) follow(e);
  }
  /// What the sink is told of an event that was accepted.
  constexpr void follow(const event<P>& e) {
    constexpr const auto& sets = detail::masks_of<P>;
    if (((sets.at_home >> e.act.index) & 1U) != 0) row_goes_on_ = false;
    if (((sets.on_breach >> e.act.index) & 1U) == 0) return;
    const auto does = detail::table_of<P>.acts[e.act.index].does;
    const rule_id rule{static_cast<std::uint8_t>(detail::raw_target(e))};
    if (does == effect::flags) {
      say(named_breach{position_, rule, e.by});
    } else if (does == effect::reminds) {
      say(answered_breaches{position_, breach_answer::reminder, rule});
    } else if (does == effect::terminates) {
      say(answered_breaches{position_, breach_answer::terminated, no_rule});
    }
  }
  /// A fault that is its code alone, or one of a stage that is left.
  template <typename Fault>
  constexpr void found(const Fault& fault, const event<P>& e) {
    const code why = code_of(fault);
    const bool terminated = session().end() == ending::terminated;
    const auto about = class_of<P>(why, e, terminated);
    count(why, about);
    if constexpr (is_heard) {
      if (row_goes_on_ && is_like_the_last(why, e)) {
        ++finding_.times;
        finding_.is_mixed = finding_.is_mixed || e.act != finding_.what.act;
      } else {
        begin(why, about, rule_behind<P>(why, e.act, terminated), e);
        describe(fault, e);
      }
      row_goes_on_ = true;
      tell();
    }
  }
  static constexpr code code_of(code why) noexcept { return why; }
  static constexpr code code_of(const detail::fault<P>& f) noexcept { return f.code; }
  /// Begins a finding, field by field: copying what was just written field by field stalls.
  constexpr void begin(code why, finding_class about, rule_id rule, const event<P>& e) {
    finding_.event = position_;
    finding_.code = why;
    finding_.rule = rule;
    finding_.about = about;
    finding_.what = e;
    finding_.times = 1;
    finding_.is_mixed = false;
    finding_.who = {};
    finding_.condition = no_condition;
  }
  constexpr void describe(code why, const event<P>& e) {
    finding_.stage = session().stage();
    finding_.owed = {};
    finding_.behind = session().has_evidence(why) ? session().evidence_of(why, e) : evidence{};
  }
  constexpr void describe(const detail::fault<P>& f, const event<P>&) {
    finding_.stage = {f.stage};
    finding_.owed = f.owed;
    finding_.behind = {};
    finding_.behind.rules = rule_set{f.flags};
    finding_.behind.was_elsewhere = f.was_elsewhere;
    if (f.code == code::stage_incomplete) finding_.rule = f.owed.rule;
  }
  constexpr void count(code why, finding_class about) noexcept {
    const unsigned is_departure = about == finding_class::departure ? 1 : 0;
    record_faults_ += 1 - is_departure;
    departures_ |= is_departure << (why == code::stage_skipped ? 1U : 0U);
  }
  [[nodiscard]] constexpr bool is_like_the_last(code why, const event<P>& e) const noexcept {
    if (why != finding_.code || detail::is_among(detail::codes_never_alike, why)) return false;
    if (e.act == finding_.what.act) return true;
    if (why != code::wrong_stage && why != code::too_early) return false;
    const auto home = detail::table_of<P>.acts[e.act.index].home;
    return home != detail::none && home == detail::table_of<P>.acts[finding_.what.act.index].home;
  }
  constexpr void tell() {
    if constexpr (requires { sink_(finding_, session()); }) {
      sink_(std::as_const(finding_), session());
    } else {
      sink_(std::as_const(finding_));
    }
  }
  template <typename Word>
  constexpr void say([[maybe_unused]] const Word& word) {
    if constexpr (requires { sink_(word); }) sink_(word);
  }

  detail::recovery<P> recovery_;
  balint::advisories<P> advisories_;
  [[no_unique_address]] Sink sink_;
  finding<P> finding_{};
  std::uint64_t position_ = 0;
  std::uint64_t record_faults_ = 0;
  std::uint64_t silence_ended_ = 0;
  time_span longest_silence_{};
  bool row_goes_on_ = false;
  unsigned departures_ = 0;  ///< Bit 1: a stage was skipped; bit 0: any other.
  bool can_judge_;
};

/// The arguments say of which protocol it is.
template <protocol P, typename Sink = no_sink>
explicit judge(const formation<P>&, Sink = {}) -> judge<P, Sink>;

/// Judges a whole trace; findings go to the sink. Gives the verdict.
template <protocol P, typename Sink>
constexpr verdict judge_trace(const formation<P>& people, std::type_identity_t<std::span<const event<P>>> trace,
                              Sink sink) {
  judge<P, Sink&> all(people, sink);
  for (const auto& e : trace) all.apply(e);
  return all.verdict();
}
/// Judges a whole trace and gives the verdict alone.
template <protocol P>
[[nodiscard]] constexpr verdict judge_trace(const formation<P>& people,
                                            std::type_identity_t<std::span<const event<P>>> trace) {
  return judge_trace<P>(people, trace, no_sink{});
}

}  // namespace balint
