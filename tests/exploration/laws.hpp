// SPDX-License-Identifier: MIT
#pragma once
/// What has to hold in every state that a session can reach, and on every event that leads from one to the next.
#include <array>
#include <balint/balint.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace exploration {

/// A law that is broken.
enum class fault : std::uint8_t {
  none,
  legal_event_refused,  ///< An event given as legal is refused.
  legal_acts_differ,    ///< `legal_acts` are not the acts of the legal events.
  leader_cannot_end,    ///< Whoever leads may not terminate.
  somebody_else_ends,   ///< Somebody may terminate who does not lead.
  lead_is_lost,         ///< Nobody leads, though somebody who could is in the room or may come back.
  moves_while_owing,    ///< A stage is left, or the session closed, with something owed.
  stays_when_complete,  ///< Nothing is owed, yet the leader may not go on.
  misses_a_duty,        ///< A stage is left without what the description of the protocol asks for.
  order_broken,         ///< An event moves on by other than one stage, or moves though it is not `advance`.
  ends_wrongly,         ///< A session ends by another act, or is closed before its last stage.
  does_not_come_back,   ///< The state is not taken back from its snapshot.
  count
};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(fault::count)> fault_names{
    "none",         "legal_event_refused", "legal_acts_differ",   "leader_cannot_end", "somebody_else_ends",
    "lead_is_lost", "moves_while_owing",   "stays_when_complete", "misses_a_duty",     "order_broken",
    "ends_wrongly", "does_not_come_back"};

template <typename Session>
using protocol_of = typename Session::protocol_type;
template <typename Session>
using event_of_session = balint::event<protocol_of<Session>>;

/// The event of an act without a target, by its name.
template <typename Session>
[[nodiscard]] constexpr event_of_session<Session> plain(std::string_view act, balint::person_id by) {
  return {.by = by, .act = balint::find_act<protocol_of<Session>>(act)};
}

/// Whether a session accepts an act without a target from somebody.
template <typename Session>
[[nodiscard]] constexpr bool accepts(const Session& now, std::string_view act, balint::person_id by) {
  auto aside = now;
  return aside.apply(plain<Session>(act, by)).has_value();
}

/// Whether somebody who is absent and has not withdrawn could come back and lead.
template <typename Session>
[[nodiscard]] constexpr bool lead_may_come_back(const Session& now) {
  for (const auto who : now.people().people()) {
    auto aside = now;
    if (aside.apply(plain<Session>("rejoin", who)) && aside.acting_leader() != balint::nobody) return true;
  }
  return false;
}

/// Whether everybody who holds the lead, or stands in for it, has withdrawn or is the presenter.
template <typename Session, typename Office, typename... StandIns>
[[nodiscard]] constexpr bool nobody_is_left_to_lead(const Session& now, balint::declare::led_by<Office, StandIns...>) {
  const auto state = now.snapshot().state;
  auto could = state.leaders;
  const auto stand_ins = (std::uint64_t{0} | ... | now.people().template holders<StandIns>().bits());
  could |= now.presenter() == balint::nobody ? stand_ins : stand_ins & ~(std::uint64_t{1} << now.presenter().index);
  return (could & ~state.gone) == 0;
}

/// What is wrong with a state by itself.
template <typename Session>
[[nodiscard]] constexpr fault law_of_state(const Session& now) {
  using P = protocol_of<Session>;
  const auto back = Session::restore(now.people(), now.snapshot());
  if (!back || !(back->snapshot() == now.snapshot())) return fault::does_not_come_back;
  for (const auto who : now.people().people()) {
    balint::act_set acts;
    now.each_legal_event(who, [&](const event_of_session<Session>& e) { acts.insert(e.act); });
    if (!(acts == now.legal_acts(who))) return fault::legal_acts_differ;
  }
  if (now.is_over()) return fault::none;
  const auto leading = now.acting_leader();
  for (const auto who : now.people().people()) {
    if (accepts(now, "terminate", who) != (who == leading)) {
      return who == leading ? fault::leader_cannot_end : fault::somebody_else_ends;
    }
  }
  if (leading == balint::nobody) {
    return lead_may_come_back(now) != nobody_is_left_to_lead(now, typename P::lead{}) ? fault::none
                                                                                      : fault::lead_is_lost;
  }
  const bool is_last = now.stage().index + std::size_t{1} == P::order::size;
  const auto on = plain<Session>(is_last ? "close" : "advance", leading);
  if (const auto answer = now.can(on); !answer && now.owed().empty()) {
    const auto why = answer.error().code;
    if (why != balint::code::flag_open && why != balint::code::supervisor_absent) return fault::stays_when_complete;
  }
  return fault::none;
}

/// What is wrong with an accepted event, given the states before and after it.
template <typename Session, typename Duties>
[[nodiscard]] constexpr fault law_of_step(const Session& before, const event_of_session<Session>& e,
                                          const Session& after, Duties are_done) {
  using P = protocol_of<Session>;
  const auto act = balint::name_of<P>(e.act);
  const bool moves = act == "advance" || act == "close";
  if (moves && !before.owed().empty()) return fault::moves_while_owing;
  if (moves && !are_done(before)) return fault::misses_a_duty;
  const std::size_t from = before.stage().index, to = after.stage().index;
  if (to != from + (act == "advance" ? 1U : 0U)) return fault::order_broken;
  const auto ends = act == "close"       ? balint::ending::closed
                    : act == "terminate" ? balint::ending::terminated
                                         : balint::ending::running;
  if (after.end() != ends) return fault::ends_wrongly;
  if (act == "close" && from + 1 != P::order::size) return fault::ends_wrongly;
  return fault::none;
}

}  // namespace exploration
