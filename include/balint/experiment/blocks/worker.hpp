// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What computes sessions: a worker, one for each thread, is given a session and says what came of it.
#include <balint/experiment/blocks/failure.hpp>
#include <balint/experiment/blocks/plan.hpp>

#include <concepts>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <vector>

namespace balint::experiment {

/// What a session leaves: the integers of the metrics, and a piece for each file.
struct session_result {
  /// One for each metric of the plan, in its order: from 0 up to 2^31 - 1.
  std::vector<std::int64_t> values;
  /// One for each file of the plan, in its order; empty: the session adds nothing to that file.
  std::vector<std::string> pieces;
};

/// Computes one session: `worker(slot, result)`. What it leaves depends on the slot alone. The values are 0 and the
/// pieces empty beforehand.
template <typename W>
concept session_worker = std::invocable<W&, const slot&, session_result&>;

/// Computes the sessions of a block together, as players in other processes are asked: `worker(slots, results)`, where
/// the result of slots[i] is results[i].
template <typename W>
concept block_worker = std::invocable<W&, std::span<const slot>, std::span<session_result>>;

/// Computes the sessions of a block together, or says why not: then the block is not kept, and the run ends.
template <typename W>
concept fallible_worker =
    block_worker<W> && requires(W& one, std::span<const slot> slots, std::span<session_result> results) {
      { one(slots, results) } -> std::same_as<std::expected<void, failure>>;
    };

/// Computes sessions, one by one or those of a block together.
template <typename W>
concept worker = session_worker<W> || block_worker<W>;

/// Makes a worker for each thread: a worker is used by one thread alone.
template <typename M>
concept makes_workers = requires(M& make) {
  { make() } -> worker;
};

}  // namespace balint::experiment
