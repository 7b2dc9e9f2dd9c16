// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Parameters of players from recorded sessions, and what the records are too few for.
#include <balint/calibration/detail/choice_model.hpp>
#include <balint/calibration/detail/matrix.hpp>
#include <balint/calibration/estimate.hpp>
#include <balint/calibration/limits.hpp>
#include <balint/calibration/recorded_sessions.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/id.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::calibration {

/// How much more somebody talks than the others of the group: the natural logarithm of a ratio of rates.
struct rate {
  member who;     ///< Whose.
  estimate more;  ///< Against the mean of those of the group who have one; n is the person's free turns.
};

/// How long an act takes in a stage, from the event before to this one: pause and talk together. Lognormal.
template <protocol P>
struct duration {
  act_id<P> act;           ///< The act.
  stage_id<P> stage;       ///< The stage.
  estimate log_of_median;  ///< The natural logarithm of its median in milliseconds.
  double spread = 0;       ///< The standard deviation of its natural logarithm.
};

/// Something that was not estimated, since the records are too few.
template <protocol P>
struct too_few {
  std::string_view parameter;  ///< What was not estimated.
  member who = {};             ///< Of whom; a group alone for all of its people, nobody for a parameter of all.
  act_id<P> act{0xFFFF};       ///< For a duration: the act.
  stage_id<P> stage{};         ///< For a duration: the stage.
  std::size_t n = 0;           ///< How many there are.
  std::size_t least = 0;       ///< How many are needed.
  std::string_view what = "";  ///< Of what.
};

/// What recorded sessions of protocol P come to.
template <protocol P>
struct estimates {
  std::size_t sessions = 0;                 ///< How many sessions.
  std::size_t turns = 0;                    ///< How many free turns.
  std::size_t refused = 0;                  ///< How many events the session refused: left out.
  std::size_t unexplained = 0;              ///< How many turns of somebody who was no candidate: left out.
  std::optional<estimate> again;            ///< Speaking again right after one other speaker.
  std::optional<estimate> recent;           ///< Speaking again after having spoken lately.
  std::optional<estimate> open;             ///< Having something to do that the stage waits for.
  std::optional<estimate> asked;            ///< Having been asked.
  std::vector<rate> rates;                  ///< Of people of groups with turns enough.
  std::optional<estimate> spread_of_rates;  ///< The standard deviation of rates in the other groups.
  std::optional<estimate> passes;           ///< How probable it is that a turn is let go by.
  std::optional<estimate> declines;         ///< How probable it is that a presenter declines.
  std::optional<estimate> leaves;           ///< How probable it is that the person who has the floor leaves instead.
  std::vector<duration<P>> durations;       ///< Of each act in each stage that are often enough.
  std::vector<too_few<P>> not_estimated;    ///< What the records are too few for.
};

/// Why nothing is estimated at all.
struct too_few_turns {
  std::size_t turns = 0;            ///< How many free turns there are.
  std::size_t least = least_turns;  ///< How many are needed.
};

namespace detail {

/// The fit for a spread of rates of those who are estimated together, and how probable the turns make that spread.
struct fit_of_spread {
  fit fitted;
  double log_evidence = 0;
};
[[nodiscard]] inline fit_of_spread fit_with_spread(const choices& all, const std::vector<bool>& is_alone, double spread,
                                                   std::vector<double> from) {
  std::vector<double> precision(is_alone.size() + pull_count, 1 / (prior_deviation * prior_deviation));
  double log = 0;
  for (std::size_t i = 0; i < is_alone.size(); ++i) {
    if (is_alone[i]) continue;
    precision[i] = 1 / (spread * spread);
    log -= std::log(spread);
  }
  auto fitted = most_probable(all, precision, std::move(from));
  // Laplace's approximation of the integral over all parameters but the spread.
  log += fitted.log_posterior - cholesky(fitted.information).log_determinant() / 2;
  return {std::move(fitted), log};
}

/// The logarithm of the spread that the turns make most probable, between 0.02 and 3, with its standard error.
[[nodiscard]] inline estimate log_spread_of(const choices& all, const std::vector<bool>& is_alone,
                                            std::vector<double>& start) {
  const auto evidence = [&](double log_spread) {
    auto tried = fit_with_spread(all, is_alone, std::exp(log_spread), start);
    start = std::move(tried.fitted.at);
    return tried.log_evidence;
  };
  constexpr double golden = 0.6180339887498949;
  double low = std::log(0.02);
  double high = std::log(3.0);
  double a = high - golden * (high - low);
  double b = low + golden * (high - low);
  double at_a = evidence(a);
  double at_b = evidence(b);
  while (high - low > 0.01) {
    if (at_a > at_b) {
      high = b, b = a, at_b = at_a;
      at_a = evidence(a = high - golden * (high - low));
    } else {
      low = a, a = b, at_a = at_b;
      at_b = evidence(b = low + golden * (high - low));
    }
  }
  const double best = (low + high) / 2;
  constexpr double step = 0.2;
  const double curvature = (2 * evidence(best) - evidence(best - step) - evidence(best + step)) / (step * step);
  return estimate::normal(best, curvature > 0.05 ? 1 / std::sqrt(curvature) : 1 / std::sqrt(0.05), all.ends.size());
}

template <protocol P>
void estimate_durations(const recorded_sessions<P>& from, estimates<P>& all) {
  for (const auto& [cell, logs] : from.durations()) {
    const act_id<P> act{cell.first};
    const stage_id<P> stage{cell.second};
    if (logs.size() < least_durations) {
      all.not_estimated.push_back({"duration", {}, act, stage, logs.size(), least_durations, "durations"});
      continue;
    }
    const auto n = static_cast<double>(logs.size());
    double mean = 0;
    double squares = 0;
    for (const double log : logs) mean += log / n;
    for (const double log : logs) squares += (log - mean) * (log - mean);
    const double deviation = std::sqrt(squares / (n - 1));
    all.durations.push_back({act, stage, mean_of(mean, deviation, logs.size()), deviation});
  }
}

}  // namespace detail

/// Estimates the parameters of players from recorded sessions: the floor as an ordinal relational event model, that is
/// by who spoke next of those who could have, with a normal prior and standard errors from the information;
/// probabilities with Beta(½, ½); durations as lognormal. Fewer free turns than `least_turns` are refused.
template <protocol P>
[[nodiscard]] std::expected<estimates<P>, too_few_turns> calibrate(const recorded_sessions<P>& from) {
  if (from.turns() < least_turns) return std::unexpected(too_few_turns{from.turns(), least_turns});
  estimates<P> all;
  all.sessions = from.sessions();
  all.turns = from.turns();
  all.refused = from.refused();
  all.unexplained = from.unexplained();
  const auto n = from.people().size();
  const auto& choices = detail::recorded_access::of(from);

  std::map<std::string_view, std::size_t> turns_of_group;
  for (std::size_t i = 0; i < n; ++i) turns_of_group[from.people()[i].group] += from.turns_of()[i];
  std::vector<bool> is_alone(n);
  bool are_all_alone = true;
  for (std::size_t i = 0; i < n; ++i) {
    is_alone[i] = turns_of_group[from.people()[i].group] >= least_turns_of_group;
    are_all_alone = are_all_alone && is_alone[i];
  }
  for (const auto& [group, turns] : turns_of_group) {
    if (turns < least_turns_of_group)
      all.not_estimated.push_back(
          {"rate", {std::string(group), {}}, {0xFFFF}, {}, turns, least_turns_of_group, "free turns of the group"});
  }

  std::vector<double> start(n + detail::pull_count);
  double spread = prior_deviation;
  if (!are_all_alone) {
    const auto log = detail::log_spread_of(choices, is_alone, start);
    spread = std::exp(log.value);
    all.spread_of_rates = {spread, spread * log.error, std::exp(log.low), std::exp(log.high), log.n};
  }
  const auto fitted = detail::fit_with_spread(choices, is_alone, spread, start).fitted;
  const auto covariance = detail::cholesky(fitted.information).inverse();

  constexpr std::array<std::string_view, detail::pull_count> names{"again", "recent", "open", "asked"};
  const std::array<std::optional<estimate>*, detail::pull_count> pulls{&all.again, &all.recent, &all.open, &all.asked};
  for (std::size_t k = 0; k < detail::pull_count; ++k) {
    const auto contrasts = from.contrasts()[k];
    if (contrasts < least_contrasts) {
      all.not_estimated.push_back(
          {names[k], {}, {0xFFFF}, {}, contrasts, least_contrasts, "free turns in which candidates differ in it"});
    } else {
      *pulls[k] = estimate::normal(fitted.at[n + k], std::sqrt(covariance(n + k, n + k)), contrasts);
    }
  }

  // Only differences of rates within a group are identified: each is against the mean of those who have one.
  std::map<std::string_view, std::vector<std::size_t>> own;
  for (std::size_t i = 0; i < n; ++i) {
    if (!is_alone[i]) continue;
    if (from.turns_of()[i] >= least_turns_of_person) {
      own[from.people()[i].group].push_back(i);
    } else {
      all.not_estimated.push_back({"rate",
                                   from.people()[i],
                                   {0xFFFF},
                                   {},
                                   from.turns_of()[i],
                                   least_turns_of_person,
                                   "free turns of the person"});
    }
  }
  for (const auto& [group, people] : own) {
    const auto share = 1 / static_cast<double>(people.size());
    double mean = 0;
    double of_mean = 0;
    for (const auto i : people) {
      mean += share * fitted.at[i];
      for (const auto k : people) of_mean += share * share * covariance(i, k);
    }
    for (const auto i : people) {
      double with_mean = 0;
      for (const auto k : people) with_mean += share * covariance(i, k);
      const double variance = covariance(i, i) - 2 * with_mean + of_mean;
      all.rates.push_back(
          {from.people()[i],
           estimate::normal(fitted.at[i] - mean, std::sqrt(variance > 0 ? variance : 0), from.turns_of()[i])});
    }
  }

  const auto probability = [&](std::string_view name, const count& seen, std::optional<estimate>& to) {
    if (seen.of == 0) {
      all.not_estimated.push_back({name, {}, {0xFFFF}, {}, 0, 1, "occasions"});
    } else {
      to = proportion(seen);
    }
  };
  probability("passes", from.passes(), all.passes);
  probability("declines", from.declines(), all.declines);
  probability("leaves", from.leaves(), all.leaves);
  detail::estimate_durations(from, all);
  return all;
}

}  // namespace balint::calibration
