// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A command that is talked to over its standard input and output, and that never outlives who started it. For POSIX
/// systems.
#include <balint/process/detail/keeper.hpp>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint {

/// What is run, and how it is ended.
struct child_command {
  /// For the shell.
  std::string line = {};
  /// Whether the command gets no environment but `environment`; else it has that of this program, and `environment` is
  /// not looked at.
  bool is_clean = false;
  /// `NAME=value` each.
  std::vector<std::string> environment = {};
  /// For how many milliseconds it may go on once it was told to end (SIGTERM to its group); then it is killed. 0: it is
  /// killed at once.
  std::uint32_t grace = 0;
};

/// A command, run by the shell in a group of its own. It ends with this object and with this program, however that
/// ends: it and everything that it has started, also what has left its group. What it writes to its standard error goes
/// where ours goes. Not for two threads at once.
class child {
 public:
  /// What reading or writing some bytes came to.
  enum class result : std::uint8_t {
    some,   ///< Some bytes went through.
    later,  ///< None now: poll.
    over,   ///< The other side is closed.
  };

  /// Nothing that runs.
  child() = default;
  /// Starts a command. One that cannot be started is one whose output is closed.
  explicit child(const child_command& what) {
    std::vector<std::string> texts = what.environment;
    std::vector<char*> environment;
    for (auto& text : texts) environment.push_back(text.data());
    environment.push_back(nullptr);
    const detail::kept_command kept{what.line.c_str(), what.is_clean ? environment.data() : nullptr, what.grace};
    std::array<int, 2> in{-1, -1};
    std::array<int, 2> out{-1, -1};
    std::array<int, 2> life{-1, -1};
    const bool has_pipes = ::pipe2(in.data(), O_CLOEXEC) == 0 && ::pipe2(out.data(), O_CLOEXEC) == 0 &&
                           ::pipe2(life.data(), O_CLOEXEC) == 0;
    if (has_pipes) keeper_ = ::fork();
    if (keeper_ == 0) detail::keep(kept, {in[0], out[1], life[0]});
    for (const int its : {in[0], out[1], life[0]}) {
      if (its >= 0) ::close(its);
    }
    to_ = in[1];
    from_ = out[0];
    life_ = life[1];
    for (const int ours : {to_, from_}) {
      if (ours >= 0) ::fcntl(ours, F_SETFL, O_NONBLOCK);
    }
  }
  /// Takes a process over.
  child(child&& other) noexcept { *this = std::move(other); }
  /// Stops its own process and takes another over.
  child& operator=(child&& other) noexcept {
    if (this != &other) {
      stop();
      to_ = std::exchange(other.to_, -1);
      from_ = std::exchange(other.from_, -1);
      life_ = std::exchange(other.life_, -1);
      keeper_ = std::exchange(other.keeper_, -1);
    }
    return *this;
  }
  child(const child&) = delete;
  child& operator=(const child&) = delete;
  ~child() { stop(); }

  /// Whether there is something to stop.
  [[nodiscard]] bool is_started() const noexcept { return keeper_ > 0; }
  /// What to poll for writing to its standard input; -1: it is closed.
  [[nodiscard]] int input() const noexcept { return to_; }
  /// What to poll for reading its standard output; -1: it is closed.
  [[nodiscard]] int output() const noexcept { return from_; }

  /// Writes to its standard input what goes through now, and takes it off the text. No signal comes of it.
  [[nodiscard]] result write(std::string_view& text) const noexcept {
    const quiet_pipe quiet;
    const auto n = ::write(to_, text.data(), text.size());
    if (n < 0) return errno == EAGAIN || errno == EINTR ? result::later : result::over;
    text.remove_prefix(static_cast<std::size_t>(n));
    return result::some;
  }
  /// Reads from its standard output what is there now, at most 64 KiB, and appends it.
  [[nodiscard]] result read(std::string& into) const {
    std::array<char, 65536> some{};
    const auto n = ::read(from_, some.data(), some.size());
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return result::later;
    if (n <= 0) return result::over;
    into.append(some.data(), static_cast<std::size_t>(n));
    return result::some;
  }
  /// Closes its standard input, which most programs take for the end.
  void close_input() noexcept { close_one(to_); }

  /// Whether it has ended, within so many milliseconds. Then `status` says how.
  [[nodiscard]] bool has_ended_within(std::uint32_t milliseconds) noexcept {
    for (std::uint32_t waited = 0; keeper_ > 0; ++waited) {
      const auto ended = ::waitpid(keeper_, &status_, WNOHANG);
      if (ended == keeper_ || (ended < 0 && errno != EINTR)) keeper_ = -1;
      if (keeper_ <= 0 || waited >= milliseconds) break;
      ::poll(nullptr, 0, 1);
    }
    return keeper_ <= 0;
  }
  /// Its exit code once it has ended; 128 + N where the signal N ended it, as shells have it.
  [[nodiscard]] int status() const noexcept {
    return WIFSIGNALED(status_) ? 128 + WTERMSIG(status_) : WEXITSTATUS(status_);
  }
  /// Lets go of it, without waiting: it is told to end, and killed after its grace.
  void let_go() noexcept {
    for (int* const end : {&to_, &from_, &life_}) close_one(*end);
  }
  /// Ends it and everything that it has started, and waits for that.
  void stop() noexcept {
    let_go();
    while (keeper_ > 0 && ::waitpid(keeper_, &status_, 0) < 0 && errno == EINTR) {
    }
    keeper_ = -1;
  }

 private:
  /// As long as it lives, writing to a closed pipe sends this thread no signal.
  class quiet_pipe {
   public:
    quiet_pipe() noexcept {
      ::sigemptyset(&pipe_);
      ::sigaddset(&pipe_, SIGPIPE);
      sigset_t pending;
      ::sigemptyset(&pending);
      ::sigpending(&pending);
      was_pending_ = ::sigismember(&pending, SIGPIPE) == 1;
      ::pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    quiet_pipe(const quiet_pipe&) = delete;
    quiet_pipe& operator=(const quiet_pipe&) = delete;
    ~quiet_pipe() {
      const int kept = errno;
      constexpr timespec now{};  // NOLINT(misc-include-cleaner): signal.h has it
      while (!was_pending_ && ::sigtimedwait(&pipe_, nullptr, &now) < 0 && errno == EINTR) {
      }
      ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
      errno = kept;
    }

   private:
    sigset_t pipe_{};
    sigset_t before_{};
    bool was_pending_ = false;
  };

  static void close_one(int& end) noexcept {
    if (end >= 0) ::close(end);
    end = -1;
  }

  pid_t keeper_ = -1;
  int to_ = -1;
  int from_ = -1;
  int life_ = -1;  ///< Closed, it ends everything.
  int status_ = 0;
};

}  // namespace balint
