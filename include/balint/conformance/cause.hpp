// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Causes: findings that come of one thing stand under it, with the events they are about, what was legal and how grave
/// it is.
#include <balint/vocabulary/detail/name_at.hpp>
#include <balint/conformance/detail/past.hpp>
#include <balint/conformance/finding.hpp>
#include <balint/conformance/judge.hpp>
#include <balint/conformance/severity.hpp>
#include <balint/group/form.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/session/session.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace balint {

/// What kind of thing went wrong.
enum class cause_kind : std::uint8_t {
  group,            ///< The group itself.
  stages_moved,     ///< Stages were left out or came in another order.
  stage_not_left,   ///< A stage was complete, and nobody said that it was left.
  ended_early,      ///< The session was closed before its last stage, or went on after its end.
  owed,             ///< Something owed was left open.
  unanswered_flag,  ///< A flag was not answered.
  misplaced,        ///< An event that could not be recorded.
};

/// The name of a kind.
[[nodiscard]] constexpr std::string_view name_of(cause_kind kind) noexcept {
  constexpr std::string_view names[]{"group", "stages_moved",    "stage_not_left", "ended_early",
                                     "owed",  "unanswered_flag", "misplaced"};
  return detail::name_at(names, std::size(names), static_cast<std::size_t>(kind));
}

/// Findings of one cause.
template <typename P>
struct cause {
  /// What kind of cause it is.
  cause_kind kind{};
  /// The gravest of its findings' rules.
  balint::severity severity = balint::severity::required;
  /// All of them, in the order of the trace; the first is what began it.
  std::vector<finding<P>> findings{};
  /// Which of all findings of the trace they are, from 1.
  std::vector<std::uint64_t> numbers{};
  /// Earlier events that they are about: the option's proposal, the flag without an answer, the act done before.
  std::vector<std::uint64_t> related{};
  /// What the person who acted first could have done instead.
  act_set<P> legal{};
};

/// Groups findings under their causes as a judge finds them; the trace is the one that is judged.
template <protocol P>
class cause_sink {
 public:
  /// Begins with the trace that is judged, which has to live as long.
  explicit cause_sink(std::span<const event<P>> trace) noexcept : trace_(trace) {}

  /// Takes a finding, as a judge gives it to its sink.
  void operator()(const finding<P>& f, const session<P>& then) {
    if (f.times > 1 && !found_.empty() && last_ < found_.size()) {
      found_[last_].findings.back() = f;
      return;
    }
    if (!past_) past_.emplace(then.people());
    while (f.event != 0 && past_->seen() + 1 < f.event) {
      const auto& e = trace_[past_->seen()];
      moves_ += is_move(e.act) ? 1 : 0;
      past_->see(e);
    }
    const auto kind = kind_of(f, then);
    const auto about = f.event == 0 ? std::vector<std::uint64_t>{} : past_->about(f);
    last_ = home_of({f, then, kind, about});
    if (last_ == found_.size()) {
      found_.emplace_back();
      found_.back().kind = kind;
      if (f.event != 0) found_.back().legal = then.legal_acts(f.what.by);
    }
    auto& one = found_[last_];
    const bool was_misplaced = one.kind == cause_kind::stage_not_left || one.kind == cause_kind::misplaced;
    if (kind == cause_kind::stages_moved && (one.findings.empty() || was_misplaced)) {
      one.kind = kind;
      moved_ = last_;
    }
    if (kind == cause_kind::stage_not_left && one.kind == cause_kind::misplaced) one.kind = kind;
    one.severity = (std::max)(one.severity, severity_of<P>(f.rule));
    one.findings.push_back(f);
    one.numbers.push_back(++count_);
    for (const auto at : about) {
      if (std::find(one.related.begin(), one.related.end(), at) == one.related.end()) one.related.push_back(at);
    }
  }

  /// The causes so far, in the order in which they were first seen.
  [[nodiscard]] const std::vector<cause<P>>& causes() const noexcept { return found_; }

 private:
  [[nodiscard]] static constexpr effect does(act_id<P> act) noexcept {
    return act.index < act_count<P> ? detail::table_of<P>.acts[act.index].does : effect::none;
  }
  [[nodiscard]] cause_kind kind_of(const finding<P>& f, const session<P>& then) const {
    if (f.event == 0) return cause_kind::group;
    const auto home = f.what.act.index < act_count<P> ? detail::table_of<P>.acts[f.what.act.index].home : detail::none;
    switch (f.code) {
      case code::flag_open: return cause_kind::unanswered_flag;
      case code::session_over: return cause_kind::ended_early;
      case code::stage_skipped: return cause_kind::stages_moved;
      case code::stage_incomplete: return cause_kind::owed;
      case code::wrong_stage:
        if (does(f.what.act) == effect::closes) return cause_kind::ended_early;
        return home == then.stage().index + 1 && then.is_complete() ? cause_kind::stage_not_left
                                                                    : cause_kind::misplaced;
      default: return cause_kind::misplaced;
    }
  }
  // ---- under which cause a finding belongs --------------------------------------------------------------------------

  /// A finding, and what the rules ask about it.
  struct sighting {
    const finding<P>& f;
    const session<P>& then;
    cause_kind kind;
    const std::vector<std::uint64_t>& about;
  };
  /// Where a rule applies to a finding, it says under which cause that belongs.
  struct rule {
    bool (cause_sink::*applies)(const sighting&) const;
    std::size_t (cause_sink::*home)(const sighting&) const;
  };
  /// Under which cause a finding belongs, by the first rule that applies; the number of causes: under a new one.
  [[nodiscard]] std::size_t home_of(const sighting& one) const {
    static constexpr rule rules[]{
        {&cause_sink::is_shown_by_an_act, &cause_sink::the_cause_before},
        {&cause_sink::was_gone_past, &cause_sink::the_act_of_a_later_stage},
        {&cause_sink::is_after_the_end, &cause_sink::the_early_end},
        {&cause_sink::is_still_behind, &cause_sink::the_moves_behind},
        {&cause_sink::was_pressed_for_it, &cause_sink::the_cause_before},
        {&cause_sink::ends_early, &cause_sink::a_new_one},
        {&cause_sink::is_out_of_step, &cause_sink::the_moved_stages},
        {&cause_sink::is_left_of_a_stage_gone_past, &cause_sink::the_moved_stages},
        {&cause_sink::lacks_the_selection_gone_past, &cause_sink::the_moved_stages},
        {&cause_sink::lacks_the_move_gone_past, &cause_sink::the_moved_stages},
        {&cause_sink::shows_that_stages_moved, &cause_sink::the_stage_not_left},
        {&cause_sink::was_done_to_no_effect, &cause_sink::the_moved_stages},
        {&cause_sink::is_about_a_missing_option, &cause_sink::the_missing_proposal},
        {&cause_sink::is_a_missing_selection, &cause_sink::the_acceptance_without_one},
    };
    for (const auto& each : rules) {
      if ((this->*each.applies)(one)) return (this->*each.home)(one);
    }
    return a_new_one(one);
  }

  /// An act out of turn, or a close, shows that a stage was left: the finding about it comes right before.
  [[nodiscard]] bool is_shown_by_an_act(const sighting& one) const {
    if (one.f.code != code::stage_skipped && one.f.code != code::stage_incomplete) return false;
    if (is_act_of_a_stage<P>(one.f.what.act)) return true;
    return does(one.f.what.act) == effect::closes && last_ < found_.size() &&
           has(found_[last_], [&](const auto& f) { return f.event == one.f.event && f.code == code::wrong_stage; });
  }
  /// A stage was left out, and an act of a later one came in it before.
  [[nodiscard]] bool was_gone_past(const sighting& one) const {
    return one.kind == cause_kind::stages_moved && !have_stages_moved() &&
           the_act_of_a_later_stage(one) < found_.size();
  }
  [[nodiscard]] bool is_after_the_end(const sighting& one) const {
    return one.kind == cause_kind::ended_early && one.f.code == code::session_over;
  }
  /// The moves on record are as far behind the acts, or ahead of them, as when that was found: no act of a stage was
  /// accepted in its turn since. A close is part of it where so many moves more would have led to the last stage.
  [[nodiscard]] bool is_still_behind(const sighting& one) const {
    const auto behind = the_moves_behind(one);
    if (behind >= found_.size()) return false;
    if (one.f.code == code::repeated) return is_move(one.f.what.act);
    if (one.f.code != code::wrong_stage) return false;
    if (does(one.f.what.act) == effect::closes)
      return one.f.stage.index + stages_behind(found_[behind]) + 1U >= P::order::size;
    return is_act_of_a_stage<P>(one.f.what.act) && (home_of_act(one.f) > one.f.stage.index || !is_in_step(one));
  }
  /// What looked like a move pressed twice left a stage: nothing was done in that stage since, or the stage after it is
  /// the one that nobody has left.
  [[nodiscard]] bool was_pressed_for_it(const sighting& one) const {
    if (last_ >= found_.size() || !is_of_a_later_stage(one.f)) return false;
    const auto& press = found_[last_].findings.back();
    if (press.code != code::repeated || !is_move(press.what.act)) return false;
    const bool is_unused = past_->last_in_turn() < press.event;
    if (one.f.stage == press.stage) return is_unused;
    return one.f.stage.index == press.stage.index + 1U && (is_unused || past_->stage_in_turn() == press.stage);
  }
  [[nodiscard]] bool ends_early(const sighting& one) const { return one.kind == cause_kind::ended_early; }
  /// The session is at another stage than as many moves lead to: what that entails has the same cause, but for a skip.
  [[nodiscard]] bool is_out_of_step(const sighting& one) const {
    if (!have_stages_moved()) return false;
    if (one.kind == cause_kind::stages_moved) return true;
    if (is_in_step(one)) return false;
    switch (one.f.code) {
      case code::wrong_stage:
      case code::unknown_target:
      case code::too_early: return true;
      case code::wrong_role: return one.then.presenter() == nobody;
      default: return false;
    }
  }
  [[nodiscard]] bool is_left_of_a_stage_gone_past(const sighting& one) const {
    return have_stages_moved() && one.kind == cause_kind::misplaced && one.f.code == code::wrong_stage;
  }
  /// The moves are in step again, and nobody was selected.
  [[nodiscard]] bool lacks_the_selection_gone_past(const sighting& one) const {
    const bool is_behind_selecting = one.then.stage().index > detail::last_selecting_stage<P>;
    return have_stages_moved() && is_behind_selecting && one.then.presenter() == nobody &&
           (one.f.code == code::wrong_role || one.f.code == code::stage_incomplete);
  }
  /// The moves are in step again, but for that of a stage that was skipped.
  [[nodiscard]] bool lacks_the_move_gone_past(const sighting& one) const {
    return have_stages_moved() && one.kind == cause_kind::stage_not_left &&
           found_[moved_].findings.back().stage.index + 1 == one.then.stage().index;
  }
  /// The stage that nobody left was the first sign of others out of step.
  [[nodiscard]] bool shows_that_stages_moved(const sighting& one) const {
    return one.kind == cause_kind::stages_moved && !have_stages_moved() && !is_in_step(one);
  }
  /// What is owed was done, but where the stages had moved it came to nothing.
  [[nodiscard]] bool was_done_to_no_effect(const sighting& one) const {
    return have_stages_moved() && one.kind == cause_kind::owed && past_->came_to_nothing(one.f.owed.act);
  }
  /// An option is missing because its proposal is.
  [[nodiscard]] bool is_about_a_missing_option(const sighting& one) const {
    return one.f.code == code::unknown_target && target_of<P>(one.f.what.act) == target_kind::option;
  }
  /// The case was accepted or declined, and the selection that is owed is missing.
  [[nodiscard]] bool is_a_missing_selection(const sighting& one) const {
    return one.kind == cause_kind::owed && does(one.f.owed.act) == effect::selects_case;
  }
  [[nodiscard]] bool have_stages_moved() const noexcept { return moved_ < found_.size(); }
  [[nodiscard]] bool is_in_step(const sighting& one) const { return one.then.stage().index == moves_; }

  [[nodiscard]] std::size_t a_new_one(const sighting&) const { return found_.size(); }
  [[nodiscard]] std::size_t the_moved_stages(const sighting&) const { return moved_; }
  [[nodiscard]] std::size_t the_cause_before(const sighting&) const { return last_; }
  [[nodiscard]] std::size_t the_act_of_a_later_stage(const sighting& one) const {
    return latest([&](const cause<P>& c) {
      return has(c, [&](const auto& f) { return f.stage == one.f.stage && is_of_a_later_stage(f); });
    });
  }
  [[nodiscard]] std::size_t the_moves_behind(const sighting&) const {
    return latest([&](const cause<P>& c) {
      const bool is_about_moves = c.kind == cause_kind::stages_moved || c.kind == cause_kind::stage_not_left;
      return is_about_moves && past_->last_in_turn() < c.findings.back().event;
    });
  }
  [[nodiscard]] std::size_t the_early_end(const sighting&) const {
    return latest([](const cause<P>& c) { return c.kind == cause_kind::ended_early; });
  }
  [[nodiscard]] std::size_t the_stage_not_left(const sighting&) const {
    return latest([](const cause<P>& c) { return c.kind == cause_kind::stage_not_left; });
  }
  [[nodiscard]] std::size_t the_missing_proposal(const sighting&) const {
    return latest([](const cause<P>& c) {
      return c.kind == cause_kind::owed && does(c.findings.front().owed.act) == effect::makes_option;
    });
  }
  [[nodiscard]] std::size_t the_acceptance_without_one(const sighting& one) const {
    return latest([&](const cause<P>& c) {
      const auto act = does(c.findings.front().what.act);
      return c.kind == cause_kind::misplaced && c.findings.front().stage == one.f.stage &&
             (act == effect::accepts_case || act == effect::declines_case);
    });
  }
  [[nodiscard]] static std::size_t home_of_act(const finding<P>& f) noexcept {
    return detail::table_of<P>.acts[f.what.act.index].home;
  }
  [[nodiscard]] static bool is_move(act_id<P> act) noexcept {
    return does(act) == effect::advances || does(act) == effect::cuts_short;
  }
  [[nodiscard]] static bool is_of_a_later_stage(const finding<P>& f) noexcept {
    return f.code == code::wrong_stage && is_act_of_a_stage<P>(f.what.act) && home_of_act(f) > f.stage.index;
  }
  /// How many moves were missing when an act of a later stage was last found.
  [[nodiscard]] static std::size_t stages_behind(const cause<P>& c) noexcept {
    std::size_t behind = 0;
    for (const auto& f : c.findings) {
      if (is_of_a_later_stage(f)) behind = home_of_act(f) - f.stage.index;
    }
    return behind;
  }
  /// Whether one of the findings of a cause fits.
  template <typename Fits>
  [[nodiscard]] static bool has(const cause<P>& c, Fits fits) {
    return std::any_of(c.findings.begin(), c.findings.end(), fits);
  }
  /// The latest cause that fits, or the number of causes.
  template <typename Fits>
  [[nodiscard]] std::size_t latest(Fits fits) const {
    for (std::size_t i = found_.size(); i-- > 0;) {
      if (fits(found_[i])) return i;
    }
    return found_.size();
  }

  std::span<const event<P>> trace_;
  std::optional<detail::past<P>> past_;
  std::vector<cause<P>> found_;
  std::uint64_t count_ = 0;
  std::size_t moves_ = 0;
  std::size_t moved_ = ~std::size_t{0};
  std::size_t last_ = 0;
};

/// What went wrong in a trace, each cause with all that came of it.
template <protocol P>
[[nodiscard]] std::vector<cause<P>> causes_of(const formation<P>& people,
                                              std::type_identity_t<std::span<const event<P>>> trace) {
  judge<P, cause_sink<P>> all(people, cause_sink<P>(trace));
  for (const auto& e : trace) all.apply(e);
  return all.sink().causes();
}

}  // namespace balint
