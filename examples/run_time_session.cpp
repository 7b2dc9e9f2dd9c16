// SPDX-License-Identifier: MIT
/// @file
/// A session at run time: events come in, refusals say what is legal or owed instead, a snapshot is taken and restored.
#include <balint/balint.hpp>

#include <fmt/core.h>

#include <array>
#include <optional>
#include <string>

namespace {

using namespace balint;

constexpr std::array everybody{person<student_group>::as<role::participant>("p1", consent::given),
                               person<student_group>::as<role::participant>("p2", consent::given),
                               person<student_group>::as<role::participant>("p3", consent::given),
                               person<student_group>::as<role::leader>("lead")};
constexpr person_id anna{0};
constexpr person_id boris{1};
constexpr person_id vera{2};
constexpr person_id lead{3};

/// So many minutes after 16:00 on 2026-03-02. Time is passed in; a session has no clock.
constexpr instant minute(int n) { return {1'772'467'200'000 + time_span::minutes(n).milliseconds}; }

template <typename Act, typename... TargetAndTime>
constexpr event<student_group> did(person_id by, TargetAndTime... on) {
  return event<student_group>::of<Act>(by, on...);
}

/// An event as a queue may bring it, and why the session refuses it (nothing: it is accepted).
struct step {
  event<student_group> said;
  std::optional<code> why = std::nullopt;
};
constexpr std::array steps{
    step{did<act::vote>(vera, case_id{anna}, minute(20)), code::wrong_stage},
    step{did<act::present_case>(boris, minute(21))},
    step{did<act::present_case>(boris, minute(22)), code::repeated},
    step{did<act::pass>(vera, minute(24))},
    step{did<act::advance>(vera, minute(25)), code::wrong_role},
    step{did<act::advance>(lead, minute(25))},
    step{did<act::vote>(anna, case_id{boris}, minute(28))},
    step{did<act::vote>(boris, case_id{vera}, minute(28)), code::unknown_target},
    step{did<act::vote>(boris, case_id{boris}, minute(19)), code::time_reversed},
    step{did<act::select_case>(lead, case_id{boris}, minute(29)), code::too_early},
};

std::string ids(person_set who) {
  std::string text;
  for (const auto one : who) text.append(text.empty() ? "" : ", ").append(everybody[one.index].id);
  return text;
}

void explain(const refusal<student_group>& no) {
  fmt::print("{}: {} by {} is refused: {}", name_of<student_group>(no.stage), name_of<student_group>(no.refused.act),
             everybody[no.refused.by.index].id, name_of(no.code));
  if (no.rule != no_rule)
    fmt::print(", rule {} ({})", name_of<student_group>(no.rule), source_of<student_group>(no.rule));
  fmt::print("\n");
  if (no.owed) fmt::print("  owed: {} by {}\n", name_of<student_group>(no.owed.act), ids(no.owed.by));
  fmt::print("  legal instead:");
  for (const auto act : no.legal) fmt::print(" {}", name_of<student_group>(act));
  fmt::print("\n");
}

int failed(const char* what) {
  fmt::print("not as said: {}\n", what);
  return 1;
}

}  // namespace

int main() {
  const auto people = form<student_group>(everybody).formed();
  if (!people) return failed("three participants and a leader form a group");

  //! [session]
  session<student_group> running{*people};
  if (!running.record<act::present_case>(anna, minute(2))) return failed("anna presents a case");

  const auto early = running.record<act::advance>(lead, minute(3));  // refused: nothing has changed
  if (early || early.error().code != code::stage_incomplete) return failed("the stage is not complete");
  explain(early.error());

  for (const auto& open : running.owed())
    fmt::print("still owed: {} by {}\n", name_of<student_group>(open.act), ids(open.by));
  if (running.can<act::propose>(vera)) return failed("nothing is proposed before the story");
  //! [session]

  for (const auto& [said, why] : steps) {
    const auto done = running.apply(said);
    if (!done) explain(done.error());
    if (why ? done || done.error().code != *why : !done) return failed("each step is answered as its script says");
  }

  //! [snapshot]
  // The state is plain data, to be stored as it is. It goes on elsewhere, and nothing is told twice.
  auto stored = running.snapshot();
  auto restored = session<student_group>::restore(*people, stored);
  if (!restored || restored->snapshot() != stored) return failed("a snapshot comes back as it was");
  if (!restored->record<act::vote>(boris, case_id{boris}, minute(30))) return failed("the restored session goes on");
  if (restored->record<act::present_case>(vera, minute(31))) return failed("the stage before is over");
  fmt::print("restored in {}, {} still owed\n", name_of<student_group>(restored->stage()),
             ids(restored->first_owed().by));

  stored.state.stage = 0;  // somebody meddles: back to the stage before, with the votes of this one
  const auto meddled = session<student_group>::restore(*people, stored);
  if (meddled) return failed("an impossible snapshot is not taken back");
  fmt::print("meddled with: {}, {}\n", name_of(meddled.error().why), meddled.error().invariant);
  //! [snapshot]
}
