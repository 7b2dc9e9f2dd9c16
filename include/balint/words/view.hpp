// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The state of a session as plain data in words, for the acting leader; the same type for every protocol.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/session.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace balint {

/// A person of a session.
struct seen_person {
  /// The offices that this person was given, by name.
  std::vector<std::string_view> offices = {};
  /// Is in the room.
  bool is_present = false;
  /// Left for good.
  bool has_left = false;
  /// Is outside the circle in this stage.
  bool is_outside = false;

  friend bool operator==(const seen_person&, const seen_person&) = default;
};
/// A case that was presented.
struct seen_case {
  /// Whose.
  person_id owner = nobody;
  /// Who voted for it.
  person_set voters = {};
  /// It was declined, or its owner left for good.
  bool is_out = false;

  /// How many voted for it.
  [[nodiscard]] std::size_t votes() const noexcept { return voters.size(); }
  friend bool operator==(const seen_case&, const seen_case&) = default;
};
/// An option that was proposed; the n-th is option n.
struct seen_option {
  /// Who proposed it.
  person_id author = nobody;
  /// By which acts it was weighed by somebody of whom it is owed, by name.
  std::vector<std::string_view> weighed = {};
  /// Its author weighed it.
  bool by_author = false;
  /// Somebody else weighed it.
  bool by_another = false;

  friend bool operator==(const seen_option&, const seen_option&) = default;
};
/// An act that each owes, and who did it.
struct seen_turn {
  /// The stage, by name.
  std::string_view stage = {};
  /// The act, by name.
  std::string_view act = {};
  /// Who did it.
  person_set did = {};
  /// Who passed in the stage.
  person_set passed = {};

  friend bool operator==(const seen_turn&, const seen_turn&) = default;
};

/// The state of a session as plain data, for the acting leader: names are those of its protocol, people are positions
/// in its cast. Members are only added.
///
/// It says who voted for whom and who passed: it is for those who lead, or for each about themselves. Who asked,
/// answered, flagged or reminded, and when, a session does not remember: keep the events for that.
/// @snippet any_protocol.cpp view
struct session_view {
  /// The protocol, by name.
  std::string_view protocol = {};
  /// The stage it is in, or ended in, by name.
  std::string_view stage = {};
  /// Its number, from 1.
  std::size_t stage_number = 0;
  /// How many stages the protocol has.
  std::size_t stages = 0;
  /// Whether it is running, and how it ended.
  ending end{};
  /// Whether anything was accepted.
  bool has_begun = false;
  /// The first time stated, or `unstated`.
  instant began = unstated;
  /// When the stage was entered: the time of that event, or the last one stated before it; `unstated` where there was
  /// none. The first stage begins with the session.
  instant stage_began = unstated;
  /// The last time stated, or `unstated`.
  instant last = unstated;
  /// Whose case it is, or `nobody`.
  person_id presenter = nobody;
  /// Who leads now, or `nobody`.
  person_id leader = nobody;
  /// Everybody, by position.
  std::vector<seen_person> people = {};
  /// The cases, by owner.
  std::vector<seen_case> cases = {};
  /// The options, in their order.
  std::vector<seen_option> options = {};
  /// The acts that each owes.
  std::vector<seen_turn> turns = {};
  /// The acts that happened and were not undone, by name.
  std::vector<std::string_view> happened = {};
  /// The rules with a flag that is not answered, by name.
  std::vector<std::string_view> open_flags = {};
  /// The stages that were cut short, by name.
  std::vector<std::string_view> cut_short = {};

  friend bool operator==(const session_view&, const session_view&) = default;
};

namespace detail {

template <protocol P, typename Observer>
void see_people(const session<P, Observer>& now, session_view& view) {
  const person_set gone{now.snapshot().state.gone};
  for (const auto who : now.people().people()) {
    seen_person one{
        .is_present = now.present().contains(who), .has_left = gone.contains(who), .is_outside = now.is_outside(who)};
    for (std::size_t i = 0; i < P::offices::size; ++i) {
      if (now.people().holders(i).contains(who)) one.offices.push_back(P::offices::names[i]);
    }
    view.people.push_back(std::move(one));
  }
}
template <protocol P>
void see_cases(const session_state<P>& state, session_view& view) {
  for (const auto owner : person_set{state.cases}) {
    seen_case one{.owner = owner, .is_out = person_set{state.cases_out}.contains(owner)};
    for (std::uint8_t voter = 0; voter < state.votes.size(); ++voter) {
      if (state.votes[voter] == owner.index + 1) one.voters.insert({voter});
    }
    view.cases.push_back(one);
  }
}
template <protocol P>
void see_options(const session_state<P>& state, session_view& view) {
  for (std::size_t i = 0; i < state.options; ++i) {
    const auto among = [i](const auto& options) { return ((options[i / 64] >> (i % 64)) & 1U) != 0; };
    seen_option one{.author = {state.authors[i]},
                    .by_author = among(state.weighed_by_author),
                    .by_another = among(state.weighed_by_other)};
    for (std::uint16_t act = 0; act < act_count<P>; ++act) {
      const auto at = table_of<P>.acts[act].weighing;
      if (at != none && among(state.weighed[at])) one.weighed.push_back(name_of<P>(act_id<P>{act}));
    }
    view.options.push_back(std::move(one));
  }
}
template <protocol P>
void see_turns(const session_state<P>& state, session_view& view) {
  for (std::uint16_t act = 0; act < act_count<P>; ++act) {
    const act_row& row = table_of<P>.acts[act];
    if (row.slot == none) continue;
    view.turns.push_back({.stage = P::order::names[row.home],
                          .act = name_of<P>(act_id<P>{act}),
                          .did = person_set{state.did[row.slot]},
                          .passed = person_set{state.passed[row.home]}});
  }
}

}  // namespace detail

/// The state of a session now, for the acting leader.
/// @snippet any_protocol.cpp view
template <protocol P, typename Observer>
[[nodiscard]] session_view view_of(const session<P, Observer>& now) {
  const auto state = now.snapshot().state;
  session_view view{.protocol = P::name,
                    .stage = name_of<P>(now.stage()),
                    .stage_number = now.stage().index + std::size_t{1},
                    .stages = P::order::size,
                    .end = now.end(),
                    .has_begun = state.begun != 0,
                    .began = state.first_at,
                    .stage_began = state.entered_at != before_all ? state.entered_at
                                   : state.stage == 0             ? state.first_at
                                                                  : unstated,
                    .last = state.last_at == before_all ? unstated : state.last_at,
                    .presenter = now.presenter(),
                    .leader = now.acting_leader()};
  detail::see_people(now, view);
  detail::see_cases<P>(state, view);
  detail::see_options<P>(state, view);
  detail::see_turns<P>(state, view);
  for (const auto act : act_set<P>{state.happened}) view.happened.push_back(name_of<P>(act));
  for (const auto rule : now.open_flags()) view.open_flags.push_back(name_of<P>(rule));
  for (std::size_t i = 0; i < P::order::size; ++i) {
    if (((state.cut >> i) & 1U) != 0) view.cut_short.push_back(P::order::names[i]);
  }
  return view;
}

}  // namespace balint
