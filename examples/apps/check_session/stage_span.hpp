// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// When a stage was: from the event that entered it to the event that left it.
#include <balint/vocabulary/time.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// What happened in a stage.
struct stage_span {
  std::string_view name;
  std::uint64_t events = 0;
  balint::instant entered = balint::unstated;  ///< When the session first came to it.
  balint::instant left = balint::unstated;     ///< When it last left it, or the last time stated in it so far.
  balint::time_span length{};                  ///< Of all visits.
  bool is_timed = true;                        ///< Whether it is known when each visit began and ended.
  bool is_running = false;                     ///< Whether the session is still in it.

  /// Whether it can be said when it was.
  [[nodiscard]] bool has_times() const noexcept {
    return is_timed && entered != balint::unstated && left != balint::unstated;
  }
};

/// Follows a session through its stages. An event without a time, or with one before that of an earlier event, tells
/// nothing about when.
class stage_clock {
 public:
  /// An event was judged: the session was in a stage before and is in another, or the same, after it.
  void tick(std::vector<stage_span>& stages, std::size_t before, std::size_t after, bool is_over, balint::instant at) {
    if (is_over_) return;
    const bool is_stated = at != balint::unstated && (last_ == balint::unstated || at >= last_);
    if (is_stated) {
      if (last_ == balint::unstated && before == 0) enter(stages[before], at);
      last_ = at;
    }
    if (after != before || is_over) leave(stages[before], is_stated ? at : balint::unstated);
    if (after != before) {
      if (is_over) {
        stages[after].is_timed = false;
      } else {
        enter(stages[after], is_stated ? at : balint::unstated);
      }
    }
    is_over_ = is_over;
  }
  /// The record ends: where the session is still running, its stage lasts to the last time stated.
  void stop(stage_span& now) const {
    if (is_over_) return;
    now.is_running = true;
    if (visit_ == balint::unstated) return void(now.is_timed = false);
    now.left = last_;
    now.length.milliseconds += (last_ - visit_).milliseconds;
  }

 private:
  void enter(stage_span& stage, balint::instant at) {
    visit_ = at;
    if (at == balint::unstated) {
      stage.is_timed = false;
    } else if (stage.entered == balint::unstated) {
      stage.entered = at;
    }
  }
  void leave(stage_span& stage, balint::instant at) {
    if (at == balint::unstated || visit_ == balint::unstated) return void(stage.is_timed = false);
    stage.left = at;
    stage.length.milliseconds += (at - visit_).milliseconds;
  }

  balint::instant last_ = balint::unstated;
  balint::instant visit_ = balint::unstated;  ///< When the present visit began.
  bool is_over_ = false;
};
