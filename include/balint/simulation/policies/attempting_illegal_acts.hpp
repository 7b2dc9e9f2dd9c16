// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A player who also tries what the session refuses: to see what a session, a log or a checker makes of it.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/random/draw.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/provenance.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/target.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace balint::simulation {

/// Plays as Policy does, and beside that takes the floor at a rate of its own and tries an act that is not legal.
template <protocol P, typename Policy>
class attempting_illegal_acts {
 public:
  /// So often, beside that policy.
  constexpr explicit attempting_illegal_acts(simulation::eagerness attempts = simulation::eagerness::once_in(60'000),
                                             Policy beside = {})
      : attempts_(attempts), beside_(std::move(beside)) {}

  /// How much it wants the floor.
  [[nodiscard]] constexpr simulation::eagerness eagerness(const view<P>& seen) const {
    return beside_.eagerness(seen) + (seen.is_present() ? attempts_ : simulation::eagerness::none());
  }
  /// What it does with the floor.
  template <typename Draws>
  [[nodiscard]] choice<P> decide(const view<P>& seen, Draws& from) const {
    const std::uint32_t weights[]{beside_.eagerness(seen).weight, seen.is_present() ? attempts_.weight : 0};
    if (random::categorical(from.act, std::span<const std::uint32_t>(weights)) == 0) return beside_.decide(seen, from);
    return attempt_something(seen, from);
  }
  /// How many milliseconds that takes.
  template <typename Draws>
  [[nodiscard]] std::uint32_t hold(const view<P>& seen, choice<P> what, Draws& from) const {
    return beside_.hold(seen, what, from);
  }

 private:
  /// The first act that is not legal, from one that is drawn on, on a target that is drawn; silence where all are
  /// legal.
  template <typename Draws>
  [[nodiscard]] static choice<P> attempt_something(const view<P>& seen, Draws& from) {
    constexpr auto n = static_cast<std::uint32_t>(act_count<P>);
    const auto first = random::below(from.act, n);
    const auto bits = from.target.bits32();
    for (std::uint32_t i = 0; i < n; ++i) {
      const act_id<P> act{static_cast<std::uint16_t>((first + i) % n)};
      const choice<P> what{act, target_from(seen, target_of<P>(act), bits)};
      if (!seen.is_legal(what)) return what;
    }
    return choice<P>::silence();
  }
  /// A target of that kind, which may be one too many.
  [[nodiscard]] static target target_from(const view<P>& seen, target_kind kind, std::uint64_t bits) {
    const auto of = [bits](std::uint64_t n) { return (bits * n) >> 32U; };
    const person_id who{static_cast<std::uint8_t>(of(seen.group_size()))};
    switch (kind) {
      case target_kind::none: break;
      case target_kind::option: return option_id{static_cast<std::uint16_t>(of(seen.option_count() + 1) + 1)};
      case target_kind::rule: return rule_id{static_cast<std::uint8_t>(of(rules_of<P>::size))};
      case target_kind::case_of: return case_id{who};
      case target_kind::person: return who;
    }
    return {};
  }

  simulation::eagerness attempts_;
  Policy beside_;
};

/// The parameters of attempting illegal acts in words, with where their defaults come from.
inline constexpr parameter attempting_illegal_acts_parameters[]{
    {"attempts", "how often something is attempted that is not legal", {origin::assumed, {}}}};

}  // namespace balint::simulation
