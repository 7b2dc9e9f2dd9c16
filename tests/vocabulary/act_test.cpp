// SPDX-License-Identifier: MIT
#include <balint/vocabulary/act.hpp>

#include <tests/vocabulary/words.hpp>

#include <gtest/gtest.h>

#include <array>
#include <concepts>
#include <string_view>

namespace act_test {

using namespace balint;

using pedagogical_acts =
    words::list<act::present_case, act::vote, act::select_case, act::accept_case, act::decline_case, act::tell_story,
                act::ask, act::answer, act::propose, act::assess, act::forecast, act::self_assess, act::open,
                act::advance, act::cut_short, act::close, act::terminate, act::pass, act::withdraw, act::drop,
                act::rejoin, act::hand_over, act::take_lead, act::remind, act::refocus, act::flag, act::note,
                act::assist>;
using all_acts =
    pedagogical_acts::with<act::restate_rules, act::offer_case, act::sit_back, act::speculate, act::invite_back,
                           act::respond, act::reflect, act::take_case, act::state_question, act::hypothesise,
                           act::comment, act::suggest, act::decide, act::share>;

constexpr bool acts_are_words() {
  return all_acts::have_own_names() && all_acts::are_named_like_their_types() && all_acts::are_empty_types() &&
         words::have_sources(all_acts{});
}
static_assert(acts_are_words());
TEST(Acts, AreWordsWithANameAndASourceOfTheirOwn) { EXPECT_TRUE(acts_are_words()); }

constexpr bool acts_are_spelled_as_logs_write_them() {
  constexpr std::array<std::string_view, 28> spelled{
      "present_case", "vote",      "select_case", "accept_case", "decline_case", "tell_story", "ask",
      "answer",       "propose",   "assess",      "forecast",    "self_assess",  "open",       "advance",
      "cut_short",    "close",     "terminate",   "pass",        "withdraw",     "drop",       "rejoin",
      "hand_over",    "take_lead", "remind",      "refocus",     "flag",         "note",       "assist"};
  return pedagogical_acts::names == spelled;
}
static_assert(acts_are_spelled_as_logs_write_them());
TEST(Acts, AreSpelledAsLogsWriteThem) { EXPECT_TRUE(acts_are_spelled_as_logs_write_them()); }

template <typename Target, typename... Acts>
constexpr bool take = (std::same_as<typename Acts::target, Target> && ...);

constexpr bool acts_take_their_targets() {
  return take<case_id, act::vote, act::select_case> && take<option_id, act::assess, act::forecast> &&
         take<rule_id, act::flag, act::remind> && take<person_id, act::hand_over> &&
         take<no_target, act::present_case, act::accept_case, act::decline_case, act::tell_story, act::ask, act::answer,
              act::propose, act::self_assess, act::open, act::advance, act::cut_short, act::close, act::terminate,
              act::pass, act::withdraw, act::drop, act::rejoin, act::take_lead, act::refocus, act::note, act::assist>;
}
static_assert(acts_take_their_targets());
TEST(Acts, AreDoneToTheTargetTheProtocolNames) { EXPECT_TRUE(acts_take_their_targets()); }

template <typename... Words>
constexpr int done_to_a_person(words::list<Words...>) {
  return (0 + ... + (std::same_as<typename Words::target, person_id> ? 1 : 0));
}
static_assert(done_to_a_person(all_acts{}) == 1);
TEST(Acts, RUL2_OnlyHandingOverIsDoneToAPerson) {
  EXPECT_EQ(done_to_a_person(all_acts{}), 1);
  EXPECT_TRUE((std::same_as<act::hand_over::target, person_id>));
}

template <typename... Words>
constexpr int giving_an_option(words::list<Words...>) {
  return (0 + ... + (std::same_as<typename Words::result, option_id> ? 1 : 0));
}
template <typename... Words>
constexpr int giving_nothing(words::list<Words...>) {
  return (0 + ... + (std::same_as<typename Words::result, void> ? 1 : 0));
}
constexpr bool only_a_proposal_gives_something_back() {
  return std::same_as<act::propose::result, option_id> && giving_an_option(all_acts{}) == 1 &&
         giving_nothing(all_acts{}) == static_cast<int>(all_acts::names.size()) - 1;
}
static_assert(only_a_proposal_gives_something_back());
TEST(Acts, OnlyAProposalGivesTheNewOptionBack) { EXPECT_TRUE(only_a_proposal_gives_something_back()); }

struct own_act final : act_on<rule_id, effect::reminds> {};
constexpr bool own_acts_say_what_they_do() {
  return std::same_as<own_act::target, rule_id> && std::same_as<own_act::result, void> &&
         own_act::does == effect::reminds && std::same_as<act_on<>::target, no_target> &&
         act_on<>::does == effect::none;
}
static_assert(own_acts_say_what_they_do());
TEST(ActOn, SaysWhatAnActOfYourOwnDoesAndToWhat) { EXPECT_TRUE(own_acts_say_what_they_do()); }

}  // namespace act_test
