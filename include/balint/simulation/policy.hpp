// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a policy is, and players whose policies are known at compile time or at run time.
#include <balint/protocol/concepts.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/draws.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>

#include <concepts>
#include <cstdint>
#include <utility>

namespace balint::simulation {

/// A policy has three answers: how much it wants the floor, what it does when it has it, and how many milliseconds that
/// takes. It keeps nothing from one question to the next: what it knows is the view, so that a session can be replayed
/// and forked at any event. `eagerness` draws nothing.
template <typename T, typename P, typename Draws = draws>
concept policy = protocol<P> && requires(const T& one, const view<P>& seen, choice<P> what, Draws& from) {
  { one.eagerness(seen) } -> std::same_as<eagerness>;
  { one.decide(seen, from) } -> std::same_as<choice<P>>;
  { one.hold(seen, what, from) } -> std::convertible_to<std::uint32_t>;
};

/// A policy that tells leading from talking: what it wants for itself and what it wants as the leader have a clock
/// each, and it is told which of them ran out. Together they are `eagerness`.
template <typename T, typename P, typename Draws = draws>
concept policy_with_drives =
    policy<T, P, Draws> && requires(const T& one, const view<P>& seen, drive why, Draws& from) {
      { one.drives(seen) } -> std::same_as<drives>;
      { one.decide(seen, why, from) } -> std::same_as<choice<P>>;
    };

/// A policy behind a virtual call.
template <protocol P>
class player {
 public:
  player() = default;
  player(const player&) = delete;
  player& operator=(const player&) = delete;
  virtual ~player() = default;

  /// How much it wants the floor.
  [[nodiscard]] virtual simulation::eagerness eagerness(const view<P>& seen) const = 0;
  /// What it does with the floor.
  [[nodiscard]] virtual choice<P> decide(const view<P>& seen, draws& from) const = 0;
  /// How many milliseconds that takes.
  [[nodiscard]] virtual std::uint32_t hold(const view<P>& seen, choice<P> what, draws& from) const = 0;

  /// How much it wants the floor for each reason: all of it for itself, unless it tells leading from talking.
  [[nodiscard]] virtual simulation::drives drives(const view<P>& seen) const {
    return {eagerness(seen), simulation::eagerness::none()};
  }
  /// What it does with the floor for that reason.
  [[nodiscard]] virtual choice<P> decide(const view<P>& seen, drive, draws& from) const { return decide(seen, from); }
};

/// Any policy as a player.
template <protocol P, policy<P> Policy>
class player_of final : public player<P> {
 public:
  /// The player of a policy.
  explicit player_of(Policy kept) : kept_(std::move(kept)) {}
  [[nodiscard]] simulation::eagerness eagerness(const view<P>& seen) const override { return kept_.eagerness(seen); }
  [[nodiscard]] choice<P> decide(const view<P>& seen, draws& from) const override { return kept_.decide(seen, from); }
  [[nodiscard]] std::uint32_t hold(const view<P>& seen, choice<P> what, draws& from) const override {
    return kept_.hold(seen, what, from);
  }
  [[nodiscard]] simulation::drives drives(const view<P>& seen) const override {
    if constexpr (policy_with_drives<Policy, P>) {
      return kept_.drives(seen);
    } else {
      return player<P>::drives(seen);
    }
  }
  [[nodiscard]] choice<P> decide(const view<P>& seen, drive why, draws& from) const override {
    if constexpr (policy_with_drives<Policy, P>) {
      return kept_.decide(seen, why, from);
    } else {
      return kept_.decide(seen, from);
    }
  }

 private:
  Policy kept_;
};

/// One policy for everybody, held statically.
template <typename Policy>
struct everybody {
  /// The policy.
  Policy plays;
  /// The policy of a person.
  [[nodiscard]] constexpr const Policy& operator[](person_id) const noexcept { return plays; }
};

/// A policy of one type for each person, held statically; their parameters may differ.
template <typename Policy>
struct each_person {
  /// The policies, in the order of the group.
  plain_array<Policy, max_people> plays{};
  /// The policy of a person.
  [[nodiscard]] constexpr const Policy& operator[](person_id who) const noexcept { return plays[who.index]; }
};

/// Somebody who never wants the floor.
template <protocol P>
class silent_player final : public player<P> {
 public:
  [[nodiscard]] simulation::eagerness eagerness(const view<P>&) const override { return simulation::eagerness::none(); }
  [[nodiscard]] choice<P> decide(const view<P>&, draws&) const override { return choice<P>::silence(); }
  [[nodiscard]] std::uint32_t hold(const view<P>&, choice<P>, draws&) const override { return 0; }
};

/// A player for each person, known at run time; the caller keeps them alive. Anyone without one is silent.
template <protocol P>
struct company {
  /// The players, in the order of the group.
  plain_array<const player<P>*, max_people> plays{};
  /// The player of a person.
  [[nodiscard]] const player<P>& operator[](person_id who) const noexcept {
    static const silent_player<P> silent;
    const auto* const plays_so = plays[who.index & 63U];
    return plays_so == nullptr ? silent : *plays_so;
  }
};

}  // namespace balint::simulation
