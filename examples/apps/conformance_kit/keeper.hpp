// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The process between this program and what it starts: whatever comes of either, nothing that was started outlives it.
#include <sys/types.h>

#include <string>

namespace conformance {

/// The ends of pipes that a command is given, and one that nobody writes to: when the other end of that is closed, be
/// it by an end of this program that nobody foresaw, everything that was started is ended.
struct keeper_ends {
  int standard_input = -1;
  int standard_output = -1;
  int life = -1;
};

/// Runs a command by the shell in a session of its own, and waits until the shell or the life that it is given ends.
/// Then it ends what is left of all that the command has started, also what has left its group and its parents, and
/// ends itself with the exit code of the shell, 128 + N for the signal N. Called in a process of its own.
[[noreturn]] void keep(const std::string& command, const keeper_ends& ends);

}  // namespace conformance
