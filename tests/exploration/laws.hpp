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
  somebody_else_ends,   ///< Somebody may terminate who does not lead, and need not step in.
  nobody_steps_in,      ///< Nobody leads, and somebody may not terminate who then could by the declaration.
  lead_is_lost,         ///< Nobody leads, though somebody who could is in the room or may come back.
  end_is_lost,          ///< Nobody can end the session, now or after a return, though not all who could have withdrawn.
  moves_while_owing,    ///< A stage is left, or the session closed, with something owed.
  stays_when_complete,  ///< Nothing is owed, yet the leader may not go on.
  misses_a_duty,        ///< A stage is left without what the description of the protocol asks for.
  order_broken,         ///< An event moves on by other than one stage, or moves though it is no act that does.
  work_miscounted,      ///< A stage counts as worked in though it was not, or was and does not.
  ends_wrongly,         ///< A session ends by another act, or is closed before its last stage.
  does_not_come_back,   ///< The state is not taken back from its snapshot.
  count
};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(fault::count)> fault_names{"none",
                                                                                                  "legal_event_refused",
                                                                                                  "legal_acts_differ",
                                                                                                  "leader_cannot_end",
                                                                                                  "somebody_else_ends",
                                                                                                  "nobody_steps_in",
                                                                                                  "lead_is_lost",
                                                                                                  "end_is_lost",
                                                                                                  "moves_while_owing",
                                                                                                  "stays_when_complete",
                                                                                                  "misses_a_duty",
                                                                                                  "order_broken",
                                                                                                  "work_miscounted",
                                                                                                  "ends_wrongly",
                                                                                                  "does_not_come_back"};

template <typename Session>
using protocol_of = typename Session::protocol_type;
template <typename Session>
using event_of_session = balint::event<protocol_of<Session>>;

/// The event of an act without a target, by its name.
template <typename Session>
[[nodiscard]] constexpr event_of_session<Session> plain(std::string_view act, balint::person_id by) {
  return balint::detail::raw_event<protocol_of<Session>>(
      {.by = by, .act = balint::find_act<protocol_of<Session>>(act)});
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

/// Everybody who holds the lead, or stands in for it and is not the presenter.
template <typename Session, typename Office, typename... StandIns>
[[nodiscard]] constexpr std::uint64_t who_could_lead(const Session& now, balint::declare::led_by<Office, StandIns...>) {
  const auto stand_ins = (std::uint64_t{0} | ... | now.people().template holders<StandIns>().bits());
  const auto presenter = now.presenter() == balint::nobody ? 0 : std::uint64_t{1} << now.presenter().index;
  return now.snapshot().state.leaders | (stand_ins & ~presenter);
}

/// Of those whom a clause names, the ones who may act only while nobody leads.
template <typename Who>
struct stepping_in {
  template <typename Group>
  static constexpr std::uint64_t of(const Group&) {
    return 0;
  }
};
template <typename Role>
struct stepping_in<balint::declare::unled<Role>> {
  template <typename Group>
  static constexpr std::uint64_t of(const Group& people) {
    return people.template holders<Role>().bits();
  }
};
template <typename... Whos>
struct stepping_in<balint::declare::either<Whos...>> {
  template <typename Group>
  static constexpr std::uint64_t of(const Group& people) {
    return (std::uint64_t{0} | ... | stepping_in<Whos>::of(people));
  }
};
/// Everybody who may terminate a session while nobody leads it, by the declaration.
template <typename Session, typename... Clauses>
[[nodiscard]] constexpr std::uint64_t who_could_step_in(const Session& now, balint::declare::throughout<Clauses...>) {
  const auto of = [&]<typename Clause>(Clause) -> std::uint64_t {
    if constexpr (Clause::act::name == "terminate") return stepping_in<typename Clause::who>::of(now.people());
    return 0;
  };
  return (std::uint64_t{0} | ... | of(Clauses{}));
}

/// Whether anybody may terminate.
template <typename Session>
[[nodiscard]] constexpr bool can_be_ended(const Session& now) {
  for (const auto who : now.people().people()) {
    if (accepts(now, "terminate", who)) return true;
  }
  return false;
}
/// Whether anybody may terminate, or could after somebody's return.
template <typename Session>
[[nodiscard]] constexpr bool can_be_ended_in_time(const Session& now) {
  if (can_be_ended(now)) return true;
  for (const auto who : now.people().people()) {
    auto aside = now;
    if (aside.apply(plain<Session>("rejoin", who)) && can_be_ended(aside)) return true;
  }
  return false;
}

/// What is wrong with who may end a session that is running, and with who leads it.
template <typename Session>
[[nodiscard]] constexpr fault law_of_ending(const Session& now) {
  using P = protocol_of<Session>;
  const auto state = now.snapshot().state;
  const auto leading = now.acting_leader();
  const auto leads = who_could_lead(now, typename P::lead{});
  const auto steps_in = who_could_step_in(now, typename P::throughout{});
  for (const auto who : now.people().people()) {
    const bool does_step_in = leading == balint::nobody && ((steps_in & state.present) >> who.index & 1U) != 0;
    if (accepts(now, "terminate", who) == (who == leading || does_step_in)) continue;
    if (who == leading) return fault::leader_cannot_end;
    return does_step_in ? fault::nobody_steps_in : fault::somebody_else_ends;
  }
  if (leading == balint::nobody && lead_may_come_back(now) != ((leads & ~state.gone) != 0)) return fault::lead_is_lost;
  return can_be_ended_in_time(now) == (((leads | steps_in) & ~state.gone) != 0) ? fault::none : fault::end_is_lost;
}

/// Whether an act leads to the next stage.
[[nodiscard]] constexpr bool leads_on(std::string_view act) { return act == "advance" || act == "cut_short"; }

/// What is wrong with a state by itself.
template <typename Session>
[[nodiscard]] constexpr fault law_of_state(const Session& now) {
  using P = protocol_of<Session>;
  const auto back = Session::restore(now.people(), now.snapshot());
  if (!back || !(back->snapshot() == now.snapshot())) return fault::does_not_come_back;
  for (const auto who : now.people().people()) {
    balint::act_set<P> acts;
    now.each_legal_event(who, [&](const event_of_session<Session>& e) { acts.insert(e.act); });
    if (!(acts == now.legal_acts(who))) return fault::legal_acts_differ;
  }
  if (now.is_over()) return fault::none;
  if (const auto broken = law_of_ending(now); broken != fault::none) return broken;
  const auto leading = now.acting_leader();
  if (leading == balint::nobody) return fault::none;
  const bool is_last = now.stage().index + std::size_t{1} == P::order::size;
  for (const std::string_view how : {"advance", "cut_short", "close"}) {
    const auto on = plain<Session>(how, leading);
    if (is_last != (how == "close") || on.act.index >= balint::act_count<P>) continue;
    if (const auto answer = now.can(on); !answer && now.owed().empty()) {
      const auto why = answer.error().code;
      if (why != balint::code::flag_open && why != balint::code::supervisor_absent) return fault::stays_when_complete;
    }
  }
  return fault::none;
}

/// Whether an act of a stage is only allowed there and changes nothing: it shows no work.
template <typename P>
[[nodiscard]] constexpr bool is_aside(balint::act_id<P> act) {
  bool is_owed = false;
  for (const auto& duty : balint::detail::table_of<P>.duties) is_owed = is_owed || duty.act == act.index;
  return !is_owed && balint::detail::table_of<P>.acts[act.index].does == balint::effect::none;
}
/// Whether those acts are asking and answering alone.
template <typename P>
[[nodiscard]] constexpr bool only_asks_and_answers_aside() {
  for (std::uint16_t i = 0; i < balint::act_count<P>; ++i) {
    const auto name = balint::name_of<P>(balint::act_id<P>{i});
    if (balint::is_act_of_a_stage<P>({i}) && is_aside<P>({i}) != (name == "ask" || name == "answer")) return false;
  }
  return true;
}
static_assert(only_asks_and_answers_aside<balint::student_group>());
static_assert(only_asks_and_answers_aside<balint::staff_group>());
static_assert(only_asks_and_answers_aside<balint::led_staff_group>());

/// Whether an event shows that the stage is worked in where it takes effect.
template <typename P>
[[nodiscard]] constexpr bool is_work(const balint::event<P>& e) {
  return balint::name_of<P>(e.act) == "pass" || (balint::is_act_of_a_stage<P>(e.act) && !is_aside<P>(e.act));
}
/// What is wrong with an accepted event, given the states before and after it. `are_done(before, is_cut)` is whether
/// what the description of the protocol asks for was done, of a stage that is cut short or not.
template <typename Session, typename Duties>
[[nodiscard]] constexpr fault law_of_step(const Session& before, const event_of_session<Session>& e,
                                          const Session& after, Duties are_done) {
  using P = protocol_of<Session>;
  const auto act = balint::name_of<P>(e.act);
  const bool moves = leads_on(act) || act == "close";
  const bool is_cut = act == "cut_short";
  if (moves && !is_cut && !before.owed().empty()) return fault::moves_while_owing;
  if (moves && !are_done(before, is_cut)) return fault::misses_a_duty;
  const std::size_t from = before.stage().index, to = after.stage().index;
  if (to != from + (leads_on(act) ? 1U : 0U)) return fault::order_broken;
  const auto worked = before.snapshot().state.worked | (is_work<P>(e) ? std::uint64_t{1} << from : 0);
  if (after.snapshot().state.worked != worked) return fault::work_miscounted;
  const auto ends = act == "close"       ? balint::ending::closed
                    : act == "terminate" ? balint::ending::terminated
                                         : balint::ending::running;
  if (after.end() != ends) return fault::ends_wrongly;
  if (act == "close" && from + 1 != P::order::size) return fault::ends_wrongly;
  return fault::none;
}

}  // namespace exploration
