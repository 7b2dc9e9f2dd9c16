// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The advisories that a protocol declares about a session: something to think about, never errors.
#include <balint/protocol/formation.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/time.hpp>

namespace balint::declare {

/// Turns were let go by: everybody's right (@source A7).
struct notice_passes {
  static constexpr advisory_code advises = advisory_code::passed;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    return {facts.passes() != 0, facts.passers(), facts.passes()};
  }
};

/// An option that only its author weighed (@source A12).
struct notice_own_options {
  static constexpr advisory_code advises = advisory_code::own_option_only;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    const person_set who = facts.authors_alone();
    return {!who.empty(), who, facts.options_weighed_by_author_alone()};
  }
};

/// The leader proposed options, which step 4 does not ask for (@source STG-4).
struct notice_options_of_leader {
  static constexpr advisory_code advises = advisory_code::leader_proposed;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    return {facts.options_of_leader() != 0, {}, facts.options_of_leader()};
  }
};

/// The presenter proposed options, which step 4 does not ask for (@source STG-4).
struct notice_options_of_presenter {
  static constexpr advisory_code advises = advisory_code::presenter_proposed;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    return {facts.options_of_presenter() != 0, {}, facts.options_of_presenter()};
  }
};

/// A leader who grades members of the group weighed options (@source A23).
struct notice_grading_leader {
  static constexpr advisory_code advises = advisory_code::leader_weighed;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    return {facts.leader_weighed(), {}};
  }
};

/// The leader ended the discussion of a stage (@source RUL-4).
struct notice_cut_stages {
  static constexpr advisory_code advises = advisory_code::cut_short;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    return {facts.cut_short() != 0, {}, 0, 0, 0, facts.cut_short()};
  }
};

/// A closed session lasts between Low and High minutes (@source CAD-1).
template <int Low, int High>
struct recommended_minutes {
  static constexpr bool is_in_range = Low >= 0 && Low <= High;
  static constexpr advisory_code advises = advisory_code::session_length;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    return {facts.is_closed() && facts.is_timed() &&
                (facts.length() < time_span::minutes(Low) || facts.length() > time_span::minutes(High)),
            {},
            facts.length().in_minutes(),
            Low,
            High};
  }
};

/// A closed session of Minutes or more has a refocus, as every group loses its focus at times (@source RSK-2).
template <int Minutes>
struct refocus_in {
  static constexpr bool is_in_range = Minutes >= 0;
  static constexpr advisory_code advises = advisory_code::no_refocus;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    return {facts.is_closed() && facts.is_timed() && facts.length() >= time_span::minutes(Minutes) &&
                !facts.was_refocused(),
            {},
            facts.length().in_minutes(),
            Minutes,
            0};
  }
};

/// People meet in time: no more than Silence minutes between two events, no more than Whole minutes in all (@source
/// REM-1).
template <int Silence, int Whole>
struct live_within {
  static constexpr bool is_in_range = Silence >= 1 && Silence <= Whole;
  static constexpr advisory_code advises = advisory_code::not_live;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    const bool is_silent = facts.longest_silence() > time_span::minutes(Silence);
    const bool is_long = facts.is_timed() && facts.length() > time_span::minutes(Whole);
    return {is_silent || is_long,
            {},
            (is_silent ? facts.longest_silence() : facts.length()).in_minutes(),
            0,
            is_silent ? Silence : Whole,
            0,
            is_silent};
  }
};

/// The people who have to attend are there all the time (@source VAR-3).
struct attended_throughout {
  static constexpr advisory_code advises = advisory_code::supervisor_away;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    return {facts.unattended() > time_span{}, {}, facts.unattended().in_minutes()};
  }
};

}  // namespace balint::declare
