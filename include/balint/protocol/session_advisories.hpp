// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The advisories that a protocol declares about a session: something to think about, never errors.
#include <balint/protocol/formation.hpp>
#include <balint/vocabulary/time.hpp>

namespace balint::declare {

/// Nobody passed. Passing is everybody's right; the advisory says who used it (@source A7).
struct notice_passes {
  static constexpr advisory_code advises = advisory_code::passed;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    return {!facts.passers().empty(), facts.passers()};
  }
};

/// Every option was weighed by somebody other than its author (@source A12).
struct notice_own_options {
  static constexpr advisory_code advises = advisory_code::own_option_only;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    const person_set who = facts.authors_alone();
    return {!who.empty(), who};
  }
};

/// A closed session lasts between Low and High minutes (@source CAD-1).
template <int Low, int High>
struct recommended_minutes {
  static constexpr advisory_code advises = advisory_code::session_length;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    return {facts.is_closed() && facts.is_timed() &&
                (facts.length() < time_span::minutes(Low) || facts.length() > time_span::minutes(High)),
            {}};
  }
};

/// A closed session of Minutes or more has a refocus, as every group loses its focus at times (@source RSK-2).
template <int Minutes>
struct refocus_in {
  static constexpr advisory_code advises = advisory_code::no_refocus;
  template <typename Facts>
  static constexpr breach in(const Facts& facts) noexcept {
    return {facts.is_closed() && facts.is_timed() && facts.length() >= time_span::minutes(Minutes) &&
                !facts.was_refocused(),
            {}};
  }
};

}  // namespace balint::declare
