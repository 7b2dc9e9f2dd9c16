// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The process between a program and what it starts: whatever comes of either, nothing that was started outlives it.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace balint::detail {

/// What is run, and how. It is made before the process is forked, so that nothing has to be allocated for it after.
struct kept_command {
  /// For the shell.
  const char* line = nullptr;
  /// The environment; null: that of this program.
  char* const* environment = nullptr;
  /// For how many milliseconds what was started may go on once it was told to end (SIGTERM); 0: it is not told.
  std::uint32_t grace = 0;
};

/// The ends of pipes that a command is given, and one that nobody writes to: when the other end of that is closed, be
/// it by an end of this program that nobody foresaw, everything that was started is ended.
struct keeper_ends {
  int standard_input = -1;
  int standard_output = -1;
  int life = -1;
};

/// What is not heard of otherwise interrupts waiting.
inline void wake_keeper(int) {}

/// The number that a name is; -1: it is none.
[[nodiscard]] inline int number_in(const std::string& name) {
  int number = -1;
  const auto [last, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  return error == std::errc() && last == name.data() + name.size() ? number : -1;
}

/// The parent of a process, by its line in /proc: `NUMBER (NAME) STATE PARENT …`, where the name may hold anything.
[[nodiscard]] inline pid_t parent_in(const std::string& stat_line) {
  const auto name_end = stat_line.rfind(')');
  constexpr std::size_t to_parent = 4;
  pid_t parent = -1;
  if (name_end != std::string::npos && name_end + to_parent < stat_line.size())
    std::from_chars(stat_line.data() + name_end + to_parent, stat_line.data() + stat_line.size(), parent);
  return parent;
}

/// Ends the children of this process, which are also those that lost their parents.
inline void kill_children() {
  const auto me = ::getpid();
  std::error_code ignored;
  for (std::filesystem::directory_iterator at("/proc", ignored), end; !ignored && at != end; at.increment(ignored)) {
    const pid_t process = number_in(at->path().filename().string());
    if (process < 0) continue;
    // Not a stream, which would throw where the process has ended meanwhile.
    char line[512];
    const int file = ::open((at->path() / "stat").c_str(), O_RDONLY | O_CLOEXEC);
    const auto size = file < 0 ? -1 : ::read(file, line, sizeof line);
    if (file >= 0) ::close(file);
    if (size > 0 && parent_in({line, static_cast<std::size_t>(size)}) == me) ::kill(process, SIGKILL);
  }
}

/// Closes every file but the standard streams and these: another child's pipe that stays open here would keep that one
/// from hearing of its end.
inline void close_all_but(const keeper_ends& ends) {
  std::vector<int> open;
  std::error_code ignored;
  for (std::filesystem::directory_iterator at("/proc/self/fd", ignored), end; !ignored && at != end;
       at.increment(ignored))
    open.push_back(number_in(at->path().filename().string()));
  for (const int file : open) {
    if (file > STDERR_FILENO && file != ends.standard_input && file != ends.standard_output && file != ends.life)
      ::close(file);
  }
}

/// Takes notice of every child that has ended; whether there are more.
inline bool reap(pid_t shell, int& status, bool& is_over) {
  for (;;) {
    int how = 0;
    const auto ended = ::waitpid(-1, &how, WNOHANG);
    if (ended < 0 && errno == EINTR) continue;
    if (ended == shell) {
      status = how;
      is_over = true;
    }
    if (ended <= 0) return ended == 0;
  }
}

[[noreturn]] inline void become(const kept_command& command, const keeper_ends& ends) {
#ifdef __linux__
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  ::setpgid(0, 0);
  for (const int signal : {SIGINT, SIGTERM, SIGPIPE, SIGXFSZ}) ::signal(signal, SIG_DFL);
  ::dup2(ends.standard_input, STDIN_FILENO);
  ::dup2(ends.standard_output, STDOUT_FILENO);
  for (const int file : {ends.standard_input, ends.standard_output, ends.life}) {
    if (file > STDERR_FILENO) ::close(file);
  }
  if (command.environment != nullptr) {
    ::execle("/bin/sh", "sh", "-c", command.line, static_cast<char*>(nullptr), command.environment);
  } else {
    ::execl("/bin/sh", "sh", "-c", command.line, static_cast<char*>(nullptr));
  }
  ::_exit(127);
}

/// Runs a command by the shell in a session of its own, and waits until the shell or the life that it is given ends.
/// Then it ends what is left of all that the command has started, also what has left its group and its parents, and
/// ends itself with the exit code of the shell, 128 + N for the signal N. Called in a process of its own.
[[noreturn]] inline void keep(const kept_command& command, const keeper_ends& ends) noexcept {
  ::setsid();  // What ends this program from a terminal does not reach here.
#ifdef __linux__
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
  close_all_but(ends);
  const auto shell = ::fork();
  if (shell == 0) become(command, ends);
  if (shell < 0) ::_exit(127);
  ::setpgid(shell, shell);  // Whichever of the two comes first.
  ::close(ends.standard_input);
  ::close(ends.standard_output);

  sigset_t child_ends;
  sigset_t nothing;
  ::sigemptyset(&nothing);
  ::sigemptyset(&child_ends);
  ::sigaddset(&child_ends, SIGCHLD);
  ::sigprocmask(SIG_BLOCK, &child_ends, nullptr);
  struct sigaction how{};
  how.sa_handler = wake_keeper;
  ::sigaction(SIGCHLD, &how, nullptr);
  int status = 0;
  bool is_over = false;
  for (pollfd life{ends.life, POLLIN, 0}; reap(shell, status, is_over) && !is_over && life.revents == 0;)
    ::ppoll(&life, 1, nullptr, &nothing);

  if (!is_over && command.grace != 0) ::kill(-shell, SIGTERM);
  for (std::uint32_t waited = 0; !is_over && waited < command.grace; ++waited) {
    ::poll(nullptr, 0, 1);
    reap(shell, status, is_over);
  }
  // Whatever ends may leave children behind, which are ours from then on. What may not be ended, as it is another
  // user's, is left in the end.
  constexpr int most_rounds = 2000;
  for (int round = 0; round < most_rounds; ++round) {
    ::kill(-shell, SIGKILL);
    kill_children();
    if (!reap(shell, status, is_over)) break;
    ::poll(nullptr, 0, 1);
  }
  ::_exit(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
}

}  // namespace balint::detail
