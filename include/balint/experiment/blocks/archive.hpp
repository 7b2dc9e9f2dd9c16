// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The blocks that there are, in the order of their numbers, whatever computed them and wherever they are.
#include <balint/experiment/blocks/accumulator.hpp>
#include <balint/experiment/blocks/block_result.hpp>
#include <balint/experiment/blocks/failure.hpp>
#include <balint/experiment/blocks/identity.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/blocks/segment.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <filesystem>
#include <map>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace balint::experiment {

/// The blocks of a plan that directories of results have: read block by block, so that memory does not grow with
/// sessions.
class archive {
 public:
  /// What there is in some directories. It refuses what is not of the plan, and what is of more sessions than it has.
  /// Of a block that is there twice the first is taken; one of fewer sessions than the plan gives it is not.
  [[nodiscard]] static std::expected<archive, failure> open(const plan& of,
                                                            std::span<const std::filesystem::path> directories) {
    archive made;
    const auto own = identity::of(of);
    for (const auto& directory : directories) {
      std::error_code error;
      std::map<int, std::filesystem::path> indexes;
      for (const auto& one : std::filesystem::directory_iterator(detail::segments_in(directory), error)) {
        if (one.path().extension() != ".index") continue;
        const auto name = one.path().stem().string();
        int number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        indexes.emplace(number, one.path());
      }
      for (const auto& [number, path] : indexes) {
        if (auto read = made.read_index(of, own, path); !read) return std::unexpected(read.error());
      }
    }
    return made;
  }
  /// The same, of one directory.
  [[nodiscard]] static std::expected<archive, failure> open(const plan& of, const std::filesystem::path& directory) {
    return open(of, std::span(&directory, 1));
  }

  /// Whether a block is there.
  [[nodiscard]] bool contains(std::uint64_t number) const { return places_.contains(number); }
  /// How many there are.
  [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
  /// Their numbers, in order.
  [[nodiscard]] auto numbers() const noexcept { return places_ | std::views::keys; }

  /// Reads a block.
  [[nodiscard]] std::expected<block_result, failure> read(const plan& of, std::uint64_t number) const {
    const auto& where = places_.at(number);
    auto bytes = read_bytes(where, where.size);
    if (!bytes) return std::unexpected(bytes.error());
    if (hash_of(*bytes) != where.hash) return detail::not_read(segments_[where.segment]);
    auto made = block_result::read(of, of.block_at(number), where.sums, *bytes);
    if (!made) return detail::not_read(segments_[where.segment]);
    return *std::move(made);
  }
  /// Reads the sums of a block alone.
  [[nodiscard]] std::expected<accumulator, failure> sums(const plan& of, std::uint64_t number) const {
    const auto& where = places_.at(number);
    const auto bytes = read_bytes(where, where.sums);
    if (!bytes) return std::unexpected(bytes.error());
    auto made = accumulator::read(of, *bytes);
    if (!made) return detail::not_read(segments_[where.segment]);
    return *std::move(made);
  }

 private:
  struct place {
    std::size_t segment = 0;
    std::uint32_t sessions = 0;
    std::uint64_t offset = 0, sums = 0, size = 0, hash = 0;
  };

  std::expected<void, failure> read_index(const plan& of, const identity& own, std::filesystem::path path) {
    std::string text;
    if (!read_file(path, text)) return detail::not_read(path);
    std::string_view rest(text);
    const auto next_line = [&rest]() -> std::string_view {
      const auto end = rest.find('\n');
      if (end == std::string_view::npos) return {};
      const auto line = rest.substr(0, end);
      rest.remove_prefix(end + 1);
      return line;
    };
    const auto first = next_line();
    if (first.empty()) return {};  // killed before it was written
    const auto there = identity::from(first);
    if (!there) return detail::not_read(path);
    if (auto why = own.differs_from(*there)) {
      why->text = path.parent_path().parent_path().string() + ": " + why->text;
      return std::unexpected(*std::move(why));
    }
    segments_.push_back(path.replace_extension(".blocks"));
    for (auto line = next_line(); !line.empty(); line = next_line()) {
      std::uint64_t number = 0, sessions = 0;
      place where{.segment = segments_.size() - 1};
      if (!take(line, number) || !take(line, sessions) || !take(line, where.offset) || !take(line, where.sums) ||
          !take(line, where.size) || !take(line, where.hash, 16) || !line.empty() || where.sums > where.size)
        return detail::not_read(path.replace_extension(".index"));
      if (number >= of.block_count() || sessions > of.block_at(number).size)
        return std::unexpected(has_more_sessions(of, number, sessions, path));
      if (of.block_at(number).size != sessions) continue;  // the last one, of fewer sessions
      where.sessions = static_cast<std::uint32_t>(sessions);
      places_.emplace(number, where);
    }
    return {};
  }
  static failure has_more_sessions(const plan& of, std::uint64_t number, std::uint64_t sessions,
                                   const std::filesystem::path& index) {
    const auto there = number / of.point_count() * of.block_size + sessions;
    return {fault::more_sessions, index.parent_path().parent_path().string() + ": there are results of " +
                                      std::to_string(there) + " sessions or more, and the plan has " +
                                      std::to_string(of.max_sessions) + ": ask for as many, or write elsewhere"};
  }
  static bool take(std::string_view& line, std::uint64_t& into, int base = 10) {
    const auto end = std::from_chars(line.data(), line.data() + line.size(), into, base);
    if (end.ec != std::errc()) return false;
    line.remove_prefix(static_cast<std::size_t>(end.ptr - line.data()));
    if (line.starts_with(' ')) line.remove_prefix(1);
    return true;
  }
  static bool read_file(const std::filesystem::path& path, std::string& into) {
    const auto file = detail::open_file(path, "rb");
    if (!file) return false;
    char some[4096];
    for (std::size_t n = 0; (n = std::fread(some, 1, sizeof some, file.get())) > 0;) into.append(some, n);
    return std::ferror(file.get()) == 0;
  }
  [[nodiscard]] std::expected<std::string, failure> read_bytes(const place& where, std::uint64_t size) const {
    const auto& path = segments_[where.segment];
    const auto file = detail::open_file(path, "rb");
    std::error_code error;
    if (!file || where.offset + size > std::filesystem::file_size(path, error) || error) return detail::not_read(path);
    std::string bytes(size, '\0');
    if (std::fseek(file.get(), static_cast<long>(where.offset), SEEK_SET) != 0 ||
        std::fread(bytes.data(), 1, size, file.get()) != size)
      return detail::not_read(path);
    return bytes;
  }

  std::vector<std::filesystem::path> segments_;
  std::map<std::uint64_t, place> places_;
};

}  // namespace balint::experiment
