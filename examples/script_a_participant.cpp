// SPDX-License-Identifier: MIT
/// @file
/// One participant follows a script, a coroutine; the others are willing. The session is forked while the script runs.
#include <balint/group/form.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/script.hpp>
#include <balint/simulation/simulated_session.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace {
namespace act = balint::act;
namespace role = balint::role;
namespace simulation = balint::simulation;
using protocol = balint::student_group;
using person = balint::person<protocol>;
using conduct = simulation::conduct<protocol>;
using simulation::until, simulation::view;
constexpr balint::person_id anna{1}, boris{2};

//! [script]
simulation::script<protocol> script_of_anna() {
  co_yield {balint::act_id_of<act::present_case, protocol>};
  co_await until<protocol>{[](const view<protocol>& seen) { return seen.cases().contains(boris); }};
  co_yield {balint::act_id_of<act::vote, protocol>, balint::case_id{boris}};
}
//! [script]

/// A session with the script among the willing, and its record. A copy has a record of its own.
struct scripted_session {
  simulation::simulated_session<protocol> now;
  std::vector<balint::event<protocol>> record = {};

  void go_on(const balint::group<protocol>& group, std::size_t events) {
    //! [play]
    const simulation::player_of<protocol, conduct> others(simulation::willing<protocol>());
    using scripted = simulation::script_player<protocol, conduct>;
    const simulation::player_of<protocol, scripted> one(scripted(script_of_anna, group, record));
    simulation::company<protocol> players;
    for (std::size_t i = 0; i < group.size(); ++i) players.plays[i] = &others;
    players.plays[anna.index] = &one;
    while (record.size() < events && now.step(players, [&](const auto& e) { record.push_back(e); })) {
    }
    //! [play]
  }
};
}  // namespace

int main() {
  const std::array people{person::as<role::leader>("lead", {}, "teacher"),
                          person::as<role::participant>("anna", balint::consent::given),
                          person::as<role::participant>("boris", balint::consent::given),
                          person::as<role::participant>("clara", balint::consent::given)};
  const auto group = balint::form<protocol>(people).formed().value();
  scripted_session original{simulation::simulated_session<protocol>(group, {.seed = 1, .session = 7})};
  original.go_on(group, 2);
  auto other = original;
  other.now.fork(1);
  original.go_on(group, 10'000);
  other.go_on(group, 10'000);
  int kept = 0;
  for (const auto* session : {&original, &other}) {
    kept += static_cast<int>(std::ranges::count_if(session->record, [](const auto& e) {
      return e.by == anna && e.act == balint::act_id_of<act::vote, protocol> && e.target() == balint::case_id{boris};
    }));
    fmt::print("{} events, {}\n", session->record.size(), name_of(session->now.result().why));
  }
  return kept == 2 && original.record != other.record ? 0 : 1;
}
