// SPDX-License-Identifier: MIT
/// @file
/// Observers: one keeps a journal, and goes on to the next stage by itself once this one owes nothing more.
#include <balint/balint.hpp>

#include <fmt/core.h>

#include <string>

namespace {

using namespace balint;

constexpr person<student_group> everybody[]{person<student_group>::as<role::participant>("p1", consent::given),
                                            person<student_group>::as<role::participant>("p2", consent::given),
                                            person<student_group>::as<role::leader>("lead")};
constexpr person_id anna{0};
constexpr person_id boris{1};
constexpr person_id lead{2};

//! [observer]
/// Keeps a journal, and advances for the leader as soon as the stage owes nothing more.
struct secretary {
  session<student_group, secretary&>* running = nullptr;
  std::string journal;

  void on_accepted(const event<student_group>& e) {
    journal.append(name_of<student_group>(e.act)).append("\n");
    const bool is_done = running->is_complete() && !running->is_over();
    if (is_done && stage_of<student_group>(e.act) == running->stage()) (void)running->record<act::advance>(lead);
  }
  void on_stage_entered(stage_id<student_group> stage) {
    journal.append("> ").append(name_of<student_group>(stage)).append("\n");
  }
  void on_ended(ending how) { journal.append("> ").append(name_of(how)).append("\n"); }
};

/// Two cases, and the session is in the next stage; the leader ends it there.
std::string journal_of_an_evening(const group<student_group>& people) {
  secretary writes;
  session<student_group, secretary&> evening(people, writes);
  writes.running = &evening;
  (void)evening.record<act::present_case>(anna);
  (void)evening.record<act::present_case>(boris);
  (void)evening.record<act::terminate>(lead);
  return writes.journal;
}
//! [observer]

}  // namespace

int main() {
  const auto group = form<student_group>(everybody).formed();
  if (!group) return 1;
  const auto journal = journal_of_an_evening(*group);
  fmt::print("{}", journal);
  return journal == "present_case\npresent_case\nadvance\n> selection\nterminate\n> terminated\n" ? 0 : 1;
}
