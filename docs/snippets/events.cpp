// SPDX-License-Identifier: MIT
// Events of acts that are known when a program is written, and of acts that are known when it runs.
#include <balint/balint.hpp>

#include <expected>
#include <string_view>

using namespace balint;

namespace {

constexpr person_id anna{0}, boris{1};

/// What a person chose from a menu, or a line of a log says: the name of an act, and what it is done to.
std::expected<event<student_group>, target_error> chosen(person_id who, std::string_view act, target on) {
  return event<student_group>::of(find_act<student_group>(act), who, on);
}

}  // namespace

int main() {
  const auto asks = event<student_group>::of<act::ask>(anna);
  const auto votes = event<student_group>::of<act::vote>(anna, case_id{boris}, instant{1'772'467'200'000});
  if (asks.target() != target() || votes.target_as<case_id>() != case_id{boris}) return 1;

  if (chosen(anna, "vote", case_id{boris})->by != anna) return 1;
  if (chosen(anna, "vote", {}).error() != target_error::missing) return 1;
  if (chosen(anna, "ask", case_id{boris}).error() != target_error::superfluous) return 1;
  if (chosen(anna, "vote", option_id{1}).error() != target_error::wrong_kind) return 1;

  // A name that the group does not have is for the session to refuse, and for a judge to find.
  const auto stranger = chosen(anna, "vote", target::unknown(target_kind::case_of));
  return stranger && stranger->target().is_unknown() ? 0 : 1;
}
