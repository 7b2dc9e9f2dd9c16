// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Troika Consulting in one declaration: a protocol that nothing in the library knows.
#include <balint/balint.hpp>

#include <string_view>

namespace troika {

using namespace balint;
using namespace balint::declare;
using word = std::string_view;

// clang-format off
struct client final { static constexpr word name = "client", source = "domain 3.2"; };
struct consultant final { static constexpr word name = "consultant", source = "domain 3.2"; };
/// One of the consultants, who watches the clock and says when to go on.
struct timekeeper final { static constexpr word name = "timekeeper", source = "house"; };

struct sharing final { static constexpr word name = "sharing", source = "domain 3.2"; };
struct clarifying final { static constexpr word name = "clarifying", source = "domain 3.2"; };
struct consultation final { static constexpr word name = "consultation", source = "domain 3.2"; };
struct reflection final { static constexpr word name = "reflection", source = "domain 3.2"; };

struct seek_help final : act_on<> { static constexpr word name = "seek_help", source = "domain 3.2"; };
struct inquire final : act_on<> { static constexpr word name = "inquire", source = "domain 3.2"; };
struct explain final : act_on<> { static constexpr word name = "explain", source = "domain 3.2"; };
struct advise final : act_on<> { static constexpr word name = "advise", source = "domain 3.2"; };
struct take_away final : act_on<> { static constexpr word name = "take_away", source = "domain 3.2"; };
// clang-format on

/// A condition on the group: for every client two consultants who are not clients themselves.
struct two_for_each_client {
  static constexpr code error = code::condition_broken;
  static constexpr word text = "for every client there are two consultants who are not clients themselves";
  using rule = balint::rule::everyone_takes_part;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    const auto is_free = [](const auto& one) { return !one.offices.template has<client>(); };
    return {people.template count_where<consultant>(is_free) < 2 * people.template count<client>(), {}};
  }
};

// clang-format off
//! [declaration]
/// The client seeks help and explains, is turned away while the consultants talk, and says what to take away.
struct consulting {
  static constexpr word name = "consulting", source = "domain 3.2";
  using offices = declare::offices<client, consultant, timekeeper>;
  using lead = led_by<timekeeper, consultant>;
  using presented_by = role::presenter;  // the client is an office: nobody wins this role
  using formation = conditions<at_least<1, client>, two_for_each_client, somebody<timekeeper>, no_rival<timekeeper>,
                               comes_from_within<timekeeper, consultant>, voluntarily<client>>;
  using order = sequence<
      in<sharing, each<client, seek_help>>,
      in<clarifying, may<consultant, inquire>, may<client, explain, after<inquire>>>,
      in<consultation, outside<client>, each_at_least_once<consultant, advise>>,
      in<reflection, each<client, take_away>>>;
  using throughout = declare::throughout<
      may<timekeeper, act::advance>, may<timekeeper, act::close>,
      may<either<timekeeper, client>, act::terminate>,  // it is the client's question
      may<consultant, act::pass>, may<role::anyone, act::withdraw>,
      may<role::anyone, act::drop>, may<role::anyone, act::rejoin>>;
};
static_assert(well_formed<consulting>());
//! [declaration]
// clang-format on

}  // namespace troika
