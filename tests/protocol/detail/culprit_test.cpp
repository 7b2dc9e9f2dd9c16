// SPDX-License-Identifier: MIT
#include <balint/protocol/detail/culprit.hpp>
#include <balint/protocols/classical_group.hpp>
#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

#include <concepts>
#include <string_view>

namespace culprit_test {

using namespace balint;
using namespace balint::declare;

template <typename... Words>
using words = detail::word_list<Words...>;

constexpr bool words_are_found_by_position() {
  using three = words<stage::story, act::ask, role::leader>;
  return std::same_as<detail::word_at<three, 0>, stage::story> && std::same_as<detail::word_at<three, 1>, act::ask> &&
         std::same_as<detail::word_at<three, 2>, role::leader> &&
         detail::first_word(three{}, []<typename Word>() { return Word::name == "ask"; }) == 1 &&
         detail::first_word(three{}, []<typename Word>() { return Word::name == "vote"; }) == 3;
}
static_assert(words_are_found_by_position());
TEST(WordList, FindsWordsByPosition) { EXPECT_TRUE(words_are_found_by_position()); }

struct other_ask final : act_on<> {
  static constexpr std::string_view name = "ask", source = "house";
};
/// Has the name of an office, but is another type.
struct participant final {
  static constexpr std::string_view name = "participant", source = "house";
};

struct round_table {
  static constexpr std::string_view name = "round_table";
  using offices = declare::offices<role::participant, role::leader>;
  using lead = led_by<role::leader>;
  using presented_by = role::presenter;
  using formation = conditions<>;
  using order = sequence<
      in<stage::story, at_least_one<case_id>, some<role::participant, act::ask>, may<role::leader, other_ask>>,
      in<stage::questions, outside<role::leader>,
         each<but<role::participant, role::presenter>, act::answer, after<act::ask>, upholds<rule::no_advice>>>>;
  using throughout =
      declare::throughout<may<role::leader, act::advance, attended_by<role::participant>>,
                          may<role::leader, act::hand_over, to<either<role::participant, role::anyone>>>>;
};

constexpr bool declarations_are_flattened_in_order() {
  using P = round_table;
  using roles = decltype(detail::roles_in(detail::item_list<P>{}));
  return std::same_as<detail::act_list<P>, words<act::ask, other_ask, act::answer, act::advance, act::hand_over>> &&
         std::same_as<roles, words<role::participant, void, role::leader, void, role::leader, role::participant,
                                   role::presenter, role::leader, void, role::participant, role::leader, void,
                                   role::participant, void, role::anyone, void>> &&
         std::same_as<decltype(detail::roles_in(P::lead{})), words<role::leader>> &&
         std::same_as<decltype(detail::rules_in(detail::item_list<P>{})),
                      words<rule::everyone_takes_part, rule::no_advice>>;
}
static_assert(declarations_are_flattened_in_order());
TEST(Culprit, IsLookedForInTheOrderOfTheDeclaration) { EXPECT_TRUE(declarations_are_flattened_in_order()); }

constexpr bool positions_lead_back_to_types() {
  return std::same_as<detail::stage_at<student_group, 0>, stage::presentation> &&
         std::same_as<detail::stage_at<student_group, 5>, stage::self_assessment> &&
         std::same_as<detail::act_at<student_group, act_id_of<act::propose, student_group>.index>, act::propose> &&
         std::same_as<detail::act_at<classical_group, act_id_of<act::note, classical_group>.index>, act::note>;
}
static_assert(positions_lead_back_to_types());
TEST(Culprit, IsTheTypeAtAPosition) { EXPECT_TRUE(positions_lead_back_to_types()); }

constexpr bool acts_of_one_name_are_told_apart() {
  return std::same_as<detail::act_of_shared_name<round_table>, act::ask> &&
         std::same_as<detail::other_act_of_shared_name<round_table>, other_ask>;
}
static_assert(acts_of_one_name_are_told_apart());
TEST(Culprit, IsEachOfTwoActsOfOneName) { EXPECT_TRUE(acts_of_one_name_are_told_apart()); }

constexpr bool a_role_nobody_can_hold_is_found() {
  struct unknown_lead : round_table {
    using lead = led_by<role::leader, role::anyone>;
  };
  struct unknown_exception : round_table {
    using order = sequence<in<stage::story, some<but<role::participant, role::deputy>, act::ask>>>;
  };
  struct unknown_heir : round_table {
    using throughout = declare::throughout<may<role::leader, act::hand_over, to<role::moderator>>>;
  };
  struct same_name : round_table {
    using order = sequence<in<stage::story, some<role::participant, act::ask>, may<participant, act::answer>>>;
  };
  return std::same_as<detail::unknown_role<unknown_lead>, role::anyone> &&
         std::same_as<detail::unknown_role<unknown_exception>, role::deputy> &&
         std::same_as<detail::unknown_role<unknown_heir>, role::moderator> &&
         std::same_as<detail::unknown_role<same_name>, participant>;
}
static_assert(a_role_nobody_can_hold_is_found());
TEST(Culprit, IsTheRoleThatNobodyCanHold) { EXPECT_TRUE(a_role_nobody_can_hold_is_found()); }

constexpr bool an_unlisted_rule_is_found() {
  struct short_list_of_rules : round_table {
    using order = sequence<in<stage::story, some<role::participant, act::ask>>>;
    using rules = rule_list<rule::everyone_takes_part>;
  };
  return std::same_as<detail::unlisted_rule<round_table>, rule::no_advice> &&
         !std::same_as<detail::unlisted_rule<short_list_of_rules>, rule::everyone_takes_part> &&
         rule::catalogue::has<detail::unlisted_rule<short_list_of_rules>>;
}
static_assert(an_unlisted_rule_is_found());
TEST(Culprit, IsTheRuleThatIsNotListed) { EXPECT_TRUE(an_unlisted_rule_is_found()); }

}  // namespace culprit_test
