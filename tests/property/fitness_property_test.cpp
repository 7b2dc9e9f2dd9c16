// SPDX-License-Identifier: MIT
// The fitness of random sessions that went to their close: it falls with every damage, and order comes before
// completeness.
#include <balint/alignment/fitness.hpp>

#include <algorithm>
#include <string_view>

#include "tests/property/random_session.hpp"

using namespace balint;

namespace fitness_property_test {

template <typename P>
class Fitness : public testing::Test {};
TYPED_TEST_SUITE(Fitness, property::protocols);

/// A session that goes to its close, led by a script: what is owed, and some more.
template <typename P>
std::vector<event<P>> complete_trace_of(const property::script& s, const group<P>& people) {
  std::vector<event<P>> trace;
  session<P> now(people);
  for (std::size_t i = 0; i < 400 && now.end() == ending::running; ++i) {
    auto step = s.steps.empty() ? property::step{} : s.steps[i % s.steps.size()];
    step.pick = static_cast<std::uint16_t>(step.pick + i * 7);
    step.way = static_cast<std::uint8_t>(now.option_count() > 12 || i % 6 == 0 ? 0 : 4);
    step.time = 0;
    const auto e = property::chosen(now, step);
    if (now.apply(e)) trace.push_back(e);
  }
  return trace;
}
/// Whether an event leaves a stage, or the last one.
template <typename P>
bool is_move(const event<P>& e) {
  const auto name = name_of<P>(e.act);
  return name == "advance" || name == "cut_short" || name == "close";
}
/// Whether a stage is left as soon as it was entered. Where a flag is open then, the second move is taken for a fault
/// of the record, and what follows is out of turn.
template <typename P>
bool has_moves_in_a_row(const std::vector<event<P>>& trace) {
  const auto both = [](const event<P>& a, const event<P>& b) { return is_move(a) && is_move(b); };
  return std::adjacent_find(trace.begin(), trace.end(), both) != trace.end();
}
/// Where each stage begins; at last, one past the end.
template <typename P>
std::vector<std::size_t> beginnings(const std::vector<event<P>>& trace) {
  std::vector<std::size_t> at{0};
  for (std::size_t i = 0; i < trace.size(); ++i) {
    if (is_move(trace[i])) at.push_back(i + 1);
  }
  return at;
}
template <typename P>
std::vector<event<P>> without(std::vector<event<P>> trace, std::size_t from, std::size_t to) {
  trace.erase(trace.begin() + static_cast<std::ptrdiff_t>(from), trace.begin() + static_cast<std::ptrdiff_t>(to));
  return trace;
}
template <typename P>
bool is_turn(const event<P>& e) {
  const auto name = name_of<P>(e.act);
  constexpr std::array deciding{"select_case", "accept_case", "decline_case"};
  return is_act_of_a_stage<P>(e.act) && std::find(deciding.begin(), deciding.end(), name) == deciding.end();
}
/// Whether a stage owes anything whatever came before.
template <typename P>
bool is_owed_anything(std::size_t stage) {
  const auto& duties = detail::table_of<P>.duties;
  return std::any_of(duties.begin(), duties.end(),
                     [&](const auto& duty) { return duty.stage == stage && duty.since == 0; });
}
/// Whether nothing else stands or falls with a turn: no later event is about what it made, and nothing is owed after
/// it.
template <typename P>
bool is_lost_alone(const event<P>& e) {
  const auto does = detail::table_of<P>.acts[e.act.index].does;
  const auto& duties = detail::table_of<P>.duties;
  const bool is_followed = std::any_of(duties.begin(), duties.end(),
                                       [&](const auto& duty) { return ((duty.since >> e.act.index) & 1U) != 0; });
  return is_turn<P>(e) && !is_followed && does != effect::makes_option && does != effect::makes_case &&
         does != effect::supports_case && does != effect::takes_case;
}

/// Which events of a trace were accepted.
template <typename P>
std::vector<std::size_t> accepted(const formation<P>& people, const std::vector<event<P>>& trace) {
  std::vector<std::size_t> places;
  std::size_t found = 0;
  const auto count = [&](const finding<P>&) { ++found; };
  judge<P, decltype(count)> all(people, count);
  for (std::size_t i = 0; i < trace.size(); ++i) {
    const auto before = found;
    all.apply(trace[i]);
    if (found == before) places.push_back(i);
  }
  return places;
}
/// Which stages were worked on.
template <typename P>
std::vector<bool> stages_worked_on(const formation<P>& people, const std::vector<event<P>>& trace) {
  std::vector<bool> worked(P::order::size, false);
  judge<P> all(people);
  for (const auto& e : trace) {
    all.apply(e);
    const auto state = all.session().snapshot().state;
    if (((state.worked >> state.stage) & 1U) != 0) worked[state.stage] = true;
  }
  return worked;
}

/// Whether a stage that is skipped, or swapped with the next, weighs more than any turn that is lost and takes no whole
/// stage along.
template <typename P>
bool order_comes_before_completeness(const formation<P>& people, const std::vector<event<P>>& trace, bool is_conforming,
                                     const std::vector<property::step>&) {
  if (!is_conforming) return true;
  const auto fit = [&](const std::vector<event<P>>& t) { return fitness_of<P>(people, t); };
  const auto at = beginnings<P>(trace);
  const auto worked_on = stages_worked_on(people, trace);
  double least_of_one = 1;
  std::vector<std::size_t> turns(at.size(), 0);
  for (std::size_t stage = 0; stage + 1 < at.size(); ++stage) {
    turns[stage] =
        static_cast<std::size_t>(std::count_if(trace.begin() + static_cast<std::ptrdiff_t>(at[stage]),
                                               trace.begin() + static_cast<std::ptrdiff_t>(at[stage + 1]), is_turn<P>));
    for (auto i = at[stage]; turns[stage] > 1 && i < at[stage + 1]; ++i) {
      if (!is_turn(trace[i])) continue;
      const auto less = without(trace, i, i + 1);
      if (stages_worked_on(people, less) == worked_on) least_of_one = std::min(least_of_one, fit(less));
    }
  }
  for (std::size_t stage = 0; stage + 1 < at.size(); ++stage) {
    if (is_owed_anything<P>(stage) && fit(without(trace, at[stage], at[stage + 1] - 1)) >= least_of_one) return false;
    if (is_owed_anything<P>(stage) && stage + 2 < at.size() &&
        fit(without(trace, at[stage], at[stage + 1])) >= least_of_one)
      return false;
    const bool has_next = stage + 3 < at.size() && turns[stage] != 0 && turns[stage + 1] != 0;
    if (!has_next || !is_owed_anything<P>(stage)) continue;
    auto swapped = trace;
    const auto begin = swapped.begin();
    std::rotate(begin + static_cast<std::ptrdiff_t>(at[stage]), begin + static_cast<std::ptrdiff_t>(at[stage + 1]),
                begin + static_cast<std::ptrdiff_t>(at[stage + 2]));
    if (fit(swapped) >= least_of_one) return false;
  }
  return true;
}

/// Whether each damage of many, one after another, leaves a trace no fitter than before: strangers who speak, flags
/// that nobody answers, turns that are lost alone, and one stage. After a stage is lost, what follows is out of turn,
/// and a flag, another turn or another stage that is lost may change its course: then only strangers speak.
template <typename P>
bool falls_with_damage(const formation<P>& people, std::vector<event<P>> trace, bool is_conforming,
                       const std::vector<property::step>& steps) {
  double before = fitness_of<P>(people, trace);
  if (before > 1 || (before == 1) != is_conforming) return false;
  bool is_out_of_turn = false;
  for (std::size_t i = 0; i < 12 && !trace.empty(); ++i) {
    const auto step = steps.empty() ? property::step{} : steps[i % steps.size()];
    const auto place = trace.begin() + static_cast<std::ptrdiff_t>(step.pick % trace.size());
    const auto at = beginnings<P>(trace);
    const auto kept = accepted<P>(people, trace);
    const auto stage = at.size() < 2 ? 0 : step.target % (at.size() - 1);
    const bool is_all_accepted = at.size() > 1 && std::count_if(kept.begin(), kept.end(), [&](std::size_t k) {
                                                    return k >= at[stage] && k < at[stage + 1];
                                                  }) == static_cast<std::ptrdiff_t>(at[stage + 1] - at[stage]);
    // Of two moves in a row the second counts as a fault of the record, unless something comes between them.
    const bool parts_moves = place != trace.begin() && is_move(*place) && is_move(*(place - 1));
    switch (step.way % 4) {
      case 0:
        if (!parts_moves) trace.insert(place, detail::raw_event<P>({.by = nobody, .act = {0}}));
        break;
      case 1:
        if (!is_out_of_turn && !has_moves_in_a_row(trace))
          trace.insert(place, event<P>::template of<act::flag>(person_id{0}, rule_id{0}));
        break;
      case 2:
        if (!is_all_accepted || is_out_of_turn) break;
        trace = without(trace, at[stage], at[stage + 1] - 1);
        is_out_of_turn = true;
        break;
      default: {
        if (kept.empty() || is_out_of_turn) break;
        if (const auto lost = kept[step.pick % kept.size()]; is_lost_alone(trace[lost]))
          trace = without(trace, lost, lost + 1);
      }
    }
    const auto after = fitness_of<P>(people, trace);
    if (after > before + 1e-12 || after <= 0) return false;
    before = after;
  }
  return true;
}

/// Tries a property; enough of what it is tried on has to be sessions that closed.
template <typename P, typename Property>
void expect_always(Property holds) {
  std::size_t closed = 0;
  EXPECT_TRUE(property::always(
      [&](const property::script& s) {
        const auto people = form<P>(property::people_of<P>(s));
        const auto trace = complete_trace_of<P>(s, detail::group_of(people));
        const bool is_conforming = judge_trace<P>(people, trace) == verdict::conforming;
        closed += is_conforming ? 1U : 0U;
        return holds(people, trace, is_conforming, s.steps);
      },
      80));
  EXPECT_GT(closed, 30U);
}
TYPED_TEST(Fitness, PutsOrderBeforeCompleteness) {
  expect_always<TypeParam>(order_comes_before_completeness<TypeParam>);
}
TYPED_TEST(Fitness, FallsWithEachDamage) { expect_always<TypeParam>(falls_with_damage<TypeParam>); }

}  // namespace fitness_property_test
