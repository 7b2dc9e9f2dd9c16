// SPDX-License-Identifier: MIT
#include "process.hpp"

#include <balint/process/child.hpp>

#include <poll.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

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

using balint::child;

reply process::ask(const std::string& line, std::chrono::milliseconds limit, std::string& answer) {
  using clock = std::chrono::steady_clock;
  const auto until = clock::now() + limit;
  std::string_view rest = line;
  for (;;) {
    if (const auto end = read_.find('\n'); end != std::string::npos && rest.empty()) {
      answer = read_.substr(0, end);
      read_.erase(0, end + 1);
      return reply::line;
    }
    if (interruption::came()) return reply::interrupted;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - clock::now()).count();
    if (left <= 0) return reply::late;
    std::array<pollfd, 2> watched{{{child_.output(), POLLIN, 0}, {child_.input(), POLLOUT, 0}}};
    if (poll(watched.data(), rest.empty() ? 1 : 2, static_cast<int>(left)) < 0 && errno != EINTR) return reply::ended;
    if ((watched[1].revents & (POLLOUT | POLLERR)) != 0 && child_.write(rest) == child::result::over)
      return reply::ended;
    if ((watched[0].revents & (POLLIN | POLLHUP)) != 0 && child_.read(read_) == child::result::over)
      return reply::ended;
  }
}

std::string process::end() {
  if (!child_.is_started()) return "it could not be started";
  if (!child_.has_ended_within(1000)) return "it closed its output";
  const int code = child_.status();
  if (code > 128) return std::string("it was ended by a signal: ") + strsignal(code - 128);
  return "it ended with exit code " + std::to_string(code);
}

}  // namespace conformance
