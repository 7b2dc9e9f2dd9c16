// SPDX-License-Identifier: MIT
#include "process.hpp"

#include "keeper.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace conformance {

void interruption::listen() {
  struct sigaction how{};
  how.sa_handler = notice;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before{};
    sigaction(signal, nullptr, &before);
    if (signal != SIGHUP || before.sa_handler != SIG_IGN) sigaction(signal, &how, nullptr);
  }
}

void interruption::end() {
  if (!came()) return;
  std::signal(which, SIG_DFL);
  std::raise(which);
}

process::process(const std::string& command) {
  std::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> in{-1, -1};
  std::array<int, 2> out{-1, -1};
  std::array<int, 2> life{-1, -1};
  const bool has_pipes =
      pipe2(in.data(), O_CLOEXEC) == 0 && pipe2(out.data(), O_CLOEXEC) == 0 && pipe2(life.data(), O_CLOEXEC) == 0;
  if (has_pipes) keeper_ = fork();
  if (keeper_ == 0) {
    for (const int ours : {in[1], out[0], life[1]}) close(ours);
    keep(command, {in[0], out[1], life[0]});
  }
  for (const int its : {in[0], out[1], life[0]}) {
    if (its >= 0) close(its);
  }
  to_ = in[1];
  from_ = out[0];
  life_ = life[1];
  fcntl(to_, F_SETFL, O_NONBLOCK);
}

process::~process() { stop(); }

void process::stop() {
  for (int* const end : {&to_, &from_, &life_}) {
    if (*end >= 0) close(*end);
    *end = -1;
  }
  while (keeper_ > 0 && waitpid(keeper_, nullptr, 0) < 0 && errno == EINTR) {
  }
  keeper_ = -1;
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
    if (interruption::came()) return reply::interrupted;
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
  if (keeper_ <= 0) return "it could not be started";
  int status = 0;
  for (int i = 0; i < 100; ++i) {
    const auto ended = waitpid(keeper_, &status, WNOHANG);
    if (ended == keeper_) break;
    if (i == 99 || ended < 0) return "it closed its output";
    poll(nullptr, 0, 10);
  }
  keeper_ = -1;
  const int code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);  // as a shell between says it
  if (code > 128) return std::string("it was ended by a signal: ") + strsignal(code - 128);
  return "it ended with exit code " + std::to_string(code);
}

}  // namespace conformance
