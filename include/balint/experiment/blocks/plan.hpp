// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What an experiment runs: points of a design, arms, sessions; and how they are cut into blocks.
#include <balint/random/stream.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint::experiment {

/// A hash of a text, by which two scenarios are told apart: FNV-1a, 64 bits. It is no guard against malice.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view text,
                                              std::uint64_t so_far = 0xCBF29CE484222325U) noexcept {
  for (const char c : text) so_far = (so_far ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return so_far;
}

/// What the integer of a metric stands for.
enum class metric_kind : std::uint8_t {
  count,     ///< So many.
  span,      ///< Milliseconds; reported in minutes.
  fraction,  ///< Millionths; reported as a fraction.
  yes_no,    ///< 1 or 0; reported as a proportion.
};

/// How much of what is reported one unit of a metric's integer is.
[[nodiscard]] constexpr double unit_of(metric_kind kind) noexcept {
  if (kind == metric_kind::span) return 1.0 / 60'000;
  return kind == metric_kind::fraction ? 1e-6 : 1;
}

/// Something that is measured of every session: an integer from 0 up to 2^31 - 1.
struct metric {
  /// Its name, as tables have it.
  std::string name;
  /// What its integer stands for.
  metric_kind kind = metric_kind::count;

  friend bool operator==(const metric&, const metric&) = default;
};

/// A file that the sessions make together, each a piece of it: a table, a log. The pieces follow each other in the
/// order of blocks, sessions and arms, whatever computed them.
struct text_file {
  /// Its name in the directory of the results.
  std::string name;
  /// What it begins with, such as the names of columns.
  std::string head = {};
  /// What it ends with.
  std::string tail = {};
};

/// Two arms that are compared session by session: `arm` less `versus`.
struct contrast {
  /// The arm.
  std::uint32_t arm = 1;
  /// What it is compared with.
  std::uint32_t versus = 0;

  friend bool operator==(const contrast&, const contrast&) = default;
};

/// How precisely something has to be known before a point of the design is left alone.
struct precision {
  /// The place of the metric among those of the plan.
  std::size_t metric = 0;
  /// Half the width of its 95 % interval, in what is reported: minutes, or a proportion.
  double half_width = 0;
  /// Whether that of each contrast is meant; else that of each arm.
  bool of_contrasts = false;

  friend bool operator==(const precision&, const precision&) = default;
};

/// The points of a design, by the values of their parameters.
struct design {
  /// The names of the parameters.
  std::vector<std::string> parameters = {};
  /// Their values at each point, as they were written.
  std::vector<std::vector<std::string>> points = {{}};
  /// Whether sessions of the same number are drawn apart at different points; else they are paired.
  bool is_independent = false;
};

/// One session of an experiment.
struct slot {
  /// The point of the design.
  std::uint32_t point = 0;
  /// The arm.
  std::uint32_t arm = 0;
  /// Its number; all arms have a session of that number, and they are a pair.
  std::uint64_t session = 0;

  friend constexpr auto operator<=>(const slot&, const slot&) = default;
};

/// Sessions that are computed in one go: all arms of some sessions of one point.
struct block {
  /// The number of the block.
  std::uint64_t number = 0;
  /// The point of the design.
  std::uint32_t point = 0;
  /// Its first session.
  std::uint64_t first = 0;
  /// How many sessions each arm has.
  std::uint32_t size = 0;

  friend constexpr bool operator==(const block&, const block&) = default;
};

/// Blocks from one number up to, not including, another: what a job of an array computes.
struct block_range {
  /// The first.
  std::uint64_t from = 0;
  /// The first after them.
  std::uint64_t to = ~std::uint64_t{0};

  /// Whether a block is among them.
  [[nodiscard]] constexpr bool contains(std::uint64_t number) const noexcept { return from <= number && number < to; }
  friend constexpr bool operator==(const block_range&, const block_range&) = default;
};

/// How many sessions a block has for each arm.
inline constexpr std::uint32_t sessions_of_a_block = 1'024;
/// How many it has where players are other processes.
inline constexpr std::uint32_t sessions_of_a_block_with_external_players = 16;

/// An experiment. Everything that what comes out depends on is in it, or in the scenario whose hash it has.
struct plan {
  /// The hash of the scenario as it was resolved: `hash_of`.
  std::uint64_t scenario = 0;
  /// The seed.
  std::uint64_t seed = 0;
  /// The points.
  experiment::design design = {};
  /// The names of the arms.
  std::vector<std::string> arms = {"default"};
  /// The most sessions of each arm at each point: without a rule for stopping, how many there are.
  std::uint64_t max_sessions = 0;
  /// How many sessions of an arm are computed in one go: a power of two.
  std::uint32_t block_size = sessions_of_a_block;
  /// What is measured.
  std::vector<experiment::metric> metrics = {};
  /// What is written.
  std::vector<text_file> files = {};
  /// What is compared.
  std::vector<contrast> contrasts = {};
  /// When a point is left alone before `max_sessions`: as soon as all of these are reached; none: never.
  std::vector<precision> stop_at = {};
  /// After how many sessions that is first looked at; then after twice as many, and so on. It is at least 30 and at
  /// least a block.
  std::uint64_t first_look = 0;

  /// How many points there are.
  [[nodiscard]] std::uint32_t point_count() const noexcept { return static_cast<std::uint32_t>(design.points.size()); }
  /// How many arms there are.
  [[nodiscard]] std::uint32_t arm_count() const noexcept { return static_cast<std::uint32_t>(arms.size()); }
  /// How many blocks each point has at most.
  [[nodiscard]] std::uint64_t blocks_of_a_point() const noexcept {
    return (max_sessions + block_size - 1) / block_size;
  }
  /// How many blocks there are at most.
  [[nodiscard]] std::uint64_t block_count() const noexcept { return blocks_of_a_point() * point_count(); }
  /// A block by its number: the first of every point, then the second of every point, and so on, so that more sessions
  /// move no number.
  [[nodiscard]] block block_at(std::uint64_t number) const noexcept {
    const auto first = number / point_count() * block_size;
    return {.number = number,
            .point = static_cast<std::uint32_t>(number % point_count()),
            .first = first,
            .size = static_cast<std::uint32_t>(std::min<std::uint64_t>(block_size, max_sessions - first))};
  }

  /// The number of a session in its name: its own where there is one arm and one point.
  [[nodiscard]] std::uint64_t number_of(const slot& of) const noexcept {
    return (of.session * point_count() + of.point) * arm_count() + of.arm;
  }
  /// The session that has a number in its name.
  [[nodiscard]] slot slot_of(std::uint64_t number) const noexcept {
    const auto of_arms = number / arm_count();
    return {.point = static_cast<std::uint32_t>(of_arms % point_count()),
            .arm = static_cast<std::uint32_t>(number % arm_count()),
            .session = of_arms / point_count()};
  }
  /// The scenario in the names of sessions: the upper half of its hash.
  [[nodiscard]] std::uint32_t scenario_in_names() const noexcept { return static_cast<std::uint32_t>(scenario >> 32U); }
  /// Whose streams a session draws from: the same for all arms, and for all points unless these are independent.
  [[nodiscard]] random::address address_of(const slot& of, std::uint16_t fork = 0) const noexcept {
    return {.seed = seed,
            .session = of.session,
            .point = design.is_independent ? static_cast<std::uint16_t>(of.point) : std::uint16_t{0},
            .fork = fork};
  }
};

/// What is wrong with a plan, a sentence each; empty: nothing.
[[nodiscard]] inline std::vector<std::string> faults_of(const plan& of) {
  std::vector<std::string> found;
  const auto check = [&found](bool is_fine, const char* text) {
    if (!is_fine) found.emplace_back(text);
  };
  check(!of.design.points.empty(), "the design has no point");
  check(!of.arms.empty(), "there is no arm");
  check(of.max_sessions > 0, "the number of sessions is 0: give the most sessions of an arm");
  check(of.max_sessions <= std::uint64_t{1} << 32U, "more than 2^32 sessions of an arm");
  check(of.block_size > 0 && (of.block_size & (of.block_size - 1)) == 0, "the size of a block is no power of two");
  check(!of.design.is_independent || of.design.points.size() <= 0x10000, "more than 65,536 independent points");
  for (const auto& row : of.design.points)
    check(row.size() == of.design.parameters.size(), "a point has not as many values as there are parameters");
  for (const auto& one : of.contrasts)
    check(one.arm < of.arms.size() && one.versus < of.arms.size() && one.arm != one.versus,
          "a contrast is not between two arms of the plan");
  for (const auto& one : of.stop_at) {
    check(one.metric < of.metrics.size(), "a rule for stopping is about no metric of the plan");
    check(one.half_width > 0, "a rule for stopping asks for a half-width of 0, which is never reached");
    check(!one.of_contrasts || !of.contrasts.empty(), "a rule for stopping is about contrasts, and there is none");
  }
  return found;
}

}  // namespace balint::experiment
