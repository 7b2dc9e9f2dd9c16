// SPDX-License-Identifier: MIT
/// @file
/// Uses every component once: an event is written as a log line, a refusal is put into words, a log is
/// converted, and a trace is matched.
#include <balint/balint.hpp>
#include <balint/log/csv/csv.hpp>
#include <balint/log/jsonl/jsonl.hpp>
#include <balint/log/xes/xes.hpp>
#include <balint/testing/matchers.hpp>
#include <balint/text/message.hpp>

#include <array>
#include <cstdio>
#include <string>
#include <string_view>

namespace {

/// What a log in XES is in CSV.
std::string to_csv(std::string xes) {
  std::string csv;
  std::FILE* const file = fmemopen(xes.data(), xes.size(), "r");
  const auto append = [&csv](std::string_view piece) {
    csv += piece;
    return true;
  };
  balint::csv_writer<decltype(append)> writer(append);
  balint::xes_reader<> reader(file, "log.xes");
  const bool is_read = reader.read(writer).has_value() && writer.finish();
  std::fclose(file);
  return is_read ? csv : "";
}

}  // namespace

int main() {
  using namespace balint;
  using somebody = person<student_group>;
  const std::array people{somebody::as<role::leader>("lead"), somebody::as<role::participant>("p1"),
                          somebody::as<role::participant>("p2")};
  const session<student_group> now(form<student_group>(people).formed().value());
  const auto no = now.can<act::close>({0});
  const std::array<std::string_view, 3> names{"lead", "p1", "p2"};
  const bool said = !no && message(no.error(), pseudonyms{names}).starts_with("closing the session by lead");
  const auto line = to_jsonl<student_group>(event<student_group>::of<act::present_case>({1}), people);
  const auto csv = to_csv(
      R"(<log><trace><string key="concept:name" value="s-1"/><string key="balint:protocol" value="staff_group"/></trace></log>)");
  const bool converted = csv.ends_with("s-1,session,,,,,,,,staff_group,,,,,\r\n");
  const bool matched = testing::Value(trace_of<student_group>(people, {}), has_verdict(verdict::in_progress));
  return said && converted && matched && line && *line == "{\"by\":\"p1\",\"act\":\"present_case\"}\n" ? 0 : 1;
}
