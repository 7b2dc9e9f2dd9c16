// SPDX-License-Identifier: MIT
/// @file
/// A whole student session on the typed face: each stage is a type of its own, and a stage left too early comes back.
#include <balint/balint.hpp>

#include <fmt/core.h>

#include <array>
#include <utility>

namespace {

using namespace balint;

constexpr std::array everybody{person<student_group>::as<role::participant>("p1", consent::given),
                               person<student_group>::as<role::participant>("p2", consent::given),
                               person<student_group>::as<role::participant>("p3", consent::given),
                               person<student_group>::as<role::leader>("lead")};
constexpr seat<role::participant> anna{{0}};
constexpr seat<role::participant> boris{{1}};
constexpr seat<role::participant> vera{{2}};
constexpr seat<role::leader> lead{{3}};

// None of these would compile as a call: another act, another role, another order.
static_assert(!act_of_stage<act::propose, student_group, stage::selection>);
static_assert(!permits<student_group, stage::selection, act::select_case, role::participant>);
static_assert(!follows<student_group, stage::selection, stage::proposals>);

int failed(const char* what) {
  fmt::print("not as said: {}\n", what);
  return 1;
}

/// The stages after the story, in which Boris is the presenter. The signature says where the session has to be.
bool goes_on_to_the_end(session_at<student_group, stage::story> telling) {
  constexpr seat<role::presenter> presenter{boris.person};
  if (!telling.record<act::tell_story>(presenter) || !telling.record<act::ask>(vera) ||
      !telling.record<act::answer>(presenter)) {
    return false;
  }
  auto proposing = std::move(telling).advance_to<stage::proposals>(lead);
  if (!proposing) return false;
  const auto first = proposing->record<act::propose>(anna);
  const auto second = proposing->record<act::propose>(vera);
  if (!first || !second) return false;

  auto weighing = std::move(*proposing).advance_to<stage::assessment>(lead);
  if (!weighing) return false;
  for (const option_id option : {*first, *second}) {
    if (!weighing->record<act::assess>(vera, option) || !weighing->record<act::forecast>(anna, option)) return false;
  }
  auto looking_back = std::move(*weighing).advance_to<stage::self_assessment>(lead);
  if (!looking_back || !looking_back->record<act::self_assess>(presenter)) return false;

  const auto ended = std::move(*looking_back).close(lead);
  fmt::print("boris said what the discussion gave; the session is closed\n");
  return ended && ended->end() == ending::closed;
}

/// The leader may end the session at once, in any stage; nobody else may.
template <typename Stage>
bool ends_at_once(session_at<student_group, Stage> running) {
  auto refused = std::move(running).terminate(seat<role::leader>{vera.person});
  if (refused || refused.error().why.code != code::wrong_role) return false;
  const auto ended = std::move(refused.error().session).terminate(lead);
  fmt::print("terminated in {}: vera may not, the leader may\n", Stage::name);
  return ended && ended->end() == ending::terminated;
}

}  // namespace

int main() {
  const auto people = form<student_group>(everybody).formed();
  if (!people) return failed("three participants and a leader form a group");

  //! [typed]
  session_at<student_group, stage::presentation> presenting{*people};
  if (!presenting.record<act::present_case>(anna)) return failed("anna presents a case");

  auto early = std::move(presenting).advance_to<stage::selection>(lead);  // refused: two more cases are owed
  if (early || early.error().why.code != code::stage_incomplete) return failed("nobody is left out");
  auto& again = early.error().session;  // the stage comes back, as it was
  if (!again.record<act::present_case>(boris) || !again.record<act::present_case>(vera))
    return failed("everybody presents");

  auto selecting = std::move(again).advance_to<stage::selection>(lead);  // a session of another type
  if (!selecting) return failed("the stage is complete");
  //! [typed]
  fmt::print("too early: {} people owe a case; then the selection begins\n", early.error().why.owed.by.size());

  for (const auto by : {anna, boris, vera}) {
    if (!selecting->record<act::vote>(by, case_id{boris.person})) return failed("everybody votes");
  }
  if (!selecting->record<act::select_case>(lead, case_id{boris.person})) return failed("the leader selects");
  if (!selecting->record<act::accept_case>(seat<role::presenter>{boris.person})) return failed("the presenter agrees");
  auto telling = std::move(*selecting).advance_to<stage::story>(lead);
  if (!telling) return failed("the story begins");
  fmt::print("boris is the presenter\n");

  // A typed session is not copied; the run-time session under it is a value, and any moment of it can be typed again.
  auto another = session_at<student_group, stage::story>::from(telling->at_run_time());
  if (!another || !ends_at_once(std::move(*another))) return failed("the leader may terminate at any time");
  if (!goes_on_to_the_end(std::move(*telling))) return failed("the session comes to its end");
}
