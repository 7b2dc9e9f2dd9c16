// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Standard input as it comes, until it ends or somebody interrupts.
#include <balint/log/file/line_reader.hpp>

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>

/// Whether SIGINT, SIGTERM or SIGHUP came. There is one, since signals are the process's.
class interruption {
 public:
  /// From now on they are noticed, and nothing else happens by them. Where SIGHUP is to be ignored, as nohup has it, it
  /// still is.
  static bool listen() {
    if (::pipe(ends.data()) != 0) return false;
    struct sigaction how{};
    struct sigaction before{};
    how.sa_handler = notice;
    if (::sigaction(SIGHUP, nullptr, &before) != 0) return false;
    const bool is_ignored = before.sa_handler == SIG_IGN;
    return ::sigaction(SIGINT, &how, nullptr) == 0 && ::sigaction(SIGTERM, &how, nullptr) == 0 &&
           (is_ignored || ::sigaction(SIGHUP, &how, nullptr) == 0);
  }
  [[nodiscard]] static bool came() noexcept { return has_come != 0; }
  /// Becomes readable when one comes: so none is missed between looking and waiting.
  [[nodiscard]] static int readable() noexcept { return ends[0]; }

 private:
  static void notice(int) {
    has_come = 1;
    const auto before = errno;
    [[maybe_unused]] const auto written = ::write(ends[1], "", 1);
    errno = before;
  }
  static inline volatile std::sig_atomic_t has_come = 0;
  static inline std::array<int, 2> ends{-1, -1};
};

/// What has come so far on standard input; an interruption is its end.
inline std::ptrdiff_t read_standard_input(char* to, std::size_t most) {
  for (;;) {
    std::array<pollfd, 2> wait{{{STDIN_FILENO, POLLIN, 0}, {interruption::readable(), POLLIN, 0}}};
    if (::poll(wait.data(), wait.size(), -1) < 0 && errno != EINTR) return -1;
    if (interruption::came()) return 0;
    if (wait[0].revents == 0) continue;
    const auto got = ::read(STDIN_FILENO, to, most);
    if (got >= 0 || errno != EINTR) return got;
  }
}
