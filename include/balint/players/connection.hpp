// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// One player outside: its process, what it is asked, and what came of that. Nothing here waits.
#include <balint/players/command.hpp>
#include <balint/players/lines.hpp>
#include <balint/players/message.hpp>
#include <balint/players/reply.hpp>
#include <balint/players/wire.hpp>
#include <balint/process/child.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::players {

/// What a player is asked, by a number of the caller's.
using ticket = std::uint64_t;

/// A player outside. Time is told to it, and it is told when its files can be read or written.
class connection {
 public:
  using clock = std::chrono::steady_clock;  ///< What times are read from.
  using time = clock::time_point;           ///< A time.

  /// What came of an ask.
  struct arrival {
    ticket of = 0;         ///< Of which.
    std::uint64_t id = 0;  ///< Its id on the wire.
    reply came;            ///< What.
  };

  /// A player that is not started.
  connection(player_command what, std::string run) : what_(std::move(what)), run_(std::move(run)) {}
  /// Takes a player over.
  connection(connection&&) noexcept = default;
  /// Takes another player over.
  connection& operator=(connection&&) = default;
  ~connection() = default;

  /// Starts the process and greets it, unless that was done as often as may be.
  void start(time now) {
    if (starts_ > what_.restarts || is_running()) return;
    process_ = child(detail::started(what_));
    ++starts_;
    is_ready_ = false;
    began_ = now;
    say(hello_line(run_, what_.max_in_flight), now);
  }
  /// Queues an ask. It is written when there is room for it.
  void ask(ticket one) { queue_.push_back(one); }
  /// Writes what is queued, as far as there is room: `compose(ticket, id, start)` gives the lines of an ask; `start` is
  /// how often the process was started.
  template <typename Compose>
  void pump(Compose&& compose, time now) {
    if (queue_.empty()) return;
    if (!is_running()) start(now);
    if (!is_running()) {
      for (const auto one : std::exchange(queue_, {})) arrive(one, 0, {.what = trouble::died});
      return;
    }
    while (is_ready_ && !queue_.empty() && open_.size() < room_ && unwritten() < most_unwritten) {
      const ticket one = queue_.front();
      queue_.pop_front();
      const auto id = next_id_++;
      say(compose(one, id, starts_), now);
      open_.emplace(id, open_ask{one, said_, now, {}});
    }
  }
  /// A line that is no ask, for a process of that start alone.
  void tell(std::uint32_t start, const std::string& line, time now) {
    if (start == starts_ && is_running() && is_ready_) say(line, now);
  }

  /// Whether it runs: its files can be polled.
  [[nodiscard]] bool is_running() const noexcept { return process_.is_started(); }
  /// Whether it said `ready`.
  [[nodiscard]] bool is_ready() const noexcept { return is_running() && is_ready_; }
  /// Whether there is something to write.
  [[nodiscard]] bool has_unwritten() const noexcept { return unwritten() != 0; }
  /// Whether something is asked of it.
  [[nodiscard]] bool is_asked() const noexcept { return !queue_.empty() || !open_.empty(); }
  /// How often the process was started.
  [[nodiscard]] std::uint32_t starts() const noexcept { return starts_; }
  /// The process, to poll and to end.
  [[nodiscard]] child& process() noexcept { return process_; }
  /// What it is.
  [[nodiscard]] const player_command& command() const noexcept { return what_; }
  /// What it said of itself.
  [[nodiscard]] const player_account& account() const noexcept { return account_; }
  /// Why it could not be greeted.
  [[nodiscard]] greeting_fault fault() const noexcept { return fault_; }

  /// Writes what goes through.
  void write(time now) {
    while (unwritten() != 0) {
      std::string_view rest = std::string_view(out_).substr(written_in_out_);
      const auto before = rest.size();
      switch (process_.write(rest)) {
        case child::result::later: return;
        case child::result::over: return fall();
        case child::result::some: break;
      }
      written_in_out_ += before - rest.size();
      written_ += before - rest.size();
      progressed_ = now;
      if (written_in_out_ >= most_unwritten) out_.erase(0, std::exchange(written_in_out_, 0));
      for (auto at = open_.lower_bound(first_unwritten_); at != open_.end() && at->second.end <= written_; ++at) {
        at->second.written = now;
        first_unwritten_ = at->first + 1;
      }
    }
    out_.clear();
    written_in_out_ = 0;
  }
  /// Reads what is there, but no more than a few MiB at a time: others wait, too.
  void read(time now) {
    constexpr int most_reads = 32;
    for (int i = 0; i < most_reads; ++i) {
      const auto size = in_.size();
      const auto came = process_.read(in_);
      if (in_.size() != size) take_lines(size, now);
      if (!is_running() || came == child::result::later) return;
      if (came == child::result::over) return fall();
    }
  }
  /// When something is over next, whatever happens; `time::max()`: nothing is waited for.
  [[nodiscard]] time deadline() const noexcept {
    if (!is_running()) return time::max();
    if (!is_ready_) return began_ + std::chrono::milliseconds(what_.greeting_limit);
    if (!open_.empty()) {
      const auto& first = open_.begin()->second;
      const time from = first.written == time{} ? std::max(progressed_, first.said) : first.written;
      return from + std::chrono::milliseconds(what_.limit);
    }
    if (unwritten() >= most_unwritten) return progressed_ + std::chrono::milliseconds(what_.limit);
    return time::max();
  }
  /// Ends what is over by now.
  void expire(time now) {
    while (is_running() && deadline() <= now) {
      if (!is_ready_ || open_.empty()) {
        if (!is_ready_) fault_ = greeting_fault::timed_out;
        return fall();
      }
      const auto [id, one] = *open_.begin();
      open_.erase(open_.begin());
      arrive(one.of, id, {.what = trouble::timed_out});
      say(cancel_line(id), now);
    }
  }
  /// Asks what was asked no longer: an answer to it is passed over.
  void cancel(std::uint64_t id, time now) {
    if (open_.erase(id) == 0) return;
    cancelled_.insert(id);
    say(cancel_line(id), now);
  }

  /// What came since it was asked last.
  [[nodiscard]] std::vector<arrival> arrivals() { return std::exchange(arrivals_, {}); }
  /// What came that belongs to no ask since it was asked last: how often each.
  [[nodiscard]] std::array<std::uint64_t, trouble_count> strays() { return std::exchange(strays_, {}); }

  /// Says `bye` and closes its input.
  void say_bye() {
    if (!is_running()) return;
    if (is_ready_) say(bye_line(), clock::now());
    write(clock::now());
    if (is_running()) process_.close_input();
    out_.clear();
    written_in_out_ = 0;
    queue_.clear();
    for (const auto& [id, one] : std::exchange(open_, {})) cancelled_.insert(id);  // by an interrupt
  }

 private:
  struct open_ask {
    ticket of = 0;
    std::uint64_t end = 0;  ///< How many bytes were said up to its end.
    time said{};            ///< When it was said.
    time written{};         ///< When that was written; none: not yet.
  };
  /// With so much unwritten, nothing more is asked: it does not read.
  static constexpr std::size_t most_unwritten = std::size_t{1} << 20U;

  [[nodiscard]] std::size_t unwritten() const noexcept { return out_.size() - written_in_out_; }
  void say(const std::string& line, time now) {
    if (unwritten() == 0) progressed_ = now;
    out_ += line;
    said_ += line.size();
  }
  void arrive(ticket of, std::uint64_t id, reply came) { arrivals_.push_back({of, id, std::move(came)}); }
  /// The process is over: what it was asked has died, and what it was not asked yet is asked of the next one.
  void fall() {
    if (!is_ready_ && fault_ == greeting_fault::none) fault_ = greeting_fault::died;
    if (!is_ready_) starts_ = what_.restarts + 1;  // who cannot be greeted once is not greeted again
    process_.let_go();
    ended_.push_back(std::move(process_));
    process_ = child();
    for (const auto& [id, one] : std::exchange(open_, {})) arrive(one.of, id, {.what = trouble::died});
    out_.clear();
    in_.clear();
    written_in_out_ = 0;
    written_ = said_;
    first_unwritten_ = next_id_;
    is_in_long_line_ = false;
    cancelled_.clear();
  }
  /// Takes the whole lines of what was read, the last of which may end beyond `seen`.
  void take_lines(std::size_t seen, time now) {
    std::size_t first = 0;
    for (auto end = in_.find('\n', seen); end != std::string::npos && is_running(); end = in_.find('\n', first)) {
      const auto line = std::string_view(in_).substr(first, end - first);
      first = end + 1;
      if (std::exchange(is_in_long_line_, false)) continue;
      if (line.size() > longest_line) {
        blame(trouble::too_long);
      } else {
        take(line, now);
      }
    }
    if (!is_running()) return;
    in_.erase(0, first);
    if (in_.size() > longest_line) {
      if (!std::exchange(is_in_long_line_, true)) blame(trouble::too_long);
      in_.clear();
    }
  }
  void take(std::string_view line, time now) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto& read = reader_.read(line);
    if (!is_ready_) return greet(read, now);
    if (read.kind == message_kind::ready || (read.kind == message_kind::unreadable && !read.has_id))
      return blame(trouble::not_json);
    if (cancelled_.erase(read.id) != 0) return;
    const auto asked = open_.find(read.id);
    if (asked == open_.end()) {
      if (read.kind == message_kind::unreadable) return blame(trouble::not_json);
      if (read.id == 0 || read.id >= next_id_) return blame(trouble::unknown_id);
      ++strays_[static_cast<std::size_t>(trouble::late)];
      return;
    }
    const auto of = asked->second.of;
    open_.erase(asked);
    switch (read.kind) {
      case message_kind::say: return arrive(of, read.id, reply::of(read));
      case message_kind::fail: return arrive(of, read.id, {.what = trouble::failed});
      default: return arrive(of, read.id, {.what = trouble::not_json});
    }
  }
  void greet(const message& read, time now) {
    if (read.kind != message_kind::ready) {
      fault_ = greeting_fault::no_ready;
    } else if (!is_spoken(read.speaks)) {
      fault_ = greeting_fault::no_version;
    } else if (detail::tells_a_secret(what_, read.name) || detail::tells_a_secret(what_, read.version)) {
      fault_ = greeting_fault::tells_a_secret;
    } else {
      is_ready_ = true;
      progressed_ = now;
      account_ = {std::string(read.name), std::string(read.version), read.is_deterministic};
      room_ = static_cast<std::size_t>(std::min<std::uint64_t>(what_.max_in_flight, read.max_in_flight));
      return;
    }
    fall();
  }
  /// What names no ask that is open counts for the one that has waited longest, if there is one.
  void blame(trouble what) {
    if (!is_ready_) {
      fault_ = greeting_fault::no_ready;
      return fall();
    }
    if (open_.empty()) {
      ++strays_[static_cast<std::size_t>(what)];
      return;
    }
    const auto [id, one] = *open_.begin();
    open_.erase(open_.begin());
    arrive(one.of, id, {.what = what});
  }

  player_command what_;
  std::string run_;
  child process_;
  std::vector<child> ended_;  ///< Those that are told to end; they are waited for at the end.
  message_reader reader_;
  player_account account_;
  greeting_fault fault_ = greeting_fault::none;
  std::uint32_t starts_ = 0;
  bool is_ready_ = false;
  time began_{};
  std::size_t room_ = 1;

  std::string out_;
  std::size_t written_in_out_ = 0;
  std::uint64_t said_ = 0;     ///< How many bytes were said so far,
  std::uint64_t written_ = 0;  ///< and how many of them are written.
  time progressed_{};          ///< When some were written last, or there was nothing to write.

  std::string in_;
  bool is_in_long_line_ = false;

  std::deque<ticket> queue_;
  std::map<std::uint64_t, open_ask> open_;  ///< By id: in the order in which they were said.
  std::uint64_t next_id_ = 1;
  std::uint64_t first_unwritten_ = 1;
  std::set<std::uint64_t> cancelled_;
  std::vector<arrival> arrivals_;
  std::array<std::uint64_t, trouble_count> strays_{};
};

}  // namespace balint::players
