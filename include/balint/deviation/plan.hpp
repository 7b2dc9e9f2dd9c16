// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A deviation before it is planted: what is changed of a session without a fault, and what is then found.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/expectation.hpp>
#include <balint/deviation/kind.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace balint::deviation {

/// A place of the recorded log before it is written: an event of the session without a fault, or what a plan puts
/// before it.
struct place {
  /// The event; the number of events: the end.
  std::size_t at = 0;
  /// Which of those put before it, from 0; -1: the event itself.
  std::int32_t put = -1;

  friend constexpr bool operator==(const place&, const place&) = default;
};

/// A change of one event.
template <protocol P>
struct edit {
  /// What is changed.
  enum class what : std::uint8_t {
    put_before,  ///< An event is put before it.
    replaced,    ///< It is another one.
    removed,     ///< It is gone.
  };
  what does = what::removed;  ///< What is changed.
  std::size_t at = 0;         ///< Which event.
  event<P> to{};              ///< The event that is there then.
};

/// Parameters of a deviation, as outputs write them; those that it does not have are nothing.
struct parameters {
  /// Whom it concerns.
  person_id who = nobody;
  /// Whom it was put down to.
  person_id other = nobody;
  /// By how much a clock is wrong.
  time_span by{};
  /// How many events, or which stage.
  std::uint64_t number = 0;
};

/// What is planted and what comes of it.
template <protocol P>
struct plan {
  /// A finding that there has to be.
  struct finding {
    /// Where.
    place at;
    /// Its code.
    balint::code code{};
    /// Its class.
    finding_class about{};
    /// How many events it is about.
    std::uint64_t times = 1;
    /// The act it is about.
    act_id<P> act{0xFFFF};
    bool is_open = true;  ///< Whether the next like it is counted onto it.
  };

  kind what = kind::none;                                   ///< The kind.
  std::size_t at = 0;                                       ///< The event of the session without a fault.
  parameters with{};                                        ///< The parameters.
  std::vector<edit<P>> edits{};                             ///< The changes, in the order of the events.
  std::size_t cut_at = nowhere;                             ///< From here on the session is gone.
  std::vector<finding> must{};                              ///< What has to be found, in the order of the log.
  place may_from{nowhere, -1};                              ///< From here on more may be found.
  place may_to{nowhere, -1};                                ///< Up to here; nowhere: to the end.
  expected_verdict verdict = expected_verdict::conforming;  ///< No better than this.
  bool is_verdict_certain = true;                           ///< Whether it is no worse either.
  bool is_terminated = false;                               ///< Whether the planted events terminate the session.
  std::size_t first = 0;                                    ///< The first event that it concerns.
  std::size_t last = 0;                                     ///< The last one.
  bool is_alone = false;                                    ///< Whether it concerns the whole session.

  /// Puts an event before another; where it is then.
  place put(std::size_t before, const event<P>& e) {
    std::int32_t n = 0;
    for (const auto& one : edits) n += one.at == before && one.does == edit<P>::what::put_before ? 1 : 0;
    edits.push_back({edit<P>::what::put_before, before, e});
    return {before, n};
  }
  /// Makes another event of one.
  place replace(std::size_t i, const event<P>& e) {
    edits.push_back({edit<P>::what::replaced, i, e});
    return {i, -1};
  }
  /// Takes an event out.
  void remove(std::size_t i) { edits.push_back({edit<P>::what::removed, i, {}}); }

  /// Something is found. What is like the last finding, with no act of a stage accepted between, is counted onto it.
  void find(place where, balint::code found, const event<P>& e) {
    if (!must.empty()) {
      auto& latest = must.back();
      if (latest.is_open && is_like(latest, found, e.act)) {
        ++latest.times;
        return;
      }
    }
    const auto about = class_of<P>(found, e.act, is_terminated);
    must.push_back({where, found, about, 1, e.act, true});
    if (about == finding_class::departure)
      worsen(found == code::stage_skipped ? expected_verdict::different : expected_verdict::departs);
  }
  /// An act of a stage is accepted: nothing more is counted onto the last finding.
  void end_row() noexcept {
    if (!must.empty()) must.back().is_open = false;
  }
  /// The session as a whole is no better than this.
  void worsen(expected_verdict to) noexcept {
    if (to < verdict) verdict = to;
  }
  /// It concerns the session up to an event.
  void reach(std::size_t i) noexcept {
    if (i > last) last = i;
  }

 private:
  /// Whether a refusal is like another: the same code and the same act, or for acts out of turn or too early one of the
  /// same stage.
  [[nodiscard]] static bool is_like(const finding& one, balint::code found, act_id<P> act) noexcept {
    if (one.code != found) return false;
    switch (found) {
      case code::flag_open:
      case code::supervisor_absent:
      case code::stage_incomplete:
      case code::stage_skipped: return false;
      case code::wrong_stage:
      case code::too_early:
        if (is_act_of_a_stage<P>(act) && stage_of<P>(act) == stage_of<P>(one.act)) return true;
        break;
      default: break;
    }
    return act == one.act;
  }
};

}  // namespace balint::deviation
