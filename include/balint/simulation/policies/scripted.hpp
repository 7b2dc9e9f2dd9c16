// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Players who do what is written down: a script of one person, or a recorded session.
#include <balint/protocol/concepts.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/view.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

namespace balint::simulation {

/// Does one act after the other, each as soon as it is legal, and then plays as Then does. Where the next act never
/// becomes legal, nothing more is done. The caller keeps the script alive.
template <protocol P, typename Then>
class scripted {
 public:
  /// These acts, each once in so long after it is legal, then that policy.
  constexpr explicit scripted(std::span<const choice<P>> acts,
                              simulation::eagerness pace = simulation::eagerness::once_in(2'000), Then then = {})
      : acts_(acts), pace_(pace), then_(std::move(then)) {}

  /// How much it wants the floor.
  [[nodiscard]] constexpr simulation::eagerness eagerness(const view<P>& seen) const {
    if (is_through(seen)) return then_.eagerness(seen);
    return seen.is_legal(acts_[seen.own_events()]) ? pace_ : simulation::eagerness::none();
  }
  /// What it does with the floor.
  template <typename Draws>
  [[nodiscard]] choice<P> decide(const view<P>& seen, Draws& from) const {
    return is_through(seen) ? then_.decide(seen, from) : acts_[seen.own_events()];
  }
  /// How many milliseconds that takes.
  template <typename Draws>
  [[nodiscard]] std::uint32_t hold(const view<P>& seen, choice<P> what, Draws& from) const {
    return then_.hold(seen, what, from);
  }

 private:
  [[nodiscard]] constexpr bool is_through(const view<P>& seen) const noexcept {
    return seen.own_events() >= acts_.size();
  }

  std::span<const choice<P>> acts_;
  simulation::eagerness pace_;
  Then then_;
};

/// Plays a recorded session again, event for event and at the same times: for everybody. Events without a time take
/// none. The session says whether they are legal; after the last one nobody wants the floor. The caller keeps them
/// alive.
template <protocol P>
class replay {
 public:
  /// These events.
  constexpr explicit replay(std::span<const event<P>> events) noexcept : events_(events) {}

  /// How much it wants the floor: at once, if its event is the next.
  [[nodiscard]] constexpr simulation::eagerness eagerness(const view<P>& seen) const noexcept {
    const bool is_next = seen.events() < events_.size() && events_[seen.events()].by == seen.self();
    return is_next ? simulation::eagerness{simulation::eagerness::most} : simulation::eagerness::none();
  }
  /// The next event's act.
  template <typename Draws>
  [[nodiscard]] constexpr choice<P> decide(const view<P>& seen, Draws&) const noexcept {
    const event<P>& e = events_[seen.events()];
    return {e.act, e.target()};
  }
  /// As long as it takes until the next event's time.
  template <typename Draws>
  [[nodiscard]] constexpr std::uint32_t hold(const view<P>& seen, choice<P>, Draws&) const noexcept {
    const instant at = events_[seen.events()].at;
    if (at == unstated || at <= seen.now()) return 0;
    const auto rest = (at - seen.now()).milliseconds;
    constexpr auto most = std::numeric_limits<std::uint32_t>::max();
    return rest < 0 || rest > std::int64_t{most} ? most : static_cast<std::uint32_t>(rest);
  }

 private:
  std::span<const event<P>> events_;
};

}  // namespace balint::simulation
