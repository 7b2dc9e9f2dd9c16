// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Votes that are thought over, so that a case can be selected.
#include <balint/alignment/detail/turning.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::detail {

/// The ways to have no case with more votes than another.
template <protocol P>
class hearing : public turning<P> {
 public:
  using turning<P>::turning;
  using typename turning<P>::form;
  using typename turning<P>::alternatives;
  using turning<P>::t;

 protected:
  using turning<P>::is_hopeless;
  using turning<P>::insert;
  using turning<P>::all_;
  using turning<P>::change;
  using turning<P>::lead;
  using turning<P>::people_;
  using turning<P>::turn;
  using turning<P>::discharges;
  using turning<P>::leave_instead;
  using turning<P>::act_instead;

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
      if ((one.says != note::kept && one.says != note::removed) || one.what.act.index >= form::acts ||
          one.what.by.index >= people_.size())
        continue;
      const auto& row = t.acts[one.what.act.index];
      if (row.does == effect::selects_case && one.says == note::kept) break;
      if (row.does == effect::passes && one.says == note::removed && one.what.at == unstated) {
        if (std::find(turned.begin(), turned.end(), i) == turned.end())
          all.push_back({i, one.what.by.index, nobody.index, false});
        continue;
      }
      if (row.does != effect::supports_case || one.what.target >= max_people) continue;
      if (!d.now.is_open_case(one.what.target)) continue;
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
        if (!mine.is_kept || mine.owner >= max_people || ((exceeding(d, x) >> mine.owner) & 1U) == 0) continue;
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
        if (!insert(one, {.by = one.now.acting_leader(), .act = find_effect<P>(effect::selects_case), .target = y}))
          continue;
        if (!insert(one, {.by = {y}, .act = declining}) || is_hopeless(one)) continue;
        for (auto& more : support(one, x, depth - 1)) found.push_back(std::move(more));
      }
    }
    return found;
  }
  /// Some owners withdraw; then votes change.
  void outvote(const draft<P>& from, std::uint8_t x, std::uint64_t out, const std::vector<ballot>& votes,
               alternatives& found) const {
    constexpr auto voting = find_effect<P>(effect::supports_case);
    if (voting.index >= form::acts || t.acts[voting.index].slot == none) return;
    auto without = from;
    for (; out != 0; out &= out - 1) {
      const event<P> leaves{.by = {static_cast<std::uint8_t>(std::countr_zero(out))},
                            .act = find_effect<P>(effect::withdraws)};
      if (without.is_loose(leaves.by.index) && leaves.act.index < form::acts && leave_instead(without, leaves))
        continue;
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
      if (duty.stage == d.stage() && is_owed_by_each(duty.due) && t.acts[duty.act].does == effect::supports_case &&
          ((d.now.fitting(duty.who) >> who) & 1U) != 0)
        return true;
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
  void change_votes(const draft<P>& without, std::uint8_t x, const std::vector<ballot>& votes,
                    alternatives& found) const {
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
        if (!mine.is_kept || mine.owner == x || is_hopeless(d) ||
            ((s.did[t.acts[voting.index].slot] >> mine.by) & 1U) == 0)
          continue;
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
};

}  // namespace balint::detail
