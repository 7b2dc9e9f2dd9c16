// SPDX-License-Identifier: MIT
// The names of balint, of a declaration and of the standard library side by side: none of them is ambiguous.
#include <balint/balint.hpp>
#include <balint/vocabulary/chrono.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <numeric>
#include <ranges>
#include <string_view>
#include <utility>

namespace beside_std_test {

using namespace std;
using namespace std::chrono;
using namespace balint;
using namespace balint::declare;

struct check_in final : act_on<> {
  static constexpr string_view name = "check_in", source = "house";
};

/// A protocol that uses every word which says who, how often and when.
struct round_of_cases {
  static constexpr string_view name = "round_of_cases", source = "house";
  using offices = declare::offices<role::participant, role::leader, role::deputy, role::supervisor>;
  using lead = led_by<role::leader, role::deputy>;
  using presented_by = role::presenter;
  using listener = but<role::participant, role::presenter>;
  using formation =
      conditions<at_least<2, role::participant>, somebody<role::leader>, no_rival<role::leader>,
                 holds_no_other_office<role::supervisor>, comes_from_outside<role::leader, role::participant>,
                 voluntarily<role::participant>, recommended_size<role::participant, 2, 4>>;
  using order = sequence<in<stage::presentation, each<role::participant, act::present_case>, at_least_one<case_id>>,
                         in<stage::selection, each<role::participant, act::vote>,
                            once<role::leader, act::select_case, after_all<act::vote>>,
                            once<role::presenter, act::accept_case, after<act::select_case>, upholds<rule::voluntary>>,
                            may<role::presenter, act::decline_case, until<act::accept_case>>>,
                         in<stage::proposals, outside<role::presenter>, each_at_least_once<listener, act::propose>,
                            at_least_one<option_id>>,
                         in<stage::assessment, per_option<either<listener, role::leader>, act::assess>>,
                         in<stage::closing, some<either<role::leader, role::participant>, check_in>>>;
  using throughout = declare::throughout<may<role::leader, act::advance, attended_by<role::participant>>,
                                         may<role::leader, act::close>, may<role::leader, act::terminate>,
                                         may<role::participant, act::pass>, may<role::leader, act::refocus>,
                                         may<role::leader, act::hand_over, to<role::deputy>>>;
  using session_advisories = conditions<notice_passes, notice_own_options, recommended_minutes<60, 90>, refocus_in<60>>;
};
static_assert(well_formed<round_of_cases>());

constexpr bool a_session_runs() {
  const array people{person<round_of_cases>::as<role::leader>("lead"),
                     person<round_of_cases>::as<role::participant>("anna"),
                     person<round_of_cases>::as<role::participant>("boris")};
  const auto formed = form<round_of_cases>(people);
  session<round_of_cases> now(detail::group_of(formed));
  const person_id lead{0}, anna{1}, boris{2};
  const auto start = to_instant(sys_days{2026y / March / 5});
  bool accepted = now.record<act::present_case>(anna, start).has_value();
  accepted &= now.record<act::pass>(boris, start + time_span::minutes(2)).has_value();
  accepted &= now.record<act::advance>(lead).has_value();
  const auto early = now.record<check_in>(anna);
  return accepted && formed.is_formed() && !early && early.error().code == code::wrong_stage &&
         to_chrono(time_span::minutes(90)) == minutes(90) && to_chrono(time_span{5}) == milliseconds(5);
}
static_assert(a_session_runs());
TEST(Names, AreUsedBesideThoseOfTheStandardLibrary) { EXPECT_TRUE(a_session_runs()); }

constexpr bool words_of_std_keep_their_meaning() {
  const array times{minutes(1), minutes(120)};
  const auto is_long = [](minutes length) { return length > hours(1); };
  return any_of(times.begin(), times.end(), is_long) && !all_of(times.begin(), times.end(), is_long) &&
         find_if(times.begin(), times.end(), is_long) != times.end() && ranges::any_of(times, is_long) &&
         std::invoke(plus<>{}, 1, 2) == 3 && accumulate(times.begin(), times.end(), minutes(0)) == minutes(121);
}
static_assert(words_of_std_keep_their_meaning());
TEST(Names, LeaveThoseOfTheStandardLibraryAsTheyAre) { EXPECT_TRUE(words_of_std_keep_their_meaning()); }

}  // namespace beside_std_test
