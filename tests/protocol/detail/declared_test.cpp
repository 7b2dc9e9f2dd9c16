// SPDX-License-Identifier: MIT
// A declaration as plain rows: what is read from the types, item by item.
#include <balint/protocol/detail/declared.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/stage.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace declared_test {

using namespace balint;
using namespace balint::declare;

struct small {
  using adviser = but<role::participant, role::presenter>;
  using order = sequence<in<stage::story, once<role::presenter, act::tell_story>, outside<role::leader>,
                            may<either<adviser, role::leader>, act::ask, after<act::tell_story>, until<act::answer>>>,
                         in<stage::closing, at_least_one<option_id>, at_least_one<case_id>,
                            each<adviser, act::answer, after_all<act::ask>, upholds<rule::voluntary>>>>;
  using throughout = declare::throughout<may<role::leader, act::hand_over, to<adviser>, attended_by<role::supervisor>>,
                                         may<role::anyone, act::ask>>;
};
constexpr const auto& all = detail::declared<small>;

// The words of what is owed at times, passed, or allowed while nobody leads.
struct waived {
  using order = sequence<in<stage::story, may<role::presenter, act::sit_back>,
                            once<role::leader, act::invite_back, owed_after<act::sit_back>, passable>>>;
  using throughout = declare::throughout<may<either<role::leader, unled<role::participant>>, act::terminate>>;
};
constexpr bool words_that_waive_are_listed() {
  const auto& w = detail::declared<waived>;
  const auto* conditions = w.items[1]->conditions;
  const auto* enders = w.items[2]->who;
  return conditions[0].kind == detail::condition_kind::owed_after &&
         conditions[0].act == &detail::label_of<act::sit_back> &&
         conditions[1].kind == detail::condition_kind::passable && conditions[1].act == nullptr &&
         conditions[2].kind == detail::condition_kind::end && !enders[0].unled && enders[1].unled &&
         enders[1].base == &detail::label_of<role::participant> && enders[2].base == nullptr;
}
static_assert(words_that_waive_are_listed());
TEST(Declared, ListsWhatIsOwedAtTimesPassableOrUnled) { EXPECT_TRUE(words_that_waive_are_listed()); }

constexpr bool items_are_listed_in_their_order() {
  constexpr std::uint8_t none = detail::none;
  constexpr std::uint8_t stages[]{0, 0, 0, 1, 1, 1, none, none};
  constexpr std::uint8_t acts[]{0, none, 1, none, none, 2, 3, 1};
  using enum detail::item_kind;
  constexpr detail::item_kind kinds[]{
      clause, detail::item_kind::outside, clause, option_needed, case_needed, clause, clause, clause};
  if (all.count != 8 || all.names.count != 4) return false;
  for (std::size_t i = 0; i < all.count; ++i) {
    if (all.stages[i] != stages[i] || all.acts[i] != acts[i] || all.items[i]->kind != kinds[i]) return false;
  }
  return all.names.names[0] == "tell_story" && all.names.names[3] == "hand_over";
}
static_assert(items_are_listed_in_their_order());
TEST(Declared, ListsTheItemsInTheirOrder) { EXPECT_TRUE(items_are_listed_in_their_order()); }

constexpr bool clauses_say_what_they_say() {
  const auto& told = *all.items[0];
  const auto& answered = *all.items[5];
  return told.due == quota::once && told.does == effect::tells_story && told.target == target_kind::none &&
         told.act == &detail::label_of<act::tell_story> && told.source == act::tell_story::source &&
         told.rule == &detail::label_of<rule::stage_order> && answered.due == quota::each &&
         answered.rule == &detail::label_of<rule::voluntary> && all.items[2]->rule == nullptr &&
         all.items[6]->target == target_kind::person;
}
static_assert(clauses_say_what_they_say());
TEST(Declared, SaysOfAClauseWhatIsDoneHowOftenAndByWhichRule) { EXPECT_TRUE(clauses_say_what_they_say()); }

constexpr bool who_is_listed_as_terms() {
  const auto* asks = all.items[2]->who;
  const auto* outsider = all.items[1]->who;
  return asks[0].base == &detail::label_of<role::participant> && asks[0].except == &detail::label_of<role::presenter> &&
         asks[1].base == &detail::label_of<role::leader> && asks[1].except == nullptr && asks[2].base == nullptr &&
         outsider[0].base == &detail::label_of<role::leader> && outsider[1].base == nullptr;
}
static_assert(who_is_listed_as_terms());
TEST(Declared, ListsWhoAsTermsUpToOneWithoutABase) { EXPECT_TRUE(who_is_listed_as_terms()); }

constexpr bool conditions_are_listed_in_their_order() {
  using enum detail::condition_kind;
  const auto* asks = all.items[2]->conditions;
  const auto* answers = all.items[5]->conditions;
  const auto* hands_over = all.items[6]->conditions;
  return asks[0].kind == detail::condition_kind::after && asks[0].act == &detail::label_of<act::tell_story> &&
         asks[1].kind == detail::condition_kind::until && asks[1].act == &detail::label_of<act::answer> &&
         asks[2].kind == end && answers[0].kind == detail::condition_kind::after_all &&
         answers[1].kind == detail::condition_kind::upholds && answers[2].kind == end &&
         hands_over[0].kind == detail::condition_kind::to &&
         hands_over[0].who[0].except == &detail::label_of<role::presenter> &&
         hands_over[1].kind == detail::condition_kind::attended_by &&
         hands_over[1].who[0].base == &detail::label_of<role::supervisor> && all.items[7]->conditions[0].kind == end;
}
static_assert(conditions_are_listed_in_their_order());
TEST(Declared, ListsConditionsInTheirOrder) { EXPECT_TRUE(conditions_are_listed_in_their_order()); }

constexpr bool a_list_of_names_keeps_each_once() {
  detail::name_list<8> list;
  (void)list.add(detail::label_of<act::ask>);
  (void)list.add(detail::label_of<act::answer>);
  (void)list.add(detail::label_of<act::ask>);
  return list.count == 2 && list.find("answer") == 1 && list.find("vote") == 2 && list.shared.empty();
}
static_assert(a_list_of_names_keeps_each_once());
TEST(NameList, KeepsEachNameOnce) { EXPECT_TRUE(a_list_of_names_keeps_each_once()); }

struct other_ask {
  static constexpr std::string_view name = "ask";
};
constexpr bool a_list_of_names_tells_what_two_words_share() {
  detail::name_list<8> list;
  (void)list.add(detail::label_of<act::answer>);
  (void)list.add(detail::label_of<act::ask>);
  (void)list.add(detail::label_of<other_ask>);
  return list.count == 2 && list.shared == "ask";
}
static_assert(a_list_of_names_tells_what_two_words_share());
TEST(NameList, TellsWhichNameTwoWordsShare) { EXPECT_TRUE(a_list_of_names_tells_what_two_words_share()); }

}  // namespace declared_test
