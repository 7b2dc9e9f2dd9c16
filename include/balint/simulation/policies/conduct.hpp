// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The policies that ship for people: who talks, leads and supervises as the session has it, in one.
#include <balint/protocol/concepts.hpp>
#include <balint/random/draw.hpp>
#include <balint/simulation/choice.hpp>
#include <balint/simulation/policies/detail/acting.hpp>
#include <balint/simulation/eagerness.hpp>
#include <balint/simulation/policies/holding.hpp>
#include <balint/simulation/policies/leading.hpp>
#include <balint/simulation/policies/supervising.hpp>
#include <balint/simulation/policies/talking.hpp>
#include <balint/simulation/view.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace balint::simulation {

/// A person who does what the session lets this person do: talks as a participant, leads while being the acting leader,
/// observes as a supervisor. No policy makes a session better for anybody: there is no such thing here.
template <protocol P>
class conduct {
 public:
  /// With the defaults: `willing`.
  constexpr conduct() noexcept = default;
  /// With these parameters.
  constexpr explicit conduct(const talking<P>& talks, const leading& leads = {}, const supervising& supervises = {},
                             const holding<P>& holds = {}) noexcept
      : talks_(talks), leads_(leads), supervises_(supervises), holds_(holds) {}

  /// How much it wants the floor.
  [[nodiscard]] constexpr simulation::eagerness eagerness(const view<P>& seen) const noexcept {
    const auto all = drives(seen);
    return all.own + all.lead;
  }
  /// How much it wants the floor for itself, and how much to lead.
  [[nodiscard]] constexpr simulation::drives drives(const view<P>& seen) const noexcept {
    simulation::drives all{talks_.eagerness(seen), {}};
    if (seen.leads()) all.lead = detail::intentions_of(leads_, seen).sum();
    if (seen.may_observe()) all.own = all.own + supervises_.observes;
    return all;
  }
  /// What it does with the floor for that reason.
  template <typename Draws>
  [[nodiscard]] choice<P> decide(const view<P>& seen, drive why, Draws& from) const {
    if (why == drive::lead) return detail::lead(leads_, seen, from);
    if (!seen.may_observe()) return talks_.decide(seen, from);
    const std::uint32_t weights[]{talks_.eagerness(seen).weight, supervises_.observes.weight};
    const auto which = random::categorical(from.act, std::span<const std::uint32_t>(weights));
    return which == 1 ? detail::observe(seen, from) : talks_.decide(seen, from);
  }
  /// What it does with the floor, whatever for: as it talks, leads or supervises, in proportion to how much it wants
  /// each.
  template <typename Draws>
  [[nodiscard]] choice<P> decide(const view<P>& seen, Draws& from) const {
    const auto talk = talks_.eagerness(seen);
    const auto lead = seen.leads() ? detail::intentions_of(leads_, seen).sum() : simulation::eagerness::none();
    const auto watch = seen.may_observe() ? supervises_.observes : simulation::eagerness::none();
    const std::uint32_t weights[]{talk.weight, lead.weight, watch.weight};
    const auto which =
        lead.weight + watch.weight == 0 ? 0 : random::categorical(from.act, std::span<const std::uint32_t>(weights));
    if (which == 1) return detail::lead(leads_, seen, from);
    if (which == 2) return detail::observe(seen, from);
    return talks_.decide(seen, from);
  }
  /// How many milliseconds that takes.
  template <typename Draws>
  [[nodiscard]] std::uint32_t hold(const view<P>&, choice<P> what, Draws& from) const noexcept {
    return holds_(what, from);
  }

 private:
  talker<P> talks_;
  leading leads_{};
  supervising supervises_{};
  holding<P> holds_{};
};

/// How somebody talks who speaks a quarter as often where nothing waits, and lets one turn in five go by.
template <protocol P>
[[nodiscard]] constexpr talking<P> talking_seldom() noexcept {
  talking<P> so;
  so.base = log_weight::of(-3.4);
  so.open = log_weight::of(2.2);
  so.passes = random::probability::of(1, 5);
  return so;
}
/// How somebody talks who speaks four times as often, and again after whoever speaks.
template <protocol P>
[[nodiscard]] constexpr talking<P> talking_often() noexcept {
  talking<P> so;
  so.base = log_weight::of(-0.6);
  so.again = log_weight::of(2.0);
  so.recent = log_weight::of(1.0);
  return so;
}

/// Says what is there to say.
template <protocol P>
[[nodiscard]] constexpr conduct<P> willing(const leading& leads = {}) noexcept {
  return conduct<P>(talking<P>{}, leads);
}
/// Talks as `talking_seldom` has it.
template <protocol P>
[[nodiscard]] constexpr conduct<P> seldom_speaking(const leading& leads = {}) noexcept {
  return conduct<P>(talking_seldom<P>(), leads);
}
/// Talks as `talking_often` has it.
template <protocol P>
[[nodiscard]] constexpr conduct<P> often_speaking(const leading& leads = {}) noexcept {
  return conduct<P>(talking_often<P>(), leads);
}

}  // namespace balint::simulation
