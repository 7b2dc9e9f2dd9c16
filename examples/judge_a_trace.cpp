// SPDX-License-Identifier: MIT
/// @file
/// Judging a recorded session: findings with their place in the trace, advisories, and a verdict.
#include <balint/balint.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace {

using namespace balint;

constexpr std::array everybody{person<student_group>::as<role::participant>("p1", consent::given),
                               person<student_group>::as<role::participant>("p2", consent::given),
                               person<student_group>::as<role::participant>("p3"),
                               person<student_group>::as<role::leader>("lead"),
                               person<student_group>::as<role::supervisor>("sup")};
constexpr person_id anna{0};
constexpr person_id boris{1};
constexpr person_id vera{2};
constexpr person_id lead{3};
constexpr person_id sup{4};

template <typename Act, typename... TargetAndTime>
constexpr event<student_group> did(person_id by, TargetAndTime... on) {
  return event<student_group>::of<Act>(by, on...);
}
constexpr rule_id confidentiality = rule_of<student_group, rule::confidentiality>;

// clang-format off
/// A session in which Anna votes again and again, and one option is assessed but not forecast.
constexpr std::array trace{
    did<act::present_case>(anna), did<act::present_case>(boris), did<act::present_case>(vera), did<act::advance>(lead),
    did<act::vote>(anna, case_id{boris}), did<act::vote>(anna, case_id{boris}), did<act::vote>(anna, case_id{boris}),
    did<act::vote>(boris, case_id{boris}), did<act::pass>(vera), did<act::select_case>(lead, case_id{boris}),
    did<act::accept_case>(boris), did<act::advance>(lead),
    did<act::tell_story>(boris), did<act::ask>(anna), did<act::answer>(boris), did<act::flag>(sup, confidentiality),
    did<act::remind>(lead, confidentiality), did<act::advance>(lead),
    did<act::propose>(anna), did<act::propose>(vera), did<act::advance>(lead),
    did<act::assess>(vera, option_id{1}), did<act::forecast>(vera, option_id{1}), did<act::assess>(anna, option_id{2}),
    did<act::advance>(lead),
    did<act::self_assess>(boris), did<act::close>(lead)};
// clang-format on

void print(const finding<student_group>& f) {
  fmt::print("event {:2} ({}, {} by {}): {}, a {}", f.event, name_of<student_group>(f.stage),
             name_of<student_group>(f.what.act), everybody[f.what.by.index].id, name_of(f.code),
             f.about == finding_class::record ? "fault of the record" : "departure");
  if (f.rule != no_rule) fmt::print(", rule {} ({})", name_of<student_group>(f.rule), source_of<student_group>(f.rule));
  if (f.times > 1) fmt::print(", {} times", f.times);
  if (f.owed) fmt::print(", owed: {} of option {}", name_of<student_group>(f.owed.act), f.owed.first_option.number);
  fmt::print("\n");
}

int failed(const char* what) {
  fmt::print("not as said: {}\n", what);
  return 1;
}

}  // namespace

int main() {
  //! [judge]
  std::vector<finding<student_group>> findings;
  const auto collect = [&findings](const finding<student_group>& one) {
    if (one.times > 1) findings.pop_back();  // the like in a row is one fault: it replaces the one before
    findings.push_back(one);
  };
  const auto people = form<student_group>(everybody);
  const auto whole = judge_trace<student_group>(people, trace, collect);

  for (const auto& one : findings) print(one);
  fmt::print("verdict: {}\n", name_of(whole));
  //! [judge]

  constexpr std::array expected{code::repeated, code::stage_incomplete};
  if (!std::ranges::equal(findings, expected, {}, &finding<student_group>::code))
    return failed("two faults, two findings; a breach that was named and answered is none");
  if (findings[0].event != 6 || findings[0].times != 2) return failed("the like in a row is counted");
  if (findings[0].about != finding_class::record || findings[1].about != finding_class::departure)
    return failed("a fault of the record is told apart from a departure");
  if (whole != verdict::departs) return failed("it departs, and is still the same thing");

  // A judge also follows a session as it goes, and can be asked at any time.
  judge<student_group> live{people};
  for (const auto& e : std::span(trace).first(5)) live.apply(e);
  fmt::print("after {} events: {} in {}\n", live.position(), name_of(live.verdict()),
             name_of<student_group>(live.session().stage()));
  if (live.verdict() != verdict::in_progress) return failed("nothing has been found so far");
  for (const auto& thought : live.advisories()) fmt::print("advisory: {}\n", name_of(thought.code));

  // A trace that begins with the proposals is not a worse session, but something different.
  if (judge_trace<student_group>(people, std::span(trace).subspan(18)) != verdict::different)
    return failed("stages are not left out");
}
