// SPDX-License-Identifier: MIT
#include "odd.hpp"

#include "policy_parts.hpp"
#include "protocols.hpp"
#include "summary_text.hpp"

#include <balint/experiment/blocks/identity.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/random/stream.hpp>
#include <balint/version.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace ex = balint::experiment;

namespace {

std::string count_of(std::size_t n, std::string_view what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}
std::string version() {
  return fmt::format("{}.{}.{}", BALINT_VERSION_MAJOR, BALINT_VERSION_MINOR, BALINT_VERSION_PATCH);
}
std::string in_a_row(const std::vector<std::string>& all) {
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : ", ") + one;
  return out;
}
/// What Markdown would read as something else in a cell of a table.
std::string cell_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '\\' || c == '`' || c == '<' || c == '*' || c == '_') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}
std::string people_table(const scenario& what) {
  std::string out = "| person | offices | profession | plays |\n|---|---|---|---|\n";
  for (std::size_t i = 0; i < what.people.size(); ++i) {
    const auto& one = what.people[i];
    out +=
        fmt::format("| {} | {} | {} | {} |\n", cell_text(one.id), cell_text(in_a_row(one.offices)),
                    one.profession.empty() ? "not stated" : cell_text(one.profession),
                    what.outside[i] == scenario::inside ? cell_text(what.plays[i])
                                                        : cell_text(what.players[what.outside[i]].name) + ", outside");
  }
  return out;
}
std::string design_text(const experiment& what, const ex::plan& plan) {
  std::string out;
  if (!plan.design.parameters.empty()) {
    out += fmt::format("{} points, {}:\n\n| point |", plan.point_count(),
                       plan.design.is_independent ? "each with random numbers of its own"
                                                  : "all with the same random numbers, so that points are paired");
    for (const auto& name : plan.design.parameters) out += ' ' + cell_text(name) + " |";
    out += "\n|---|";
    for (std::size_t i = 0; i < plan.design.parameters.size(); ++i) out += "---|";
    out += '\n';
    constexpr std::size_t most = 50;
    for (std::size_t i = 0; i < plan.design.points.size() && i < most; ++i) {
      out += fmt::format("| {} |", i);
      for (const auto& one : plan.design.points[i]) out += ' ' + cell_text(one) + " |";
      out += '\n';
    }
    if (plan.design.points.size() > most)
      out += fmt::format("\nand {} more; all are in points.csv.\n", plan.design.points.size() - most);
    out += '\n';
  }
  if (plan.arms.size() > 1) {
    out += fmt::format(
        "{} arms, each compared in pairs of sessions with the first one:\n\n| arm | key | value |\n|---|---|---|\n",
        plan.arms.size());
    for (std::size_t arm = 0; arm < plan.arms.size(); ++arm) {
      const auto& changes = what.cells[arm].changes;
      for (std::size_t i = what.swept; i < changes.size(); ++i)
        out += fmt::format("| {} | {} | {} |\n", cell_text(plan.arms[arm]), cell_text(changes[i].key),
                           cell_text(changes[i].to.text()));
    }
    out += '\n';
  }
  if (out.empty()) out = "One point and one arm.\n\n";
  return out;
}
std::string deviations_text(const scenario& what) {
  const auto& wanted = what.deviations;
  if (wanted.sum() == 0) return "";
  std::string out = fmt::format(
      "\nAfter a session is simulated, deviations are planted into it, at most {} in each. Its metrics are those of "
      "the "
      "session without them.\n\n| deviation | probability |\n|---|---|\n",
      wanted.most);
  if (wanted.any > 0) out += fmt::format("| any that can be planted | {} |\n", wanted.any);
  for (const auto& [name, one] : wanted.kinds) out += fmt::format("| {} | {} |\n", cell_text(name), one);
  return out;
}
std::string extent(const experiment& what) {
  if (!what.precision) return fmt::format("{} sessions of each arm at each point", what.sessions);
  return fmt::format("as many sessions as make half the width of the 95 % interval of `{}` at most {}, at most {}",
                     what.precision->metric, what.precision->half_width, what.precision->max_n);
}

}  // namespace

std::vector<played_parameter> parameters_in(const scenario& what) {
  std::vector<played_parameter> all;
  with_protocol(what.protocol, [&]<balint::protocol P>() {
    for (const auto& [name, words] : what.policies) {
      if (std::ranges::find(what.plays, name) == what.plays.end()) continue;
      auto parts = parts_of_policy<P>(words);
      const parameters_of<P> kept(parts);
      for (const auto& parameter : parameters_of<P>::names()) {
        const auto own = words.own.find(parameter);
        if (own == words.own.end() && parameter.find('.') != std::string::npos) continue;
        const auto number = own == words.own.end() ? kept.read(parameter) : own->second;
        auto source = words.sources.find(parameter);
        if (source == words.sources.end()) source = words.sources.find(parameter.substr(0, parameter.find('.')));
        all.push_back({name, parameter, number.text(), source == words.sources.end() ? "assumed" : source->second});
      }
    }
  });
  return all;
}

std::string odd_text(const experiment& what, const ex::plan& plan) {
  const auto& first = what.cells[0].what;
  std::string stages, acts;
  with_protocol(first.protocol, [&]<balint::protocol P>() {
    for (const auto stage : P::order::names) stages += (stages.empty() ? "" : ", ") + std::string(stage);
    for (std::uint16_t i = 0; i < balint::act_count<P>; ++i)
      acts += (acts.empty() ? "" : ", ") + std::string(balint::name_of<P>(balint::act_id<P>{i}));
  });
  std::string out = fmt::format("# {}: ODD description\n\n{}\n\n", what.title, no_evidence);
  out +=
      "The headings are those of the ODD protocol (Grimm et al. 2020). The text follows from the scenario as it was "
      "resolved.\n\n";
  out += fmt::format("## 1. Purpose and patterns\n\n{}\n\n",
                     what.purpose.empty() ? "*To be written: the scenario has no `purpose`.*" : what.purpose);
  out += fmt::format(
      "## 2. Entities, state variables and scales\n\nEntities are people in a session of the protocol `{}`. The state "
      "of a "
      "session is the stage, who is present, the cases, the presenter, the options, the rules that were "
      "flagged, and what each person did. People keep nothing from session to session. Time is continuous, in "
      "milliseconds; a session "
      "has at most "
      "{} events and {} minutes.\n\n{}\n",
      first.protocol, first.caps.max_events, first.caps.max_minutes, people_table(first));
  out += fmt::format(
      "## 3. Process overview and scheduling\n\nThe session asks, players answer. The session alone decides who may "
      "act and which "
      "acts are legal. Everybody present has an exponential threshold and integrates an eagerness against it; whose "
      "threshold "
      "is reached first has the floor, does one act or is silent, and draws a new threshold. Stages: {}. Acts: {}.\n\n",
      stages, acts);
  out +=
      "## 4. Design concepts\n\n"
      "- *Basic principles*: the floor as shares, returns and replies (Stephan and Mishler 1952, Parker 1988, Butts "
      "2008).\n"
      "- *Emergence*: who speaks when, how long stages take, how evenly turns are spread.\n"
      "- *Adaptation, objectives, learning, prediction*: none.\n"
      "- *Sensing*: a player sees what its role may see in the room.\n"
      "- *Interaction*: through acts of the session alone.\n"
      "- *Stochasticity*: Philox 4x32-10 by counter; a stream for each session, person and purpose.\n"
      "- *Collectives*: the group; offices give rights.\n"
      "- *Observation*: sessions.csv, members.csv and the metrics of summary.csv.\n"
      "- *Benefit*: none is built in.\n\n";
  out += fmt::format(
      "## 5. Initialization\n\nEvery session begins in the first stage with everybody present. Seed {}; {}.\n\n{}",
      plan.seed, extent(what), design_text(what, plan));
  out +=
      "## 6. Input data\n\nNone beside the parameters.\n\n## 7. Submodels\n\nThe parameters of the policies that are "
      "played, of "
      "the first point and arm; those of single acts and stages where the scenario gives them.\n\n"
      "| policy | parameter | value | where it comes from |\n|---|---|---|---|\n";
  for (const auto& one : parameters_in(first))
    out += fmt::format("| {} | {} | {} | {} |\n", cell_text(one.policy), cell_text(one.name), cell_text(one.number),
                       cell_text(one.source));
  return out + deviations_text(first);
}

std::string stress_text(const experiment& what, const ex::plan& plan) {
  const auto& first = what.cells[0].what;
  std::map<std::string, std::size_t> sources;
  for (const auto& one : parameters_in(first)) ++sources[one.source];
  std::string origins;
  for (const auto& [name, count] : sources)
    origins += fmt::format("{}{}: {}", origins.empty() ? "" : "; ", cell_text(name), count);
  const auto item = [](std::string_view number, std::string_view name, const std::string& text) {
    return fmt::format("| {} | {} | {} |\n", number, name, text);
  };
  std::string out = fmt::format("# {}: STRESS checklist\n\n{}\n\n", what.title, no_evidence);
  out +=
      "The items are those of STRESS-ABS (Monks et al. 2019). What only an author can say is marked.\n\n| item | about "
      "| here |\n|---|---|---|\n";
  out += item("1.1", "Purpose", what.purpose.empty() ? "*to be written*" : cell_text(what.purpose));
  out += item("1.2", "Outputs", "the metrics of summary.csv with 95 % intervals: t for means, Wilson for proportions");
  out += item("1.3", "Experimentation aims",
              fmt::format("{}, {}{}", count_of(plan.point_count(), "point"), count_of(plan.arms.size(), "arm"),
                          plan.contrasts.empty() ? "" : ", compared in pairs of sessions"));
  out += item("2.1", "Base model", fmt::format("the protocol `{}`, policies of balint; see odd.md", first.protocol));
  out +=
      item("2.2", "Base logic", "own clocks: the smallest rest of an exponential threshold over its eagerness speaks");
  out += item("2.3", "Scenario logic", "points and arms change the keys that odd.md lists");
  out += item("2.4", "Algorithms", "linear inversion of integer weights; lognormal lengths in fixed point");
  out += item("2.5", "Components", fmt::format("{} people with the policies that odd.md lists", first.people.size()));
  out += item("3.1", "Data sources", origins);
  out += item("3.2", "Pre-processing", "none");
  out += item("3.3", "Input parameters", "odd.md, section 7; resolved.toml has all of them");
  out += item("3.4", "Assumptions", "every parameter marked assumed; no benefit is built in");
  out += item("4.1", "Initialization", "the first stage, everybody present; there is no warm-up");
  out += item("4.2", "Run length",
              fmt::format("until closed or terminated; at most {} events, {} minutes", first.caps.max_events,
                          first.caps.max_minutes));
  out += item("4.3", "Estimation approach", extent(what));
  out += item("5.1", "Software", fmt::format("balint {}, program simulate", version()));
  out += item("5.2", "Random sampling",
              fmt::format("Philox 4x32-10, streams version {}, seed {}", balint::random::stream_version, plan.seed));
  out += item("5.3", "Execution",
              "terminating sessions, independent of each other; the same bytes for any number of threads");
  out += item("5.4", "System", "*to be written: machine, compiler, time*");
  out +=
      item("6.1", "Code access", fmt::format("*to be written*; the scenario's hash is {}", ex::hex_of(plan.scenario)));
  return out;
}
