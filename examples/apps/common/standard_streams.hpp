// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Standard input, output and errors as a shell may leave them: closed, full, or without a reader.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <string_view>

/// Gives each standard stream that is closed a descriptor, before anything is opened: else the next file would take it,
/// and what is meant for standard output would go into that file. Input that was closed cannot be read, and output that
/// was closed cannot be written; what is said on standard errors is lost if they were closed.
inline void open_closed_streams() {
  constexpr int as_it_fails[]{O_WRONLY, O_RDONLY, O_WRONLY};
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    // The lowest number that is free is that of the stream, as those before it are open.
    if (::fcntl(stream, F_GETFD) < 0) static_cast<void>(::open("/dev/null", as_it_fails[stream]));
  }
  // A file that may grow no further is a write that fails, not the end of the program.
  std::signal(SIGXFSZ, SIG_IGN);
}

/// Writes a text to a stream, as far as it can be written. To standard errors, it is lost where they cannot take it,
/// also where nobody reads them any longer.
inline void put(std::string_view text, std::FILE* into) noexcept {
  const auto before = into == stderr ? std::signal(SIGPIPE, SIG_IGN) : SIG_ERR;
  static_cast<void>(std::fwrite(text.data(), 1, text.size(), into));
  static_cast<void>(std::fflush(into));
  if (before != SIG_ERR) std::signal(SIGPIPE, before);
}

/// Whether everything that was written to standard output has arrived.
[[nodiscard]] inline bool is_output_written() noexcept { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }
