// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Mending: the ways to make an event possible, or a stage complete, by events put in.
#include <balint/alignment/detail/weighing.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::detail {

/// What can be done to drafts of one trace at one position. What leaves no hope is left out of every answer.
template <protocol P>
class mending : public weighing<P> {
 public:
  using weighing<P>::weighing;
  using typename weighing<P>::form;
  using typename weighing<P>::alternatives;
  using weighing<P>::t;
  using weighing<P>::bound;
  using weighing<P>::promise;
  using weighing<P>::is_hopeless;
  using weighing<P>::insert;
  using weighing<P>::thin;

  /// How many ways there may be to one thing.
  std::size_t room = 64;

  /// Every way worth trying to make an event possible.
  [[nodiscard]] alternatives enable(const draft<P>& from, const event<P>& e, int depth = 6) const {
    alternatives found;
    enable(from, e, depth, found);
    if (found.size() > 1) thin(found, room);
    return found;
  }
  /// The ways to select a case before a vote that is not owed is given to another.
  [[nodiscard]] alternatives select_before(const draft<P>& from, const event<P>& vote) const {
    alternatives found;
    if (find_effect<P>(effect::selects_case).index >= form::acts || !selects_here(from) ||
        from.now.remembered().presenter != nobody.index || owes(from, vote.by.index))
      return found;
    for (auto x = candidates_here(from) & ~bit(vote.target); x != 0; x &= x - 1)
      settle(from, static_cast<std::uint8_t>(std::countr_zero(x)), false, found);
    return found;
  }
  /// Every way worth trying to make the stage complete.
  [[nodiscard]] alternatives finish(const draft<P>& from) const {
    alternatives found;
    if (is_hopeless(from)) return found;
    if (selects_here(from) && find_effect<P>(effect::selects_case).index < form::acts) {
      for (auto x = candidates_here(from); x != 0; x &= x - 1)
        settle(from, static_cast<std::uint8_t>(std::countr_zero(x)), true, found);
    } else if (selects_here(from)) {
      const bool is_taken = from.now.remembered().presenter != nobody.index;
      if (is_taken) complete(from, nobody.index, found);
      for (const auto& open : is_taken ? undo(from) : alternatives{from}) {
        for (std::uint8_t who = 0; who < people_.size(); ++who) {
          const event<P> takes{.by = {who}, .act = find_effect<P>(effect::takes_case)};
          for (auto& d : enable(open, takes, 3)) {
            if (d.stage() == from.stage() && insert(d, takes)) complete(d, nobody.index, found);
          }
        }
      }
    } else {
      complete(from, nobody.index, found);
    }
    return found;
  }
  /// Every way worth trying to get to a later stage.
  [[nodiscard]] alternatives go_to(const draft<P>& from, std::size_t stage) const {
    alternatives now{from};
    while (!now.empty() && now.front().stage() < stage) {
      alternatives next;
      for (const auto& d : now) {
        if (d.cost + 1 + rest_.least(rest_.position(), d.stage() + 1U) >= bound) continue;
        for (auto& whole : finish(d)) {
          if (move(whole, effect::advances) && !is_hopeless(whole)) next.push_back(std::move(whole));
        }
      }
      thin(next, room);
      now = std::move(next);
    }
    return now;
  }
  /// Every way worth trying to bring a draft to its end.
  [[nodiscard]] alternatives end(const draft<P>& from) const {
    alternatives found;
    for (const auto& d : go_to(from, form::stages - 1)) {
      for (auto& whole : finish(d)) {
        if (move(whole, effect::closes) && whole.cost < bound) found.push_back(std::move(whole));
      }
    }
    return found;
  }
  /// Makes everything ready for whoever leads to move or close, except what the stage owes; false: it cannot be.
  bool make_ready(draft<P>& d, effect how) const {
    for (auto open = d.now.remembered().open_flags; open != 0; open &= open - 1) {
      if (!lead(d) || !insert(d, {.by = d.now.acting_leader(),
                                  .act = find_effect<P>(effect::reminds),
                                  .target = static_cast<std::uint16_t>(std::countr_zero(open))}))
        return false;
    }
    const auto& row = t.acts[find_effect<P>(how).index];
    if (row.attended != 0 && (d.now.fitting(row.attended) & d.now.remembered().present) == 0 &&
        !come_back(d, d.now.fitting(row.attended)))
      return false;
    return true;
  }

 private:
  using weighing<P>::come_back;
  using weighing<P>::insert_by_anybody;
  using weighing<P>::lead;
  using weighing<P>::make_case;
  using weighing<P>::people_;
  using weighing<P>::rest_;
  using weighing<P>::take_back_pass;
  using weighing<P>::discharges;
  using weighing<P>::owes;
  using weighing<P>::drop_instead;
  using weighing<P>::support;
  using weighing<P>::more_options;
  using weighing<P>::fewer_options;

  [[nodiscard]] static bool selects_here(const draft<P>& d) {
    return ((masks_of<P>.selecting_stages >> d.stage()) & 1U) != 0;
  }
  /// Whose case could be the one that is worked on.
  [[nodiscard]] std::uint64_t candidates_here(const draft<P>& d) const {
    auto who = d.now.open_cases();
    for (const auto& row : t.acts) {
      if (row.does == effect::makes_case && row.home == d.stage())
        who |= d.now.fitting(row.who) & d.now.remembered().present;
    }
    who |= d.lapsed & d.now.remembered().present;
    return who;
  }

  /// Advances or closes.
  bool move(draft<P>& d, effect how) const {
    if (!make_ready(d, how) || !lead(d)) return false;
    return insert(d, {.by = d.now.acting_leader(), .act = find_effect<P>(how)});
  }

  /// Makes the owner of a case the presenter who accepted; if `wholly`, completes the stage.
  void settle(const draft<P>& from, std::uint8_t x, bool wholly, alternatives& found) const {
    draft<P> d = from;
    d.loose &= ~bit(x);
    if (d.now.remembered().presenter == x) {
      complete(std::move(d), x, found);
      return;
    }
    alternatives ready{d};
    if (d.now.remembered().presenter != nobody.index) ready = undo(d);
    const auto selecting = find_effect<P>(effect::selects_case);
    for (auto& one : ready) {
      if (((one.now.open_cases() >> x) & 1U) == 0 && !make_case(one, x)) continue;
      for (const auto& heard : t.acts[selecting.index].after_all == none ? alternatives{one} : discharges(one, x)) {
        for (const auto& able : hand_on(heard, x)) {
          for (auto& supported : support(able, x, 2)) {
            if (!lead(supported)) continue;
            if (!insert(supported, {.by = supported.now.acting_leader(), .act = selecting, .target = x})) continue;
            if (wholly) {
              complete(supported, x, found);
            } else if (!is_hopeless(supported)) {
              found.push_back(std::move(supported));
            }
          }
        }
      }
    }
  }
  /// Undoes a selection.
  [[nodiscard]] alternatives undo(const draft<P>& from) const {
    alternatives found;
    for (const auto how : {effect::declines_case, effect::withdraws}) {
      auto d = from;
      if (find_effect<P>(how).index >= form::acts) continue;
      if (insert(d, {.by = {d.now.remembered().presenter}, .act = find_effect<P>(how)}) && !is_hopeless(d))
        found.push_back(std::move(d));
    }
    return found;
  }
  /// Hands the lead on where the one who leads owns the case that is selected.
  [[nodiscard]] alternatives hand_on(const draft<P>& from, std::uint8_t x) const {
    alternatives found;
    const auto& s = from.now.remembered();
    if (((s.leaders >> x) & 1U) == 0 && from.now.acting_leader() != person_id{x}) return {from};
    const auto handing = find_effect<P>(effect::hands_over);
    if (handing.index >= form::acts) return found;
    auto led = from;
    if (!lead(led)) return found;
    for (std::uint8_t heir = 0; heir < people_.size(); ++heir) {
      auto d = led;
      if (insert(d, {.by = d.now.acting_leader(), .act = handing, .target = heir}) && !is_hopeless(d))
        found.push_back(std::move(d));
    }
    return found;
  }

  /// Completes a stage whose presenter, if it selects one, is settled.
  void complete(const draft<P>& from, std::uint8_t selected, alternatives& found) const {
    for (auto& d : discharges(from, selected)) complete_with(std::move(d), selected, found);
  }
  void complete_with(draft<P> d, std::uint8_t selected, alternatives& found) const {
    for (int guard = 0; guard < 2048; ++guard) {
      if (is_hopeless(d)) return;
      const auto o = d.now.first_owed();
      if (!o) {
        found.push_back(std::move(d));
        return;
      }
      if (o.owes == debt::a_case) {
        for (std::uint8_t who = 0; who < people_.size(); ++who) {
          auto one = d;
          if (make_case(one, who)) complete_with(std::move(one), selected, found);
        }
        return;
      }
      if (o.owes == debt::an_option) {
        if (!more_options(d, 1)) return;
        continue;
      }
      const auto act = static_cast<std::uint8_t>(o.act.index);
      if (o.due == quota::per_option) {
        if (fewer_options(d)) continue;
        if (!insert_by_anybody(d, act, o.first_option.number, d.now.fitting(t.acts[act].who))) return;
        continue;
      }
      if (!insert_by_anybody(d, act, 0, d.now.fitting(t.acts[act].who))) return;
    }
  }

  /// Whether an act is open to whoever leads.
  [[nodiscard]] static bool is_for_the_lead(const act_row& row) {
    constexpr auto office = static_cast<std::uint8_t>(P::offices::template index<typename P::lead::office>);
    for (auto terms = row.who; terms != 0; terms &= static_cast<std::uint16_t>(terms - 1U)) {
      if (t.terms.rows[static_cast<std::size_t>(std::countr_zero(terms))].base == office) return true;
    }
    return false;
  }
  /// The lead passes to somebody: fallen to, or handed over.
  [[nodiscard]] alternatives pass_lead(const draft<P>& from, person_id to) const {
    alternatives found;
    const auto dropping = find_effect<P>(effect::drops);
    auto d = from;
    for (int guard = 0; guard < 4 && dropping.index < form::acts; ++guard) {
      const auto now = d.now.acting_leader();
      if (now == nobody || !insert(d, {.by = now, .act = dropping}) || is_hopeless(d)) break;
      if (d.now.acting_leader() == to) {
        found.push_back(std::move(d));
        break;
      }
    }
    const auto handing = find_effect<P>(effect::hands_over);
    if (handing.index < form::acts && from.now.acting_leader() != nobody) {
      auto handed = from;
      if (insert(handed, {.by = handed.now.acting_leader(), .act = handing, .target = to.index}) &&
          !is_hopeless(handed))
        found.push_back(std::move(handed));
    }
    return found;
  }

  void enable(const draft<P>& from, const event<P>& e, int depth, alternatives& found) const {
    if (is_hopeless(from)) return;
    const auto why = from.now.check(e);
    if (why == no_refusal) {
      found.push_back(from);
      return;
    }
    if (depth == 0 || e.act.index >= form::acts || e.by.index >= people_.size()) return;
    const auto& row = t.acts[e.act.index];
    const auto on = [&](const alternatives& ways) {
      for (const auto& d : ways) enable(d, e, depth - 1, found);
    };
    auto d = from;
    switch (why) {
      case code::absent:
        if (row.home != none && row.home > d.stage()) {
          on(go_to(d, row.home));
        } else if (come_back(d, bit(e.by.index))) {
          enable(d, e, depth - 1, found);
        }
        return;
      case code::wrong_stage:
        if (row.does == effect::closes) {
          on(go_to(d, form::stages - 1));
        } else if (row.home != none && row.home > d.stage()) {
          on(go_to(d, row.home));
        }
        return;
      case code::wrong_role:
        if (is_for_the_lead(row) && d.now.acting_leader() != e.by) on(pass_lead(d, e.by));
        if (selects_here(d) && d.now.remembered().presenter != e.by.index &&
            find_effect<P>(effect::selects_case).index < form::acts &&
            (row.does == effect::accepts_case || row.does == effect::declines_case)) {
          alternatives settled;
          settle(d, e.by.index, false, settled);
          on(settled);
        }
        return;
      case code::too_early:
        if (const auto missing = row.after & ~d.now.remembered().happened; missing != 0) {
          const auto first = static_cast<std::uint8_t>(std::countr_zero(missing));
          const bool is_its_case = t.acts[first].does == effect::makes_case && row.target == target_kind::case_of &&
                                   e.target < people_.size();
          const bool is_done = is_its_case ? make_case(d, static_cast<std::uint8_t>(e.target))
                                           : insert_by_anybody(d, first, 0, d.now.fitting(t.acts[first].who));
          if (is_done) enable(d, e, depth - 1, found);
        } else {
          on(discharges(d, row.does == effect::selects_case ? static_cast<std::uint8_t>(e.target) : nobody.index));
        }
        return;
      case code::unknown_target:
        if (row.target == target_kind::case_of && e.target < people_.size() &&
            make_case(d, static_cast<std::uint8_t>(e.target)))
          enable(d, e, depth - 1, found);
        if (row.target == target_kind::option && e.target > d.now.remembered().options &&
            e.target <= option_capacity<P>) {
          const auto n = e.target - d.now.remembered().options;
          const auto free = std::popcount(d.spare);
          if (promise(d) + static_cast<std::uint32_t>(n > free ? n - free : 0) < bound &&
              more_options(d, static_cast<std::size_t>(n)))
            enable(d, e, depth - 1, found);
        }
        return;
      case code::repeated:
        if (row.does == effect::selects_case && d.now.remembered().presenter != nobody.index) on(undo(d));
        if (row.exactly_once && ((d.now.remembered().passed & ~d.loose) >> e.by.index & 1U) != 0) {
          const bool is_too_late = row.does == effect::supports_case && d.now.remembered().presenter != nobody.index;
          if (!is_too_late && take_back_pass(d, e.by.index)) enable(d, e, depth - 1, found);
        }
        return;
      case code::nothing_owed:
        if (d.stage() < form::last_each) on(go_to(d, d.stage() + 1));
        return;
      case code::not_absent:
        if (d.is_loose(e.by.index) && drop_instead(d, e.by)) enable(d, e, depth - 1, found);
        return;
      case code::leader_is_presenter:
        if (row.does == effect::takes_case) on(hand_on(d, e.by.index));
        return;
      case code::not_supported: on(support(d, static_cast<std::uint8_t>(e.target), 2)); return;
      case code::flag_open:
      case code::supervisor_absent:
        if (make_ready(d, row.does)) enable(d, e, depth - 1, found);
        return;
      case code::stage_incomplete: on(finish(d)); return;
      default: return;
    }
  }
};

}  // namespace balint::detail
