// SPDX-License-Identifier: MIT
/// @file
/// Uses every component once: an event is written as a log line and a refusal is put into words.
#include <balint/balint.hpp>
#include <balint/log/jsonl.hpp>
#include <balint/text/message.hpp>

#include <array>
#include <string_view>

int main() {
  using namespace balint;
  using somebody = person<student_group>;
  const std::array people{somebody::as<role::leader>("lead"), somebody::as<role::participant>("p1"),
                          somebody::as<role::participant>("p2")};
  const session<student_group> now(form<student_group>(people).group);
  const auto no = now.can<act::close>({0});
  const std::array<std::string_view, 3> names{"lead", "p1", "p2"};
  const bool said = !no && message(no.error(), pseudonyms{names}).starts_with("closing by lead");
  const auto line = to_jsonl<student_group>(event_of<student_group, act::present_case>({1}), people);
  return said && line && *line == "{\"by\":\"p1\",\"act\":\"present_case\"}\n" ? 0 : 1;
}
