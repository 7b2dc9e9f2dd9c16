// SPDX-License-Identifier: MIT
#include "process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace conformance {

process::process(const std::string& command) {
  std::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> in{-1, -1};
  std::array<int, 2> out{-1, -1};
  if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) return;
  id_ = fork();
  if (id_ == 0) {
    setpgid(0, 0);
    std::signal(SIGPIPE, SIG_DFL);
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  if (id_ > 0) setpgid(id_, id_);  // Both do it: whoever comes first.
  to_ = in[1];
  from_ = out[0];
  fcntl(to_, F_SETFL, O_NONBLOCK);
}

process::~process() { stop(); }

void process::stop() {
  if (to_ >= 0) close(to_);
  if (from_ >= 0) close(from_);
  to_ = from_ = -1;
  if (id_ <= 0) return;
  kill(-id_, SIGKILL);
  waitpid(id_, nullptr, 0);
  id_ = -1;
}

reply process::ask(const std::string& line, std::chrono::milliseconds limit, std::string& answer) {
  using clock = std::chrono::steady_clock;
  const auto until = clock::now() + limit;
  std::size_t sent = 0;
  for (;;) {
    if (const auto end = read_.find('\n'); end != std::string::npos && sent == line.size()) {
      answer = read_.substr(0, end);
      read_.erase(0, end + 1);
      return reply::line;
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - clock::now()).count();
    if (left <= 0) return reply::late;
    std::array<pollfd, 2> watched{{{from_, POLLIN, 0}, {to_, POLLOUT, 0}}};
    if (poll(watched.data(), sent < line.size() ? 2 : 1, static_cast<int>(left)) < 0 && errno != EINTR)
      return reply::ended;
    if ((watched[1].revents & (POLLOUT | POLLERR)) != 0) {
      const auto n = write(to_, line.data() + sent, line.size() - sent);
      if (n > 0) sent += static_cast<std::size_t>(n);
      if (n < 0 && errno != EAGAIN) return reply::ended;
    }
    if ((watched[0].revents & (POLLIN | POLLHUP)) != 0) {
      std::array<char, 65536> some{};
      const auto n = read(from_, some.data(), some.size());
      if (n <= 0) return reply::ended;
      read_.append(some.data(), static_cast<std::size_t>(n));
    }
  }
}

std::string process::end() {
  if (id_ <= 0) return "it could not be started";
  int status = 0;
  for (int i = 0; i < 100; ++i) {
    const auto ended = waitpid(id_, &status, WNOHANG);
    if (ended == id_) break;
    if (i == 99 || ended < 0) return "it closed its output";
    poll(nullptr, 0, 10);
  }
  kill(-id_, SIGKILL);
  id_ = -1;
  const int code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);  // as a shell between says it
  if (code > 128) return std::string("it was ended by a signal: ") + strsignal(code - 128);
  return "it ended with exit code " + std::to_string(code);
}

}  // namespace conformance
