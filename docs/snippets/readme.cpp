// SPDX-License-Identifier: MIT
// The first code of README.md.
#include <balint/balint.hpp>
using namespace balint;

int main() {
  using somebody = person<student_group>;
  const somebody people[]{somebody::as<role::leader>("lead"), somebody::as<role::participant>("p1"),
                          somebody::as<role::participant>("p2")};
  const seat<role::leader> lead{{0}};
  const seat<role::participant> p1{{1}}, p2{{2}};

  const auto group = form<student_group>(people).formed();  // or the first error of the roster
  session_at<student_group, stage::presentation> begun(group.value());
  if (!begun.record<act::present_case>(p1)) return 1;
  auto early = std::move(begun).advance_to<stage::selection>(lead);  // refused: p2 has not had a turn
  auto& presentation = early.error().session;                        // nothing is lost
  if (!presentation.record<act::pass>(p2)) return 1;
  auto selection = std::move(presentation).advance_to<stage::selection>(lead);
  return selection->record<act::vote>(p2, p1.own_case()) ? 0 : 1;
}
