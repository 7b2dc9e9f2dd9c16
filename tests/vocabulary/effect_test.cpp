// SPDX-License-Identifier: MIT
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/effect.hpp>

#include <gtest/gtest.h>

namespace effect_test {

using namespace balint;

static_assert(effect{} == effect::none);
TEST(Effect, IsNoneByDefault) { EXPECT_EQ(effect{}, effect::none); }

template <effect Does, typename... Acts>
constexpr bool belongs_to = ((Acts::does == Does) && ...);

constexpr bool acts_do_what_their_names_say() {
  return belongs_to<effect::makes_case, act::present_case, act::offer_case> &&
         belongs_to<effect::supports_case, act::vote> && belongs_to<effect::selects_case, act::select_case> &&
         belongs_to<effect::takes_case, act::take_case> && belongs_to<effect::accepts_case, act::accept_case> &&
         belongs_to<effect::declines_case, act::decline_case> && belongs_to<effect::tells_story, act::tell_story> &&
         belongs_to<effect::makes_option, act::propose> &&
         belongs_to<effect::weighs_option, act::assess, act::forecast> && belongs_to<effect::opens, act::open> &&
         belongs_to<effect::advances, act::advance> && belongs_to<effect::cuts_short, act::cut_short> &&
         belongs_to<effect::closes, act::close> && belongs_to<effect::terminates, act::terminate> &&
         belongs_to<effect::passes, act::pass> && belongs_to<effect::withdraws, act::withdraw> &&
         belongs_to<effect::drops, act::drop> && belongs_to<effect::rejoins, act::rejoin> &&
         belongs_to<effect::hands_over, act::hand_over> && belongs_to<effect::takes_lead, act::take_lead> &&
         belongs_to<effect::flags, act::flag> && belongs_to<effect::reminds, act::remind> &&
         belongs_to<effect::refocuses, act::refocus>;
}
static_assert(acts_do_what_their_names_say());
TEST(Effect, IsWhatTheNameOfTheActSays) { EXPECT_TRUE(acts_do_what_their_names_say()); }

constexpr bool what_is_only_said_changes_nothing() {
  return belongs_to<effect::none, act::ask, act::answer, act::self_assess, act::note, act::assist, act::restate_rules,
                    act::sit_back, act::speculate, act::invite_back, act::respond, act::reflect, act::state_question,
                    act::hypothesise, act::comment, act::suggest, act::decide, act::share>;
}
static_assert(what_is_only_said_changes_nothing());
TEST(Effect, IsNoneForWhatIsOnlySaid) { EXPECT_TRUE(what_is_only_said_changes_nothing()); }

}  // namespace effect_test
