// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Mending: the ways to make an event possible, or a stage complete, by events put in.
#include <balint/conformance/draft.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::detail {

/// What can be done to drafts of one trace at one position. What leaves no hope is left out of every answer.
template <protocol P>
class mending {
 public:
  using form = shape<P>;
  using alternatives = std::vector<draft<P>>;
  static constexpr const table<P>& t = table_of<P>;

  mending(std::span<const event<P>> trace, const group<P>& people, histories<P>& all, const outlook<P>& rest)
      : trace_(trace), people_(people), all_(all), rest_(rest) {}

  /// Drafts that cost this much or more are of no use.
  std::uint32_t bound = out_of_reach;

  [[nodiscard]] std::uint32_t promise(const draft<P>& d) const { return d.cost + rest_.least(rest_.position(), d.stage()); }
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
    if (row.does == effect::selects_case || row.does == effect::supports_case || row.does == effect::makes_option || row.does == effect::passes || row.weighing != none) {
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
  /// Every way worth trying to make an event possible.
  [[nodiscard]] alternatives enable(const draft<P>& from, const event<P>& e, int depth = 6) const {
    alternatives found;
    enable(from, e, depth, found);
    return found;
  }
  /// The ways to select a case before a vote that is not owed is given to another.
  [[nodiscard]] alternatives select_before(const draft<P>& from, const event<P>& vote) const {
    alternatives found;
    if (find_effect<P>(effect::selects_case).index >= form::acts || !selects_here(from) || from.now.remembered().presenter != nobody.index || owes(from, vote.by.index)) return found;
    for (auto x = candidates_here(from) & ~bit(vote.target); x != 0; x &= x - 1) settle(from, static_cast<std::uint8_t>(std::countr_zero(x)), false, found);
    return found;
  }
  /// Every way worth trying to make the stage complete.
  [[nodiscard]] alternatives finish(const draft<P>& from) const {
    alternatives found;
    if (is_hopeless(from)) return found;
    if (selects_here(from) && find_effect<P>(effect::selects_case).index < form::acts) {
      for (auto x = candidates_here(from); x != 0; x &= x - 1) settle(from, static_cast<std::uint8_t>(std::countr_zero(x)), true, found);
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
      if (!lead(d) || !insert(d, {.by = d.now.acting_leader(), .act = find_effect<P>(effect::reminds), .target = static_cast<std::uint16_t>(std::countr_zero(open))})) return false;
    }
    const auto& row = t.acts[find_effect<P>(how).index];
    if (row.attended != 0 && (d.now.fitting(row.attended) & d.now.remembered().present) == 0 && !come_back(d, d.now.fitting(row.attended))) return false;
    return true;
  }

 private:
  void note_down(draft<P>& d, history_entry<P> one) const {
    one.before = d.tail;
    d.tail = all_.add(one);
  }
  void turn(draft<P>& d, std::uint32_t about, const event<P>& into) const { note_down(d, {.about = about, .at = rest_.position(), .what = into, .says = note::turned}); }

  /// Notes where a stage is left and what of it can still be thought over.
  void leave(draft<P>& d) const {
    note_down(d, {.at = rest_.position(), .says = note::left});
    d.left[d.stage()] = d.tail;
    const auto& s = d.now.remembered();
    if (const auto making = find_effect<P>(effect::makes_case); making.index < form::acts && t.acts[making.index].home == s.stage) {
      d.lapsed = s.passed & ~s.cases & ~d.loose;
    }
    if (s.stage == form::last_option) {
      std::uint64_t bound_by_duty = 0;
      for (const auto& duty : t.duties) {
        if (duty.stage == s.stage && is_owed_by_each(duty.due) && t.acts[duty.act].does == effect::makes_option) bound_by_duty |= d.now.fitting(duty.who);
      }
      bound_by_duty &= s.present & ~s.passed;
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
    if (t.acts[e.act.index].target != target_kind::case_of || e.target >= max_people || !d.is_loose(e.target)) return false;
    return t.acts[all_[d.turn[e.target]].what.act.index].does == effect::makes_case;
  }
  static void change(draft<P>& d, const state<P>& to) { d.now = engine<P>(d.now.people(), to); }

  [[nodiscard]] static bool selects_here(const draft<P>& d) { return ((masks_of<P>.selecting_stages >> d.stage()) & 1U) != 0; }
  /// Whose case could be the one that is worked on.
  [[nodiscard]] std::uint64_t candidates_here(const draft<P>& d) const {
    auto who = d.now.open_cases();
    for (const auto& row : t.acts) {
      if (row.does == effect::makes_case && row.home == d.stage()) who |= d.now.fitting(row.who) & d.now.remembered().present;
    }
    who |= d.lapsed & d.now.remembered().present;
    return who;
  }

  /// Brings back one of these people who is away; false: there is none.
  bool come_back(draft<P>& d, std::uint64_t who) const {
    const auto& s = d.now.remembered();
    who &= ~s.present & ~s.gone;
    return who != 0 && insert(d, {.by = {static_cast<std::uint8_t>(std::countr_zero(who))}, .act = find_effect<P>(effect::rejoins)});
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
  /// Advances or closes.
  bool move(draft<P>& d, effect how) const {
    if (!make_ready(d, how) || !lead(d)) return false;
    return insert(d, {.by = d.now.acting_leader(), .act = find_effect<P>(how)});
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
        if (insert(d, {.by = {static_cast<std::uint8_t>(std::countr_zero(rest))}, .act = {act}, .target = target})) return true;
      }
    }
    if ((who & d.now.remembered().present) != 0) return false;
    return come_back(d, who) && insert_by_anybody(d, act, target, who);
  }

  /// The ways to give everybody who owes a turn one. Somebody who could be thought to have dropped out may be of more
  /// use in the room: first those whom the rest needs as presenters, then those who act again.
  [[nodiscard]] alternatives discharges(const draft<P>& from, std::uint8_t selected) const {
    alternatives found;
    auto d = from;
    if (discharge(d, selected)) found.push_back(std::move(d));
    // Whoever leads may be the one who dropped out.
    const event<P> drops{.by = from.now.acting_leader(), .act = find_effect<P>(effect::drops)};
    if (drops.by != nobody && drops.by.index != selected && form::turns_after(from.stage()) >= 2 && drops.act.index < form::acts && owes(from, drops.by.index)) {
      auto one = from;
      if (insert(one, drops) && discharge(one, selected)) found.push_back(std::move(one));
    }
    auto stay = from;
    for (int need = 2; need >= 0 && from.loose != 0; --need) {
      for (std::size_t who = 0; who < people_.size(); ++who) {
        if (!stay.is_loose(who) || who == selected || needed(who) != need || !owes(stay, who)) continue;
        const auto does = t.acts[all_[stay.turn[who]].what.act.index].does;
        if (does != effect::makes_case && stay.stage() != form::last_option) continue;
        stay.loose &= ~bit(who);
        auto one = stay;
        if (discharge(one, selected)) found.push_back(std::move(one));
      }
    }
    return found;
  }
  /// How much the rest of the trace needs somebody: 2 as a presenter, 1 at all.
  [[nodiscard]] int needed(std::size_t who) const {
    int need = rest_.of_case(who) != 0 ? 2 : 0;
    for (std::size_t act = 0; act < form::acts; ++act) {
      if (rest_.of(who, act) == 0) continue;
      need = std::max(need, is_presenters(act) ? 2 : 1);
    }
    return need;
  }
  [[nodiscard]] static constexpr bool is_presenters(std::size_t act) {
    for (auto terms = t.acts[act].who; terms != 0; terms &= static_cast<std::uint16_t>(terms - 1U)) {
      if (t.terms.rows[static_cast<std::size_t>(std::countr_zero(terms))].base == P::offices::size) return true;
    }
    return false;
  }
  [[nodiscard]] static bool owes(const draft<P>& d, std::size_t who) {
    bool open = false;
    d.now.each_obligation([&](const obligation& o) {
      if (o.owes == debt::an_act && is_owed_by_each(o.due)) open = open || o.by.contains({static_cast<std::uint8_t>(who)});
      return true;
    });
    return open;
  }
  /// Gives everybody who owes a turn one, or thinks over the last one put in as a dropping out.
  bool discharge(draft<P>& d, std::uint8_t selected) const {
    const auto passing = find_effect<P>(effect::passes);
    const auto dropping = find_effect<P>(effect::drops);
    for (int guard = 0; guard < 1024; ++guard) {
      obligation o;
      d.now.each_obligation([&](const obligation& one) {
        o = one;
        return false;
      });
      if (o.owes != debt::an_act || !is_owed_by_each(o.due)) return true;
      const person_id who = *o.by.begin();
      if (d.is_loose(who.index) && who.index != selected && drop_instead(d, who)) continue;
      const auto& row = t.acts[o.act.index];
      const bool stands_in = d.now.acting_leader() == who;
      const bool would_pass = row.does != effect::makes_case && passing.index < form::acts && insert(d, {.by = who, .act = passing});
      if (!would_pass) {
        std::uint16_t target = 0;
        if (row.target == target_kind::case_of) target = selected != nobody.index ? selected : static_cast<std::uint16_t>(std::countr_zero(d.now.open_cases()));
        if (!insert_by_anybody(d, static_cast<std::uint8_t>(o.act.index), target, bit(who.index))) {
          if (!insert(d, {.by = who, .act = dropping})) return false;
          continue;
        }
      }
      const bool is_simple = would_pass || row.does == effect::makes_case || row.does == effect::none;
      if (is_simple && !stands_in && who.index != selected && dropping.index < form::acts && d.now.remembered().stage < form::last_each) {
        d.loose |= bit(who.index);
      }
      d.turn[who.index] = d.tail;
      if (would_pass) d.pliant |= bit(who.index);
      if (would_pass && d.stage() == form::last_option && row.does == effect::makes_option) d.spare |= bit(who.index);
      if (is_hopeless(d)) return false;
    }
    return false;
  }
  /// The turn that was put in for a loose person was a dropping out.
  bool drop_instead(draft<P>& d, person_id who) const { return leave_instead(d, {.by = who, .act = find_effect<P>(effect::drops)}); }
  /// The turn that was put in for a loose person was a going, for now or for good.
  bool leave_instead(draft<P>& d, const event<P>& going) const {
    const person_id who = going.by;
    const bool is_for_good = t.acts[going.act.index].does == effect::withdraws;
    if (is_for_good && all_[d.turn[who.index]].at != rest_.position()) return false;  // votes may have been given since
    auto s = d.now.remembered();
    if (all_[d.turn[who.index]].what.act.index < form::acts && t.acts[all_[d.turn[who.index]].what.act.index].does == effect::makes_case) {
      if ((s.cases & ~bit(who.index)) == 0) return false;
      s.cases &= ~bit(who.index);
    }
    s.present &= ~bit(who.index);
    if (is_for_good) {
      s.gone |= bit(who.index);
      s.cases_out |= bit(who.index);
    }
    turn(d, d.turn[who.index], going);
    d.loose &= ~bit(who.index);
    d.pliant &= ~bit(who.index);
    d.spare &= ~bit(who.index);
    change(d, s);
    return true;
  }
  /// A pass that was put in becomes another act of the same person.
  void act_instead(draft<P>& d, std::size_t who, const event<P>& e) const {
    turn(d, d.turn[who], e);
    d.loose &= ~bit(who);
    d.pliant &= ~bit(who);
    d.spare &= ~bit(who);
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
    if (home > d.stage() || ((d.lapsed >> owner) & 1U) == 0 || ((d.now.remembered().cases_out >> owner) & 1U) != 0) return false;
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
      if (i > last || one.says != note::kept || one.what.by.index != who || t.acts[one.what.act.index].does != effect::passes) continue;
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
  /// Undoes a selection.
  [[nodiscard]] alternatives undo(const draft<P>& from) const {
    alternatives found;
    for (const auto how : {effect::declines_case, effect::withdraws}) {
      auto d = from;
      if (find_effect<P>(how).index >= form::acts) continue;
      if (insert(d, {.by = {d.now.remembered().presenter}, .act = find_effect<P>(how)}) && !is_hopeless(d)) found.push_back(std::move(d));
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
      if (insert(d, {.by = d.now.acting_leader(), .act = handing, .target = heir}) && !is_hopeless(d)) found.push_back(std::move(d));
    }
    return found;
  }
  /// A vote since the last selection: kept, or taken out because its voter had voted.
  struct ballot {
    std::uint32_t entry;
    std::uint8_t by;
    std::uint8_t owner;
    bool is_kept;
  };
  [[nodiscard]] std::vector<ballot> ballots(const draft<P>& d) const {
    std::vector<ballot> all;
    std::vector<std::uint32_t> turned;
    const auto first = d.stage() == 0 ? 0U : d.left[d.stage() - 1];
    for (auto i = d.tail; i != 0 && i != first; i = all_[i].before) {
      const auto& one = all_[i];
      if (one.says == note::turned) turned.push_back(one.about);
      if ((one.says != note::kept && one.says != note::removed) || one.what.act.index >= form::acts || one.what.by.index >= people_.size()) continue;
      const auto& row = t.acts[one.what.act.index];
      if (row.does == effect::selects_case && one.says == note::kept) break;
      if (row.does == effect::passes && one.says == note::removed && one.what.at == unstated) {
        if (std::find(turned.begin(), turned.end(), i) == turned.end()) all.push_back({i, one.what.by.index, nobody.index, false});
        continue;
      }
      if (row.does != effect::supports_case || one.what.target >= max_people) continue;
      if (((d.now.open_cases() >> one.what.target) & 1U) == 0) continue;
      if (std::find(turned.begin(), turned.end(), i) != turned.end()) continue;
      if (one.says == note::removed && one.what.at != unstated) continue;
      all.push_back({i, one.what.by.index, static_cast<std::uint8_t>(one.what.target), one.says == note::kept});
    }
    std::reverse(all.begin(), all.end());
    return all;
  }
  /// The cases that have more votes than one of them.
  [[nodiscard]] static std::uint64_t exceeding(const draft<P>& d, std::uint8_t x) {
    const auto& s = d.now.remembered();
    std::uint64_t set = 0;
    for (auto rest = d.now.open_cases(); rest != 0; rest &= rest - 1) {
      const auto y = static_cast<std::size_t>(std::countr_zero(rest));
      if (s.support[y] > s.support[x]) set |= bit(y);
    }
    return set;
  }
  /// The ways to have no case with more votes than that of x, whoever voted being heard again as little as possible.
  [[nodiscard]] alternatives support(const draft<P>& from, std::uint8_t x, int depth) const {
    alternatives found;
    if (exceeding(from, x) == 0) return {from};
    const auto voting = find_effect<P>(effect::supports_case);
    auto d = from;
    auto votes = ballots(d);
    // What was put in can be a vote for x; what was taken out can stay instead.
    for (auto who = d.pliant & d.now.remembered().passed; who != 0 && exceeding(d, x) != 0; who &= who - 1) {
      const auto p = static_cast<std::size_t>(std::countr_zero(who));
      auto s = d.now.remembered();
      act_instead(d, p, {.by = {static_cast<std::uint8_t>(p)}, .act = voting, .target = x});
      s.passed &= ~bit(p);
      s.did[t.acts[voting.index].slot == none ? 0 : t.acts[voting.index].slot] |= bit(p);
      s.happened |= bit(voting.index);
      ++s.support[x];
      change(d, s);
    }
    for (const bool only_x : {true, false}) {
      for (auto& mine : votes) {
        if (!mine.is_kept || ((exceeding(d, x) >> mine.owner) & 1U) == 0) continue;
        for (auto& other : votes) {
          auto s = d.now.remembered();
          if (other.is_kept || other.by != mine.by || other.owner == mine.owner) continue;
          const bool abstains = other.owner == nobody.index;
          if (only_x ? other.owner != x : !abstains && s.support[other.owner] >= s.support[x]) continue;
          if (abstains && !would_owe(d, mine.by)) continue;
          turn(d, mine.entry, {});
          turn(d, other.entry, {});
          --s.support[mine.owner];
          if (abstains) {
            s.did[t.acts[voting.index].slot == none ? 0 : t.acts[voting.index].slot] &= ~bit(mine.by);
            s.passed |= bit(mine.by);
          } else {
            ++s.support[other.owner];
          }
          change(d, s);
          mine.is_kept = false;
          other.is_kept = true;
          break;
        }
      }
    }
    // Who has more votes may have withdrawn, which may spare other turns: it is tried although votes alone would do.
    if (const auto before = exceeding(from, x); std::popcount(before) <= 3) {
      for (auto out = before; out != 0; out = (out - 1) & before) outvote(from, x, out, ballots(from), found);
    } else {
      outvote(from, x, before, ballots(from), found);
    }
    const auto ahead = exceeding(d, x);
    if (ahead == 0) {
      found.push_back(std::move(d));
      return found;
    }
    if (std::popcount(ahead) <= 3) {
      for (auto out = ahead; out != 0; out = (out - 1) & ahead) outvote(d, x, out, votes, found);
    } else {
      outvote(d, x, ahead, votes, found);
    }
    outvote(d, x, 0, votes, found);
    if (depth > 0) {
      for (auto rest = ahead; rest != 0; rest &= rest - 1) {
        const auto y = static_cast<std::uint8_t>(std::countr_zero(rest));
        auto one = d;
        const auto declining = find_effect<P>(effect::declines_case);
        if (declining.index >= form::acts || !lead(one)) continue;
        if (!insert(one, {.by = one.now.acting_leader(), .act = find_effect<P>(effect::selects_case), .target = y})) continue;
        if (!insert(one, {.by = {y}, .act = declining}) || is_hopeless(one)) continue;
        for (auto& more : support(one, x, depth - 1)) found.push_back(std::move(more));
      }
    }
    return found;
  }
  /// Some owners withdraw; then votes change.
  void outvote(const draft<P>& from, std::uint8_t x, std::uint64_t out, const std::vector<ballot>& votes, alternatives& found) const {
    constexpr auto voting = find_effect<P>(effect::supports_case);
    if (voting.index >= form::acts || t.acts[voting.index].slot == none) return;
    auto without = from;
    for (; out != 0; out &= out - 1) {
      const event<P> leaves{.by = {static_cast<std::uint8_t>(std::countr_zero(out))}, .act = find_effect<P>(effect::withdraws)};
      if (without.is_loose(leaves.by.index) && leaves.act.index < form::acts && leave_instead(without, leaves)) continue;
      if (leaves.act.index >= form::acts || !insert(without, leaves)) return;
    }
    // Votes that nobody owed may go without another in their place.
    std::vector<ballot> unowed;
    for (const auto& one : votes) {
      if (one.is_kept && one.owner != x && !would_owe(from, one.by)) unowed.push_back(one);
    }
    for (std::size_t gone = 0; gone <= unowed.size() && gone <= 4; ++gone) {
      if (gone != 0) {
        if (exceeding(without, x) == 0) break;
        take_back_vote(without, unowed[gone - 1]);
      }
      change_votes(without, x, votes, found);
    }
  }
  [[nodiscard]] static bool would_owe(const draft<P>& d, std::size_t who) {
    for (const auto& duty : t.duties) {
      if (duty.stage == d.stage() && is_owed_by_each(duty.due) && t.acts[duty.act].does == effect::supports_case && ((d.now.fitting(duty.who) >> who) & 1U) != 0) return true;
    }
    return false;
  }
  void take_back_vote(draft<P>& d, const ballot& mine) const {
    constexpr auto voting = find_effect<P>(effect::supports_case);
    auto s = d.now.remembered();
    turn(d, mine.entry, {});
    ++d.cost;
    --s.support[mine.owner];
    if (t.acts[voting.index].slot != none) s.did[t.acts[voting.index].slot] &= ~bit(mine.by);
    change(d, s);
  }
  /// Somebody who need not vote does; then votes are changed, one by one.
  void change_votes(const draft<P>& without, std::uint8_t x, const std::vector<ballot>& votes, alternatives& found) const {
    constexpr auto voting = find_effect<P>(effect::supports_case);
    for (std::size_t extra = 0; extra <= people_.size(); ++extra) {
      auto d = without;
      for (std::uint8_t who = 0, heard = 0; heard < extra; ++who) {
        if (who >= people_.size()) return;
        heard = static_cast<std::uint8_t>(heard + (insert(d, {.by = {who}, .act = voting, .target = x}) ? 1 : 0));
      }
      if (is_hopeless(d)) return;
      const bool was_enough = exceeding(d, x) == 0;
      for (const auto& mine : votes) {
        if (exceeding(d, x) == 0) break;
        const auto& s = d.now.remembered();
        if (!mine.is_kept || mine.owner == x || is_hopeless(d) || ((s.did[t.acts[voting.index].slot] >> mine.by) & 1U) == 0) continue;
        const auto most = *std::max_element(s.support.begin(), s.support.end());
        if (s.support[mine.owner] != most || ((s.present >> mine.by) & 1U) == 0) continue;
        take_back_vote(d, mine);
        if (exceeding(d, x) == 0) {
          for (auto& abstains : discharges(d, x)) {
            if (!is_hopeless(abstains)) found.push_back(std::move(abstains));
          }
        }
        if (!insert(d, {.by = {mine.by}, .act = voting, .target = x})) return;
      }
      if (exceeding(d, x) == 0 && !is_hopeless(d)) found.push_back(d);
      if (was_enough) return;
    }
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

  /// Makes n more options, where options are made; false: nobody can.
  bool more_options(draft<P>& d, std::size_t n) const {
    const auto making = find_effect<P>(effect::makes_option);
    if (making.index >= form::acts) return false;
    const auto& row = t.acts[making.index];
    for (; n != 0; --n) {
      auto s = d.now.remembered();
      if (s.options >= option_capacity<P>) return false;
      if (const auto who = d.spare & ~d.loose ? d.spare & ~d.loose : d.spare; who != 0) {
        const auto one = static_cast<std::size_t>(std::countr_zero(who));
        act_instead(d, one, {.by = {static_cast<std::uint8_t>(one)}, .act = making});
        s.authors[s.options++] = static_cast<std::uint8_t>(one);
        s.happened |= bit(making.index);
        change(d, s);
      } else if (d.stage() == row.home) {
        if (!insert_by_anybody(d, static_cast<std::uint8_t>(making.index), 0, d.now.fitting(row.who))) return false;
      } else {
        // Whoever may do it now and is not loose could do it then.
        auto could = d.now.fitting(row.who) & s.present;
        if ((could & ~d.loose) != 0) could &= ~d.loose;
        if (could == 0 || row.home > d.stage()) return false;
        const auto one = static_cast<std::uint8_t>(std::countr_zero(could));
        note_down(d, {.about = d.left[row.home], .at = rest_.position(), .what = {.by = {one}, .act = making}, .says = note::backdated});
        ++d.cost;
        d.loose &= ~bit(one);
        s.authors[s.options++] = one;
        s.happened |= bit(making.index);
        change(d, s);
      }
    }
    return true;
  }

  /// Takes back options that cost more to weigh than to take back; false: there are none.
  bool fewer_options(draft<P>& d) const {
    auto s = d.now.remembered();
    if (d.movable == 0 || s.options < 2) return false;
    std::uint32_t best = 0, weigh = 0, kept = 0;
    std::size_t fewer = 0;
    for (std::size_t n = 1; n <= d.movable && n < s.options; ++n) {
      const std::size_t o = s.options - n;
      weigh += lacking<P>(s, o);
      kept += d.weighed[o];
      const auto cost = static_cast<std::uint32_t>(n) + kept;
      if (weigh > cost && weigh - cost > best) {
        best = weigh - cost;
        fewer = n;
      }
    }
    if (fewer == 0) return false;
    take_back(d, fewer);
    return true;
  }
  void take_back(draft<P>& d, std::size_t n) const {
    auto s = d.now.remembered();
    const auto making = find_effect<P>(effect::makes_option);
    const auto stage = t.acts[making.index].home;
    std::vector<std::uint32_t> gone;  // what was thought over already
    std::size_t to_take = n;
    auto made = d.made;
    std::uint64_t passed = 0;
    for (auto i = d.left[stage]; i != 0 && !(all_[i].says == note::left && stage != 0 && i == d.left[stage - 1]); i = all_[i].before) {
      const auto& one = all_[i];
      if ((one.says == note::kept || one.says == note::inserted) && t.acts[one.what.act.index].does == effect::passes) passed |= bit(one.what.by.index);
    }
    std::uint64_t owing = 0;
    for (const auto& duty : t.duties) {
      if (duty.stage == stage && is_owed_by_each(duty.due) && t.acts[duty.act].does == effect::makes_option) owing |= d.now.fitting(duty.who);
    }
    for (auto i = d.tail; i != 0; i = all_[i].before) {
      if (all_[i].says == note::turned) gone.push_back(all_[i].about);
    }
    const auto is_gone = [&](std::uint32_t i) { return std::find(gone.begin(), gone.end(), i) != gone.end(); };
    const auto first_of_stage = stage == 0 ? 0U : d.left[stage - 1];
    std::vector<std::uint32_t> turns;
    for (auto i = d.tail; i != 0 && i != first_of_stage; i = all_[i].before) {
      const auto& one = all_[i];
      if (one.says != note::kept || is_gone(i)) continue;
      const auto& row = t.acts[one.what.act.index];
      const auto who = one.what.by.index;
      if (row.weighing != none && one.what.target > s.options - n) turns.push_back(i);
      if (row.does == effect::makes_option && to_take != 0) {
        const bool owes = ((owing & ~passed) >> who & 1U) != 0;
        if (made[who] > (owes ? 1U : 0U)) {
          --made[who];
          --to_take;
          turns.push_back(i);
        }
      }
    }
    for (const auto i : turns) {
      turn(d, i, {});
      ++d.cost;
    }
    d.made = made;
    d.movable = static_cast<std::uint16_t>(d.movable - n);
    for (std::size_t o = s.options - n; o < s.options; ++o) {
      for (auto& slot : s.weighed) slot[o / 64] &= ~bit(o % 64);
      s.weighed_by_other[o / 64] &= ~bit(o % 64);
      s.authors[o] = 0;
      d.weighed[o] = 0;
    }
    s.options = static_cast<std::uint16_t>(s.options - n);
    change(d, s);
  }

  /// Whether an act is open to whoever leads.
  [[nodiscard]] static bool is_for_the_lead(const act_row& row) {
    constexpr auto office = static_cast<std::uint8_t>(P::offices::template index<typename P::lead::office>);
    for (auto terms = row.who; terms != 0; terms &= static_cast<std::uint16_t>(terms - 1U)) {
      if (t.terms.rows[static_cast<std::size_t>(std::countr_zero(terms))].base == office) return true;
    }
    return false;
  }
  /// The lead passes to somebody: handed over, or fallen to.
  [[nodiscard]] alternatives pass_lead(const draft<P>& from, person_id to) const {
    alternatives found;
    const auto handing = find_effect<P>(effect::hands_over);
    if (handing.index < form::acts && from.now.acting_leader() != nobody) {
      auto d = from;
      if (insert(d, {.by = d.now.acting_leader(), .act = handing, .target = to.index}) && !is_hopeless(d)) found.push_back(std::move(d));
    }
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
        if (selects_here(d) && d.now.remembered().presenter != e.by.index && find_effect<P>(effect::selects_case).index < form::acts &&
            (row.does == effect::accepts_case || row.does == effect::declines_case)) {
          alternatives settled;
          settle(d, e.by.index, false, settled);
          on(settled);
        }
        return;
      case code::too_early:
        if (const auto missing = row.after & ~d.now.remembered().happened; missing != 0) {
          const auto first = static_cast<std::uint8_t>(std::countr_zero(missing));
          const bool is_its_case = t.acts[first].does == effect::makes_case && row.target == target_kind::case_of && e.target < people_.size();
          const bool is_done = is_its_case ? make_case(d, static_cast<std::uint8_t>(e.target))
                                           : insert_by_anybody(d, first, 0, d.now.fitting(t.acts[first].who));
          if (is_done) enable(d, e, depth - 1, found);
        } else {
          on(discharges(d, row.does == effect::selects_case ? static_cast<std::uint8_t>(e.target) : nobody.index));
        }
        return;
      case code::unknown_target:
        if (row.target == target_kind::case_of && e.target < people_.size() && make_case(d, static_cast<std::uint8_t>(e.target))) enable(d, e, depth - 1, found);
        if (row.target == target_kind::option && e.target > d.now.remembered().options && e.target <= option_capacity<P>) {
          const auto n = e.target - d.now.remembered().options;
          const auto free = std::popcount(d.spare);
          if (promise(d) + static_cast<std::uint32_t>(n > free ? n - free : 0) < bound && more_options(d, static_cast<std::size_t>(n))) enable(d, e, depth - 1, found);
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

  std::span<const event<P>> trace_;
  const group<P>& people_;
  histories<P>& all_;
  const outlook<P>& rest_;
};

}  // namespace balint::detail
