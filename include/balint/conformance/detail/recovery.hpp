// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Recovery: how a judge goes on after a refusal, so that one fault is one finding and a word out of turn is no skipped
/// stage.
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/session/detail/masks.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/detail/engine_access.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/session/obligation.hpp>
#include <balint/session/session.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstdint>
#include <utility>

namespace balint::detail {

/// What an event came to.
enum class outcome : std::uint8_t {
  accepted,  ///< It was accepted, perhaps after it was looked at again.
  forced,    ///< It took effect without being accepted.
  ignored,   ///< It changed nothing.
};

/// What is reported of flags that are open at a move, and of a stage that is left: what it owes first. Any other fault
/// is its code alone.
template <typename P>
struct fault {
  balint::code code{};
  std::uint8_t stage = 0;
  obligation<P> owed{};
  std::uint64_t flags = 0;     ///< For a flag that is open: of which rules.
  bool was_elsewhere = false;  ///< For a stage left out: whether acts of it took effect elsewhere.
};

/// Acts of one other stage that come in a row, whether they take effect or not.
struct run {
  std::uint8_t home = none;  ///< Their stage; none: there is no run.
  std::uint8_t length = 0;   ///< How many, as far as it matters: three are as good as many.
  bool works = false;        ///< Whether one took effect that carries its stage.
};

/// A session that goes on after refusals. Each fault is reported before it is recovered from, as a code or a `fault`.
template <protocol P>
class recovery {
 public:
  constexpr explicit recovery(const group<P>& people) noexcept : session_(people) {}

  [[nodiscard]] constexpr const session<P>& now() const noexcept { return session_; }

  /// The longest time between two accepted events that state one.
  [[nodiscard]] constexpr time_span longest_silence() const noexcept { return engine().remembered().longest_silence; }

  /// Takes an event, reporting what is found by `report(code)` or `report(fault)`.
  template <typename Report>
  constexpr outcome apply(const event<P>& e, Report report) {
    const bool pressed = std::exchange(was_moved_, false);
    return take(e, pressed, report);
  }

 private:
  static constexpr const table<P>& tables = table_of<P>;
  static constexpr auto last_stage = static_cast<std::uint8_t>(P::order::size - 1);

  [[nodiscard]] constexpr detail::engine<P>& engine() noexcept { return engine_access::of(session_); }
  [[nodiscard]] constexpr const detail::engine<P>& engine() const noexcept { return engine_access::of(session_); }
  [[nodiscard]] constexpr std::uint8_t stage() const noexcept { return engine().remembered().stage; }
  [[nodiscard]] static constexpr bool leaves_for_next(effect does) noexcept {
    return does == effect::advances || does == effect::cuts_short;
  }
  [[nodiscard]] constexpr bool is_accepted() const noexcept { return engine().happened(effect::accepts_case); }
  template <typename Report>
  constexpr void find(code why, Report& report) const {
    report(why);
  }

  /// Takes an event as it is, or as it is looked at again after a fault.
  template <typename Report>
  constexpr outcome take(const event<P>& e, bool pressed, Report& report) {
    const bool moves = e.act.index < act_count<P> && ((masks_of<P>.moves >> e.act.index) & 1U) != 0;
    if (moves) {
      const code why = engine().why_not(e);
      return why == no_refusal ? accept_move(e, report) : refused(why, e, pressed, report);
    }
    const code why = engine().attempt(e);
    return why == no_refusal ? note_accepted(e) : refused(why, e, pressed, report);
  }
  /// Recovers from what stands against an event.
  template <typename Report>
  constexpr outcome refused(code why, const event<P>& e, bool pressed, Report& report) {
    // Most are one of these two.
    if (why == code::wrong_stage) return from_wrong_stage(e, pressed, report);
    if (why == code::wrong_role && !is_forgiven(e.act)) {
      find(why, report);
      return outcome::ignored;
    }
    switch (why) {
      case code::time_reversed: {
        find(why, report);
        auto timeless = e;
        timeless.at = unstated;
        return take(timeless, pressed, report);
      }
      case code::absent:
        find(why, report);
        if (((engine().remembered().gone >> e.by.index) & 1U) != 0) return outcome::ignored;
        engine().bring_back(e.by);
        return take(e, pressed, report);
      case code::session_over:
      case code::unknown_person:
      case code::unknown_act: find(why, report); return outcome::ignored;
      default: return recover(why, e, pressed, report);
    }
  }
  /// Whether an act may take effect although the person who did it may not.
  [[nodiscard]] static constexpr bool is_forgiven(act_id<P> act) noexcept {
    return ((masks_of<P>.moves >> act.index) & 1U) != 0 || tables.acts[act.index].does == effect::tells_story;
  }
  /// Recovers from what stands against an act that the protocol knows, by somebody who is there.
  template <typename Report>
  constexpr outcome recover(code why, const event<P>& e, bool pressed, Report& report) {
    const act_row& row = tables.acts[e.act.index];
    switch (why) {
      case code::wrong_role:
        if (row.does == effect::tells_story && may_turn_out_presenter(e.by)) {
          engine().present(e.by);
          engine().accept(e);
          return note_accepted(e);
        }
        find(why, report);
        if (!leaves_for_next(row.does) && row.does != effect::closes) return outcome::ignored;
        if (const code still = engine().check_move(row); still != no_refusal)
          return from_stuck_move(still, e, pressed, report);
        return accept_move(e, report);
      case code::flag_open:
      case code::supervisor_absent:
      case code::stage_incomplete: return from_stuck_move(why, e, pressed, report);
      case code::unknown_target: {
        find(why, report);
        const bool on_case = row.does == effect::supports_case || row.does == effect::selects_case;
        if (!on_case || !engine().may_have_case(raw_target(e))) return outcome::ignored;
        engine().supply_case(raw_target(e));
        return take(e, pressed, report);
      }
      case code::too_early:
      case code::repeated:
        find(why, report);
        if (row.does == effect::selects_case && engine().may_have_case(raw_target(e)) && !is_accepted()) {
          engine().supply_case(raw_target(e));
          return force(e);
        }
        if (why == code::too_early && row.home != none) engine().work(row.home);
        return outcome::ignored;
      case code::leader_is_presenter:
      case code::not_supported: find(why, report); return force(e);
      default: find(why, report); return outcome::ignored;
    }
  }

  /// Anyone who tells the story shows whose case it is, where the record does not.
  [[nodiscard]] constexpr bool may_turn_out_presenter(person_id who) const noexcept {
    return engine().is_candidate(who) && session_.presenter() == nobody && !engine().happened(effect::tells_story);
  }
  /// A selection that is forced: the votes that are missing then are no longer owed.
  constexpr outcome force(const event<P>& e) noexcept {
    if (tables.acts[e.act.index].does == effect::selects_case) engine().excuse_voters();
    if (tables.acts[e.act.index].home == stage()) run_ = {};
    engine().commit(e);
    return outcome::forced;
  }

  /// A move or a close that is accepted: nothing is owed.
  template <typename Report>
  constexpr outcome accept_move(const event<P>& e, Report& report) {
    const effect does = tables.acts[e.act.index].does;
    if (const auto left = stage(); was_elsewhere(left) && !engine().is_worked(left))
      report(fault<P>{.code = code::stage_skipped, .stage = left, .was_elsewhere = true});
    engine().accept(e);
    if (leaves_for_next(does)) moved();
    return outcome::accepted;
  }
  /// Another act was accepted: it ends the run if it is of this stage or a pass.
  constexpr outcome note_accepted(const event<P>& e) noexcept {
    constexpr const masks<P>& sets = masks_of<P>;
    if ((((sets.at_home | sets.passes) >> e.act.index) & 1U) != 0) {
      run_ = {};
    } else if (((sets.on_breach >> e.act.index) & 1U) != 0) {
      if (tables.acts[e.act.index].target == target_kind::rule) found_flags_ &= ~bit(raw_target(e));
    }
    return outcome::accepted;
  }

  /// A move or a close against which something stands.
  template <typename Report>
  constexpr outcome from_stuck_move(code why, const event<P>& e, bool pressed, Report& report) {
    const act_row& row = tables.acts[e.act.index];
    if (leaves_for_next(row.does)) {
      if (pressed) {  // Somebody pressed twice.
        find(code::repeated, report);
        was_moved_ = true;
        return outcome::ignored;
      }
      if (late_words_ > 0) {
        --late_words_;
        return outcome::ignored;
      }
    }
    static_cast<void>(why);
    if (const auto flags = engine().remembered().open_flags & ~found_flags_; flags != 0)
      report(fault<P>{.code = code::flag_open, .stage = stage(), .flags = flags});
    found_flags_ |= engine().remembered().open_flags;
    if (engine().is_unattended(row)) find(code::supervisor_absent, report);
    leave(stage(), engine().reach_of(row.does), report);
    engine().commit(e);
    if (leaves_for_next(row.does)) moved();
    return outcome::forced;
  }

  /// Looks at a stage that is left: what it owes, or that it was gone through elsewhere.
  template <typename Report>
  constexpr void leave(std::uint8_t left, reach which, Report& report) const {
    const bool worked = engine().is_worked(left);
    const auto owed = engine().first_owed(left, which);
    if (worked && owed) report(fault<P>{code::stage_incomplete, left, owed});
    if (!worked && (owed || was_elsewhere(left)))
      report(fault<P>{.code = code::stage_skipped, .stage = left, .owed = owed, .was_elsewhere = was_elsewhere(left)});
  }
  /// Whether an act that carries a stage took effect out of turn.
  [[nodiscard]] constexpr bool was_elsewhere(std::uint8_t left) const noexcept {
    return ((out_of_turn_ >> left) & 1U) != 0;
  }
  /// The session has just moved to the next stage.
  constexpr void moved() noexcept {
    was_moved_ = true;
    late_words_ = 0;
    moved_from_ = none;
    const bool is_of_run = run_.home == stage();
    if (is_of_run && run_.works) engine().work(stage());
    if (is_of_run || run_.home < stage()) run_ = {};
    entered();
  }
  /// The session is in a stage that it was not in: a story told before its turn takes effect now.
  constexpr void entered() noexcept {
    if (teller_ == nobody || !engine().is_present(teller_) || !may_turn_out_presenter(teller_)) return;
    const auto story = act_with_effect<P>(effect::tells_story);
    if (tables.acts[story.index].home != stage()) return;
    engine().present(teller_);
    run_ = {};
    engine().commit(raw_event<P>({.by = teller_, .act = story}));
  }

  template <typename Report>
  constexpr outcome from_wrong_stage(const event<P>& e, bool pressed, Report& report) {
    const auto home = masks_of<P>.home[e.act.index];
    if (home == none) {
      if (tables.acts[e.act.index].does == effect::closes && e.by == engine().acting_leader())
        return close_early(e, pressed, report);
      find(code::wrong_stage, report);
      return outcome::ignored;
    }
    if (home < stage() && home == moved_from_) {  // The run that moved the session was an excursion.
      go_back(home, false);
      return take(e, pressed, report);
    }
    find(code::wrong_stage, report);
    const act_row& row = tables.acts[e.act.index];
    const bool takes_effect = engine().check_out_of_turn(e) == no_refusal;
    if (takes_effect) {
      engine().commit_out_of_turn(e);
      if (row.carries) out_of_turn_ |= bit(home);
    } else if (row.does == effect::tells_story && engine().is_candidate(e.by) && session_.presenter() == nobody) {
      teller_ = e.by;
    }
    if (run_.home != home) run_ = {.home = home};
    if (run_.length < 3) ++run_.length;
    run_.works = run_.works || (takes_effect && row.carries);
    follow_run(report);
    return takes_effect ? outcome::forced : outcome::ignored;
  }
  /// Whether the run shows that the session is elsewhere.
  template <typename Report>
  constexpr void follow_run(Report& report) {
    if (run_.home > stage()) {
      if (run_.length >= 3 || (run_.length == 2 && !engine().owes(stage(), reach::all))) move_with_run(report);
    } else if (run_.length >= 2 && !engine().is_worked(stage())) {
      go_back(run_.home, run_.works);
    }
  }
  /// The session has moved on to the stage of the run.
  template <typename Report>
  constexpr void move_with_run(Report& report) {
    const auto from = stage();
    const auto to = run_.home;
    for (auto left = from; left < to; ++left) leave(left, reach::all, report);
    engine().enter(to);
    if (run_.works) engine().work(to);
    run_ = {};
    moved_from_ = from;
    late_words_ = static_cast<std::uint8_t>(to - from);
    entered();
  }
  constexpr void go_back(std::uint8_t to, bool works) noexcept {
    engine().enter(to);
    if (works) engine().work(to);
    run_ = {};
    moved_from_ = none;
    late_words_ = 0;
    entered();
  }
  /// The acting leader closes before the last stage.
  template <typename Report>
  constexpr outcome close_early(const event<P>& e, bool pressed, Report& report) {
    if (run_.home == last_stage) {
      move_with_run(report);
      return take(e, pressed, report);
    }
    find(code::wrong_stage, report);
    for (auto left = stage(); left <= last_stage; ++left) leave(left, reach::all, report);
    engine().enter(last_stage);
    engine().end(ending::closed);
    return outcome::forced;
  }

  session<P> session_;
  run run_{};
  std::uint64_t out_of_turn_ = 0;   ///< Stages of which an act that carries them took effect elsewhere.
  std::uint64_t found_flags_ = 0;   ///< Rules whose open flag a move has found.
  std::uint8_t moved_from_ = none;  ///< The stage from which a run moved the session, while it may take it back.
  std::uint8_t late_words_ = 0;     ///< How many moves still come after the run that was quicker.
  bool was_moved_ = false;          ///< Whether the event before was a move that took effect, or was pressed again.
  person_id teller_ = nobody;       ///< Who told a story out of turn while nobody presented.
};

}  // namespace balint::detail
