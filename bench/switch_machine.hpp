// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The student group as somebody would write it by hand for this one protocol: a switch over the acts, with the same
/// checks in the same order and the same state as the library's. It knows nothing of the library, and it is C++17, so
/// that Boost.MSM and Boost.Statechart can be given the very same checks and effects.
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace bench {

enum class act : std::uint16_t {
  present_case,
  vote,
  select_case,
  accept_case,
  decline_case,
  tell_story,
  ask,
  answer,
  propose,
  assess,
  forecast,
  self_assess,
  open,
  advance,
  cut_short,
  close,
  terminate,
  pass,
  withdraw,
  drop,
  rejoin,
  hand_over,
  remind,
  refocus,
  flag,
  note,
  assist
};
inline constexpr std::size_t act_total = 27;

/// The answers, numbered as the library numbers them; 255 accepts.
enum class answer : std::uint8_t {
  session_over,
  time_reversed,
  unknown_person,
  unknown_act,
  absent,
  wrong_stage,
  wrong_role,
  too_early,
  unknown_target,
  repeated,
  nothing_owed,
  not_absent,
  somebody_leads,
  leader_is_presenter,
  not_supported,
  too_many_options,
  flag_open,
  supervisor_absent,
  stage_incomplete,
  yes = 255
};

struct plain_event {
  std::int64_t at;
  std::uint8_t by;
  std::uint16_t act;
  std::uint16_t target;
};

/// Who holds which office; bit i is person i.
struct plain_group {
  std::uint64_t participants, leaders, deputies, supervisors, grading;
  std::uint8_t size;
};

/// A run of events of one session.
struct plain_trace {
  const plain_event* first;
  std::size_t count;
};

inline constexpr std::int64_t no_time = std::numeric_limits<std::int64_t>::max();
inline constexpr std::uint16_t rule_total = 18;
inline constexpr std::uint8_t no_one = 0xFF;

constexpr std::uint64_t bit_of(unsigned i) noexcept { return std::uint64_t{1} << (i & 63U); }

/// All that a session remembers, with the checks and effects of each act written out.
class student_session {
 public:
  explicit student_session(const plain_group& who) noexcept
      : group(who), present(who.size >= 64 ? ~std::uint64_t{0} : bit_of(who.size) - 1), leaders(who.leaders) {}

  /// What stands against an event before its act is looked at.
  [[nodiscard]] answer check_before(const plain_event& e) const noexcept {
    if (ended) return answer::session_over;
    if (e.at < last_at) return answer::time_reversed;
    if (e.by >= group.size) return answer::unknown_person;
    if (e.act >= act_total) return answer::unknown_act;
    if (!in(present, e.by)) {
      const bool comes_or_goes =
          e.act == static_cast<std::uint16_t>(act::rejoin) || e.act == static_cast<std::uint16_t>(act::withdraw);
      if (in(gone, e.by) || !comes_or_goes) return answer::absent;
    }
    return answer::yes;
  }

  /// Whether the stage is one that the act belongs to.
  template <act A>
  [[nodiscard]] bool is_in_stage() const noexcept {
    switch (A) {
      case act::present_case: return stage == 0;
      case act::vote:
      case act::select_case:
      case act::accept_case:
      case act::decline_case: return stage == 1;
      case act::tell_story:
      case act::ask:
      case act::answer: return stage == 2;
      case act::propose: return stage == 3;
      case act::assess:
      case act::forecast: return stage == 4;
      case act::self_assess: return stage == 5;
      case act::advance:
      case act::cut_short: return stage != 5;
      case act::close: return stage == 5;
      default: return true;
    }
  }

  /// What stands against an act that is in its stage.
  template <act A>
  [[nodiscard]] answer check(const plain_event& e) const noexcept {
    if constexpr (A == act::present_case) {
      if (!in(group.participants, e.by)) return answer::wrong_role;
      if (in(presented | passed[0], e.by)) return answer::repeated;
    } else if constexpr (A == act::vote) {
      if (!in(group.participants, e.by) && !is_leading(e.by)) return answer::wrong_role;
      if (!is_open_case(e.target)) return answer::unknown_target;
      if (in(voted | passed[1], e.by)) return answer::repeated;
    } else if constexpr (A == act::select_case) {
      if (!is_leading(e.by)) return answer::wrong_role;
      if ((group.participants & present & ~(voted | passed[1] | excused)) != 0) return answer::too_early;
      if (!is_open_case(e.target)) return answer::unknown_target;
      if (selected || (presenter != no_one && presenter != e.target)) return answer::repeated;
      if (in(leaders, e.target) || is_leading(static_cast<std::uint8_t>(e.target))) return answer::leader_is_presenter;
      if (is_outvoted(e.target)) return answer::not_supported;
    } else if constexpr (A == act::accept_case) {
      if (e.by != presenter) return answer::wrong_role;
      if (!selected) return answer::too_early;
      if (accepted) return answer::repeated;
    } else if constexpr (A == act::decline_case) {
      if (e.by != presenter) return answer::wrong_role;
      if (!selected) return answer::too_early;
      if (accepted) return answer::repeated;
    } else if constexpr (A == act::tell_story) {
      if (e.by != presenter) return answer::wrong_role;
      if (told) return answer::repeated;
    } else if constexpr (A == act::ask) {
      if (!is_listening_or_leading(e.by)) return answer::wrong_role;
      if (!told) return answer::too_early;
    } else if constexpr (A == act::answer) {
      if (e.by != presenter) return answer::wrong_role;
      if (!asked) return answer::too_early;
    } else if constexpr (A == act::propose) {
      if (!is_listening_or_leading(e.by) && e.by != presenter) return answer::wrong_role;
      if (options >= 256) return answer::too_many_options;
    } else if constexpr (A == act::assess || A == act::forecast) {
      if (!is_listening_or_leading(e.by)) return answer::wrong_role;
      if (e.target < 1 || e.target > options) return answer::unknown_target;
    } else if constexpr (A == act::self_assess) {
      if (e.by != presenter) return answer::wrong_role;
      if (self_assessed) return answer::repeated;
    } else if constexpr (A == act::open) {
      if (!is_leading(e.by)) return answer::wrong_role;
      if (begun) return answer::repeated;
    } else if constexpr (A == act::advance || A == act::cut_short || A == act::close) {
      if (!is_leading(e.by)) return answer::wrong_role;
      if (flags != 0) return answer::flag_open;
      if (!is_complete(stage, A == act::cut_short && is_worked(stage))) return answer::stage_incomplete;
    } else if constexpr (A == act::terminate) {
      if (!is_leading(e.by) && !(acting() == 0 && in(group.participants, e.by))) return answer::wrong_role;
    } else if constexpr (A == act::refocus) {
      if (!is_leading(e.by)) return answer::wrong_role;
    } else if constexpr (A == act::pass) {
      if (!in(group.participants, e.by)) return answer::wrong_role;
      if (!owes_a_turn(e.by)) return answer::nothing_owed;
    } else if constexpr (A == act::rejoin) {
      if (in(present, e.by)) return answer::not_absent;
    } else if constexpr (A == act::hand_over) {
      if (!is_leading(e.by)) return answer::wrong_role;
      if (e.target >= group.size || e.target == presenter || e.target == e.by) return answer::unknown_target;
      if (!in(present & group.deputies, e.target)) return answer::unknown_target;
    } else if constexpr (A == act::remind) {
      if (!is_leading(e.by)) return answer::wrong_role;
      if (e.target >= rule_total) return answer::unknown_target;
    } else if constexpr (A == act::flag) {
      if (e.target >= rule_total) return answer::unknown_target;
    } else if constexpr (A == act::note || A == act::assist) {
      if (!in(group.supervisors, e.by)) return answer::wrong_role;
    }
    return answer::yes;
  }

  /// An act that is accepted: its time counts, and it takes effect.
  template <act A>
  void accept(const plain_event& e) noexcept {
    begun = true;
    if (e.at != no_time) {
      if (first_at == no_time) {
        first_at = e.at;
      } else if (e.at - last_at > longest_silence) {
        longest_silence = e.at - last_at;
      }
      last_at = e.at;
    }
    commit<A>(e);
  }

  /// What an act changes when it takes effect.
  template <act A>
  void commit(const plain_event& e) noexcept {
    if constexpr (A == act::present_case || A == act::vote || A == act::select_case || A == act::accept_case ||
                  A == act::decline_case || A == act::tell_story || A == act::propose || A == act::assess ||
                  A == act::forecast || A == act::self_assess || A == act::pass) {
      worked = static_cast<std::uint8_t>(worked | 1U << stage);
    }
    const auto self = bit_of(e.by);
    if constexpr (A == act::present_case) {
      presented |= self;
      cases |= self;
    } else if constexpr (A == act::vote) {
      voted |= self;
      votes[e.by] = static_cast<std::uint8_t>(e.target + 1);
    } else if constexpr (A == act::select_case) {
      selected = true;
      accepted = false;
      presenter = static_cast<std::uint8_t>(e.target);
    } else if constexpr (A == act::accept_case) {
      accepted = true;
    } else if constexpr (A == act::decline_case) {
      put_out(e.by);
      undo_selection();
    } else if constexpr (A == act::tell_story) {
      told = true;
    } else if constexpr (A == act::ask) {
      asked = true;
    } else if constexpr (A == act::propose) {
      proposed |= self;
      if (e.by == presenter) ++by_presenter;
      if (is_leading(e.by) && !in(listeners(), e.by)) ++by_leader;
      authors[options++] = e.by;
    } else if constexpr (A == act::assess) {
      weigh(assessed, e);
    } else if constexpr (A == act::forecast) {
      weigh(forecasts, e);
    } else if constexpr (A == act::self_assess) {
      self_assessed = true;
    } else if constexpr (A == act::advance) {
      ++stage;
    } else if constexpr (A == act::cut_short) {
      cut = static_cast<std::uint8_t>(cut | 1U << stage);
      ++stage;
    } else if constexpr (A == act::close || A == act::terminate) {
      ended = true;
      terminated = A == act::terminate;
    } else if constexpr (A == act::pass) {
      passed[stage] |= self;
    } else if constexpr (A == act::withdraw) {
      gone |= self;
      present &= ~self;
      put_out(e.by);
      if (presenter == e.by && stage <= 1) undo_selection();
    } else if constexpr (A == act::drop) {
      present &= ~self;
    } else if constexpr (A == act::rejoin) {
      present |= self;
    } else if constexpr (A == act::hand_over) {
      leaders = bit_of(e.target);
    } else if constexpr (A == act::remind) {
      flags &= ~bit_of(e.target);
    } else if constexpr (A == act::refocus) {
      refocused = true;
    } else if constexpr (A == act::flag) {
      flags |= bit_of(e.target);
    }
  }

  plain_group group;
  std::int64_t first_at = no_time;
  std::int64_t last_at = std::numeric_limits<std::int64_t>::min();
  std::int64_t longest_silence = 0;
  std::uint64_t present, gone = 0, leaders, excused = 0;
  std::uint64_t passed[6] = {};
  std::uint64_t presented = 0, voted = 0, proposed = 0, cases = 0, cases_out = 0, flags = 0;
  std::uint64_t assessed[4] = {}, forecasts[4] = {}, weighed_by_author[4] = {}, weighed_by_other[4] = {};
  std::uint8_t votes[64] = {};
  std::uint8_t authors[256] = {};
  std::uint16_t options = 0, by_leader = 0, by_presenter = 0;
  std::uint8_t stage = 0, worked = 0, cut = 0;
  std::uint8_t presenter = no_one;
  bool ended = false, terminated = false, selected = false, accepted = false, told = false, asked = false,
       self_assessed = false, refocused = false, begun = false, leader_weighed = false;

 protected:
  [[nodiscard]] static bool in(std::uint64_t set, unsigned who) noexcept { return ((set >> (who & 63U)) & 1U) != 0; }
  [[nodiscard]] static unsigned lowest(std::uint64_t set) noexcept {
    return static_cast<unsigned>(__builtin_ctzll(set));
  }

  [[nodiscard]] std::uint64_t acting() const noexcept {
    const auto here = leaders & present;
    return here != 0 ? here : group.deputies & present & ~(presenter != no_one ? bit_of(presenter) : 0);
  }
  [[nodiscard]] bool is_leading(std::uint8_t who) const noexcept {
    const auto here = acting();
    return here != 0 && lowest(here) == who;
  }
  /// Whether another case that is not out has more votes.
  [[nodiscard]] bool is_outvoted(unsigned owner) const noexcept {
    std::uint8_t votes_for[65] = {};
    for (unsigned voter = 0; voter < group.size; ++voter) ++votes_for[votes[voter]];
    for (auto rest = cases & ~cases_out; rest != 0; rest &= rest - 1) {
      if (votes_for[lowest(rest) + 1] > votes_for[owner + 1]) return true;
    }
    return false;
  }
  /// A case is out: the votes for it are void.
  void put_out(std::uint8_t owner) noexcept {
    cases_out |= bit_of(owner);
    for (unsigned voter = 0; voter < group.size; ++voter) {
      if (votes[voter] != owner + 1) continue;
      votes[voter] = 0;
      voted &= ~bit_of(voter);
    }
  }
  [[nodiscard]] bool is_listening_or_leading(std::uint8_t who) const noexcept {
    return (in(group.participants, who) && who != presenter) || is_leading(who);
  }
  [[nodiscard]] bool is_open_case(std::uint16_t owner) const noexcept {
    return owner < 64 && in(cases & ~cases_out, owner);
  }
  [[nodiscard]] std::uint64_t listeners() const noexcept {
    return group.participants & ~(presenter != no_one ? bit_of(presenter) : 0);
  }
  [[nodiscard]] bool owes_a_turn(std::uint8_t who) const noexcept {
    switch (stage) {
      case 0: return in(group.participants & ~(presented | passed[0]), who);
      case 1: return in(group.participants & ~(voted | passed[1] | excused), who);
      case 3: return in(listeners() & ~(proposed | passed[3]), who);
      case 5: return who == presenter && !self_assessed && !in(passed[5], who);
      default: return false;
    }
  }
  [[nodiscard]] bool is_worked(unsigned which) const noexcept { return ((worked >> which) & 1U) != 0; }
  [[nodiscard]] bool is_complete(unsigned which, bool cut_now) const noexcept {
    switch (which) {
      case 0:
        return (cut_now || (group.participants & present & ~(presented | passed[0])) == 0) && (cases & ~cases_out) != 0;
      case 1:
        return (cut_now || (group.participants & present & ~(voted | passed[1] | excused)) == 0) && selected &&
               accepted;
      case 2: return told;
      case 3: return (cut_now || (listeners() & present & ~(proposed | passed[3])) == 0) && options != 0;
      case 4:
        if (cut_now) return true;
        for (unsigned word = 0; word * 64U < options; ++word) {
          const unsigned left = options - word * 64U;
          const std::uint64_t exist = left >= 64 ? ~std::uint64_t{0} : bit_of(left) - 1;
          if ((exist & ~(assessed[word] & forecasts[word])) != 0) return false;
        }
        return true;
      default: return self_assessed || (presenter != no_one && in(passed[5], presenter));
    }
  }
  void undo_selection() noexcept {
    presenter = no_one;
    selected = false;
    accepted = false;
  }
  void weigh(std::uint64_t (&set)[4], const plain_event& e) noexcept {
    const unsigned i = e.target - 1U;
    if (in(listeners(), e.by)) set[i / 64] |= bit_of(i);
    (authors[i] == e.by ? weighed_by_author : weighed_by_other)[i / 64] |= bit_of(i);
    if (in(group.grading, e.by) && is_leading(e.by)) leader_weighed = true;
  }
};

/// Calls f with the act of an event as a constant: the switch.
template <typename F>
auto with_act(std::uint16_t which, F&& f) {
#define BENCH_ACT(name) \
  case act::name: return f(std::integral_constant<act, act::name>{})
  switch (static_cast<act>(which)) {
    BENCH_ACT(present_case);
    BENCH_ACT(vote);
    BENCH_ACT(select_case);
    BENCH_ACT(accept_case);
    BENCH_ACT(decline_case);
    BENCH_ACT(tell_story);
    BENCH_ACT(ask);
    BENCH_ACT(answer);
    BENCH_ACT(propose);
    BENCH_ACT(assess);
    BENCH_ACT(forecast);
    BENCH_ACT(self_assess);
    BENCH_ACT(open);
    BENCH_ACT(advance);
    BENCH_ACT(cut_short);
    BENCH_ACT(close);
    BENCH_ACT(terminate);
    BENCH_ACT(pass);
    BENCH_ACT(withdraw);
    BENCH_ACT(drop);
    BENCH_ACT(rejoin);
    BENCH_ACT(hand_over);
    BENCH_ACT(remind);
    BENCH_ACT(refocus);
    BENCH_ACT(flag);
    BENCH_ACT(note);
    case act::assist: break;
  }
#undef BENCH_ACT
  return f(std::integral_constant<act, act::assist>{});
}

/// An answer with what would be legal instead, bit i for act i.
struct told {
  answer what;
  std::uint8_t stage;
  std::uint64_t legal;
};

/// The hand-written machine.
class switch_machine {
 public:
  explicit switch_machine(const plain_group& who) noexcept : session_(who) {}

  [[nodiscard]] answer apply(const plain_event& e) noexcept {
    if (const auto no = session_.check_before(e); no != answer::yes) return no;
    return with_act(e.act, [&](auto which) {
      constexpr act a = decltype(which)::value;
      if (!session_.is_in_stage<a>()) return answer::wrong_stage;
      const auto why = session_.check<a>(e);
      if (why == answer::yes) session_.accept<a>(e);
      return why;
    });
  }
  /// The answer alone, changing nothing.
  [[nodiscard]] answer can(const plain_event& e) const noexcept {
    if (const auto no = session_.check_before(e); no != answer::yes) return no;
    return with_act(e.act, [&](auto which) {
      constexpr act a = decltype(which)::value;
      return session_.is_in_stage<a>() ? session_.check<a>(e) : answer::wrong_stage;
    });
  }
  /// The answer and, to a refusal, what would be legal instead: each act tried on each target there could be.
  [[nodiscard]] told tell(const plain_event& e) noexcept {
    told answered{apply(e), session_.stage, 0};
    if (answered.what == answer::yes) return answered;
    for (std::uint16_t a = 0; a < act_total; ++a) {
      const unsigned end = targets(static_cast<act>(a));
      for (unsigned target = 0; target < end; ++target) {
        if (can({no_time, e.by, a, static_cast<std::uint16_t>(target)}) != answer::yes) continue;
        answered.legal |= bit_of(a);
        break;
      }
    }
    return answered;
  }
  [[nodiscard]] const student_session& session() const noexcept { return session_; }

 private:
  /// One past the last target that is worth a try.
  [[nodiscard]] unsigned targets(act a) const noexcept {
    switch (a) {
      case act::vote:
      case act::select_case:
      case act::hand_over: return session_.group.size;
      case act::assess:
      case act::forecast: return session_.options + 1U;
      default: return 1;
    }
  }
  student_session session_;
};

}  // namespace bench
