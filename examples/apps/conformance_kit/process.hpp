// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A program that is talked to line by line over its standard input and output, with a time limit.
#include <sys/types.h>

#include <chrono>
#include <string>

namespace conformance {

/// What came of a question.
enum class reply { line, ended, late };

/// A command, run by the shell in a process group of its own, which ends with this object. What it writes to its
/// standard error goes where ours goes.
class process {
 public:
  explicit process(const std::string& command);
  ~process();
  process(const process&) = delete;
  process& operator=(const process&) = delete;

  /// Sends a line and waits for one. After anything but a line there is nothing more to be asked.
  [[nodiscard]] reply ask(const std::string& line, std::chrono::milliseconds limit, std::string& answer);
  /// How it ended, in words, after `reply::ended`.
  [[nodiscard]] std::string end();

 private:
  void stop();
  pid_t id_ = -1;
  int to_ = -1;
  int from_ = -1;
  std::string read_;
};

}  // namespace conformance
