// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The cells of a protocol: in each stage, each act by a holder of each role, accepted and with each refusal that can
/// be met close to a tour; and every pair of acts, one accepted right after the other.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "tests/suite/tour.hpp"

namespace suite {

/// How many roles a cell can have: the offices, the presenter, and whoever is not of the group.
template <typename P>
inline constexpr std::size_t role_count = P::offices::size + 2;

template <typename P>
std::string_view role_name(std::size_t role) {
  if (role < P::offices::size) return P::offices::names[role];
  return role == P::offices::size ? P::presented_by::name : std::string_view("stranger");
}
template <typename P>
bool holds(const session<P>& now, person_id who, std::size_t role) {
  if (who.index >= now.people().size()) return role == P::offices::size + 1;
  if (role < P::offices::size) return now.people().holders(role).contains(who);
  return role == P::offices::size && now.presenter() == who;
}

/// The first events of a tour, then a few more.
template <typename P>
struct way {
  std::size_t kept = 0;
  trace<P> more;
  friend bool operator==(const way&, const way&) = default;
};

template <typename P>
class cells {
 public:
  /// The cells, and with `pairs_too` the pairs of acts.
  cells(const cast<P>& people, bool pairs_too) : people_(people), tour_(tour(people, true)), pairs_too_(pairs_too) {
    for (auto& e : tour_) e.at = unstated;
    explore();
  }

  /// The case files: for each stage one for each act that may be recorded in it, and one for all the others.
  [[nodiscard]] std::vector<case_file<P>> files() const {
    std::vector<case_file<P>> all;
    for (std::size_t stage = 0; stage < P::order::size; ++stage) {
      const std::string name(P::order::names[stage]);
      auto elsewhere = file(stage, "elsewhere", "Acts that are not of the stage " + name, {"STG-8"});
      for (std::uint16_t act = 0; act < act_count<P>; ++act) {
        const std::string act_name(name_of<P>(act_id<P>{act}));
        if (!is_open_in(act, stage)) {
          add_cells(elsewhere, stage, act, act_name + " by ");
          continue;
        }
        auto made =
            file(stage, act_name, "Who may do " + act_name + " in the stage " + name + ", when, and what may follow",
                 requirements(act));
        add_cells(made, stage, act, "");
        if (pairs_too_) add_pairs(made, stage, act);
        all.push_back(std::move(made));
      }
      all.push_back(std::move(elsewhere));
    }
    return all;
  }

 private:
  using outcome = std::optional<code>;
  /// Stage, act, role, outcome: the shortest way to it on the tour with everything.
  using found_cells = std::map<std::tuple<std::size_t, std::uint16_t, std::size_t, outcome>, way<P>>;
  using found_pairs = std::map<std::tuple<std::size_t, std::uint16_t, std::uint16_t>, way<P>>;

  /// Whether a refusal comes before anybody's role is looked at: one role of a cell shows it.
  [[nodiscard]] static bool is_the_same_for_all(code why) { return why == code::session_over || why == code::absent; }
  [[nodiscard]] static std::uint16_t last_person(const cast<P>& people) {
    return static_cast<std::uint16_t>(people.group().size());
  }

  /// Calls f with events of an act by somebody on whatever it could be done to, and on what it cannot.
  template <typename F>
  void each_try(const session<P>& now, person_id who, std::uint16_t act, F f) const {
    auto e = detail::raw_event<P>({.by = who, .act = {act}});
    const auto over = [&](std::uint16_t first, std::uint16_t end) {
      for (auto target = first; target < end; ++target) {
        detail::set_raw_target(e, target);
        f(std::as_const(e));
      }
    };
    switch (target_of<P>(e.act)) {
      case target_kind::none: f(std::as_const(e)); return;
      case target_kind::case_of:
      case target_kind::person:
        over(0, last_person(people_));
        detail::set_raw_target(e, detail::unknown_target);
        f(std::as_const(e));
        return;
      case target_kind::option: over(1, static_cast<std::uint16_t>(now.option_count() + 2)); return;
      case target_kind::rule:
        over(0, 1);
        over(rules_of<P>::size, rules_of<P>::size + 1);
        return;
    }
  }
  void try_act(const session<P>& now, std::uint16_t act, const way<P>& here) {
    const std::size_t stage = now.stage().index;
    for (std::uint8_t i = 0; i <= people_.group().size(); ++i) {
      const person_id who = i < people_.group().size() ? person_id{i} : nobody;
      each_try(now, who, act, [&](const event<P>& e) {
        const auto answer = now.can(e);
        const outcome what = answer ? outcome() : outcome(answer.error().code);
        for (std::size_t role = 0; role < role_count<P>; ++role) {
          if (!holds(now, who, role)) continue;
          if (what && is_the_same_for_all(*what) && role != 0) continue;
          const std::tuple key{stage, act, role, what};
          const auto known = cells_.find(key);
          if (known != cells_.end() && known->second.more.size() <= here.more.size() + 1) continue;
          auto there = here;
          there.more.push_back(e);
          cells_.insert_or_assign(key, there);
        }
      });
    }
  }
  /// Looks at a state of a tour, and at those one legal event away from it.
  void look(const session<P>& now, std::size_t kept) {
    const way<P> here{kept, {}};
    for (std::uint16_t act = 0; act <= act_count<P>; ++act) try_act(now, act < act_count<P> ? act : beyond, here);
    std::set<std::pair<std::uint16_t, std::uint8_t>> tried;
    for (const auto who : now.people().people()) {
      now.each_legal_event(who, [&](const event<P>& e) {
        auto next = now;
        if (!next.apply(e)) return;
        const std::size_t stage = now.stage().index;
        for (const auto other : now.people().people()) {
          next.each_legal_event(other, [&](const event<P>& then) {
            pairs_.try_emplace({stage, e.act.index, then.act.index}, way<P>{kept, {e, then}});
          });
        }
        if (!tried.emplace(e.act.index, e.by.index).second) return;
        const way<P> there{kept, {e}};
        for (std::uint16_t act = 0; act < act_count<P>; ++act) {
          if (is_open_in(act, next.stage().index)) try_act(next, act, there);
        }
      });
    }
  }
  /// Looks at a state of a tour when everybody who could lead has dropped.
  void look_without_leader(session<P> now, std::size_t kept) {
    way<P> here{kept, {}};
    const auto drop = [&](person_id who) {
      const auto e = detail::raw_event<P>({.by = who, .act = detail::act_with_effect<P>(effect::drops)});
      if (now.apply(e)) here.more.push_back(e);
    };
    while (now.acting_leader() != nobody) drop(now.acting_leader());
    for (std::uint16_t act = 0; act < act_count<P>; ++act) {
      if (is_open_in(act, now.stage().index)) try_act(now, act, here);
    }
  }
  void explore() {
    const auto along = states_along(people_, tour_);
    for (std::size_t kept = 0; kept < along.size(); ++kept) {
      look(along[kept], kept);
      if (!along[kept].is_over()) look_without_leader(along[kept], kept);
    }
  }

  [[nodiscard]] static bool is_open_in(std::uint16_t act, std::size_t stage) {
    return ((detail::table_of<P>.acts[act].stages >> stage) & 1U) != 0;
  }

  /// A file whose events lead to the end of a stage.
  [[nodiscard]] case_file<P> file(std::size_t stage, const std::string& what, std::string title,
                                  std::vector<std::string> requirements) const {
    const auto along = states_along(people_, tour_);
    std::size_t end = 0;
    while (end < tour_.size() && along[end].stage().index <= stage) ++end;
    return case_file<P>(people_, "cell-" + std::string(P::order::names[stage]) + "-" + what, std::move(title),
                        std::move(requirements),
                        trace<P>(tour_.begin(), tour_.begin() + static_cast<std::ptrdiff_t>(end)), advising::no);
  }
  void add_cells(case_file<P>& into, std::size_t stage, std::uint16_t act, const std::string& before) const {
    // One event may stand for several roles of whoever does it.
    std::vector<std::pair<std::string, const way<P>*>> shown;
    for (const auto& [key, there] : cells_) {
      const auto& [in, what, role, answer] = key;
      if (in != stage || what != act) continue;
      const auto said = ": " + std::string(answer ? name_of(*answer) : "accepted");
      const auto same = std::ranges::find_if(
          shown, [&](const auto& one) { return *one.second == there && one.first.ends_with(said); });
      if (same == shown.end()) {
        shown.emplace_back(std::string(role_name<P>(role)) + said, &there);
      } else {
        same->first.insert(same->first.find(':'), ", " + std::string(role_name<P>(role)));
      }
    }
    for (const auto& [who, there] : shown) into.keep(before + who, there->kept, there->more);
  }
  void add_pairs(case_file<P>& into, std::size_t stage, std::uint16_t act) const {
    for (const auto& [key, there] : pairs_) {
      if (std::get<0>(key) != stage || std::get<1>(key) != act) continue;
      into.keep("then " + std::string(name_of<P>(act_id<P>{std::get<2>(key)})), there.kept, there.more);
    }
  }

 public:
  /// The requirement that an act comes from, as `requirements.json` names it.
  [[nodiscard]] static std::vector<std::string> requirements(std::uint16_t act) {
    const auto source = source_of<P>(act_id<P>{act});
    if (source == "domain 3.1") return {"CLA-1"};
    if (source == "domain 3.2") return {"CON-1"};
    if (source == "house") return {"HSE-6"};
    return {std::string(source)};
  }

 private:
  const cast<P>& people_;
  trace<P> tour_;
  bool pairs_too_;
  found_cells cells_;
  found_pairs pairs_;
};

}  // namespace suite
