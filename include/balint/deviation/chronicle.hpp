// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is known of a session without a fault: before each event, where it stands. Read from the events themselves.
#include <balint/group/group.hpp>
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/role.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace balint::deviation {

/// No event.
inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

/// Where a session without a fault stands before an event.
struct standing {
  std::uint8_t stage = 0;         ///< The stage.
  person_id presenter = nobody;   ///< Whose case it is.
  std::uint64_t present = 0;      ///< Who is there.
  std::uint64_t cases = 0;        ///< Whose case was presented and is not out.
  std::uint16_t options = 0;      ///< How many options there are.
  std::uint64_t happened = 0;     ///< Which acts happened.
  std::uint64_t passed_here = 0;  ///< Who passed in this stage.
};

/// A session without a fault, every event of which was accepted, with what is known before each. It keeps references:
/// people and events have to live as long.
template <protocol P>
class chronicle {
 public:
  /// Reads a session without a fault.
  chronicle(const group<P>& people, std::span<const event<P>> events) : people_(people), events_(events) {
    left_.fill(nowhere);
    standing now;
    now.present = people.people().bits();
    before_.reserve(events.size() + 1);
    for (std::size_t i = 0; i < events.size(); ++i) {
      before_.push_back(now);
      follow(now, i);
    }
    before_.push_back(now);
  }

  /// The events.
  [[nodiscard]] std::span<const event<P>> events() const noexcept { return events_; }
  /// One of them.
  [[nodiscard]] const event<P>& operator[](std::size_t i) const noexcept { return events_[i]; }
  /// How many there are.
  [[nodiscard]] std::size_t size() const noexcept { return events_.size(); }
  /// The people.
  [[nodiscard]] const group<P>& people() const noexcept { return people_; }
  /// Where the session stands before an event; after the last one, at its end.
  [[nodiscard]] const standing& before(std::size_t i) const noexcept { return before_[i]; }
  /// The event that leaves a stage: the move, or the close of the last; `nowhere` if none does.
  [[nodiscard]] std::size_t left(std::size_t stage) const noexcept { return left_[stage]; }
  /// Whether the session was closed.
  [[nodiscard]] bool is_closed() const noexcept { return left_[P::order::size - 1] != nowhere; }
  /// Whether the session was terminated.
  [[nodiscard]] bool is_terminated() const noexcept { return terminated_; }

  /// The row of an event's act.
  [[nodiscard]] const auto& row(std::size_t i) const noexcept { return row_of(events_[i].act); }
  /// The row of an act.
  [[nodiscard]] static const auto& row_of(act_id<P> act) noexcept {
    return balint::detail::table_of<P>.acts.items[act.index];
  }
  /// What an event's act does.
  [[nodiscard]] effect does(std::size_t i) const noexcept { return row(i).does; }
  /// Whether an event is an act of a stage.
  [[nodiscard]] bool is_of_stage(std::size_t i) const noexcept { return row(i).home != balint::detail::none; }
  /// Whether an event moves on or closes.
  [[nodiscard]] bool is_move(std::size_t i) const noexcept {
    const effect what = does(i);
    return what == effect::advances || what == effect::cuts_short || what == effect::closes;
  }
  /// Whether an event changes who is there or who leads.
  [[nodiscard]] bool changes_people(std::size_t i) const noexcept {
    switch (does(i)) {
      case effect::drops:
      case effect::rejoins:
      case effect::withdraws:
      case effect::hands_over:
      case effect::takes_lead: return true;
      default: return false;
    }
  }
  /// Whether an event counts its stage as worked in: it carries the stage, or it is a pass.
  [[nodiscard]] bool works(std::size_t i) const noexcept {
    return (is_of_stage(i) && row(i).carries) || does(i) == effect::passes;
  }
  /// Whether an event from first up to, not including, end satisfies a predicate of positions.
  template <typename Predicate>
  [[nodiscard]] bool any(std::size_t first, std::size_t end, Predicate is) const {
    return find(first, end, is) != nowhere;
  }
  /// The first such event, or `nowhere`.
  template <typename Predicate>
  [[nodiscard]] std::size_t find(std::size_t first, std::size_t end, Predicate is) const {
    for (std::size_t i = first; i < end && i < events_.size(); ++i) {
      if (is(i)) return i;
    }
    return nowhere;
  }
  /// The first event of a stage; `nowhere` if the session did not come to it.
  [[nodiscard]] std::size_t entered(std::size_t stage) const noexcept {
    if (stage == 0) return 0;
    return left_[stage - 1] == nowhere ? nowhere : left_[stage - 1] + 1;
  }
  /// Whether a stage is worked in without one of its events.
  [[nodiscard]] bool works_without(std::size_t stage, std::size_t i) const {
    return any(entered(stage), end_of(stage), [&](std::size_t j) { return j != i && works(j); });
  }
  /// After the last event of a stage.
  [[nodiscard]] std::size_t end_of(std::size_t stage) const noexcept {
    return left_[stage] == nowhere ? events_.size() : left_[stage];
  }

  /// Whether somebody is there before an event.
  [[nodiscard]] bool is_present(person_id who, std::size_t i) const noexcept {
    return who.index < max_people && ((before_[i].present >> who.index) & 1U) != 0;
  }
  /// Those who take part.
  [[nodiscard]] std::uint64_t participants() const noexcept {
    if constexpr (P::offices::template has<role::participant>)
      return people_.template holders<role::participant>().bits();
    return people_.people().bits();
  }
  /// Whether somebody takes part.
  [[nodiscard]] bool is_participant(person_id who) const noexcept {
    return who.index < max_people && ((participants() >> who.index) & 1U) != 0;
  }
  /// Whether somebody has an office beside taking part: leads, stands in, supervises.
  [[nodiscard]] bool has_office(person_id who) const noexcept {
    for (std::size_t office = 0; office < P::offices::size; ++office) {
      if (P::offices::names[office] != role::participant::name && people_.holders(office).contains(who)) return true;
    }
    return false;
  }
  /// Whether some terms name a participant before an event: as one who takes part, and is not ruled out.
  [[nodiscard]] bool names(std::uint16_t terms, person_id who, std::size_t i) const noexcept {
    for (std::size_t t = 0; t < balint::detail::table_of<P>.terms.count; ++t) {
      if (((terms >> t) & 1U) == 0) continue;
      const auto& term = balint::detail::table_of<P>.terms.rows[t];
      if (holds(term.base, who, i) && !(term.except != balint::detail::none && holds(term.except, who, i))) return true;
    }
    return false;
  }
  /// Who leads at an event, as the next move shows; nobody where that cannot be said.
  [[nodiscard]] person_id leader_at(std::size_t i) const {
    for (std::size_t j = i; j < events_.size(); ++j) {
      if (is_move(j) || does(j) == effect::refocuses) return events_[j].by;
      if (changes_people(j)) return nobody;
    }
    return nobody;
  }

 private:
  /// Whether somebody holds a base: an office, being the presenter, or anything. The lead is taken as the office.
  [[nodiscard]] bool holds(std::uint8_t base, person_id who, std::size_t i) const noexcept {
    if (base < P::offices::size) return people_.holders(base).contains(who);
    return base == P::offices::size ? before_[i].presenter == who : true;
  }
  void follow(standing& now, std::size_t i) {
    const event<P>& e = events_[i];
    const std::uint64_t self = std::uint64_t{1} << (e.by.index & 63U);
    now.happened |= balint::detail::bit(e.act.index);
    switch (does(i)) {
      case effect::makes_case: now.cases |= self; break;
      case effect::selects_case: now.presenter = e.template target_as<case_id>().owner; break;
      case effect::takes_case: now.presenter = e.by; break;
      case effect::declines_case:
        now.presenter = nobody;
        now.cases &= ~self;
        break;
      case effect::makes_option: ++now.options; break;
      case effect::passes: now.passed_here |= self; break;
      case effect::withdraws:
        now.cases &= ~self;
        if (now.presenter == e.by && now.stage <= balint::detail::last_selecting_stage<P>) now.presenter = nobody;
        now.present &= ~self;
        break;
      case effect::drops: now.present &= ~self; break;
      case effect::rejoins: now.present |= self; break;
      case effect::advances:
      case effect::cuts_short:
      case effect::closes:
        left_[now.stage] = i;
        if (does(i) != effect::closes) ++now.stage;
        now.passed_here = 0;
        break;
      case effect::terminates: terminated_ = true; break;
      default: break;
    }
  }

  const group<P>& people_;
  std::span<const event<P>> events_;
  std::vector<standing> before_;
  std::array<std::size_t, P::order::size> left_{};
  bool terminated_ = false;
};

}  // namespace balint::deviation
