// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Which blocks are computed next: those that are missing up to the next look at the rules for stopping.
#include <balint/experiment/blocks/accumulator.hpp>
#include <balint/experiment/blocks/archive.hpp>
#include <balint/experiment/blocks/failure.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/stopping.hpp>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <utility>
#include <vector>

namespace balint::experiment {

/// The sums of what an archive has of a point, in the order of its blocks.
[[nodiscard]] inline std::expected<accumulator, failure> sums_of_point(const plan& of, const archive& from,
                                                                       std::uint32_t point) {
  accumulator all(of);
  for (std::uint64_t k = 0; k < of.blocks_of_a_point(); ++k) {
    const auto number = k * of.point_count() + point;
    if (!from.contains(number)) continue;
    const auto one = from.sums(of, number);
    if (!one) return std::unexpected(one.error());
    all.add(*one);
  }
  return all;
}

/// What is still to be computed of a plan. Which blocks these are follows from the plan and from what came out, so that
/// a run that was interrupted goes on as it would have. A part of the blocks is computed whole: nobody looks in
/// between.
class schedule {
 public:
  /// The blocks of a range.
  explicit schedule(const plan& of, const block_range& within = {})
      : plan_(&of),
        within_(within),
        until_(looks() ? std::vector(of.point_count(), first_look(of)) : std::vector<std::uint64_t>()) {}

  /// The blocks that are missing up to the next look; none: there is nothing more to do.
  [[nodiscard]] std::expected<std::vector<std::uint64_t>, failure> next(const archive& there) {
    if (!looks()) return missing(there);
    for (;;) {
      auto found = missing_up_to_the_look(there);
      if (!found.empty()) return found;
      bool goes_on = false;
      for (std::uint32_t point = 0; point < plan_->point_count(); ++point) {
        auto& until = until_[point];
        if (until == plan_->max_sessions || until == 0) continue;
        const auto sums = sums_of_first(there, point, until);
        if (!sums) return std::unexpected(sums.error());
        if (is_precise(*plan_, *sums)) {
          until = 0;
        } else {
          until = next_look(*plan_, until);
          goes_on = true;
        }
      }
      if (!goes_on) return found;
    }
  }

 private:
  [[nodiscard]] bool looks() const noexcept { return !plan_->stop_at.empty() && within_ == block_range{}; }
  [[nodiscard]] std::vector<std::uint64_t> missing(const archive& there) const {
    std::vector<std::uint64_t> found;
    for (auto number = within_.from; number < plan_->block_count() && within_.contains(number); ++number) {
      if (!there.contains(number)) found.push_back(number);
    }
    return found;
  }
  [[nodiscard]] std::vector<std::uint64_t> missing_up_to_the_look(const archive& there) const {
    std::vector<std::uint64_t> found;
    for (std::uint64_t number = 0; number < plan_->block_count(); ++number) {
      const auto one = plan_->block_at(number);
      if (one.first < until_[one.point] && !there.contains(number)) found.push_back(number);
    }
    return found;
  }
  [[nodiscard]] std::expected<accumulator, failure> sums_of_first(const archive& there, std::uint32_t point,
                                                                  std::uint64_t sessions) const {
    accumulator all(*plan_);
    for (std::uint64_t k = 0; k * plan_->block_size < sessions; ++k) {
      const auto one = there.sums(*plan_, k * plan_->point_count() + point);
      if (!one) return std::unexpected(one.error());
      all.add(*one);
    }
    return all;
  }

  const plan* plan_;
  block_range within_;
  std::vector<std::uint64_t> until_;  // sessions of each point up to its next look; 0: it is precise
};

}  // namespace balint::experiment
