// SPDX-License-Identifier: MIT
#include "tables.hpp"

#include "summary_text.hpp"

#include <balint/log/file/input_file.hpp>
#include <balint/log/json_text.hpp>

#include <cstdio>
#include <string_view>
#include <vector>

namespace {

/// A table and what a row of it is.
struct table {
  std::string_view file;
  std::string_view about;
};
constexpr table tables[]{
    {"points.csv", "A point of the sweep"},
    {"sessions.csv", "A session of an arm at a point"},
    {"members.csv", "A person of a session"},
    {"refusals.csv", "How often a person of a session attempted an act and was refused for a reason"},
    {"answers.csv", "How often something came of asking a player outside in a session"},
    {"players.csv", "How often something came of asking a player outside, and what it wrote that answered nothing"},
    {"summary.csv", "An estimate of a metric of an arm at a point, with its interval"},
    {"contrasts.csv", "An estimate of what a metric differs by between two arms at a point, in pairs of sessions"},
    {"accumulators.csv", "The integers that estimates come from"},
    {"histograms.csv", "How many sessions have a metric from one integer to another"},
    {"deviations.csv", "A planted deviation"},
    {"expected.csv", "What has to be found in a recorded session, or may be, a rule that was flagged, or its verdict"},
};

/// A column: of one table, or where that is empty of all that have it.
struct column {
  std::string_view file;
  std::string_view name;
  std::string_view type;
  std::string_view about;
};
// clang-format off
constexpr column columns[]{
    {"expected.csv", "session", "string", "The id of the session in the logs"},
    {"expected.csv", "row", "string", "must: has to be found; may: more may be found there; breach: a rule was flagged; verdict: of the session"},
    {"expected.csv", "event", "integer", "The event of the recorded log, from 1; 0: the roster; of may, the first one"},
    {"expected.csv", "to", "integer", "The last event of may; the event that answered a breach"},
    {"expected.csv", "class", "string", "departure, or record: a fault of the record"},
    {"expected.csv", "times", "integer", "How often in a row"},
    {"expected.csv", "verdict", "string", "What the session is as a whole"},
    {"expected.csv", "certain", "boolean", "Whether the verdict is certain"},
    {"expected.csv", "rule", "string", "Of which rule somebody said that it was broken"},
    {"expected.csv", "answer", "string", "none, reminder, or terminated: how that was answered"},
    {"deviations.csv", "session", "string", "The id of the session in the logs"},
    {"deviations.csv", "class", "string", "behaviour: it was done so; recording: it was recorded so"},
    {"deviations.csv", "kind", "string", "What was planted"},
    {"deviations.csv", "place_true", "integer", "The event of the true log, from 1; 0: the roster"},
    {"deviations.csv", "place_recorded", "integer", "The event of the recorded log, from 1; 0: the roster"},
    {"deviations.csv", "who", "string", "Whom it concerns, by id"},
    {"deviations.csv", "other", "string", "Whom it was put down to, by id"},
    {"deviations.csv", "clock_ms", "integer", "By how much a clock is wrong, in milliseconds"},
    {"deviations.csv", "number", "integer", "How many events, or which stage"},
    {"deviations.csv", "observable", "boolean", "Whether a log can show it"},
    {"deviations.csv", "scored", "boolean", "Whether it is among what has to be found"},
    {"histograms.csv", "from", "integer", "The least integer"},
    {"histograms.csv", "to", "integer", "The greatest integer"},
    {"histograms.csv", "n", "integer", "How many sessions"},
    {"players.csv", "code", "string", "Why it was refused"},
    {"answers.csv", "code", "string", "Why it was refused"},
    {"", "point", "integer", "The number of the point, from 0"},
    {"", "arm", "string", "The arm by name"},
    {"", "versus", "string", "The arm that it is compared with"},
    {"", "session", "integer", "The number of the session, from 0: sessions of the same number are pairs"},
    {"", "fork", "integer", "0: the original; else the number of another future"},
    {"", "member", "integer", "The place of the person among the people of resolved.toml, from 0"},
    {"", "office", "string", "The first office of the person"},
    {"", "act", "string", "The act by name"},
    {"", "code", "string", "Why it was refused, or what has to be found"},
    {"", "attempts", "integer", "How often"},
    {"", "player", "string", "The player outside by name"},
    {"", "what", "string", "asked; of that acted, silent, or what went wrong; fallbacks and dropped: what came of that"},
    {"", "times", "integer", "How often"},
    {"", "deviation", "integer", "The number of the deviation in its session, from 1"},
    {"", "ending", "string", "closed, terminated, or truncated by a cap"},
    {"", "minutes", "number", "How long the session took, in minutes"},
    {"", "events", "integer", "How many events"},
    {"", "turns", "integer", "How many turns: acts without anybody else's in between are one"},
    {"", "gini", "number", "How unevenly turns are spread over the group: 0 for evenly"},
    {"", "aba", "number", "Of the turns from the third on, the share of those who had the turn before last"},
    {"", "passes", "integer", "How many turns were let go by"},
    {"", "silences", "integer", "How often somebody took the floor and did nothing"},
    {"", "refused", "integer", "How many attempts were refused"},
    {"", "metric", "string", "The metric by name"},
    {"", "n", "integer", "How many sessions, or pairs of them"},
    {"", "estimate", "number", "The mean or the proportion"},
    {"", "difference", "number", "The mean of the differences: arm less versus"},
    {"", "sd", "number", "The standard deviation of one session, or of one difference"},
    {"", "lo", "number", "The lower end of the 95 % interval, this one alone"},
    {"", "hi", "number", "The upper end"},
    {"", "method", "string", "t, wilson, paired_t or bonett_price"},
    {"", "precision_reached", "string", "yes or no, where a precision was asked for"},
    {"", "lo_bonferroni", "number", "The lower end of the interval at the level of all of the table together"},
    {"", "hi_bonferroni", "number", "The upper end"},
    {"", "p05", "number", "Below it are 5 % of the sessions"},
    {"", "p50", "number", "Below it are half of the sessions"},
    {"", "p95", "number", "Below it are 95 % of the sessions"},
    {"", "skew", "number", "The skewness"},
    {"", "warning", "string", "skewed: the interval may cover less than it says"},
    {"", "rho", "number", "The correlation of the arms over pairs"},
    {"", "variance_reduction", "number", "By what pairing divides the variance of the difference"},
    {"", "ceiling", "number", "The most that any pairing could, of a proportion"},
    {"", "n10", "integer", "Pairs in which the first arm alone has it"},
    {"", "n01", "integer", "Pairs in which the second arm alone has it"},
    {"", "sum", "integer", "The sum: milliseconds, counts, or millionths"},
    {"", "squares", "integer", "The sum of squares"},
    {"", "cubes", "integer", "The sum of cubes"},
    {"", "least", "integer", "The least"},
    {"", "most", "integer", "The greatest"},
    {"", "products", "integer", "The sum of products of pairs"},
    {"", "difference_cubes", "integer", "The sum of the cubes of differences"},
};
// clang-format on

/// What is known of a column; without a name: nothing.
column find_column(std::string_view file, std::string_view name) {
  for (const auto& one : columns) {
    if ((one.file.empty() || one.file == file) && one.name == name) return one;
  }
  if (name.starts_with("minutes_")) return {file, name, "number", "How long that stage took, in minutes"};
  if (file == "points.csv") return {file, name, "any", "The value of that key of the scenario"};
  return {};
}

/// The names of the columns of a table; none: it is not there.
std::vector<std::string> names_of(const std::filesystem::path& file) {
  const auto in = balint::open_input(file.string());
  std::vector<std::string> names;
  if (!in) return names;
  bool is_quoted = false;
  names.emplace_back();
  for (int c = std::fgetc(in->get()); c != EOF && c != '\n'; c = std::fgetc(in->get())) {
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (c == ',' && !is_quoted) {
      names.emplace_back();
    } else if (c != '\r') {
      names.back() += static_cast<char>(c);
    }
  }
  return names;
}

std::string field(std::string_view file, const std::string& name) {
  const auto known = find_column(file, name);
  std::string out = "        {\"name\": " + balint::to_json(name);
  if (!known.type.empty())
    out += ", \"type\": " + balint::to_json(known.type) + ", \"description\": " + balint::to_json(known.about);
  if (known.type == "boolean") out += R"(, "trueValues": ["yes"], "falseValues": ["no"])";
  return out + '}';
}

}  // namespace

std::string data_package(const std::filesystem::path& folder, const std::string& title) {
  std::string out = "{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"simulated-sessions\",\n  \"title\": " +
                    balint::to_json(title) + ",\n  \"description\": " + balint::to_json(no_evidence) +
                    ",\n  \"resources\": [";
  std::string_view before = "\n";
  for (const auto& one : tables) {
    const auto names = names_of(folder / one.file);
    if (names.empty()) continue;
    out.append(before).append("    {\n      \"profile\": \"tabular-data-resource\",\n      \"name\": ");
    out += balint::to_json(one.file.substr(0, one.file.find('.'))) + ",\n      \"path\": " + balint::to_json(one.file) +
           ",\n      \"description\": " + balint::to_json(one.about) + ",\n      \"schema\": {\"fields\": [\n";
    for (std::size_t i = 0; i < names.size(); ++i) out += (i == 0 ? "" : ",\n") + field(one.file, names[i]);
    out += "\n      ]}\n    }";
    before = ",\n";
  }
  return out + "\n  ]\n}\n";
}
