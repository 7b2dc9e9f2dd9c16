// SPDX-License-Identifier: MIT
/// @file
/// A transcript: what happened in a session is kept, shown with its refusals, and replayed.
#include <balint/balint.hpp>
#include <balint/transcript/growing.hpp>

#include <fmt/core.h>

namespace {

using namespace balint;

constexpr person<student_group> everybody[]{person<student_group>::as<role::participant>("p1", consent::given),
                                            person<student_group>::as<role::participant>("p2", consent::given),
                                            person<student_group>::as<role::leader>("lead")};
constexpr person_id anna{0};
constexpr person_id lead{2};

//! [transcript]
/// Keeps what took effect and what was refused, and makes the session anew from it.
bool is_replayed(const group<student_group>& people) {
  session<student_group, growing_transcript<student_group, keeping::all>> evening(people);
  (void)evening.record<act::present_case>(anna);
  (void)evening.record<act::advance>(lead);  // refused: the other participant has not had a turn
  for (const auto& one : evening.observer().entries()) {
    fmt::print("{} by {}{}{}\n", name_of<student_group>(one.what.act), one.what.by.index, one.is_accepted ? "" : ": ",
               one.is_accepted ? "" : name_of(one.why));
  }
  const auto again = replay(people, evening.observer().entries());
  return again && again->snapshot() == evening.snapshot();
}

/// The same without an allocation: room for a thousand events in the session itself, or none and a sink.
using kept_in_place = session<student_group, transcript<student_group, 1000>>;
struct printer {
  void operator()(const transcript_entry<student_group>& one) const {
    fmt::print("> {}\n", name_of<student_group>(one.what.act));
  }
};
using printed = session<student_group, transcript_to<student_group, printer>>;
//! [transcript]

}  // namespace

int main() {
  const auto group = form<student_group>(everybody).formed();
  if (!group || !is_replayed(*group)) return 1;
  kept_in_place small(*group);
  printed told(*group, transcript_to<student_group, printer>(printer{}));
  if (!small.record<act::present_case>(anna) || !told.record<act::present_case>(anna)) return 1;
  return small.observer().entries().size() == 1 && small.observer().lost() == 0 ? 0 : 1;
}
