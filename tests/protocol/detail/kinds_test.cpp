// SPDX-License-Identifier: MIT
// What every kind of word needs, and where a declaration is looked through for what is out of place.
#include <balint/protocol/detail/kinds.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/rule.hpp>
#include <balint/vocabulary/stage.hpp>

#include <gtest/gtest.h>

#include <concepts>
#include <string_view>

namespace kinds_test {

using namespace balint;
using namespace balint::declare;
using detail::expects;
using detail::in_place;
using detail::misplaced;

constexpr bool plain_names_are_words_of_logs() {
  return detail::is_plain_name("vote") && detail::is_plain_name("a_1") && detail::is_plain_name("z") &&
         detail::is_plain_name("a234567890123456789012345678901234567890") &&
         !detail::is_plain_name("a2345678901234567890123456789012345678901") && !detail::is_plain_name("") &&
         !detail::is_plain_name("Vote") && !detail::is_plain_name("1a") && !detail::is_plain_name("_a") &&
         !detail::is_plain_name("a b") && !detail::is_plain_name("a-b") && !detail::is_plain_name("{") &&
         !detail::is_plain_name("a`") && !detail::is_plain_name("a{") && !detail::is_plain_name("a/") &&
         !detail::is_plain_name("a:");
}
static_assert(plain_names_are_words_of_logs());
TEST(Kinds, PlainNamesAreWordsOfLogs) { EXPECT_TRUE(plain_names_are_words_of_logs()); }

struct unnamed {};
struct named_at_run_time {
  std::string_view name = "late";
};
struct unsourced {
  static constexpr std::string_view name = "unsourced";
};
struct on_a_number : act_on<> {
  static constexpr std::string_view name = "on_a_number", source = "house";
  using target = int;
};

constexpr bool words_are_told_by_what_they_have() {
  return detail::is_act_word<act::vote> && !detail::is_act_word<on_a_number> && !detail::is_act_word<role::leader> &&
         !detail::is_act_word<int> && detail::is_role_word<unsourced> && !detail::is_role_word<act::vote> &&
         !detail::is_role_word<rule::respect> && !detail::is_role_word<unnamed> &&
         !detail::is_role_word<named_at_run_time> && detail::is_stage_word<stage::story> &&
         !detail::is_stage_word<unsourced> && !detail::is_stage_word<act::vote> &&
         detail::is_rule_word<rule::respect> && !detail::is_rule_word<role::leader>;
}
static_assert(words_are_told_by_what_they_have());
TEST(Kinds, WordsAreToldByWhatTheyHave) { EXPECT_TRUE(words_are_told_by_what_they_have()); }

template <typename Item, typename Finding>
constexpr bool finds = std::same_as<typename detail::item_finding<Item>::type, Finding>;
constexpr bool the_first_of_an_item_is_found() {
  using asked = may<role::participant, act::ask>;
  return finds<asked, in_place> && finds<may<int, long>, misplaced<expects::role, int>> &&
         finds<may<role::participant, long, char>, misplaced<expects::act, long>> &&
         finds<may<role::participant, act::ask, after<act::vote>, char>, misplaced<expects::condition, char>> &&
         finds<may<role::participant, act::ask, after<char>>, misplaced<expects::act, char>> &&
         finds<may<role::participant, act::ask, after_all<char>>, misplaced<expects::act, char>> &&
         finds<may<role::participant, act::ask, until<char>>, misplaced<expects::act, char>> &&
         finds<may<role::participant, act::ask, owed_after<char>>, misplaced<expects::act, char>> &&
         finds<may<role::participant, act::ask, upholds<char>>, misplaced<expects::rule, char>> &&
         finds<may<role::participant, act::ask, to<char>>, misplaced<expects::role, char>> &&
         finds<may<role::participant, act::ask, attended_by<char>>, misplaced<expects::role, char>> &&
         finds<may<role::participant, act::ask, passable>, in_place> &&
         finds<may<but<role::participant, char>, act::ask>, misplaced<expects::role, char>> &&
         finds<may<unled<char>, act::ask>, misplaced<expects::role, char>> &&
         finds<may<either<role::leader, char>, act::ask>, misplaced<expects::role, char>> &&
         finds<may<either<>, act::ask>, misplaced<expects::role, either<>>> &&
         finds<outside<char>, misplaced<expects::role, char>> && finds<at_least_one<case_id>, in_place> &&
         finds<at_least_one<option_id>, in_place> &&
         finds<at_least_one<rule_id>, misplaced<expects::clause, at_least_one<rule_id>>> &&
         finds<act::ask, misplaced<expects::clause, act::ask>>;
}
static_assert(the_first_of_an_item_is_found());
TEST(Kinds, TheFirstOfAnItemIsFound) { EXPECT_TRUE(the_first_of_an_item_is_found()); }

struct without_lead : student_group {
  using lead = void;
};
struct with_rules_that_are_none : student_group {
  using rules = int;
};
struct with_an_advisory_that_is_none : student_group {
  using session_advisories = conditions<int>;
};
struct presented_by_a_number : student_group {
  using presented_by = int;
};
constexpr bool parts_are_looked_through() {
  return detail::is_made_of_words<student_group> && !detail::is_made_of_words<int> &&
         std::same_as<detail::finding_in<without_lead>, misplaced<expects::part, detail::part_of::lead>> &&
         std::same_as<detail::finding_in<with_rules_that_are_none>, misplaced<expects::part, detail::part_of::rules>> &&
         std::same_as<detail::finding_in<with_an_advisory_that_is_none>, misplaced<expects::group_condition, int>> &&
         std::same_as<detail::finding_in<presented_by_a_number>, misplaced<expects::role, int>> &&
         detail::has_lists<without_lead> && !detail::is_elsewhere<without_lead, expects::part, detail::part_of::lead>;
}
static_assert(parts_are_looked_through());
TEST(Kinds, PartsAreLookedThrough) { EXPECT_TRUE(parts_are_looked_through()); }

}  // namespace kinds_test
