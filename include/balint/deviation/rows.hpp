// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The ground truth as rows of CSV (RFC 4180): `deviations.csv` and `expected.csv`.
#include <balint/deviation/expectation.hpp>
#include <balint/deviation/kind.hpp>
#include <balint/deviation/plant.hpp>
#include <balint/group/person.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace balint::deviation {

/// A row of CSV, with its end: a cell with a quotation mark, a comma or an end of line is quoted.
[[nodiscard]] inline std::string csv_row(std::initializer_list<std::string_view> cells) {
  std::string row;
  bool is_first = true;
  for (const auto cell : cells) {
    if (!std::exchange(is_first, false)) row += ',';
    if (cell.find_first_of("\",\r\n") == std::string_view::npos) {
      row += cell;
      continue;
    }
    row += '"';
    for (const char c : cell) row.append(c == '"' ? 2 : 1, c);
    row += '"';
  }
  return row += "\r\n";
}

/// The first row of `deviations.csv`.
[[nodiscard]] inline std::string deviations_header() {
  return csv_row({"session", "deviation", "kind", "class", "place_true", "place_recorded", "who", "other", "clock_ms",
                  "number", "observable", "scored"});
}
/// The rows of `deviations.csv` of a session: one for each deviation; a control has none.
template <protocol P>
[[nodiscard]] std::string deviation_rows(std::string_view session, const labelled<P>& all) {
  std::string rows;
  const auto name = [&](person_id who) {
    return who.index < all.people.size() ? all.people[who.index].id : std::string_view();
  };
  std::size_t n = 0;
  for (const auto& one : all.deviations) {
    rows += csv_row({session, std::to_string(++n), name_of(one.what), name_of(origin_of(one.what)),
                     std::to_string(one.place_true), std::to_string(one.place_recorded), name(one.with.who),
                     name(one.with.other), std::to_string(one.with.by.milliseconds), std::to_string(one.with.number),
                     one.is_observable ? "yes" : "no", one.is_scored ? "yes" : "no"});
  }
  return rows;
}

/// The first row of `expected.csv`.
[[nodiscard]] inline std::string expected_header() {
  return csv_row(
      {"session", "row", "event", "to", "code", "class", "times", "deviation", "verdict", "certain", "rule", "answer"});
}
/// The rows of `expected.csv` of a session: `must` for what has to be found, `may` for where more may be found,
/// `breach` for each time that somebody said that a rule was broken, and `verdict`, which every session has.
[[nodiscard]] inline std::string expected_rows(std::string_view session, const expectation& expected) {
  std::string rows;
  for (const auto& one : expected.must) {
    const auto event = std::to_string(one.event);
    rows += csv_row({session, "must", event, event, balint::name_of(one.code), balint::name_of(one.about),
                     std::to_string(one.times), std::to_string(one.deviation + 1), "", "", "", ""});
  }
  for (const auto& one : expected.may)
    rows += csv_row({session, "may", std::to_string(one.from), std::to_string(one.to), "", "", "", "", "", "", "", ""});
  for (const auto& one : expected.breaches) {
    const auto answered = one.answered_at == 0 ? std::string() : std::to_string(one.answered_at);
    rows += csv_row({session, "breach", std::to_string(one.event), answered, "", "", "", "", "", "", one.rule,
                     name_of(one.answer)});
  }
  return rows += csv_row({session, "verdict", "", "", "", "", "", "", name_of(expected.verdict),
                          expected.is_verdict_certain ? "yes" : "no", "", ""});
}

}  // namespace balint::deviation
