// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Options that are made late, or taken back where weighing them costs more.
#include <balint/alignment/detail/hearing.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::detail {

/// More options and fewer.
template <protocol P>
class weighing : public hearing<P> {
 public:
  using hearing<P>::hearing;
  using typename hearing<P>::form;
  using typename hearing<P>::alternatives;
  using hearing<P>::t;

 protected:
  using hearing<P>::all_;
  using hearing<P>::change;
  using hearing<P>::insert_by_anybody;
  using hearing<P>::note_down;
  using hearing<P>::rest_;
  using hearing<P>::turn;
  using hearing<P>::owes;
  using hearing<P>::act_instead;

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
        // Whoever was in the room then and still is, rather somebody who is not loose.
        auto could = d.makers & s.present;
        if ((could & ~d.loose) != 0) could &= ~d.loose;
        if (could == 0 || row.home > d.stage()) return false;
        const auto one = static_cast<std::uint8_t>(std::countr_zero(could));
        note_down(d, {.about = d.left[row.home],
                      .at = rest_.position(),
                      .what = {.by = {one}, .act = making},
                      .says = note::backdated});
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
    for (auto i = d.left[stage]; i != 0 && !(all_[i].says == note::left && stage != 0 && i == d.left[stage - 1]);
         i = all_[i].before) {
      const auto& one = all_[i];
      if ((one.says == note::kept || one.says == note::inserted) && t.acts[one.what.act.index].does == effect::passes)
        passed |= bit(one.what.by.index);
    }
    std::uint64_t owing = 0;
    for (const auto& duty : t.duties) {
      if (duty.stage == stage && is_owed_by_each(duty.due) && t.acts[duty.act].does == effect::makes_option)
        owing |= d.now.fitting(duty.who);
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
        const bool is_bound = ((owing & ~passed) >> who & 1U) != 0;
        if (made[who] > (is_bound ? 1U : 0U)) {
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
};

}  // namespace balint::detail
