// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What comes of an act that is missing from the record, or took no effect.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/detail/asking.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <cstdint>

namespace balint::deviation::detail {

/// A case that is missing: what is owed then, and the first vote or selection of it.
template <protocol P>
[[nodiscard]] bool lose_case(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.does(i) != effect::makes_case) return false;
  const auto owner = c[i].by;
  const auto stage = c.before(i).stage;
  const auto on_it = [&](std::size_t j) {
    return (c.does(j) == effect::supports_case || c.does(j) == effect::selects_case) &&
           c[j].template target_as<case_id>().owner == owner;
  };
  if (does_elsewhere(c, i)) return false;
  const auto first = c.find(i + 1, c.size(), on_it);
  if (c.row(i).exactly_once) {
    if (!is_left_whole(c, stage) || !c.works_without(stage, i) || !is_owed_turn(c, i)) return false;
    leave_short(c, p, stage, true);
  } else if (first == nowhere || !is_selected_once(c)) {
    return false;
  } else if ((c.row(first).after & bit(c[i].act.index)) != 0 &&
             !c.any(0, first, [&](std::size_t j) { return j != i && c[j].act == c[i].act; })) {
    p.find({first, -1}, code::too_early, c[first]);
    p.reach(first);
    return true;
  }
  if (first == nowhere) return true;
  p.find({first, -1}, code::unknown_target, c[first]);
  p.reach(first);
  return true;
}

/// A vote that is missing: the selection is too early.
template <protocol P>
[[nodiscard]] bool lose_vote(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.does(i) != effect::supports_case || !c.row(i).exactly_once || !is_selected_once(c)) return false;
  const auto selection = c.find(i, c.size(), [&](std::size_t j) { return c.does(j) == effect::selects_case; });
  if (selection == nowhere || c.row(selection).after_all != c[i].act.index) return false;
  if (!c.is_participant(c[i].by) || !c.is_present(c[i].by, selection)) return false;
  p.find({selection, -1}, code::too_early, c[selection]);
  p.reach(c.end_of(c.before(i).stage));
  return true;
}

/// A selection that is missing: nobody can agree to be the presenter, until the story shows who it is.
template <protocol P>
[[nodiscard]] bool lose_selection(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.does(i) != effect::selects_case && c.does(i) != effect::takes_case) return false;
  const auto stage = c.before(i).stage;
  const auto presenter = c.before(i + 1).presenter;
  if (c.left(stage) == nowhere || !is_selected_once(c) || c.has_office(presenter)) return false;
  const auto accepted = c.find(i, c.size(), [&](std::size_t j) { return c.does(j) == effect::accepts_case; });
  if (accepted != nowhere) p.find({accepted, -1}, code::wrong_role, c[accepted]);
  const bool works =
      c.any(c.entered(stage), c.end_of(stage), [&](std::size_t j) { return j != i && j != accepted && c.works(j); });
  leave_short(c, p, stage, works);
  const auto told = c.find(i, c.size(), [&](std::size_t j) { return c.does(j) == effect::tells_story; });
  p.reach(told == nowhere ? c.size() : told);
  return true;
}

/// Something that is owed once, or by somebody: what has to come after it is too early, and the stage is left short.
template <protocol P>
[[nodiscard]] bool lose_step(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto* duty = duty_of<P>(c[i].act);
  const auto stage = c.before(i).stage;
  const auto m = c.left(stage);
  if (duty == nullptr || m == nowhere || (duty->due != quota::once && duty->due != quota::some)) return false;
  if (duty->since != 0 && (duty->since & c.before(m).happened) == 0) return false;
  const auto same = [&](std::size_t j) { return j != i && c[j].act == c[i].act; };
  if (c.any(c.entered(stage), m, same)) return false;
  const auto presenter = c.before(i).presenter;
  if (duty->passable && presenter != nobody && ((c.before(m).passed_here >> presenter.index) & 1U) != 0) return false;
  std::uint64_t missing = bit(c[i].act.index);
  if (c.any(m, c.size(), [&](std::size_t j) { return (c.row(j).after & missing) != 0; })) return false;
  bool works = c.any(c.entered(stage), i, [&](std::size_t j) { return c.works(j); });
  for (std::size_t j = i + 1; j < m; ++j) {
    if ((c.row(j).after & missing) != 0) {
      p.find({j, -1}, code::too_early, c[j]);
      missing |= bit(c[j].act.index) & ~c.before(i).happened;
      works = true;
    } else {
      if (c.is_of_stage(j)) p.end_row();
      works = works || c.works(j);
    }
  }
  leave_short(c, p, stage, works);
  return true;
}

/// Somebody's turn that is missing.
template <protocol P>
[[nodiscard]] bool lose_turn(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto stage = c.before(i).stage;
  if (c.does(i) != effect::none || !is_left_whole(c, stage) || !is_owed_turn(c, i)) return false;
  leave_short(c, p, stage, c.works_without(stage, i));
  return true;
}

/// A proposal that is missing: the numbers shift, so that what weighs the last option weighs none.
template <protocol P>
[[nodiscard]] bool lose_option(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.does(i) != effect::makes_option) return false;
  const auto stage = c.before(i).stage;
  const auto last = c.before(c.size()).options;
  const auto m = c.left(stage);
  if (m == nowhere || last < 2) return false;
  if (is_left_whole(c, stage) && is_owed_turn(c, i)) leave_short(c, p, stage, true);
  for (std::size_t j = m; j < c.size(); ++j) {
    if (c.does(j) == effect::weighs_option && c[j].template target_as<option_id>().number == last) {
      p.find({j, -1}, code::unknown_target, c[j]);
    } else if (c.is_of_stage(j)) {
      p.end_row();
    }
  }
  p.reach(weighing_stage<P>() == none ? m : c.end_of(weighing_stage<P>()));
  return !p.must.empty();
}

/// The only assessment or forecast of an option that is missing.
template <protocol P>
[[nodiscard]] bool lose_weighing(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto stage = c.before(i).stage;
  if (c.does(i) != effect::weighs_option || !is_left_whole(c, stage) || !is_only_weighing(c, i)) return false;
  leave_short(c, p, stage, c.works_without(stage, i));
  return true;
}

/// A turn that was let go by, which is not on record.
template <protocol P>
[[nodiscard]] bool lose_pass(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.does(i) != effect::passes) return false;
  const auto stage = c.before(i).stage;
  const auto who = c[i].by;
  const auto m = c.left(stage);
  if (!is_left_whole(c, stage) || !c.is_present(who, m)) return false;
  const auto selection = c.find(c.entered(stage), m, [&](std::size_t j) { return c.does(j) == effect::selects_case; });
  bool is_owed = false;
  for (const auto& duty : table_of<P>.duties) {
    if (duty.stage != stage || (!is_owed_by_each(duty.due) && !duty.passable) || !c.names(duty.who, who, m)) continue;
    const auto did = [&](std::size_t j) {
      return c[j].act.index == duty.act && (duty.due == quota::once || c[j].by == who);
    };
    if (c.any(c.entered(stage), m, did)) continue;
    if (selection != nowhere && c.row(selection).after_all == duty.act) {
      if (!is_selected_once(c) || selection < i || !c.is_present(who, selection)) return false;
      p.find({selection, -1}, code::too_early, c[selection]);
      p.reach(m);
      return true;
    }
    is_owed = true;
  }
  if (!is_owed) return false;
  leave_short(c, p, stage, c.works_without(stage, i));
  return true;
}

/// What comes of an act of a stage that takes no effect, whichever it is.
template <protocol P>
[[nodiscard]] bool lose(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  switch (c.does(i)) {
    case effect::makes_case: return lose_case(c, i, p);
    case effect::supports_case: return lose_vote(c, i, p);
    case effect::makes_option: return lose_option(c, i, p);
    case effect::weighs_option: return lose_weighing(c, i, p);
    default: return lose_turn(c, i, p);
  }
}

}  // namespace balint::deviation::detail
