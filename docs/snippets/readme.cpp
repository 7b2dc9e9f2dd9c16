// SPDX-License-Identifier: MIT
// The first code of README.md.
#include <balint/balint.hpp>
using namespace balint;

int main() {
  const person<student_group> members[]{person<student_group>::as<role::leader>("maria"),
                                        person<student_group>::as<role::participant>("anna"),
                                        person<student_group>::as<role::participant>("boris")};
  const roster<student_group> people(members);
  const auto group = form<student_group>(people).formed();
  if (!group) return 1;  // group.error() says what is missing
  const auto maria = people["maria"], anna = people["anna"], boris = people["boris"];

  session<student_group> evening(*group);
  if (!evening.record<act::present_case>(anna)) return 1;
  if (evening.record<act::advance>(maria)) return 1;  // refused: boris has not had a turn yet
  if (!evening.record<act::pass>(boris) || !evening.record<act::advance>(maria)) return 1;
  return evening.record<act::vote>(boris, case_id{anna}) ? 0 : 1;
}
