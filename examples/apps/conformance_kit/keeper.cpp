// SPDX-License-Identifier: MIT
#include "keeper.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>

namespace conformance {
namespace {

/// What is not heard of otherwise interrupts waiting.
void wake(int) {}

/// The parent of a process, by its line in /proc: `NUMBER (NAME) STATE PARENT …`, where the name may hold anything.
pid_t parent_of(const std::filesystem::path& process) {
  std::ifstream file(process / "stat");
  const std::string line{std::istreambuf_iterator<char>(file), {}};
  const auto name_end = line.rfind(')');
  constexpr std::size_t to_parent = 4;
  pid_t parent = -1;
  if (name_end != std::string::npos && name_end + to_parent < line.size())
    std::from_chars(line.data() + name_end + to_parent, line.data() + line.size(), parent);
  return parent;
}

/// Ends the children of this process, which are also those that lost their parents.
void kill_children() {
  const auto me = ::getpid();
  std::error_code none;
  for (std::filesystem::directory_iterator at("/proc", none), end; !none && at != end; at.increment(none)) {
    const auto name = at->path().filename().string();
    pid_t process = -1;
    const auto [last, error] = std::from_chars(name.data(), name.data() + name.size(), process);
    if (error != std::errc() || last != name.data() + name.size() || parent_of(at->path()) != me) continue;
    ::kill(process, SIGKILL);
  }
}

/// Takes notice of every child that has ended; whether there are more.
bool reap(pid_t shell, int& status, bool& is_over) {
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

[[noreturn]] void become_the_command(const std::string& command, const keeper_ends& ends) {
#ifdef __linux__
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  ::setpgid(0, 0);
  for (const int signal : {SIGINT, SIGTERM, SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_DFL);
  ::dup2(ends.standard_input, STDIN_FILENO);
  ::dup2(ends.standard_output, STDOUT_FILENO);
  ::close(ends.standard_input);
  ::close(ends.standard_output);
  ::close(ends.life);
  ::execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
  ::_exit(127);
}

}  // namespace

void keep(const std::string& command, const keeper_ends& ends) {
  ::setsid();  // What ends this program from a terminal does not reach here.
#ifdef __linux__
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
  const auto shell = ::fork();
  if (shell == 0) become_the_command(command, ends);
  if (shell < 0) ::_exit(127);
  ::close(ends.standard_input);
  ::close(ends.standard_output);

  sigset_t child_ends;
  sigset_t none;
  ::sigemptyset(&none);
  ::sigemptyset(&child_ends);
  ::sigaddset(&child_ends, SIGCHLD);
  ::sigprocmask(SIG_BLOCK, &child_ends, nullptr);
  struct sigaction how{};
  how.sa_handler = wake;
  ::sigaction(SIGCHLD, &how, nullptr);
  int status = 0;
  bool is_over = false;
  for (pollfd life{ends.life, POLLIN, 0}; reap(shell, status, is_over) && !is_over && life.revents == 0;)
    ::ppoll(&life, 1, nullptr, &none);

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

}  // namespace conformance
