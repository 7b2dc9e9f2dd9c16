// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The judge of the student group as somebody would write it by hand for this one protocol: the session of
/// switch_machine.hpp and, after each refusal, how to go on. It knows nothing of the library, and it is C++17.
#include "switch_machine.hpp"

namespace bench {

/// What a session is, as a whole, numbered as the library numbers it.
enum class plain_verdict : std::uint8_t { different, departs, terminated, in_progress, conforming };

/// The hand-written judge. It counts findings instead of keeping them.
class switch_judge : private student_session {
 public:
  explicit switch_judge(const plain_group& who) noexcept : student_session(who) {}

  void apply(const plain_event& e) noexcept {
    const bool again = pressed;
    pressed = false;
    take(e, again);
  }
  [[nodiscard]] plain_verdict verdict() const noexcept {
    if (is_different) return plain_verdict::different;
    if (departs) return plain_verdict::departs;
    if (!ended) return plain_verdict::in_progress;
    return terminated ? plain_verdict::terminated : plain_verdict::conforming;
  }
  /// The findings, those of a row counted once.
  [[nodiscard]] std::uint64_t findings() const noexcept { return rows; }
  /// The same, each of a row counted.
  [[nodiscard]] std::uint64_t times() const noexcept { return faults; }
  [[nodiscard]] std::uint64_t record_faults() const noexcept { return of_record; }

 private:
  static constexpr std::uint8_t no_stage = 0xFF;
  static constexpr auto stage_skipped = static_cast<answer>(19);  // what the machine never answers

  // ---- what an act is -----------------------------------------------------------------------------------------------

  [[nodiscard]] static constexpr std::uint8_t home_of(std::uint16_t which) noexcept {
    constexpr std::uint8_t homes[]{0, 1, 1, 1, 1, 2, 2, 2, 3, 4, 4, 5};
    return which < 12 ? homes[which] : no_stage;
  }
  [[nodiscard]] static constexpr bool is_move(std::uint16_t which) noexcept {
    return which == static_cast<std::uint16_t>(act::advance) || which == static_cast<std::uint16_t>(act::cut_short);
  }
  /// Questions and answers do not show that a stage was worked in.
  [[nodiscard]] static constexpr bool carries(act which) noexcept { return which != act::ask && which != act::answer; }

  // ---- findings -----------------------------------------------------------------------------------------------------

  void find(answer why, std::uint16_t which) noexcept {
    ++faults;
    if (!is_in_row || !is_like_the_last(why, which)) ++rows;
    is_in_row = true;
    last_why = why;
    last_act = which;
    if (is_of_record(why, which)) {
      ++of_record;
    } else if (why == stage_skipped) {
      is_different = true;
    } else {
      departs = true;
    }
  }
  [[nodiscard]] bool is_like_the_last(answer why, std::uint16_t which) const noexcept {
    if (why != last_why || why == stage_skipped || why >= answer::flag_open) return false;
    if (which == last_act) return true;
    const auto home = home_of(which);
    return (why == answer::wrong_stage || why == answer::too_early) && home != no_stage && home == home_of(last_act);
  }
  [[nodiscard]] bool is_of_record(answer why, std::uint16_t which) const noexcept {
    switch (why) {
      case answer::time_reversed:
      case answer::unknown_act:
      case answer::absent:
      case answer::unknown_target:
      case answer::repeated:
      case answer::nothing_owed:
      case answer::not_absent:
      case answer::too_many_options: return true;
      case answer::session_over: return !terminated || home_of(which) == no_stage;
      case answer::wrong_stage: return is_move(which);
      default: return false;
    }
  }

  // ---- events -------------------------------------------------------------------------------------------------------

  void take(plain_event e, bool again) noexcept {
    auto before = check_before(e);
    if (before == answer::time_reversed) {
      find(before, e.act);
      e.at = no_time;
      before = check_before(e);
    }
    if (before == answer::absent) {
      find(before, e.act);
      if (in(gone, e.by)) return;
      present |= bit_of(e.by);
      before = answer::yes;
    }
    if (before != answer::yes) return find(before, e.act);
    with_act(e.act, [&](auto which) { take_act<decltype(which)::value>(e, again); });
  }
  template <act A>
  void take_act(const plain_event& e, bool again) noexcept {
    if (!is_in_stage<A>()) return from_wrong_stage<A>(e, again);
    const auto why = check<A>(e);
    if (why == answer::yes) {
      accepted_one<A>(e);
    } else {
      recover<A>(why, e, again);
    }
  }
  template <act A>
  void accepted_one(const plain_event& e) noexcept {
    if constexpr (A == act::advance || A == act::cut_short || A == act::close) {
      if (was_elsewhere(stage) && !is_worked(stage)) find(stage_skipped, e.act);
      accept<A>(e);
      if constexpr (A != act::close) moved();
    } else {
      accept<A>(e);
      if constexpr (home_of(static_cast<std::uint16_t>(A)) != no_stage) is_in_row = false;
      if constexpr (home_of(static_cast<std::uint16_t>(A)) != no_stage || A == act::pass) end_run();
      if constexpr (A == act::flag || A == act::remind) found_flags &= ~bit_of(e.target);
    }
  }

  /// Goes on after a refusal of an act that is in its stage.
  template <act A>
  void recover(answer why, const plain_event& e, bool again) noexcept {
    if constexpr (A == act::advance || A == act::cut_short || A == act::close) {
      if (why != answer::wrong_role) return from_stuck_move<A>(e, again);
      find(why, e.act);
      if (flags == 0 && is_complete(stage, A == act::cut_short && is_worked(stage))) return accepted_one<A>(e);
      return from_stuck_move<A>(e, again);
    } else if constexpr (A == act::tell_story) {
      if (why == answer::wrong_role && may_turn_out_presenter(e.by)) {
        presenter = e.by;
        return accepted_one<A>(e);
      }
    }
    find(why, e.act);
    if constexpr (A == act::vote) {
      if (why == answer::unknown_target && may_have_case(e.target)) {
        supply_case(e.target);
        take_act<A>(e, again);
      }
    } else if constexpr (A == act::select_case) {
      const bool is_untimely = why == answer::too_early || why == answer::repeated;
      const bool is_forced = why == answer::leader_is_presenter || why == answer::not_supported;
      if (why == answer::unknown_target && may_have_case(e.target)) {
        supply_case(e.target);
        take_act<A>(e, again);
      } else if (is_forced || (is_untimely && may_have_case(e.target) && !accepted)) {
        supply_case(e.target);
        excused |= group.participants & present & ~(voted | passed[1]);
        if (stage == 1) end_run();
        commit<A>(e);
      } else if (why == answer::too_early) {
        work(1);
      }
    } else if constexpr (home_of(static_cast<std::uint16_t>(A)) != no_stage) {
      if (why == answer::too_early) work(home_of(e.act));
    }
  }
  [[nodiscard]] bool may_turn_out_presenter(std::uint8_t who) const noexcept {
    return in(group.participants, who) && presenter == no_one && !told;
  }
  [[nodiscard]] bool may_have_case(std::uint16_t owner) const noexcept {
    return owner < group.size && in(group.participants & ~cases_out, owner);
  }
  void supply_case(std::uint16_t owner) noexcept {
    cases |= bit_of(owner);
    presented |= bit_of(owner);
  }

  // ---- moves --------------------------------------------------------------------------------------------------------

  template <act A>
  void from_stuck_move(const plain_event& e, bool again) noexcept {
    if constexpr (A != act::close) {
      if (again) {
        find(answer::repeated, e.act);
        pressed = true;
        return;
      }
      if (late_words > 0) {
        --late_words;
        return;
      }
    }
    if ((flags & ~found_flags) != 0) find(answer::flag_open, e.act);
    found_flags |= flags;
    leave(stage, A == act::cut_short && is_worked(stage), e);
    commit<A>(e);
    if constexpr (A != act::close) moved();
  }
  void leave(unsigned left, bool cut_now, const plain_event& e) noexcept {
    const bool is_done = is_complete(left, cut_now);
    if (is_worked(left)) {
      if (!is_done) find(answer::stage_incomplete, e.act);
    } else if (!is_done || was_elsewhere(left)) {
      find(stage_skipped, e.act);
    }
  }
  [[nodiscard]] bool was_elsewhere(unsigned which) const noexcept { return ((out_of_turn >> which) & 1U) != 0; }
  void work(unsigned which) noexcept { worked = static_cast<std::uint8_t>(worked | 1U << which); }

  void moved() noexcept {
    pressed = true;
    late_words = 0;
    moved_from = no_stage;
    if (run_home == stage && run_works) work(stage);
    if (run_home <= stage) end_run();
    entered();
  }
  void go_to(std::uint8_t to, bool works) noexcept {
    stage = to;
    if (works) work(to);
    end_run();
    entered();
  }
  void entered() noexcept {
    if (stage != 2 || teller == no_one || !in(present, teller) || !may_turn_out_presenter(teller)) return;
    presenter = teller;
    end_run();
    commit<act::tell_story>({no_time, teller, static_cast<std::uint16_t>(act::tell_story), 0});
  }

  // ---- out of turn --------------------------------------------------------------------------------------------------

  template <act A>
  void from_wrong_stage(const plain_event& e, bool again) noexcept {
    constexpr auto home = home_of(static_cast<std::uint16_t>(A));
    if constexpr (A == act::close) {
      if (!is_leading(e.by)) return find(answer::wrong_stage, e.act);
      if (run_home == 5) {
        move_with_run(e);
        return take_act<A>(e, again);
      }
      find(answer::wrong_stage, e.act);
      for (unsigned left = stage; left <= 5; ++left) leave(left, false, e);
      stage = 5;
      ended = true;
    } else if constexpr (home == no_stage) {
      find(answer::wrong_stage, e.act);
    } else {
      if (home < stage && home == moved_from) {
        go_back(home, false);
        return take_act<A>(e, again);
      }
      find(answer::wrong_stage, e.act);
      const bool takes_effect = check<A>(e) == answer::yes;
      if (takes_effect) {
        const auto worked_before = worked;
        commit<A>(e);
        worked = worked_before;
        if (carries(A)) out_of_turn = static_cast<std::uint8_t>(out_of_turn | 1U << home);
      } else if (A == act::tell_story && in(group.participants, e.by) && presenter == no_one) {
        teller = e.by;
      }
      if (run_home != home) end_run();
      run_home = home;
      ++run_length;
      run_works = run_works || (takes_effect && carries(A));
      if (home < stage) {
        if (run_length >= 2 && !is_worked(stage)) go_back(home, run_works);
      } else if (run_length >= 3 || (run_length == 2 && is_complete(stage, false))) {
        move_with_run(e);
      }
    }
  }
  void move_with_run(const plain_event& e) noexcept {
    const auto from = stage;
    const auto to = run_home;
    for (unsigned left = from; left < to; ++left) leave(left, false, e);
    moved_from = from;
    late_words = static_cast<std::uint8_t>(to - from);
    go_to(to, run_works);
  }
  void go_back(std::uint8_t to, bool works) noexcept {
    moved_from = no_stage;
    late_words = 0;
    go_to(to, works);
  }
  void end_run() noexcept {
    run_home = no_stage;
    run_length = 0;
    run_works = false;
  }

  std::uint64_t rows = 0, faults = 0, of_record = 0, found_flags = 0;
  std::uint32_t run_length = 0;
  std::uint16_t last_act = 0;
  answer last_why = answer::yes;
  std::uint8_t run_home = no_stage, moved_from = no_stage, late_words = 0, out_of_turn = 0;
  std::uint8_t teller = no_one;
  bool run_works = false, is_in_row = false, pressed = false, departs = false, is_different = false;
};

}  // namespace bench
