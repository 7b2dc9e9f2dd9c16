// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Makes the scenario of one cell of settings: the people, the policies and who plays them, the deviations.
#include "common/variables.hpp"
#include "keys.hpp"
#include "lookup.hpp"
#include "policy_parts.hpp"
#include "roster.hpp"
#include "scenario.hpp"
#include "value.hpp"

#include <balint/deviation/kind.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/detail/nearest.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// Makes the scenario of one cell.
template <balint::protocol P>
class resolver {
 public:
  resolver(const std::string& file, const settings& all, complaints& found) : file_(file), all_(all), found_(found) {}

  void resolve(scenario& into) {
    into.caps.max_events = static_cast<std::uint32_t>(whole("caps.max_events", into.caps.max_events));
    into.caps.max_minutes = whole("caps.max_minutes", into.caps.max_minutes);
    into.caps.max_silent_turns = static_cast<std::uint32_t>(whole("caps.max_silent_turns", into.caps.max_silent_turns));
    people(into);
    policies(into);
    players(into);
    plays(into);
    deviations(into);
  }

 private:
  void complain(const setting* at, const std::string& key, const std::string& what) {
    found_.push_back(fmt::format("{}: {}: {}", at == nullptr ? file_ : at->where.text(), key, what));
  }
  [[nodiscard]] std::int64_t whole(std::string_view name, std::int64_t otherwise) const {
    const auto at = all_.find(name);
    return at == all_.end() ? otherwise : at->second.what.as<std::int64_t>();
  }

  void people(scenario& into) {
    const auto counts = in_order(all_, "group.");
    const auto listed = in_order(all_, "people.");
    if (!counts.empty() && !listed.empty())
      return complain(listed[0].second, "people", "the group is described by [group] or by [[people]], not by both");
    if (counts.empty() && listed.empty())
      return complain(nullptr, "group", "nobody is in it: say how many hold each office, or list [[people]]");
    if (listed.empty()) return from_counts(counts, into);
    from_list(listed, into);
  }
  void from_counts(const std::vector<std::pair<std::string, const setting*>>& counts, scenario& into) {
    std::vector<std::size_t> of(P::offices::size);
    const std::vector<std::string> known(std::begin(P::offices::names), std::end(P::offices::names));
    std::size_t sum = 0;
    for (const auto& [office, count] : counts) {
      const auto found = std::ranges::find(known, office);
      if (found == known.end())
        return complain(count, "group." + office, fmt::format("{} has no such office{}", P::name, hint(office, known)));
      const auto number = static_cast<std::size_t>(count->what.template as<std::int64_t>());
      of[static_cast<std::size_t>(found - known.begin())] = number;
      sum += number;
    }
    if (sum > balint::max_people)
      return complain(counts[0].second, "group", fmt::format("expected at most {} people", balint::max_people));
    static std::map<std::vector<std::size_t>, std::expected<std::vector<balint::person_record>, std::string>> made;
    auto at = made.find(of);  // a sweep has the same group many times
    if (at == made.end()) at = made.emplace(of, roster_maker<P>(of).make()).first;
    if (!at->second) return complain(counts[0].second, "group", at->second.error());
    into.people = *at->second;
  }
  void from_list(const std::vector<std::pair<std::string, const setting*>>& listed, scenario& into) {
    std::map<int, balint::person_record> people;
    for (const auto& [name, given] : listed) {
      const auto parts = parts_of(name);
      int number = 0;
      const auto read = std::from_chars(parts[0].data(), parts[0].data() + parts[0].size(), number);
      if (read.ec != std::errc() || read.ptr != parts[0].data() + parts[0].size())
        return complain(given, "people." + name, "people are a list: [[people]]");
      auto& one = people[number];
      one.agrees = balint::consent::given;
      if (parts[1] == "id") one.id = given->what.template as<std::string>();
      if (parts[1] == "profession") one.profession = given->what.template as<std::string>();
      if (parts[1] == "less_experienced") one.less_experienced = given->what.template as<bool>();
      if (parts[1] == "grades") one.grades = given->what.template as<bool>();
      if (parts[1] != "offices") continue;
      for (const auto& office : given->what.template as<value::list>())
        one.offices.push_back(office.template as<std::string>());
    }
    std::vector<balint::person_record> all;
    for (auto& [number, one] : people) all.push_back(std::move(one));
    if (const auto cast = balint::cast<P>::of(all); !cast)
      return complain(listed[0].second, "people", cast.error().message());
    into.people = std::move(all);
  }

  void policies(scenario& into) {
    for (const auto name : shipped_policies) into.policies[std::string(name)].like = name;
    const auto given = in_order(all_, "policies.");
    for (const auto& [name, what] : given) {
      const auto dot = name.find('.');
      const auto policy = name.substr(0, dot);
      const auto parameter = name.substr(dot + 1);
      if (is_shipped(policy)) {
        complain(what, "policies." + name, fmt::format("{} ships: call yours otherwise, and like it", policy));
        continue;
      }
      auto& words = into.policies[policy];
      if (parameter == "like") {
        words.like = what->what.template as<std::string>();
      } else if (parameter.starts_with("source.")) {
        source(policy, parameter.substr(7), *what, words);
      } else {
        policy_parts<P> parts;
        if (!parameters_of<P>(parts).set(parameter, what->what)) {
          const auto names = parameters_of<P>::names();
          const auto nearest = balint::detail::nearest_of(parameter, names);
          complain(what, "policies." + name,
                   fmt::format("{} has no such {}{}", P::name, parameter.starts_with("in_stage.") ? "stage" : "act",
                               nearest.empty() ? "" : fmt::format("; did you mean {}?", nearest)));
        }
        words.own.insert_or_assign(parameter, what->what);
      }
    }
    std::vector<std::string> known;
    for (const auto& [name, words] : into.policies) known.push_back(name);
    const auto as_given = into.policies;
    for (auto& [name, words] : into.policies) {
      follow(name, as_given, known, words);
      check(name, words);
    }
  }
  [[nodiscard]] static bool is_shipped(std::string_view name) {
    return std::ranges::find(shipped_policies, name) != std::end(shipped_policies);
  }
  /// Adds what a policy takes over from those that it is like, down to one that ships.
  void follow(const std::string& name, const std::map<std::string, policy_words>& all,
              const std::vector<std::string>& known, policy_words& words) {
    std::vector<std::string> passed{name};
    while (!is_shipped(words.like)) {
      const auto complain_here = [&](const std::string& what) {
        const auto at = all_.find("policies." + name + ".like");
        complain(at == all_.end() ? nullptr : &at->second, "policies." + name + ".like", what);
        words.like = "willing";
      };
      const auto next = all.find(words.like);
      if (next == all.end())
        return complain_here(fmt::format("there is no policy {}{}", words.like, hint(words.like, known)));
      if (std::ranges::find(passed, words.like) != passed.end())
        return complain_here(fmt::format("{} is like itself", words.like));
      passed.push_back(words.like);
      words.own.insert(next->second.own.begin(), next->second.own.end());
      words.sources.insert(next->second.sources.begin(), next->second.sources.end());
      words.like = next->second.like;
    }
  }
  void source(const std::string& policy, const std::string& parameter, const setting& given, policy_words& words) {
    const auto& text = given.what.as<std::string>();
    const bool is_known = text == "assumed" || ((text.starts_with("estimated(") || text.starts_with("literature(")) &&
                                                text.ends_with(')') && text.find('(') + 2 < text.size());
    const auto key = "policies." + policy + ".source." + parameter;
    if (!is_known) complain(&given, key, "expected assumed, estimated(FILE) or literature(KEY)");
    const auto names = parameters_of<P>::names();
    const bool is_parameter = std::ranges::any_of(
        names, [&](const auto& one) { return one == parameter || one.starts_with(parameter + '.'); });
    if (!is_parameter) complain(&given, key, "there is no such parameter" + hint(parameter, names));
    words.sources.insert_or_assign(parameter, text);
  }
  /// What no session can be played with.
  void check(const std::string& name, const policy_words& words) {
    const auto parts = parts_of_policy<P>(words);
    const auto at = [&](const std::string& parameter) -> const setting* {
      const auto found = all_.find("policies." + name + '.' + parameter);
      return found == all_.end() ? nullptr : &found->second;
    };
    const auto& leads = parts.leads;
    if (leads.longest_stage_minutes != 0 && leads.shortest_stage_minutes > leads.longest_stage_minutes)
      complain(at("shortest_stage_minutes"), "policies." + name + ".shortest_stage_minutes",
               fmt::format("expected at most longest_stage_minutes, which is {}", leads.longest_stage_minutes));
    if (parts.talks.leaves == balint::random::probability::always())
      complain(at("leaves"), "policies." + name + ".leaves", "nobody would ever say anything");
  }

  void players(scenario& into) {
    into.attempts = static_cast<std::uint32_t>(whole("players.attempts", into.attempts));
    into.drop_after = static_cast<std::uint32_t>(whole("players.drop_after", into.drop_after));
    std::vector<std::string> policies;
    for (const auto& [name, words] : into.policies) policies.push_back(name);
    for (const auto& [key, given] : in_order(all_, "players.")) {
      const auto dot = key.find('.');
      if (dot == std::string::npos) continue;  // how all of them are treated
      const auto name = key.substr(0, dot);
      const auto what = key.substr(dot + 1);
      if (!balint::is_pseudonym(name)) {
        complain(given, "players." + key, "expected a name of letters, digits, _ and -");
        continue;
      }
      if (into.policies.contains(name)) {
        complain(given, "players." + key, fmt::format("{} is a policy already", name));
        continue;
      }
      auto at = std::ranges::find(into.players, name, &outside_player::name);
      if (at == into.players.end()) at = into.players.insert(at, outside_player{.name = name});
      if (what == "command") at->command = given->what.template as<std::string>();
      if (what == "limit") at->limit = given->what.number();
      if (what == "variables") {
        for (const auto& one : given->what.template as<value::list>()) {
          at->variables.push_back(one.template as<std::string>());
          if (!is_variable(at->variables.back())) complain(given, "players." + key, std::string(no_variable));
        }
      }
      if (what != "like") continue;
      at->like = given->what.template as<std::string>();
      if (!into.policies.contains(at->like)) {
        complain(given, "players." + key, fmt::format("there is no policy {}{}", at->like, hint(at->like, policies)));
        at->like = "willing";
      }
    }
    for (const auto& one : into.players) {
      if (one.command.empty())
        complain(in_order(all_, "players." + one.name + '.')[0].second, "players." + one.name + ".command",
                 "is missing");
    }
  }

  void plays(scenario& into) {
    std::string everybody = "willing";
    std::map<std::string, std::string> of;
    std::vector<std::string> known(std::begin(P::offices::names), std::end(P::offices::names));
    known.emplace_back("everybody");
    for (const auto& one : into.people) known.push_back(one.id);
    std::vector<std::string> policies;
    for (const auto& [name, words] : into.policies) policies.push_back(name);
    for (const auto& one : into.players) policies.push_back(one.name);
    for (const auto& [who, given] : in_order(all_, "play.")) {
      const auto& policy = given->what.template as<std::string>();
      if (!into.people.empty() && std::ranges::find(known, who) == known.end())
        complain(given, "play." + who, "nobody is that, and no office" + hint(who, known));
      if (std::ranges::find(policies, policy) == policies.end())
        complain(given, "play." + who, fmt::format("there is no policy {}{}", policy, hint(policy, policies)));
      if (who == "everybody") {
        everybody = policy;
      } else {
        of[who] = policy;
      }
    }
    for (const auto& one : into.people) {
      std::string plays = everybody;
      for (const auto office : P::offices::names) {
        if (std::ranges::find(one.offices, office) == one.offices.end()) continue;
        if (const auto at = of.find(std::string(office)); at != of.end()) plays = at->second;
      }
      if (const auto at = of.find(one.id); at != of.end()) plays = at->second;
      const auto player = std::ranges::find(into.players, plays, &outside_player::name);
      const bool is_outside = player != into.players.end();
      into.outside.push_back(is_outside ? static_cast<std::size_t>(player - into.players.begin()) : scenario::inside);
      into.plays.push_back(is_outside ? player->like : plays);
    }
  }

  void deviations(scenario& into) {
    auto& wanted = into.deviations;
    std::vector<std::string> known{"any", "most", "clock_minutes"};
    for (std::size_t i = 1; i < balint::deviation::kind_count; ++i)
      known.emplace_back(name_of(static_cast<balint::deviation::kind>(i)));
    const auto given = in_order(all_, "deviations.");
    for (const auto& [name, what] : given) {
      if (std::ranges::find(known, name) == known.end()) {
        complain(what, "deviations." + name, "there is no such deviation" + near_hint(name, known));
      } else if (name == "any") {
        wanted.any = what->what.number();
      } else if (name == "most") {
        wanted.most = static_cast<std::uint32_t>(what->what.template as<std::int64_t>());
      } else if (name == "clock_minutes") {
        wanted.clock_minutes = what->what.template as<std::int64_t>();
      } else if (what->what.number() > 0) {
        wanted.kinds[name] = what->what.number();
      }
    }
    constexpr double rounding = 1e-9;
    if (wanted.sum() > 1 + rounding)
      complain(given[0].second, "deviations",
               fmt::format("the probabilities come to {:.6g}, expected at most 1", wanted.sum()));
  }

  const std::string& file_;
  const settings& all_;
  complaints& found_;
};
