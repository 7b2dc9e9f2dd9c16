// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Many sessions with players outside at once.
#include <balint/players/asked_session.hpp>
#include <balint/players/connection.hpp>
#include <balint/players/lines.hpp>
#include <balint/players/pool.hpp>
#include <balint/players/reply.hpp>
#include <balint/players/wire.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/simulation/outcome.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace balint::players {

namespace detail {

/// Plays sessions side by side.
template <typename Session, typename Make, typename Done>
class side_by_side {
 public:
  side_by_side(player_pool& pool, std::uint64_t first, std::uint64_t end, std::size_t at_once, Make& make, Done& done)
      : pool_(pool), next_(first), end_(end), first_kept_(first), slots_(at_once), make_(make), done_(done) {}

  bool run(const std::atomic<bool>* interrupted) {
    begin_more();
    const auto compose = [this](ticket of, std::uint64_t id, std::uint32_t start) {
      Session& one = *slot(of).session;
      return one.lines(id, start, pool_.limit(one.player()));
    };
    while ((interrupted == nullptr || !*interrupted) && !pool_.is_off_cassette() &&
           pool_.wait(compose, [this](const connection::arrival& came) { take(came); })) {
    }
    return !pool_.is_off_cassette() && first_kept_ == end_;
  }

 private:
  struct slot_of {
    std::unique_ptr<Session> session;
    bool is_over = false;
  };
  [[nodiscard]] slot_of& slot(std::uint64_t number) { return slots_[number % slots_.size()]; }

  /// Begins sessions where there is room; those that are over are handed out in their order.
  void begin_more() {
    while (first_kept_ < end_) {
      if (next_ < end_ && next_ - first_kept_ < slots_.size()) {
        const auto number = next_++;
        slot(number) = {make_(number), false};
        go_on(number);
      } else if (slot(first_kept_).is_over) {
        slot_of& over = slot(first_kept_);
        done_(first_kept_++, std::as_const(*over.session));
        over = {};
      } else {
        return;
      }
    }
  }
  void go_on(std::uint64_t number) {
    slot_of& at = slot(number);
    if (at.session->advance() != nobody) return pool_.ask(at.session->player(), number, at.session->key());
    at.is_over = true;
    at.session->each_who_knows_it([&](std::size_t player, std::uint32_t start) {
      pool_.tell(player, start, end_line(at.session->name(), simulation::name_of(at.session->result().why)));
    });
  }
  void take(const connection::arrival& came) {
    Session& one = *slot(came.of).session;
    const auto player = one.player();
    const auto key = one.key();
    const auto result = one.take(came.came);
    pool_.record(key, result.recorded);
    pool_.tally(player).count(result);
    if (came.id != 0 && (result.what == trouble::refused || result.what == trouble::unknown_act)) {
      const auto rule =
          result.rule == no_rule ? std::string_view() : name_of<typename Session::protocol_type>(result.rule);
      pool_.tell_now(player, reject_line(came.id, balint::name_of(result.why), rule, result.attempts_left));
    }
    go_on(came.of);
    begin_more();
  }

  player_pool& pool_;
  std::uint64_t next_;
  std::uint64_t end_;
  std::uint64_t first_kept_;  ///< The first that was not handed out.
  std::vector<slot_of> slots_;
  Make& make_;
  Done& done_;
};

}  // namespace detail

/// Plays the sessions first … end - 1 with the players of a pool, at most so many at once: `make(number)` makes one
/// (`std::unique_ptr<asked_session<…>>`), and `done(number, session)` takes each that is over, in their order, whatever
/// the order of the answers. False: the pool's cassette is one of something else, or this was interrupted meanwhile.
template <typename Make, typename Done>
[[nodiscard]] bool play_sessions(player_pool& pool, std::uint64_t first, std::uint64_t end, std::size_t at_once,
                                 Make make, Done done, const std::atomic<bool>* interrupted = nullptr) {
  using session = typename decltype(make(first))::element_type;
  detail::side_by_side<session, Make, Done> all(pool, first, end, at_once == 0 ? 1 : at_once, make, done);
  return all.run(interrupted);
}

}  // namespace balint::players
