// SPDX-License-Identifier: MIT
#include "keys.hpp"

#include <balint/words/detail/nearest.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace {

constexpr double most_sessions = 4294967296;    // 2^32: the most that sums are kept of
constexpr double most_seed = 9007199254740992;  // 2^53: what every reader of numbers keeps

// clang-format off
constexpr key keys[]{
    {"protocol", shape::text, part::scenario, "The protocol by name", "it is mandatory"},
    {"title", shape::text, part::run, "A title, for the report and the ODD description", "the name of the file without its ending"},
    {"purpose", shape::text, part::run, "What the experiment is for, for the ODD description", "left open in it"},
    {"seed", shape::whole, part::scenario, "The seed: the same seed, the same sessions", "1", 0, most_seed, true},
    {"sessions", shape::whole, part::extent, "How many sessions of each point and arm", "1000", 1, most_sessions, true},

    {"group.*", shape::whole, part::scenario, "How many people hold an office; the roster is made from that", "people are listed", 0, 64},
    {"people.*.id", shape::text, part::scenario, "A person's pseudonym: people are listed as `[[people]]`", "it is mandatory"},
    {"people.*.offices", shape::words, part::scenario, "The person's offices by name", "it is mandatory"},
    {"people.*.profession", shape::text, part::scenario, "The person's profession by name", "not stated"},
    {"people.*.less_experienced", shape::truth, part::scenario, "Whether the person has less working experience", "false"},
    {"people.*.grades", shape::truth, part::scenario, "Whether the person grades members of the group elsewhere", "false"},
    {"play.everybody", shape::text, part::scenario, "The policy of everybody", "\"willing\""},
    {"play.*", shape::text, part::scenario, "The policy, or the player outside, of a person, by id, or of who holds an office; a person's own counts most, then that of the office that the protocol lists last", "that of everybody"},

    {"players.attempts", shape::whole, part::scenario, "How often a player outside may try in a turn: after an act that is refused or unknown it is asked again", "3", 1, 100},
    {"players.drop_after", shape::whole, part::scenario, "After how many of its turns that came to nothing a person who is played outside is out of the room; 0: never", "3", 0, 1e6},
    {"players.*.command", shape::text, part::scenario, "The command of a player outside, for the shell: it is run with `--allow-players` alone", "it is mandatory"},
    {"players.*.variables", shape::words, part::scenario, "The variables of the environment that it gets, by name; their values are written nowhere", "none"},
    {"players.*.limit", shape::number, part::scenario, "How long it may take for an answer, in seconds", "60", 0.001, 86'400},
    {"players.*.like", shape::text, part::scenario, "The policy that says how much it wants the floor, and how long its acts take", "\"willing\""},

    {"policies.*.like", shape::text, part::scenario, "The policy that this one is like but for what it says: another of the scenario, or `willing`, `seldom_speaking`, `often_speaking`, `attempting_illegal_acts`", "\"willing\""},
    {"policies.*.base", shape::number, part::scenario, "How talkative: the logarithm of acts a second of somebody who has something to do", "-2.0", -20, 20},
    {"policies.*.in_stage.*", shape::number, part::scenario, "Added to it in a stage", "0.0", -20, 20},
    {"policies.*.again", shape::number, part::scenario, "Added to it right after one other speaker", "1.0", -20, 20},
    {"policies.*.recent", shape::number, part::scenario, "Added to it after having spoken lately, divided by the turns since", "0.0", -20, 20},
    {"policies.*.open", shape::number, part::scenario, "Added to it where the stage waits for the person", "1.5", -20, 20},
    {"policies.*.asked", shape::number, part::scenario, "Added to it where the person was asked", "2.5", -20, 20},
    {"policies.*.passes", shape::probability, part::scenario, "How probable it is that a turn is let go by", "0.0", 0, 1},
    {"policies.*.declines", shape::probability, part::scenario, "How probable it is that a presenter who was selected declines", "0.0", 0, 1},
    {"policies.*.leaves", shape::probability, part::scenario, "How probable it is that who has the floor leaves the room instead", "0.0", 0, 1},
    {"policies.*.returns", shape::seconds, part::scenario, "How soon somebody who is away comes back", "120"},
    {"policies.*.moves_on", shape::seconds, part::scenario, "How soon a complete stage is left in which nobody wants to speak", "8"},
    {"policies.*.shortest_stage_minutes", shape::whole, part::scenario, "The shortest that a complete stage lasts, in minutes", "0", 0, 10'000},
    {"policies.*.longest_stage_minutes", shape::whole, part::scenario, "The longest that a stage lasts before it is cut short, in minutes; 0: for ever", "0", 0, 10'000},
    {"policies.*.reminds", shape::seconds, part::scenario, "How soon a flag is answered", "3"},
    {"policies.*.refocuses", shape::seconds, part::scenario, "How often the discussion is brought back", "900"},
    {"policies.*.hands_over", shape::seconds, part::scenario, "How often the lead is handed over", "\"never\""},
    {"policies.*.terminates", shape::seconds, part::scenario, "How often the session is ended before its end", "\"never\""},
    {"policies.*.observes", shape::seconds, part::scenario, "How often something is observed or helped with", "600"},
    {"policies.*.attempts", shape::seconds, part::scenario, "How often something is attempted that is not legal", "\"never\""},
    {"policies.*.median.*", shape::number, part::scenario, "How long an act takes, in seconds: the median", "that of the library", 0, 86'400},
    {"policies.*.spread.*", shape::number, part::scenario, "How far that spreads: the standard deviation of its logarithm", "that of the library", 0, 4},
    {"policies.*.source.*", shape::text, part::scenario, "Where a parameter's number comes from: `assumed`, `estimated(FILE)` or `literature(KEY)`", "\"assumed\""},

    {"caps.max_events", shape::whole, part::scenario, "The most events of a session", "5000", 1, 1e6},
    {"caps.max_minutes", shape::whole, part::scenario, "The longest that a session lasts, in minutes", "600", 1, 1e5},
    {"caps.max_silent_turns", shape::whole, part::scenario, "The most turns in a row in which nothing is recorded", "1000", 1, 1e6},

    {"deviations.any", shape::probability, part::scenario, "How probable it is that a session has a planted deviation of whichever kind", "0.0", 0, 1},
    {"deviations.most", shape::whole, part::scenario, "The most deviations of a session; with more than one, those that are too close to each other are not scored", "1", 1, 16},
    {"deviations.clock_minutes", shape::whole, part::scenario, "How wrong a clock is at most, in minutes", "10", 1, 1'440},
    {"deviations.*", shape::probability, part::scenario, "How probable it is that a session has a planted deviation of that kind; where it cannot be planted, one of the other kinds is, or none", "0.0", 0, 1},

    {"sweep.*", shape::many, part::extent, "The values of another key, each a point: a list, or `{from, to, step}`; several keys are combined", "one point"},
    {"points", shape::file, part::extent, "A CSV file with a key of each column in its first line, a point of each other line", "one point", 0, 0, true},
    {"points_are", shape::text, part::scenario, "`paired`: session n of every point has the same random numbers; `independent`: other ones", "\"paired\""},
    {"arms.*.*", shape::any, part::extent, "The value of another key in an arm: arms are compared in pairs, each with the first one", "one arm"},

    {"precision.metric", shape::text, part::extent, "Go on until the interval of this metric is narrow enough at every point", "as many as `sessions` says"},
    {"precision.half_width", shape::number, part::extent, "Half the width that is narrow enough", "mandatory with `precision`", 0, 1e9},
    {"precision.max_n", shape::whole, part::extent, "The most sessions of each point, narrow enough or not", "mandatory with `precision`", 1, most_sessions},

    {"precision.of_contrasts", shape::truth, part::extent, "Whether the interval of the differences between arms is meant, else that of each arm", "false"},

    {"threads", shape::whole, part::run, "How many threads; the results are the same with any number", "as many as the machine has", 1, 256, true},
    {"blocks", shape::text, part::run, "A:B, the blocks of sessions from A up to, not including, B: a share of a job array", "all", 0, 0, true},
    {"out", shape::file, part::run, "The folder for everything that is written", "none", 0, 0, true},
    {"formats", shape::words, part::run, "The formats in which `out` gets the sessions: `jsonl`, `csv`, `xes`, `xes.gz`, `ocel`, or `none`", "[\"jsonl\"]"},
    {"log", shape::file, part::run, "Where to write the sessions, in the format that the name's ending says", "none", 0, 0, true},
    {"truth", shape::file, part::run, "Where to write what has to be found in the sessions (`expected.csv`), as CSV", "none", 0, 0, true},
    {"summary", shape::file, part::run, "Where to write the summary, as CSV", "standard output, as text", 0, 0, true},
    {"report", shape::file, part::run, "Where to write the report, as HTML", "none", 0, 0, true},
    {"odd", shape::file, part::run, "Where to write the ODD description and the STRESS checklist, as Markdown", "none", 0, 0, true},
};
// clang-format on

bool is_of(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& parts) {
  // The last `*` of plays, sweeps, arms and sources stands for a name with its dots.
  const bool is_open =
      pattern.back() == "*" && (pattern[0] == "play" || pattern[0] == "sweep" || pattern[0] == "arms" ||
                                (pattern.size() == 4 && pattern[2] == "source"));
  if (is_open ? parts.size() < pattern.size() : parts.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != "*" && pattern[i] != parts[i]) return false;
  }
  return true;
}

std::string limits(const key& of) { return fmt::format("from {} to {}", of.least, of.most); }

std::string_view name_of(shape what) {
  constexpr std::string_view names[]{"text",        "file",    "whole number",  "number", "true or false",
                                     "probability", "seconds", "list of words", "list",   "value"};
  return names[static_cast<std::size_t>(what)];
}

}  // namespace

std::span<const key> all_keys() noexcept { return keys; }

std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  for (auto dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
    parts.push_back(name.substr(0, dot));
    name.remove_prefix(dot + 1);
  }
  parts.push_back(name);
  return parts;
}

bool is_arm(std::string_view name) {
  const auto parts = parts_of(name);
  return parts.size() == 2 && parts[0] == "arms" && !parts[1].empty();
}

const key* find_key(std::string_view name) noexcept {
  const auto parts = parts_of(name);
  const auto at = std::ranges::find_if(keys, [&](const key& one) { return is_of(parts_of(one.name), parts); });
  return at == std::end(keys) ? nullptr : &*at;
}

std::string nearest_key(std::string_view name) {
  const auto parts = parts_of(name);
  std::vector<std::string> known;
  for (const auto& one : keys) {  // names of the scenario's own are as they are
    const auto pattern = parts_of(one.name);
    std::string candidate;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (i != 0) candidate += '.';
      candidate += pattern[i] == "*" && i < parts.size() ? parts[i] : pattern[i];
    }
    if (candidate.find('*') == std::string::npos && find_key(candidate) != nullptr) known.push_back(candidate);
  }
  return balint::detail::nearest_of(name, known);
}

std::optional<std::string> fault_of(const key& of, const value& given) {
  const auto expected = [&](const std::string& what) {
    return fmt::format("expected {}, found {}", what, given.text());
  };
  const auto is_within = [&] { return given.number() >= of.least && given.number() <= of.most; };
  switch (of.takes) {
    case shape::text:
    case shape::file:
      if (!given.holds<std::string>() || given.as<std::string>().empty()) return expected("a text");
      break;
    case shape::whole:
      if (!given.holds<std::int64_t>() || !is_within()) return expected("a whole number " + limits(of));
      break;
    case shape::number:
      if (!given.is_number() || !is_within()) return expected("a number " + limits(of));
      break;
    case shape::truth:
      if (!given.holds<bool>()) return expected("true or false");
      break;
    case shape::probability:
      if (!given.is_number() || !is_within()) return expected("a probability from 0 to 1");
      break;
    case shape::seconds:
      if (given.holds<std::string>() && given.as<std::string>() == "never") break;
      if (!given.is_number() || !(given.number() >= 0.001) || given.number() > 4'000'000)
        return expected("seconds from 0.001 to 4000000, or \"never\"");
      break;
    case shape::words:
      if (!given.holds<value::list>() || given.as<value::list>().empty() ||
          !std::ranges::all_of(given.as<value::list>(), [](const value& one) { return one.holds<std::string>(); }))
        return expected("a list of words");
      break;
    case shape::many: {
      if (given.holds<number_range>()) {
        const auto& [from, to, step] = given.as<number_range>();
        constexpr double most_points = 65'536;
        if (!(step > 0) || !(to >= from) || !((to - from) / step < most_points))
          return expected("`from` up to `to` in steps above 0, fewer than 65536 of them");
        break;
      }
      if (!given.holds<value::list>() || given.as<value::list>().empty())
        return expected("a list of values, or {from, to, step}");
      break;
    }
    case shape::any: break;
  }
  return std::nullopt;
}

std::string keys_in_markdown() {
  std::string out = "| key | takes | meaning | if it is left out |\n|---|---|---|---|\n";
  for (const auto& one : keys) {
    const bool has_limits = one.takes == shape::whole && one.most < 1e7;
    std::string takes(name_of(one.takes));
    if (has_limits) takes += fmt::format(", {} to {}", one.least, one.most);
    out += fmt::format("| `{}`{} | {} | {} | {} |\n", one.name, one.is_option ? fmt::format(", `--{}`", one.name) : "",
                       takes, one.meaning, one.otherwise);
  }
  return out;
}
