// SPDX-License-Identifier: MIT
/// @file
/// Scenarios and experiments as texts.
#include "keys.hpp"
#include "lookup.hpp"
#include "people_text.hpp"
#include "policy_parts.hpp"
#include "protocols.hpp"
#include "scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

namespace {

void add_line(std::string& out, std::string_view key, const value& what) {
  out += fmt::format("{} = {}\n", key, what.text());
}

}  // namespace

std::string scenario::text() const {
  std::string out;
  add_line(out, "protocol", {protocol});
  add_line(out, "seed", {static_cast<std::int64_t>(seed)});
  add_line(out, "caps.max_events", {std::int64_t{caps.max_events}});
  add_line(out, "caps.max_minutes", {std::int64_t{caps.max_minutes}});
  add_line(out, "caps.max_silent_turns", {std::int64_t{caps.max_silent_turns}});
  if (deviations.sum() > 0) {
    add_line(out, "deviations.any", {deviations.any});
    for (const auto& [name, one] : deviations.kinds) add_line(out, "deviations." + name, {one});
    add_line(out, "deviations.most", {std::int64_t{deviations.most}});
    add_line(out, "deviations.clock_minutes", {deviations.clock_minutes});
  }
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto& by = outside[i] == inside ? plays[i] : players[outside[i]].name;
    add_line(out, "play.\"" + people[i].id + '"', {by});
  }
  if (!players.empty()) {
    add_line(out, "players.attempts", {std::int64_t{attempts}});
    add_line(out, "players.drop_after", {std::int64_t{drop_after}});
  }
  for (const auto& one : players) {
    const auto before = "players.\"" + one.name + "\".";
    add_line(out, before + "command", {one.command});
    value::list variables;
    for (const auto& name : one.variables) variables.push_back({name});
    if (!variables.empty()) add_line(out, before + "variables", {variables});
    add_line(out, before + "limit", {one.limit});
    add_line(out, before + "like", {one.like});
  }
  with_protocol(protocol, [&]<balint::protocol P>() {
    for (const auto& [name, words] : policies) {
      if (std::ranges::find(plays, name) == plays.end()) continue;
      const auto before = "policies.\"" + name + "\".";
      add_line(out, before + "like", {words.like});
      auto parts = parts_of_policy<P>(words);
      const parameters_of<P> parameters(parts);
      for (const auto& parameter : parameters_of<P>::names()) {
        const auto own = words.own.find(parameter);
        add_line(out, before + parameter, own == words.own.end() ? parameters.read(parameter) : own->second);
      }
      for (const auto& [parameter, source] : words.sources) add_line(out, before + "source." + parameter, {source});
    }
  });
  return out + people_text(people);
}
std::string experiment::text_of(std::string_view key) const {
  const auto at = all.find(key);
  return at == all.end() || !at->second.what.holds<std::string>() ? std::string() : at->second.what.as<std::string>();
}
bool experiment::plants() const {
  return std::ranges::any_of(cells, [](const cell& one) { return one.what.deviations.sum() > 0; });
}
std::string experiment::text() const {
  std::string out = has_independent_points ? "# points draw apart\n" : "";
  for (const auto& one : cells) {
    out += fmt::format("# point {}{}{}\n", one.point, one.arm.empty() ? "" : ", arm ", one.arm);
    out += one.what.text() + '\n';
  }
  return out;
}
std::string experiment::settings_text() const {
  std::string out;
  std::map<int, std::string> people;
  add_line(out, "title", {title});
  for (const auto& [name, at] : in_order(all, "")) {  // the order of arms and of what is swept counts
    if (is_arm(name)) {
      out += name + " = {}\n";
      continue;
    }
    const auto& given = *at;
    const auto* known = find_key(name);
    if (known == nullptr || known->of == part::run) {
      if (name != "purpose" && name != "formats") continue;
    }
    if (name == "points") continue;  // its own file is beside it
    const auto parts = parts_of(name);
    if (parts[0] == "people") {
      people[std::stoi(std::string(parts[1]))] += fmt::format("{} = {}\n", parts[2], given.what.text());
      continue;
    }
    add_line(out, name, given.what);
  }
  if (all.contains("points")) add_line(out, "points", {std::string("points.csv")});
  for (const auto& [number, text] : people) out += "\n[[people]]\n" + text;
  return out;
}
