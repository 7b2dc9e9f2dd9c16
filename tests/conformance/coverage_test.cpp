// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <balint/balint.hpp>
#include <balint/conformance/coverage.hpp>
#include <cstddef>
#include <string_view>
#include <vector>

using namespace balint;

namespace coverage_test {

using covered = coverage<student_group>;

constexpr std::array<person<student_group>, 4> people{
    person<student_group>::as<role::participant>("p1", consent::given),
    person<student_group>::as<role::participant>("p2", consent::given),
    person<student_group>::as<role::leader>("lead", consent::given),
    person<student_group>::as<role::supervisor>("sup", consent::given)};
constexpr person_id p1{0}, p2{1}, lead{2};
constexpr std::size_t participant = 0, leader = 1, presenter = 4, stranger = 5;
constexpr stage_id<student_group> presentation{0}, selection{1}, story{2};

template <typename Act>
constexpr event<student_group> by(person_id who, std::uint16_t target = 0) {
  return detail::raw_event<student_group>({.by = who, .act = act_id_of<Act, student_group>, .target = target});
}
/// What a judge's way through some events exercises.
template <std::size_t N>
constexpr covered seen(const std::array<event<student_group>, N>& events) {
  covered all;
  const auto formed = form<student_group>(people);
  all.begin(formed);
  judge<student_group> following(formed);
  for (const auto& e : events) {
    const auto before = following.session();
    following.apply(e);
    all.see(before, e, following.session());
  }
  return all;
}

constexpr bool counts_cells_by_stage_act_and_role() {
  const auto all = seen(std::array{by<act::present_case>(p1), by<act::present_case>(p1), by<act::present_case>(lead)});
  return all.cell(presentation, act_id_of<act::present_case, student_group>, participant) == cell_count{1, 1} &&
         all.cell(presentation, act_id_of<act::present_case, student_group>, leader) == cell_count{0, 1} &&
         all.cell(selection, act_id_of<act::present_case, student_group>, participant) == cell_count{} &&
         all.events() == 3 && all.traces() == 1;
}
static_assert(counts_cells_by_stage_act_and_role());
TEST(Coverage, CountsCellsByStageActAndRole) { EXPECT_TRUE(counts_cells_by_stage_act_and_role()); }

constexpr bool counts_the_presenter_in_both_roles() {
  const auto all = seen(std::array{by<act::present_case>(p1), by<act::pass>(p2), by<act::advance>(lead),
                                   by<act::tell_story>(p1), by<act::advance>(lead), by<act::ask>(p1)});
  return all.cell(story, act_id_of<act::ask, student_group>, presenter).refused == 1 &&
         all.cell(story, act_id_of<act::ask, student_group>, participant).refused == 1;
}
static_assert(counts_the_presenter_in_both_roles());
TEST(Coverage, CountsThePresenterInBothRoles) { EXPECT_TRUE(counts_the_presenter_in_both_roles()); }

constexpr bool counts_strangers_and_what_is_no_act() {
  const auto all =
      seen(std::array{by<act::present_case>(nobody), detail::raw_event<student_group>({.by = p1, .act = {0x7000}})});
  return all.cell(presentation, act_id_of<act::present_case, student_group>, stranger).refused == 1 &&
         all.times(code::unknown_person) == 1 && all.times(code::unknown_act) == 1 && all.times(code::absent) == 0 &&
         all.refusals() == share{2, 17};
}
static_assert(counts_strangers_and_what_is_no_act());
TEST(Coverage, CountsStrangersAndWhatIsNoAct) { EXPECT_TRUE(counts_strangers_and_what_is_no_act()); }

constexpr bool follows_moves_and_pairs() {
  const auto all = seen(std::array{by<act::present_case>(p1), by<act::rejoin>(p2), by<act::present_case>(p2),
                                   by<act::advance>(lead), by<act::refocus>(lead), by<act::advance>(lead)});
  return all.moved(presentation, selection) && all.moved(selection, story) && !all.moved(presentation, story) &&
         all.followed(act_id_of<act::present_case, student_group>, act_id_of<act::present_case, student_group>) &&
         all.followed(act_id_of<act::present_case, student_group>, act_id_of<act::advance, student_group>) &&
         all.followed(act_id_of<act::advance, student_group>, act_id_of<act::refocus, student_group>) &&
         !all.followed(act_id_of<act::refocus, student_group>, act_id_of<act::advance, student_group>) &&
         all.pairs().seen == 3;
}
static_assert(follows_moves_and_pairs());
TEST(Coverage, FollowsMovesAndPairsOfAcceptedActs) { EXPECT_TRUE(follows_moves_and_pairs()); }

constexpr bool follows_a_move_that_a_run_made() {
  const auto all = seen(std::array{by<act::present_case>(p1), by<act::pass>(p2), by<act::vote>(p1, 0),
                                   by<act::vote>(p2, 0), by<act::select_case>(lead, 0)});
  return all.moved(presentation, selection) &&
         all.cell(presentation, act_id_of<act::vote, student_group>, participant).refused == 2 &&
         all.cell(selection, act_id_of<act::select_case, student_group>, leader).accepted == 1;
}
static_assert(follows_a_move_that_a_run_made());
TEST(Coverage, FollowsAMoveThatARunMade) { EXPECT_TRUE(follows_a_move_that_a_run_made()); }

constexpr bool knows_open_cells() {
  return covered::is_open(presentation, act_id_of<act::present_case, student_group>, participant) &&
         !covered::is_open(selection, act_id_of<act::present_case, student_group>, participant) &&
         !covered::is_open(presentation, act_id_of<act::present_case, student_group>, leader) &&
         covered::is_open(story, act_id_of<act::withdraw, student_group>, presenter) &&
         !covered::is_open(story, act_id_of<act::withdraw, student_group>, stranger) &&
         !covered::is_open(stage_id<student_group>{5}, act_id_of<act::advance, student_group>, leader) &&
         covered::is_open(selection, act_id_of<act::pass, student_group>, participant) &&
         !covered::is_open(story, act_id_of<act::pass, student_group>, participant) &&
         covered::is_open(stage_id<student_group>{5}, act_id_of<act::pass, student_group>, participant) &&
         covered::is_open(presentation, act_id_of<act::open, student_group>, leader) &&
         !covered::is_open(selection, act_id_of<act::open, student_group>, leader) &&
         covered::is_open(story, act_id_of<act::terminate, student_group>, participant) &&
         !covered::is_open(stage_id<student_group>{5}, act_id_of<act::cut_short, student_group>, leader) &&
         covered::role_name(presenter) == "presenter" && covered::role_name(stranger) == "stranger" &&
         covered::role_name(0) == "participant";
}
static_assert(knows_open_cells());
TEST(Coverage, KnowsOpenCells) { EXPECT_TRUE(knows_open_cells()); }

constexpr bool gives_shares() {
  const auto all = seen(std::array{by<act::present_case>(p1), by<act::present_case>(lead)});
  const auto none = covered();
  return all.open_cells().seen == 1 && all.closed_cells().seen == 1 && none.open_cells().seen == 0 &&
         none.open_cells().of == all.open_cells().of &&
         all.open_cells().of + all.closed_cells().of == act_count<student_group> * (6 * covered::role_count - 1) &&
         !all.refusals().is_whole() && share{2, 2}.is_whole();
}
static_assert(gives_shares());
TEST(Coverage, GivesShares) { EXPECT_TRUE(gives_shares()); }

constexpr bool knows_what_can_be_met() {
  return covered::can_be_met(code::not_supported) && !covered::can_be_met(code::supervisor_absent) &&
         coverage<staff_group>::can_be_met(code::supervisor_absent) && !covered::can_be_met(code::somebody_leads) &&
         coverage<staff_group>::can_be_met(code::somebody_leads) &&
         !coverage<classical_group>::can_be_met(code::nothing_owed) &&
         !coverage<classical_group>::can_be_met(code::not_supported) &&
         !coverage<case_consultation>::can_be_met(code::too_many_options) &&
         coverage<case_consultation>::can_be_met(code::leader_is_presenter) &&
         !covered::can_be_met(code::stage_skipped) && !covered::can_be_met(code::no_leader);
}
static_assert(knows_what_can_be_met());
TEST(Coverage, KnowsWhatCanBeMet) { EXPECT_TRUE(knows_what_can_be_met()); }

TEST(Coverage, SeesWhatStandsAgainstAGroup) {
  covered all;
  all.begin(form<student_group>(std::span(people).first(1)));
  EXPECT_EQ(all.times(code::no_leader), 1U);
  EXPECT_EQ(all.times(code::several_leaders), 0U);
}

TEST(Coverage, BeginsEachTraceAnew) {
  covered all;
  const auto formed = form<student_group>(people);
  for (int i = 0; i < 2; ++i) {
    all.begin(formed);
    judge<student_group> following(formed);
    const auto before = following.session();
    following.apply(by<act::present_case>(p1));
    all.see(before, by<act::present_case>(p1), following.session());
  }
  EXPECT_EQ(all.pairs().seen, 0U) << "the last act of one trace is not followed by the first of the next";
  EXPECT_EQ(all.traces(), 2U);
}

/// The codes that can be met in a protocol, asked at run time.
template <protocol P>
std::size_t count_of_codes_met() {
  std::size_t n = 0;
  for (std::size_t i = 0; i < code_count; ++i) n += coverage<P>::can_be_met(static_cast<code>(i)) ? 1U : 0U;
  return n;
}
TEST(Coverage, KnowsWhatCanBeMetInEachProtocol) {
  EXPECT_EQ(count_of_codes_met<student_group>(), 17U);
  EXPECT_EQ(count_of_codes_met<staff_group>(), 19U);
  EXPECT_EQ(count_of_codes_met<led_staff_group>(), 17U);
  EXPECT_EQ(count_of_codes_met<classical_group>(), coverage<classical_group>().refusals().of);
  EXPECT_EQ(count_of_codes_met<case_consultation>(), coverage<case_consultation>().refusals().of);
  EXPECT_LT(count_of_codes_met<case_consultation>(), count_of_codes_met<student_group>());
}
TEST(Coverage, NamesEachRole) {
  std::vector<std::string_view> names;
  for (std::size_t role = 0; role < covered::role_count; ++role) names.push_back(covered::role_name(role));
  EXPECT_EQ(names,
            (std::vector<std::string_view>{"participant", "leader", "deputy", "supervisor", "presenter", "stranger"}));
}
/// The first stage of which there are cells of the presenter.
template <protocol P>
std::size_t first_of_presenter() {
  std::size_t first = P::order::size;
  coverage<P>::each_cell([&](stage_id<P> stage, act_id<P>, std::size_t role, bool) {
    if (role == P::offices::size) first = std::min<std::size_t>(first, stage.index);
  });
  return first;
}
TEST(Coverage, HasCellsOfThePresenterFromTheSelectionOn) {
  EXPECT_EQ(first_of_presenter<student_group>(), 1U);
  EXPECT_EQ(first_of_presenter<classical_group>(), 1U);
  EXPECT_EQ(first_of_presenter<case_consultation>(), 0U);
}

// ---- a protocol in which nobody presents ----------------------------------------------------------------------------

// clang-format off
using namespace balint::declare;
struct talking final { static constexpr std::string_view name = "talking", source = "house"; };
struct speak final : act_on<> { static constexpr std::string_view name = "speak", source = "house"; };
struct round_of_talk {
  static constexpr std::string_view name = "round_of_talk", source = "house";
  using offices = declare::offices<role::participant, role::leader>;
  using lead = led_by<role::leader>;
  using formation = conditions<at_least<1, role::participant>, somebody<role::leader>>;
  using order = sequence<in<talking, each<role::participant, speak>>>;
  using throughout = declare::throughout<may<role::leader, act::close>, may<role::leader, act::terminate>>;
};
static_assert(well_formed<round_of_talk>());
// clang-format on

constexpr bool counts_without_a_presenter() {
  using talk = coverage<round_of_talk>;
  constexpr std::array<person<round_of_talk>, 2> two{person<round_of_talk>::as<role::participant>("p1"),
                                                     person<round_of_talk>::as<role::leader>("lead")};
  talk all;
  const auto formed = form<round_of_talk>(two);
  all.begin(formed);
  judge<round_of_talk> following(formed);
  for (const auto& e : {event<round_of_talk>::of<speak>(p1), event<round_of_talk>::of<speak>(nobody),
                        event<round_of_talk>::of<act::close>(p2)}) {
    const auto before = following.session();
    following.apply(e);
    all.see(before, e, following.session());
  }
  return all.open_cells() == share{2, 3} && all.closed_cells() == share{1, 6} && talk::role_name(0) == "participant" &&
         talk::role_name(2) == "presenter" && talk::role_name(3) == "stranger";
}
static_assert(counts_without_a_presenter());
TEST(Coverage, CountsWhereNobodyPresents) {
  EXPECT_TRUE(counts_without_a_presenter());
  EXPECT_EQ(first_of_presenter<round_of_talk>(), 1U) << "there is no cell of the presenter";
}

constexpr bool answers_for_cells_that_are_none() {
  using P = student_group;
  const coverage<P> none;
  const act_id<P> beyond{act_count<P>};
  const stage_id<P> after{P::order::size};
  return none.cell(after, {0}, 0) == cell_count{} && none.cell({0}, beyond, 0) == cell_count{} &&
         none.cell({0}, {0}, 99) == cell_count{} && !coverage<P>::is_open(after, {0}, 0) &&
         !coverage<P>::is_open({0}, beyond, 0) && !none.moved(after, {0}) && !none.moved({0}, after) &&
         !none.followed(beyond, {0}) && !none.followed({0}, beyond) && none.times(static_cast<code>(code_count)) == 0;
}
TEST(Coverage, AnswersForCellsThatAreNone) { EXPECT_TRUE(answers_for_cells_that_are_none()); }

}  // namespace coverage_test
