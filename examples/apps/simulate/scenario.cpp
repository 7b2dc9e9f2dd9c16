// SPDX-License-Identifier: MIT
#include "scenario.hpp"

#include "keys.hpp"
#include "policy_parts.hpp"
#include "protocols.hpp"
#include "roster.hpp"
#include "settings.hpp"

#include <balint/experiment/facts.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/detail/nearest.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <set>
#include <string>
#include <utility>

namespace {

std::string hint(std::string_view given, const std::vector<std::string>& known) {
  const auto nearest = balint::detail::nearest_of(given, known);
  if (!nearest.empty()) return fmt::format("; did you mean {}?", nearest);
  std::string all;
  for (const auto& one : known) all += (all.empty() ? "" : ", ") + one;
  return "; there are " + all;
}

/// A part of settings by name, in the order in which it was given; the command line counts last.
std::vector<std::pair<std::string, const setting*>> in_order(const settings& all, std::string_view before) {
  std::vector<std::pair<std::string, const setting*>> found;
  for (auto at = all.lower_bound(before); at != all.end() && at->first.starts_with(before); ++at)
    found.emplace_back(at->first.substr(before.size()), &at->second);
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
    const auto line = [](const setting& one) {
      return one.where.line == 0 ? std::numeric_limits<std::uint32_t>::max() : one.where.line;
    };
    return std::pair(line(*a.second), a.second->where.column) < std::pair(line(*b.second), b.second->where.column);
  });
  return found;
}

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
    plays(into);
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
      auto& words = into.policies[policy];
      if (parameter == "like") {
        words.like = what->what.template as<std::string>();
        if (std::ranges::find(shipped_policies, words.like) == std::end(shipped_policies))
          complain(what, "policies." + name,
                   fmt::format("{} is no policy that ships{}", words.like,
                               hint(words.like, {std::begin(shipped_policies), std::end(shipped_policies)})));
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
    for (const auto& [name, words] : into.policies) check(name, words);
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
    const auto chance = [](balint::random::probability p) { return static_cast<double>(p.threshold) / 4294967296.0; };
    const auto sum = chance(parts.talks.leaves) + chance(parts.talks.passes) + chance(parts.talks.declines);
    if (sum > 1) {
      const auto* first = at("leaves") != nullptr   ? at("leaves")
                          : at("passes") != nullptr ? at("passes")
                                                    : at("declines");
      complain(first, "policies." + name,
               fmt::format("leaves, passes and declines come to {:.6g}, expected at most 1", sum));
    } else if (parts.talks.leaves == balint::random::probability::always()) {
      complain(at("leaves"), "policies." + name + ".leaves", "nobody would ever say anything");
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
      into.plays.push_back(plays);
    }
  }

  const std::string& file_;
  const settings& all_;
  complaints& found_;
};

/// Settings with the changes of a cell.
settings with_changes(settings all, const std::vector<std::pair<std::string, setting>>& changes) {
  std::erase_if(all, [](const auto& one) { return one.first.starts_with("sweep.") || one.first.starts_with("arms."); });
  for (const auto& [key, what] : changes) all.insert_or_assign(key, what);
  return all;
}

using changes_of = std::vector<std::pair<std::string, setting>>;

/// What a range stands for; whole numbers, if all of it are.
value::list list_of(const value& given) {
  if (given.holds<value::list>()) return given.as<value::list>();
  const auto [from, to, step] = given.as<number_range>();
  value::list all;
  const bool is_whole = from == std::int64_t(from) && step == std::int64_t(step);
  const auto count = static_cast<std::int64_t>((to - from) / step + 1e-9) + 1;
  for (std::int64_t i = 0; i < count; ++i) {
    const double number = from + static_cast<double>(i) * step;
    // What 0.1 * 3 adds in its last digits is nobody's wish.
    const double kept = std::stod(fmt::format("{:.12g}", number));
    all.push_back(is_whole ? value{static_cast<std::int64_t>(kept)} : value{kept});
  }
  return all;
}

class experiment_maker {
 public:
  experiment_maker(const std::string& file, const settings& all, const std::vector<std::string>& also_played)
      : all_(all), also_played_(also_played) {
    made_.file = file;
    made_.all = all;
  }

  [[nodiscard]] std::expected<experiment, complaints> make() {
    made_.title = text("title", made_.file);
    made_.purpose = text("purpose", "");
    if (const auto at = all_.find("sessions"); at != all_.end())
      made_.sessions = static_cast<std::uint64_t>(at->second.what.as<std::int64_t>());
    precision();
    blocks();
    points();
    arms();
    if (!found_.empty()) return std::unexpected(std::move(found_));
    cells();
    if (!found_.empty()) return std::unexpected(std::move(found_));
    check_policies_are_played();
    if (!found_.empty()) return std::unexpected(std::move(found_));
    return std::move(made_);
  }

 private:
  static constexpr std::size_t most_complaints = 20;

  [[nodiscard]] std::string text(std::string_view key, const std::string& otherwise) const {
    const auto at = all_.find(key);
    return at == all_.end() ? otherwise : at->second.what.as<std::string>();
  }
  void complain(const setting* at, std::string_view key, const std::string& what) {
    auto line = fmt::format("{}: {}: {}", at == nullptr ? made_.file : at->where.text(), key, what);
    if (std::ranges::find(found_, line) == found_.end()) found_.push_back(std::move(line));
  }

  void precision() {
    const auto given = in_order(all_, "precision.");
    if (given.empty()) return;
    precision_wanted wanted;
    const auto* metric = find("precision.metric");
    const auto* half = find("precision.half_width");
    const auto* most = find("precision.max_n");
    if (metric == nullptr) complain(given[0].second, "precision.metric", "is missing: the metric that decides");
    if (half == nullptr) complain(given[0].second, "precision.half_width", "is missing: how narrow is narrow enough");
    if (most == nullptr)
      complain(given[0].second, "precision.max_n", "is missing: the most sessions, narrow enough or not");
    if (const auto* sessions = find("sessions"))
      complain(sessions, "sessions", "with precision, the number of sessions is not given: precision.max_n is");
    if (metric == nullptr || half == nullptr || most == nullptr) return;
    wanted = {metric->what.as<std::string>(), half->what.number(),
              static_cast<std::uint64_t>(most->what.as<std::int64_t>()),
              find("precision.of_contrasts") != nullptr && find("precision.of_contrasts")->what.as<bool>()};
    if (const auto protocol = text("protocol", ""); !protocol.empty()) {
      with_protocol(protocol, [&]<balint::protocol P>() {
        std::vector<std::string> known;
        for (const auto& one : balint::experiment::session_metrics<P>()) known.push_back(one.name);
        if (std::ranges::find(known, wanted.metric) == known.end())
          complain(metric, "precision.metric",
                   fmt::format("there is no metric {}{}", wanted.metric, hint(wanted.metric, known)));
      });
    }
    if (wanted.of_contrasts && in_order(all_, "arms.").empty())
      complain(find("precision.of_contrasts"), "precision.of_contrasts",
               "can never be met: there are no arms to compare");
    if (!(wanted.half_width > 0)) complain(half, "precision.half_width", "can never be met: expected a number above 0");
    constexpr std::uint64_t first_look = 30;
    if (wanted.max_n < first_look)
      complain(most, "precision.max_n",
               fmt::format("can never be met: the first look is after {} sessions at the earliest", first_look));
    made_.precision = wanted;
    made_.sessions = wanted.max_n;
  }
  void blocks() {
    const auto* given = find("blocks");
    if (given == nullptr) return;
    const auto& text = given->what.template as<std::string>();
    std::uint64_t from = 0, to = 0;
    const auto colon = text.find(':');
    const auto number = [](std::string_view digits, std::uint64_t& into) {
      const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), into);
      return read.ec == std::errc() && read.ptr == digits.data() + digits.size() && !digits.empty();
    };
    if (colon == std::string::npos || !number(std::string_view(text).substr(0, colon), from) ||
        !number(std::string_view(text).substr(colon + 1), to) || from >= to)
      complain(given, "blocks", "expected A:B with A below B, such as 0:3, found " + text);
  }
  [[nodiscard]] const setting* find(std::string_view key) const {
    const auto at = all_.find(key);
    return at == all_.end() ? nullptr : &at->second;
  }

  /// A key that an arm or a sweep changes: one that decides what is simulated.
  bool may_change(const std::string& name, const setting& at, std::string_view by) {
    const auto* known = find_key(name);
    const auto full = fmt::format("{}.{}", by, name);
    if (known == nullptr) {
      const auto nearest = nearest_key(name);
      complain(&at, full,
               fmt::format("there is no key {}{}", name, nearest.empty() ? "" : "; did you mean " + nearest + "?"));
      return false;
    }
    if (known->of == part::scenario && name != "points_are" && name != "seed" && name != "protocol") return true;
    complain(&at, full, "is not what is simulated, so that it cannot differ");
    return false;
  }

  void points() {
    points_.emplace_back();
    for (const auto& [name, given] : in_order(all_, "sweep.")) {
      if (!may_change(name, *given, "sweep")) continue;
      std::vector<changes_of> longer;
      for (const auto& before : points_) {
        for (auto& one : list_of(given->what)) {
          if (auto fault = fault_of(*find_key(name), one)) {
            complain(given, "sweep." + name, *fault);
            break;
          }
          longer.push_back(before);
          longer.back().emplace_back(name, setting{one, given->where});
        }
      }
      points_ = std::move(longer);
      if (points_.size() > most_points) return complain(given, "sweep", "comes to more than 65536 points");
    }
    const auto* file = find("points");
    if (file == nullptr) return;
    std::vector<settings> read;
    std::filesystem::path from = file->what.as<std::string>();
    if (file->where.line != 0 && from.is_relative())
      from = std::filesystem::path(file->where.name).parent_path() / from;
    for (auto& line : read_points(from.string(), read)) found_.push_back(std::move(line));
    if (points_.size() > 1) return complain(file, "points", "there are points of a sweep already: one of both");
    points_.clear();
    // A column `point` is the number that the results give it.
    for (auto& point : read) {
      auto& changes = points_.emplace_back();
      for (auto& [name, what] : point) {
        if (!may_change(name, what, "points")) return;
        changes.emplace_back(name, what);
      }
    }
    if (points_.size() > most_points) complain(file, "points", "has more than 65536 points");
  }
  void arms() {
    for (const auto& [name, given] : in_order(all_, "arms.")) {
      const auto dot = name.find('.');
      const auto arm = name.substr(0, dot);
      const auto key = name.substr(dot + 1);
      if (std::ranges::find(made_.arms, arm) == made_.arms.end()) made_.arms.push_back(arm);
      if (!may_change(key, *given, "arms." + arm)) continue;
      if (auto fault = fault_of(*find_key(key), given->what)) complain(given, "arms." + name, *fault);
      arms_[arm].emplace_back(key, *given);
    }
    if (made_.arms.empty()) made_.arms.emplace_back();
  }
  void cells() {
    const bool independent = text("points_are", "paired") == "independent";
    made_.has_independent_points = independent;
    if (const auto* kind = find("points_are");
        kind != nullptr && !independent && kind->what.as<std::string>() != "paired")
      return complain(kind, "points_are", "expected paired or independent, found " + kind->what.as<std::string>());
    made_.points = static_cast<std::uint32_t>(points_.size());
    made_.swept = points_[0].size();
    for (std::uint32_t point = 0; point < points_.size(); ++point) {
      for (const auto& arm : made_.arms) {
        auto changes = points_[point];
        for (const auto& one : arms_[arm]) changes.push_back(one);
        cell next{.point = point, .arm = arm, .changes = {}, .what = {}};
        for (const auto& [key, what] : changes) next.changes.push_back({key, what.what});
        const auto merged = with_changes(all_, changes);
        const auto protocol = merged.find("protocol");
        if (protocol == merged.end()) return complain(nullptr, "protocol", "is missing" + hint("", protocol_names()));
        next.what.protocol = protocol->second.what.as<std::string>();
        if (const auto seed = merged.find("seed"); seed != merged.end())
          next.what.seed = static_cast<std::uint64_t>(seed->second.what.as<std::int64_t>());
        complaints found;
        const bool is_known = with_protocol(next.what.protocol, [&]<balint::protocol P>() {
          resolver<P>(made_.file, merged, found).resolve(next.what);
        });
        if (!is_known)
          complain(
              &protocol->second, "protocol",
              fmt::format("there is no protocol {}{}", next.what.protocol, hint(next.what.protocol, protocol_names())));
        for (auto& line : found) {
          if (std::ranges::find(found_, line) == found_.end()) found_.push_back(std::move(line));
        }
        if (found_.size() >= most_complaints) return;
        made_.cells.push_back(std::move(next));
      }
    }
  }
  void check_policies_are_played() {
    std::set<std::string> played(also_played_.begin(), also_played_.end());
    for (const auto& one : made_.cells) played.insert(one.what.plays.begin(), one.what.plays.end());
    std::set<std::string> complained;
    for (const auto& [name, given] : in_order(all_, "policies.")) {
      const auto policy = name.substr(0, name.find('.'));
      if (!played.contains(policy) && complained.insert(policy).second)
        complain(given, "policies." + policy, "nobody plays it: say who does in [play]");
    }
  }

  static constexpr std::size_t most_points = 65'536;
  const settings& all_;
  const std::vector<std::string>& also_played_;
  experiment made_;
  std::vector<changes_of> points_;
  std::map<std::string, changes_of> arms_;
  complaints found_;
};

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
  for (std::size_t i = 0; i < people.size(); ++i) add_line(out, "play.\"" + people[i].id + '"', {plays[i]});
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
  for (const auto& one : people) {
    out += "\n[[people]]\n";
    add_line(out, "id", {one.id});
    value::list offices;
    for (const auto& office : one.offices) offices.push_back({office});
    add_line(out, "offices", {offices});
    if (!one.profession.empty()) add_line(out, "profession", {one.profession});
    if (one.less_experienced) add_line(out, "less_experienced", {true});
    if (one.grades) add_line(out, "grades", {true});
  }
  return out;
}
std::string experiment::text_of(std::string_view key) const {
  const auto at = all.find(key);
  return at == all.end() || !at->second.what.holds<std::string>() ? std::string() : at->second.what.as<std::string>();
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

std::expected<experiment, complaints> make_experiment(const std::string& file, const settings& all,
                                                      const std::vector<std::string>& also_played) {
  return experiment_maker(file, all, also_played).make();
}
