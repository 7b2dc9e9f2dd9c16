// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What results are of: blocks of one experiment are never taken for those of another.
#include <balint/experiment/blocks/failure.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/random/stream.hpp>
#include <balint/version.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace balint::experiment {

/// 16 hexadecimal digits of a hash.
[[nodiscard]] inline std::string hex_of(std::uint64_t hash) {
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4)
    text += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 0xFU];
  return text;
}

/// What has to be the same for blocks to belong together. The number of sessions is not among it: more of them are more
/// blocks.
struct identity {
  /// The hash of the scenario.
  std::uint64_t scenario = 0;
  /// The hash of the rest of the plan: seed, points, arms, the size of blocks, metrics, files, contrasts.
  std::uint64_t plan = 0;
  /// The version of streams.
  std::uint32_t streams = random::stream_version;
  /// The version of the library.
  std::string version = std::to_string(BALINT_VERSION_MAJOR) + '.' + std::to_string(BALINT_VERSION_MINOR) + '.' +
                        std::to_string(BALINT_VERSION_PATCH);

  /// That of a plan.
  [[nodiscard]] static identity of(const experiment::plan& one) {
    std::string text = std::to_string(one.seed) + ';' + std::to_string(one.block_size) + ';' +
                       std::to_string(static_cast<int>(one.design.is_independent)) + ';';
    const auto add = [&text](std::string_view part) { text += std::to_string(part.size()) + ':' += part; };
    const auto begin = [&text](std::size_t many) { text += std::to_string(many) + '['; };
    begin(one.design.parameters.size());
    for (const auto& name : one.design.parameters) add(name);
    begin(one.design.points.size());
    for (const auto& row : one.design.points) {
      for (const auto& cell : row) add(cell);
    }
    begin(one.arms.size());
    for (const auto& arm : one.arms) add(arm);
    begin(one.metrics.size());
    for (const auto& metric : one.metrics) {
      add(metric.name);
      add(std::to_string(static_cast<int>(metric.kind)));
    }
    begin(one.files.size());
    for (const auto& file : one.files) {
      add(file.name);
      add(file.head);
      add(file.tail);
    }
    begin(one.contrasts.size());
    for (const auto& c : one.contrasts) text += std::to_string(c.arm) + '-' + std::to_string(c.versus) + ',';
    return {.scenario = one.scenario, .plan = hash_of(text)};
  }

  /// A line of text, its end included.
  [[nodiscard]] std::string line() const {
    return "balint-segment 1 scenario=" + hex_of(scenario) + " plan=" + hex_of(plan) +
           " streams=" + std::to_string(streams) + " version=" + version + '\n';
  }
  /// What a line says, without its end.
  [[nodiscard]] static std::optional<identity> from(std::string_view line) {
    identity made;
    const auto take = [&line](std::string_view before) -> std::optional<std::string_view> {
      if (!line.starts_with(before)) return std::nullopt;
      line.remove_prefix(before.size());
      const auto value = line.substr(0, line.find(' '));
      line.remove_prefix(value.size());
      return value;
    };
    const auto scenario = take("balint-segment 1 scenario="), plan = take(" plan="), streams = take(" streams="),
               version = take(" version=");
    if (!scenario || !plan || !streams || !version || !line.empty()) return std::nullopt;
    const auto number = [](std::string_view text, auto& into, int base) {
      const auto end = std::from_chars(text.data(), text.data() + text.size(), into, base);
      return end.ec == std::errc() && end.ptr == text.data() + text.size();
    };
    if (!number(*scenario, made.scenario, 16) || !number(*plan, made.plan, 16) || !number(*streams, made.streams, 10))
      return std::nullopt;
    made.version = *version;
    return made;
  }

  /// Why results of another identity are not gone on with; nothing: they are of the same.
  [[nodiscard]] std::optional<failure> differs_from(const identity& there) const {
    const auto differ = [](fault what, std::string_view name, const std::string& found, const std::string& own) {
      std::string text("the results are of another ");
      text += name;
      return failure{what, text + ": " + found + " there, " + own + " here"};
    };
    if (there.scenario != scenario)
      return differ(fault::other_scenario, "scenario", hex_of(there.scenario), hex_of(scenario));
    if (there.version != version) return differ(fault::other_version, "version of balint", there.version, version);
    if (there.streams != streams)
      return differ(fault::other_streams, "version of the streams", std::to_string(there.streams),
                    std::to_string(streams));
    if (there.plan != plan) return differ(fault::other_plan, "plan", hex_of(there.plan), hex_of(plan));
    return std::nullopt;
  }
  friend bool operator==(const identity&, const identity&) = default;
};

}  // namespace balint::experiment
