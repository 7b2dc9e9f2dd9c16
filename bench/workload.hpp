// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Sessions of twelve participants to measure on, the same for every machine.
#include "switch_machine.hpp"

#include <balint/balint.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace bench {

using event = balint::event<balint::student_group>;
using group = balint::group<balint::student_group>;
using trace = std::vector<event>;

inline constexpr unsigned participants = 12;
inline constexpr std::uint8_t lead = 12, deputy = 13, supervisor = 14;
inline constexpr unsigned people_count = 15;

inline const std::vector<balint::person<balint::student_group>>& people() {
  using person = balint::person<balint::student_group>;
  using namespace balint::role;
  static const std::vector<std::string> ids = [] {
    std::vector<std::string> all;
    for (unsigned i = 1; i <= participants; ++i) all.emplace_back("p").append(std::to_string(i));
    for (const auto* id : {"lead", "dep", "sup"}) all.emplace_back(id);
    return all;
  }();
  static const std::vector<person> all = [] {
    std::vector<person> them;
    for (unsigned i = 0; i < participants; ++i) them.push_back(person::as<participant>(ids[i], balint::consent::given));
    them.push_back(person::as<leader>(ids[lead], balint::consent::not_declared, "methodologist"));
    them.push_back(person::as<balint::role::deputy>(ids[bench::deputy]));
    them.push_back(
        person::as<balint::role::supervisor>(ids[bench::supervisor], balint::consent::not_declared, "psychologist"));
    return them;
  }();
  return all;
}

inline balint::formation<balint::student_group> formed() { return balint::form<balint::student_group>(people()); }

inline plain_group plain(const group& g) {
  using namespace balint::role;
  return {g.holders<participant>().bits(),
          g.holders<leader>().bits(),
          g.holders<balint::role::deputy>().bits(),
          g.holders<balint::role::supervisor>().bits(),
          g.grading().bits(),
          static_cast<std::uint8_t>(g.size())};
}
inline plain_event plain(const event& e) {
  return {e.at.since_epoch, e.by.index, e.act.index, balint::detail::raw_target(e)};
}

using random = std::mt19937_64;
inline unsigned below(random& r, unsigned n) { return static_cast<unsigned>(r() % n); }

/// A session that conforms from its first event to its close.
inline trace conforming_session(random& r) {
  trace all;
  std::int64_t at = 1'772'467'200'000;
  const auto did = [&](act what, unsigned by, unsigned target = 0) {
    at += 1000 * (30 + static_cast<std::int64_t>(below(r, 120)));
    all.push_back(balint::detail::raw_event<balint::student_group>({{at},
                                                                    {static_cast<std::uint8_t>(by)},
                                                                    {static_cast<std::uint16_t>(what)},
                                                                    static_cast<std::uint16_t>(target)}));
  };
  std::vector<unsigned> order(participants);
  for (unsigned i = 0; i < participants; ++i) order[i] = i;
  const auto in_turn = [&](auto f) {
    std::shuffle(order.begin(), order.end(), r);
    for (const auto who : order) f(who);
  };
  std::vector<unsigned> votes(participants);
  std::vector<bool> has_case(participants);
  did(act::open, lead);
  in_turn([&](unsigned who) {
    has_case[who] = who < 2 || below(r, 12) != 0;
    did(has_case[who] ? act::present_case : act::pass, who);
  });
  did(act::advance, lead);
  in_turn([&](unsigned who) {
    unsigned target = below(r, participants);
    while (!has_case[target]) target = below(r, participants);
    ++votes[target];
    did(act::vote, who, target);
  });
  const auto presenter = static_cast<unsigned>(std::max_element(votes.begin(), votes.end()) - votes.begin());
  did(act::select_case, lead, presenter);
  did(act::accept_case, presenter);
  did(act::advance, lead);
  did(act::tell_story, presenter);
  in_turn([&](unsigned who) {
    if (who == presenter || below(r, 3) == 0) return;
    did(act::ask, who);
    did(act::answer, presenter);
  });
  did(act::refocus, lead);
  did(act::advance, lead);
  unsigned options = 0;
  in_turn([&](unsigned who) {
    if (who == presenter) return;
    did(act::propose, who);
    ++options;
  });
  did(act::advance, lead);
  for (unsigned option = 1; option <= options; ++option) {
    did(act::assess, (presenter + 1 + below(r, participants - 1)) % participants, option);
    did(act::forecast, (presenter + 1 + below(r, participants - 1)) % participants, option);
  }
  did(act::note, supervisor);
  did(act::advance, lead);
  did(act::self_assess, presenter);
  did(act::close, lead);
  return all;
}

/// Any event: any person and one outside the group, any act and one that is unknown, any target, sometimes out of time.
/// Ending and leaving are rare, or most events would meet a session that is over.
inline event any_event(random& r, std::int64_t at) {
  auto what = below(r, act_total + 1);
  const bool leaves = what == static_cast<unsigned>(act::terminate) || what == static_cast<unsigned>(act::withdraw) ||
                      what == static_cast<unsigned>(act::drop);
  if (leaves && below(r, 50) != 0) what = static_cast<unsigned>(act::ask);
  return balint::detail::raw_event<balint::student_group>({{at - (below(r, 40) == 0 ? 1'000'000 : 0)},
                                                           {static_cast<std::uint8_t>(below(r, people_count + 1))},
                                                           {static_cast<std::uint16_t>(what)},
                                                           static_cast<std::uint16_t>(below(r, 20))});
}

/// A conforming session with three random events before each of its own.
inline trace random_session(random& r) {
  trace all;
  for (const auto& e : conforming_session(r)) {
    for (int i = 0; i < 3; ++i) all.push_back(any_event(r, e.at.since_epoch));
    all.push_back(e);
  }
  return all;
}

/// Sessions for the library and, event for event, for the hand-written machine.
struct workload {
  std::vector<trace> sessions;
  std::vector<std::vector<plain_event>> plain_sessions;
  std::size_t events = 0;

  template <typename Make>
  workload(std::size_t count, Make make) {
    random r{20'190'613};
    for (std::size_t i = 0; i < count; ++i) {
      sessions.push_back(make(r));
      auto& same = plain_sessions.emplace_back();
      for (const auto& e : sessions.back()) same.push_back(plain(e));
      events += same.size();
    }
  }
};
inline const workload& legal_workload() {
  static const workload all(64, conforming_session);
  return all;
}
inline const workload& random_workload() {
  static const workload all(64, random_session);
  return all;
}

}  // namespace bench
