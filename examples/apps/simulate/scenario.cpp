// SPDX-License-Identifier: MIT
#include "scenario.hpp"

#include "keys.hpp"
#include "lookup.hpp"
#include "protocols.hpp"
#include "resolver.hpp"
#include "settings.hpp"

#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/facts.hpp>
#include <balint/experiment/statistics/interval.hpp>

#include <balint/log/plain_text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <utility>

namespace {

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
  const bool is_whole = from == std::trunc(from) && step == std::trunc(step);
  const auto count = static_cast<std::int64_t>((to - from) / step + 1e-9) + 1;
  for (std::int64_t i = 0; i < count; ++i) {
    const double number = from + static_cast<double>(i) * step;
    // What 0.1 * 3 adds in its last digits is nobody's wish.
    const double kept = std::stod(fmt::format("{:.12g}", number));
    auto& one = all.emplace_back(value{kept});
    if (is_whole) one.is = static_cast<std::int64_t>(kept);
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
    const auto name = std::filesystem::path(made_.file).stem().string();
    made_.title = balint::plain_line(text("title", made_.file == "-" ? "Simulated sessions" : name));
    made_.purpose = balint::plain_line(text("purpose", ""));
    if (const auto at = all_.find("sessions"); at != all_.end())
      made_.sessions = static_cast<std::uint64_t>(at->second.what.as<std::int64_t>());
    precision();
    blocks();
    points();
    arms();
    if (!found_.empty()) return std::unexpected(std::move(found_));
    cells();
    if (!found_.empty()) return std::unexpected(std::move(found_));
    made_.players = made_.cells[0].what.players;
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
        for (const auto& one : balint::experiment::session_metrics<P>()) {
          known.push_back(one.name);
          if (one.name == wanted.metric && one.kind == balint::experiment::metric_kind::yes_no)
            check_proportion(*half, wanted);
        }
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
  /// An interval of a proportion is never narrower than where it is 0, or where the fewest pairs differ.
  void check_proportion(const setting& half, const precision_wanted& wanted) {
    namespace ex = balint::experiment;
    const auto narrowest = wanted.of_contrasts ? ex::paired_interval(ex::least_discordant, 0, wanted.max_n)
                                               : ex::wilson_interval(0, wanted.max_n);
    if (wanted.half_width < narrowest.half_width())
      complain(
          &half, "precision.half_width",
          fmt::format("can never be met: of {} sessions it is {:.3g} at least", wanted.max_n, narrowest.half_width()));
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
    const bool is_player = name.starts_with("players.") && parts_of(name).size() > 2;
    if (known->of == part::scenario && !is_player && name != "points_are" && name != "seed" && name != "protocol")
      return true;
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
    for (auto& line : read_points(points_file(all_).string(), read)) found_.push_back(std::move(line));
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
      if (std::ranges::find(made_.arms, arm) == made_.arms.end()) made_.arms.push_back(arm);
      if (dot == std::string::npos) continue;  // it changes nothing
      const auto key = name.substr(dot + 1);
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
    for (const auto& one : made_.players) {
      played.insert(one.like);
      const auto index = static_cast<std::size_t>(&one - made_.players.data());
      const bool is_seated = std::ranges::any_of(made_.cells, [&](const cell& in) {
        return std::ranges::find(in.what.outside, index) != in.what.outside.end();
      });
      if (!is_seated)
        complain(find("players." + one.name + ".command"), "players." + one.name,
                 "nobody is played by it: say who is in [play]");
    }
    for (bool is_longer = true; is_longer;) {  // who plays a policy plays those that it is like, too
      is_longer = false;
      for (const auto& [name, given] : in_order(all_, "policies.")) {
        if (name.ends_with(".like") && played.contains(name.substr(0, name.find('.'))))
          is_longer |= played.insert(given->what.as<std::string>()).second;
      }
    }
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

}  // namespace

std::filesystem::path points_file(const settings& all) {
  const auto& [what, where] = all.at("points");
  std::filesystem::path file = what.as<std::string>();
  if (where.line == 0 || file.is_absolute()) return file;
  return std::filesystem::path(where.name).parent_path() / file;
}

std::expected<experiment, complaints> make_experiment(const std::string& file, const settings& all,
                                                      const std::vector<std::string>& also_played) {
  return experiment_maker(file, all, also_played).make();
}
