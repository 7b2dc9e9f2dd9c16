// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Sessions of the student group as somebody would simulate them by hand for this one protocol and one policy: the
/// session of switch_machine.hpp and, after each event, who could do what. Of the library it has the streams, the draws
/// and the parameters of the policy alone.
#include "switch_machine.hpp"

#include <balint/random/distribution.hpp>
#include <balint/random/draw.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace bench {

/// What the policy is told: rates by what pulls somebody to the floor, of leading, of observing, and how long acts
/// take.
struct switch_policy {
  std::array<std::uint32_t, 8> talks;
  std::uint32_t moves_on, refocuses, observes;
  std::array<std::uint32_t, act_total> medians;
  std::array<balint::random::spread, act_total> spreads;
};

/// One simulated session, by hand.
class switch_simulation {
 public:
  /// Of a group whose people have these numbers in streams.
  switch_simulation(const plain_group& who, const std::uint8_t* numbers, const switch_policy& so,
                    const balint::random::address& where) noexcept
      : so_(so), machine_(who), size_(who.size) {
    using balint::random::purpose;
    for (std::size_t i = 0; i < size_; ++i) {
      floor_[i] = {where, purpose::floor, numbers[i]};
      act_[i] = {where, purpose::act, numbers[i]};
      target_[i] = {where, purpose::target, numbers[i]};
      hold_[i] = {where, purpose::hold, numbers[i]};
    }
    floor_[size_] = {where, purpose::floor, balint::random::no_player};
    begin_stage();
  }

  /// Goes on to the end, and tells f of each event. False: nobody wants the floor, or the machine refuses something.
  template <typename F>
  bool run(F f) {
    while (!now().ended) {
      const auto stage = now().stage;
      look();
      rate();
      const auto clock = next();
      if (clock > size_) return false;
      pass_until(clock);
      const auto speaker = clock == size_ ? leader_ : clock;
      plain_event e{0, static_cast<std::uint8_t>(speaker), 0, 0};
      if (clock == size_) {
        lead(e);
      } else if (((now().group.supervisors >> speaker) & 1U) != 0) {
        observe(e);
      } else {
        talk(e);
      }
      at_ +=
          static_cast<std::int64_t>(balint::random::lognormal(hold_[speaker], so_.medians[e.act], so_.spreads[e.act]));
      e.at = at_;
      if (machine_.apply(e) != answer::yes) return false;
      f(e);
      before_last_ = last_;
      last_ = speaker;
      last_act_ = static_cast<act>(e.act);
      if (now().stage != stage) {
        begin_stage();
      } else {
        wind(clock);
      }
    }
    return true;
  }

 private:
  using stream = balint::random::stream;
  static constexpr std::size_t most = 64;
  static constexpr std::uint32_t nobody = 0xFF;

  [[nodiscard]] const student_session& now() const noexcept { return machine_.session(); }
  void wind(std::size_t i) noexcept { left_[i] = balint::random::exponential(floor_[i]); }
  void begin_stage() noexcept {
    for (std::size_t i = 0; i < size_; ++i) {
      for (auto* one : {&floor_[i], &act_[i], &target_[i], &hold_[i]}) one->turn_to(now().stage);
      wind(i);
    }
    floor_[size_].turn_to(now().stage);
    wind(size_);
  }

  /// Who could do something of this stage, who of them owes it, who was asked; who leads, and whether all is done.
  void look() noexcept {
    const auto& s = now();
    const auto here = s.leaders & s.present;
    const auto leading = here & (0 - here);
    leader_ = static_cast<std::size_t>(__builtin_ctzll(leading));
    const auto presenter = s.presenter == no_one ? 0 : bit_of(s.presenter) & s.present;
    const auto listeners = s.group.participants & s.present & ~presenter;
    able_ = owing_ = asked_ = 0;
    switch (s.stage) {
      case 0: able_ = owing_ = s.group.participants & s.present & ~(s.presented | s.passed[0]); break;
      case 1: {
        const auto voters = (s.cases & ~s.cases_out) == 0 ? 0 : s.present & ~(s.voted | s.passed[1]);
        owing_ = s.group.participants & voters;
        able_ = (s.group.participants | leading) & voters;
        if (owing_ == 0 && !s.selected) {
          owing_ |= leading;
          able_ |= leading;
        }
        if (s.selected && !s.accepted) {
          owing_ |= presenter;
          able_ |= presenter;
          if (last_act_ == act::select_case) asked_ = presenter;
        }
        break;
      }
      case 2:
        if (!s.told) {
          able_ = owing_ = presenter;
          break;
        }
        able_ = listeners | leading | (s.asked ? presenter : 0);
        if (last_act_ == act::tell_story) asked_ = listeners | leading;
        if (last_act_ == act::ask) asked_ = presenter;
        break;
      case 3:
        able_ = s.group.participants & s.present;
        able_ |= leading;
        owing_ = s.options == 0 ? able_ : listeners & ~(s.proposed | s.passed[3]);
        break;
      case 4:
        able_ = s.options == 0 ? 0 : listeners | leading;
        owing_ = lacking(s.assessed) + lacking(s.forecasts) == 0 ? 0 : able_ & listeners;
        break;
      default: able_ = owing_ = s.self_assessed ? 0 : presenter; break;
    }
    is_complete_ = owing_ == 0 && (s.stage != 0 || s.cases != 0) && (s.stage != 1 || s.accepted);
  }
  /// The lowest option that lacks what every option is owed; 0: none does.
  [[nodiscard]] std::uint16_t lacking(const std::uint64_t (&weighed)[4]) const noexcept {
    for (unsigned word = 0; word * 64U < now().options; ++word) {
      const unsigned rest = now().options - word * 64U;
      const auto lack = (rest >= 64 ? ~std::uint64_t{0} : bit_of(rest) - 1) & ~weighed[word];
      if (lack != 0) return static_cast<std::uint16_t>(word * 64U + static_cast<unsigned>(__builtin_ctzll(lack)) + 1);
    }
    return 0;
  }

  /// How fast each clock goes down.
  void rate() noexcept {
    for (std::size_t i = 0; i < size_; ++i) {
      rate_[i] = 0;
      const auto self = bit_of(static_cast<unsigned>(i));
      if ((able_ & self) != 0 && (last_ != i || owing_ == self)) {
        rate_[i] = so_.talks[(before_last_ == i ? 1U : 0U) + ((owing_ & self) != 0 ? 2U : 0U) +
                             ((asked_ & self) != 0 ? 4U : 0U)];
      }
      if ((now().group.supervisors & now().present & self) != 0) rate_[i] += so_.observes;
    }
    rate_[size_] = (is_complete_ ? so_.moves_on : 0) + (last_ != leader_ ? so_.refocuses : 0);
  }
  /// Whose clock runs out first: the smallest left / rate, compared without dividing.
  [[nodiscard]] std::size_t next() const noexcept {
    std::size_t best = size_ + 1;
    std::uint64_t left = 1, rate = 0;
    for (std::size_t i = 0; i <= size_; ++i) {
      if (left_[i] * rate >= left * rate_[i]) continue;
      best = i;
      left = left_[i];
      rate = rate_[i];
    }
    return best;
  }
  void pass_until(std::size_t clock) noexcept {
    const std::uint64_t seconds = (left_[clock] << 24U) / rate_[clock];
    for (std::size_t i = 0; i <= size_; ++i) left_[i] -= (rate_[i] * seconds) >> 24U;
    at_ += static_cast<std::int64_t>(((seconds >> 16U) * 1000) >> 24U);
  }

  static void does(plain_event& e, act what, unsigned target = 0) noexcept {
    e.act = static_cast<std::uint16_t>(what);
    e.target = static_cast<std::uint16_t>(target);
  }
  [[nodiscard]] static std::uint32_t one_of(std::uint32_t n, stream& from) noexcept {
    return n < 2 ? 0 : balint::random::below(from, n);
  }
  void observe(plain_event& e) noexcept {
    const std::uint32_t weights[]{0, so_.observes};
    (void)balint::random::categorical(act_[e.by], std::span<const std::uint32_t>(weights));
    does(e, one_of(2, act_[e.by]) == 0 ? act::note : act::assist);
  }
  void lead(plain_event& e) noexcept {
    const std::uint32_t weights[]{is_complete_ ? so_.moves_on : 0, last_ != leader_ ? so_.refocuses : 0};
    const auto which = balint::random::categorical(act_[e.by], std::span<const std::uint32_t>(weights));
    does(e, which == 1 ? act::refocus : now().stage == 5 ? act::close : act::advance);
  }
  /// Some case that may be voted for or selected.
  [[nodiscard]] unsigned some_case(std::uint64_t among, std::uint8_t by) noexcept {
    for (auto i = one_of(static_cast<std::uint32_t>(__builtin_popcountll(among)), target_[by]); i > 0; --i)
      among &= among - 1;
    return static_cast<unsigned>(__builtin_ctzll(among));
  }
  /// The cases with the most votes.
  [[nodiscard]] std::uint64_t leading_cases() const noexcept {
    std::uint8_t votes[65]{};
    for (unsigned i = 0; i < size_; ++i) ++votes[now().votes[i]];
    std::uint8_t top = 0;
    std::uint64_t which = 0;
    for (auto rest = now().cases & ~now().cases_out; rest != 0; rest &= rest - 1) {
      const auto owner = static_cast<unsigned>(__builtin_ctzll(rest));
      if (votes[owner + 1] < top) continue;
      if (votes[owner + 1] > top) which = 0;
      top = votes[owner + 1];
      which |= bit_of(owner);
    }
    return which;
  }
  void talk(plain_event& e) noexcept {
    const auto& s = now();
    const bool owes = (owing_ & bit_of(e.by)) != 0;
    if (owes) {  // nobody passes or declines, which is drawn all the same
      (void)act_[e.by].bits32();
      (void)act_[e.by].bits32();
    }
    switch (s.stage) {
      case 0: return does(e, act::present_case);
      case 1:
        if (e.by == s.presenter && s.selected && !s.accepted) return does(e, act::accept_case);
        if (owes && e.by == leader_) return does(e, act::select_case, some_case(leading_cases(), e.by));
        return does(e, act::vote, some_case(s.cases & ~s.cases_out, e.by));
      case 2:
        if (e.by != s.presenter) return does(e, act::ask);
        return does(e, s.told ? act::answer : act::tell_story);
      case 3: return does(e, act::propose);
      case 4:
        if (owes) {
          if (const auto first = lacking(s.assessed); first != 0) return does(e, act::assess, first);
          return does(e, act::forecast, lacking(s.forecasts));
        } else {
          const auto what = one_of(2, act_[e.by]) == 0 ? act::assess : act::forecast;
          return does(e, what, one_of(s.options, target_[e.by]) + 1U);
        }
      default: return does(e, act::self_assess);
    }
  }

  const switch_policy& so_;
  switch_machine machine_;
  std::size_t size_, leader_ = 0, last_ = nobody, before_last_ = nobody;
  act last_act_ = act::open;
  std::int64_t at_ = 0;
  std::uint64_t able_ = 0, owing_ = 0, asked_ = 0;
  bool is_complete_ = false;
  std::array<std::uint64_t, most + 1> left_{};
  std::array<std::uint32_t, most + 1> rate_{};
  std::array<stream, most + 1> floor_;
  std::array<stream, most> act_, target_, hold_;
};

}  // namespace bench
