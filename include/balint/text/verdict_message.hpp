// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Verdicts in words, with what they rest on: departures are counted, stages that were left out are named.
#include <balint/conformance/finding.hpp>
#include <balint/conformance/verdict.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/text/detail/filling.hpp>
#include <balint/text/wording.hpp>
#include <balint/vocabulary/code.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

/// What a verdict rests on.
struct verdict_grounds {
  /// How many findings are departures.
  std::uint64_t departures = 0;
  /// The stages of which nothing is on record in their place, bit i for the i-th.
  std::uint64_t left_out = 0;
  /// Those of them of which something took place in other stages.
  std::uint64_t elsewhere = 0;
  /// Whether somebody led when the session was ended.
  bool was_led = true;

  /// Takes a finding into account; the same in a row counts once.
  template <protocol P>
  constexpr void add(const finding<P>& f) noexcept {
    if (f.times > 1 || f.about != finding_class::departure) return;
    ++departures;
    if (f.code != code::stage_skipped) return;
    left_out |= std::uint64_t{1} << f.stage.index;
    if (f.behind.was_elsewhere) elsewhere |= std::uint64_t{1} << f.stage.index;
  }
};

namespace detail {
/// "selection was left out", "selection and story were left out"; nothing of no stage.
template <protocol P>
void add_stages(std::vector<std::string>& parts, std::uint64_t stages, std::string_view key, const wording& in) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < P::order::size; ++i) {
    if (((stages >> i) & 1U) != 0) names.push_back(say("stage", P::order::names[i], in));
  }
  if (names.empty()) return;
  parts.push_back(fill(key_for(key, names.size(), in), in, fmt::arg("stages", listed(names, "word.and", in))));
}
}  // namespace detail

/// A verdict on a session of P. For faults of the record there is `record_faults_message`.
template <protocol P>
[[nodiscard]] std::string message(verdict what, const verdict_grounds& grounds, const wording& in = {}) {
  if (what == verdict::departs && grounds.departures != 0)
    return detail::fill(detail::key_for("verdict.departs.places", grounds.departures, in), in,
                        fmt::arg("n", grounds.departures));
  if (what == verdict::terminated && !grounds.was_led) return detail::fill("verdict.terminated.unled", in);
  if (what == verdict::different && grounds.left_out != 0) {
    std::vector<std::string> parts;
    detail::add_stages<P>(parts, grounds.left_out & ~grounds.elsewhere, "verdict.left_out", in);
    detail::add_stages<P>(parts, grounds.elsewhere, "verdict.elsewhere", in);
    return detail::fill("verdict.different.stages", in, fmt::arg("stages", detail::listed(parts, "word.and", in)));
  }
  return say("verdict", name_of(what), in);
}

/// How many faults the record has; nothing where it has none.
[[nodiscard]] inline std::string record_faults_message(std::uint64_t faults, const wording& in = {}) {
  if (faults == 0) return {};
  return detail::fill(detail::key_for("record_faults", faults, in), in, fmt::arg("n", faults));
}

}  // namespace balint
