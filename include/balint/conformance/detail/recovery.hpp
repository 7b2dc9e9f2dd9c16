// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Recovery: how a judge goes on after a refusal, so that one fault is one finding.
#include <balint/session/detail/engine_access.hpp>
#include <balint/session/session.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/event.hpp>

#include <cstdint>

namespace balint::detail {

/// What an event came to.
enum class outcome : std::uint8_t {
  accepted,  ///< It stood as it was, perhaps after a skip or with the presenter taken from the story.
  forced,    ///< It took effect although it was refused.
  ignored,   ///< It changed nothing.
};

/// Whether an act takes effect although it is refused, whatever its target: who moves on does, as do those whose fault
/// lies in what is missing.
[[nodiscard]] constexpr bool is_forced(code why, effect does) noexcept {
  switch (why) {
    case code::wrong_role: return does == effect::advances || does == effect::closes;
    case code::flag_open:
    case code::supervisor_absent:
    case code::stage_incomplete:
    case code::not_supported:
    case code::leader_is_presenter: return true;
    default: return false;
  }
}

/// A session that goes on after refusals. Each refusal is reported before it is recovered from.
template <protocol P>
class recovery {
 public:
  constexpr explicit recovery(const group<P>& people) noexcept : session_(people) {}

  [[nodiscard]] constexpr const session<P>& now() const noexcept { return session_; }
  /// Whether an act that carries the stage took effect in it, or somebody passed.
  [[nodiscard]] constexpr bool is_stage_worked() const noexcept {
    return engine().remembered().worked != 0 || engine().remembered().passed != 0;
  }

  /// Applies an event, reporting every refusal by `report(code)`.
  template <typename Report>
  constexpr outcome apply(const event<P>& e, Report report) {
    const code why = engine().attempt(e);
    if (why == no_refusal) return outcome::accepted;
    if (is_story_of_presenter(why, e)) {
      engine().present(e.by);
      return apply(e, report);
    }
    report(why);
    const auto does = e.act.index < act_count<P> ? engine().tables.acts[e.act.index].does : effect::none;
    if (why == code::wrong_stage) return from_wrong_stage(e, does, report);
    const bool is_early_selection =
        why == code::too_early && does == effect::selects_case && engine().is_open_case(e.target);
    return is_early_selection || is_forced(why, does) ? force(e) : outcome::ignored;
  }

 private:
  [[nodiscard]] constexpr detail::engine<P>& engine() noexcept { return engine_access::of(session_); }
  [[nodiscard]] constexpr const detail::engine<P>& engine() const noexcept { return engine_access::of(session_); }

  constexpr outcome force(const event<P>& e) noexcept {
    engine().commit(e);
    return outcome::forced;
  }
  /// The selection is missing from the trace: the person who tells the story shows whose case it is.
  [[nodiscard]] constexpr bool is_story_of_presenter(code why, const event<P>& e) const noexcept {
    return why == code::wrong_role && engine().tables.acts[e.act.index].does == effect::tells_story &&
           session_.presenter() == nobody && person_set{engine().fitting(candidates<P>)}.contains(e.by);
  }
  template <typename Report>
  constexpr outcome from_wrong_stage(const event<P>& e, effect does, Report report) {
    if (does == effect::closes) {
      engine().end(ending::closed);
      return outcome::forced;
    }
    const auto home = engine().tables.acts[e.act.index].home;
    if (home == none || home < session_.stage().index) return outcome::ignored;
    engine().enter(home);
    return apply(e, report);
  }

  session<P> session_;
};

}  // namespace balint::detail
