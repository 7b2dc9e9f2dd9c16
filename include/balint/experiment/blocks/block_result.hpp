// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Computes a block, and holds what comes of it: the accumulator, and the pieces of the files.
#include <balint/experiment/blocks/accumulator.hpp>
#include <balint/experiment/blocks/failure.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/blocks/worker.hpp>
#include <balint/experiment/statistics/detail/int128.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::experiment {

/// A block that was computed, as bytes: what a segment keeps and a rank sends.
struct block_result {
  /// Which block.
  std::uint64_t number = 0;
  /// How many sessions of each arm.
  std::uint32_t size = 0;
  /// The accumulator: `accumulator::write`.
  std::string sums;
  /// The pieces of the files, in the order of the plan.
  std::vector<std::string> pieces;

  /// Appends sums and pieces as bytes, which `read` takes back.
  void write(std::string& to) const {
    detail::byte_writer out(to);
    to += sums;
    for (const auto& piece : pieces) {
      out.put<8>(piece.size());
      to += piece;
    }
  }
  /// What was written for a block of a plan, of which so many bytes are sums; nothing where that is not what the bytes
  /// are.
  [[nodiscard]] static std::optional<block_result> read(const plan& of, const block& which, std::size_t sums_size,
                                                        std::string_view bytes) {
    if (sums_size > bytes.size()) return std::nullopt;
    block_result made{
        .number = which.number, .size = which.size, .sums = std::string(bytes.substr(0, sums_size)), .pieces = {}};
    bytes.remove_prefix(sums_size);
    for (std::size_t i = 0; i < of.files.size(); ++i) {
      if (bytes.size() < 8) return std::nullopt;
      const auto size = static_cast<std::uint64_t>(detail::byte_reader(bytes).get<8>());
      bytes.remove_prefix(8);
      if (size > bytes.size()) return std::nullopt;
      made.pieces.emplace_back(bytes.substr(0, size));
      bytes.remove_prefix(size);
    }
    return bytes.empty() ? std::optional(std::move(made)) : std::nullopt;
  }
  friend bool operator==(const block_result&, const block_result&) = default;
};

/// Computes blocks with one worker, in the memory of one block.
template <worker Worker>
class block_computer {
 public:
  /// Computes blocks of a plan, which has to live as long.
  block_computer(const plan& of, Worker with) : plan_(&of), with_(std::move(with)), sums_(of) {}

  /// Computes a block. What is returned is valid up to the next one.
  [[nodiscard]] const block_result& operator()(const block& which) {
    made_.number = which.number;
    made_.size = which.size;
    made_.pieces.resize(plan_->files.size());
    for (auto& one : made_.pieces) one.clear();
    sums_.clear();
    if constexpr (block_worker<Worker>) {
      begin(std::size_t{which.size} * plan_->arms.size());
      slots_.clear();
      for (std::uint32_t i = 0; i < which.size; ++i) name(which, i);
      const auto slots = std::span<const slot>(slots_);
      const auto results = std::span<session_result>(results_);
      if constexpr (fallible_worker<Worker>) {
        if (auto done = with_(slots, results); !done) {
          why_not_ = std::move(done).error();
          return made_;
        }
      } else {
        with_(slots, results);
      }
      for (std::uint32_t i = 0; i < which.size; ++i)
        take(std::span(results_).subspan(i * plan_->arms.size(), plan_->arms.size()));
    } else {
      for (std::uint32_t i = 0; i < which.size; ++i) {
        begin(plan_->arms.size());
        slots_.clear();
        name(which, i);
        for (std::size_t a = 0; a < slots_.size(); ++a) with_(slots_[a], results_[a]);
        take(results_);
      }
    }
    made_.sums.clear();
    sums_.write(made_.sums);
    return made_;
  }
  /// Why a block could not be computed, where the worker said so: what was returned is no block then.
  [[nodiscard]] const std::optional<failure>& why_not() const noexcept { return why_not_; }

 private:
  void begin(std::size_t sessions) {
    results_.resize(sessions);
    for (auto& one : results_) {
      one.values.assign(plan_->metrics.size(), 0);
      one.pieces.resize(plan_->files.size());
      for (auto& piece : one.pieces) piece.clear();
    }
  }
  void name(const block& which, std::uint32_t i) {
    for (std::uint32_t a = 0; a < plan_->arm_count(); ++a)
      slots_.push_back({.point = which.point, .arm = a, .session = which.first + i});
  }
  void take(std::span<const session_result> arms) {
    sums_.add(*plan_, arms);
    for (const auto& one : arms) {
      for (std::size_t f = 0; f < made_.pieces.size(); ++f) made_.pieces[f] += one.pieces[f];
    }
  }

  const plan* plan_;
  Worker with_;
  accumulator sums_;
  block_result made_;
  std::optional<failure> why_not_;
  std::vector<slot> slots_;
  std::vector<session_result> results_;
};

}  // namespace balint::experiment
