// SPDX-License-Identifier: MIT
// The smallest exploration, of a protocol of two stages with two participants: at compile time and at run time.
#include <gtest/gtest.h>

#include <array>
#include <iostream>

#include "tests/exploration/explore.hpp"
#include "tests/exploration/tiny.hpp"

using namespace balint;
using namespace exploration;

namespace smallest_test {

/// What an exploration in fixed memory found.
struct small_report {
  std::size_t states = 0, transitions = 0, closed = 0;
  fault first = fault::none;
};

/// Visits every state, of at most Most, without allocation.
template <typename P, std::size_t Most>
constexpr small_report explore_small() {
  std::array<balint::snapshot<P>, Most> seen{};
  const auto people = tiny::people<P>();
  seen[0] = session<P>(people).snapshot();
  small_report found{.states = 1};
  const auto hold = [&found](fault b) {
    if (found.first == fault::none) found.first = b;
  };
  for (std::size_t i = 0; i < found.states; ++i) {
    const auto now = *session<P>::restore(people, seen[i]);
    hold(law_of_state(now));
    found.closed += now.end() == ending::closed ? 1U : 0U;
    for (const auto who : people.people()) {
      now.each_legal_event(who, [&](const event<P>& e) {
        auto next = now;
        if (!next.apply(e)) return hold(fault::legal_event_refused);
        ++found.transitions;
        hold(law_of_step(now, e, next, tiny::duties{}));
        const auto state = next.snapshot();
        std::size_t known = 0;
        while (known < found.states && !(seen[known].state.happened == state.state.happened && seen[known] == state))
          ++known;
        if (known == found.states) seen[found.states++] = state;
      });
    }
  }
  return found;
}

constexpr bool smallest_is_lawful() {
  const auto found = explore_small<tiny::protocol, 24>();
  return found.first == fault::none && found.states == 17 && found.transitions == 18 && found.closed == 1;
}
static_assert(smallest_is_lawful());
TEST(SmallestExploration, IsLawfulAtCompileTimeToo) {
  EXPECT_TRUE(smallest_is_lawful());
  const auto found = explore(session<tiny::protocol>(tiny::people<tiny::protocol>()), {}, tiny::duties{});
  std::cout << "tiny: " << found << '\n';
  EXPECT_TRUE(found.is_lawful()) << found;
}

constexpr bool a_duty_left_out_shows() { return explore_small<tiny::lax, 48>().first == fault::misses_a_duty; }
static_assert(a_duty_left_out_shows());
TEST(SmallestExploration, CatchesADeclarationThatMissesADuty) { EXPECT_TRUE(a_duty_left_out_shows()); }

}  // namespace smallest_test
