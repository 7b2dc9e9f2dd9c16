// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What came before: which earlier events a finding is about.
#include <balint/conformance/detail/recovery.hpp>
#include <balint/conformance/finding.hpp>
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/session.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace balint::detail {

/// The events so far, by what a later finding may be about. It follows the session by itself, as a judge does, since
/// what was refused came to nothing. Positions count from 1; 0 is nowhere.
template <protocol P>
class past {
 public:
  explicit past(const group<P>& people) : now_(people), done_(act_count<P> * max_people, 0) {}

  /// Takes the next event.
  void see(const event<P>& e) {
    ++at_;
    const auto options = now_.now().option_count();
    const auto stage = now_.now().stage();
    const auto came_to = now_.apply(e, [](const auto&) {});
    if (is_act_of_a_stage<P>(e.act)) note_turn(e.act, stage, came_to);
    if (came_to == outcome::ignored) return;
    done_[place(e.act, e.by)] = last_[e.act.index] = at_;
    if (now_.now().option_count() != options) proposals_.push_back(at_);
    if (ended_ == 0 && now_.now().is_over()) ended_ = at_;
    switch (table_of<P>.acts[e.act.index].does) {
      case effect::flags: flags_.emplace_back(raw_target(e), at_); break;
      case effect::reminds: std::erase_if(flags_, [&](const auto& flag) { return flag.first == raw_target(e); }); break;
      case effect::drops:
      case effect::withdraws: left_[e.by.index] = at_; break;
      default: break;
    }
  }
  /// How many events were seen.
  [[nodiscard]] std::uint64_t seen() const noexcept { return at_; }
  /// The position of the last act of a stage that was accepted in it.
  [[nodiscard]] std::uint64_t last_in_turn() const noexcept { return last_in_turn_; }
  /// The stage of that act.
  [[nodiscard]] stage_id<P> stage_in_turn() const noexcept { return stage_in_turn_; }
  /// Whether an act was done out of turn and had no effect there.
  [[nodiscard]] bool came_to_nothing(act_id<P> act) const noexcept { return came_to_nothing_.contains(act); }

  /// The events that a finding about the next one points back to, in their order.
  [[nodiscard]] std::vector<std::uint64_t> about(const finding<P>& f) const {
    std::vector<std::uint64_t> found;
    const auto add = [&](std::uint64_t at) {
      if (at != 0) found.push_back(at);
    };
    switch (f.code) {
      case code::flag_open:
        for (const auto& flag : flags_) {
          if (f.behind.rules.contains({static_cast<std::uint8_t>(flag.first)})) add(flag.second);
        }
        break;
      case code::repeated: add(why_repeated(f.what)); break;
      case code::absent: add(left_[f.what.by.index]); break;
      case code::session_over: add(ended_); break;
      case code::stage_incomplete:
      case code::stage_skipped: add(proposal(f.owed.first_option.number)); break;
      default:
        if (target_of<P>(f.what.act) == target_kind::option) add(proposal(raw_target(f.what)));
    }
    return found;
  }

 private:
  [[nodiscard]] static constexpr std::size_t place(act_id<P> act, person_id who) noexcept {
    return act.index * std::size_t{max_people} + who.index;
  }
  void note_turn(act_id<P> act, stage_id<P> stage, outcome came_to) noexcept {
    const auto home = table_of<P>.acts[act.index].home;
    if (came_to == outcome::accepted) {
      last_in_turn_ = at_;
      stage_in_turn_ = {home};
    } else if (came_to == outcome::ignored && home != stage.index) {
      came_to_nothing_.insert(act);
    }
  }
  [[nodiscard]] std::uint64_t proposal(std::size_t option) const noexcept {
    return option == 0 || option > proposals_.size() ? 0 : proposals_[option - 1];
  }
  /// What an act comes after that may come no more: what closed it for all, the same by the same person, or that
  /// person's pass.
  [[nodiscard]] std::uint64_t why_repeated(const event<P>& e) const {
    std::uint64_t latest = 0;
    for (std::uint16_t act = 0; act < act_count<P>; ++act) {
      if (((table_of<P>.acts[e.act.index].until >> act) & 1U) != 0) latest = (std::max)(latest, last_[act]);
    }
    if (latest == 0) latest = done_[place(e.act, e.by)];
    for (std::uint16_t act = 0; latest == 0 && act < act_count<P>; ++act) {
      if (table_of<P>.acts[act].does == effect::passes) latest = done_[place({act}, e.by)];
    }
    return latest;
  }

  recovery<P> now_;
  std::vector<std::uint64_t> done_;                             // for each act, of each person, the last
  std::array<std::uint64_t, act_count<P>> last_{};              // of anybody
  std::array<std::uint64_t, max_people> left_{};                // when each person was last absent
  std::vector<std::uint64_t> proposals_;                        // of each option
  std::vector<std::pair<std::uint16_t, std::uint64_t>> flags_;  // the open ones: rule, position
  act_set<P> came_to_nothing_{};                                // what was done out of turn without effect
  std::uint64_t last_in_turn_ = 0;
  stage_id<P> stage_in_turn_{};
  std::uint64_t ended_ = 0;
  std::uint64_t at_ = 0;
};

}  // namespace balint::detail
