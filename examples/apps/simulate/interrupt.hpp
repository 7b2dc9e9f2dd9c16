// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Being interrupted, by Ctrl-C or by a job scheduler: what was begun is finished and kept, and no more is begun.
#include <array>
#include <atomic>
#include <csignal>

/// Takes notice of SIGINT, SIGTERM and SIGHUP for as long as it lives. The second one ends the program. One that is to
/// be ignored, as nohup has it, still is.
class interrupt_watch {
 public:
  interrupt_watch() {
    flag() = false;
    struct sigaction how{};
    how.sa_handler = notice;
    how.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    for (auto& [signal, before] : listened_) {
      if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
        static_cast<void>(::sigaction(signal, &how, nullptr));
    }
  }
  interrupt_watch(const interrupt_watch&) = delete;
  interrupt_watch& operator=(const interrupt_watch&) = delete;
  ~interrupt_watch() {
    for (const auto& [signal, before] : listened_) static_cast<void>(::sigaction(signal, &before, nullptr));
  }

  /// Whether it was interrupted.
  [[nodiscard]] static std::atomic<bool>& flag() {
    static std::atomic<bool> is_interrupted;
    return is_interrupted;
  }

 private:
  static_assert(std::atomic<bool>::is_always_lock_free);
  static void notice(int) { flag() = true; }

  /// A signal, and what was to happen by it before.
  struct listened {
    int signal;
    struct sigaction before{};
  };
  std::array<listened, 3> listened_{{{SIGINT}, {SIGTERM}, {SIGHUP}}};
};
