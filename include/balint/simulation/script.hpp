// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Scripts: a participant who is a coroutine.
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>
#include <balint/session/session.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/moment.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/id.hpp>

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace balint::simulation {

/// What a script waits for: that something is so in what it sees.
template <protocol P>
struct until {
  /// Whether it is so; none: at once.
  std::function<bool(const view<P>&)> holds;
};

/// A coroutine that plays a participant: `co_await until<P>{…}` waits until something is so, and `co_yield choice` does
/// something as soon as it is legal. Both come back with what is seen then, which is valid until the next of them.
/// @snippet script_a_participant.cpp script
template <protocol P>
class script {
 public:
  /// What the compiler asks for.
  class promise_type {
   public:
    /// What the language asks of a coroutine.
    [[nodiscard]] script get_return_object() noexcept {
      return script(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    /// What the language asks of a coroutine.
    [[nodiscard]] std::suspend_always initial_suspend() const noexcept { return {}; }
    /// What the language asks of a coroutine.
    [[nodiscard]] std::suspend_always final_suspend() const noexcept { return {}; }
    /// What the language asks of a coroutine.
    void unhandled_exception() noexcept { thrown_ = std::current_exception(); }
    /// What the language asks of a coroutine.
    void return_void() const noexcept {}
    /// What the language asks of a coroutine.
    [[nodiscard]] auto yield_value(choice<P> next) noexcept {
      next_ = next;
      return sight{this};
    }
    /// What the language asks of a coroutine.
    [[nodiscard]] auto await_transform(until<P> what) {
      awaited_ = std::move(what);
      return sight{this};
    }

   private:
    friend script;
    struct sight {
      promise_type* of;
      [[nodiscard]] bool await_ready() const noexcept { return false; }
      void await_suspend(std::coroutine_handle<>) const noexcept {}
      const view<P>& await_resume() const noexcept { return *of->seen_; }
    };

    std::optional<choice<P>> next_;
    std::optional<until<P>> awaited_;
    const view<P>* seen_ = nullptr;
    std::exception_ptr thrown_;
  };

  /// Takes the script over.
  script(script&& other) noexcept : running_(std::exchange(other.running_, nullptr)) {}
  /// Takes the script over.
  script& operator=(script&& other) noexcept {
    std::swap(running_, other.running_);
    return *this;
  }
  script(const script&) = delete;
  script& operator=(const script&) = delete;
  ~script() {
    if (running_) running_.destroy();
  }

  /// Goes on as far as it can with what is seen now; `done` is what oneself has just done, or silence. What a script
  /// throws leaves it, and ends the script.
  void go_on(const view<P>& seen, const choice<P>& done) {
    auto& promise = running_.promise();
    promise.seen_ = &seen;
    if (promise.next_ && *promise.next_ == done) promise.next_.reset();
    while (!running_.done() && !promise.next_) {
      if (promise.awaited_ && promise.awaited_->holds && !promise.awaited_->holds(seen)) return;
      promise.awaited_.reset();
      running_.resume();
      if (promise.thrown_) std::rethrow_exception(std::exchange(promise.thrown_, nullptr));
    }
  }
  /// What it will do as soon as that is legal; nothing while it waits, and once it has ended.
  [[nodiscard]] const std::optional<choice<P>>& next() const noexcept { return running_.promise().next_; }
  /// Whether it has ended.
  [[nodiscard]] bool is_through() const noexcept { return running_.done(); }

 private:
  explicit script(std::coroutine_handle<promise_type> running) noexcept : running_(running) {}

  std::coroutine_handle<promise_type> running_;
};

/// Plays a script, and then as Then does. A coroutine cannot be copied, but a session is: so nothing is kept from one
/// question to the next. The script is run again from the start of the session each time, with what it saw after each
/// event of the record. Replay and fork follow by themselves; a future that was forked has a record of its own.
///
/// A script that is always the same when it sees the same is what makes this so: it draws nothing and reads no clock.
/// Time stands still for it between events.
template <protocol P, typename Then>
class script_player {
 public:
  /// A script of a person of a group, with the record of the session: the caller appends each event, and keeps it
  /// alive. `pace` is how soon the next act is done once it is legal.
  script_player(std::function<script<P>()> begin, const group<P>& people, const std::vector<event<P>>& record,
                simulation::eagerness pace = simulation::eagerness::once_in(2'000), Then then = {})
      : begin_(std::move(begin)), people_(people), record_(&record), pace_(pace), then_(std::move(then)) {}

  /// How much it wants the floor.
  [[nodiscard]] simulation::eagerness eagerness(const view<P>& seen) const {
    const auto now = run(seen);
    if (now.is_through) return then_.eagerness(seen);
    return now.next && seen.is_legal(*now.next) ? pace_ : simulation::eagerness::none();
  }
  /// What it does with the floor.
  template <typename Draws>
  [[nodiscard]] choice<P> decide(const view<P>& seen, Draws& from) const {
    const auto now = run(seen);
    if (now.is_through) return then_.decide(seen, from);
    return now.next ? *now.next : choice<P>::silence();
  }
  /// How many milliseconds that takes.
  template <typename Draws>
  [[nodiscard]] std::uint32_t hold(const view<P>& seen, choice<P> what, Draws& from) const {
    return then_.hold(seen, what, from);
  }

 private:
  struct state {
    std::optional<choice<P>> next;
    bool is_through = false;
  };
  /// Runs the script from the start of the session to the last event that the person asked has seen. A record that is
  /// too short for that is a script that has not begun.
  [[nodiscard]] state run(const view<P>& asked) const {
    if (record_->size() < asked.events()) return {};
    session<P> now(people_);
    moment<P> seen;
    seen.look_at(now);
    auto running = begin_();
    const view<P> sight(now, seen, asked.self());
    running.go_on(sight, choice<P>::silence());
    for (std::size_t i = 0; i < asked.events(); ++i) {
      const event<P>& e = (*record_)[i];
      const auto stage = now.stage();
      if (!now.attempt(e)) continue;
      seen.accepted(e, now, now.stage() != stage);
      seen.had_floor(e.by);
      running.go_on(sight, e.by == asked.self() ? choice<P>{e.act, e.target()} : choice<P>::silence());
    }
    return {running.next(), running.is_through()};
  }

  std::function<script<P>()> begin_;
  group<P> people_;
  const std::vector<event<P>>* record_;
  simulation::eagerness pace_;
  Then then_;
};

}  // namespace balint::simulation
