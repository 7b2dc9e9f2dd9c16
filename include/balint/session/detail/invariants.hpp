// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What holds of every state that a session can be in, each with a name: a state from outside is held against them.
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint::detail {

/// The invariants of a session of P, asked of one state and its group, as far as each part of the state can show.
template <protocol P>
struct invariants {
  const session_state<P>& s;
  const group<P>& people;

  /// The name of the first that is broken; empty: all hold. Later ones lean on those before them.
  [[nodiscard]] constexpr std::string_view first_broken() const noexcept {
    struct named {
      std::string_view name;
      bool (invariants::*holds)() const noexcept;
    };
    constexpr named all[]{
        {"the_stage_exists", &invariants::the_stage_exists},
        {"the_ending_exists", &invariants::the_ending_exists},
        {"unused_bits_are_zero", &invariants::unused_bits_are_zero},
        {"options_are_within_the_limit", &invariants::options_are_within_the_limit},
        {"people_are_of_the_group", &invariants::people_are_of_the_group},
        {"acts_and_rules_are_of_the_protocol", &invariants::acts_and_rules_are_of_the_protocol},
        {"times_run_forward", &invariants::times_run_forward},
        {"nobody_present_has_withdrawn", &invariants::nobody_present_has_withdrawn},
        {"stages_with_passes_were_worked_in", &invariants::stages_with_passes_were_worked_in},
        {"a_withdrawn_case_is_out", &invariants::a_withdrawn_case_is_out},
        {"the_absent_left", &invariants::the_absent_left},
        {"passes_were_made", &invariants::passes_were_made},
        {"leaders_hold_the_office", &invariants::leaders_hold_the_office},
        {"open_flags_were_raised", &invariants::open_flags_were_raised},
        {"acts_are_of_stages_reached", &invariants::acts_are_of_stages_reached},
        {"acts_that_each_owes_have_doers", &invariants::acts_that_each_owes_have_doers},
        {"cases_were_presented", &invariants::cases_were_presented},
        {"options_were_proposed", &invariants::options_were_proposed},
        {"later_stages_were_advanced_to", &invariants::later_stages_were_advanced_to},
        {"the_end_was_recorded", &invariants::the_end_was_recorded},
        {"the_presenter_was_selected", &invariants::the_presenter_was_selected},
        {"votes_are_for_cases", &invariants::votes_are_for_cases},
        {"votes_have_voters", &invariants::votes_have_voters},
        {"options_have_authors", &invariants::options_have_authors},
        {"only_options_are_weighed", &invariants::only_options_are_weighed},
    };
    for (const auto& one : all) {
      if (!(this->*one.holds)()) return one.name;
    }
    return {};
  }

 private:
  static constexpr const table<P>& tables = table_of<P>;

  [[nodiscard]] static constexpr bool is_within(std::uint64_t part, std::uint64_t whole) noexcept {
    return (part & ~whole) == 0;
  }
  [[nodiscard]] constexpr std::uint64_t everybody() const noexcept { return people.people().bits(); }
  [[nodiscard]] constexpr bool happened(effect does) const noexcept {
    for (std::size_t i = 0; i < tables.acts.size(); ++i) {
      if (tables.acts[i].does == does && ((s.happened >> i) & 1U) != 0) return true;
    }
    return false;
  }
  [[nodiscard]] constexpr bool has_presenter() const noexcept { return s.presenter != nobody.index; }
  [[nodiscard]] constexpr bool is_ended(ending how) const noexcept { return s.ended == static_cast<std::uint8_t>(how); }

  // ---- ranges -------------------------------------------------------------------------------------------------------

  [[nodiscard]] constexpr bool the_stage_exists() const noexcept { return s.stage < P::order::size; }
  [[nodiscard]] constexpr bool the_ending_exists() const noexcept {
    return s.ended <= static_cast<std::uint8_t>(ending::terminated);
  }
  [[nodiscard]] constexpr bool unused_bits_are_zero() const noexcept {
    for (const auto byte : s.spare) {
      if (byte != 0) return false;
    }
    return s.begun <= 1 && s.leader_weighed <= 1 && is_within(s.worked | s.cut, low_bits(P::order::size));
  }
  [[nodiscard]] constexpr bool options_are_within_the_limit() const noexcept { return s.options <= option_capacity<P>; }
  [[nodiscard]] constexpr bool people_are_of_the_group() const noexcept {
    std::uint64_t named = s.present | s.gone | s.leaders | s.cases | s.cases_out;
    for (const auto who : s.did) named |= who;
    for (const auto who : s.excused) named |= who;
    for (const auto who : s.passed) named |= who;
    return is_within(named, everybody()) && (!has_presenter() || s.presenter < people.size());
  }
  [[nodiscard]] constexpr bool acts_and_rules_are_of_the_protocol() const noexcept {
    return is_within(s.happened, low_bits(tables.acts.size())) && is_within(s.open_flags, low_bits(rules_of<P>::size));
  }
  /// The first and the last time are stated or neither; the stage was entered between them.
  [[nodiscard]] constexpr bool times_run_forward() const noexcept {
    if (s.entered_at != before_all && (s.entered_at < s.first_at || s.entered_at > s.last_at)) return false;
    if (s.first_at == unstated) return s.last_at == before_all;
    return s.first_at <= s.last_at && s.last_at != unstated;
  }

  // ---- people -------------------------------------------------------------------------------------------------------

  [[nodiscard]] constexpr bool nobody_present_has_withdrawn() const noexcept { return (s.present & s.gone) == 0; }
  [[nodiscard]] constexpr bool stages_with_passes_were_worked_in() const noexcept {
    for (std::size_t i = 0; i < s.passed.size(); ++i) {
      if (s.passed[i] != 0 && ((s.worked >> i) & 1U) == 0) return false;
    }
    return true;
  }
  [[nodiscard]] constexpr bool a_withdrawn_case_is_out() const noexcept {
    return is_within(s.gone & s.cases, s.cases_out);
  }
  [[nodiscard]] constexpr bool the_absent_left() const noexcept {
    if (happened(effect::withdraws)) return true;
    return s.gone == 0 && (happened(effect::drops) || s.present == everybody());
  }
  [[nodiscard]] constexpr bool passes_were_made() const noexcept {
    std::uint64_t passers = 0;
    for (const auto who : s.passed) passers |= who;
    return passers == 0 || happened(effect::passes);
  }
  [[nodiscard]] constexpr bool leaders_hold_the_office() const noexcept {
    if (happened(effect::hands_over) || happened(effect::takes_lead)) return std::has_single_bit(s.leaders);
    return s.leaders == people.template holders<typename P::lead::office>().bits();
  }
  [[nodiscard]] constexpr bool open_flags_were_raised() const noexcept {
    return s.open_flags == 0 || happened(effect::flags);
  }

  // ---- acts ---------------------------------------------------------------------------------------------------------

  [[nodiscard]] constexpr bool acts_are_of_stages_reached() const noexcept {
    for (std::size_t i = 0; i < tables.acts.size(); ++i) {
      const auto home = tables.acts[i].home;
      if (((s.happened >> i) & 1U) != 0 && home != none && home > s.stage) return false;
    }
    return true;
  }
  [[nodiscard]] constexpr bool acts_that_each_owes_have_doers() const noexcept {
    for (std::size_t i = 0; i < tables.acts.size(); ++i) {
      const auto slot = tables.acts[i].slot;
      const bool happened = ((s.happened >> i) & 1U) != 0;
      // Votes may all be void.
      const bool may_be_void = tables.acts[i].does == effect::supports_case && s.cases_out != 0;
      if (slot != none && (s.did[slot] != 0) != happened && !(happened && may_be_void)) return false;
    }
    return true;
  }
  [[nodiscard]] constexpr bool cases_were_presented() const noexcept {
    return happened(effect::makes_case) == (s.cases != 0);
  }
  [[nodiscard]] constexpr bool options_were_proposed() const noexcept {
    return happened(effect::makes_option) == (s.options != 0);
  }
  [[nodiscard]] constexpr bool later_stages_were_advanced_to() const noexcept {
    return s.stage == 0 || happened(effect::advances) || happened(effect::cuts_short);
  }
  [[nodiscard]] constexpr bool the_end_was_recorded() const noexcept {
    return happened(effect::terminates) == is_ended(ending::terminated) &&
           happened(effect::closes) == is_ended(ending::closed) &&
           (!happened(effect::closes) || s.stage + std::size_t{1} == P::order::size);
  }
  [[nodiscard]] constexpr bool the_presenter_was_selected() const noexcept {
    return (happened(effect::selects_case) || happened(effect::takes_case)) == has_presenter() &&
           (!happened(effect::accepts_case) || has_presenter());
  }

  // ---- votes, options and their weighing ----------------------------------------------------------------------------

  [[nodiscard]] constexpr bool votes_are_for_cases() const noexcept {
    for (const auto vote : s.votes) {
      if (vote == 0) continue;
      const auto open = s.cases & ~s.cases_out;
      if (!happened(effect::supports_case) || vote > max_people || ((open >> (vote - 1U)) & 1U) == 0) return false;
    }
    return true;
  }
  /// Where each votes once, those who voted have a vote, and nobody else has one.
  [[nodiscard]] constexpr bool votes_have_voters() const noexcept {
    std::uint64_t voters = 0;
    for (const auto& row : tables.acts) {
      if (row.does != effect::supports_case) continue;
      if (!row.exactly_once) return true;
      voters |= s.did[row.slot];
    }
    std::uint64_t votes = 0;
    for (std::size_t i = 0; i < max_people; ++i) votes |= s.votes[i] != 0 ? bit(i) : 0;
    return votes == voters;
  }
  [[nodiscard]] constexpr bool options_have_authors() const noexcept {
    for (std::size_t i = 0; i < s.authors.size(); ++i) {
      if (i < s.options ? s.authors[i] >= people.size() : s.authors[i] != 0) return false;
    }
    return true;
  }
  [[nodiscard]] constexpr bool only_options_are_weighed() const noexcept {
    for (std::size_t word = 0; word < s.weighed_by_other.size(); ++word) {
      std::uint64_t discharged = 0;
      for (const auto& slot : s.weighed) discharged |= slot[word];
      const auto exist = s.options <= word * 64 ? 0 : low_bits(s.options - word * 64);
      const auto weighed = s.weighed_by_author[word] | s.weighed_by_other[word];
      if (!is_within(weighed, exist) || !is_within(discharged, weighed)) return false;
    }
    return true;
  }
};

}  // namespace balint::detail
