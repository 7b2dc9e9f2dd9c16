// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is reported of a point: an estimate and its interval for each metric of each arm, and for each contrast.
#include <balint/experiment/blocks/accumulator.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/detail/csv.hpp>
#include <balint/experiment/statistics/interval.hpp>
#include <balint/experiment/statistics/tally.hpp>
#include <balint/experiment/stopping.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint::experiment {

/// Whether what a rule for stopping asks for was reached.
enum class reached : std::uint8_t {
  no_rule,  ///< No rule is about it.
  yes,      ///< It was.
  no,       ///< It was not: all the sessions that there may be are too few.
};

/// The name of an answer; empty where there is no rule.
[[nodiscard]] constexpr std::string_view name_of(reached answer) noexcept {
  constexpr std::string_view names[]{"", "yes", "no"};
  return names[static_cast<std::size_t>(answer)];
}

/// What is reported of a metric: in minutes, counts, fractions or proportions, as the metric's kind is.
struct estimate {
  std::size_t metric = 0;                ///< The place of the metric in the plan.
  std::uint64_t n = 0;                   ///< How many sessions, or pairs of them.
  interval at_95;                        ///< The estimate, and its 95 % interval, this one alone.
  interval of_all;                       ///< The same with the level of all of the table together: Bonferroni.
  double sd = 0;                         ///< The standard deviation, of one session or of one difference.
  double skew = 0;                       ///< The skewness of that.
  std::string_view method;               ///< `t`, `wilson`, `paired_t` or `bonett_price`.
  reached precision = reached::no_rule;  ///< Whether it is as precise as the plan asks.
  bool is_skewed = false;                ///< Whether the interval may cover less than it says: a skewness beyond 2.
};

/// A row of `summary.csv`.
struct summary_row : estimate {
  std::uint32_t point = 0;  ///< The point.
  std::uint32_t arm = 0;    ///< The arm.
  double quantiles[3]{};    ///< Below which 5, 50 and 95 % of the sessions are; 0 for yes and no.
};

/// A row of `contrasts.csv`.
struct contrast_row : estimate {
  std::uint32_t point = 0;        ///< The point.
  contrast arms;                  ///< What is compared.
  double rho = 0;                 ///< The correlation of the arms over pairs.
  double variance_reduction = 1;  ///< By what pairing divides the variance of the difference.
  double ceiling = 0;             ///< The most that any pairing could, of a proportion; 0 for other metrics.
  std::uint64_t only_first = 0;   ///< Pairs in which the first arm alone has it: n10.
  std::uint64_t only_second = 0;  ///< Pairs in which the second alone has it: n01.
};

/// How many rows `summary.csv` has: as many intervals share its Bonferroni level.
[[nodiscard]] inline std::uint64_t summary_size(const plan& of) noexcept {
  return std::uint64_t{of.point_count()} * of.arms.size() * of.metrics.size();
}
/// How many rows `contrasts.csv` has.
[[nodiscard]] inline std::uint64_t contrasts_size(const plan& of) noexcept {
  return std::uint64_t{of.point_count()} * of.contrasts.size() * of.metrics.size();
}

namespace detail {

inline constexpr double usual_level = 0.95;

[[nodiscard]] inline double level_of_all(std::uint64_t rows) noexcept {
  return 1 - (1 - usual_level) / static_cast<double>(std::max<std::uint64_t>(rows, 1));
}
/// What the rules about a metric come to.
template <typename IsPrecise>
[[nodiscard]] reached answer(const plan& of, std::size_t metric, bool of_contrasts, IsPrecise is_precise_enough) {
  auto found = reached::no_rule;
  for (const auto& one : of.stop_at) {
    if (one.metric != metric || one.of_contrasts != of_contrasts) continue;
    if (!is_precise_enough(one)) return reached::no;
    found = reached::yes;
  }
  return found;
}

}  // namespace detail

/// The rows of a point in `summary.csv`: arm by arm, metric by metric.
[[nodiscard]] inline std::vector<summary_row> summary_of(const plan& of, const accumulator& sums, std::uint32_t point) {
  std::vector<summary_row> rows;
  if (sums.count() == 0) return rows;
  const double level = detail::level_of_all(summary_size(of));
  for (std::uint32_t arm = 0; arm < of.arm_count(); ++arm) {
    for (std::size_t m = 0; m < of.metrics.size(); ++m) {
      const auto kind = of.metrics[m].kind;
      const auto& one = sums.of(arm, m);
      const auto known = moments_of(one, sums.count()).times(unit_of(kind));
      const bool is_mean = kind != metric_kind::yes_no;
      summary_row row;
      row.metric = m;
      row.n = sums.count();
      row.at_95 = interval_of(of, sums, arm, m);
      row.of_all = interval_of(of, sums, arm, m, level);
      row.sd = known.sd;
      row.skew = known.skew;
      row.method = is_mean ? "t" : "wilson";
      row.precision = detail::answer(of, m, false, [&](const precision& p) { return is_precise(of, sums, arm, p); });
      row.is_skewed = is_mean && std::abs(known.skew) > most_skew;
      row.point = point;
      row.arm = arm;
      constexpr double parts[]{0.05, 0.5, 0.95};
      for (std::size_t i = 0; is_mean && i < 3; ++i) row.quantiles[i] = one.values.quantile(parts[i]) * unit_of(kind);
      rows.push_back(row);
    }
  }
  return rows;
}

/// The rows of a point in `contrasts.csv`: contrast by contrast, metric by metric.
[[nodiscard]] inline std::vector<contrast_row> contrasts_of(const plan& of, const accumulator& sums,
                                                            std::uint32_t point) {
  std::vector<contrast_row> rows;
  if (sums.count() == 0) return rows;
  const double level = detail::level_of_all(contrasts_size(of));
  for (std::size_t c = 0; c < of.contrasts.size(); ++c) {
    for (std::size_t m = 0; m < of.metrics.size(); ++m) {
      const auto kind = of.metrics[m].kind;
      const auto& arms = of.contrasts[c];
      const auto& first = sums.of(arms.arm, m);
      const auto& second = sums.of(arms.versus, m);
      const auto& pairs = sums.of_pairs(c, m);
      const auto known = moments_of(first, second, pairs, sums.count());
      const bool is_mean = kind != metric_kind::yes_no;
      contrast_row row;
      row.metric = m;
      row.n = sums.count();
      row.at_95 = contrast_interval_of(of, sums, c, m);
      row.of_all = contrast_interval_of(of, sums, c, m, level);
      row.sd = known.difference.sd * unit_of(kind);
      row.skew = known.difference.skew;
      row.method = is_mean ? "paired_t" : "bonett_price";
      row.precision =
          detail::answer(of, m, true, [&](const precision& p) { return is_contrast_precise(of, sums, c, p); });
      row.is_skewed = is_mean && std::abs(row.skew) > most_skew;
      row.point = point;
      row.arms = arms;
      row.rho = known.rho;
      row.variance_reduction = known.variance_reduction;
      if (!is_mean) {
        const auto n = static_cast<double>(sums.count());
        row.ceiling = ceiling_of_pairing(static_cast<double>(first.sum) / n, static_cast<double>(second.sum) / n);
        row.only_first = pairs.only_first;
        row.only_second = pairs.only_second;
      }
      rows.push_back(row);
    }
  }
  return rows;
}

/// The names of the columns of `summary.csv`.
inline constexpr std::string_view summary_columns =
    "point,arm,metric,n,estimate,sd,lo,hi,method,precision_reached,lo_bonferroni,hi_bonferroni,p05,p50,p95,skew,"
    "warning\n";
/// The names of the columns of `contrasts.csv`.
inline constexpr std::string_view contrasts_columns =
    "point,arm,versus,metric,n,difference,sd,lo,hi,method,precision_reached,lo_bonferroni,hi_bonferroni,rho,"
    "variance_reduction,ceiling,n10,n01,skew,warning\n";

namespace detail {

inline void append_estimate(std::string& out, const plan& of, const estimate& one) {
  append_cell(out, of.metrics[one.metric].name);
  out += ',';
  append(out, one.n, ',');
  for (const double number : {one.at_95.estimate, one.sd, one.at_95.lo, one.at_95.hi}) {
    append_digits(out, number);
    out += ',';
  }
  out += one.method;
  out += ',';
  out += name_of(one.precision);
  out += ',';
  append_digits(out, one.of_all.lo);
  out += ',';
  append_digits(out, one.of_all.hi);
  out += ',';
}
inline void append_end(std::string& out, const estimate& one) {
  append_digits(out, one.skew);
  out += one.is_skewed ? ",skewed\n" : ",\n";
}

}  // namespace detail

/// Appends a row to `summary.csv`.
inline void append_row(std::string& out, const plan& of, const summary_row& row) {
  detail::append(out, row.point, ',');
  detail::append_cell(out, of.arms[row.arm]);
  out += ',';
  detail::append_estimate(out, of, row);
  for (const double number : row.quantiles) {
    if (of.metrics[row.metric].kind != metric_kind::yes_no) detail::append_digits(out, number);
    out += ',';
  }
  detail::append_end(out, row);
}
/// Appends a row to `contrasts.csv`. What is infinite is written as `inf`.
inline void append_row(std::string& out, const plan& of, const contrast_row& row) {
  const auto append_or_infinite = [&out](double number) {
    if (std::isinf(number)) out += "inf";
    detail::append_digits(out, number);
    out += ',';
  };
  detail::append(out, row.point, ',');
  detail::append_cell(out, of.arms[row.arms.arm]);
  out += ',';
  detail::append_cell(out, of.arms[row.arms.versus]);
  out += ',';
  detail::append_estimate(out, of, row);
  detail::append_digits(out, row.rho);
  out += ',';
  append_or_infinite(row.variance_reduction);
  if (of.metrics[row.metric].kind == metric_kind::yes_no) {
    append_or_infinite(row.ceiling);
    detail::append(out, row.only_first, ',');
    detail::append(out, row.only_second, ',');
  } else {
    out += ",,,";
  }
  detail::append_end(out, row);
}

}  // namespace balint::experiment
