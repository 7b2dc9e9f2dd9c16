// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Turns that are owed: given late, and thought over as a dropping out where that is cheaper.
#include <balint/alignment/detail/changing.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::detail {

/// Giving everybody who owes a turn one.
template <protocol P>
class turning : public changing<P> {
 public:
  using changing<P>::changing;
  using typename changing<P>::form;
  using typename changing<P>::alternatives;
  using changing<P>::t;

 protected:
  using changing<P>::is_hopeless;
  using changing<P>::insert;
  using changing<P>::all_;
  using changing<P>::change;
  using changing<P>::insert_by_anybody;
  using changing<P>::people_;
  using changing<P>::rest_;
  using changing<P>::turn;

  /// The ways to give everybody who owes a turn one. Somebody who could be thought to have dropped out may be of more
  /// use in the room: first those whom the rest needs as presenters, then those who act again.
  [[nodiscard]] alternatives discharges(const draft<P>& from, std::uint8_t selected) const {
    alternatives found;
    auto d = from;
    if (discharge(d, selected)) found.push_back(std::move(d));
    // Whoever leads may be the one who dropped out.
    const event<P> drops{.by = from.now.acting_leader(), .act = find_effect<P>(effect::drops)};
    if (drops.by != nobody && drops.by.index != selected && form::turns_after(from.stage()) >= 2 &&
        drops.act.index < form::acts && owes(from, drops.by.index)) {
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
      if (o.owes == debt::an_act && is_owed_by_each(o.due))
        open = open || o.by.contains({static_cast<std::uint8_t>(who)});
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
      const bool would_pass =
          row.does != effect::makes_case && passing.index < form::acts && insert(d, {.by = who, .act = passing});
      if (!would_pass) {
        std::uint16_t target = 0;
        if (row.target == target_kind::case_of)
          target =
              selected != nobody.index ? selected : static_cast<std::uint16_t>(std::countr_zero(d.now.open_cases()));
        if (!insert_by_anybody(d, static_cast<std::uint8_t>(o.act.index), target, bit(who.index))) {
          if (!insert(d, {.by = who, .act = dropping})) return false;
          continue;
        }
      }
      const bool is_simple = would_pass || row.does == effect::makes_case || row.does == effect::none;
      if (is_simple && !stands_in && who.index != selected && dropping.index < form::acts &&
          d.now.remembered().stage < form::last_each) {
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
  bool drop_instead(draft<P>& d, person_id who) const {
    return leave_instead(d, {.by = who, .act = find_effect<P>(effect::drops)});
  }
  /// The turn that was put in for a loose person was a going, for now or for good.
  bool leave_instead(draft<P>& d, const event<P>& going) const {
    const person_id who = going.by;
    const bool is_for_good = t.acts[going.act.index].does == effect::withdraws;
    if (is_for_good && all_[d.turn[who.index]].at != rest_.position()) return false;  // votes may have been given since
    auto s = d.now.remembered();
    if (all_[d.turn[who.index]].what.act.index < form::acts &&
        t.acts[all_[d.turn[who.index]].what.act.index].does == effect::makes_case) {
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
};

}  // namespace balint::detail
