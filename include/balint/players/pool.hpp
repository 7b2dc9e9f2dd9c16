// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The players outside of a run: their processes, or the cassette that stands for them. For POSIX systems.
#include <balint/players/cassette.hpp>
#include <balint/players/command.hpp>
#include <balint/players/connection.hpp>
#include <balint/players/reply.hpp>
#include <balint/players/tally.hpp>
#include <balint/players/wire.hpp>

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::players {

/// Which player could not be greeted, and why.
struct not_greeted {
  std::size_t player = 0;                     ///< Which.
  greeting_fault why = greeting_fault::none;  ///< Why.
};

/// The players outside of a run, by number. Nothing is run without the permission, and nothing at all where a cassette
/// is replayed. A pool is used by one thread.
class player_pool {
 public:
  /// Players who are run. `run` is the name of the run, a pseudonym.
  player_pool(const std::vector<player_command>& commands, const std::string& run, permission may_run)
      : may_run_(may_run), tallies_(commands.size()) {
    live_.reserve(commands.size());
    for (const auto& one : commands) live_.emplace_back(one, run);
  }
  /// Players who were recorded.
  explicit player_pool(cassette recorded) : replayed_(std::move(recorded)), tallies_(replayed_->players().size()) {
    for (std::size_t i = 0; i < tallies_.size(); ++i) tallies_[i].troubles = replayed_->strays(i);
  }
  player_pool(const player_pool&) = delete;
  player_pool& operator=(const player_pool&) = delete;
  ~player_pool() { finish(); }

  /// Starts the players and greets them, or says who cannot be greeted, so that no session begins. Then a cassette is
  /// begun in a stream that stays open, if there is one.
  [[nodiscard]] std::expected<void, not_greeted> greet(std::FILE* cassette_to = nullptr) {
    if (!live_.empty() && may_run_ != permission::given)
      return std::unexpected(not_greeted{0, greeting_fault::not_allowed});
    const auto now = connection::clock::now();
    for (auto& one : live_) one.start(now);
    while (std::ranges::any_of(live_, [](const connection& one) { return one.is_running() && !one.is_ready(); }))
      poll_once();
    for (std::size_t i = 0; i < live_.size(); ++i) {
      if (!live_[i].is_ready()) return std::unexpected(not_greeted{i, live_[i].fault()});
    }
    if (cassette_to != nullptr) {
      records_ = cassette_writer(cassette_to);
      records_.begin(accounts());
    }
    return {};
  }

  /// How many players there are.
  [[nodiscard]] std::size_t size() const noexcept { return tallies_.size(); }
  /// What they say of themselves.
  [[nodiscard]] std::vector<player_account> accounts() const {
    if (replayed_) return replayed_->players();
    std::vector<player_account> all;
    for (const auto& one : live_) all.push_back(one.account());
    return all;
  }
  /// The counts of a player. What a process wrote that answers nothing is in them once the pool is finished.
  [[nodiscard]] player_tally& tally(std::size_t player) noexcept { return tallies_[player]; }
  /// How long a player may take for an answer, in milliseconds.
  [[nodiscard]] std::uint32_t limit(std::size_t player) const noexcept {
    return replayed_ ? player_command{}.limit : live_[player].command().limit;
  }
  /// Whether something was asked that the cassette has no answer to: it is of another scenario or version.
  [[nodiscard]] bool is_off_cassette() const noexcept { return unanswered_.has_value(); }
  /// What that was.
  [[nodiscard]] const std::optional<answer_key>& unanswered() const noexcept { return unanswered_; }
  /// Whether the cassette could be written so far.
  [[nodiscard]] bool is_recorded() const noexcept { return records_.is_sound(); }
  /// By what the same sessions are had again: `cassette`; `seed`, where all players say that they are deterministic and
  /// nothing depended on time; else `no`.
  [[nodiscard]] std::string_view reproducible_by() const {
    if (replayed_ || records_.is_recording()) return "cassette";
    const auto depends_on_time = [](const player_tally& one) {
      return one.of(trouble::died) + one.of(trouble::timed_out) + one.of(trouble::late) != 0;
    };
    return std::ranges::all_of(accounts(), &player_account::is_deterministic) &&
                   std::ranges::none_of(tallies_, depends_on_time)
               ? "seed"
               : "no";
  }

  /// Asks a player.
  void ask(std::size_t player, ticket of, const answer_key& what) {
    if (!replayed_) return live_[player].ask(of);
    const reply* const came = replayed_->find(what);
    if (came != nullptr) {
      played_.push_back({of, 0, *came});
    } else if (!unanswered_) {
      unanswered_ = what;
    }
  }
  /// Records what came of an ask, as the session understood it.
  void record(const answer_key& what, const reply& came) { records_.answer(what, came); }
  /// Says something that is no ask to the process of a player that was started for the so manieth time.
  void tell(std::size_t player, std::uint32_t start, const std::string& line) {
    if (!replayed_) live_[player].tell(start, line, connection::clock::now());
  }
  /// The same to the process that runs now.
  void tell_now(std::size_t player, const std::string& line) {
    if (!replayed_) tell(player, live_[player].starts(), line);
  }

  /// Waits for answers, and delivers those that came: `deliver(arrival)`. What has not been asked yet is asked as soon
  /// as there is room for it; `compose(ticket, id, start)` gives its lines. False: nobody is asked anything.
  template <typename Compose, typename Deliver>
  bool wait(Compose&& compose, Deliver&& deliver) {
    if (replayed_) {
      for (const auto& one : std::exchange(played_, {})) deliver(one);
      return !played_.empty();
    }
    for (auto& one : live_) one.pump(compose, connection::clock::now());
    if (!deliver_from_all(deliver)) {
      if (std::ranges::none_of(live_, [](const connection& one) { return one.is_asked(); })) return false;
      poll_once();
      deliver_from_all(deliver);
    }
    return true;
  }

  /// Says `bye` to everybody, and ends those who do not end.
  void finish() {
    if (std::exchange(is_finished_, true)) return;
    std::uint32_t grace = 0;
    for (auto& one : live_) {
      one.say_bye();
      grace = std::max(grace, one.command().grace);
    }
    // What they still write is counted; whoever closes the output ends.
    const auto until = connection::clock::now() + std::chrono::milliseconds(grace);
    while (connection::clock::now() < until && std::ranges::any_of(live_, &connection::is_running)) poll_once(until);
    for (auto& one : live_) one.process().let_go();
    for (auto& one : live_) one.process().let_go();
    for (auto& one : live_) one.process().stop();
    for (std::size_t i = 0; i < live_.size(); ++i) {
      const auto strays = live_[i].strays();
      for (std::size_t k = 0; k < trouble_count; ++k) {
        tallies_[i].troubles[k] += strays[k];
        if (strays[k] != 0) records_.strays(i, static_cast<trouble>(k), strays[k]);
      }
    }
  }

 private:
  template <typename Deliver>
  bool deliver_from_all(Deliver& deliver) {
    bool is_any = false;
    for (auto& one : live_) {
      for (const auto& each : one.arrivals()) {
        is_any = true;
        deliver(each);
      }
    }
    return is_any;
  }
  /// Waits until something can be read or written or is over, or until then, and does that.
  void poll_once(connection::time until = connection::time::max()) {
    std::vector<pollfd> files;
    for (auto& one : live_) {
      until = std::min(until, one.deadline());
      files.push_back({one.is_running() ? one.process().output() : -1, POLLIN, 0});
      files.push_back({one.is_running() && one.has_unwritten() ? one.process().input() : -1, POLLOUT, 0});
    }
    constexpr std::int64_t longest = 60'000;
    std::int64_t wait = longest;
    if (until != connection::time::max()) {
      const auto left = until - connection::clock::now();
      wait = std::clamp<std::int64_t>(std::chrono::ceil<std::chrono::milliseconds>(left).count(), 0, longest);
    }
    ::poll(files.data(), static_cast<nfds_t>(files.size()), static_cast<int>(wait));
    const auto now = connection::clock::now();
    for (std::size_t i = 0; i < live_.size(); ++i) {
      // Reading comes first: what was answered in time is in time.
      if (files[2 * i].revents != 0 && live_[i].is_running()) live_[i].read(now);
      if (files[2 * i + 1].revents != 0 && live_[i].is_running()) live_[i].write(now);
      live_[i].expire(now);
    }
  }

  permission may_run_ = permission::denied;
  std::vector<connection> live_;
  std::optional<cassette> replayed_;
  std::deque<connection::arrival> played_;
  std::vector<player_tally> tallies_;
  cassette_writer records_;
  std::optional<answer_key> unanswered_;
  bool is_finished_ = false;
};

}  // namespace balint::players
