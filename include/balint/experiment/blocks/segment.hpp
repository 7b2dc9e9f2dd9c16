// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Where blocks are kept: segments, to which one worker appends, each with an index. Whatever was indexed is whole.
#include <balint/experiment/blocks/block_result.hpp>
#include <balint/experiment/blocks/failure.hpp>
#include <balint/experiment/blocks/identity.hpp>
#include <balint/experiment/blocks/plan.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace balint::experiment {

namespace detail {

struct closes_file {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using file_handle = std::unique_ptr<std::FILE, closes_file>;

[[nodiscard]] inline file_handle open_file(const std::filesystem::path& path, const char* mode) {
  return file_handle(std::fopen(path.string().c_str(), mode));
}
[[nodiscard]] inline bool write_all(std::FILE* to, std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), to) == text.size();
}
[[nodiscard]] inline std::unexpected<failure> not_written(const std::filesystem::path& path) {
  return std::unexpected(failure{fault::not_written, path.string() + " could not be written"});
}
[[nodiscard]] inline std::unexpected<failure> not_read(const std::filesystem::path& path) {
  return std::unexpected(failure{fault::not_read, path.string() + " could not be read, or is damaged"});
}
/// Where the segments of a directory of results are.
[[nodiscard]] inline std::filesystem::path segments_in(const std::filesystem::path& directory) {
  return directory / "segments";
}

}  // namespace detail

/// Appends blocks to a segment that nobody else writes to: `segments/N.blocks`, and its index `segments/N.index`. The
/// first line of the index is the identity; then a line for each block: number, size, where its bytes begin, how many
/// of them are sums, how many there are, their hash. A line is written after its bytes, so that a run that is killed
/// leaves no more than bytes that no line knows.
class segment_writer {
 public:
  /// Begins the segment of the first number that is free.
  [[nodiscard]] static std::expected<segment_writer, failure> begin(const std::filesystem::path& directory,
                                                                    const identity& of) {
    const auto folder = detail::segments_in(directory);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return detail::not_written(folder);
    for (int number = 0; number < 1'000'000; ++number) {
      auto path = folder / (std::to_string(number) + ".blocks");
      auto blocks = detail::open_file(path, "wbx");
      if (!blocks) {
        if (!std::filesystem::exists(path, error)) return detail::not_written(path);
        continue;
      }
      auto index = detail::open_file(path.replace_extension(".index"), "wbx");
      if (!index || !detail::write_all(index.get(), of.line()) || std::fflush(index.get()) != 0)
        return detail::not_written(path);
      return segment_writer(std::move(path), std::move(blocks), std::move(index));
    }
    return detail::not_written(folder);
  }

  /// Appends a block.
  [[nodiscard]] std::expected<void, failure> append(const block_result& one) {
    bytes_.clear();
    one.write(bytes_);
    if (!detail::write_all(blocks_.get(), bytes_) || std::fflush(blocks_.get()) != 0) return detail::not_written(path_);
    const auto line = std::to_string(one.number) + ' ' + std::to_string(one.size) + ' ' + std::to_string(offset_) +
                      ' ' + std::to_string(one.sums.size()) + ' ' + std::to_string(bytes_.size()) + ' ' +
                      hex_of(hash_of(bytes_)) + '\n';
    if (!detail::write_all(index_.get(), line) || std::fflush(index_.get()) != 0) return detail::not_written(path_);
    offset_ += bytes_.size();
    return {};
  }

 private:
  segment_writer(std::filesystem::path path, detail::file_handle blocks, detail::file_handle index) noexcept
      : path_(std::move(path)), blocks_(std::move(blocks)), index_(std::move(index)) {}

  std::filesystem::path path_;
  detail::file_handle blocks_, index_;
  std::uint64_t offset_ = 0;
  std::string bytes_;
};

}  // namespace balint::experiment
