// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Policies of a scenario as the library plays them.
#include "keys.hpp"
#include "scenario.hpp"

#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/random/distribution.hpp>
#include <balint/random/draw.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policies/attempting_illegal_acts.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/id.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// The policies that ship.
inline constexpr std::string_view shipped_policies[]{"willing", "seldom_speaking", "often_speaking",
                                                     "attempting_illegal_acts"};

/// The parameters of a policy, all of them.
template <balint::protocol P>
struct policy_parts {
  balint::simulation::talking<P> talks = {};
  balint::simulation::leading leads = {};
  balint::simulation::supervising supervises = {};
  balint::simulation::holding<P> holds = {};
  balint::simulation::eagerness attempts = balint::simulation::eagerness::none();
};

/// The parameters of a policy that ships.
template <balint::protocol P>
[[nodiscard]] policy_parts<P> shipped_parts(std::string_view name) {
  policy_parts<P> parts;
  if (name == "seldom_speaking") parts.talks = balint::simulation::talking_seldom<P>();
  if (name == "often_speaking") parts.talks = balint::simulation::talking_often<P>();
  if (name == "attempting_illegal_acts") parts.attempts = balint::simulation::eagerness::once_in(60'000);
  return parts;
}

/// A parameter of a policy as a scenario has it, to be set and to be read.
template <balint::protocol P>
class parameters_of {
  using eagerness = balint::simulation::eagerness;
  using log_weight = balint::simulation::log_weight;
  using probability = balint::random::probability;

 public:
  explicit parameters_of(policy_parts<P>& of) : of_(of) {}

  /// Sets a parameter; false: P has no such stage or act, or there is no such parameter.
  bool set(std::string_view name, const value& to) {
    return visit(name, [&](auto& parameter) { assign(parameter, to); });
  }
  /// The value of a parameter, as near as it is kept.
  [[nodiscard]] value read(std::string_view name) const {
    value out{std::string()};
    static_cast<void>(visit(name, [&](auto& parameter) { out = value_of(parameter); }));
    return out;
  }
  /// The names of all parameters of P.
  [[nodiscard]] static std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const auto& one : all_keys()) {
      const auto parts = parts_of(one.name);
      if (parts[0] != "policies" || parts[2] == "like" || parts[2] == "source") continue;
      if (parts.size() == 3) {
        all.emplace_back(parts[2]);
      } else if (parts[2] == "in_stage") {
        for (const auto stage : P::order::names) all.push_back("in_stage." + std::string(stage));
      } else {
        for (std::uint16_t act = 0; act < balint::act_count<P>; ++act)
          all.push_back(std::string(parts[2]) + '.' + std::string(balint::name_of<P>(balint::act_id<P>{act})));
      }
    }
    return all;
  }

 private:
  /// A length that is given in seconds, and a spread.
  struct median_of {
    std::uint32_t* milliseconds;
  };

  template <typename F>
  bool visit(std::string_view name, F f) const {
    const auto parts = parts_of(name);
    if (parts.size() == 2) {
      if (parts[0] == "in_stage") {
        for (std::size_t i = 0; i < P::order::size; ++i) {
          if (P::order::names[i] == parts[1]) return f(of_.talks.in_stage[i]), true;
        }
        return false;
      }
      const auto act = balint::find_act<P>(parts[1]);
      if (act.index >= balint::act_count<P>) return false;
      auto& length = of_.holds.of_act[act.index];
      if (parts[0] == "spread") return f(length.around), true;
      if (median_of median{&length.median}; parts[0] == "median") return f(median), true;
      return false;
    }
    auto& [talks, leads, supervises, holds, attempts] = of_;
    if (name == "base") return f(talks.base), true;
    if (name == "again") return f(talks.again), true;
    if (name == "recent") return f(talks.recent), true;
    if (name == "open") return f(talks.open), true;
    if (name == "asked") return f(talks.asked), true;
    if (name == "passes") return f(talks.passes), true;
    if (name == "declines") return f(talks.declines), true;
    if (name == "leaves") return f(talks.leaves), true;
    if (name == "returns") return f(talks.returns), true;
    if (name == "moves_on") return f(leads.moves_on), true;
    if (name == "shortest_stage_minutes") return f(leads.shortest_stage_minutes), true;
    if (name == "longest_stage_minutes") return f(leads.longest_stage_minutes), true;
    if (name == "reminds") return f(leads.reminds), true;
    if (name == "refocuses") return f(leads.refocuses), true;
    if (name == "hands_over") return f(leads.hands_over), true;
    if (name == "terminates") return f(leads.terminates), true;
    if (name == "observes") return f(supervises.observes), true;
    if (name == "attempts") return f(attempts), true;
    return false;
  }

  static void assign(log_weight& to, const value& from) { to = log_weight::of(from.number()); }
  static void assign(probability& to, const value& from) { to = probability::of(from.number()); }
  static void assign(std::uint32_t& to, const value& from) { to = static_cast<std::uint32_t>(from.as<std::int64_t>()); }
  static void assign(balint::random::spread& to, const value& from) { to = balint::random::spread::of(from.number()); }
  static void assign(eagerness& to, const value& from) {
    to = from.is_number() ? eagerness::once_in(milliseconds(from)) : eagerness::none();
  }
  static void assign(median_of& to, const value& from) { *to.milliseconds = milliseconds(from); }
  // One product and no sum, which some processors would round otherwise.
  static std::uint32_t milliseconds(const value& from) {
    return static_cast<std::uint32_t>(std::llround(from.number() * 1000));
  }

  static value value_of(const log_weight& of) { return {rounded(of.factors_of_two / 94548.46064)}; }
  static value value_of(const probability& of) { return {rounded(static_cast<double>(of.threshold) / 4294967296.0)}; }
  static value value_of(const std::uint32_t& of) { return {static_cast<std::int64_t>(of)}; }
  static value value_of(const balint::random::spread& of) { return {rounded(of.factors_of_two / 94548.46064)}; }
  static value value_of(const eagerness& of) {
    if (of.weight == 0) return {std::string("never")};
    return {rounded(static_cast<double>(eagerness::once_a_second) / of.weight)};
  }
  static value value_of(const median_of& of) { return {*of.milliseconds / 1000.0}; }
  /// A number as it was most likely given: to three digits after the point, to two below 1,000 of them.
  static double rounded(double number) {
    const double scale = std::abs(number) >= 100 ? 1 : std::abs(number) >= 10 ? 100 : 1000;
    return std::round(number * scale) / scale;
  }

  policy_parts<P>& of_;
};

/// The parameters of a policy of a scenario. What P does not have is passed over: `make_experiment` complains of it.
template <balint::protocol P>
[[nodiscard]] policy_parts<P> parts_of_policy(const policy_words& words) {
  auto parts = shipped_parts<P>(words.like);
  parameters_of<P> parameters(parts);
  for (const auto& [name, to] : words.own) static_cast<void>(parameters.set(name, to));
  return parts;
}

/// Plays as the parameters say. Where nothing illegal is ever attempted, no draw is made for it.
template <balint::protocol P>
class scenario_player {
  using own_conduct = balint::simulation::conduct<P>;

 public:
  scenario_player() = default;
  explicit scenario_player(const policy_parts<P>& parts)
      : plays_(parts.attempts, own_conduct(parts.talks, parts.leads, parts.supervises, parts.holds)),
        attempts_none_(parts.attempts == balint::simulation::eagerness::none()) {
    conduct_ = own_conduct(parts.talks, parts.leads, parts.supervises, parts.holds);
  }

  /// How much it wants the floor.
  [[nodiscard]] balint::simulation::eagerness eagerness(const balint::simulation::view<P>& seen) const {
    return attempts_none_ ? conduct_.eagerness(seen) : plays_.eagerness(seen);
  }
  /// What it does with the floor.
  template <typename Draws>
  [[nodiscard]] balint::simulation::choice<P> decide(const balint::simulation::view<P>& seen, Draws& from) const {
    return attempts_none_ ? conduct_.decide(seen, from) : plays_.decide(seen, from);
  }
  /// How much it wants the floor for itself, and how much to lead, where the library's policies tell the two apart;
  /// not with attempts at what is not legal.
  template <typename Seen>
    requires requires(const own_conduct& one, const Seen& seen) { one.drives(seen); }
  [[nodiscard]] auto drives(const Seen& seen) const {
    using both = decltype(conduct_.drives(seen));
    return attempts_none_ ? conduct_.drives(seen) : both{plays_.eagerness(seen), {}};
  }
  /// What it does with the floor for one of these reasons.
  template <typename Seen, typename Why, typename Draws>
    requires requires(const own_conduct& one, const Seen& seen, Why why, Draws& from) { one.decide(seen, why, from); }
  [[nodiscard]] balint::simulation::choice<P> decide(const Seen& seen, Why why, Draws& from) const {
    return attempts_none_ ? conduct_.decide(seen, why, from) : plays_.decide(seen, from);
  }
  /// How many milliseconds that takes.
  template <typename Draws>
  [[nodiscard]] std::uint32_t hold(const balint::simulation::view<P>& seen, balint::simulation::choice<P> what,
                                   Draws& from) const {
    return conduct_.hold(seen, what, from);
  }

 private:
  own_conduct conduct_{};
  balint::simulation::attempting_illegal_acts<P, own_conduct> plays_{balint::simulation::eagerness::none()};
  bool attempts_none_ = true;
};
