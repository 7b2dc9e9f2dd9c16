// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Where everybody stands: who leads, and who is of each party that may do something.
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/session/detail/masks.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/id.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace balint::detail {

/// The state of a session of P, its group, and what follows about everybody's standing.
template <protocol P>
class standing {
 public:
  static constexpr const table<P>& tables = table_of<P>;
  static constexpr std::size_t term_count = at_least_1(table_of<P>.terms.count);
  static constexpr std::size_t party_count = table_of<P>.parties.count;

  constexpr explicit standing(const group<P>& people) noexcept : group_(people) {
    state_.present = people.people().bits();
    state_.leaders = people.template holders<typename P::lead::office>().bits();
    stand();
  }
  /// From a state that was checked before.
  constexpr standing(const group<P>& people, const session_state<P>& remembered) noexcept
      : state_(remembered), group_(people) {
    stand();
  }

  [[nodiscard]] constexpr const session_state<P>& remembered() const noexcept { return state_; }
  [[nodiscard]] constexpr const balint::group<P>& people() const noexcept { return group_; }
  [[nodiscard]] constexpr bool is_present(person_id who) const noexcept { return has(state_.present, who.index); }

  /// The person who is present and leads: the leader, else a stand-in who is not the presenter, else `nobody`.
  [[nodiscard]] constexpr person_id acting_leader() const noexcept {
    const auto who = acting();
    return who == 0 ? nobody : person_id{static_cast<std::uint8_t>(std::countr_zero(who))};
  }
  /// Those who fit one of these terms, present or not.
  [[nodiscard]] constexpr std::uint64_t fitting(std::uint16_t terms) const noexcept {
    std::uint64_t who = 0;
    for (std::size_t t = 0; t < tables.terms.count; ++t) {
      if (((terms >> t) & 1U) != 0) who |= holders(tables.terms.rows[t]);
    }
    return who;
  }
  /// Those who are of a party, present or not.
  [[nodiscard]] constexpr std::uint64_t of_party(std::uint8_t party) const noexcept { return parties_[party]; }
  /// The cases that can be voted for and selected, by owner.
  [[nodiscard]] constexpr std::uint64_t open_cases() const noexcept { return state_.cases & ~state_.cases_out; }

  friend constexpr bool operator==(const standing&, const standing&) = default;

 protected:
  [[nodiscard]] static constexpr bool has(std::uint64_t set, std::size_t i) noexcept {
    return ((set >> (i & 63U)) & 1U) != 0;
  }
  /// All bits or none, without a branch: who acts next cannot be foretold.
  [[nodiscard]] static constexpr std::uint64_t all_if(std::uint64_t one) noexcept { return 0 - one; }
  /// The acts of all the parties that somebody is of.
  [[nodiscard]] constexpr std::uint64_t acts_of_parties(person_id who) const noexcept {
    std::uint64_t acts = 0;
    for (std::size_t i = 0; i < party_count; ++i)
      acts |= masks_of<P>.of_party[i] & all_if((parties_[i] >> (who.index & 63U)) & 1U);
    return acts;
  }
  [[nodiscard]] constexpr std::uint64_t presenter_bit() const noexcept {
    return state_.presenter < max_people ? bit(state_.presenter) : 0;
  }
  /// Works out who is of each party: after a selection, a hand-over, a coming or a going.
  constexpr void stand() noexcept {
    std::uint64_t fit[term_count]{};
    for (std::size_t t = 0; t < tables.terms.count; ++t) fit[t] = holders(tables.terms.rows[t]);
    unite(fit, std::make_index_sequence<party_count>{});
  }

  session_state<P> state_{};

 private:
  template <typename Office, typename... StandIns>
  [[nodiscard]] constexpr std::uint64_t stand_ins(declare::led_by<Office, StandIns...>) const noexcept {
    return (std::uint64_t{0} | ... | group_.template holders<StandIns>().bits());
  }
  /// The one bit of the acting leader.
  [[nodiscard]] constexpr std::uint64_t acting() const noexcept {
    auto here = state_.leaders & state_.present;
    if (here == 0) here = stand_ins(typename P::lead{}) & state_.present & ~presenter_bit();
    return here & (0 - here);
  }
  /// Who holds a base: an office, the lead, the presenter's role, or just is in the group.
  [[nodiscard]] constexpr std::uint64_t base(std::uint8_t i) const noexcept {
    constexpr auto lead = static_cast<std::uint8_t>(P::offices::template index<typename P::lead::office>);
    if (i == lead) return acting();
    if (i < P::offices::size) return group_.holders(i).bits();
    if (i == P::offices::size) return presenter_bit();
    return i == none ? 0 : group_.people().bits();
  }

  /// Those who fit a term.
  [[nodiscard]] constexpr std::uint64_t holders(term_row term) const noexcept {
    if (term.unled && acting() != 0) return 0;
    return base(term.base) & ~base(term.except);
  }

  /// The union of what each party is made of.
  [[nodiscard]] static constexpr std::uint64_t united(unsigned terms, const std::uint64_t* fit) noexcept {
    std::uint64_t who = 0;
    for (std::size_t t = 0; t < tables.terms.count; ++t) {
      if (((terms >> t) & 1U) != 0) who |= fit[t];
    }
    return who;
  }
  template <std::size_t... Each>
  constexpr void unite(const std::uint64_t* fit, std::index_sequence<Each...>) noexcept {
    ((parties_[Each] = united(tables.parties.terms[Each], fit)), ...);
  }

  balint::group<P> group_;
  std::uint64_t parties_[party_count]{};
};

}  // namespace balint::detail
