// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/detail/acting.hpp>
#include <balint/simulation/draws.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <set>

namespace acting_test {

namespace act = balint::act;
namespace stage = balint::stage;
namespace sim = balint::simulation;
using P = balint::student_group;
using support::anna, support::boris, support::lead;

/// What somebody finds to do in a session.
template <typename F>
sim::choice<P> found(const balint::session<P>& now, balint::person_id who, F f, std::uint64_t number = 0) {
  sim::moment<P> seen;
  seen.look_at(now);
  sim::draws from({.session = number}, 0);
  return f(sim::view<P>(now, seen, who), from);
}
constexpr auto owed = [](const auto& seen, auto& from) { return sim::detail::owed_act(seen, from); };
constexpr auto free_one = [](const auto& seen, auto& from) { return sim::detail::free_act(seen, from); };
template <typename Act>
constexpr balint::act_id<P> id = balint::act_id_of<Act, P>;

TEST(Acting, FindsWhatIsOwed) {
  EXPECT_EQ(found(support::entering<P, stage::presentation>().now(), anna, owed),
            (sim::choice<P>{id<act::present_case>}));
  EXPECT_TRUE(found(support::entering<P, stage::presentation>().now(), lead, owed).is_silence());
  EXPECT_EQ(found(support::entering<P, stage::assessment>().now(), boris, owed),
            (sim::choice<P>{id<act::assess>, balint::option_id{1}}));
  auto scene = support::entering<P, stage::assessment>();
  scene.did(boris, act::assess{}, balint::option_id{1});
  EXPECT_EQ(found(scene.now(), boris, owed), (sim::choice<P>{id<act::assess>, balint::option_id{2}}));
  EXPECT_TRUE(found(support::fulfilled<P, stage::assessment>().now(), boris, owed).is_silence());
}
TEST(Acting, DrawsATargetFromAllThatAreLegal) {
  std::set<int> cases;
  for (std::uint64_t i = 0; i < 50; ++i) {
    const auto what = found(support::entering<P, stage::selection>().now(), anna, owed, i);
    EXPECT_EQ(what.act, id<act::vote>);
    cases.insert(what.target.as<balint::case_id>().owner.index);
  }
  EXPECT_EQ(cases, (std::set{0, 1, 2}));
}
TEST(Acting, FindsWhatIsFreeAndNeverDeclines) {
  EXPECT_EQ(found(support::fulfilled<P, stage::story>().now(), boris, free_one), (sim::choice<P>{id<act::ask>}));
  EXPECT_TRUE(found(support::entering<P, stage::story>().now(), boris, free_one).is_silence());
  auto scene = support::entering<P, stage::selection>();
  for (const auto who : {anna, boris, support::clara}) scene.did(who, act::vote{}, balint::case_id{anna});
  scene.did(lead, act::select_case{}, balint::case_id{anna});
  for (std::uint64_t i = 0; i < 20; ++i)
    EXPECT_EQ(found(scene.now(), anna, free_one, i), (sim::choice<P>{id<act::accept_case>}));
}

}  // namespace acting_test
