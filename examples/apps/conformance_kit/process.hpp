// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A program that is talked to line by line over its standard input and output, with a time limit.
#include <balint/process/child.hpp>

#include <chrono>
#include <csignal>
#include <string>

namespace conformance {

/// Signals that end this program, once what it has started is ended. There is one, since signals are the process's.
class interruption {
 public:
  /// From now on SIGINT, SIGTERM and SIGHUP are noticed; SIGHUP not where it is ignored, as nohup has it.
  static void listen();
  [[nodiscard]] static bool came() noexcept { return which != 0; }
  /// Ends this program by the signal that came.
  static void end();

 private:
  static void notice(int signal) { which = signal; }
  static inline volatile std::sig_atomic_t which = 0;
};

/// What came of a question.
enum class reply { line, ended, late, interrupted };

/// A command, run by the shell, which ends with this object, and with this program, however that ends: it and
/// everything that it has started. What it writes to its standard error goes where ours goes.
class process {
 public:
  explicit process(const std::string& command) : child_({.line = command}) {}

  /// Sends a line and waits for one. After anything but a line there is nothing more to be asked.
  [[nodiscard]] reply ask(const std::string& line, std::chrono::milliseconds limit, std::string& answer);
  /// How it ended, in words, after `reply::ended`.
  [[nodiscard]] std::string end();

 private:
  balint::child child_;
  std::string read_;
};

}  // namespace conformance
