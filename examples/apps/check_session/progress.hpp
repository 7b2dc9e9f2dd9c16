// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How far the program has come, on a terminal: a line that is written anew and taken away at the end.
#include "common/standard_streams.hpp"

#include <fmt/format.h>

#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

/// Counts the bytes that several threads have read, and shows them where it takes long.
class progress {
 public:
  using clock = std::chrono::steady_clock;

  /// Shows nothing.
  progress() = default;
  /// Shows itself on a stream after a while; `all` is how many bytes there are, 0: not known.
  progress(std::FILE* on, std::uint64_t all, clock::duration wait = std::chrono::seconds{1})
      : on_(on), all_(all), next_(clock::now().time_since_epoch().count() + wait.count()) {}
  progress(const progress&) = delete;
  progress& operator=(const progress&) = delete;
  ~progress() { say({}); }

  /// More bytes were read.
  void add(std::uint64_t bytes) {
    if (on_ == nullptr) return;
    const auto read = read_.fetch_add(bytes, std::memory_order_relaxed) + bytes;
    const auto now = clock::now().time_since_epoch().count();
    auto due = next_.load(std::memory_order_relaxed);
    if (now < due || !next_.compare_exchange_strong(due, now + pause.count(), std::memory_order_relaxed)) return;
    const std::scoped_lock lock(writing_);
    is_shown_ = true;
    put(fmt::format("\r{}\x1b[K", line(read)), on_);
  }
  /// Takes the line away and says something else.
  void say(std::string_view text) {
    const std::scoped_lock lock(writing_);
    if (is_shown_) put("\r\x1b[K", on_);
    is_shown_ = false;
    if (!text.empty()) put(text, stderr);
  }

 private:
  static constexpr clock::duration pause = std::chrono::milliseconds{200};

  [[nodiscard]] std::string line(std::uint64_t read) const {
    constexpr std::size_t width = 30;
    const auto mib = static_cast<double>(read) / (1U << 20U);
    if (all_ == 0) return fmt::format("{:.0f} MiB read", mib);
    const auto share = std::min(1.0, static_cast<double>(read) / static_cast<double>(all_));
    const auto done = static_cast<std::size_t>(share * width);
    return fmt::format("[{}{}] {:3.0f} %  {:.0f} of {:.0f} MiB", std::string(done, '#'), std::string(width - done, '.'),
                       share * 100, mib, static_cast<double>(all_) / (1U << 20U));
  }

  std::FILE* on_ = nullptr;
  std::uint64_t all_ = 0;
  std::atomic<std::uint64_t> read_ = 0;
  std::atomic<clock::rep> next_ = 0;
  std::mutex writing_;
  bool is_shown_ = false;
};

/// A log that is read, telling the progress of it.
class reading {
 public:
  reading(std::FILE* file, std::string name, progress& all)
      : file_(file), name_(std::move(name)), all_(all), told_(ftello(file)) {}
  reading(const reading&) = delete;
  reading& operator=(const reading&) = delete;
  ~reading() { tell(); }

  [[nodiscard]] std::FILE* file() const noexcept { return file_; }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// An event was read.
  void tick() {
    if (++events_ % 4096 == 0) tell();
  }

 private:
  void tell() {
    const auto at = ftello(file_);
    if (at > told_) all_.add(static_cast<std::uint64_t>(at - told_));
    told_ = at;
  }

  std::FILE* file_;
  std::string name_;
  progress& all_;
  off_t told_;
  std::uint64_t events_ = 0;
};
