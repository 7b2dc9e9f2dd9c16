// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A menu: what a person may do now, and why not the rest.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/base_name.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/session/detail/masks.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/detail/engine.hpp>
#include <balint/session/detail/engine_access.hpp>
#include <balint/session/detail/ledger.hpp>
#include <balint/session/obligation.hpp>
#include <balint/session/refusal.hpp>
#include <balint/session/session.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/target.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

/// Stages of one protocol.
template <typename P>
using stage_set = id_set<stage_id<P>>;

/// The events by which a person can do one act now: one for each target. Iterating gives them in ascending order.
template <protocol P>
class menu_choices {
  static constexpr std::size_t word_count = detail::at_least_1(detail::option_capacity<P> / 64);

 public:
  /// Walks the events.
  class iterator {
   public:
    /// An event without a time.
    using value_type = event<P>;
    /// The distance of two places.
    using difference_type = std::ptrdiff_t;
    /// The end.
    constexpr iterator() = default;
    /// At the first choice from a place on.
    constexpr iterator(const menu_choices& all, std::size_t place) noexcept : all_(&all), place_(all.next(place)) {}
    /// The event it stands at; not at the end.
    constexpr event<P> operator*() const noexcept { return all_->at(place_); }
    /// To the next one; not at the end.
    constexpr iterator& operator++() noexcept {
      place_ = all_->next(place_ + 1);
      return *this;
    }
    /// The same, giving back where it stood.
    constexpr iterator operator++(int) noexcept {
      auto before = *this;
      ++*this;
      return before;
    }
    friend constexpr bool operator==(const iterator&, const iterator&) = default;

   private:
    const menu_choices* all_ = nullptr;
    std::size_t place_ = 0;
  };

  /// None.
  constexpr menu_choices() = default;
  /// None yet, of a person and an act.
  constexpr menu_choices(person_id who, act_id<P> act) noexcept
      : what_(detail::raw_event<P>({.by = who, .act = act})),
        first_(target_of<P>(act) == target_kind::option ? 1 : 0) {}

  /// The first one.
  [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
  /// After the last.
  [[nodiscard]] constexpr iterator end() const noexcept { return {*this, word_count * 64}; }
  /// How many there are.
  [[nodiscard]] constexpr std::size_t size() const noexcept {
    std::size_t n = 0;
    for (const auto word : places_) n += static_cast<std::size_t>(std::popcount(word));
    return n;
  }
  /// Whether there is none.
  [[nodiscard]] constexpr bool empty() const noexcept { return size() == 0; }
  /// Adds one with that target.
  constexpr void insert(std::uint16_t target) noexcept {
    const auto place = static_cast<std::size_t>(target) - first_;
    if (place < word_count * 64) places_[place / 64] |= detail::bit(place % 64);
  }

  friend constexpr bool operator==(const menu_choices&, const menu_choices&) = default;

 private:
  [[nodiscard]] constexpr std::size_t next(std::size_t place) const noexcept {
    while (place < word_count * 64 && ((places_[place / 64] >> (place % 64)) & 1U) == 0) ++place;
    return place;
  }
  [[nodiscard]] constexpr event<P> at(std::size_t place) const noexcept {
    auto e = what_;
    detail::set_raw_target(e, static_cast<std::uint16_t>(place + first_));
    return e;
  }

  event<P> what_{};
  std::size_t first_ = 0;
  plain_array<std::uint64_t, word_count> places_{};
};

/// Roles of P: every office, the presenter's role, anyone. Iterating gives their names.
template <protocol P>
class menu_roles {
 public:
  /// Walks the names.
  class iterator {
   public:
    /// The name of a role.
    using value_type = std::string_view;
    /// The distance of two places.
    using difference_type = std::ptrdiff_t;
    /// The end.
    constexpr iterator() = default;
    /// At the first role of those left, given as bits; with none left, the end.
    constexpr explicit iterator(std::uint32_t rest) noexcept : rest_(rest) {}
    /// The name it stands at; not at the end.
    constexpr std::string_view operator*() const noexcept {
      return detail::base_name<P>(static_cast<std::uint8_t>(std::countr_zero(rest_)));
    }
    /// To the next one; not at the end.
    constexpr iterator& operator++() noexcept {
      rest_ &= rest_ - 1;
      return *this;
    }
    /// The same, giving back where it stood.
    constexpr iterator operator++(int) noexcept {
      auto before = *this;
      ++*this;
      return before;
    }
    friend constexpr bool operator==(iterator, iterator) = default;

   private:
    std::uint32_t rest_ = 0;
  };

  /// None.
  constexpr menu_roles() = default;
  /// Bit i: the i-th office; the bits behind them: the presenter's role, anyone.
  constexpr explicit menu_roles(std::uint32_t bits) noexcept : bits_(bits) {}
  /// The roles as bits.
  [[nodiscard]] constexpr std::uint32_t bits() const noexcept { return bits_; }
  /// The first one.
  [[nodiscard]] constexpr iterator begin() const noexcept { return iterator{bits_}; }
  /// After the last.
  [[nodiscard]] constexpr iterator end() const noexcept { return iterator{}; }
  friend constexpr bool operator==(menu_roles, menu_roles) = default;

 private:
  std::uint32_t bits_ = 0;
};

/// One act on a menu: how it can be done now, or why not.
///
/// Where the act has several targets and none of them can be chosen, `why` is the answer that stands first in the order
/// of refusals, and of these the one of the lowest target: what it names has to change whichever target is meant. Where
/// there is nothing to choose from, `why` is the answer to a target that does not exist.
template <protocol P>
struct menu_entry {
  /// Whose menu it is on.
  person_id who = nobody;
  /// The act.
  act_id<P> act{};
  /// The events that `apply` would accept; none: `why` says why not.
  menu_choices<P> choices{};
  /// Exactly what `can` answers; empty where there are choices.
  refusal<P> why{};
  /// For `too_early`: the acts that have to come first.
  act_set<P> waits_for{};
  /// For `stage_incomplete`, and for `too_early` where everybody's turn comes first: what is owed before it, and by
  /// whom; what somebody can do now comes first.
  obligations<P> owed{};
  /// Those who are there and of whose roles it is now.
  person_set who_may{};
  /// The roles that may do it.
  menu_roles<P> roles{};
  /// The roles that this person has now: offices, the lead's for the acting leader, and the presenter's.
  menu_roles<P> yours{};
  /// Whether none of the roles that may do it is this person's, or can be in this session. The presenter's can be that
  /// of anyone who may bring a case, the lead that of anyone who may be given it or take it.
  bool is_out_of_reach = false;
  /// The stages in which it can be recorded.
  stage_set<P> stages{};
  /// Whether it belongs to one stage; otherwise it is open throughout.
  bool has_home = false;
  /// The stage it belongs to, if `has_home`.
  stage_id<P> home{};
  /// For `repeated`: the acts that were done before and stand against it.
  act_set<P> done{};
  /// For `repeated`: by whom, as far as the session remembers: what each owes, cases, and what is the presenter's own.
  /// Of the rest it knows if its observer keeps a transcript.
  person_set done_by{};

  /// Whether it can be done now.
  [[nodiscard]] constexpr bool is_legal() const noexcept { return !choices.empty(); }
};

/// What a person may do now, and why not the rest: every act of P, in the order of its declaration.
template <protocol P>
class menu {
 public:
  /// Whose it is, and the entry of each act; behind them that of an act which P does not have.
  constexpr menu(person_id who, const plain_array<menu_entry<P>, act_count<P> + 1>& entries) noexcept
      : who_(who), entries_(entries) {}

  /// Whose menu it is.
  [[nodiscard]] constexpr person_id whose() const noexcept { return who_; }
  /// The first entry.
  [[nodiscard]] constexpr const menu_entry<P>* begin() const noexcept { return entries_.begin(); }
  /// After the last.
  [[nodiscard]] constexpr const menu_entry<P>* end() const noexcept { return entries_.begin() + size(); }
  /// How many acts P has.
  [[nodiscard]] static constexpr std::size_t size() noexcept { return act_count<P>; }
  /// The entry of an act; of one that P does not have, an entry that says so.
  [[nodiscard]] constexpr const menu_entry<P>& operator[](act_id<P> act) const& noexcept {
    return entries_[act.index < size() ? act.index : size()];
  }
  /// A copy of it, of a menu that does not stay.
  [[nodiscard]] constexpr menu_entry<P> operator[](act_id<P> act) const&& noexcept { return (*this)[act]; }
  /// The entry of Act.
  template <typename Act>
    requires act_of<Act, P>
  [[nodiscard]] constexpr const menu_entry<P>& of() const& noexcept {
    return (*this)[act_id_of<Act, P>];
  }
  /// A copy of it, of a menu that does not stay.
  template <typename Act>
    requires act_of<Act, P>
  [[nodiscard]] constexpr menu_entry<P> of() const&& noexcept {
    return (*this)[act_id_of<Act, P>];
  }

 private:
  person_id who_;
  plain_array<menu_entry<P>, act_count<P> + 1> entries_;
};

namespace detail {

/// Writes the entries of a menu from what a session answers and from the tables of P.
template <protocol P, typename Observer>
class menu_writer {
 public:
  constexpr menu_writer(const session<P, Observer>& now, person_id who) noexcept
      : now_(now), engine_(engine_access::of(now)), state_(engine_.remembered()), who_(who), reach_(reachable()) {}

  [[nodiscard]] constexpr menu_entry<P> entry(act_id<P> act) const {
    menu_entry<P> made;
    made.who = who_;
    made.act = act;
    made.choices = {who_, act};
    if (act.index >= act_count<P>) {
      made.why = now_.can(raw_event<P>({.by = who_, .act = act})).error();
      return made;
    }
    const act_row& row = tables.acts[act.index];
    made.stages = stage_set<P>{row.stages};
    made.has_home = row.home != none;
    if (made.has_home) made.home = {row.home};
    made.roles = menu_roles<P>{roles(row.who)};
    made.who_may = person_set{engine_.of_party(row.party) & there(row)};
    made.yours = menu_roles<P>{held()};
    made.is_out_of_reach = who_.index < engine_.people().size() && (made.roles.bits() & reach_) == 0;
    try_targets(made);
    if (!made.is_legal()) explain(made, row);
    return made;
  }

 private:
  static constexpr const table<P>& tables = table_of<P>;
  static constexpr std::size_t lead = P::offices::template index<typename P::lead::office>;

  /// Tries every target there is, and keeps the most telling answer.
  constexpr void try_targets(menu_entry<P>& made) const {
    auto e = raw_event<P>({.by = who_, .act = made.act, .target = unknown_target});
    auto asked = e;
    code most_telling = no_refusal;  // behind every other one
    engine_.each_target(made.act.index, who_, [&](std::uint16_t target) {
      set_raw_target(e, target);
      const code why = engine_.why_not(e);
      if (why == no_refusal) {
        made.choices.insert(target);
      } else if (why < most_telling) {
        most_telling = why;
        asked = e;
      }
      return true;
    });
    if (!made.is_legal()) made.why = now_.can(asked).error();
  }
  /// What lies behind a refusal beyond what it carries.
  constexpr void explain(menu_entry<P>& made, const act_row& row) const {
    switch (made.why.code) {
      case code::too_early:
        made.waits_for = act_set<P>{row.after & ~state_.happened};
        if (row.after_all == none || !made.waits_for.empty()) break;
        made.waits_for.insert({row.after_all});
        for (std::uint8_t stage = 0; stage < tables.stages.size(); ++stage)
          add_owed(made, stage, reach::all, [&](const obligation<P>& o) { return o.act.index == row.after_all; });
        break;
      case code::stage_incomplete:
        add_owed(made, state_.stage, engine_.reach_of(row.does), [](const obligation<P>&) { return true; });
        break;
      case code::repeated: explain_repetition(made, row); break;
      default: break;
    }
  }
  template <typename Wanted>
  constexpr void add_owed(menu_entry<P>& made, std::uint8_t stage, reach which, Wanted is_wanted) const {
    for (int waits = 0; waits < 2; ++waits) {
      engine_.each_obligation(stage, which, [&](const obligation<P>& o) {
        if (is_wanted(o) && engine_.can_be_met(o) != (waits != 0)) made.owed.push_back(o);
        return true;
      });
    }
  }
  constexpr void explain_repetition(menu_entry<P>& made, const act_row& row) const {
    made.done = act_set<P>{row.until & state_.happened};
    for (const auto act : made.done) made.done_by = person_set{made.done_by.bits() | doers(act)};
    if (!made.done.empty() || row.slot == none) return;
    made.done_by.insert(who_);  // this person did it, or passed it
    if (!made.why.behind.has_passed) made.done.insert(made.act);
  }
  /// Who did an act, as far as it is remembered.
  [[nodiscard]] constexpr std::uint64_t doers(act_id<P> act) const {
    const act_row& row = tables.acts[act.index];
    if (row.slot != none) return state_.did[row.slot];
    if (row.does == effect::makes_case) return state_.cases;
    if (state_.presenter < max_people && is_the_presenters_for_good(row)) return bit(state_.presenter);
    person_set who;
    if constexpr (requires { who.insert(now_.observer().last_by(act)); }) who.insert(now_.observer().last_by(act));
    return who.bits();
  }
  /// Whether the person who did an act is the presenter still: it is forgotten with the selection, or nobody is
  /// selected any more.
  [[nodiscard]] static constexpr bool is_the_presenters_for_good(const act_row& row) noexcept {
    if (row.does == effect::takes_case) return true;
    for (std::size_t t = 0; t < tables.terms.count; ++t) {
      if (((row.who >> t) & 1U) != 0 && tables.terms.rows[t].base != P::offices::size) return false;
    }
    return row.does == effect::accepts_case || (row.home != none && row.home > last_selecting_stage<P>);
  }
  [[nodiscard]] static constexpr std::uint32_t roles(std::uint16_t terms) noexcept {
    std::uint32_t all = 0;
    for (std::size_t t = 0; t < tables.terms.count; ++t) {
      if (((terms >> t) & 1U) != 0) all |= std::uint32_t{1} << tables.terms.rows[t].base;
    }
    return all;
  }
  /// The roles that this person has now.
  [[nodiscard]] constexpr std::uint32_t held() const noexcept {
    std::uint32_t all = 0;
    for (std::size_t i = 0; i < P::offices::size; ++i) {
      const bool has_it = i == lead ? engine_.acting_leader() == who_ : engine_.people().holders(i).contains(who_);
      if (has_it && who_ != nobody) all |= std::uint32_t{1} << i;
    }
    if (who_ != nobody && state_.presenter == who_.index) all |= std::uint32_t{1} << P::offices::size;
    return all;
  }
  /// The roles that this person has or can have in this session, and anyone's.
  [[nodiscard]] constexpr std::uint32_t reachable() const noexcept {
    auto all = held() | (std::uint32_t{1} << (P::offices::size + 1));
    if (engine_.people().holders(lead).contains(who_)) all |= std::uint32_t{1} << lead;
    for (int round = 0; round < 2; ++round) {  // those who may lead may bring what the lead may
      for (const act_row& row : tables.acts) {
        const bool brings = row.does == effect::makes_case || row.does == effect::takes_case;
        if (brings && (roles(row.who) & all) != 0) all |= std::uint32_t{1} << P::offices::size;
        if (row.does == effect::takes_lead && (roles(row.who) & all) != 0) all |= std::uint32_t{1} << lead;
        if (row.does == effect::hands_over && (roles(row.heirs) & all) != 0) all |= std::uint32_t{1} << lead;
      }
    }
    return all;
  }
  /// Who is where one has to be for an act: present; back again, away; to leave for good, either.
  [[nodiscard]] constexpr std::uint64_t there(const act_row& row) const noexcept {
    const auto staying = engine_.people().people().bits() & ~state_.gone;
    if (row.does == effect::rejoins) return staying & ~state_.present;
    return row.does == effect::withdraws ? staying : state_.present;
  }

  const session<P, Observer>& now_;
  const engine<P>& engine_;
  const session_state<P>& state_;
  person_id who_;
  std::uint32_t reach_;
};

}  // namespace detail

/// What a person may do now, and why not the rest. It allocates nothing and changes nothing.
/// @snippet menu.cpp menu
template <protocol P, typename Observer>
[[nodiscard]] constexpr menu<P> menu_of(const session<P, Observer>& now, person_id who) {
  const detail::menu_writer<P, Observer> writer(now, who);
  plain_array<menu_entry<P>, act_count<P> + 1> entries{};
  for (std::uint16_t i = 0; i <= act_count<P>; ++i) entries[i] = writer.entry({i});
  return {who, entries};
}

}  // namespace balint
