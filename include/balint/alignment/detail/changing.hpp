// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Changing a draft: events put in, taken out and kept, with all that follows for what can still be thought over.
#include <balint/alignment/detail/draft.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace balint::detail {

/// Changes of drafts of one trace at one position.
template <protocol P>
class changing {
 public:
  using form = shape<P>;
  using alternatives = std::vector<draft<P>>;
  static constexpr const table<P>& t = table_of<P>;

  changing(std::span<const event<P>> trace, const group<P>& people, histories<P>& all, const outlook<P>& rest)
      : trace_(trace), people_(people), all_(all), rest_(rest) {}

  /// Drafts that cost this much or more are of no use.
  std::uint32_t bound = out_of_reach;

  /// The least cost that drafts given up for lack of room could have come to.
  mutable std::uint32_t lost = out_of_reach;

  /// Leaves out drafts without hope, those that another one makes needless, and those that there is no room for.
  void thin(alternatives& now, std::size_t room) const {
    std::erase_if(now, [&](const draft<P>& d) { return is_hopeless(d); });
    std::vector<std::pair<std::uint32_t, std::size_t>> order;  // By promise, then as they stand.
    for (std::size_t i = 0; i < now.size(); ++i) order.emplace_back(promise(now[i]), i);
    std::sort(order.begin(), order.end());
    alternatives kept;
    for (const auto& [promised, i] : order) {
      if (std::any_of(kept.begin(), kept.end(), [&](const draft<P>& beside) { return is_needless(beside, now[i]); }))
        continue;
      if (kept.size() == room) {
        lost = std::min(lost, promised);
        break;
      }
      kept.push_back(std::move(now[i]));
    }
    now = std::move(kept);
  }
  [[nodiscard]] std::uint32_t promise(const draft<P>& d) const {
    return d.cost + rest_.least(rest_.position(), d.stage());
  }
  [[nodiscard]] bool is_hopeless(const draft<P>& d) const { return promise(d) >= bound; }

  /// Takes the event at the position out.
  void remove(draft<P>& d) const {
    const auto at = rest_.position();
    note_down(d, {.at = at, .what = trace_[at], .says = note::removed});
    ++d.cost;
  }
  /// Keeps the event at the position, which nothing stands against.
  void keep(draft<P>& d) const {
    const auto at = rest_.position();
    const auto& e = trace_[at];
    const auto& row = t.acts[e.act.index];
    if (row.does == effect::advances) leave(d);
    if (row.does == effect::selects_case || row.does == effect::supports_case || row.does == effect::makes_option ||
        row.does == effect::passes || row.weighing != none) {
      note_down(d, {.at = at, .what = e, .says = note::kept});
    }
    happen(d, e);
  }
  /// Puts an event in; false: something stands against it.
  bool insert(draft<P>& d, const event<P>& e) const {
    if (d.now.check(e) != no_refusal) return false;
    if (t.acts[e.act.index].does == effect::advances) leave(d);
    note_down(d, {.at = rest_.position(), .what = e, .says = note::inserted});
    ++d.cost;
    happen(d, e);
    return true;
  }
  /// Whether keeping an event settles that somebody was in the room who might as well have dropped out.
  [[nodiscard]] bool binds(const draft<P>& d, const event<P>& e) const {
    if (uses_a_turn(d, e)) return true;
    return d.is_loose(e.by.index) && d.stage() < form::last_each && form::turns_after(d.stage()) >= 2;
  }

 protected:
  [[nodiscard]] bool is_needless(const draft<P>& beside, const draft<P>& d) const {
    return beside.cost <= d.cost && distance(beside, d, rest_, d.cost - beside.cost) <= d.cost - beside.cost;
  }
  void note_down(draft<P>& d, history_entry<P> one) const {
    one.before = d.tail;
    d.tail = all_.add(one);
  }
  void turn(draft<P>& d, std::uint32_t about, const event<P>& into) const {
    note_down(d, {.about = about, .at = rest_.position(), .what = into, .says = note::turned});
  }
  /// Notes where a stage is left and what of it can still be thought over.
  void leave(draft<P>& d) const {
    note_down(d, {.at = rest_.position(), .says = note::left});
    d.left[d.stage()] = d.tail;
    const auto& s = d.now.remembered();
    if (const auto making = find_effect<P>(effect::makes_case);
        making.index < form::acts && t.acts[making.index].home == s.stage) {
      d.lapsed = s.passed & ~s.cases & ~d.loose;
    }
    if (s.stage == form::last_option) {
      std::uint64_t bound_by_duty = 0;
      for (const auto& duty : t.duties) {
        if (duty.stage == s.stage && is_owed_by_each(duty.due) && t.acts[duty.act].does == effect::makes_option)
          bound_by_duty |= d.now.fitting(duty.who);
      }
      bound_by_duty &= s.present & ~s.passed;
      if (const auto making = find_effect<P>(effect::makes_option); making.index < form::acts)
        d.makers = d.now.fitting(t.acts[making.index].who) & s.present;
      d.movable = 0;
      for (std::size_t i = 0; i < people_.size(); ++i) {
        const bool owes = ((bound_by_duty >> i) & 1U) != 0;
        if (d.made[i] != 0) d.movable = static_cast<std::uint16_t>(d.movable + d.made[i] - (owes ? 1U : 0U));
      }
    }
    if (s.stage >= form::last_each) d.loose = 0;
    if (s.stage >= form::last_case) d.lapsed = 0;
    if (s.stage >= form::last_weighing) {
      d.spare = 0;
      d.movable = 0;
      d.made = {};
    }
    d.weighed = {};
  }
  /// An event takes effect, and whoever it shows as present or uses is no longer loose.
  void happen(draft<P>& d, const event<P>& e) const {
    const auto& row = t.acts[e.act.index];
    d.loose &= ~bit(e.by.index);
    if (row.target == target_kind::person || uses_a_turn(d, e)) d.loose &= ~bit(e.target);
    if (row.does == effect::selects_case || row.does == effect::advances) d.pliant = 0;
    if (row.does == effect::makes_option) ++d.made[e.by.index];
    if (row.weighing != none && e.target >= 1 && e.target <= d.weighed.size()) ++d.weighed[e.target - 1U];
    d.now.accept(e);
  }
  /// Whether an event is about a case that was put in.
  [[nodiscard]] bool uses_a_turn(const draft<P>& d, const event<P>& e) const {
    if (t.acts[e.act.index].target != target_kind::case_of || e.target >= max_people || !d.is_loose(e.target))
      return false;
    return t.acts[all_[d.turn[e.target]].what.act.index].does == effect::makes_case;
  }
  static void change(draft<P>& d, const state<P>& to) { d.now = engine<P>(d.now.people(), to); }
  /// Brings back one of these people who is away; false: there is none.
  bool come_back(draft<P>& d, std::uint64_t who) const {
    const auto& s = d.now.remembered();
    who &= ~s.present & ~s.gone;
    return who != 0 && insert(d, {.by = {static_cast<std::uint8_t>(std::countr_zero(who))},
                                  .act = find_effect<P>(effect::rejoins)});
  }
  /// Sees to it that somebody leads.
  bool lead(draft<P>& d) const {
    if (d.now.acting_leader() != nobody) return true;
    if (come_back(d, d.now.remembered().leaders)) return true;
    for (std::uint8_t i = 0; i < people_.size(); ++i) {
      auto aside = d;
      if (come_back(aside, bit(i)) && aside.now.acting_leader() != nobody) {
        d = std::move(aside);
        return true;
      }
    }
    return false;
  }
  /// Puts in an act by whoever may do it, preferably somebody who is not loose.
  bool insert_by_anybody(draft<P>& d, std::uint8_t act, std::uint16_t target, std::uint64_t who) const {
    const auto& row = t.acts[act];
    for (const auto missing = row.after & ~d.now.remembered().happened; missing != 0;) {
      const auto first = static_cast<std::uint8_t>(std::countr_zero(missing));
      if (t.acts[first].home != d.stage() || first == act) return false;
      if (!insert_by_anybody(d, first, 0, d.now.fitting(t.acts[first].who))) return false;
      return insert_by_anybody(d, act, target, who);
    }
    for (const auto set : {who & d.now.remembered().present & ~d.loose, who & d.now.remembered().present & d.loose}) {
      for (auto rest = set; rest != 0; rest &= rest - 1) {
        if (insert(d, {.by = {static_cast<std::uint8_t>(std::countr_zero(rest))}, .act = {act}, .target = target}))
          return true;
      }
    }
    if ((who & d.now.remembered().present) != 0) return false;
    return come_back(d, who) && insert_by_anybody(d, act, target, who);
  }
  /// Puts in the case of somebody, instead of a pass where there was one, in an earlier stage where it belongs there.
  bool make_case(draft<P>& d, std::uint8_t owner) const {
    const auto making = find_effect<P>(effect::makes_case);
    if (making.index >= form::acts) return false;
    const event<P> e{.by = {owner}, .act = making};
    const std::size_t home = t.acts[making.index].home;
    if (home == d.stage()) {
      if (((d.now.remembered().passed >> owner) & 1U) != 0 && !take_back_pass(d, owner)) return false;
      return insert(d, e);
    }
    if (home > d.stage() || ((d.lapsed >> owner) & 1U) == 0 || ((d.now.remembered().cases_out >> owner) & 1U) != 0)
      return false;
    const auto pass = kept_pass(d, owner, home);
    if (pass == 0) return false;
    turn(d, pass, {});
    note_down(d, {.about = d.left[home], .at = rest_.position(), .what = e, .says = note::backdated});
    d.cost += 2;
    d.lapsed &= ~bit(owner);
    auto s = d.now.remembered();
    s.cases |= bit(owner);
    s.happened |= bit(making.index);
    if (t.acts[making.index].slot != none) s.did[t.acts[making.index].slot] |= bit(owner);
    change(d, s);
    return true;
  }
  /// Where the pass of somebody in a stage was kept; 0: nowhere.
  [[nodiscard]] std::uint32_t kept_pass(const draft<P>& d, std::uint8_t who, std::size_t stage) const {
    std::vector<std::uint32_t> turned;
    const auto last = stage == d.stage() ? d.tail : d.left[stage];
    const auto first = stage == 0 ? 0U : d.left[stage - 1];
    for (auto i = d.tail; i != 0 && i != first; i = all_[i].before) {
      const auto& one = all_[i];
      if (one.says == note::turned) turned.push_back(one.about);
      if (i > last || one.says != note::kept || one.what.by.index != who ||
          t.acts[one.what.act.index].does != effect::passes)
        continue;
      return std::find(turned.begin(), turned.end(), i) == turned.end() ? i : 0;
    }
    return 0;
  }
  /// A pass in this stage goes after all.
  bool take_back_pass(draft<P>& d, std::uint8_t who) const {
    const auto pass = kept_pass(d, who, d.stage());
    if (pass == 0) return false;
    turn(d, pass, {});
    ++d.cost;
    auto s = d.now.remembered();
    s.passed &= ~bit(who);
    change(d, s);
    return true;
  }

  std::span<const event<P>> trace_;
  const group<P>& people_;
  histories<P>& all_;
  const outlook<P>& rest_;
};

}  // namespace balint::detail
