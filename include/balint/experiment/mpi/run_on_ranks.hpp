// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Runs an experiment on many machines, with MPI. What comes out does not depend on how many ranks there are.
#include <balint/experiment/blocks/archive.hpp>
#include <balint/experiment/blocks/block_result.hpp>
#include <balint/experiment/blocks/failure.hpp>
#include <balint/experiment/blocks/identity.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/blocks/segment.hpp>
#include <balint/experiment/blocks/worker.hpp>
#include <balint/experiment/run.hpp>
#include <balint/experiment/schedule.hpp>
#include <balint/experiment/statistics/detail/int128.hpp>

#include <algorithm>
#include <mpi.h>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::experiment {

namespace detail {

/// Ranks that compute blocks and give them to rank 0, which alone reads and writes files.
class ranks {
 public:
  explicit ranks(MPI_Comm all) : all_(all) {
    MPI_Comm_rank(all_, &own_);
    MPI_Comm_size(all_, &many_);
  }
  [[nodiscard]] bool is_first() const noexcept { return own_ == 0; }
  [[nodiscard]] std::size_t own() const noexcept { return static_cast<std::size_t>(own_); }
  [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(many_); }

  /// What rank 0 says.
  [[nodiscard]] std::uint64_t tell(std::uint64_t number) const {
    MPI_Bcast(&number, 1, MPI_UINT64_T, 0, all_);
    return number;
  }
  [[nodiscard]] std::vector<std::uint64_t> tell(std::vector<std::uint64_t> numbers) const {
    numbers.resize(tell(numbers.size()));
    // An int counts them: piece by piece.
    constexpr std::size_t most = std::size_t{1} << 24U;
    for (std::size_t from = 0; from < numbers.size(); from += most)
      MPI_Bcast(&numbers[from], static_cast<int>(std::min(most, numbers.size() - from)), MPI_UINT64_T, 0, all_);
    return numbers;
  }
  /// Gives a block to rank 0.
  void send(const block_result& one) const {
    std::string bytes;
    byte_writer(bytes).put<8>(one.sums.size());
    one.write(bytes);
    const auto size = static_cast<std::uint64_t>(bytes.size());
    MPI_Send(&size, 1, MPI_UINT64_T, 0, 0, all_);
    for (std::size_t from = 0; from < bytes.size(); from += piece)
      MPI_Send(&bytes[from], static_cast<int>(std::min(piece, bytes.size() - from)), MPI_BYTE, 0, 0, all_);
  }
  /// Takes a block from a rank.
  [[nodiscard]] std::optional<block_result> receive(const plan& of, const block& which, std::size_t rank) const {
    std::uint64_t size = 0;
    MPI_Recv(&size, 1, MPI_UINT64_T, static_cast<int>(rank), 0, all_, MPI_STATUS_IGNORE);
    std::string bytes(size, '\0');
    for (std::size_t from = 0; from < bytes.size(); from += piece)
      MPI_Recv(&bytes[from], static_cast<int>(std::min(piece, bytes.size() - from)), MPI_BYTE, static_cast<int>(rank),
               0, all_, MPI_STATUS_IGNORE);
    byte_reader in(bytes);
    const auto sums = static_cast<std::size_t>(in.get<8>());
    return in.is_good() ? block_result::read(of, which, sums, std::string_view(bytes).substr(8)) : std::nullopt;
  }

 private:
  static constexpr std::size_t piece = std::size_t{1} << 30U;
  MPI_Comm all_;
  int own_ = 0, many_ = 1;
};

}  // namespace detail

/// Runs an experiment as `run` does, in all ranks of a communicator at once: each computes blocks with one worker, and
/// rank 0 keeps them. No worker may fail. What rank 0 returns counts; the others return an empty report, or that
/// something failed. Put the results together on rank 0.
template <makes_workers Make>
[[nodiscard]] std::expected<run_report, failure> run_on_ranks(const plan& of, const std::filesystem::path& directory,
                                                              Make make, const run_options& how = {},
                                                              MPI_Comm within = MPI_COMM_WORLD) {
  static_assert(!fallible_worker<decltype(make())>, "balint: ranks cannot tell each other why a block failed: use run");
  const detail::ranks ranks(within);
  std::optional<failure> why;
  std::optional<archive> there;
  std::optional<segment_writer> segment;
  const auto take = [&why](auto made, auto& into) {
    if (made) {
      into = *std::move(made);
    } else {
      why = made.error();
    }
  };
  run_report report;
  if (ranks.is_first()) {
    take(detail::begin_run(of, directory, how), there);
    if (!why) take(segment_writer::begin(directory, identity::of(of)), segment);
    if (there) report.found = there->size();
  }
  block_computer computes(of, make());
  schedule next(of, how.blocks);
  enum : std::uint64_t { stops, goes_on };
  for (;;) {
    std::vector<std::uint64_t> blocks;
    if (ranks.is_first() && !why && !report.is_interrupted) take(next.next(*there), blocks);
    blocks = ranks.tell(std::move(blocks));
    if (blocks.empty()) break;
    for (std::size_t from = 0; from < blocks.size(); from += ranks.size()) {
      if (how.interrupted != nullptr && *how.interrupted) report.is_interrupted = ranks.is_first();
      if (ranks.tell(why || report.is_interrupted ? stops : goes_on) == stops) break;
      const auto own = from + ranks.own();
      if (!ranks.is_first()) {
        if (own < blocks.size()) ranks.send(computes(of.block_at(blocks[own])));
        continue;
      }
      for (std::size_t i = from; i < std::min(from + ranks.size(), blocks.size()); ++i) {
        const auto which = of.block_at(blocks[i]);
        std::expected<void, failure> kept;
        if (i == own) {
          kept = segment->append(computes(which));
        } else if (const auto made = ranks.receive(of, which, i - from); made) {
          kept = segment->append(*made);
        } else {
          kept = std::unexpected(failure{fault::not_read, "a rank sent something else than a block"});
        }
        if (!kept) why = kept.error();
        report.computed += static_cast<std::uint64_t>(kept.has_value());
        if (how.on_progress) how.on_progress({i + 1, blocks.size()});
      }
    }
    if (ranks.is_first() && !why && !report.is_interrupted) take(archive::open(of, directory), there);
  }
  const bool has_failed = ranks.tell(std::uint64_t{why.has_value()}) != 0;
  if (has_failed) return std::unexpected(why.value_or(failure{fault::not_written, "it failed on rank 0"}));
  return report;
}

}  // namespace balint::experiment
