// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Being interrupted, by Ctrl-C or by a job scheduler: what was begun is finished and kept, and no more is begun.
#include <atomic>
#include <csignal>

/// Takes notice of SIGINT and SIGTERM for as long as it lives. The second one ends the program.
class interrupt_watch {
 public:
  interrupt_watch() {
    flag() = false;
    std::signal(SIGINT, notice);
    std::signal(SIGTERM, notice);
  }
  interrupt_watch(const interrupt_watch&) = delete;
  interrupt_watch& operator=(const interrupt_watch&) = delete;
  ~interrupt_watch() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
  }

  /// Whether it was interrupted.
  [[nodiscard]] static std::atomic<bool>& flag() {
    static std::atomic<bool> is_interrupted;
    return is_interrupted;
  }

 private:
  static_assert(std::atomic<bool>::is_always_lock_free);
  static void notice(int signal) {
    flag() = true;
    std::signal(signal, SIG_DFL);
  }
};
