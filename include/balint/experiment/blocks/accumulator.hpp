// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is kept of many sessions: sums in whole numbers of 128 bits, however many sessions there are.
#include <balint/experiment/statistics/tally.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/blocks/worker.hpp>
#include <balint/experiment/statistics/detail/int128.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::experiment {

/// What is kept of the sessions of one point: adding two of them is adding whole numbers.
class accumulator {
 public:
  /// Of nothing, to be assigned to.
  accumulator() = default;
  /// Of no session yet.
  explicit accumulator(const plan& of)
      : arms_(of.arms.size() * of.metrics.size()),
        pairs_(of.contrasts.size() * of.metrics.size()),
        metrics_(of.metrics.size()) {}

  /// Takes the sessions of one number, a result for each arm.
  void add(const plan& of, std::span<const session_result> arms) {
    for (std::size_t a = 0; a < arms.size(); ++a) {
      for (std::size_t m = 0; m < metrics_; ++m) {
        auto& to = arms_[a * metrics_ + m];
        const auto value = arms[a].values[m];
        const detail::int128 wide = value;
        to.sum += wide;
        to.squares += wide * wide;
        to.cubes += wide * wide * wide;
        to.least = count_ == 0 ? value : std::min(to.least, value);
        to.most = count_ == 0 ? value : std::max(to.most, value);
        if (of.metrics[m].kind != metric_kind::yes_no) to.values.add(value);
      }
    }
    for (std::size_t c = 0; c < of.contrasts.size(); ++c) {
      const auto& first = arms[of.contrasts[c].arm].values;
      const auto& second = arms[of.contrasts[c].versus].values;
      for (std::size_t m = 0; m < metrics_; ++m) {
        auto& to = pairs_[c * metrics_ + m];
        const detail::int128 a = first[m], b = second[m];
        to.products += a * b;
        to.difference_cubes += (a - b) * (a - b) * (a - b);
        to.only_first += static_cast<std::uint64_t>(a != 0 && b == 0);
        to.only_second += static_cast<std::uint64_t>(a == 0 && b != 0);
      }
    }
    ++count_;
  }
  /// Takes what another one of the same plan has.
  void add(const accumulator& other) {
    if (other.count_ == 0) return;
    for (std::size_t i = 0; i < arms_.size(); ++i) {
      auto& to = arms_[i];
      const auto& from = other.arms_[i];
      to.sum += from.sum;
      to.squares += from.squares;
      to.cubes += from.cubes;
      to.least = count_ == 0 ? from.least : std::min(to.least, from.least);
      to.most = count_ == 0 ? from.most : std::max(to.most, from.most);
      to.values.add(from.values);
    }
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      pairs_[i].products += other.pairs_[i].products;
      pairs_[i].difference_cubes += other.pairs_[i].difference_cubes;
      pairs_[i].only_first += other.pairs_[i].only_first;
      pairs_[i].only_second += other.pairs_[i].only_second;
    }
    count_ += other.count_;
  }
  /// Forgets everything, in the memory there is.
  void clear() noexcept {
    count_ = 0;
    for (auto& one : arms_) {
      one.sum = one.squares = one.cubes = 0;
      one.least = one.most = 0;
      one.values.clear();
    }
    for (auto& one : pairs_) one = {};
  }

  /// How many sessions of each arm there were.
  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }
  /// The sums of a metric in an arm.
  [[nodiscard]] const tally& of(std::size_t arm, std::size_t metric) const noexcept {
    return arms_[arm * metrics_ + metric];
  }
  /// The sums of a metric over the pairs of a contrast.
  [[nodiscard]] const pair_tally& of_pairs(std::size_t contrast, std::size_t metric) const noexcept {
    return pairs_[contrast * metrics_ + metric];
  }

  /// Appends it as bytes, which `read` takes back.
  void write(std::string& to) const {
    detail::byte_writer out(to);
    out.put<8>(count_);
    for (const auto& one : arms_) {
      out.put<16>(one.sum);
      out.put<16>(one.squares);
      out.put<16>(one.cubes);
      out.put<8>(one.least);
      out.put<8>(one.most);
      std::uint32_t used = 0;
      for (std::size_t i = 0; i < one.values.size(); ++i)
        used += static_cast<std::uint32_t>(one.values.at_place(i).count != 0);
      out.put<4>(used);
      for (std::size_t i = 0; i < one.values.size(); ++i) {
        if (const auto n = one.values.at_place(i).count; n != 0) {
          out.put<2>(i);
          out.put<8>(n);
        }
      }
    }
    for (const auto& one : pairs_) {
      out.put<16>(one.products);
      out.put<16>(one.difference_cubes);
      out.put<8>(one.only_first);
      out.put<8>(one.only_second);
    }
  }
  /// What was written for a plan; nothing where that is not what the bytes are.
  [[nodiscard]] static std::optional<accumulator> read(const plan& of, std::string_view bytes) {
    detail::byte_reader in(bytes);
    accumulator made(of);
    made.count_ = static_cast<std::uint64_t>(in.get<8>());
    for (auto& one : made.arms_) {
      one.sum = in.get<16>();
      one.squares = in.get<16>();
      one.cubes = in.get<16>();
      one.least = static_cast<std::int64_t>(in.get<8>());
      one.most = static_cast<std::int64_t>(in.get<8>());
      for (auto used = in.get<4>(); used > 0 && in.is_good(); --used) {
        const auto place = static_cast<std::size_t>(in.get<2>());
        one.values.add_at(place, static_cast<std::uint64_t>(in.get<8>()));
      }
    }
    for (auto& one : made.pairs_) {
      one.products = in.get<16>();
      one.difference_cubes = in.get<16>();
      one.only_first = static_cast<std::uint64_t>(in.get<8>());
      one.only_second = static_cast<std::uint64_t>(in.get<8>());
    }
    return in.is_done() ? std::optional(std::move(made)) : std::nullopt;
  }

 private:
  std::vector<tally> arms_;
  std::vector<pair_tally> pairs_;
  std::size_t metrics_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace balint::experiment
