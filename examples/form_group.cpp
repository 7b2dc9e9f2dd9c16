// SPDX-License-Identifier: MIT
/// @file
/// Forming a group: every error and every thought about a roster at once, and a group when there is no error.
#include <balint/balint.hpp>

#include <fmt/core.h>

#include <array>
#include <string_view>

namespace {

using namespace balint;

int failed(const char* what) {
  fmt::print("not as said: {}\n", what);
  return 1;
}

}  // namespace

int main() {
  //! [form]
  using colleague = person<staff_group>;
  std::array roster{colleague::as<role::participant>("t1", consent::given, "teacher"),
                    colleague::as<role::participant>("t2", consent::refused), colleague::as<role::leader>("t3"),
                    colleague::as<role::supervisor>("sup", consent::given, "teacher")};

  const auto first = form<staff_group>(roster);  // nothing throws; all errors come at once
  for (const auto& error : first.errors) {
    fmt::print("{} (rule {}):", name_of(error.code), name_of<staff_group>(error.rule));
    for (const auto who : error.who) fmt::print(" {}", roster[who.index].id);
    fmt::print("\n");
  }
  for (const auto& thought : first.advisories) fmt::print("advisory: {}\n", name_of(thought.code));
  //! [form]
  if (first.formed() || first.errors.size() != 3) return failed("three errors, and no group");

  // A staff group leads itself; its supervisor is a psychologist or methodologist; whoever refuses is left out.
  roster[1] = colleague::as<role::participant>("t4", consent::given);
  roster[2] = colleague::as<role::participant, role::leader>("t3", consent::given);
  roster[3].profession = profession::psychologist::name;
  const auto second = form<staff_group>(roster);
  const auto group = second.formed();
  if (!group) return failed("what was wrong is corrected");
  fmt::print("{} people, {} of them participants; {} leads\n", group->size(),
             group->holders<role::participant>().size(), roster[(*group->holders<role::leader>().begin()).index].id);

  // A recommended size is not an error: this group is smaller, may meet, and is told so.
  if (second.advisories.size() != 1 || second.advisories[0].code != advisory_code::group_size)
    return failed("one advisory");
  session<staff_group> meeting{*group};
  if (meeting.acting_leader() != person_id{2}) return failed("the leader leads");
}
